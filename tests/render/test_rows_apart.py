"""What was typed in a row prints in that row: its place, its target and what is open of it land with no other."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit, Metric, Notice, Reading, Violation
from poa_app.model.letter import Letter, Line
from poa_app.model.rows import CorrectiveAction, PreventiveMeasure, RootCause
from poa_app.render.letter import compose
from poa_app.render.plain import words
from poa_app.resources import folder
from tests.each import for_each

LINKS: dict[str, Any] = {"causes": ("cause1",), "exhibits": ("exhib1",)}
KINDS = ("/root_causes/", "/corrective_actions/", "/preventive_measures/", "/metrics/")


def _letter(template: str = "short", **rows: Any) -> Letter:
    case = Case(
        marketplaces=("US",),
        violations=(Violation(id="viola1", enforcement="late-shipment-rate", route="plan-of-action"),),
        notice=Notice(received=date(2026, 11, 9)),
        exhibits=(Exhibit(id="exhib1", title="Log"),),
        **{"root_causes": (RootCause(id="cause1", what="Labels were printed late"),), **rows},
    )
    return compose(case, knowledge(), folder("templates"), template, draft=False)


def _rows_of(line: Line) -> set[str]:
    return {"/".join(path.split("/")[:3]) for run in line if (path := run.path or "").startswith(KINDS)}


CONTROLS: list[dict[str, Any]] = [
    {"head": "Rate", "what": "read the rate", "frequency": "daily", "record": "rate log", "review_target": "under 2%",
     "trigger": "rate above 2%", "response": "close offers", "review": date(2026, 12, 14)},
    {"what": "No label printed late", "frequency": "always", "review_target": "0 late labels", "exhibits": ()},
    {"what": "count stock", "frequency": "weekly", "record": "the sheet is kept one year", "review_target": "no gap"},
    {"what": "Training of packers", "frequency": "monthly", "record": "sheet", "review_target": "all packers trained"},
    {"what": "answers mails", "deputy": "packer", "frequency": "daily", "review_target": "24h", "trigger": "old mail"},
]  # fmt: skip


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_each_line_of_controls_holds_the_words_of_one_row(count: int) -> None:
    rows = tuple(
        PreventiveMeasure(**{"id": f"measu{at}", "who": "shift lead", "since": date(2026, 11, 12), **LINKS, **one})
        for at, one in enumerate(CONTROLS[:count])
    )
    lines = list(_letter(preventive_measures=rows).lines())
    assert [words(line) for line in lines if len({one for one in _rows_of(line) if "measu" in one}) > 1] == []
    for row in rows:
        (told,) = (
            line for line in lines if any(run.path == f"/preventive_measures/{row.id}/review_target" for run in line)
        )
        assert all(one == f"/preventive_measures/{row.id}" for one in _rows_of(told) if "measu" in one)


def test_each_metric_has_its_own_target_and_note_in_its_own_row() -> None:
    rates = tuple(
        Metric(id=f"metri{at}", metric=kind, target=at, note=note,
               then=Reading(start=date(2026, 9, 1), end=date(2026, 10, 30), numerator=9, denominator=300, value=3),
               now=Reading(start=date(2026, 9, 20), end=date(2026, 11, 18), numerator=3, denominator=300, value=1))
        for at, (kind, note) in enumerate((("late-shipment-rate", "none late"), ("order-defect-rate", "2 open")))
    )  # fmt: skip
    for template in ("short", "full"):
        for line in _letter(template, metrics=rates).lines():
            noted = {run.path.split("/")[2] for run in line if (run.path or "").endswith("/note") and run.path}
            assert not noted or {one.rpartition("/")[2] for one in _rows_of(line)} == noted


def test_each_open_point_stands_with_the_causes_and_the_proof_of_its_own_deed() -> None:
    results = ("240 bags arrived, 148 bags still on the way", "all done", "3 claims still open with the carrier")
    deeds = tuple(
        CorrectiveAction(id=f"actio{at}", what="Recalled the bags", date=date(2026, 11, 12), who="shift lead",
                         how="by removal order", result=result, **LINKS)
        for at, result in enumerate(results)
    )  # fmt: skip
    for line in _letter(corrective_actions=deeds).lines():
        assert len({one for one in _rows_of(line) if "actio" in one}) <= 1


@for_each(
    ("places", "told"),
    [
        (("Reno warehouse", "Reno warehouse"), [True, False]),
        (("Reno warehouse", "Ningbo office", "Reno warehouse"), [True, True, True]),
        (("Reno warehouse", None, "Reno warehouse"), [True, False, False]),
    ],
)
def test_a_place_is_told_again_where_another_was_told_since(places: tuple[str | None, ...], told: list[bool]) -> None:
    deeds = tuple(
        CorrectiveAction(id=f"actio{at}", what=f"Counted {at + 2} boxes", date=date(2026, 11, 12), who="shift lead",
                         where=place, **LINKS)
        for at, place in enumerate(places)
    )  # fmt: skip
    lines = [words(line) for line in _letter(corrective_actions=deeds).lines() if "counted" in words(line)]
    assert [any(place and place in line for place in places) for line in lines] == told


@for_each(
    ("what", "said"),
    [
        ("Counted 12 boxes", "counted 12 boxes at the Ningbo office, by hand (cause"),
        ("Counted 12 boxes sent to the warehouse", "sent to the warehouse by hand (at the Ningbo office; cause"),
        (
            "checked 4 receipts signed at our Reno warehouse",
            "at our Reno warehouse by hand (at the Ningbo office; cause",
        ),
    ],
)
def test_a_place_is_not_told_as_that_of_another_place(what: str, said: str) -> None:
    deed = CorrectiveAction(id="actio1", what=what, date=date(2026, 11, 12), who="shift lead",
                            where="the Ningbo office", how="by hand", **LINKS)  # fmt: skip
    told = "\n".join(words(line) for line in _letter(corrective_actions=(deed,)).lines())
    assert said in told
