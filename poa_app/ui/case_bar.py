"""The row that stands on every screen of a case: whose it is, how long is left, when it was saved, the language."""

from __future__ import annotations

import streamlit as st

from poa_app.desk.clock import clock
from poa_app.desk.work import View
from poa_app.ui import fields, session
from poa_app.ui.labels import choice, safe
from poa_app.ui.words import left, moment, say

COLOURS = {"calm": "gray", "soon": "orange", "now": "red", "past": "red"}


def case_bar(view: View) -> None:
    """Show the bar of a case."""
    name, state = st.columns([10, 11], vertical_alignment="center")
    with name:
        st.markdown(title(view))
    with state, st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
        _clock(view)
        _saved(view)
        language_switch()


def title(view: View) -> str:
    """Name a case: client, enforcement, marketplace."""
    case = view.case
    client = safe(case.client.store or "").strip() or say("No client yet")
    kinds = [choice(view, "/violations/x00000/enforcement", slug) for slug in case.enforcements]
    stores = [choice(view, "/marketplaces", code) for code in case.marketplaces]
    return " · ".join([f"**{client}**", *kinds, *map(safe, stores)])


@st.fragment(run_every=30)
def _clock(view: View) -> None:
    """Tell the time that is left, anew every half minute.

    A tab in which something runs by itself also runs again as soon as a new server answers, and so brings it at once
    what was left in a field while there was none.
    """
    due = clock(view.case, session.now())
    if due is None:
        return
    words = say(
        "{left} left · due {moment}", left=left(due.left), moment=moment(due.due.astimezone(session.now().tzinfo))
    )
    if due.urgency == "past":
        words = say("due {moment}, past", moment=moment(due.due.astimezone(session.now().tzinfo)))
    with st.container(horizontal=True, horizontal_alignment="right"):
        st.markdown(f":{COLOURS[due.urgency]}-badge[:material/timer: {words}]", width="content")


def _saved(view: View) -> None:
    waiting = fields.unsaved(view.id)
    if waiting:
        st.markdown(f":red-badge[:material/cloud_off: {say('Not saved yet')}]", width="content")
        return
    at = view.stored.saved.astimezone(session.now().tzinfo)
    st.markdown(f":small[:gray[:material/cloud_done: {say('Saved {time}', time=f'{at:%H:%M:%S}')}]]", width="content")


def language_switch() -> None:
    """Show the switch between English and Chinese; it changes words, never what was entered."""
    st.session_state.language_switch = st.session_state.language
    st.segmented_control(
        say("Language"),
        list(session.LANGUAGES),
        format_func=session.LANGUAGES.__getitem__,
        key="language_switch",
        required=True,
        label_visibility="collapsed",
        on_change=_switch,
    )


def _switch() -> None:
    st.session_state.language = st.session_state.language_switch
    session.remember("language", st.session_state.language)
