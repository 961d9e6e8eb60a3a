"""The matrix: each root cause with what answered it, what blocks it and its proof; what is missing or alone is red."""

from __future__ import annotations

from datetime import date
from textwrap import shorten

from poa_app.desk.work import View
from poa_app.model.exhibits import exhibit_labels
from poa_app.model.rows import CorrectiveAction, PreventiveMeasure, RootCause
from poa_app.ui import show
from poa_app.ui.labels import headline, row_code
from poa_app.ui.markup import Markup, badge, bold, gray, lines, put, small
from poa_app.ui.words import Reader

WIDTH = 34
"""Characters of a row's words: enough to know it by, and four columns still stand on a phone."""
LINKED = ("corrective_actions", "preventive_measures")


def matrix(reader: Reader, view: View) -> None:
    """Show the matrix of a plan of action."""
    show.subheader(reader.say("Cause, action, measure, exhibit"), anchor=False)
    case = view.case
    if case.root_causes:
        rows = [_row(reader, view, cause) for cause in case.root_causes]
        names = [
            reader.say("Root cause"),
            reader.say("Corrective action"),
            reader.say("Preventive measure"),
            reader.say("Exhibits"),
        ]
        show.table({name: [row[place] for row in rows] for place, name in enumerate(names)})
    else:
        show.markdown(
            small(gray(reader.say("No root cause yet. Start from the orders: what happened to each of them?")))
        )
    known = {cause.id for cause in case.root_causes}
    alone = [
        put(
            badge("red", row_code(reader, case, f"/{name}/{row.id}")),
            headline(reader, view, f"/{name}/{row.id}"),
            by=" ",
        )
        for name in LINKED
        for row in getattr(case, name)
        if not set(row.causes) & known
    ]
    if alone:
        show.markdown(small(put(reader.say("Without a root cause:"), put(*alone, by=" · "), by=" ")))


def _row(reader: Reader, view: View, cause: RootCause) -> list[Markup]:
    case, named, path = view.case, exhibit_labels(view.case), f"/root_causes/{cause.id}"
    head = put(bold(row_code(reader, case, path)), headline(reader, view, path), by=" ")
    if cause.explains is not None:
        head = lines(head, gray(reader.say("{n} of {all}", n=cause.explains, all=case.affected or "?")))
    cells, proof = [head], set(cause.exhibits)
    for name in LINKED:
        linked = [row for row in getattr(case, name) if cause.id in row.causes]
        proof.update(one for row in linked for one in row.exhibits)
        told = [_linked(reader, view, f"/{name}/{row.id}", row) for row in linked]
        cells.append(lines(*told) or badge("red", reader.say("none")))
    cited = sorted((named[one] for one in proof if one in named), key=lambda letter: (len(letter), letter))
    return [*cells, put(*cited, by=reader.comma) or badge("red", reader.say("none"))]


def _linked(reader: Reader, view: View, path: str, row: CorrectiveAction | PreventiveMeasure) -> Markup:
    """Name an action or a measure with its day; amber where its proof or its day is missing."""
    at = row.date if isinstance(row, CorrectiveAction) else row.since
    colour = "green" if row.exhibits and isinstance(at, date) else "orange"
    short = shorten(headline(reader, view, path), WIDTH, placeholder="…")
    words = put(badge(colour, row_code(reader, view.case, path)), short, by=" ")
    if not isinstance(at, date):
        return put(words, bold(reader.say("no date")), by=reader.comma)
    told = reader.say("since {day}", day=reader.day(at)) if isinstance(row, PreventiveMeasure) else reader.day(at)
    return put(words, told, by=reader.comma)
