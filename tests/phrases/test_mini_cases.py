"""Twelve short cases of eight kinds of enforcement, typed in haste, composed whole: each sentence is one to send."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.render.letter import compose
from poa_app.render.plain import render_text
from poa_app.resources import folder

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("mini_cases.toml").read_text(encoding="utf-8"))[
    "case"
]
SHARED: dict[str, Any] = {
    "marketplaces": ["US"],
    "letter_date": "2026-11-20",
    "client": {"store": "Example Store", "legal_name": "Example Store Ltd", "signatory": "Chen Yu"},
    "notice": {"received": "2026-11-09"},
    "exhibits": [{"id": "exhib1", "title": "Log"}],
}


def _rows(told: dict[str, Any], name: str) -> list[dict[str, Any]]:
    links = {} if name == "root_causes" else {"causes": ["cause1"], "exhibits": ["exhib1"]}
    kind = {"root_causes": "cause", "corrective_actions": "actio", "preventive_measures": "measu"}[name]
    return [{"id": f"{kind}{place}", **links, **row} for place, row in enumerate(told[name], 1)]


def _case(told: dict[str, Any]) -> Case:
    rows = {name: _rows(told, name) for name in ("root_causes", "corrective_actions", "preventive_measures")}
    violation = {"id": "viola1", "enforcement": told["enforcement"], "route": "plan-of-action"}
    said = {"opening": told["opening"], "closing": told["closing"]}
    return Case.model_validate({**SHARED, **said, **rows, "violations": [violation]})


@pytest.mark.parametrize("told", CASES, ids=lambda told: told["name"])
def test_each_sentence_is_one_to_send(told: dict[str, Any]) -> None:
    said = render_text(compose(_case(told), knowledge(), folder("templates"), "short", draft=False))
    assert [one for one in told["sentences"] if one not in said] == [], said
