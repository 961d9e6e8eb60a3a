"""The matrix: each root cause with what answered it, what blocks it and its proof; what is missing or alone is red."""

from __future__ import annotations

from datetime import date
from textwrap import shorten

import streamlit as st

from poa_app.desk.work import View
from poa_app.model.exhibits import letters
from poa_app.model.rows import CorrectiveAction, PreventiveMeasure, RootCause
from poa_app.ui.labels import headline, safe
from poa_app.ui.words import day, say

LINE = "  \n"
WIDTH = 34
"""Characters of a row's words: enough to know it by, and four columns still stand on a phone."""
LINKED = (("corrective_actions", "CA"), ("preventive_measures", "PM"))


def matrix(view: View) -> None:
    """Show the matrix of a plan of action."""
    st.subheader(say("Cause, action, measure, exhibit"), anchor=False)
    case = view.case
    if case.root_causes:
        rows = [_row(view, number, cause) for number, cause in enumerate(case.root_causes, 1)]
        names = [say("Root cause"), say("Corrective action"), say("Preventive measure"), say("Exhibits")]
        st.table({name: [row[place] for row in rows] for place, name in enumerate(names)}, border="horizontal")
    else:
        st.markdown(f":small[:gray[{say('No root cause yet. Start from the orders: what happened to each of them?')}]]")
    known = {cause.id for cause in case.root_causes}
    alone = [
        f":red-badge[{code}{place}] {safe(headline(view, f'/{name}/{row.id}'))}"
        for name, code in LINKED
        for place, row in enumerate(getattr(case, name), 1)
        if not set(row.causes) & known
    ]
    if alone:
        st.markdown(f":small[{say('Without a root cause:')} {' · '.join(alone)}]")


def _row(view: View, number: int, cause: RootCause) -> list[str]:
    case, named = view.case, letters(view.case)
    head = f"**RC{number}** {safe(headline(view, f'/root_causes/{cause.id}'))}"
    if cause.explains is not None:
        explained = safe(str(cause.explains))
        head += f"{LINE}:gray[{say('{n} of {all}', n=explained, all=safe(str(case.affected or '?')))}]"
    cells, proof = [head], set(cause.exhibits)
    for name, code in LINKED:
        linked = [(place, row) for place, row in enumerate(getattr(case, name), 1) if cause.id in row.causes]
        proof.update(one for _, row in linked for one in row.exhibits)
        told = [_linked(view, name, f"{code}{place}", row) for place, row in linked]
        cells.append(LINE.join(told) or f":red-badge[{say('none')}]")
    cited = sorted((named[one] for one in proof if one in named), key=lambda letter: (len(letter), letter))
    return [*cells, ", ".join(cited) or f":red-badge[{say('none')}]"]


def _linked(view: View, name: str, code: str, row: CorrectiveAction | PreventiveMeasure) -> str:
    """Name an action or a measure with its day; amber where its proof or its day is missing."""
    at = row.date if isinstance(row, CorrectiveAction) else row.since
    colour = "green" if row.exhibits and isinstance(at, date) else "orange"
    words = f":{colour}-badge[{code}] {safe(shorten(headline(view, f'/{name}/{row.id}'), WIDTH, placeholder='…'))}"
    if not isinstance(at, date):
        return f"{words}, **{say('no date')}**"
    if isinstance(row, PreventiveMeasure):
        return f"{words}, {say('since {day}', day=day(at))}"
    return f"{words}, {day(at)}"
