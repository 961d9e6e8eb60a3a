"""Whatever a letter may want of a case has its place on the screens."""

from __future__ import annotations

from pathlib import Path

import pytest

from poa_app.model.case import Case
from poa_app.model.paths import leaves, pattern
from poa_app.model.rowkinds import KINDS
from poa_app.ui import forms, screens

PLACED_OTHERWISE = {"id", "passage", "done", "file", "translation", "covers", "letter"}
"""Of a row: its name, and what has widgets of its own or is never typed."""

NEVER_TYPED = {"/client/id", "/deadline/certain", "/poa_case"}
SCREENS = "".join(path.read_text(encoding="utf-8") for path in Path(screens.__file__).parent.glob("*.py"))


@pytest.mark.parametrize("kind", forms.ROWS)
def test_every_field_of_a_row_has_its_place_in_its_form(kind: str) -> None:
    form = forms.ROWS[kind]
    shown = {name.split("/")[0] for line in (*form.first, *form.folded) for name in line}
    assert shown >= set(KINDS[kind].model_fields) - PLACED_OTHERWISE


def test_every_kind_of_row_has_a_form() -> None:
    assert set(KINDS) - set(forms.ROWS) == {"violations", "covers"}


def test_every_field_that_stands_alone_is_on_a_screen(example: Case) -> None:
    alone = {pattern(path) for path, _ in leaves(example) if "*" not in pattern(path)} - NEVER_TYPED
    lists = {f"/{name}" for name in (*Case.model_fields, "notice/requests") if f"/{name}" in alone}
    rows = {path for path in lists if path.rsplit("/", 1)[-1] in (*KINDS, "drafts", "overruled", "not_applicable")}
    missing = [path for path in sorted(alone - rows) if f'"{path}"' not in SCREENS and not _composed(path)]
    assert missing == []


def _composed(path: str) -> bool:
    """Tell whether a screen puts the path together from its last step."""
    return path.startswith("/client/") and f'"{path.rsplit("/", 1)[-1]}"' in SCREENS


def test_a_plan_offers_its_suppliers_where_they_are_asked_for() -> None:
    assert "suppliers" not in forms.sections("plan-of-action", suppliers=False)
    shown = forms.sections("plan-of-action", suppliers=True)
    assert shown.index("suppliers") == shown.index("products") + 1
    assert forms.sections("documents", suppliers=True) == forms.SECTIONS["documents"]
