"""Small faults whose repair cannot change the meaning are put right; what only looks like one is left alone."""

from __future__ import annotations

from poa_app.phrases.mending import mended, repairs
from tests.each import for_each


@for_each(("before", "after"), [pair for repair in repairs() for pair in repair.examples])
def test_each_repair_mends_its_examples_once(before: str, after: str) -> None:
    assert mended(before) == after
    assert mended(after) == after


@for_each(
    ("before", "after"),
    [
        ("23 orders was confirmed late", "23 orders were confirmed late"),
        ("the listing pictures was not updated", "the listing pictures were not updated"),
        ("the warehouse do not report it", "the warehouse does not report it"),
        ("we was late", "we were late"),
        ("nobody have read it", "nobody has read it"),
        ("replies to all buyer message within 24 hours", "replies to all buyer messages within 24 hours"),
        ("all the new listing must be checked", "all new listings must be checked"),
        ("bought 2 new label printer", "bought 2 new label printers"),
        ("tests both printer", "tests both printers"),
        ("the handling time of new SKU was too short", "the handling time of new SKUs was too short"),
        ("exports the orders and sends to the warehouse", "exports the orders and sends them to the warehouse"),
        ("prints the list and send to warehouse", "prints the list and sends it to the warehouse"),
        ("checked before publish", "checked before publishing"),
        ("packed before send to FBA", "packed before sending to FBA"),
        ("sent by amazon to seller central", "sent by Amazon to Seller Central"),
        ("Warehouse lead checks the list", "The warehouse lead checks the list"),
        ("operator forgot to confirm", "the operator forgot to confirm"),
        ("it is closed until manager signs the form", "it is closed until the manager signs the form"),
        ("Customer service manager was on leave", "The customer service manager was on leave"),
        ("Label printer was broken", "The label printer was broken"),
        ("stopped to sell the batch", "stopped selling the batch"),
        ("the box is showed", "the box is shown"),
        ("Holiday was not set", "The holiday was not set"),
        ("we waited because supplier did not answer", "we waited because the supplier did not answer"),
        ("Operator filled wrong brand name", "The operator filled in the wrong brand name"),
    ],
)
def test_endings_and_names_are_put_right(before: str, after: str) -> None:
    assert mended(before) == after


@for_each(
    "typed",
    [
        "one of the orders was late",
        "stopped to check the labels",
        "the box was left open",
        "customer complaints were read",
        "compared it with warehouse and carrier closing days",
        "Manager Zhang signed the form",
        "supplier invoice log",
        "operator logs",
        "Buyer returned units are inspected",
        "our supplier did not answer",
        "the operator and the manager sign",
        "QC checks the batch",
        "every supplier is checked",
        "our staff were away",
        "customs was slow",
        "a 2 day delay",
        "a 2 day handling time",
        "on November 16 batch 3 was checked",
        "by November 15 order",
        "1 order was late",
        "packed by hand before the pick-up",
        "before noon",
        "after review the team decided",
        "see https://sellercentral.amazon.com/orders",
        "write to help@amazon.com",
        "replied within 24 hours",
        "no reply to the buyer",
        "packed and sent to the buyer",
        "shipped from factory stock",
        'buyers wrote "all the 3 mug was broken"',
        "the stock was sent to supplier warehouses",
    ],
)
def test_what_only_looks_like_a_fault_stays(typed: str) -> None:
    assert mended(typed) == typed


def test_a_bare_thing_is_all_of_its_kind_in_a_habit_alone() -> None:
    assert mended("reads return comment and buyer message", habit=True) == "reads return comments and buyer messages"
    assert mended("reads return comment and buyer message") == "reads return comment and buyer message"
    assert mended("reads the buyer message", habit=True) == "reads the buyer message"
