"""The notice: what Amazon sent, and the facts the manager reads out of it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from poa_app.desk import notices
from poa_app.desk.work import View
from poa_app.knowledge import knowledge
from poa_app.knowledge.asked import enforcements_of
from poa_app.knowledge.schema import Enforcement
from poa_app.knowledge.search import find_enforcements
from poa_app.model.paths import get
from poa_app.ui import deadline, faults, findings, guide, health_report, second_letters, session, show, uploads, widgets
from poa_app.ui.case_bar import case_bar
from poa_app.ui.enforcement_card import card
from poa_app.ui.field_view import field
from poa_app.ui.focus import bring_focus
from poa_app.ui.labels import enforcement_name, label, section
from poa_app.ui.markup import bold, coloured, gray, small
from poa_app.ui.notice_reading import marked_notice, notice_reading
from poa_app.ui.rows import rows
from poa_app.ui.words import Reader


def notice(reader: Reader, view: View) -> None:
    """Show the screen."""
    case_bar(reader, view)
    with st.container(gap=None):
        show.title(reader.say("Notice"), anchor=False)
        show.markdown(gray(reader.say("Paste what Amazon sent. Choose what it is about; its help stands beside it.")))
    with st.container(horizontal=True):
        guide.switch(reader)
        guide.findings_switch(reader)
    halves = (
        ((partial(_message, reader),), (partial(notice_reading, reader), partial(_enforcement, reader))),
        (
            (partial(_sent_by_client, reader), partial(_client, reader), partial(_facts, reader)),
            (partial(_help, reader),),
        ),
    )
    for left, right in halves:
        for column, parts in zip(st.columns([56, 44], gap="medium"), (left, right), strict=True):
            with column:
                for part in parts:
                    with faults.part(reader):
                        part(view)
    with faults.part(reader):
        health_report.health_report(reader, view)
    if show.button(
        reader.say("Next: workbench"), type="primary", icon=":material/arrow_forward:", icon_position="right"
    ):
        session.go("workbench", view.id)
    bring_focus()


def _message(reader: Reader, view: View) -> None:
    show.subheader(reader.say("What Amazon sent"), anchor=False)
    field(reader, view, "/notice/text")
    box = uploads.box_of(view.id)
    key = f"notice{view.id}{box.number}"
    show.file_uploader(
        reader.say("Or drop the notice here, an earlier appeal, Amazon's answer: text, mail (.eml), .html, PDF, .docx"),
        key=key,
        accept_multiple_files=True,
        max_upload_size=25,
        on_change=uploads.take_notice,
        args=(reader, view.id, key),
    )
    with faults.part(reader):
        for refused in (box.refused or "").split("\n\n") if box.refused else ():
            show.error(refused, icon=":material/error:")
        uploads.ask(reader, view.id)
    with faults.part(reader):
        uploads.sort_files(reader, view)
    with faults.part(reader):
        second_letters.pasted(reader, view)
    with faults.part(reader):
        marked_notice(reader, view)


def _sent_by_client(reader: Reader, view: View) -> None:
    show.subheader(section(reader, "client_messages"), anchor=False)
    show.markdown(
        small(gray(reader.say("Mails, chats, cells: never printed. Their facts are offered beside the fields.")))
    )
    rows(reader, view, "/client_messages", pasted=False)


def _client(reader: Reader, view: View) -> None:
    show.subheader(reader.say("Client"), anchor=False)
    one, two = st.columns(2)
    with one:
        field(reader, view, "/client/store")
        field(reader, view, "/client/merchant_token")
    with two:
        field(reader, view, "/client/legal_name")
        name, title = st.columns(2)
        with name:
            field(reader, view, "/client/signatory")
        with title:
            field(reader, view, "/client/signatory_title")


def _facts(reader: Reader, view: View) -> None:
    show.subheader(reader.say("Facts of the notice"), anchor=False)
    _in_columns(reader, view, "/notice/received", "/affected")
    _in_columns(reader, view, "/deadline/due", "/deadline/time", "/deadline/zone")
    with faults.part(reader):
        deadline.note(reader, view)
    with faults.part(reader):
        if view.case.earlier_appeals or any(one.stage not in (None, "first") for one in view.case.violations):
            _list(reader, view, "/earlier_appeals")
    for path in ("/notice/requests", "/products"):
        _list(reader, view, path)
    named = any(get(view.case, path) not in (None, ()) for path in _SELDOM)
    wanted = any(findings.of(view, path) for path in _SELDOM)
    with show.expander(
        reader.say("More facts, if the notice names them"), expanded=named or wanted, key=f"facts{view.id}"
    ):
        for fields in _SELDOM_LINES:
            _in_columns(reader, view, *fields)
        _list(reader, view, "/identifiers")


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


def _in_columns(reader: Reader, view: View, *paths: str) -> None:
    for column, path in zip(st.columns(len(paths)), paths, strict=True):
        with column:
            field(reader, view, path)


def _list(reader: Reader, view: View, path: str) -> None:
    with faults.part(reader):
        show.markdown(bold(section(reader, path.rsplit("/", 1)[-1])))
        rows(reader, view, path, pasted=False)


def _enforcement(reader: Reader, view: View) -> None:
    show.subheader(reader.say("What it is about"), anchor=False)
    with st.container(key=f"violations{view.id}"):
        _violations(reader, view)
    with faults.part(reader):
        if all(violation.enforcement for violation in view.case.violations):
            show.button(
                reader.say("The notice names a further violation"),
                key=f"violation{view.id}",
                type="tertiary",
                icon=":material/add:",
                on_click=_add_violation,
                args=(view.id,),
            )
    with st.container(key=f"where{view.id}"):
        _where(reader, view)


def _violations(reader: Reader, view: View) -> None:
    for violation in view.case.violations:
        path = f"/violations/{violation.id}"
        known = list(knowledge().enforcements)
        key = f"{view.id}{path}/enforcement"
        if st.session_state.get(key) != violation.enforcement:
            st.session_state[key] = violation.enforcement
        widgets.note_options(key, known)
        with st.container(gap="xxsmall", key=f"field{key}"):
            show.selectbox(
                label(reader, f"{path}/enforcement"),
                known,
                index=None,
                format_func=partial(enforcement_name, reader),
                key=key,
                placeholder=reader.say("Choose"),
                required=True,
                on_change=_choose,
                args=(view.id, violation.id, key),
            )
            guide.way_on(reader, view, f"{path}/enforcement")
        with faults.part(reader):
            if len(view.case.violations) > 1:
                show.button(
                    reader.say("Remove this violation"),
                    key=f"remove{key}",
                    type="tertiary",
                    icon=":material/delete:",
                    on_click=_remove_violation,
                    args=(view.id, violation.id),
                )
        with faults.part(reader):
            if violation.enforcement:
                _more_of_violation(reader, view, path, violation.enforcement)
            else:
                _find(reader, view, violation.id)


def _more_of_violation(reader: Reader, view: View, path: str, enforcement: str) -> None:
    with faults.part(reader):
        named = knowledge().enforcements.get(enforcement)
        if named and named.typed_name:
            field(reader, view, f"{path}/name")
    field(reader, view, f"{path}/route")
    with faults.part(reader):
        if named:
            _route_asked_for(reader, view, path, named)
    _in_columns(reader, view, f"{path}/level", f"{path}/stage")


def _route_asked_for(reader: Reader, view: View, path: str, one: Enforcement) -> None:
    """Say by which route the notice wants its answer, in a colour where another is chosen."""
    asked = notices.route_asked_for(view.case, one)
    if asked is None:
        return
    route = reader.localized(knowledge().routes[asked].name)
    if get(view.case, f"{path}/route") == asked:
        show.markdown(small(gray(reader.say("The notice asks for this route: {route}.", route=route))))
    else:
        show.markdown(small(coloured("orange", reader.say("The notice asks for another route: {route}.", route=route))))


def _where(reader: Reader, view: View) -> None:
    _in_columns(reader, view, "/marketplaces", "/fulfilment")
    field(reader, view, "/scope")


def _find(reader: Reader, view: View, row: str) -> None:
    """Find the enforcement by whatever it is called; where nothing is found, any other violation is offered."""
    key = f"find{view.id}{row}"
    words = show.text_input(
        reader.say("Or find it by what it is called"),
        key=key,
        placeholder=reader.say("LSR, used sold as new, linked account"),
        max_chars=80,
    )
    if not words:
        return
    found = find_enforcements(words, knowledge())
    with st.container(gap="xxsmall", key=f"found{key}"):
        for slug in dict.fromkeys((*found[:MOST_FOUND], found[-1])):
            show.button(
                enforcement_name(reader, slug),
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
    """Take over a choice; a name of the language before, as a browser still sends it after the switch, is none."""
    slug = st.session_state[key]
    if not widgets.is_label(key, slug):
        _take(id, row, slug)


def _help(reader: Reader, view: View) -> None:
    """Show what is known of each enforcement of the case, and what a route without a letter means."""
    for one in enforcements_of(view.case, knowledge()):
        with st.container(border=True):
            card(reader, one, view.case.route, f"help{view.id}{one.slug}")


reader = session.current_reader()
view = session.in_view(reader)
if view:
    notice(reader, view)
