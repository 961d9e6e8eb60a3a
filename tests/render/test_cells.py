"""The tables of the full letter print what was typed as a reviewer can read it: mended, in its tense, capitalised."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.paths import edit
from poa_app.phrases.things import heading
from poa_app.render.letter import compose
from poa_app.render.plain import render_text
from poa_app.resources import folder
from tests.each import for_each

SHEET = Path(__file__).parents[1] / "phrases" / "fact_sheets" / "wrong-brand-mugs.toml"


def _full(**edits: Any) -> str:
    case = Case.model_validate(tomllib.loads(SHEET.read_text(encoding="utf-8")))
    for path, value in edits.items():
        case = edit(case, "/" + path.replace("__", "/"), value)
    return render_text(compose(case, knowledge(), folder("templates"), "full", draft=False))


@for_each(
    "said",
    [
        "1.1 The operator filled in the wrong brand name (2 complaints)",
        "Why: 1. Our company did not have a check before publishing, 2. The operator was new",
        "How unnoticed: We only checked the listing when there was a complaint",
        "Who: Li Wei, purchasing manager;",
        "What: Removed all inventory of ASIN B0EXMPLM11 from FBA (212 units)",
        "How: By creating a removal order in FBA",
        "What: Refunded all 3 buyers",
        "How: By clicking refund in Manage Orders. All 3 customers got the refund.",
        "What: Reads return comments and buyer messages, and records them",
        "Who: Customer service; deputy: Chen Min, operations manager;",
        "In force since November 17, 2026; every day at 10:00;",
        "How: If there is a complaint of authenticity, customer service closes the listing immediately. ",
        "immediately. The record is the Excel form.",
    ],
)
def test_a_cell_tells_its_field_as_a_reviewer_reads_it(said: str) -> None:
    assert said in _full()


def test_what_is_blank_stays_a_gap() -> None:
    assert "Who: [Owner: missing]; deputy" in _full(preventive_measures__measu1__who=None)
    assert "What: [What was done: missing]" in _full(corrective_actions__actio1__what=None)


@for_each(
    ("typed", "said"),
    [
        ("check unshipped orders", "Unshipped orders are checked"),
        ("Read all the comments", "All comments are read"),
        ("Count returns weekly", "Returns are counted weekly"),
        ("Test every batch", "Every batch is tested"),
        ("check before publish", "Check before publishing"),
        ("Train staff", "Train staff"),
        ("Stop late orders", "Stop late orders"),
        ("drop test", "Drop test"),
        ("Two checks a day", "Two checks a day"),
        ("Approve each listing by two persons", "Approve each listing by two persons"),
    ],
)
def test_the_heading_of_a_control_tells_what_is_done(typed: str, said: str) -> None:
    assert heading(typed, in_force=True) == said


def test_the_heading_of_a_cause_stays_as_it_was_put() -> None:
    assert heading("check unshipped orders") == "Check unshipped orders"
