"""Words that leave out the small ones are made whole where that is certain."""

from __future__ import annotations

from poa_app.phrases.actor import actor
from poa_app.phrases.fit import deed, habit
from poa_app.phrases.method import method
from poa_app.phrases.things import outcome
from poa_app.phrases.trips import compared
from tests.each import for_each

LEAD = actor("shift lead")


@for_each(
    ("typed", "said"),
    [
        ("drop test 10 pcs from 1.2m", "carried out a drop test of 10 units from 1.2m"),
        ("Leak test 5 units of the lot", "carried out a leak test of 5 units of the lot"),
        ("tested 5 units", "tested 5 units"),
        ("Removal order for all 340 units", "ordered the removal of all 340 units"),
    ],
)
def test_a_deed_named_without_its_small_words(typed: str, said: str) -> None:
    assert deed(typed, LEAD).text == said


def test_a_test_that_is_done_again_and_again() -> None:
    assert habit("Drop test 3 units per batch", LEAD).text == "carries out a drop test of 3 units per batch"


@for_each(
    ("typed", "said"),
    [
        ("Manage orders - refund", "in Manage Orders (refund)"),
        ("in Manage Orders – Refund", "in Manage Orders (refund)"),
        ("Manage Orders > Refund", "under Manage Orders > Refund"),
    ],
)
def test_a_page_with_what_was_chosen_there(typed: str, said: str) -> None:
    assert method(typed, LEAD).text == said


@for_each(
    ("typed", "said"),
    [
        ("ODR < 0.5%", "ODR below 0.5%"),
        ("valid tracking rate >= 98%", "valid tracking rate at least 98%"),
        ("under 2%", "under 2%"),
        ("<b>2</b>", "<b>2</b>"),
    ],
)
def test_an_aim_has_its_sign_in_words(typed: str, said: str) -> None:
    assert compared(typed) == said


def test_what_was_invoiced_has_its_verb() -> None:
    said = outcome("480 units invoiced by the distributor, 410 sold")
    assert said == "480 units were invoiced by the distributor, 410 sold"
