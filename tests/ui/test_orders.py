"""A report becomes orders, orders show what they have in common, and a group is put under a cause by one press."""

from __future__ import annotations

import pytest

from poa_app.desk import affected_orders as desk
from poa_app.desk.evidence import open_example
from poa_app.model.case import Case
from poa_app.model.orders import AffectedOrder
from poa_app.model.paths import edit
from poa_app.store import Store, Stored
from tests.ui.page import LATE, Page
from tests.ui.test_screens import run, stands, store  # noqa: F401 - fixture

pytestmark = [pytest.mark.slow, pytest.mark.screens]

REPORT = "\n".join(
    [
        "Order ID;Order date;Carrier;Days late",
        *(f"111-0000000-{n:07d};2026-10-{12 + n % 3};{'UPS' if n < 4 else 'DHL'};2" for n in range(6)),
        "Total;;;12",
    ]
)


@pytest.fixture
def made(store: Store) -> Stored:  # noqa: F811
    """The late-shipment example, in the store."""
    return open_example(store, LATE)


def paste(id: str, words: str) -> Page:
    """Open the workbench and paste a report."""
    page = Page("workbench", id)
    page.find("text_area", "Paste the rows of the report").set_value(words)
    page.run()
    return page


def orders(store: Store, id: str) -> tuple[AffectedOrder, ...]:  # noqa: F811
    """Return the orders the store holds."""
    return store.load(id).case.orders


def with_orders(made: Stored) -> Case:
    """Return the example with the orders of the report."""
    table = desk.pasted(REPORT, "paste")
    return desk.take(made.case, desk.read(table, desk.proposed(table), None), "late-shipment").case


def test_a_pasted_report_becomes_orders(store: Store, made: Stored) -> None:  # noqa: F811
    page = paste(made.id, REPORT)
    assert "Orders: 6 in 7 rows" in page.said()
    assert "Rows to look at: 1" in page.said()
    page.press("Take the orders over (6)")
    held = orders(store, made.id)
    assert [(one.carrier, one.defects) for one in held] == [("UPS", ("late-shipment",))] * 4 + [
        ("DHL", ("late-shipment",))
    ] * 2
    assert "New orders: 6" in page.said()


def test_a_report_is_taken_as_a_file(store: Store, made: Stored) -> None:  # noqa: F811
    page = Page("workbench", made.id)
    page.upload("drop the report here", "report.csv", ("\ufeff" + REPORT).encode(), "text/csv")
    page.press("Take the orders over (6)")
    assert len(orders(store, made.id)) == 6


def test_a_report_can_be_left_out(store: Store, made: Stored) -> None:  # noqa: F811
    page = paste(made.id, REPORT)
    page.press("Leave the report out")
    assert orders(store, made.id) == ()
    assert page.find("text_area", "Paste the rows of the report").value == ""


def test_a_file_that_is_no_table_is_refused_in_one_sentence(store: Store, made: Stored) -> None:  # noqa: F811
    page = Page("workbench", made.id)
    page.upload("drop the report here", "report.csv", b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, "text/csv")
    assert [one.value for one in page.test.error if one.value.startswith("report.csv: ")]
    assert orders(store, made.id) == ()


def test_an_unknown_column_is_named_by_hand(store: Store, made: Stored) -> None:  # noqa: F811
    page = paste(made.id, "Vorgang;Wer\n111 0000000 0000001;UPS\n111 0000000 0000002;DHL")
    assert "Choose the column that holds the order IDs." in page.said()
    page.find("selectbox", "Vorgang").set_value("order")
    page.run()
    page.find("selectbox", "Wer").set_value("carrier")
    page.run()
    page.press("Take the orders over (2)")
    assert [one.carrier for one in orders(store, made.id)] == ["UPS", "DHL"]


def test_days_with_two_readings_are_asked_for(store: Store, made: Stored) -> None:  # noqa: F811
    page = paste(made.id, "Order ID;Order date\n111-0000000-0000001;03/11/2026")
    assert "“03/11/2026” can be two days" in page.said()
    assert page.find("button", "Take the orders over").disabled
    page.find("button_group", "Order of month and day").set_value("day-first")
    page.run()
    page.press("Take the orders over (1)")
    assert str(orders(store, made.id)[0].ordered) == "2026-11-03"


def test_a_group_is_put_under_a_cause_by_one_press(store: Store, made: Stored) -> None:  # noqa: F811
    store.change(made.id, lambda _: with_orders(made), "/orders")
    page = Page("workbench", made.id)
    page.find("button_group", "Group the orders by").set_value("carrier")
    page.run()
    page.pick("Choose groups", ["UPS"])
    assert "Orders chosen: 4" in page.said()
    first = made.case.root_causes[0]
    page.press(f"RC1 {(first.head or '')[:20]}")
    assert [one.cause for one in orders(store, made.id)] == [first.id] * 4 + [None] * 2
    page.press("Contested: counted apart")
    assert [one.contested for one in orders(store, made.id)] == [True] * 4 + [None] * 2
    page.press("Remove from the list (4)")
    assert len(orders(store, made.id)) == 2
    page.press("Undo")
    assert len(orders(store, made.id)) == 6


def test_a_new_cause_is_begun_with_its_orders(store: Store, made: Stored) -> None:  # noqa: F811
    store.change(made.id, lambda _: with_orders(made), "/orders")
    page = Page("workbench", made.id)
    page.find("button_group", "Group the orders by").set_value("carrier")
    page.run()
    page.pick("Choose groups", ["DHL"])
    page.press("A new root cause")
    held = store.load(made.id).case
    assert [one.cause for one in held.orders][4:] == [held.root_causes[-1].id] * 2
    assert len(held.root_causes) == len(made.case.root_causes) + 1


def test_an_order_is_added_and_corrected_by_hand(store: Store, made: Stored) -> None:  # noqa: F811
    page = Page("workbench", made.id)
    page.press("Add an order by hand")
    (one,) = orders(store, made.id)
    page.type(f"/orders/{one.id}/order", "111-0000000-0000009")
    page.type(f"/orders/{one.id}/contested", True)
    page.type("/order_timeline", True)
    held = store.load(made.id).case
    assert (held.orders[0].order, held.orders[0].contested) == ("111-0000000-0000009", True)
    assert held.order_timeline


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_grouping_stands_in_both_languages(language: str, store: Store, made: Stored) -> None:  # noqa: F811
    values = dict.fromkeys(("carrier", "sku", "asin", "warehouse"), "x") | {"shipped": "03/04/2026"}
    case = with_orders(made)
    full = case.orders[0].model_copy(
        update={**values, "channel": "seller", "ship_by": case.orders[0].ordered, "defects": ("claim", "chargeback")}
    )
    case = edit(case, "/orders", (full, *case.orders[1:]))
    store.change(made.id, lambda _: case, "/orders")
    page = run("workbench", made.id, language)
    key = f"by{made.id}"
    for by in desk.groupings(case):
        page.session_state[key] = by
        page.run()
        stands(page)
