"""The row that stands on every screen of a case: whose it is, how long is left, when it was saved, the language."""

from __future__ import annotations

import streamlit as st

from poa_app.desk import external_changes
from poa_app.desk.clock import Clock, clock
from poa_app.desk.work import Stored, View
from poa_app.errors import PoaError
from poa_app.model.case import Case
from poa_app.ui import clock_list, deadline, guide, session, show, widgets
from poa_app.ui.client_script import save_indicator
from poa_app.ui.labels import choice_of, name_of
from poa_app.ui.markup import Markup, badge, bold, gray, icon, lines, put, small
from poa_app.ui.words import Reader


def case_bar(reader: Reader, view: View) -> None:
    """Show the bar of a case, which stays in view while the page scrolls."""
    with st.container(key="bar"):
        _bar(reader, view)


def _bar(reader: Reader, view: View) -> None:
    name, state = st.columns([10, 11], vertical_alignment="center")
    with name, st.container(gap="xxsmall"):
        show.markdown(title(reader, view))
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            guide.way_to_next(reader, view)
    with state, st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
        _state(reader, view.id)
        language_switch(reader)


def title(reader: Reader, view: View) -> Markup:
    """Name a case: client, enforcement, marketplace."""
    case = view.case
    client = (case.client.store or "").strip() or reader.say("No client yet")
    kinds = [choice_of(reader, "enforcements", slug) for slug in case.enforcements]
    stores = [choice_of(reader, "marketplaces", code) for code in case.marketplaces]
    return put(bold(client), *kinds, *stores, by=" · ")


@st.fragment(run_every=30)
def _state(reader: Reader, id: str) -> None:
    """Return the time that is left, when the case was saved, and what was changed elsewhere; anew every half minute.

    A tab in which something runs by itself also runs again as soon as a new server answers, and so brings it at once
    what was left in a field while there was none.
    """
    if widgets.save_waiting():
        st.rerun()
    try:
        stored = session.store().load(id)
    except PoaError:
        return  # the page itself says so when it is used next
    with st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center", key="state"):
        _elsewhere(reader, stored)
        _clock(reader, stored.case)
        _saved(reader, stored)


def _elsewhere(reader: Reader, stored: Stored) -> None:
    """Show what was changed elsewhere; what this page does not show yet comes with one press."""
    shown = session.seen(stored.id)
    if shown is None:
        return
    now = reader.now()
    known = external_changes.observe(session.store(), shown, stored)
    if not known.lately(now) or known.at is None:
        return
    rows = dict.fromkeys(name_of(reader, stored.case, path) for path in known.paths)
    at = known.at.astimezone(now.tzinfo)
    words = reader.say("Changed elsewhere {time}: {rows}", time=f"{at:%H:%M}", rows=reader.comma.join(rows))
    show.markdown(badge("orange", put(icon("group"), words, by=" ")), width="content")
    if known.revision > shown.revision and show.button(reader.say("Show"), key=f"follow{stored.id}", type="tertiary"):
        st.rerun()


def _clock(reader: Reader, case: Case) -> None:
    due = clock(case, reader.now())
    if due is None:
        return
    reason = lines(deadline.basis(reader, due) if isinstance(due, Clock) else "", *clock_list.details(reader, case))
    words = badge(deadline.COLOURS[due.urgency], put(icon("timer"), deadline.badge_words(reader, due), by=" "))
    show.markdown(words, width="content", help=reason or None)
    if isinstance(due, Clock):
        for other in deadline.moments(reader, due)[1:]:
            show.markdown(small(gray("= ", other)), width="content")


def _saved(reader: Reader, stored: Stored) -> None:
    at = stored.saved.astimezone(reader.now().tzinfo)
    save_indicator(reader, f"{at:%H:%M:%S}")


def language_switch(reader: Reader) -> None:
    """Show the switch between English and Chinese; it changes words, never what was entered."""
    st.session_state.language_switch = st.session_state.language
    show.segmented_control(
        reader.say("Language"),
        list(session.LANGUAGES),
        format_func=session.LANGUAGES.__getitem__,
        key="language_switch",
        required=True,
        label_visibility="collapsed",
        on_change=_switch,
        args=(reader,),
    )


def _switch(reader: Reader) -> None:
    st.session_state.language = st.session_state.language_switch
    session.save_preference("language", st.session_state.language)
    widgets.name_choices_anew()
