"""Two to four controls have a sentence each, and lines on since when, on what trips them and on their record."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit, Notice, Violation
from poa_app.model.letter import Letter
from poa_app.model.rows import PreventiveMeasure, RootCause
from poa_app.render.letter import compose
from poa_app.render.plain import render_text
from poa_app.resources import folder
from tests.each import for_each
from tests.phrases.test_natural_inputs import broken
from tests.render.test_fixed_words import CONNECTORS, SHAPES

CONTROL: dict[str, Any] = {
    "head": "Rate", "what": "Reads the rate", "since": date(2026, 11, 12), "frequency": "every Monday",
    "who": "shift lead",
    "deputy": "packing lead", "trigger": "a mismatch", "response": "the batch is held", "record": "rate log",
    "causes": ("cause1",), "exhibits": ("exhib1",), "review": date(2026, 12, 14), "review_target": "under 2%",
}  # fmt: skip


def _letter(*rows: dict[str, Any]) -> Letter:
    measures = tuple(PreventiveMeasure(id=f"measu{place}", **{**CONTROL, **row}) for place, row in enumerate(rows, 1))
    case = Case(
        violations=(Violation(id="viola1", enforcement="late-shipment-rate", route="plan-of-action"),),
        notice=Notice(received=date(2026, 11, 9)),
        root_causes=(RootCause(id="cause1", what="Labels were printed late"),),
        exhibits=(Exhibit(id="exhib1", title="Log"),),
        preventive_measures=measures,
    )
    return compose(case, knowledge(), folder("templates"), "short", draft=False)


def _first(**row: Any) -> str:
    said = render_text(_letter(row, {}))
    return said[said.index("\n- ") + 1 :].partition("\n- ")[0]


def test_a_control_among_several_has_a_sentence_and_a_line_for_each_of_its_sides() -> None:
    assert _first() == (
        "- Rate (cause 1.1). The shift lead reads the rate.\n"
        "  Since: November 12, every Monday. Deputy: packing lead.\n"
        "  If there is a mismatch, the batch is held.\n"
        "  Record: rate log (Exhibit A). Next review: December 14; target: under 2%."
    )


@for_each(
    ("row", "said"),
    [
        ({"head": None}, "The shift lead reads the rate (cause 1.1).\n"),
        ({"what": "No order leaves unread"}, "No order leaves unread.\n  Since: November 12, every Monday. Respons"),
        (
            {"trigger": "word \"old\"", "response": "offer closed same day"},
            "Trigger: word \"old\". Then: offer closed the same day.",
        ),
        ({"trigger": "<90 days", "response": "removal order"}, "Trigger: less than 90 days. Then: removal order."),
        ({"trigger": "Not match", "response": "Not match: own page"}, "Trigger: not match. Then: own page."),
        ({"response": "not handed over to the courier"}, "If there is a mismatch: not handed over to the courier."),
        ({"what": "No carton loaded without date sheet"}, "No carton is loaded without a date sheet.\n"),
        ({"frequency": "Fri 4pm"}, "Since: November 12, on Fridays at 4pm."),
        ({"deputy": "Mr. Weber jun."}, "Deputy: Mr. Weber jun.\n"),
        ({"trigger": None, "response": None}, "Deputy: packing lead.\n  Record: rate log"),
        ({"review": None}, "(Exhibit A). Target: under 2%."),
        ({"record": None}, "Record: [Record: missing] (Exhibit A)."),
        ({"frequency": None}, "Since: November 12, [How often: missing]."),
        ({"who": None}, "[Owner: missing] reads the rate."),
        ({"since": None}, "Since: [In force since: missing], every Monday."),
    ],
)  # fmt: skip
def test_each_line_says_what_was_entered(row: dict[str, Any], said: str) -> None:
    assert said in _first(**row)


def test_one_control_alone_is_told_in_sentences() -> None:
    assert "Every Monday since November 12, the shift lead reads the rate" in render_text(_letter({}))


@for_each("shape", SHAPES)
def test_the_labels_state_nothing_and_no_joint_breaks(shape: str) -> None:
    row = {"what": SHAPES[shape][1], "head": "nup", "frequency": "every fep", "trigger": "blick fep", "response": "zib",
           "who": "zib lead", "deputy": "lum lead", "record": "nup log", "review_target": "a fep of zib"}  # fmt: skip
    letter = _letter(row, row)
    lines = [
        line for line in letter.lines() if any((run.path or "").startswith("/preventive_measures/") for run in line)
    ]
    assert len(lines) == 2
    for line in lines:
        assert broken([run for run in line if not run.bold]) == []
        fixed = " ".join(run.text for run in line if run.path is None)
        assert set(re.findall(r"[a-z]+", fixed.lower())) <= CONNECTORS | {"then"}
