"""Inputs that a later part mended: pasted drafts, and choices found by what they are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from poa_app.desk import create
from poa_app.desk.paste_import import paste_plan
from poa_app.knowledge import knowledge
from poa_app.knowledge.search import find_enforcements
from poa_app.model.case import Case

INPUTS = Path(__file__).resolve().parent / "inputs"


def pasted(name: str) -> Case:
    """Return an empty late-shipment case after the draft of an input was pasted."""
    (path,) = INPUTS.glob(f"{name}*.txt")
    _, _, draft = path.read_text(encoding="utf-8").partition("\n--- paste what follows as a finished draft ---\n")
    assert draft
    return paste_plan(create("late-shipment-rate"), draft)[0]


def counts(case: Case) -> tuple[int, int, int]:
    return len(case.root_causes), len(case.corrective_actions), len(case.preventive_measures)


def test_54_headings_by_letter_part_a_pasted_draft() -> None:
    case = pasted("54")
    assert (len(case.root_causes), len(case.preventive_measures)) == (2, 3)


def test_55_bold_headings_part_a_pasted_draft_and_its_greeting_is_no_row() -> None:
    assert counts(pasted("55")) == (1, 1, 1)


@pytest.mark.parametrize("typed", ["LSR", "late", "chifa", "chifalv", "迟发"])
def test_66_an_enforcement_is_found_by_short_form_and_pinyin(typed: str) -> None:
    assert find_enforcements(typed, knowledge())[0] == "late-shipment-rate"
