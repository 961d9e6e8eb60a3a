"""Whatever a letter may want of a case has its place on the screens."""

from __future__ import annotations

from pathlib import Path

from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import Violation
from poa_app.model.fields import fields, row_types
from poa_app.model.paths import leaves, pattern
from poa_app.model.routes import DOCUMENTS
from poa_app.ui import forms, screens
from poa_app.ui.labels import choice
from poa_app.ui.words import Reader
from tests.each import for_each

PLACED_OTHERWISE = {"id", "passage", "done", "file", "translation", "covers", "parts", "letter"}
"""Of a row: its name, and what has widgets of its own or is never typed."""

WITHOUT_FORM = {"violations", "covers", "parts"}
"""Kinds of row that have widgets of their own."""

NEVER_TYPED = {"/client/id", "/deadline/certain", "/poa_case"}
SCREENS = "".join(path.read_text(encoding="utf-8") for path in Path(screens.__file__).parent.glob("*.py"))


@for_each("kind", sorted(set(row_types()) - WITHOUT_FORM))
def test_every_field_of_a_row_has_its_place_in_its_form(kind: str) -> None:
    row = row_types()[kind]
    following = (line for _, _, lines in row.spec.following for line in lines)
    shown = {name.split("/")[0] for line in (*row.spec.first, *row.spec.folded, *following) for name in line}
    assert shown >= set(row.model_fields) - PLACED_OTHERWISE
    assert shown <= set(row.model_fields)
    assert row.spec.head


def test_every_list_has_its_words() -> None:
    assert set(knowledge().rows) == set(row_types())
    for kind in set(row_types()) - WITHOUT_FORM:
        words = knowledge().rows[kind]
        assert words.plural
        assert words.empty
        assert words.add


def test_every_choice_of_a_field_has_its_name_in_both_languages() -> None:
    offered = [
        (field.path, option) for field in fields().values() if field.path not in NEVER_TYPED for option in field.options
    ]
    assert ("/fulfilment", "both") in offered
    unnamed = [
        (path, option)
        for path, option in offered
        for language in ("en", "zh")
        if choice(Reader(language), None, path, option) == option
    ]
    assert unnamed == []


def test_every_field_that_stands_alone_is_on_a_screen(example: Case) -> None:
    alone = {pattern(path) for path, _ in leaves(example) if "*" not in pattern(path)} - NEVER_TYPED
    lists = {f"/{name}" for name in (*Case.model_fields, "notice/requests") if f"/{name}" in alone}
    rows = {
        path for path in lists if path.rsplit("/", 1)[-1] in (*row_types(), "drafts", "overruled", "not_applicable")
    }
    missing = [path for path in sorted(alone - rows) if f'"{path}"' not in SCREENS and not _composed(path)]
    assert missing == []


def _composed(path: str) -> bool:
    """Whether a screen puts the path together from its last step."""
    return path.startswith("/client/") and f'"{path.rsplit("/", 1)[-1]}"' in SCREENS


def test_a_plan_offers_its_suppliers_where_they_are_asked_for() -> None:
    plan, papers = (
        Case(violations=(Violation(id="viol01", route=route),)) for route in ("plan-of-action", "documents")
    )
    assert "suppliers" not in forms.workbench_rows(plan, suppliers=False)
    shown = forms.workbench_rows(plan, suppliers=True)
    assert shown.index("suppliers") == shown.index("products") + 1
    assert forms.workbench_rows(papers, suppliers=True) == DOCUMENTS.rows


def test_the_orders_behind_a_rate_stand_beneath_the_metrics() -> None:
    plan, claim, papers = (
        Case(violations=(Violation(id="viol01", route=route),)) for route in ("plan-of-action", "claim", "documents")
    )
    assert forms.workbench_rows(plan, suppliers=False, orders=True)[:2] == ("metrics", "orders")
    assert "orders" in forms.workbench_rows(claim, suppliers=False, orders=True)
    assert forms.workbench_rows(papers, suppliers=False, orders=True) == DOCUMENTS.rows
