"""The notice: what Amazon sent, and the facts the manager reads out of it."""

from __future__ import annotations

import streamlit as st

from poa_app.desk import notices
from poa_app.desk.work import View
from poa_app.knowledge import knowledge
from poa_app.knowledge.schema import Evidence, Statement
from poa_app.model.paths import get
from poa_app.ui import deadline, faults, findings, guide, session, show, uploads
from poa_app.ui.case_bar import case_bar
from poa_app.ui.field_view import field
from poa_app.ui.focus import bring_focus
from poa_app.ui.labels import GRADES, choice_of, label, section
from poa_app.ui.markup import Markup, bold, bullets, gray, icon, put, small
from poa_app.ui.rows import rows
from poa_app.ui.words import localized, say


def notice(view: View) -> None:
    """Show the screen."""
    case_bar(view)
    with st.container(gap=None):
        show.title(say("Notice"), anchor=False)
        show.markdown(gray(say("Paste what Amazon sent. Choose what it is about; its help stands beside it.")))
    guide.switch()
    form, help_ = st.columns([56, 44], gap="medium")
    for column, parts in ((form, (_message, _client, _facts)), (help_, (_enforcement, _help))):
        with column:
            for part in parts:
                with faults.part():
                    part(view)
    if show.button(say("Next: workbench"), type="primary", icon=":material/arrow_forward:", icon_position="right"):
        session.go("workbench", view.id)
    bring_focus()


def _message(view: View) -> None:
    show.subheader(say("What Amazon sent"), anchor=False)
    field(view, "/notice/text")
    box = uploads.box_of(view.id)
    key = f"notice{view.id}{box.number}"
    show.file_uploader(
        say("Or drop the notice here as a file: text, mail (.eml) or PDF"),
        key=key,
        max_upload_size=25,
        on_change=uploads.take_notice,
        args=(view.id, key),
    )
    if box.refused:
        show.error(box.refused, icon=":material/error:")
    uploads.ask(view.id)


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
    deadline.note(view)
    lists = ["/notice/requests", "/products"]
    if view.case.earlier_appeals or any(one.stage not in (None, "first") for one in view.case.violations):
        lists.insert(0, "/earlier_appeals")
    for path in lists:
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
    ("/client/local_name",),
)
_SELDOM = (*(path for line in _SELDOM_LINES for path in line), "/identifiers")
"""Facts that few notices name, or that the letter can do without."""


def _in_columns(view: View, *paths: str) -> None:
    for column, path in zip(st.columns(len(paths)), paths, strict=True):
        with column:
            field(view, path)


def _list(view: View, path: str) -> None:
    show.markdown(bold(section(path.rsplit("/", 1)[-1])))
    rows(view, path, pasted=False)


def _enforcement(view: View) -> None:
    show.subheader(say("What it is about"), anchor=False)
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
                format_func=lambda slug: choice_of("enforcements", slug),
                key=key,
                placeholder=say("Choose"),
                required=True,
                on_change=_choose,
                args=(view.id, violation.id, key),
            )
            guide.way_on(view, f"{path}/enforcement")
        if violation.enforcement:
            field(view, f"{path}/route")
            for column, name in zip(st.columns(2), ("level", "stage"), strict=True):
                with column:
                    field(view, f"{path}/{name}")
    with st.container(key=f"where{view.id}"):
        one, two = st.columns(2)
        with one:
            field(view, "/marketplaces")
        with two:
            field(view, "/fulfilment")
        field(view, "/scope")


def _choose(id: str, row: str, key: str) -> None:
    slug = st.session_state[key]
    session.change(id, lambda case: notices.choose_enforcement(case, row, slug), f"/violations/{row}/enforcement")


def _help(view: View) -> None:
    """Show what is known of the enforcement: what Amazon wants, the evidence, what gets refused."""
    known = knowledge()
    for slug in view.case.enforcements:
        if slug not in known.enforcements:
            continue
        one = known.enforcements[slug]
        with st.container(border=True):
            show.markdown(bold(localized(one.name)))
            route = known.routes[view.case.route] if view.case.route else None
            if route:
                show.markdown(small(localized(route.do)))
            show.markdown(small(put(icon("timer"), localized(one.clock.words), by=" ")))
            for title, statements in (
                (say("What Amazon wants"), one.wants),
                (say("What gets refused"), one.refused_when),
                (say("What not to admit"), one.admission_traps),
                (say("Where to submit"), one.submit),
            ):
                with show.expander(title, key=f"help{view.id}{slug}{title}"):
                    show.markdown(bullets(small(_line(statement)) for statement in statements))
            with show.expander(say("Evidence"), key=f"help{view.id}{slug}evidence"):
                show.markdown(bullets(small(_evidence(kind)) for kind in one.evidence))


def _line(statement: Statement) -> Markup:
    grade = knowledge().sources[statement.source].grade
    return put(localized(statement), gray(f"({say(GRADES[grade])})"), by=" ")


def _evidence(wanted: Evidence) -> Markup:
    name = bold(localized(knowledge().evidence[wanted.kind].name))
    return put(put(name, say("required") if wanted.required else "", by=" · "), localized(wanted.why), by=": ")


view = session.in_view()
if view:
    notice(view)
