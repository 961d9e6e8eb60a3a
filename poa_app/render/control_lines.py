"""The words of a control among several: its sentence, and what stands behind the label of each of its lines."""

from __future__ import annotations

from poa_app.model.rows import PreventiveMeasure
from poa_app.model.text import is_blank
from poa_app.phrases import things
from poa_app.phrases import trips as trip_words
from poa_app.phrases.fitted import Fitted
from poa_app.phrases.mending import mended
from poa_app.phrases.text import capitalised, tidy
from poa_app.render.field import Field
from poa_app.render.sentences import Entry, Shown, aside

MEASURES_OF_A_TABLE = 5
"""From how many measures on, none of them rewritten, a table is shorter to read than lines for each."""
MEASURES_OF_LINES = 2
"""From how many measures on, none of them rewritten, each is told in one sentence and in lines with a label."""


def controls_told(measures: list[Shown]) -> Shown:
    """Return whether controls are told in one table, or each in labelled lines; neither where one was rewritten."""
    several = 0 if any(row["passage"] for row in measures) else len(measures)
    return {
        "controls_in_a_table": several >= MEASURES_OF_A_TABLE,
        "controls_in_lines": MEASURES_OF_LINES <= several < MEASURES_OF_A_TABLE,
    }


def control_lines(
    what: Fitted, subject: Field | None, owner: Field | None, told: Shown, row: PreventiveMeasure, path: str
) -> Shown:
    """Return the words of a control for ``parts/control-lines``.

    Args:
        what: what is done.
        subject: who does it, where the sentence has them as its subject.
        owner: who is responsible, where the sentence does not tell it.
        told: its other words: ``cells``, ``kept``, ``trips``, ``where``, and ``often`` where no other words say it.
        row: the control.
        path: of the row.
    """
    joined = what.use == "verb" and subject is not None
    trips, kept = told["trips"], told["kept"]
    where: Entry = told["where"]
    trigger = trips["trigger"] if trips else None
    target = row.review_target
    return {
        "what": Field(capitalised(what.text), f"{path}/what"),
        "subject": Field(capitalised(subject.rstrip(",")), subject.path) if joined and subject is not None else None,
        "apposed": str(subject or "").endswith(","),
        "frequency": told["cells"]["frequency"] if told["often"] != [None, None] else None,
        "where": where[1],
        "owner": owner,
        "trigger": Field(aside(trigger).removeprefix("at "), trigger.path) if trigger else None,
        "record": Field(kept.rstrip("."), kept.path) if kept else _record(told, row),
        "target": None
        if is_blank(target)
        else Field(aside(trip_words.compared(mended(tidy(target or "")))), f"{path}/review_target"),
    }


def _record(told: Shown, row: PreventiveMeasure) -> Field | None:
    """Return the record as it stands behind its label, a gap where it is blank, nothing where it does not apply."""
    cell: Field | None = told["cells"]["record"]
    if cell is None or is_blank(row.record):
        return cell
    return Field(things.record(row.record or "").text, cell.path)
