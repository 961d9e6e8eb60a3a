"""Subjects and verbs are put into one number where that is certain, and nothing else is touched."""

from __future__ import annotations

from poa_app.phrases.agreement import agreeing
from tests.each import for_each


@for_each(
    ("typed", "said"),
    [
        ("the warehouse manager he counts the stock", "the warehouse manager counts the stock"),
        ("customer service staff Xiao Min she wrote to them", "customer service staff Xiao Min wrote to them"),
        ("the operator choosed the shortest time", "the operator chose the shortest time"),
        ("the sample is keeped in the office", "the sample is kept in the office"),
        ("so 26 orders has no goods and was cancelled", "so 26 orders have no goods and were cancelled"),
        ("38 numbers which is not scanned", "38 numbers which are not scanned"),
        ("parcels which not move", "parcels which do not move"),
        ("scan result not match", "scan result does not match"),
        ("Team leader want to raise it", "Team leader wants to raise it"),
        ("the boss want faster sales", "the boss wants faster sales"),
        ("the supplier issue formal invoices", "the supplier issues formal invoices"),
        ("it violate the policy", "it violates the policy"),
        ("each listing keep its own reviews", "each listing keeps its own reviews"),
        ("ERP closes the listing and inform the operator", "ERP closes the listing and informs the operator"),
        ("the goods is rejected", "the goods are rejected"),
        ("510 units of them was sent", "510 units of them were sent"),
        ("and at least 400 units was sold", "and at least 400 units were sold"),
        (
            "90 market cables in the Shenzhen warehouse was isolated",
            "90 market cables in the Shenzhen warehouse were isolated",
        ),
        ("vacation settings was reviewed", "vacation settings were reviewed"),
    ],
)
def test_a_verb_agrees_with_its_subject(typed: str, said: str) -> None:
    assert agreeing(typed) == said
    assert agreeing(said) == said


@for_each(
    "text",
    [
        "the number handed to UPS has to equal the number confirmed",
        "the number given to carriers has to be checked",
        "one unit of them was sent",
        "1 unit in the warehouse was isolated",
        "12 orders in the list that we sent to the warehouse lead has",
        "the lead asks the clerk to open and check the box",
        "customer service only read the reviews",
        "the staff were away",
        "make sure it is closed",
        "every new product and every change of material",
        "every holiday still ahead was set to an operating day",
        "the operations manager should check the calendar",
        "why not use it",
        "the boxes and labels are printed and check marks",
        "a list the manager signed was lost",
    ],
)
def test_what_agrees_already_stays(text: str) -> None:
    assert agreeing(text) == text
