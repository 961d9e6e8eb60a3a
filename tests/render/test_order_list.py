"""The full letter lists the orders by cause and, where wanted, their days; the short letter gains nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from poa_app.model.case import Case
from poa_app.model.letter import Letter, Table
from poa_app.model.orders import TIMELINE, AffectedOrder
from poa_app.model.paths import edit
from poa_app.render.plain import render_text

Write = Callable[..., Letter]


def listed(case: Case, *causes: str | None, **more: Any) -> Case:
    """Return the case with an order under each cause; "contested" is none."""
    rows = [
        {"id": f"orde{n:02d}", "order": f"111-0000000-00000{n:02d}", "cause": None if cause == "contested" else cause}
        | ({"contested": True} if cause == "contested" else {})
        | more
        for n, cause in enumerate(causes)
    ]
    return edit(case, "/orders", tuple(AffectedOrder.model_validate(row) for row in rows))


def tables(letter: Letter, caption: str) -> list[list[list[str]]]:
    """Return the words of the tables of a caption, head first."""
    found = [block for block in letter.blocks if isinstance(block, Table) and block.caption == caption]
    return [
        [["".join(run.text for run in cell.line) for cell in row] for row in (table.head, *table.rows)]
        for table in found
    ]


def test_the_orders_stand_under_their_causes(late_shipment: Case, write: Write) -> None:
    first, second = (cause.id for cause in late_shipment.root_causes[:2])
    case = listed(late_shipment, *[first] * 5, second, None, "contested")
    heads = [late_shipment.root_causes[place].head for place in (0, 1)]
    assert tables(write(case, "full"), "Affected orders") == [
        [
            [f"1.1 {heads[0]}: 5 orders"],
            [f"111-0000000-00000{n:02d}" for n in range(4)],
            ["111-0000000-0000004", "", "", ""],
        ],
        [[f"1.2 {heads[1]}: 1 order"], ["111-0000000-0000005", "", "", ""]],
        [["Other orders: 1 order"], ["111-0000000-0000006", "", "", ""]],
        [["Contested, answered by their own appeals: 1 order"], ["111-0000000-0000007", "", "", ""]],
    ]


def test_orders_of_which_no_cause_is_told_are_one_list(late_shipment: Case, write: Write) -> None:
    case = listed(late_shipment, None, None)
    assert [table[0] for table in tables(write(case, "full"), "Affected orders")] == [["2 orders"]]


@pytest.mark.parametrize("route", ["claim", "explanation", "questionnaire"])
def test_a_letter_without_causes_lists_them_all(route: str, late_shipment: Case, write: Write) -> None:
    case = edit(late_shipment, f"/violations/{late_shipment.violations[0].id}/route", route)
    case = listed(case, late_shipment.root_causes[0].id, "contested")
    assert [table[0] for table in tables(write(case, "full"), "Affected orders")] == [["2 orders"]]


def test_papers_alone_list_no_orders(supply_chain: Case, write: Write) -> None:
    assert "111-0000000" not in render_text(write(listed(supply_chain, None), "full"))


def test_the_short_letter_gains_nothing(late_shipment: Case, write: Write) -> None:
    case = edit(listed(late_shipment, None, ordered="2026-11-03"), "/order_timeline", True)
    assert write(case, "short") == write(late_shipment, "short")


def test_a_letter_without_orders_is_as_before(example: Case, write: Write) -> None:
    assert write(edit(example, "/order_timeline", True), "full") == write(example, "full")


def test_a_timeline_has_the_columns_that_hold_a_day(late_shipment: Case, write: Write) -> None:
    case = listed(late_shipment, None, None, ordered="2026-11-03", shipped="2026-11-06")
    assert tables(write(case, "full"), "Timeline of the orders") == []
    case = edit(edit(case, "/order_timeline", True), "/orders/orde00/ordered", "2026-11-04")
    case = edit(case, "/orders/orde01/shipped", None)
    assert tables(write(case, "full"), "Timeline of the orders") == [
        [
            ["Order ID", "Ordered", "Shipped"],
            ["111-0000000-0000001", "November 3, 2026", "-"],
            ["111-0000000-0000000", "November 4, 2026", "November 6, 2026"],
        ]
    ]


def test_more_days_than_a_page_has_columns_for_stand_in_two_halves(late_shipment: Case, write: Write) -> None:
    days = {name: f"2026-11-{at:02d}" for at, name in enumerate(TIMELINE, 1)}
    case = edit(listed(late_shipment, None, **days), "/order_timeline", True)
    ((_, row),) = tables(write(case, "full"), "Timeline of the orders")
    assert row[1].split("\n")[0] == "Ordered November 1, 2026"
    assert row[2].split("\n") == [
        "To deliver by November 5, 2026",
        "Delivered November 6, 2026",
        "Buyer messaged November 7, 2026",
        "Refunded November 8, 2026",
    ]


def test_every_number_and_day_knows_its_field(late_shipment: Case, write: Write) -> None:
    case = edit(listed(late_shipment, None, ordered="2026-11-03"), "/order_timeline", True)
    paths = {run.path for run in write(case, "full").runs()}
    assert {"/orders/orde00/order", "/orders/orde00/ordered"} <= paths
