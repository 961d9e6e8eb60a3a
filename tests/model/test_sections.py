"""A letter answers in the notice's own order, and a plan always has its three sections."""

from __future__ import annotations

from itertools import permutations

import pytest

from poa_app.model.case import Case
from poa_app.model.routes import PLAN as ROUTE
from poa_app.model.sections import asked, cause_labels
from tests.each import for_each

PLAN = ROUTE.sections


def _case(route: str | None, *requests: str | None, causes: int = 0) -> Case:
    violations = [{"id": "viol01", "route": route}]
    rows = [{"id": f"req{number:03}", "section": section} for number, section in enumerate(requests)]
    root_causes = [{"id": f"cau{number:03}"} for number in range(causes)]
    return Case.model_validate({"violations": violations, "notice": {"requests": rows}, "root_causes": root_causes})


def _names(route: str | None, *requests: str | None) -> list[str]:
    return [name for name, _ in asked(_case(route, *requests))]


@for_each("order", list(permutations(PLAN)), ids="-".join)
def test_a_plan_answers_in_the_order_of_the_notice(order: tuple[str, ...]) -> None:
    assert _names("plan-of-action", *order) == list(order)


def test_a_route_without_a_letter_has_the_sections_that_were_asked_for_alone() -> None:
    assert _names("questionnaire") == []
    assert _names("questionnaire", "documents") == ["documents"]


@pytest.mark.parametrize("route", ["plan-of-action", None])
def test_a_plan_has_its_three_sections_though_nobody_asked(route: str | None) -> None:
    assert _names(route) == list(PLAN)


def test_what_the_notice_leaves_out_stands_where_a_plan_has_it() -> None:
    assert _names("plan-of-action", "root-causes", "other") == [*PLAN, "other"]
    assert _names("plan-of-action", "other", "preventive-measures") == [
        "other", "root-causes", "corrective-actions", "preventive-measures",
    ]  # fmt: skip


def test_requests_for_one_section_are_answered_in_one_place() -> None:
    case = _case("plan-of-action", "root-causes", "corrective-actions", "root-causes", "documents", "documents")
    assert [(name, [request.id for request in requests]) for name, requests in asked(case)] == [
        ("root-causes", ["req000", "req002"]),
        ("corrective-actions", ["req001"]),
        ("preventive-measures", []),
        ("documents", ["req003", "req004"]),
    ]


def test_every_other_question_is_a_section_of_its_own() -> None:
    case = _case("plan-of-action", *PLAN, "other", "other")
    assert [[request.id for request in requests] for _, requests in asked(case)][3:] == [["req003"], ["req004"]]


def test_a_request_nobody_has_sorted_is_not_lost() -> None:
    assert _names("plan-of-action", *PLAN, None) == [*PLAN, "other"]
    assert _names("documents", None) == ["documents", "other"]


def test_documents_are_answered_one_request_a_section() -> None:
    case = _case("documents", "documents", "documents", "other")
    assert [(name, len(requests)) for name, requests in asked(case)] == [
        ("documents", 1),
        ("documents", 1),
        ("other", 1),
    ]


def test_documents_have_a_section_though_nobody_asked_and_no_plan_though_somebody_did() -> None:
    assert _names("documents") == ["documents"]
    assert _names("documents", "root-causes", "other") == ["documents", "other"]


def test_causes_are_numbered_below_their_section() -> None:
    assert cause_labels(_case("plan-of-action", causes=2)) == {"cau000": "1.1", "cau001": "1.2"}
    assert cause_labels(_case("plan-of-action", "corrective-actions", "root-causes", causes=1)) == {"cau000": "2.1"}
    assert cause_labels(_case("documents", causes=1)) == {"cau000": "1.1"}
