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
from poa_app.ui.words import Reader

MOST_TOLD = 6
"""How many findings of a whole section stand above its rows."""


def workbench(reader: Reader, view: View) -> None:
    """Show the screen."""
    case_bar(reader, view)
    work_side, letter_side = st.columns([56, 44], gap="medium")
    with work_side:
        _head(reader, view)
        _ends(reader, view, "/opening")
        asked_for = bool(view.case.suppliers) or contacts_asked(view.case, knowledge())
        shown = workbench_rows(view.case, asked_for, has_orders(view.case))
        for name in workbench_rows(view.case, suppliers=True, orders=True):
            with faults.part(reader):
                if name in shown:
                    _section(reader, view, name)
        _ends(reader, view, "/closing")
        with st.container(key=f"end{view.id}"):
            _end(reader, view)
    with letter_side, st.container(key="letter"), faults.part(reader):
        _letter(reader, view)
    bring_focus()


def _head(reader: Reader, view: View) -> None:
    with st.container(gap=None):
        _title(reader, view)
    with st.container(horizontal=True, vertical_alignment="center"):
        guide.switch(reader)
        guide.findings_switch(reader)
        show.toggle(
            reader.say("Chinese drafts"),
            key="drafts",
            on_change=session.save_toggle,
            args=("drafts",),
            persist_state="session",
        )
        show.button(
            reader.say("Undo"),
            icon=":material/undo:",
            on_click=session.undo,
            args=(
                reader,
                view.id,
            ),
        )
        _paste_plan(reader, view)
        if st.session_state.get("drafts"):
            _hand_over(reader, view)


def _title(reader: Reader, view: View) -> None:
    show.title(reader.say("Workbench"), anchor=False)
    show.markdown(small(counts(reader, *view.state.rows_left) or coloured("green", reader.say("nothing left to mend"))))


def _paste_plan(reader: Reader, view: View) -> None:
    if not view.case.route_spec.is_plan:
        return
    with show.popover(reader.say("Paste a finished draft"), icon=":material/content_paste:", key=f"plan{view.id}"):
        key = f"plan-text{view.id}"
        words = show.text_area(
            reader.say("In English or Chinese. Nothing is taken over before you have seen where each paragraph goes."),
            key=key,
            height=180,
        )
        if draft_paragraphs.paragraphs(reader, key, words or ""):
            fill = show.checkbox(
                reader.say("Also fill in dates, roles, causes and exhibits that the sentences name"),
                value=True,
                key=f"fill{key}",
            )
            show.button(
                reader.say("Split it into rows"), key=f"split{view.id}", on_click=_split, args=(view.id, key, fill)
            )


def _split(id: str, key: str, fill: bool) -> None:
    if draft_paragraphs.take_over(id, key, st.session_state[key], fill):
        st.session_state[key] = ""


def _hand_over(reader: Reader, view: View) -> None:
    """Show the Chinese drafts as one numbered text for a translator, and take the English back by number."""
    with show.popover(reader.say("Have drafts translated"), icon=":material/translate:", key=f"hand{view.id}"):
        words = hand_over.hand_over(view.case, knowledge())
        if not words:
            show.markdown(small(gray(reader.say("Every Chinese draft has its English already."))))
            return
        show.markdown(
            small(
                gray(reader.say("Copy this to your own translator. Lines that begin with # say what form is wanted."))
            )
        )
        with st.container(height=220, border=False):
            show.code(words, language=None, wrap_lines=True)
        key = f"english{view.id}"
        show.text_area(reader.say("Paste the English here, with its numbers"), key=key, height=160)
        show.button(
            reader.say("Put it into the fields"), key=f"take{view.id}", on_click=_take_back, args=(view.id, key)
        )


def _take_back(id: str, key: str) -> None:
    words = st.session_state[key]
    if words.strip() and session.change(id, lambda case: hand_over.take_back(case, words)[0], "/drafts"):
        st.session_state[key] = ""


def _end(reader: Reader, view: View) -> None:
    one, two = st.columns(2)
    with one:
        field(reader, view, "/letter_date")
    with two, st.container(horizontal_alignment="right"):
        if show.button(
            reader.say("Next: check"), type="primary", icon=":material/arrow_forward:", icon_position="right"
        ):
            session.go("check", view.id)


def _ends(reader: Reader, view: View, path: str) -> None:
    field(reader, view, path)


def _section(reader: Reader, view: View, name: str) -> None:
    held, kind = get(view.case, f"/{name}"), name.rsplit("/", 1)[-1]
    found = [finding for finding in view.findings if finding.path.startswith(f"/{name}")]
    state = counts(reader, *rows_left(found))
    with st.container(gap=None):
        show.subheader(f"{section(reader, kind)} {len(held)}", anchor=False)
        show.markdown(small(put(gray(hint(reader, kind)), state, by=" · ")))
    with faults.part(reader):
        _of_section(reader, view, name, found)
    with faults.part(reader):
        guide.objections(reader, view, kind)
    with faults.part(reader):
        if kind == "exhibits":
            papers(reader, view)
        if kind == "corrective_actions":
            wanted_actions(reader, view)
    if kind != "orders":
        rows(reader, view, f"/{name}", pasted=name in ROWS_WITH_PASSAGE or kind == "requests")
        return
    orders(reader, view)
    if view.case.orders:
        field(reader, view, "/order_timeline")


def _of_section(reader: Reader, view: View, name: str, found: list[Finding]) -> None:
    """Show the findings of a whole section, above its rows."""
    if not st.session_state.get("findings_shown"):
        return
    whole = [
        finding for finding in found if finding.path == f"/{name}" or finding.path.count("/") == name.count("/") + 2
    ]
    for finding in whole[:MOST_TOLD]:
        with st.container(horizontal=True, wrap=False, gap="small", key=f"point{view.id}{finding.key}"):
            words = put(badge(reader, finding), message(reader, finding), by=" ")
            show.markdown(small(words), width="stretch")
            overruling.overrule(reader, view, (finding,))
    if len(whole) > MOST_TOLD:
        more = reader.say("{n} more stand on the screen Check.", n=len(whole) - MOST_TOLD)
        show.markdown(small(gray(more)))


def _letter(reader: Reader, view: View) -> None:
    """Show the letter, and above it a button for each row whose words stand in it."""
    lit = st.session_state.get("open_row")
    named = {
        f"/{name}/{row.id}": row_code(reader, view.case, f"/{name}/{row.id}")
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
            reader.say("Open the row behind a passage"),
            list(named),
            format_func=named.__getitem__,
            key=key,
            on_change=_open,
            args=(key,),
        )
    letter_preview(reader, view.state, lit)


def _open(key: str) -> None:
    st.session_state.open_row = st.session_state[key]


reader = session.current_reader()
view = session.in_view(reader)
if view:
    workbench(reader, view)
