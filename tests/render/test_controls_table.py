"""Many controls print as one table, a few as sentences; a table leaves nothing out."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.letter import Letter, Table
from poa_app.model.paths import edit
from poa_app.render.control_lines import MEASURES_OF_A_TABLE
from poa_app.render.letter import compose
from poa_app.render.plain import render_text
from poa_app.resources import folder

SHEET = Path(__file__).parents[1] / "phrases" / "fact_sheets" / "late-garden-lights.toml"
LAUNCH = {
    "id": "measu4",
    "what": "No new SKU is published until its packing time has been measured.",
    "since": "2026-11-15",
    "frequency": "Before each launch",
    "who": "warehouse lead",
    "name": "Dana Whitlock",
    "deputy": "owner",
    "where": "our warehouse in Reno, Nevada",
    "trigger": "no measured time",
    "response": "the SKU stays closed",
    "record": "launch sheet",
    "review": "2026-12-18",
    "review_target": "every launch on the sheet",
    "causes": ["cause1"],
    "exhibits": ["exhib8"],
}


@pytest.fixture
def told() -> dict[str, Any]:
    read = tomllib.loads(SHEET.read_text(encoding="utf-8"))
    read["preventive_measures"].append(
        {**LAUNCH, "id": "measu5", "what": "keeps a second printer", "name": "Priya Anand"}
    )
    return read


def _letter(told: dict[str, Any]) -> Letter:
    return compose(Case.model_validate(told), knowledge(), folder("templates"), "short", draft=False)


def _tables(letter: Letter) -> list[Table]:
    return [block for block in letter.blocks if isinstance(block, Table)]


def test_a_few_controls_are_told_in_sentences(told: dict[str, Any]) -> None:
    assert len(told["preventive_measures"]) < MEASURES_OF_A_TABLE
    assert _tables(_letter(told)) == []


def test_many_controls_stand_in_one_table_and_nowhere_else(told: dict[str, Any]) -> None:
    told["preventive_measures"].append(LAUNCH)
    letter = _letter(told)
    (table,) = _tables(letter)
    assert len(table.rows) == len(told["preventive_measures"])
    said = render_text(letter)
    assert said.count("Dana Whitlock, warehouse lead (deputy: owner)") == 1
    assert said.count("packing time has been measured") == 1


@pytest.mark.parametrize(
    "words",
    [
        "No new SKU is published until its packing time has been measured (cause 1.1)",
        "November 15, before each launch, our warehouse in Reno, Nevada",
        "Launch sheet (Exhibit H).",
        "If there is no measured time, the SKU stays closed.",
        "The next review is on December 18",
        "every launch on the sheet",
    ],
)
def test_a_table_says_all_that_was_entered(told: dict[str, Any], words: str) -> None:
    told["preventive_measures"].append(LAUNCH)
    assert words in render_text(_letter(told))


def test_a_blank_stands_in_the_table_as_a_gap(told: dict[str, Any]) -> None:
    told["preventive_measures"].append({"id": "measu4"})
    paths = {run.path for run in _letter(told).runs() if run.gap}
    assert paths >= {f"/preventive_measures/measu4/{name}" for name in ("what", "who", "since", "frequency", "record")}


def test_a_control_that_was_rewritten_keeps_all_of_them_as_sentences(told: dict[str, Any]) -> None:
    told["preventive_measures"].append(LAUNCH)
    case = edit(
        Case.model_validate(told), "/preventive_measures/measu4/passage", "Since November 15 each launch waits."
    )
    letter = compose(case, knowledge(), folder("templates"), "short", draft=False)
    assert _tables(letter) == []
    assert "Since November 15 each launch waits." in render_text(letter)
