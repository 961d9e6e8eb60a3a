"""A new case holds what its enforcement is known to need; a split one keeps every fact on both sides."""

from __future__ import annotations

from decimal import Decimal

from poa_app.model.case import Case
from poa_app.model.factory import new_case, split
from poa_app.model.facts import Metric
from poa_app.model.paths import leaves

LATE = Metric(id="metri1", metric="late-shipment-rate", target=Decimal(4))


def _mixed(case: Case) -> Case:
    other = case.violations[0].model_copy(update={"id": "second", "route": "documents", "enforcement": "other-one"})
    return case.model_copy(update={"violations": (*case.violations, other)})


def test_a_new_plan_has_a_first_row_of_each_kind_and_its_metrics() -> None:
    case = new_case("late-shipment-rate", "offer", "plan-of-action", [LATE])
    assert case.enforcements == ("late-shipment-rate",)
    assert (case.route, case.violations[0].level, case.violations[0].stage) == ("plan-of-action", "offer", "first")
    assert case.metrics == (LATE,)
    assert [len(rows) for rows in (case.root_causes, case.corrective_actions, case.preventive_measures)] == [1, 1, 1]


def test_a_new_case_for_documents_has_no_rows_of_a_plan() -> None:
    case = new_case("supply-chain-verification", "account", "documents", [])
    assert (case.root_causes, case.corrective_actions, case.preventive_measures) == ((), (), ())


def test_the_rows_of_a_new_case_bear_different_ids() -> None:
    case = new_case("x", "account", "plan-of-action", [LATE, LATE.model_copy(update={"id": "metri2"})])
    ids = [value for path, value in leaves(case) if path.endswith("/id") and path != "/client/id"]
    assert len(set(ids)) == len(ids) == 6


def test_a_case_of_one_route_is_not_split(example: Case) -> None:
    assert split(example) == (example,)


def test_violations_that_share_a_route_stay_together(late_shipment: Case) -> None:
    again = late_shipment.violations[0].model_copy(update={"id": "second"})
    case = late_shipment.model_copy(update={"violations": (*late_shipment.violations, again)})
    assert split(case) == (case,)


def test_each_sibling_answers_by_one_route(late_shipment: Case) -> None:
    plan, documents = split(_mixed(late_shipment))
    assert [violation.route for violation in plan.violations] == ["plan-of-action"]
    assert [violation.route for violation in documents.violations] == ["documents"]


def test_every_sibling_keeps_the_facts(late_shipment: Case) -> None:
    for sibling in split(_mixed(late_shipment)):
        for name in ("client", "marketplaces", "notice", "deadline", "products", "metrics", "suppliers", "exhibits"):
            assert getattr(sibling, name) == getattr(late_shipment, name)


def test_the_plan_stays_with_the_first_sibling(late_shipment: Case) -> None:
    plan, documents = split(_mixed(late_shipment))
    for name in ("opening", "root_causes", "corrective_actions", "preventive_measures", "closing", "drafts"):
        assert getattr(plan, name) == getattr(late_shipment, name)
        assert not getattr(documents, name)


def test_no_violation_is_lost_in_a_split(late_shipment: Case) -> None:
    case = _mixed(late_shipment)
    assert [one for sibling in split(case) for one in sibling.violations] == list(case.violations)
