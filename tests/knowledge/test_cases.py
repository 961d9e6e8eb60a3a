"""For every enforcement a small complete case is checked as its own and prints its route's letter."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from poa_app.desk.state import CaseState
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.letter import Heading
from poa_app.render.plain import render_text

pytestmark = pytest.mark.slow

CASES = Path(__file__).with_name("cases")
KNOWN = knowledge().enforcements
WITHOUT_FILES = "exhibits.no-file"


def _state(slug: str) -> CaseState:
    case = Case.model_validate(tomllib.loads((CASES / f"{slug}.toml").read_text(encoding="utf-8")))
    assert case.letter_date
    return CaseState(case, case.letter_date)


def test_every_enforcement_has_its_small_case() -> None:
    assert {path.stem for path in CASES.glob("*.toml")} == set(KNOWN)


@pytest.mark.parametrize("slug", KNOWN)
def test_a_small_case_is_complete_by_its_usual_route(slug: str) -> None:
    state = _state(slug)
    assert state.case.enforcements == (slug,)
    assert state.case.route == KNOWN[slug].usual_route
    assert [one for one in state.findings if one.severity != "consider" and one.rule != WITHOUT_FILES] == []


@pytest.mark.parametrize("slug", KNOWN)
def test_a_small_case_prints_its_letter_without_a_gap_or_an_empty_section(slug: str) -> None:
    letter = _state(slug).letter("short")
    assert letter
    assert not any(run.gap for run in letter.runs())
    last: object = None
    for block in letter.blocks:
        below = isinstance(block, Heading) and isinstance(last, Heading) and block.level <= last.level
        assert not below, render_text(letter)
        last = block
    assert not isinstance(last, Heading)
