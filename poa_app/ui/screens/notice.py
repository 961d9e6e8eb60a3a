"""The notice: what Amazon sent, and the facts the manager reads out of it."""

from __future__ import annotations

import streamlit as st

from poa_app.desk import notices
from poa_app.desk.work import View
from poa_app.knowledge import knowledge
from poa_app.knowledge.asked import enforcements_of
from poa_app.knowledge.search import find_enforcements
from poa_app.model.paths import get
from poa_app.ui import deadline, faults, findings, guide, health_report, second_letters, session, show, uploads
from poa_app.ui.case_bar import case_bar
from poa_app.ui.enforcement_card import card
from poa_app.ui.field_view import field
from poa_app.ui.focus import bring_focus
from poa_app.ui.labels import enforcement_name, label, section
from poa_app.ui.markup import bold, gray, small
from poa_app.ui.notice_reading import marked_notice, notice_reading
from poa_app.ui.rows import rows
from poa_app.ui.words import say


def notice(view: View) -> None:
    """Show the screen."""
    case_bar(view)
    with st.container(gap=None):
        show.title(say("Notice"), anchor=False)
        show.markdown(gray(say("Paste what Amazon sent. Choose what it is about; its help stands beside it.")))
    guide.switch()
    halves = (((_message,), (notice_reading, _enforcement)), ((_sent_by_client, _client, _facts), (_help,)))
    for left, right in halves:
        for column, parts in zip(st.columns([56, 44], gap="medium"), (left, right), strict=True):
            with column:
                for part in parts:
                    with faults.part():
                        part(view)
    with faults.part():
        health_report.health_report(view)
    if show.button(say("Next: workbench"), type="primary", icon=":material/arrow_forward:", icon_position="right"):
        session.go("workbench", view.id)
    bring_focus()


def _message(view: View) -> None:
    show.subheader(say("What Amazon sent"), anchor=False)
    field(view, "/notice/text")
    box = uploads.box_of(view.id)
    key = f"notice{view.id}{box.number}"
    show.file_uploader(
        say("Or drop the notice here, an earlier appeal, Amazon's answer: text, mail (.eml), .html, PDF, .docx"),
        key=key,
        accept_multiple_files=True,
        max_upload_size=25,
        on_change=uploads.take_notice,
        args=(view.id, key),
    )
    with faults.part():
        for refused in (box.refused or "").split("\n\n") if box.refused else ():
            show.error(refused, icon=":material/error:")
        uploads.ask(view.id)
    with faults.part():
        uploads.sort_files(view)
    with faults.part():
        second_letters.pasted(view)
    with faults.part():
        marked_notice(view)


def _sent_by_client(view: View) -> None:
    show.subheader(section("client_messages"), anchor=False)
    show.markdown(small(gray(say("Mails, chats, cells: never printed. Their facts are offered beside the fields."))))
    rows(view, "/client_messages", pasted=False)


def _client(view: View) -> None:
    show.subheader(say("Client"), anchor=False)
    one, two = st.columns(2)
    with one:
        field(view, "/client/store")
        field(view, "/client/merchant_token")
    with two:
        field(view, "/client/legal_name")
        name, title = st.columns(2)
        with name:
            field(view, "/client/signatory")
        with title:
            field(view, "/client/signatory_title")


def _facts(view: View) -> None:
    show.subheader(say("Facts of the notice"), anchor=False)
    _in_columns(view, "/notice/received", "/affected")
    _in_columns(view, "/deadline/due", "/deadline/time", "/deadline/zone")
    with faults.part():
        deadline.note(view)
    with faults.part():
        if view.case.earlier_appeals or any(one.stage not in (None, "first") for one in view.case.violations):
            _list(view, "/earlier_appeals")
    for path in ("/notice/requests", "/products"):
        _list(view, path)
    named = any(get(view.case, path) not in (None, ()) for path in _SELDOM)
    wanted = any(findings.of(view, path) for path in _SELDOM)
    with show.expander(say("More facts, if the notice names them"), expanded=named or wanted, key=f"facts{view.id}"):
        for fields in _SELDOM_LINES:
            _in_columns(view, *fields)
        _list(view, "/identifiers")


_SELDOM_LINES = (
    ("/deadline/words",),
    ("/notice/received_time", "/notice/zone"),
    ("/notice/reference", "/notice/complaint"),
    ("/notice/warned", "/notice/warned_after"),
    ("/client/local_name",),
    ("/client/own_words",),
)
_SELDOM = (*(path for line in _SELDOM_LINES for path in line), "/identifiers")
"""Facts that few notices name, or that the letter can do without."""


def _in_columns(view: View, *paths: str) -> None:
    for column, path in zip(st.columns(len(paths)), paths, strict=True):
        with column:
            field(view, path)


def _list(view: View, path: str) -> None:
    with faults.part():
        show.markdown(bold(section(path.rsplit("/", 1)[-1])))
        rows(view, path, pasted=False)


def _enforcement(view: View) -> None:
    show.subheader(say("What it is about"), anchor=False)
    with st.container(key=f"violations{view.id}"):
        _violations(view)
    with faults.part():
        if all(violation.enforcement for violation in view.case.violations):
            show.button(
                say("The notice names a further violation"),
                key=f"violation{view.id}",
                type="tertiary",
                icon=":material/add:",
                on_click=_add_violation,
                args=(view.id,),
            )
    with st.container(key=f"where{view.id}"):
        _where(view)


def _violations(view: View) -> None:
    for violation in view.case.violations:
        path = f"/violations/{violation.id}"
        known = list(knowledge().enforcements)
        key = f"{view.id}{path}/enforcement"
        if st.session_state.get(key) != violation.enforcement:
            st.session_state[key] = violation.enforcement
        with st.container(gap="xxsmall", key=f"field{key}"):
            show.selectbox(
                label(f"{path}/enforcement"),
                known,
                index=None,
                format_func=enforcement_name,
                key=key,
                placeholder=say("Choose"),
                required=True,
                on_change=_choose,
                args=(view.id, violation.id, key),
            )
            guide.way_on(view, f"{path}/enforcement")
        with faults.part():
            if len(view.case.violations) > 1:
                show.button(
                    say("Remove this violation"),
                    key=f"remove{key}",
                    type="tertiary",
                    icon=":material/delete:",
                    on_click=_remove_violation,
                    args=(view.id, violation.id),
                )
        with faults.part():
            if violation.enforcement:
                _more_of_violation(view, path, violation.enforcement)
            else:
                _find(view, violation.id)


def _more_of_violation(view: View, path: str, enforcement: str) -> None:
    with faults.part():
        named = knowledge().enforcements.get(enforcement)
        if named and named.typed_name:
            field(view, f"{path}/name")
    field(view, f"{path}/route")
    _in_columns(view, f"{path}/level", f"{path}/stage")


def _where(view: View) -> None:
    _in_columns(view, "/marketplaces", "/fulfilment")
    field(view, "/scope")


def _find(view: View, row: str) -> None:
    """Find the enforcement by whatever it is called; where nothing is found, any other violation is offered."""
    key = f"find{view.id}{row}"
    words = show.text_input(
        say("Or find it by what it is called"),
        key=key,
        placeholder=say("LSR, used sold as new, linked account"),
        max_chars=80,
    )
    if not words:
        return
    found = find_enforcements(words, knowledge())
    with st.container(gap="xxsmall", key=f"found{key}"):
        for slug in dict.fromkeys((*found[:MOST_FOUND], found[-1])):
            show.button(
                enforcement_name(slug),
                key=f"{key}{slug}",
                type="tertiary",
                icon=":material/arrow_forward:",
                on_click=_take,
                args=(view.id, row, slug),
            )


MOST_FOUND = 6
"""How many enforcements are offered for the words of a search."""


def _add_violation(id: str) -> None:
    session.change(id, notices.add_violation, "/violations")


def _remove_violation(id: str, row: str) -> None:
    session.change(id, lambda case: notices.remove_violation(case, row), "/violations")


def _take(id: str, row: str, slug: str) -> None:
    session.change(id, lambda case: notices.choose_enforcement(case, row, slug), f"/violations/{row}/enforcement")


def _choose(id: str, row: str, key: str) -> None:
    _take(id, row, st.session_state[key])


def _help(view: View) -> None:
    """Show what is known of each enforcement of the case, and what a route without a letter means."""
    for one in enforcements_of(view.case, knowledge()):
        with st.container(border=True):
            card(one, view.case.route, f"help{view.id}{one.slug}")


view = session.in_view()
if view:
    notice(view)
