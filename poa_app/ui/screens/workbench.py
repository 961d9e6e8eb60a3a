"""The workbench: every section as one-line rows, one of them open, the live letter beside it."""

from __future__ import annotations

import streamlit as st

from poa_app.desk import hand_over
from poa_app.desk.affected_orders import has_orders
from poa_app.desk.state import rows_left
from poa_app.desk.work import View
from poa_app.knowledge import knowledge
from poa_app.knowledge.asked import contacts_asked
from poa_app.model.finding import Finding
from poa_app.model.paths import get
from poa_app.model.rows import ROWS_WITH_PASSAGE
from poa_app.ui import draft_paragraphs, faults, guide, overruling, session, show
from poa_app.ui.case_bar import case_bar
from poa_app.ui.field_view import field
from poa_app.ui.finding_words import badge, message
from poa_app.ui.focus import bring_focus
from poa_app.ui.forms import workbench_rows
from poa_app.ui.labels import counts, hint, row_code, section
from poa_app.ui.letter_preview import letter_preview
from poa_app.ui.markup import coloured, gray, put, small
from poa_app.ui.orders import orders
from poa_app.ui.prompts import wanted_actions
from poa_app.ui.rows import rows
from poa_app.ui.wanted import papers
from poa_app.ui.words import say

MOST_TOLD = 6
"""How many findings of a whole section stand above its rows."""


def workbench(view: View) -> None:
    """Show the screen."""
    case_bar(view)
    work_side, letter_side = st.columns([56, 44], gap="medium")
    with work_side:
        _head(view)
        _ends(view, "/opening")
        asked_for = bool(view.case.suppliers) or contacts_asked(view.case, knowledge())
        shown = workbench_rows(view.case, asked_for, has_orders(view.case))
        for name in workbench_rows(view.case, suppliers=True, orders=True):
            with faults.part():
                if name in shown:
                    _section(view, name)
        _ends(view, "/closing")
        with st.container(key=f"end{view.id}"):
            _end(view)
    with letter_side, st.container(key="letter"), faults.part():
        _letter(view)
    bring_focus()


def _head(view: View) -> None:
    with st.container(gap=None):
        _title(view)
    with st.container(horizontal=True, vertical_alignment="center"):
        guide.switch()
        show.toggle(
            say("Findings"),
            key="findings_shown",
            on_change=session.save_toggle,
            args=("findings_shown",),
            persist_state="session",
        )
        show.toggle(
            say("Chinese drafts"),
            key="drafts",
            on_change=session.save_toggle,
            args=("drafts",),
            persist_state="session",
        )
        show.button(say("Undo"), icon=":material/undo:", on_click=session.undo, args=(view.id,))
        _paste_plan(view)
        if st.session_state.get("drafts"):
            _hand_over(view)


def _title(view: View) -> None:
    show.title(say("Workbench"), anchor=False)
    show.markdown(small(counts(*view.state.rows_left) or coloured("green", say("nothing left to mend"))))


def _paste_plan(view: View) -> None:
    if not view.case.route_spec.is_plan:
        return
    with show.popover(say("Paste a finished draft"), icon=":material/content_paste:", key=f"plan{view.id}"):
        key = f"plan-text{view.id}"
        words = show.text_area(
            say("In English or Chinese. Nothing is taken over before you have seen where each paragraph goes."),
            key=key,
            height=180,
        )
        if draft_paragraphs.paragraphs(key, words or ""):
            fill = show.checkbox(
                say("Also fill in dates, roles, causes and exhibits that the sentences name"),
                value=True,
                key=f"fill{key}",
            )
            show.button(say("Split it into rows"), key=f"split{view.id}", on_click=_split, args=(view.id, key, fill))


def _split(id: str, key: str, fill: bool) -> None:
    if draft_paragraphs.take_over(id, key, st.session_state[key], fill):
        st.session_state[key] = ""


def _hand_over(view: View) -> None:
    """Show the Chinese drafts as one numbered text for a translator, and take the English back by number."""
    with show.popover(say("Have drafts translated"), icon=":material/translate:", key=f"hand{view.id}"):
        words = hand_over.hand_over(view.case, knowledge())
        if not words:
            show.markdown(small(gray(say("Every Chinese draft has its English already."))))
            return
        show.markdown(
            small(gray(say("Copy this to your own translator. Lines that begin with # say what form is wanted.")))
        )
        with st.container(height=220, border=False):
            show.code(words, language=None, wrap_lines=True)
        key = f"english{view.id}"
        show.text_area(say("Paste the English here, with its numbers"), key=key, height=160)
        show.button(say("Put it into the fields"), key=f"take{view.id}", on_click=_take_back, args=(view.id, key))


def _take_back(id: str, key: str) -> None:
    words = st.session_state[key]
    if words.strip() and session.change(id, lambda case: hand_over.take_back(case, words)[0], "/drafts"):
        st.session_state[key] = ""


def _end(view: View) -> None:
    one, two = st.columns(2)
    with one:
        field(view, "/letter_date")
    with two, st.container(horizontal_alignment="right"):
        if show.button(say("Next: check"), type="primary", icon=":material/arrow_forward:", icon_position="right"):
            session.go("check", view.id)


def _ends(view: View, path: str) -> None:
    field(view, path)


def _section(view: View, name: str) -> None:
    held, kind = get(view.case, f"/{name}"), name.rsplit("/", 1)[-1]
    found = [finding for finding in view.findings if finding.path.startswith(f"/{name}")]
    state = counts(*rows_left(found))
    with st.container(gap=None):
        show.subheader(f"{section(kind)} {len(held)}", anchor=False)
        show.markdown(small(put(gray(hint(kind)), state, by=" · ")))
    with faults.part():
        _of_section(view, name, found)
    with faults.part():
        guide.objections(view, kind)
    with faults.part():
        if kind == "exhibits":
            papers(view)
        if kind == "corrective_actions":
            wanted_actions(view)
    if kind != "orders":
        rows(view, f"/{name}", pasted=name in ROWS_WITH_PASSAGE or kind == "requests")
        return
    orders(view)
    if view.case.orders:
        field(view, "/order_timeline")


def _of_section(view: View, name: str, found: list[Finding]) -> None:
    """Show the findings of a whole section, above its rows."""
    if not st.session_state.get("findings_shown"):
        return
    whole = [
        finding for finding in found if finding.path == f"/{name}" or finding.path.count("/") == name.count("/") + 2
    ]
    for finding in whole[:MOST_TOLD]:
        with st.container(horizontal=True, wrap=False, gap="small"):
            words = put(badge(finding), message(finding), by=" ")
            show.markdown(small(words), width="stretch")
            overruling.overrule(view, (finding,))
    if len(whole) > MOST_TOLD:
        more = say("{n} more stand on the screen Check.", n=len(whole) - MOST_TOLD)
        show.markdown(small(gray(more)))


def _letter(view: View) -> None:
    """Show the letter, and above it a button for each row whose words stand in it."""
    lit = st.session_state.get("open_row")
    named = {
        f"/{name}/{row.id}": row_code(view.case, f"/{name}/{row.id}")
        for name in workbench_rows(view.case, suppliers=False)
        if name in (*ROWS_WITH_PASSAGE, "metrics")
        for row in get(view.case, f"/{name}")
    }
    if named:
        key = f"rows{view.id}"
        current = lit if lit in named else None
        if st.session_state.get(key) != current:
            st.session_state[key] = current
        show.pills(
            say("Open the row behind a passage"),
            list(named),
            format_func=named.__getitem__,
            key=key,
            on_change=_open,
            args=(key,),
        )
    letter_preview(view.state, lit)


def _open(key: str) -> None:
    st.session_state.open_row = st.session_state[key]


view = session.in_view()
if view:
    workbench(view)
