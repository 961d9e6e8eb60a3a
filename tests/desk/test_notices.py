"""Choosing the enforcement brings what follows from it, and takes nothing that was entered."""

from __future__ import annotations

import pytest

from poa_app.desk.notices import (
    add_violation,
    begin,
    choose_enforcement,
    opened,
    remove_violation,
    take_text,
)
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import Metric, Violation
from poa_app.model.rows import RootCause
from tests.each import for_each

SLUGS = sorted(knowledge().enforcements)


def _chosen(slug: str | None, case: Case | None = None) -> Case:
    case = case or begin()
    return choose_enforcement(case, case.violations[0].id, slug)


def test_a_case_begins_with_one_violation_nobody_has_named() -> None:
    (violation,) = begin().violations
    assert violation.enforcement is None
    assert violation.route is None
    assert violation.stage == "first"
    assert begin().violations[0].id != violation.id


@for_each("slug", SLUGS)
def test_its_usual_level_route_and_metrics_come_with_an_enforcement(slug: str) -> None:
    known, case = knowledge(), _chosen(slug)
    one = known.enforcements[slug]
    (violation,) = case.violations
    assert (violation.enforcement, violation.level, violation.route) == (slug, one.levels[0], one.usual_route)
    assert violation.stage == "first"
    assert [metric.metric for metric in case.metrics] == list(one.metrics)
    assert [float(metric.target or -1) for metric in case.metrics] == [
        known.metrics[name].target for name in one.metrics
    ]
    rows = (case.root_causes, case.corrective_actions, case.preventive_measures)
    assert [len(of) for of in rows] == ([1, 1, 1] if one.usual_route == "plan-of-action" else [0, 0, 0])


@pytest.mark.parametrize(
    ("asks", "route", "causes"),
    [("a plan of action", "plan-of-action", 1), ("an answer to each question", "questionnaire", 0)],
)
def test_the_route_is_the_one_the_notice_asks_for(asks: str, route: str, causes: int) -> None:
    case = _chosen("used-sold-as-new", take_text(begin(), f"Buyers say your items are used. Please send us {asks}."))
    assert case.route == route
    assert len(case.root_causes) == causes


def test_a_metric_or_row_that_is_there_stays_as_it_is() -> None:
    metric = Metric(id="metric", metric="late-shipment-rate", target="5")
    case = begin().model_copy(update={"metrics": (metric,), "root_causes": (RootCause(id="cause1", what="Late"),)})
    case = _chosen("late-shipment-rate", case)
    assert case.metrics == (metric,)
    assert [row.what for row in case.root_causes] == ["Late"]
    assert len(case.corrective_actions) == 1


def test_choosing_the_same_again_changes_nothing() -> None:
    once = _chosen("late-shipment-rate")
    assert _chosen("late-shipment-rate", once) == once


@pytest.mark.parametrize("slug", [None, "", "bad-luck"])
def test_no_enforcement_or_an_unknown_one_brings_nothing(slug: str | None) -> None:
    case = _chosen(slug)
    assert case.violations[0].enforcement == slug
    assert case.model_copy(update={"violations": ()}) == Case()
    cleared = _chosen(slug, _chosen("late-shipment-rate"))
    assert len(cleared.metrics) == len(cleared.root_causes) == 1


def test_only_the_violation_meant_is_changed() -> None:
    other = Violation(id="other1", enforcement="order-defect-rate", route="documents", level="offer")
    case = begin()
    case = _chosen("late-shipment-rate", case.model_copy(update={"violations": (*case.violations, other)}))
    assert case.violations[1] == other
    assert case.enforcements == ("late-shipment-rate", "order-defect-rate")


def test_a_further_violation_keeps_what_came_with_the_first_and_takes_its_route() -> None:
    case = add_violation(_chosen("late-shipment-rate"))
    first, second = case.violations
    case = choose_enforcement(case, second.id, "valid-tracking-rate")
    assert case.enforcements == ("late-shipment-rate", "valid-tracking-rate")
    assert [one.metric for one in case.metrics] == ["late-shipment-rate", "valid-tracking-rate"]
    assert {one.route for one in case.violations} == {"plan-of-action"}
    assert case.violations[0] == first


def test_removing_a_violation_takes_its_untouched_metrics_and_leaves_the_last_one() -> None:
    case = add_violation(_chosen("late-shipment-rate"))
    case = choose_enforcement(case, case.violations[1].id, "valid-tracking-rate")
    left = remove_violation(case, case.violations[1].id)
    assert left.enforcements == ("late-shipment-rate",)
    assert [one.metric for one in left.metrics] == ["late-shipment-rate"]
    assert remove_violation(left, left.violations[0].id) == left


def test_a_table_is_known_whose_orders_go_in_elsewhere() -> None:
    assert opened(b"order,day\n112-5567120-3394418,2026-11-01\n", "orders.csv").is_table
    assert not opened(b"Your offers have been deactivated.", "notice.txt").is_table
