"""What is still missing: the appeal's own validation, told as findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from poa_app import desk
from poa_app.check.completeness import completeness
from poa_app.check.values import values
from poa_app.knowledge import knowledge
from poa_app.knowledge.asked import rows_asked
from poa_app.model.appeal import Complete, appeal
from poa_app.model.case import Case, NotApplicable, Overruling
from poa_app.model.facts import Exhibit, Metric, Violation
from poa_app.model.finding import Finding
from poa_app.model.paths import edit
from poa_app.model.routes import EVERY, ROUTES
from poa_app.model.rows import CorrectiveAction, RootCause
from tests.each import for_each

Asked = Callable[..., tuple[Finding, ...]]


def _paths(found: tuple[Finding, ...], rule: str = "completeness.missing") -> list[str]:
    return [one.path for one in found if one.rule == rule]


def _asked(model: type[BaseModel], path: str = "") -> Iterator[str]:
    """List the patterns of all fields a route can ask for."""
    for name, info in model.model_fields.items():
        below = next((kind for kind in (info.annotation, *get_args(info.annotation)) if _is_sent(kind)), None)
        if below:
            many = info.annotation is not below
            yield from _asked(below, f"{path}/{name}/*" if many else f"{path}/{name}")
        if info.is_required() and name not in ("client", "notice", "then", "now"):
            yield f"{path}/{name}"


def _is_sent(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Complete)


@pytest.mark.parametrize("model", [appeal("plan-of-action"), appeal("documents")])
def test_every_field_that_can_be_missing_is_asked_for_somewhere(model: type[BaseModel]) -> None:
    lists = {"/root_causes", "/corrective_actions", "/preventive_measures", "/products", "/suppliers", "/exhibits"}
    own = {f"/products/*/{name}" for one in knowledge().enforcements.values() for name in one.product_fields}
    own |= {
        f"/exhibits/*/{name}"
        for one in knowledge().enforcements.values()
        for paper in one.evidence
        for name in paper.fields
    }
    assert {*_asked(model), *lists, *own} <= set(knowledge().questions)


def test_nothing_is_missing_in_the_small_cases(plan: Case, papers: Case, ask: Asked) -> None:
    assert ask(completeness, plan) + ask(completeness, papers) == ()


def test_a_blank_case_is_asked_for_what_every_route_wants(ask: Asked) -> None:
    assert _paths(ask(completeness, Case())) == [
        *(f"/client/{name}" for name in ("store", "legal_name", "merchant_token", "signatory", "signatory_title")),
        "/marketplaces",
        "/violations",
        "/fulfilment",
        "/scope",
        "/notice/received",
        "/opening",
        "/closing",
        "/letter_date",
    ]


@for_each("slug", knowledge().enforcements)
def test_a_new_case_is_asked_for_the_lists_metrics_and_papers_of_its_enforcement(slug: str, ask: Asked) -> None:
    case, known = desk.create(slug), knowledge().enforcements[slug]
    found = ask(completeness, case)
    assert all(one.rule.startswith("completeness.") and one.severity == "blocks" for one in found)
    if not case.route_spec.letter:
        assert [one.rule for one in found] == ["completeness.route"]
        return
    assert _paths(found, "completeness.evidence") == [f"/exhibits/{one.kind}" for one in known.evidence if one.required]
    empty = set(rows_asked(case, knowledge())) - set(case.route_spec.first_rows)
    assert {f"/{name}" for name in empty} <= set(_paths(found))
    for metric in case.metrics:
        assert {f"/metrics/{metric.id}/{part}/value" for part in ("then", "now")} <= set(_paths(found))


def test_an_enforcement_says_why_it_wants_a_paper(plan: Case, ask: Asked) -> None:
    (found,) = ask(completeness, edit(plan, "/exhibits/exhib1/kind", "log"))
    (rule,) = (one for one in knowledge().enforcements["late-shipment-rate"].evidence if one.required)
    assert (found.path, found.why, found.why_zh) == ("/exhibits/order-list", rule.why.en, rule.why.zh)
    assert knowledge().evidence["order-list"].name.en in found.message
    assert knowledge().evidence["order-list"].name.zh in found.message_zh


def test_a_question_of_the_enforcement_is_asked_in_its_words(plan: Case, ask: Asked) -> None:
    (found,) = ask(completeness, edit(plan, "/root_causes/cause1/what", None))
    own = next(
        one for one in knowledge().enforcements["late-shipment-rate"].questions if one.field.endswith("s/*/what")
    )
    assert own.ask.en in found.message
    assert (found.why, found.why_zh) == (own.why.en, own.why.zh)


def test_a_paper_or_metric_that_is_not_named_yet_may_be_the_one_that_is_wanted(plan: Case, ask: Asked) -> None:
    case = edit(plan, "/exhibits", (*plan.exhibits, Exhibit(id="exhib2", title="?", date=plan.letter_date)))
    assert _paths(ask(completeness, edit(case, "/exhibits/exhib1/kind", "log"))) == ["/exhibits/exhib2/kind"]
    case = edit(plan, "/metrics", (Metric(id="metri2", target=plan.metrics[0].target),))
    assert _paths(ask(completeness, case), "completeness.metric") == []


@for_each("route", sorted(route for route in EVERY if not ROUTES[route].letter))
def test_a_route_without_a_letter_is_told_what_to_do_and_asked_for_nothing_else(
    route: str, plan: Case, ask: Asked
) -> None:
    (found,) = ask(completeness, edit(edit(plan, "/violations/viola1/route", route), "/opening", None))
    assert (found.rule, found.path) == ("completeness.route", "/violations")
    assert knowledge().routes[route].do.en in found.message
    assert knowledge().routes[route].do.zh in found.message_zh


def test_a_route_still_to_be_chosen_asks_for_no_rows_of_any_route(papers: Case, ask: Asked) -> None:
    case = edit(papers, "/violations/viola1/route", None)
    assert [(one.rule, one.path) for one in ask(completeness, case)] == [
        ("completeness.missing", "/violations/viola1/route")
    ]


def test_violations_of_two_routes_are_to_be_split_and_named_in_both_languages(plan: Case, ask: Asked) -> None:
    second = Violation(
        id="viola2", enforcement="supply-chain-verification", level="listing", route="documents", stage="first"
    )
    found = next(one for one in ask(completeness, edit(plan, "/violations", (*plan.violations, second))))
    assert found.rule == "case.mixed-routes"
    for route in ("documents", "plan-of-action"):
        assert knowledge().routes[route].name.en in found.message
        assert knowledge().routes[route].name.zh in found.message_zh


@for_each(
    ("path", "value"),
    [
        ("/letter_date", "19 November"),
        ("/notice/received", "2026-02-30"),
        ("/metrics/metri1/target", "under 4"),
        ("/metrics/metri1/then/numerator", "a few"),
        ("/metrics/metri1/then/denominator", -400),
        ("/root_causes/cause1/explains", "most"),
        ("/root_causes/cause1/end", "still"),
        ("/products/produ1/sold", "1.5"),
        ("/preventive_measures/measu1/review", "soon"),
    ],
)
def test_a_value_that_cannot_be_read_is_quoted_and_asked_for_again(
    path: str, value: Any, plan: Case, ask: Asked
) -> None:
    case = edit(plan, path, value)
    (found,) = (*ask(completeness, case), *ask(values, case))
    assert (found.path, found.quote, found.severity) == (path, str(value), "blocks")
    assert found.rule.startswith("values." if isinstance(value, str) else "completeness.invalid")
    assert (found.start, found.end) == (0, len(str(value)))


@pytest.mark.parametrize("value", [None, False])
def test_a_deed_is_confirmed_or_stands_on_the_checklist(value: bool | None, plan: Case, ask: Asked) -> None:
    (found,) = ask(completeness, edit(plan, "/corrective_actions/actio1/done", value))
    assert (found.rule, found.path) == ("completeness.not-done", "/corrective_actions/actio1/done")


def test_rows_are_told_apart_by_their_ids(plan: Case, ask: Asked) -> None:
    rows = (CorrectiveAction(id="first0"), *plan.corrective_actions, CorrectiveAction(id="last00"))
    found = ask(completeness, edit(plan, "/corrective_actions", rows))
    for row in ("first0", "last00"):
        assert [path.rsplit("/", 1)[1] for path in _paths(found) if row in path] == [
            "what",
            "date",
            "who",
            "how",
            "causes",
            "exhibits",
        ]
    assert not [one for one in found if "actio1" in one.path]


def test_one_cause_must_say_why_nobody_noticed(plan: Case, ask: Asked) -> None:
    silent = edit(plan, "/root_causes/cause1/unnoticed", ())
    told = RootCause.model_validate({**plan.root_causes[0].model_dump(), "id": "cause2", "explains": None})
    assert ask(completeness, edit(silent, "/root_causes", (*silent.root_causes, told))) == ()
    (found,) = ask(completeness, edit(plan, "/root_causes/cause1/unnoticed", (" ",)))
    assert found.rule == "completeness.unnoticed"


@pytest.mark.parametrize("reason", ["The account has no metric.", "  "])
def test_a_point_does_not_apply_for_a_reason_only(reason: str, plan: Case) -> None:
    day = plan.letter_date
    case = edit(edit(plan, "/scope", None), "/not_applicable", (NotApplicable(path="/scope", reason=reason),))
    assert _paths(desk.check_case(case, day)) == ([] if reason.strip() else ["/scope"])
    found = _paths(desk.check_case(edit(case, "/opening", None), day))
    assert found == (["/opening"] if reason.strip() else ["/scope", "/opening"])


def test_a_point_of_the_checklist_cannot_be_overruled(plan: Case) -> None:
    overruled = (Overruling(rule="completeness.missing", path="/closing", reason="We never close."),)
    case = edit(edit(plan, "/closing", None), "/overruled", overruled)
    assert _paths(desk.check_case(case, plan.letter_date)) == ["/closing"]
