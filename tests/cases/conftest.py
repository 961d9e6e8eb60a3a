"""Inputs that once failed, as changes to the shipped examples; each test here states what is right.

An input in ``inputs/`` names the example it changes (``on``), paths taken out first (``drop``), paths given a value
(``set``) and rows put at the end of a list (``add``). A step of a path is a key, or the id of a row.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from poa_app.desk.letters import check_case, render_case
from poa_app.intake.case_file import parse_case
from poa_app.model.case import Case
from poa_app.model.finding import Finding

ROOT = Path(__file__).resolve().parent.parent.parent
INPUTS = Path(__file__).resolve().parent / "inputs"
TODAY = date(2026, 11, 25)
"""The day on which the inputs were tried."""


def _step(part: Any, step: str) -> Any:
    if isinstance(part, list):
        return next(row for row in part if row["id"] == step)
    return part.setdefault(step, {}) if step not in part else part[step]


def _owner(case: dict[str, Any], path: str) -> tuple[Any, str]:
    *way, last = path.strip("/").split("/")
    part: Any = case
    for step in way:
        part = _step(part, step)
    return part, last


def apply(change: dict[str, Any]) -> Case:
    """Return the example with the change applied."""
    case = json.loads((ROOT / change["on"]).read_text(encoding="utf-8"))
    for path in change.get("drop", ()):
        part, last = _owner(case, path)
        part.pop(last, None)
    for path, value in change.get("set", {}).items():
        part, last = _owner(case, path)
        part[last] = value
    for path, rows in change.get("add", {}).items():
        part, last = _owner(case, path)
        part.setdefault(last, []).extend(rows)
    return parse_case(json.dumps(case).encode(), change["on"])


def read_input(name: str) -> dict[str, Any]:
    """Return an input by the beginning of its file name, such as ``05``."""
    (path,) = INPUTS.glob(f"{name}*.json")
    change: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return change


@pytest.fixture
def changed() -> Callable[..., Case]:
    """Build a case from an input by number; ``set=``, ``add=`` and ``drop=`` change it further."""

    def build(name: str, **more: Any) -> Case:
        change = read_input(name)
        merged = {"on": change["on"], "drop": [*change.get("drop", ()), *more.get("drop", ())]}
        for key in ("set", "add"):
            merged[key] = {**change.get(key, {}), **more.get(key, {})}
        return apply(merged)

    return build


@pytest.fixture
def variant() -> Callable[..., Case]:
    """Build a case from an example's name and a change of the same form: ``on``, ``set=``, ``add=``, ``drop=``."""
    return lambda on, **change: apply({"on": f"examples/{on}.json", **change})


@pytest.fixture
def found() -> Callable[..., tuple[Finding, ...]]:
    """Check a case as of the day the inputs were tried, with the examples' own files beside it."""
    return lambda case, today=TODAY: check_case(case, today, beside=ROOT / "examples")


@pytest.fixture
def letter() -> Callable[..., str]:
    """Render a case as text."""

    def render(case: Case, template: str = "short", draft: bool = False, today: date = TODAY) -> str:
        return render_case(case, "case.json", ".txt", template, today, draft).content.decode()

    return render
