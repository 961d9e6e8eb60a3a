"""Orders come out of a report into a case, stand in groups, and are put under causes; nothing entered is lost."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from poa_app.desk import affected_orders as desk
from poa_app.desk import notices, offers
from poa_app.errors import TooMany
from poa_app.intake.case_file import LONG_LIST_LIMIT
from poa_app.model.case import Case
from poa_app.model.paths import edit
from poa_app.model.rows import RootCause
from poa_app.store import Store

HEAD = ("Order ID", "Order date", "Carrier", "SKU")
CASE = Case(marketplaces=("DE",), root_causes=(RootCause(id="cause1", head="Late pick-up"), RootCause(id="cause2")))


def report(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> desk.FoundOrders:
    """Read a report of rows; an order is told by its number alone."""
    written = io.StringIO()
    csv.writer(written).writerows([head, *((f"111-0000000-000000{row[0]}", *row[1:]) for row in rows)])
    table = desk.opened(written.getvalue().encode(), "r.csv")
    columns = desk.proposed(table)
    return desk.read(table, columns, desk.order_of_days(table, columns)[0])


THREE = report(
    ("1", "2026-11-01", "UPS", "RACK-1"), ("2", "2026-11-02", "UPS", "RACK-2"), ("3", "2026-11-01", "DHL", "RACK-1")
)


@pytest.fixture
def case() -> Case:
    """A case with the three orders."""
    return desk.take(CASE, THREE, "late-shipment").case


def ids(case: Case, *places: int) -> list[str]:
    """Return the row ids of orders by their places."""
    return [case.orders[place].id for place in places]


def test_the_orders_of_a_report_become_rows(case: Case) -> None:
    assert [(one.order, one.carrier, one.defects) for one in case.orders] == [
        ("111-0000000-0000001", "UPS", ("late-shipment",)),
        ("111-0000000-0000002", "UPS", ("late-shipment",)),
        ("111-0000000-0000003", "DHL", ("late-shipment",)),
    ]
    assert len({one.id for one in case.orders}) == 3


def test_a_second_report_completes_orders_and_overwrites_none(case: Case) -> None:
    case = desk.assign(case, ids(case, 0), "cause1")
    more = report(("1", "A-to-z claim", "FedEx", "2026-11-09"), head=("Order ID", "Defect", "Carrier", "Refund date"))
    taken = desk.take(case, more, None)
    first = taken.case.orders[0]
    assert (first.carrier, first.defects, str(first.refunded), first.cause) == (
        "UPS", ("late-shipment", "claim"), "2026-11-09", "cause1",
    )  # fmt: skip
    assert (taken.added, taken.known, taken.differing) == (0, 1, ("111-0000000-0000001",))


def test_the_same_report_twice_changes_nothing(case: Case) -> None:
    assert desk.take(case, THREE, "late-shipment") == desk.Taken(case, 0, 3, ())


def test_more_orders_than_a_case_may_have_are_refused_whole() -> None:
    rows = "\n".join(f"111-0000000-{n:07d}" for n in range(LONG_LIST_LIMIT + 1))
    table = desk.pasted(rows, "The pasted rows")
    with pytest.raises(TooMany, match=r"The pasted rows: 5,001 entries in /orders"):
        desk.take(CASE, desk.read(table, desk.proposed(table), None), None)


def test_groups_show_the_largest_first_and_days_in_order(case: Case) -> None:
    case = desk.assign(case, ids(case, 0), "cause1")
    assert [(one.key, len(one.orders), one.causes) for one in desk.groups(case, "carrier")] == [
        ("UPS", 2, {"cause1": 1, "": 1}),
        ("DHL", 1, {"": 1}),
    ]
    assert [one.key for one in desk.groups(case, "ordered")] == ["2026-11-01", "2026-11-02"]
    assert [one.key for one in desk.groups(case, "cause")] == ["cause1", ""]


def test_orders_are_grouped_by_what_they_say_only(case: Case) -> None:
    assert desk.groupings(case) == ("ordered", "carrier", "sku", "defects", "cause")


def test_the_orders_of_chosen_groups_are_those_of_either(case: Case) -> None:
    assert [one.sku for one in desk.orders_of(case, "carrier", ["DHL", "UPS"])] == ["RACK-1", "RACK-2", "RACK-1"]
    assert [one.sku for one in desk.orders_of(case, "sku", ["RACK-2"])] == ["RACK-2"]
    assert desk.orders_of(case, "sku", []) == case.orders


def test_one_or_many_orders_are_put_under_a_cause_and_out_again(case: Case) -> None:
    case = desk.assign(case, ids(case, 0, 2), "cause1")
    assert [one.cause for one in case.orders] == ["cause1", None, "cause1"]
    case = desk.assign(case, [*ids(case, 2), "gone00"], None)
    assert [one.cause for one in case.orders] == ["cause1", None, None]


def test_a_cause_that_is_gone_takes_no_orders(case: Case) -> None:
    with pytest.raises(KeyError):
        desk.assign(case, ids(case, 0), "gone00")


def test_a_new_cause_is_the_first_one_nobody_has_begun(case: Case) -> None:
    case = desk.assign_to_new_cause(case, ids(case, 0))
    assert (case.orders[0].cause, len(case.root_causes)) == ("cause2", 2)
    case = desk.assign_to_new_cause(case, ids(case, 1))
    assert case.orders[1].cause == case.root_causes[2].id


def test_a_contested_order_stands_under_no_cause(case: Case) -> None:
    case = desk.contest(desk.assign(case, ids(case, 0, 1), "cause1"), ids(case, 0), True)
    assert [(one.contested, one.cause) for one in case.orders[:2]] == [(True, None), (None, "cause1")]
    assert desk.contest(case, ids(case, 0), False).orders[0].contested is None


def test_orders_are_taken_out(case: Case) -> None:
    assert desk.remove(case, ids(case, 0, 2)).orders == case.orders[1:2]


def test_a_cause_is_offered_how_many_orders_stand_under_it(case: Case) -> None:
    case = desk.contest(desk.assign(case, ids(case, 0, 1, 2), "cause1"), ids(case, 2), True)
    assert [one.value for one in offers.offers(case, "/root_causes/cause1/explains")] == [2]
    assert offers.offers(case, "/root_causes/cause2/explains") == ()


@pytest.mark.parametrize(
    ("slug", "defects", "usual"),
    [
        ("late-shipment-rate", ("late-shipment",), "late-shipment"),
        ("order-defect-rate", ("claim", "chargeback", "negative-feedback"), None),
        ("listing-policy", (), None),
    ],
)
def test_the_defects_of_a_case_are_those_its_rates_count(slug: str, defects: tuple[str, ...], usual: Any) -> None:
    begun = notices.begin()
    case = notices.choose_enforcement(begun, begun.violations[0].id, slug)
    assert (desk.fits(case), desk.defect_of(case), desk.has_orders(case)) == (defects, usual, bool(defects))


def test_the_marketplace_says_in_which_order_it_writes_days() -> None:
    assert desk.site_order(CASE) == "day-first"
    assert desk.site_order(Case(marketplaces=("US",))) == "month-first"
    assert desk.site_order(Case()) is None


def test_orders_are_kept_like_everything_else(store: Store, case: Case) -> None:
    kept = store.create(edit(case, "/order_timeline", True))
    assert store.load(kept.id).case.orders == case.orders
