"""The shipped examples are complete, pass every check and give the letters kept beside the tests."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from poa_app import desk
from poa_app.desk.state import CaseState
from poa_app.intake.exhibit_files import missing_files
from poa_app.knowledge import knowledge
from poa_app.model.case import Case

GOLDENS = Path(__file__).parent / "goldens"

EXPECTED = {"order-defect-rate": ["numbers.target"]}
"""The one finding an example keeps: a 60-day rate cannot be under its target yet, and the letter says until when."""


def signed(case: Case) -> date:
    assert isinstance(case.letter_date, date)
    return case.letter_date


def test_an_example_is_named_after_an_enforcement_there_is() -> None:
    examples = {path.stem for path in (GOLDENS.parent.parent / "examples").glob("*.json")}
    assert len(examples) >= 4
    assert examples <= set(knowledge().enforcements)


def test_an_example_leaves_nothing_to_mend(example: Case, example_file: Path) -> None:
    found = desk.check_case(example, signed(example), beside=example_file.parent)
    assert [finding.rule for finding in found] == EXPECTED.get(example_file.stem, [])


def test_an_example_brings_all_its_exhibits(example: Case, example_file: Path) -> None:
    assert missing_files(example, example_file.parent) == frozenset()
    named = {exhibit.file for exhibit in example.exhibits}
    there = {f"{example_file.stem}/{path.name}" for path in (example_file.parent / example_file.stem).iterdir()}
    assert named == there


@pytest.mark.parametrize("template", ["short", "full"])
def test_an_example_gives_its_golden_letter(example: Case, example_file: Path, template: str) -> None:
    """Run with ``POA_GOLDENS=write`` to keep new letters after reading them."""
    made = desk.render_case(example, example_file.name, ".txt", template, signed(example))
    golden = GOLDENS / f"{example_file.stem}-{template}.txt"
    if os.environ.get("POA_GOLDENS") == "write":
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(made.content)
    assert made.content.decode() == golden.read_text(encoding="utf-8")


def test_a_plan_is_as_long_as_a_reviewer_reads(example: Case, example_file: Path) -> None:
    texts = CaseState(example, signed(example)).texts
    if example.route == "plan-of-action":
        words = sum(len(text.split()) for name, text in texts.items() if name not in ("", "exhibits"))
        assert 400 <= words <= 900
