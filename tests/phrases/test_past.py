"""What is typed in the present of a failure that is over is told in the past, where its verb is certain."""

from __future__ import annotations

from poa_app.phrases import failure
from poa_app.phrases.actor import actor
from poa_app.phrases.past import in_past
from poa_app.phrases.phrase import read
from tests.each import for_each


@for_each(
    ("typed", "told"),
    [
        ("we only look at the rate once a month", "we only looked at the rate once a month"),
        ("there is no list of the holidays", "there was no list of the holidays"),
        ("our packing department reduce the foam to save cost", "our packing department reduced the foam to save cost"),
        ("nobody test the package", "nobody tested the package"),
        ("the warehouse do not report it", "the warehouse did not report it"),
        ("we have only one printer", "we had only one printer"),
        ("nobody can print labels", "nobody could print labels"),
        ("returns are opened by the people who pack orders", "returns were opened by the people who pack orders"),
        ("the operator thought it is a carrier problem", "the operator thought it was a carrier problem"),
        ("we look at it when there is a complaint", "we looked at it when there was a complaint"),
        ("the setting is 1 day but we need 3 days", "the setting was 1 day but we needed 3 days"),
        (
            "the lead only checks the price, does not check the label",
            "the lead only checked the price, did not check the label",
        ),
        ("the staff is new and do not know the rule", "the staff was new and did not know the rule"),
        (
            "it is the first time we sell there and we do not know it",
            "it was the first time we sold there and we did not know it",
        ),
        ("the staff think it does not matter", "the staff thought it did not matter"),
        ("nobody owns the list and checks it", "nobody owned the list and checked it"),
    ],
)
def test_a_clause_is_told_in_the_past(typed: str, told: str) -> None:
    assert in_past(read(typed)).text == told


@for_each(
    "typed",
    [
        "the label has been wrong",
        "the sheet was for boxes whose film shows whether they have been opened",
        "we will print twice",
        "the list must be signed",
        "no list",
        "the staff think weekend does not need to ship",
        "two labels look alike",
    ],
)
def test_words_of_another_time_or_form_stay(typed: str) -> None:
    assert in_past(read(typed)).text == typed


def test_a_failure_that_goes_on_keeps_its_present() -> None:
    lead = actor("shift lead")
    assert failure.reason("we have only one printer", lead, over=False).fitted.text == "we have only one printer"
    assert failure.reason("we have only one printer", lead).fitted.text == "we had only one printer"
    assert failure.cause("we have only one printer", lead).use == "clause"
    assert failure.cause("we have only one printer", lead, over=False).use == "own"
