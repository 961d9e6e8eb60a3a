"""The usual reasons of refusal are held against the rows: raised, answered, or not for a machine to tell."""

from __future__ import annotations

from collections.abc import Callable

from poa_app.check.evidence import evidence
from poa_app.check.objections import judgements, objections
from poa_app.knowledge import knowledge
from poa_app.knowledge.schema import Objection
from poa_app.model.case import Case
from poa_app.model.paths import edit
from tests.each import for_each

Ask = Callable[..., tuple]


def _states(ask: Ask, case: Case) -> dict[str, str]:
    return {one.objection.en: one.state for one in ask(judgements, case)}


READ = "Reading the policy is offered as a corrective action."


def test_words_that_raise_an_objection_are_quoted_at_their_row(plan: Case, ask: Ask) -> None:
    case = edit(plan, "/corrective_actions/actio1/what", "read the seller policy again")
    (found,) = (one for one in ask(objections, case) if one.rule == "objections.raised")
    assert (found.rule, found.path, found.severity) == ("objections.raised", "/corrective_actions/actio1", "consider")
    assert READ in found.message
    assert "read the seller policy" in found.message
    assert found.source == next(
        one.source for one in knowledge().enforcements["late-shipment-rate"].refused_when if one.en == READ
    )


def test_an_objection_no_words_raise_is_told_to_nobody(plan: Case, ask: Ask) -> None:
    assert {one.rule for one in ask(objections, plan)} == {"objections.unmet"}
    assert _states(ask, plan)[READ] == "unknown"


def test_an_objection_that_a_row_answers_is_met(papers: Case, ask: Ask) -> None:
    words = "The papers do not show a fulfilled transaction."
    assert _states(ask, papers)[words] == "met"
    assert _states(ask, edit(papers, "/exhibits/exhib1/shows", None))[words] == "raised"


def test_rows_nobody_has_written_raise_nothing(plan: Case, ask: Ask) -> None:
    empty = plan.model_copy(update={"corrective_actions": (), "preventive_measures": (), "root_causes": ()})
    assert "raised" not in _states(ask, empty).values()


def test_rows_of_another_route_raise_nothing(plan: Case, ask: Ask) -> None:
    case = edit(plan, "/corrective_actions/actio1/what", "read the seller policy again")
    case = edit(case, f"/violations/{plan.violations[0].id}/route", "explanation")
    assert ask(objections, case) == ()


PATTERNS = [
    (slug, one)
    for slug, each in knowledge().enforcements.items()
    for one in each.refused_when
    if one.shown_by or one.met_by
]


@for_each(("slug", "objection"), PATTERNS, ids=lambda one: one if isinstance(one, str) else one.en[:40])
def test_an_objection_with_a_pattern_names_its_rows(slug: str, objection: Objection) -> None:
    assert objection.rows, slug


def test_every_enforcement_answered_by_a_plan_has_an_objection_a_machine_can_tell() -> None:
    plans = {slug for slug, one in knowledge().enforcements.items() if one.plan_expected}
    assert plans <= {slug for slug, _ in PATTERNS}


def test_an_action_of_the_kind_meets_what_asks_for_it(plan: Case, ask: Ask) -> None:
    wanted = "Nothing says what stopped the harm at once: stock held, offers closed, orders refunded."
    assert _states(ask, plan)[wanted] == "raised"
    assert _states(ask, edit(plan, "/corrective_actions/actio1/kind", "containment"))[wanted] == "met"


@for_each(
    ("what", "state"),
    [
        ("closed both offers and counted the boxes", "met"),
        ("refunded the 5 buyers in full", "met"),
        ("took the 40 lamps of batch 7 off sale", "met"),
        ("recalled all 118 units from FBA", "met"),
        ("held a training on packing", "raised"),
        ("closed the support case", "raised"),
        ("moved label purchase to the packing station", "raised"),
    ],
)
def test_an_action_whose_words_stop_the_harm_meets_it_without_a_kind(
    what: str, state: str, plan: Case, ask: Ask
) -> None:
    wanted = "Nothing says what stopped the harm at once: stock held, offers closed, orders refunded."
    actions = tuple(row.model_copy(update={"what": what, "passage": None}) for row in plan.corrective_actions)
    assert _states(ask, plan.model_copy(update={"corrective_actions": actions}))[wanted] == state


def test_a_finding_raises_the_objection_that_rests_on_it_and_is_told_once(papers: Case, ask: Ask) -> None:
    case = edit(papers, "/products/produ1/supplier", None)
    case = edit(case, "/suppliers/trader/buys_from", None)
    (found,) = (one for one in ask(evidence, case) if one.rule == "exhibits.chain-open")
    raised = [one for one in ask(lambda context: judgements(context, (found,)), case) if one.state == "raised"]
    assert [(one.objection.en, one.path) for one in raised] == [("The chain ends at a trader.", "/products/produ1")]
    assert ask(lambda context: objections(context, (found,)), case) == ()
