"""Answers offered beside a blank field: what the case says elsewhere, and what the client told, with its line."""

from __future__ import annotations

import re
from typing import Any

import streamlit as st

from poa_app.desk import work
from poa_app.desk.offers import drafts_offered, offers
from poa_app.desk.work import View
from poa_app.facts.told import ToldLine
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.paths import edit, get, pattern
from poa_app.model.text import is_blank
from poa_app.ui import session, show
from poa_app.ui.client_messages import line_place, shown_around
from poa_app.ui.labels import field_name
from poa_app.ui.markup import gray, put, small
from poa_app.ui.words import Reader

MOST_LINES = 3
"""Lines of the client that are shown beneath one line of fields."""


def offered(reader: Reader, view: View, path: str) -> None:
    """Offer for a blank field what the case says elsewhere; one press answers it."""
    made = [offer for offer in offers(view.case, path) if offer.line is None]
    if not made:
        return
    with st.container(horizontal=True, gap="xxsmall", key=f"offers{view.id}{path}"):
        for number, offer in enumerate(made):
            words = reader.say("Use: {answer}", answer=str(offer.value))
            if offer.letter:
                words = reader.say("Use the date of Exhibit {letter}: {day}", letter=offer.letter, day=str(offer.value))
            key = f"offer{number}{view.id}{path}"
            show.button(words, key=key, type="tertiary", on_click=_take, args=(view.id, path, offer.value))


def told_beneath(reader: Reader, view: View, paths: tuple[str, ...]) -> None:
    """Offer beneath a line of fields what the client told: each of the client's lines once, with the facts that fit.

    Args:
        reader: whoever reads the page.
        view: the case.
        paths: of the fields that stand side by side.
    """
    by_line: dict[tuple[str, ToldLine], list[tuple[str, Any]]] = {}
    places: dict[tuple[str, ToldLine], int] = {}
    for path in paths:
        lines = [((offer.source, offer.line), offer.value) for offer in offers(view.case, path) if offer.line]
        for place, (held, value) in enumerate(lines):
            by_line.setdefault(held, []).append((path, value))
            places[held] = min(place, places.get(held, place))
    # The likeliest line of each field first: none is crowded out by lines that fit two others a little.
    ranked = sorted(by_line.items(), key=lambda one: (places[one[0]], -len({path for path, _ in one[1]})))
    for number, ((source, line), facts) in enumerate(ranked[:MOST_LINES]):
        with st.container(gap=None, key=f"told{number}{view.id}{paths[0]}"):
            _quoted(reader, view, line, source, str(facts[0][1]))
            with st.container(horizontal=True, gap="small"):
                for path, value in facts:
                    _use(reader, view, path, value, named=len(paths) > 1)
    for path in paths:
        _drafts(reader, view, path)


def _use(reader: Reader, view: View, path: str, value: Any, named: bool) -> None:
    """Show the button that takes a client's fact over; it names the field where others stand beside it."""
    words = reader.say("Use: {answer}", answer=str(value))
    if named:
        words = reader.say(
            "{field}: {answer}", field=reader.localized(knowledge().questions[pattern(path)].label), answer=str(value)
        )
    show.button(
        words,
        key=f"told{value}{view.id}{path}",
        icon=":material/input:",
        type="tertiary",
        on_click=_take,
        args=(view.id, path, value),
    )


def _quoted(reader: Reader, view: View, line: ToldLine, source: str, words: str = "") -> None:
    """Show a line with its place: in a message of the client, or in the draft beside a field."""
    if line.message:
        place = line_place(reader, view, source, line.number)
    else:
        place = reader.say("Chinese draft of {field}", field=field_name(reader, re.sub(r"/\d+\Z", "", source)))
    show.markdown(small(gray(put(place, f"“{shown_around(line.text, words)}”", by=" "))), width="stretch")


def _drafts(reader: Reader, view: View, path: str) -> None:
    """Offer the client's Chinese sentences as the draft of a field."""
    for number, line in enumerate(drafts_offered(view.case, path)):
        with st.container(horizontal=True, wrap=False, gap="small", vertical_alignment="center"):
            show.button(
                reader.say("As draft"),
                key=f"draft{number}{view.id}{path}",
                help=reader.say("Take this sentence over as the Chinese draft beside the field; it never prints."),
                icon=":material/input:",
                type="tertiary",
                on_click=_take_draft,
                args=(view.id, path, line.text),
            )
            _quoted(reader, view, line, f"/client_messages/{line.message}")


def _take(id: str, path: str, value: Any) -> None:
    """Answer a field with what was offered, unless somebody has typed an answer meanwhile."""
    session.change(id, lambda case: edit(case, path, value) if is_blank(get(case, path)) else case, path)


def _take_draft(id: str, path: str, text: str) -> None:
    """Put a client's sentence beside a field as its draft, unless one stands there meanwhile, and show the drafts."""

    def with_draft(case: Case) -> Case:
        return case if work.draft_of(case, path) else work.with_draft(case, path, text)

    if session.change(id, with_draft, "/drafts"):
        session.show_drafts()
