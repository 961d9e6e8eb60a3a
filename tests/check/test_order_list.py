"""The list of orders is held against every rate over its own period; what cannot be told from it is not claimed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from poa_app.check.order_list import order_list
from poa_app.model.case import Case
from poa_app.model.facts import Metric, Reading
from poa_app.model.finding import Finding
from poa_app.model.orders import AffectedOrder
from poa_app.model.paths import edit

Asked = Callable[..., tuple[Finding, ...]]


def orders(count: int, start: int = 0, **more: Any) -> tuple[AffectedOrder, ...]:
    """Build late orders of October 20 under the plan's cause."""
    known = {"ordered": "2026-10-20", "defects": ("late-shipment",), "cause": "cause1", **more}
    rows = ({"id": f"or{n:04d}", "order": f"111-0000000-{n:07d}", **known} for n in range(start, start + count))
    return tuple(AffectedOrder.model_validate(row) for row in rows)


def metric(id: str, kind: str, above: int, below: int, start: date, end: date, site: str | None = None) -> Metric:
    """Build a rate as the notice gives it."""
    return Metric(
        id=id, metric=kind, marketplace=site, then=Reading(numerator=above, denominator=below, start=start, end=end)
    )


OCTOBER = (date(2026, 10, 8), date(2026, 11, 6))
LAST_DAYS = (date(2026, 10, 28), date(2026, 11, 6))


def rules(found: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """Return what was found, and where."""
    return [(one.rule, one.path) for one in found]


def of_rates(found: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """Return of which rates the list differs."""
    return [one for one in rules(found) if one[0] in ("orders.count", "orders.total")]


def test_a_case_without_orders_is_not_asked_for_any(plan: Case, ask: Asked) -> None:
    assert ask(order_list, plan) == ()


def test_a_list_that_agrees_is_left_alone(plan: Case, ask: Asked) -> None:
    assert ask(order_list, edit(plan, "/orders", orders(20))) == ()


@pytest.mark.parametrize("contested", [0, 1, 5])
def test_contested_orders_may_be_counted_or_not(contested: int, plan: Case, ask: Asked) -> None:
    more = orders(contested, 20, contested=True, cause=None)
    assert of_rates(ask(order_list, edit(plan, "/orders", orders(20) + more))) == []
    inside = orders(contested, 20 - contested, contested=True, cause=None)
    assert of_rates(ask(order_list, edit(plan, "/orders", orders(20 - contested) + inside))) == []


def test_an_order_that_stands_twice_counts_once(plan: Case, ask: Asked) -> None:
    again = orders(1)[0].model_copy(update={"id": "second", "defects": ("claim",)})
    found = ask(order_list, edit(plan, "/orders", (*orders(20), again)))
    assert rules(found) == [("orders.twice", "/orders")]


def test_each_of_two_periods_is_held_against_its_own_orders(plan: Case, ask: Asked) -> None:
    both = (
        metric("metri1", "late-shipment-rate", 20, 400, *OCTOBER),
        metric("metri2", "late-shipment-rate", 6, 120, *LAST_DAYS),
    )
    case = edit(plan, "/metrics", both)
    split = orders(14) + orders(6, 14, ordered="2026-11-01")
    assert of_rates(ask(order_list, edit(case, "/orders", split))) == []
    wrong = orders(15) + orders(5, 15, ordered="2026-11-01")
    (found,) = ask(order_list, edit(case, "/orders", wrong))
    assert (found.rule, found.path) == ("orders.count", "/metrics/metri2/then/numerator")
    assert "counts 6" in found.message
    assert "holds 5" in found.message


def test_an_order_without_a_day_may_belong_to_either_period(plan: Case, ask: Asked) -> None:
    both = (
        metric("metri1", "late-shipment-rate", 20, 400, *OCTOBER),
        metric("metri2", "late-shipment-rate", 6, 120, *LAST_DAYS),
    )
    rows = orders(14) + orders(6, 14, ordered=None)
    assert of_rates(ask(order_list, edit(edit(plan, "/metrics", both), "/orders", rows))) == []


def test_an_order_at_the_edge_of_a_period_may_count_by_its_day_or_by_its_ship_by_day(plan: Case, ask: Asked) -> None:
    edge = orders(1, 19, ordered="2026-10-07", ship_by="2026-10-09")
    assert of_rates(ask(order_list, edit(plan, "/orders", orders(19) + edge))) == []
    assert of_rates(ask(order_list, edit(plan, "/orders", orders(20) + orders(1, 20, ordered="2026-10-07")))) == []


@pytest.mark.parametrize(("count", "fits"), [(18, True), (20, True), (21, False)])
def test_untracked_packages_are_at_least_as_many_as_their_orders(
    count: int, fits: bool, plan: Case, ask: Asked
) -> None:
    case = edit(plan, "/metrics", (metric("metri1", "valid-tracking-rate", 380, 400, *OCTOBER),))
    rows = orders(count, defects=("no-valid-tracking",))
    assert (of_rates(ask(order_list, edit(case, "/orders", rows))) == []) == fits


@pytest.mark.parametrize(("units", "fits"), [(2, True), (1, False), (None, True)])
def test_late_deliveries_are_counted_by_units(units: int | None, fits: bool, plan: Case, ask: Asked) -> None:
    case = edit(plan, "/metrics", (metric("metri1", "on-time-delivery-rate", 380, 400, *OCTOBER),))
    rows = orders(10, defects=("late-delivery",), units=units)
    assert (of_rates(ask(order_list, edit(case, "/orders", rows))) == []) == fits


def test_the_orders_of_several_sites_are_not_told_apart(plan: Case, ask: Asked) -> None:
    sites = (
        metric("metri1", "late-shipment-rate", 20, 400, *OCTOBER, "US"),
        metric("metri2", "late-shipment-rate", 6, 120, *OCTOBER, "CA"),
    )
    assert of_rates(ask(order_list, edit(edit(plan, "/metrics", sites), "/orders", orders(26)))) == []


def test_each_rate_has_its_own_defects(plan: Case, ask: Asked) -> None:
    both = (
        metric("metri1", "late-shipment-rate", 20, 400, *OCTOBER),
        metric("metri2", "cancellation-rate", 3, 400, *OCTOBER),
    )
    case = edit(plan, "/metrics", both)
    rows = (
        orders(18) + orders(2, 18, defects=("late-shipment", "cancellation")) + orders(1, 20, defects=("cancellation",))
    )
    assert of_rates(ask(order_list, edit(case, "/orders", rows))) == []
    assert of_rates(ask(order_list, edit(case, "/orders", rows[:-1]))) == [
        ("orders.count", "/metrics/metri2/then/numerator")
    ]
    unsaid = orders(23, defects=())
    assert of_rates(ask(order_list, edit(case, "/orders", unsaid))) == []


def test_a_cause_may_explain_its_orders_with_or_without_the_contested(plan: Case, ask: Asked) -> None:
    rows = orders(18) + orders(2, 18, contested=True)
    for told, fits in ((17, False), (18, True), (20, True), (21, False)):
        case = edit(edit(plan, "/root_causes/cause1/explains", told), "/orders", rows)
        assert (("orders.share", "/root_causes/cause1/explains") not in rules(ask(order_list, case))) == fits


def test_a_cause_whose_orders_are_still_being_assigned_may_explain_more(plan: Case, ask: Asked) -> None:
    rows = orders(5) + orders(15, 5, cause=None)
    assert rules(ask(order_list, edit(plan, "/orders", rows))) == [("orders.no-cause", "/orders")]


def test_an_order_of_a_cause_that_is_gone_has_none(plan: Case, ask: Asked) -> None:
    found = ask(order_list, edit(plan, "/orders", orders(20, cause="gone00")))
    assert rules(found) == [("orders.no-cause", "/orders")]
    assert "111-0000000-0000002, …" in found[0].message


def test_a_letter_without_causes_asks_none_of_its_orders(plan: Case, ask: Asked) -> None:
    case = edit(plan, "/violations/viola1/route", "claim")
    assert ask(order_list, edit(case, "/orders", orders(20, cause=None))) == ()
