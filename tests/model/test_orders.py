"""Orders are counted once each, whatever was wrong with them, and point to one root cause."""

from __future__ import annotations

import json

import pytest

from poa_app.intake.case_file import parse_case, write_case
from poa_app.model.case import Case
from poa_app.model.fields import field_at
from poa_app.model.orders import AffectedOrder, counts_by_cause, each_once
from poa_app.model.paths import edit, leaves, typed_leaves
from poa_app.model.printed_fields import printed_fields
from poa_app.model.row_edits import is_untouched, remove_row
from poa_app.model.rows import RootCause


def order(id: str, number: str | None = None, **more: object) -> AffectedOrder:
    """Build an order; its number follows from its row id."""
    return AffectedOrder.model_validate({"id": id, "order": number or f"111-0000000-0{id}", **more})


def test_an_order_that_stands_twice_is_one_order() -> None:
    rows = (order("000001"), order("000002"), order("000003", "111-0000000-0000001 "))
    assert [one.id for one in each_once(rows)] == ["000001", "000002"]


def test_rows_without_a_number_are_orders_of_their_own() -> None:
    assert len(each_once((AffectedOrder(id="000001"), AffectedOrder(id="000002")))) == 2


def test_causes_are_counted_without_contested_orders_and_twins() -> None:
    rows = (
        order("000001", cause="cause1"),
        order("000002", cause="cause1", contested=True),
        order("000003", cause="cause2"),
        order("000004", "111-0000000-0000003", cause="cause2"),
        order("000005"),
    )
    assert counts_by_cause(rows) == {"cause1": 1, "cause2": 1}


def test_a_day_that_cannot_be_read_stays_as_it_was_typed() -> None:
    assert order("000001", ordered="03/04/2026").ordered == "03/04/2026"
    assert str(order("000001", ordered="2026-04-03").ordered) == "2026-04-03"


def test_a_case_file_keeps_its_orders_and_one_without_them_says_nothing_of_them(late_shipment: Case) -> None:
    assert not {"orders", "order_timeline"} & set(json.loads(write_case(late_shipment)))
    assert late_shipment.orders == ()
    case = edit(late_shipment, "/orders", (order("000001", defects=("claim",), contested=True, units=2),))
    assert parse_case(write_case(case), "case.json") == case


def test_cells_of_a_table_are_not_among_what_was_typed(late_shipment: Case) -> None:
    case = edit(late_shipment, "/orders", (order("000001"),))
    assert (
        dict(typed_leaves(case))
        == dict(typed_leaves(late_shipment))
        == {path: value for path, value in leaves(late_shipment) if path != "/orders"}
    )


@pytest.mark.parametrize(("wanted", "names"), [(None, ["order"]), (True, ["order", "ordered"])])
def test_days_print_where_a_timeline_is_wanted(late_shipment: Case, wanted: bool | None, names: list[str]) -> None:
    case = edit(late_shipment, "/orders", (order("000001", ordered="2026-11-03", carrier="UPS"),))
    case = edit(case, "/order_timeline", wanted)
    told = [path for path, _ in printed_fields(case) if path.startswith("/orders")]
    assert told == [f"/orders/000001/{name}" for name in names]


def test_what_groups_the_orders_never_prints() -> None:
    inside = ("channel", "carrier", "sku", "asin", "warehouse", "defects", "cause", "contested", "units")
    assert not any(field_at(f"/orders/abc123/{name}").prints for name in inside)


def test_a_cause_that_goes_leaves_its_orders_without_one() -> None:
    case = Case(
        root_causes=(RootCause(id="cause1"), RootCause(id="cause2")),
        orders=(order("000001", cause="cause1"), order("000002", cause="cause2")),
    )
    assert not is_untouched(case, "/root_causes/cause1")
    assert [one.cause for one in remove_row(case, "/root_causes/cause1").orders] == [None, "cause2"]
