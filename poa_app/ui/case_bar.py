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
from poa_app.ui.words import say


def case_bar(view: View) -> None:
    """Show the bar of a case, which stays in view while the page scrolls."""
    with st.container(key="bar"):
        _bar(view)


def _bar(view: View) -> None:
    name, state = st.columns([10, 11], vertical_alignment="center")
    with name, st.container(gap="xxsmall"):
        show.markdown(title(view))
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            guide.way_to_next(view)
    with state, st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
        _state(view.id)
        language_switch()


def title(view: View) -> Markup:
    """Name a case: client, enforcement, marketplace."""
    case = view.case
    client = (case.client.store or "").strip() or say("No client yet")
    kinds = [choice_of("enforcements", slug) for slug in case.enforcements]
    stores = [choice_of("marketplaces", code) for code in case.marketplaces]
    return put(bold(client), *kinds, *stores, by=" · ")


@st.fragment(run_every=30)
def _state(id: str) -> None:
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
        _elsewhere(stored)
        _clock(stored.case)
        _saved(stored)


def _elsewhere(stored: Stored) -> None:
    """Show what was changed elsewhere; what this page does not show yet comes with one press."""
    shown = session.seen(stored.id)
    if shown is None:
        return
    now = session.now()
    known = external_changes.observe(session.store(), shown, stored)
    if not known.lately(now) or known.at is None:
        return
    rows = dict.fromkeys(name_of(stored.case, path) for path in known.paths)
    at = known.at.astimezone(now.tzinfo)
    words = say("Changed elsewhere {time}: {rows}", time=f"{at:%H:%M}", rows=", ".join(rows))
    show.markdown(badge("orange", put(icon("group"), words, by=" ")), width="content")
    if known.revision > shown.revision and show.button(say("Show"), key=f"follow{stored.id}", type="tertiary"):
        st.rerun()


def _clock(case: Case) -> None:
    due = clock(case, session.now())
    if due is None:
        return
    reason = lines(deadline.basis(due) if isinstance(due, Clock) else "", *clock_list.details(case))
    words = badge(deadline.COLOURS[due.urgency], put(icon("timer"), deadline.badge_words(due), by=" "))
    show.markdown(words, width="content", help=reason or None)
    if isinstance(due, Clock):
        for reader in deadline.moments(due)[1:]:
            show.markdown(small(gray("= ", reader)), width="content")


def _saved(stored: Stored) -> None:
    at = stored.saved.astimezone(session.now().tzinfo)
    save_indicator(f"{at:%H:%M:%S}")


def language_switch() -> None:
    """Show the switch between English and Chinese; it changes words, never what was entered."""
    st.session_state.language_switch = st.session_state.language
    show.segmented_control(
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
    session.save_preference("language", st.session_state.language)
