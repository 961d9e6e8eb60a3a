"""What one person typed of the company's deeds is told as the company's; what tells of the person stays."""

from __future__ import annotations

from poa_app.phrases.company_voice import of_company, of_signatory
from tests.each import for_each


@for_each(
    ("typed", "said"),
    [
        ("I refunded all 12 buyers", "We refunded all 12 buyers"),
        ("VTR is on a page I only open at month end.", "VTR is on a page we only open at month end."),
        ("I was looking only at the total", "We were looking only at the total"),
        ("I've told my packers twice", "We have told our packers twice"),
        ("I signed what the app sent to me", "We signed what the app sent to us"),
        ("I trained 4 of 5 (Ana, Ben, me)", "We trained 4 of 5 (Ana, Ben, me)"),
        ("Notices go to 2 managers (me + Ana), I read them", "Notices go to 2 managers (me + Ana), we read them"),
        ("he told me, I signed it", "he told us, we signed it"),
        ("i don't know the rule", "We do not know the rule"),
        ("Nobody asked. I also signed the form myself", "Nobody asked. We also signed the form ourselves"),
    ],
)
def test_a_deed_of_the_company_is_told_by_it(typed: str, said: str) -> None:
    assert of_company(typed) == said


@for_each(
    "typed",
    [
        "I was in hospital for two weeks",
        "I am the only one who packs",
        "My wife packed the orders and I shipped them",
        "I was in Japan",
        "Part I of the form was blank",
        'The buyer wrote "I got a used one"',
        "We told the buyers",
        "the app sends an alert to me",
    ],
)
def test_what_tells_of_a_person_or_of_another_stays(typed: str) -> None:
    assert of_company(typed) == typed


@for_each(
    ("role", "said"),
    [
        ("me", "Director"),
        ("myself", "Director"),
        ("Inventory lead and myself", "Inventory lead and Director"),
        ("me (the owner)", "me (the owner)"),
        ("Benny", "Benny"),
    ],
)
def test_who_signs_the_letter_stands_by_the_title(role: str, said: str) -> None:
    assert of_signatory(role, "Director") == said


def test_without_a_title_a_role_stays_as_typed() -> None:
    assert of_signatory("me", " ") == "me"


def test_what_goes_to_one_person_goes_to_who_signs_the_letter() -> None:
    assert of_company("signed off by me before it leaves", "General Manager") == (
        "signed off by the general manager before it leaves"
    )
