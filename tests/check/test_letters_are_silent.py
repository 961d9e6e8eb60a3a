"""The letters that the program composes, and those of its examples, raise nothing that nobody typed."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from poa_app.check.language import setting
from poa_app.desk.state import CaseState
from poa_app.english.lint import lint
from poa_app.english.setting import Setting
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.paths import typed_leaves
from poa_app.render.plain import render_text

pytestmark = pytest.mark.slow

SHEETS = sorted((Path(__file__).parents[1] / "phrases" / "fact_sheets").glob("*.toml"))
DAY = date(2026, 11, 25)
SAID_IN_ROWS = {"date", "owner", "evidence", "link"}
"""Families of which a letter, taken out of its rows, tells too little: its tables and lists name days and contacts."""


def _raised(case: Case) -> list[tuple[str, str]]:
    letter = CaseState(case, DAY).letter("short")
    assert letter
    around = Setting(names=setting(case).names, exhibits=setting(case).exhibits, enforcements=case.enforcements)
    rules = knowledge().rules
    return [
        (match.rule, match.quote)
        for match in lint(render_text(letter), around)
        if rules[match.rule].severity != "consider" and rules[match.rule].family not in SAID_IN_ROWS
    ]


def _in_one_tense(words: str) -> str:
    """Return words in small letters, with what is told in the past as it may have been typed."""
    return re.sub(r"\b(?:was|were|are)\b", "is", words.lower())


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_composing_what_a_client_says_adds_no_fault(sheet: Path) -> None:
    case = Case.model_validate(tomllib.loads(sheet.read_text(encoding="utf-8")))
    typed = _in_one_tense(" | ".join(value for _, value in typed_leaves(case) if isinstance(value, str)))
    raised = [(rule, _in_one_tense(quote)) for rule, quote in _raised(case)]
    assert [one for one in raised if one[1] not in typed and one[1].partition(" ")[2] not in typed] == []


def test_the_letter_of_an_example_raises_nothing(example: Case) -> None:
    assert _raised(example) == []


def test_no_field_of_an_example_raises_anything(example: Case) -> None:
    families = knowledge().rule_families
    found = [one for one in CaseState(example, DAY).findings if one.family in families and one.start is not None]
    assert [(one.rule, one.path, one.quote) for one in found if one.severity != "consider"] == []
