"""What the client told and the letter states or leaves out, and where each fact of the letter comes from."""

from __future__ import annotations

import streamlit as st

from poa_app.desk.client_facts import LetterFact, Source, ToldLine, ToldUse
from poa_app.desk.work import View
from poa_app.model.paths import row_of
from poa_app.ui import show
from poa_app.ui.client_messages import line_place, marked, shown_around
from poa_app.ui.labels import name_of
from poa_app.ui.markup import Markup, bold, bullets, coloured, gray, icon, put, small
from poa_app.ui.words import Reader

MOST_LISTED = 12
"""Lines that are listed at once; a long chat holds many that no letter needs."""
MOST_KEPT = 300
"""Lines that are listed at all."""


def provenance(reader: Reader, view: View) -> None:
    """Show both sides, once the client has sent anything."""
    found = view.state.provenance
    if not found.told and not found.letter:
        return
    show.subheader(reader.say("What the client told"), anchor=False)
    used = [one for one in found.told if one.used]
    left = [one for one in found.told if not one.used]
    show.markdown(
        small(
            put(
                coloured("green", reader.say("in the letter: {n}", n=len(used))),
                coloured("orange", reader.say("left out: {n}", n=len(left))),
                by=" · ",
            )
        )
    )
    if left:
        _list(reader, view, reader.say("Left out by the letter"), left, "left")
    if used:
        _list(reader, view, reader.say("In the letter"), used, "used")
    if found.letter:
        _letter(reader, view, found.letter)


def _list(reader: Reader, view: View, title: str, told: list[ToldUse], key: str) -> None:
    """List facts by the client's line they stand in, in bold."""
    by_line: dict[ToldLine, list[ToldUse]] = {}
    for one in told:
        by_line.setdefault(one.line, []).append(one)
    shown = [_told(reader, view, line, facts) for line, facts in by_line.items()]
    with show.expander(put(title, str(len(told)), by=" "), key=f"told-{key}{view.id}"):
        show.markdown(bullets(shown[:MOST_LISTED]))
        if len(shown) > MOST_LISTED:
            more = shown[MOST_LISTED:MOST_KEPT]
            with show.expander(
                reader.say("{n} more lines with facts", n=len(shown) - MOST_LISTED), key=f"more-{key}{view.id}"
            ):
                show.markdown(bullets(more))


def _told(reader: Reader, view: View, line: ToldLine, facts: list[ToldUse]) -> Markup:
    place = line_place(reader, view, f"/client_messages/{line.message}", line.number)
    paths = dict.fromkeys(path for one in facts for path in one.used if path)
    at = reader.comma.join(dict.fromkeys(name_of(reader, view.case, row_of(path)) for path in paths))
    return small(put(gray(place), marked(line, frozenset(one.fact for one in facts)), coloured("green", at), by=" "))


def _letter(reader: Reader, view: View, facts: tuple[LetterFact, ...]) -> None:
    """Show the facts of the letter; the one pressed tells its source."""
    by_hand = sum(not fact.sources for fact in facts)
    counted = reader.say("{n} with a source", n=len(facts) - by_hand)
    title = put(reader.say("Where the letter's facts come from"), gray(counted), by=" ")
    if by_hand:
        title = put(title, coloured("orange", reader.say("{n} entered by hand", n=by_hand)), by=" · ")
    with show.expander(title, key=f"origins{view.id}"):
        chosen = show.pills(
            reader.say("Press a fact to see the line it comes from."),
            list(range(len(facts))),
            format_func=lambda place: _named(reader, view, facts[place]),
            key=f"origin{view.id}",
        )
        if chosen is not None and chosen < len(facts):
            _sources(reader, view, facts[chosen])


def _named(reader: Reader, view: View, fact: LetterFact) -> Markup:
    mark = icon("edit") if not fact.sources else ""
    return put(mark, shown_around(fact.quote), gray(name_of(reader, view.case, row_of(fact.path))), by=" ")


def _sources(reader: Reader, view: View, fact: LetterFact) -> None:
    if not fact.sources:
        words = reader.say("Entered by hand: it stands in no message, notice, exhibit, figure or earlier letter.")
        show.markdown(small(put(bold(fact.quote), coloured("orange", words), by=" ")))
        return
    with st.container(gap="xxsmall"):
        for one in fact.sources:
            words = shown_around(one.text, fact.quote)
            show.markdown(small(put(bold(_place(reader, view, one)), f"“{words}”", by=" ")))


def _place(reader: Reader, view: View, source: Source) -> str:
    """Name a source as the screens do."""
    if source.kind == "message":
        return line_place(reader, view, source.path, source.number)
    named = {"notice": reader.say("Notice"), "client": reader.say("Client")}.get(source.kind) or name_of(
        reader, view.case, source.path
    )
    if source.number:
        return reader.say("{row}, line {n}", row=named, n=source.number)
    return named
