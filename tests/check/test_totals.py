"""Whether the causes together explain what the notice counts, each rate by its own total."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.check.context import CheckContext
from poa_app.check.totals import totals
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import DefectCount, Metric, Reading
from poa_app.model.finding import Finding
from poa_app.model.letter import Letter
from poa_app.model.paths import edit
from poa_app.model.rows import OpenPoint, RootCause
from tests.each import for_each

Asked = Callable[..., tuple[Finding, ...]]


def _explained(plan: Case, *shares: int | None) -> Case:
    causes = tuple(RootCause(id=f"cau{place:03}", explains=share) for place, share in enumerate(shares))
    return edit(plan, "/root_causes", causes)


def _counting(plan: Case, *counts: tuple[str, int], affected: int | None = None) -> Case:
    metrics = tuple(
        Metric(id=f"metri{place}", metric=metric, target=Decimal(4), then=Reading(numerator=count, denominator=9_000))
        for place, (metric, count) in enumerate(counts)
    )
    return edit(edit(plan, "/metrics", metrics), "/affected", affected)


def _rules(found: tuple[Finding, ...]) -> list[str]:
    return [finding.rule for finding in found]


def test_orders_without_a_known_cause_count_beside_the_causes(plan: Case, ask: Asked) -> None:
    case = edit(
        _explained(plan, 12, 5), "/open_points", (OpenPoint(id="point1", what="No cause found", unexplained=3),)
    )
    assert _rules(ask(totals, case)) == []
    assert _rules(ask(totals, edit(case, "/open_points/point1/unexplained", 2))) == ["numbers.shares"]


@for_each(
    ("shares", "rules"),
    [
        ((12, 8), []),
        ((12, 7), ["numbers.shares"]),
        ((12, 9), ["numbers.overlap"]),
        ((20, 20), ["numbers.overlap"]),
        ((20, 20, 1), ["numbers.shares"]),
        ((21,), ["numbers.shares"]),
        ((21, 1), ["numbers.shares"]),
        ((20, None), []),
        ((None,), []),
    ],
)
def test_the_shares_of_all_causes_are_added(shares: tuple[int, ...], rules: list[str], plan: Case, ask: Asked) -> None:
    assert _rules(ask(totals, _explained(plan, *shares))) == rules


def test_without_a_number_affected_the_shares_are_held_against_the_metric(plan: Case, ask: Asked) -> None:
    case = edit(edit(plan, "/affected", None), "/root_causes/cause1/explains", 19)
    assert _rules(ask(totals, case)) == ["numbers.shares"]


def test_a_count_of_successes_is_no_number_affected(plan: Case, ask: Asked) -> None:
    good = Metric(id="metri1", metric="valid-tracking-rate", then=Reading(numerator=380, denominator=400))
    assert ask(totals, edit(plan, "/metrics", (good,))) == ()


@for_each(("affected", "found"), [(62, False), (18, False), (80, True), (999, True)])
def test_two_windows_of_one_rate_count_apart(affected: int, found: bool, plan: Case, ask: Asked) -> None:
    case = _counting(plan, ("late-shipment-rate", 62), ("late-shipment-rate", 18), affected=affected)
    assert ("numbers.total" in _rules(ask(totals, _explained(case, affected)))) is found


@for_each(("affected", "found"), [(26, False), (50, False), (76, False), (75, True)])
def test_two_rates_may_be_counted_apart_or_together(affected: int, found: bool, plan: Case, ask: Asked) -> None:
    case = _counting(plan, ("order-defect-rate", 26), ("late-shipment-rate", 50), affected=affected)
    assert ("numbers.total" in _rules(ask(totals, _explained(case, 26, 50)))) is found


@for_each(
    ("shares", "found"),
    [((26, 50), False), ((20, 6, 30, 20), False), ((26,), True), ((76,), True), ((30, 46), True), ((26, 51), True)],
)
def test_each_of_two_rates_is_added_up_on_its_own(shares: tuple[int, ...], found: bool, plan: Case, ask: Asked) -> None:
    case = _explained(_counting(plan, ("order-defect-rate", 26), ("late-shipment-rate", 50)), *shares)
    assert _rules(ask(totals, case)) == (["numbers.each-total"] if found else [])


@given(shares=st.lists(st.integers(0, 10**9), max_size=40))
@settings(deadline=None, max_examples=30, derandomize=True)
def test_any_number_of_causes_is_judged_or_left_at_once(shares: list[int]) -> None:
    case = _explained(_counting(Case(), ("order-defect-rate", 26), ("late-shipment-rate", 50)), *shares)
    today = date(2026, 11, 19)
    assert len(tuple(totals(CheckContext(case, Letter("", "", "", today, draft=True), today, knowledge())))) <= 2


@pytest.mark.parametrize(("counted", "disputed"), [(-1, 1), (26, -3), (0, 5)])
def test_counts_below_nothing_and_more_disputed_than_counted_are_judged(counted: int, disputed: int) -> None:
    case = _explained(_counting(Case(), ("order-defect-rate", counted)), 9)
    (metric,) = case.metrics
    parts = (DefectCount(id="parta1", kind="claim", count=4, contested=disputed),)
    case = edit(case, "/metrics", (metric.model_copy(update={"parts": parts}),))
    today = date(2026, 11, 19)
    found = tuple(totals(CheckContext(case, Letter("", "", "", today, draft=True), today, knowledge())))
    assert _rules(found) == ["numbers.shares"]
