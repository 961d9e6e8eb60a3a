"""A list of exhibits stands once in a letter, names nothing twice, and tells of a paper what no sentence does."""

from __future__ import annotations

from datetime import date
from typing import Any

from poa_app.knowledge import knowledge
from poa_app.model.case import Case, NotApplicable
from poa_app.model.facts import Exhibit, Notice, Request, Violation
from poa_app.model.letter import Letter
from poa_app.model.rows import CorrectiveAction, RootCause
from poa_app.render.letter import compose
from poa_app.render.plain import render_text
from poa_app.resources import folder
from tests.each import for_each

ASKED = Request(id="reque1", section="documents", words="Invoices issued in the last 365 days")


def _said(*papers: dict[str, Any], **more: Any) -> str:
    return render_text(_letter(*papers, **more))


def _letter(
    *papers: dict[str, Any], requests: tuple[Request, ...] = (), template: str = "short", **more: Any
) -> Letter:
    case = Case(
        marketplaces=("UK",),
        violations=(Violation(id="viola1", enforcement="used-sold-as-new", route="plan-of-action"),),
        notice=Notice(received=date(2026, 11, 9), requests=requests),
        exhibits=tuple(Exhibit(id=f"exhib{place}", **one) for place, one in enumerate(papers, 1)),
        **{"root_causes": (RootCause(id="cause1", what="Boxes were opened", exhibits=("exhib1",)),), **more},
    )
    return compose(case, knowledge(), folder("templates"), template, draft=False)


LOG: dict[str, Any] = {"title": "returns log", "date": date(2026, 11, 6), "shows": "all returns since May"}


@for_each(
    ("paper", "line"),
    [
        ({"title": "business license", "date": date(2023, 4, 11), "shows": "name and address."},
         "B. Business license (11 April 2023): name and address"),
        ({"title": "lease of the depot", "date": date(2026, 2, 1)}, "B. Lease of the depot (1 February 2026)"),
        ({"title": "letter of 1 February", "date": date(2026, 2, 1)}, "B. Letter of 1 February"),
        ({"title": "letter of 1 February", "date": date(2025, 2, 1)}, "B. Letter of 1 February (1 February 2025)"),
        ({"title": "photo", "shows": "the seal"}, "B. Photo: the seal"),
        ({"title": "letter", "number": "L-7", "date": date(2026, 2, 1)}, "B. Letter (L-7, 1 February 2026)"),
    ],
)  # fmt: skip
def test_a_paper_that_no_sentence_cites_has_its_day_and_what_it_shows(paper: dict[str, Any], line: str) -> None:
    assert line in _said(LOG, paper).splitlines()


@for_each(
    "more",
    [
        {"opening": "The boxes were opened in our own room (Exhibit B)."},
        {"opening": "See Exhibits A and B."},
        {"corrective_actions": (CorrectiveAction(id="actio1", what="Opened all", exhibits=("exhib2",)),)},
        {"root_causes": (RootCause(id="cause1", passage="Boxes were opened (Exhibits A to B)."),)},
    ],
)
def test_a_paper_that_a_sentence_cites_is_told_there(more: dict[str, Any]) -> None:
    lease = {"title": "lease", "date": date(2026, 2, 1), "shows": "the address"}
    assert "B. Lease" in _said(LOG, lease, **more).splitlines()


@for_each(
    ("title", "printed"),
    [
        ("eBay screenshot", "eBay screenshot"),
        ("iPhone photo", "iPhone photo"),
        ("adidas invoice", "adidas invoice"),
        ("sku list", "sku list"),
        ("refund report", "Refund report"),
        ("photos", "Photos"),
        ("e-mail of the buyer", "e-mail of the buyer"),
        ("über letter", "über letter"),
        ("ODR table", "ODR table"),
        ("{{ x }} log", "{{ x }} log"),
        ("log<b>x", "log<b>x"),
    ],
)
def test_a_title_begins_its_line_with_a_capital_where_its_first_word_is_plain(title: str, printed: str) -> None:
    assert f"A. {printed}" in _said({"title": title}).splitlines()


def test_a_plan_that_is_asked_for_papers_lists_them_once() -> None:
    invoice = {"title": "Invoice OM-10458 of 3 March", "number": "OM-10458", "date": date(2026, 3, 3),
               "issuer": "Okando Example GmbH", "shows": "600 units"}  # fmt: skip
    said = _said(LOG, invoice, requests=(ASKED,))
    assert "- Exhibit B: Invoice OM-10458 of 3 March, issued by Okando Example GmbH: 600 units." in said
    assert "- Exhibit A: Returns log, dated 6 November 2026." in said
    assert said.count("Returns log") == said.count("OM-10458") == 1
    assert "\nExhibits\n" not in said


def test_an_answer_on_the_papers_leaves_the_list_to_the_end() -> None:
    answered = ASKED.model_copy(update={"answer": "Exhibit A is the log of our own."})
    said = _said(LOG, requests=(answered,))
    assert said.count("Returns log") == 1
    assert "\nExhibits\n\nA. Returns log" in said


@for_each(("template", "requests"), [("short", ()), ("full", ()), ("short", (ASKED,)), ("full", (ASKED,))])
def test_a_paper_that_bears_no_date_leaves_no_gap(template: str, requests: tuple[Request, ...]) -> None:
    form = {"title": "returns form", "shows": "what is asked of each return"}
    undated = NotApplicable(path="/exhibits/exhib1/date", reason="A blank form bears no date")
    gaps = _gaps(_letter(form, requests=requests, template=template))
    left = _gaps(_letter(form, requests=requests, template=template, not_applicable=(undated,)))
    assert left == gaps - {"/exhibits/exhib1/date"}
    assert ("/exhibits/exhib1/date" in gaps) == (template == "full" or bool(requests))


def _gaps(letter: Letter) -> set[str | None]:
    return {run.path for run in letter.runs() if run.gap}
