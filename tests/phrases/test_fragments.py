"""Deeds, methods, causes and controls typed as fragments are told whole where only one thing can be meant."""

from __future__ import annotations

from datetime import date
from typing import Any

from poa_app.model.rows import CorrectiveAction, RootCause
from poa_app.phrases.actor import actor
from poa_app.phrases.failure import reason
from poa_app.phrases.fit import deed, habit
from poa_app.phrases.method import method
from poa_app.phrases.place import moment
from tests.each import for_each
from tests.render.test_row_sentences import said_in_letter

LEAD = actor("shift lead")


@for_each(
    ("typed", "use", "said"),
    [
        ("counting of all 63 SKUs", "phrase", "by counting all 63 SKUs"),
        ("matching of pickup address with our warehouse", "phrase", "by matching pickup address with our warehouse"),
        ("comparison of the list with the report", "phrase", "by comparing the list with the report"),
        ("one by one open the page", "phrase", "by opening the page one by one"),
        ("training at same day, 3 of 3 passed", "noun", "training on the same day, 3 of 3 passed"),
        ("test after training", "noun", "test after training"),
        ("tested 10 units", "phrase", "by testing 10 units"),
        ("Seller Support", "phrase", "through Seller Support"),
        ("Manage Orders one by one", "phrase", "in Manage Orders, one by one"),
        ("Shipment FBA15EXAMPLE1", "noun", "shipment FBA15EXAMPLE1"),
        ("Zoom", "phrase", "by Zoom"),
        ("open the page", "phrase", "by opening the page"),
    ],
)
def test_how_it_was_done(typed: str, use: str, said: str) -> None:
    found = method(typed, LEAD)
    assert (found.use, found.text) == (use, said)


@for_each(
    ("typed", "use", "said"),
    [
        ("Token renewed", "verb", "renewed the token"),
        ("Token renewed, test with 20 orders", "verb", "renewed the token (test with 20 orders)"),
        ("Quantity made same as physical stock", "verb", "made the quantity the same as physical stock"),
        ("All orders from May 1 to May 9 checked", "clause", "all orders from May 1 to May 9 were checked"),
        ("All parcels since May arrived late", "own", "All parcels since May arrived late"),
        ("Return policy updated", "verb", "updated the return policy"),
        ("Return the updated units", "verb", "returned the updated units"),
        ("did removal order of all 388 bags", "verb", "created a removal order for all 388 bags"),
        ("trained 5 packers and Mr. Sharma on it", "verb", "trained 5 packers and Mr. Sharma on it"),
    ],
)
def test_what_was_done(typed: str, use: str, said: str) -> None:
    found = deed(typed, LEAD)
    assert (found.use, found.text, found.rest) == (use, said, "")


@for_each(
    ("typed", "said"),
    [
        ("No carton loaded without date sheet", "no carton is loaded without a date sheet"),
        ("Every label scanned before it leaves", "every label is scanned before it leaves"),
        ("Each batch failed in testing", None),
    ],
)
def test_what_is_done_with_each(typed: str, said: str | None) -> None:
    found = habit(typed, LEAD).text
    assert found == said if said else " is failed" not in found


@for_each(
    ("typed", "subject", "bare"),
    [
        ("Mr. Harmsen jun.", "Mr. Harmsen jun.", "Mr. Harmsen jun."),
        ("warehouse in-charge Mr. Sharma", "the warehouse in-charge, Mr. Sharma,", "Mr. Sharma, warehouse in-charge"),
        ("Accounts (Neha)", "Neha from accounts", "Neha, accounts"),
        ("Benny and Xiaofang", "Benny and Xiaofang", "Benny and Xiaofang"),
        ("packing lead and buyer", "the packing lead and the buyer", "packing lead and buyer"),
        ("nobody is responsible", "nobody", "nobody"),
    ],
)
def test_who_acts(typed: str, subject: str, bare: str) -> None:
    found = actor(typed)
    assert found is not None
    assert (found.subject, found.bare) == (subject, bare)


def test_one_thing_that_was_described_is_the_reason() -> None:
    assert reason("an old rule against bad debt, never adapted to orders", LEAD).fitted.use == "noun"
    assert reason("our clerk, not the packer", LEAD).fitted.use != "noun"


def test_a_day_of_the_week_and_its_time_are_a_phrase() -> None:
    assert moment("Fri 4pm") == "on Fridays at 4pm"
    assert moment("Mon 3") is None


def _cause(what: str, **more: Any) -> str:
    days = {"start": date(2026, 6, 20), "end": date(2026, 11, 9), "who": "operator"}
    return said_in_letter(root_causes=(RootCause(id="cause1", what=what, **{**days, **more}),))


def test_what_was_done_once_did_not_last_as_long_as_its_cause() -> None:
    said = _cause("the operator added 3 brushes to the family of the clips")
    assert "The operator added 3 brushes to the family of the clips (lasting June 20 to November 9)." in said
    assert "1.1 [Heading: missing]. The operator added 3 brushes to it (lasting" in _cause("added 3 brushes to it")
    assert "From June 20 to November 9, the operator added tracking" in _cause("added tracking to the orders by hand")


def test_who_has_something_is_the_company() -> None:
    assert "From June 20 to November 9, we only had receipts from the shop" in _cause(
        "Only have receipts from the shop"
    )
    assert "because we had no invoice" in _cause("orders were late", why=("Have no invoice",))


def test_why_nobody_noticed_is_told_without_saying_it_twice() -> None:
    said = _cause("orders were late", unnoticed=("Not seen, the page shows the mean",))
    assert "This went unnoticed because the page showed the mean." in said


def test_a_step_that_fell_to_nobody_says_so() -> None:
    assert "responsible: nobody" in _cause("labels were printed late", who="nobody is responsible")


@for_each(
    ("unit", "result", "said"),
    [
        (
            "orders",
            "They were sent.",
            "All 63 orders were looked at, and the same fault was found in 2. They were sent.",
        ),
        ("tests", "They were repeated.", "All 63 tests were done, and the same fault was found in 2."),
        ("orders", "The 2 were sent.", "All 63 orders were looked at, and the same fault was found in 2. The 2 were"),
    ],
)
def test_how_far_a_search_went(unit: str, result: str, said: str) -> None:
    row = CorrectiveAction(
        id="actio1", what="Searched the rest", date=date(2026, 11, 12), who="shift lead", how="by hand", total=63,
        unit=unit, looked_at=63, found=2, result=result, causes=("cause1",), exhibits=("exhib1",),
    )  # fmt: skip
    assert said in said_in_letter(corrective_actions=(row,))


@for_each(
    ("how", "said"),
    [
        ("this was done by training on the same day", "trained 3 packers: training on the same day (cause"),
        ("Seller Central, removal order ID X1", "trained 3 packers in Seller Central, removal order ID X1 (cause"),
        ("truck, 3,600 units", "trained 3 packers by truck (3,600 units) (cause"),
        ("By letter, he signed it also", "trained 3 packers by letter; he signed it also (cause"),
    ],
)
def test_how_it_was_done_behind_its_deed(how: str, said: str) -> None:
    row = CorrectiveAction(
        id="actio1", what="Trained 3 packers", date=date(2026, 11, 12), who="shift lead", how=how, causes=("cause1",),
        exhibits=("exhib1",),
    )  # fmt: skip
    assert said in said_in_letter(corrective_actions=(row,))
