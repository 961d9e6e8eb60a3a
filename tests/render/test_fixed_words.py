"""What the templates say of their own is connectors only: with nonsense in every slot, nothing is stated."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit, Violation
from poa_app.model.letter import Letter
from poa_app.model.rows import CorrectiveAction, PreventiveMeasure, RootCause
from poa_app.render.letter import compose
from poa_app.resources import folder
from tests.each import for_each

CONNECTORS = frozenset(
    [
        "a",
        "also",
        "and",
        "are",
        "as",
        "because",
        "by",
        "case",
        "deputies",
        "deputy",
        "do",
        "done",
        "for",
        "from",
        "if",
        "in",
        "is",
        "lasting",
        "next",
        "of",
        "on",
        "owner",
        "reason",
        "record",
        "records",
        "responsible",
        "review",
        "since",
        "so",
        "step",
        "target",
        "the",
        "this",
        "to",
        "total",
        "trigger",
        "unnoticed",
        "until",
        "was",
        "went",
        "were",
        "with",
    ]
)
"""All words the passages may add: when, who, why, why unnoticed and which, but nothing that is so or was done."""

SHAPES = {
    "verb": ("blorped the wug", "blorps the wug"),
    "clause": ("all 3 wugs were blorped", "every wug is blorped"),
    "own": ("blorp of 3 wugs", "blorp of wugs"),
    "several": ("We blorped the wug. The dax is zib", "We blorp the wug. The dax is zib"),
}
REASONS = [
    ("the dax was zib",),
    ("the dax was zib", "no wug was fep", "and no lum was nup"),
    ("no dax", "the wug was fep"),
    ("blick zib fep", "due to a wug"),
]


def _letter(shape: str, why: tuple[str, ...], **more: Any) -> Letter:
    done, does = SHAPES[shape]
    links = {"causes": ("cause1",), "exhibits": ("exhib1",)}
    case = Case(
        violations=(Violation(id="viola1", enforcement="late-shipment-rate", route="plan-of-action"),),
        root_causes=(
            RootCause(id="cause1", what=done, start=date(2026, 1, 5), end=date(2026, 2, 6), who="zib lead", why=why,
                      unnoticed=why, where="at the dax", when="every fep"),
        ),
        corrective_actions=(
            CorrectiveAction(id="actio1", what=done, date=date(2026, 3, 7), who="zib lead", **links, **more),
        ),
        preventive_measures=(
            PreventiveMeasure(id="measu1", what=does, since=date(2026, 3, 8), frequency="every fep", who="zib lead",
                              deputy="lum lead", record="nup log", trigger=more.get("how"), response=more.get("result"),
                              review=date(2026, 4, 9), review_target="a fep of zib", **links),
        ),
        exhibits=(Exhibit(id="exhib1", title="Nup"),),
    )  # fmt: skip
    return compose(case, knowledge(), folder("templates"), "short", draft=False)


@for_each("shape", SHAPES)
@for_each("why", REASONS, ids=" / ".join)
@for_each("how", ["by a wug", "We blorped 2 wugs", "a nup", "the dax was zib", "blick fep"])
def test_the_fixed_words_of_a_passage_state_nothing(shape: str, why: tuple[str, ...], how: str) -> None:
    letter = _letter(shape, why, how=how, result="the lum is fep")
    rows = ("/root_causes/", "/corrective_actions/", "/preventive_measures/")
    lines = [line for line in letter.lines() if any((run.path or "").startswith(rows) for run in line)]
    assert len(lines) == 3
    fixed = " ".join(run.text for line in lines for run in line if run.path is None)
    assert set(re.findall(r"[a-z]+", fixed.lower())) <= CONNECTORS
