"""The kinds of input that failed once, each in further forms."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from poa_app.desk.letters import check_case, render_case
from poa_app.model.case import Case
from poa_app.model.paths import get
from tests.cases.conftest import ROOT, TODAY, apply
from tests.each import for_each

VARIANTS: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).with_name("case_variants.toml")).read_text(encoding="utf-8")
)["variant"]
Points = set[tuple[str, str, str, str]]


def _changed(one: dict[str, Any]) -> Case:
    return apply({"on": f"examples/{one['on']}.json", **{key: one.get(key, {}) for key in ("drop", "set", "add")}})


def _points(case: Case) -> Points:
    found = check_case(case, TODAY, beside=ROOT / "examples")
    return {(one.rule, one.path, one.severity, one.message) for one in found if one.severity != "consider"}


@cache
def _before(on: str) -> frozenset[tuple[str, str, str, str]]:
    return frozenset(_points(_changed({"on": on})))


@for_each("one", VARIANTS, ids=lambda one: f"{one['of']} {one['on']} {one.get('set', one.get('add'))}"[:120])
def test_an_input_of_a_kind_that_failed(one: dict[str, Any]) -> None:
    case = _changed(one)
    new = _points(case) - _before(one["on"])
    assert [path for path in one.get("found", []) if not any(at.startswith(path) for _, at, _, _ in new)] == [], new
    quiet = one.get("quiet", [])
    assert [point for point in new if quiet and point[1].startswith(tuple(quiet))] == []
    assert [point for point in new if any(words in point[3] for words in one.get("quiet_words", []))] == []
    assert not (one.get("quiet_blocks") and [point for point in new if point[2] == "blocks"]), new
    for path, value in one.get("value", {}).items():
        held = get(case, path)
        assert (str(held) if isinstance(value, str) else float(held)) == value
    said = render_case(case, "case.json", ".txt", "short", TODAY, True).content.decode()
    assert [words for words in one.get("prints_not", []) if words in said] == []
