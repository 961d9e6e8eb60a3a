"""Orders come out of a table with their days, defects and channels; every row that is odd is named, once."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from poa_app.errors import NoText
from poa_app.intake.order_table import (
    TARGETS,
    FoundOrders,
    RowFault,
    named_columns,
    orders_in,
    written_order,
)
from poa_app.intake.table import SourceTable, parse_table, plain_name
from poa_app.knowledge import knowledge
from poa_app.model.orders import AffectedOrder
from tests.each import for_each

NAMES = {target: aliases.names for target, aliases in knowledge().order_columns.items()}
WORDS = {meant: aliases.names for meant, aliases in knowledge().order_words.items()}
KNOWN = frozenset(plain_name(name) for names in NAMES.values() for name in names)

AMAZON = """Order ID\tOrder date\tExpected ship date\tShip confirm date\tCarrier\tSKU\tFulfilment channel
111-0000001-0000001\t2026-11-01T09:12:00+00:00\t2026-11-02\t2026-11-05\tUPS\tRACK-1\tMFN
111-0000002-0000002\t2026-11-01T10:00:00+00:00\t2026-11-03\t2026-11-06\tUSPS\tRACK-2\tAFN"""
ERP = """订单号,下单时间,最晚发货时间,发货时间,承运商,卖家SKU,发货仓库,配送方式
111-0000001-0000001,2026年11月1日 09:12,2026/11/2 23:59,2026-11-05,云途,RACK-1,义乌仓,自发货"""


def table(text: str) -> SourceTable:
    """Read a table as the desk does."""
    return parse_table(text, "r.csv", KNOWN)


def found(text: str, days: Any = None) -> FoundOrders:
    """Read the orders of a text by its own names of columns."""
    read = table(text)
    columns = named_columns(read, NAMES)
    return orders_in(read, columns, WORDS, written_order(read, columns)[0] or days)


def test_every_field_of_an_order_but_its_cause_has_names() -> None:
    assert set(AffectedOrder.model_fields) - set(NAMES) == {"id", "cause"}
    assert set(NAMES) == set(TARGETS)


def test_no_name_of_a_column_stands_for_two_things() -> None:
    plain = [plain_name(name) for names in NAMES.values() for name in names]
    assert sorted({name for name in plain if plain.count(name) > 1}) == []
    assert all(plain)


def test_a_report_of_amazon_is_read_by_its_names() -> None:
    first, second = found(AMAZON).orders
    assert first == {
        "order": "111-0000001-0000001",
        "ordered": date(2026, 11, 1),
        "ship_by": date(2026, 11, 2),
        "shipped": date(2026, 11, 5),
        "carrier": "UPS",
        "sku": "RACK-1",
        "channel": "seller",
    }
    assert second["channel"] == "amazon"


def test_a_chinese_export_is_read_by_its_names() -> None:
    (one,) = found(ERP).orders
    assert (one["ordered"], one["ship_by"], one["shipped"]) == (date(2026, 11, 1), date(2026, 11, 2), date(2026, 11, 5))
    assert (one["carrier"], one["warehouse"], one["channel"]) == ("云途", "义乌仓", "seller")


def test_pasted_cells_without_names_give_the_column_of_orders_by_what_it_holds() -> None:
    read = table("UPS\t111-0000001-0000001\nDHL\t111-0000002-0000002")
    assert named_columns(read, NAMES) == (None, "order")


def test_two_columns_of_one_kind_are_not_mixed() -> None:
    assert named_columns(table("Order ID,订单号,Carrier\n1,2,3"), NAMES) == ("order", None, "carrier")


@for_each(
    ("days", "order", "doubtful"),
    [
        (["13/11/2026", "03/11/2026"], "day-first", ""),
        (["11/13/2026", "11/03/2026"], "month-first", ""),
        (["2026-11-03"], None, ""),
        (["03/11/2026 10:15"], None, "03/11/2026 10:15"),
        (["13/11/2026", "11/13/2026", "03/04/2026"], None, "03/04/2026"),
        (["11/11/2026"], None, ""),
    ],
)
def test_the_days_of_a_report_tell_their_order_or_are_asked_for(days: list[str], order: Any, doubtful: str) -> None:
    read = table("Order ID,Order date\n" + "\n".join(f"111-0000000-000000{n},{day}" for n, day in enumerate(days)))
    assert written_order(read, ("order", "ordered")) == (order, doubtful)


@for_each(("order", "day"), [("month-first", date(2026, 3, 4)), ("day-first", date(2026, 4, 3))])
@for_each("typed", ["03/04/2026", "3/4/26", "03.04.2026 14:22", "03-04-2026 2:22:05 PM PST"])
def test_a_day_with_two_readings_is_read_as_was_said(typed: str, order: Any, day: date) -> None:
    assert found(f"Order ID;Order date\n111-0000000-0000001;{typed}", order).orders[0]["ordered"] == day


def test_a_day_nobody_has_decided_stays_as_it_stands_and_is_named() -> None:
    given = found("Order ID;Order date\n111-0000000-0000001;03/04/2026")
    assert given.orders[0]["ordered"] == "03/04/2026"
    assert given.faults == (RowFault(2, (("day", "03/04/2026"),)),)


def test_two_defects_of_one_order_are_one_order() -> None:
    given = found("Order ID;Defect type\n111-0000000-0000001;A-to-z Claim\n111-0000000-0000001;Negative feedback")
    assert given.orders == ({"order": "111-0000000-0000001", "defects": ("claim", "negative-feedback")},)
    assert (given.joined, given.faults) == (1, ())


@for_each(
    ("words", "defects"),
    [
        ("Service credit card chargeback claim", ("chargeback", "claim")),
        ("Negative Feedback", ("negative-feedback",)),
        ("迟发", ("late-shipment",)),
        ("Late delivery", ("late-delivery",)),
        ("Invalid tracking ID", ("no-valid-tracking",)),
    ],
)
def test_a_cell_names_defects(words: str, defects: tuple[str, ...]) -> None:
    (one,) = found(f"Order ID;Defect type\n111-0000000-0000001;{words}").orders
    assert set(one["defects"]) == set(defects)


def test_columns_of_yes_and_no_name_defects() -> None:
    text = (
        "Order ID,A-to-z claims,Negative feedback,Chargeback\n111-0000000-0000001,No,Yes,0\n111-0000000-0000002,1,,否"
    )
    assert [one.get("defects") for one in found(text).orders] == [("negative-feedback",), ("claim",)]


def test_rows_of_one_order_are_joined() -> None:
    text = "Order ID,SKU,Units\n111-0000000-0000001,A,1\n111-0000000-0000001,B,2\n111-0000000-0000001,B,2"
    assert found(text).orders == ({"order": "111-0000000-0000001", "sku": "A, B", "units": 3},)


def test_every_odd_row_is_named_once_with_all_that_is_odd() -> None:
    text = "\n".join(
        [
            "Order ID,Order date,Units,Channel,Carrier",
            "111-0000000-0000001,soon,many,Mars,UPS,beyond",
            "Total,,12,,",
            "12345,2026-11-01,1,MFN,UPS",
            "111-0000000-0000002,2026-11-01,1,MFN,UPS",
            "111-0000000-0000002,2026-11-02,1,MFN,UPS",
            f"111-0000000-0000003,2026-11-01,1,MFN,{'x' * 2_000}",
        ]
    )
    faults = {fault.line: [trouble for trouble, _ in fault.troubles] for fault in found(text).faults}
    assert faults == {
        2: ["more-cells", "day", "count", "channel"],
        3: ["no-order"],
        4: ["odd-order"],
        6: ["differs"],
        7: ["too-long"],
    }
    assert [one["order"] for one in found(text).orders] == ["111-0000000-0000001", "12345", "111-0000000-0000002"]
    assert [fault.line for fault in found(text).faults if fault.is_left_out] == [3, 7]


@for_each("typed", ["11100000000000001", "'111-0000000-0000001", " １１１-0000000-0000001", "111–0000000–0000001"])
def test_an_order_number_is_read_in_other_forms(typed: str) -> None:
    assert found(f"Order ID;Carrier\n{typed};UPS").orders[0]["order"].startswith("111-0000000-00000")


def test_a_formula_stays_the_characters_it_is() -> None:
    given = found('Order ID;Carrier\n111-0000000-0000001;=HYPERLINK("http://x.test")')
    assert given.orders[0]["carrier"] == '=HYPERLINK("http://x.test")'


CELL = st.text(alphabet='01/-:. ;,"=\t年月日AaTzSpr', max_size=14) | st.sampled_from(
    ["111-0000000-0000001", "03/04/2026", "2026-11-01", "yes", "MFN", "claim", "-", "=1+1", "\ud800"]
)


@given(st.lists(st.lists(CELL, max_size=6), max_size=8), st.permutations(TARGETS), st.sampled_from([None, "day-first"]))
def test_whatever_a_table_holds_each_of_its_rows_is_an_order_or_named(
    rows: list[list[str]], targets: list[str], days: Any
) -> None:
    text = "\n".join(";".join(row) for row in rows)
    try:
        read = parse_table(text, "paste", KNOWN)
    except NoText:
        return
    columns = tuple(targets[: len(read.header)])
    given = orders_in(read, columns, WORDS, days)
    left_out = sum(fault.is_left_out for fault in given.faults)
    assert len(given.orders) + given.joined + left_out == len(read.lines)
    assert len({fault.line for fault in given.faults}) == len(given.faults)
    for number, values in enumerate(given.orders):
        AffectedOrder(id=f"{number:06d}", **values)
