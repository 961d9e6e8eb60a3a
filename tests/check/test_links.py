"""Whether causes, actions, measures and exhibits point to each other, both ways."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from poa_app.check.links import links
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit, Request
from poa_app.model.finding import Finding
from poa_app.model.paths import edit
from poa_app.model.rows import CorrectiveAction, PreventiveMeasure, RootCause

Asked = Callable[..., tuple[Finding, ...]]

LOG = Exhibit(id="exhib2", kind="log", title="Label log", date=date(2026, 11, 13))


def _more(case: Case, path: str, row: Any) -> Case:
    return edit(case, path, (*getattr(case, path.removeprefix("/")), row))


def _points(found: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(one.rule, one.path) for one in found]


def test_a_second_cause_needs_an_action_and_a_measure_of_its_own(plan: Case, ask: Asked) -> None:
    case = _more(plan, "/root_causes", RootCause(id="cause2"))
    place = "/root_causes/cause2"
    answers = [("links.cause-without-action", place), ("links.cause-without-measure", place)]
    assert _points(ask(links, case)) == answers
    action = CorrectiveAction(id="actio2", causes=("cause2",), exhibits=("exhib1",))
    measure = PreventiveMeasure(id="measu2", causes=("cause2", "cause1"), exhibits=("exhib1",))
    assert _points(ask(links, _more(case, "/corrective_actions", action))) == answers[1:]
    assert _points(ask(links, _more(case, "/preventive_measures", measure))) == answers[:1]
    assert ask(links, _more(_more(case, "/preventive_measures", measure), "/corrective_actions", action)) == ()


@pytest.mark.parametrize("path", ["/corrective_actions/actio1/causes", "/preventive_measures/measu1/causes"])
def test_no_cause_is_unanswered_while_a_row_does_not_say_what_it_answers(path: str, plan: Case, ask: Asked) -> None:
    assert ask(links, edit(plan, path, ())) == ()


@pytest.mark.parametrize("path", ["/corrective_actions", "/preventive_measures", "/root_causes"])
def test_a_list_still_to_be_written_leaves_nothing_hanging(path: str, plan: Case, ask: Asked) -> None:
    assert ask(links, edit(_more(plan, "/exhibits", LOG), path, ())) == ()


def test_one_wrong_cause_among_right_ones_is_found(plan: Case, ask: Asked) -> None:
    for kind, row in (("corrective_actions", "actio1"), ("preventive_measures", "measu1")):
        path = f"/{kind}/{row}/causes"
        assert _points(ask(links, edit(plan, path, ("cause1", "gone00")))) == [("links.unknown-cause", path)]


@pytest.mark.parametrize(
    "path",
    ["/root_causes/cause1/exhibits", "/corrective_actions/actio1/exhibits", "/preventive_measures/measu1/exhibits"],
)
def test_one_wrong_exhibit_among_right_ones_is_found(path: str, plan: Case, ask: Asked) -> None:
    assert _points(ask(links, edit(plan, path, ("gone00", "exhib1")))) == [("links.unknown-exhibit", path)]


def test_what_points_to_nothing_cannot_be_overruled(plan: Case, ask: Asked) -> None:
    case = edit(plan, "/preventive_measures/measu1/exhibits", ("gone00",))
    (found,) = ask(links, edit(case, "/preventive_measures/measu1/causes", ("cause1",)))
    assert not found.can_be_overruled


@pytest.mark.parametrize("kind", ["root_causes/cause1", "corrective_actions/actio1", "preventive_measures/measu1"])
def test_an_exhibit_is_cited_by_any_kind_of_row(kind: str, plan: Case, ask: Asked) -> None:
    case = _more(plan, "/exhibits", LOG)
    assert _points(ask(links, case)) == [("links.uncited-exhibit", "/exhibits/exhib2")]
    assert ask(links, edit(case, f"/{kind}/exhibits", ("exhib1", "exhib2"))) == ()


def test_an_exhibit_named_in_a_passage_is_cited(plan: Case, ask: Asked) -> None:
    case = edit(_more(plan, "/exhibits", LOG), "/root_causes/cause1/passage", "No cut-off was set (Exhibits A and B).")
    assert ask(links, case) == ()


@pytest.mark.parametrize("path", ["/corrective_actions/actio1/exhibits", "/preventive_measures/measu1/exhibits"])
def test_no_exhibit_is_uncited_while_a_row_lacks_its_proof(path: str, plan: Case, ask: Asked) -> None:
    assert ask(links, edit(_more(plan, "/exhibits", LOG), path, ())) == ()


def test_every_exhibit_is_cited_where_the_notice_asks_for_documents(plan: Case, papers: Case, ask: Asked) -> None:
    asked = (Request(id="reque1", section="documents", words="Invoices"),)
    assert ask(links, edit(_more(plan, "/exhibits", LOG), "/notice/requests", asked)) == ()
    assert ask(links, _more(papers, "/exhibits", LOG)) == ()


def test_a_product_and_its_suppliers_must_be_in_the_case(papers: Case, ask: Asked) -> None:
    trader, maker = papers.suppliers
    for path, value, point in (
        ("/products/produ1/supplier", "gone00", ("links.unknown-supplier", "/products/produ1/supplier")),
        ("/suppliers", (trader,), ("links.unknown-supplier", "/suppliers/trader/buys_from")),
        ("/suppliers", (maker,), ("links.unknown-supplier", "/products/produ1/supplier")),
        (
            "/exhibits/exhib1/covers/lines1/product",
            "gone00",
            ("links.unknown-product", "/exhibits/exhib1/covers/lines1/product"),
        ),
    ):
        assert _points(ask(links, edit(papers, path, value))) == [point]


@pytest.mark.parametrize("path", ["/products", "/suppliers"])
def test_an_answer_by_documents_without_products_or_suppliers_is_asked_for_them_only(
    path: str, papers: Case, ask: Asked
) -> None:
    assert ask(links, edit(papers, path, ())) == ()
    assert ask(links, edit(edit(papers, path, ()), "/violations/viola1/route", "plan-of-action"))
