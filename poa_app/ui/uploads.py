"""Boxes that take a file: an exhibit's, or the notice itself; what is refused is said beside the box."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from poa_app.desk import evidence, notices
from poa_app.errors import PoaError
from poa_app.model.paths import get
from poa_app.ui import session, show
from poa_app.ui.labels import row_code
from poa_app.ui.words import say


class Box(NamedTuple):
    """A box for one file: which one, since each takes one file, and what came of the last file.

    Args:
        number: of the box.
        refused: why the last file was not taken.
        doubtful: the last file, while its giver has to say whether it is the notice.
    """

    number: int = 0
    refused: str | None = None
    doubtful: notices.GivenFile | None = None


def attach(id: str, exhibit: str, key: str, field: str = "file") -> None:
    """Keep an uploaded file with its exhibit, or its translation; say beside the box where it is not accepted.

    Either way the box is empty again: what is kept stands beside it, not in it.
    """
    given = st.session_state.get(key)
    if given is None:
        return
    owner = exhibit if field == "file" else f"{exhibit}/{field}"
    note = session.noting()
    try:
        stored = evidence.attach(session.store(), id, exhibit, given.name, given.getvalue(), field)
        note(stored)
    except PoaError as error:
        _next_box(owner, refused=session.error_text(error))
        return
    _next_box(owner)
    held = str(get(stored.case, f"/exhibits/{exhibit}/{field}"))
    if held.rpartition(".")[2] != given.name.rpartition(".")[2]:
        kind = held.rpartition(".")[2].upper()
        st.session_state.notice_message = say(
            "{file} holds {kind} and is kept as {held}.", file=given.name, kind=kind, held=held
        )


def take_notice(id: str, key: str) -> None:
    """Take the text out of a notice given as a file; ask where it is rather evidence, say where it is neither."""
    given = st.session_state.get(key)
    if given is None:
        return
    try:
        file = notices.opened(given.getvalue(), given.name)
    except PoaError as error:
        _next_box(id, refused=session.error_text(error))
        return
    if file.is_doubtful:
        _next_box(id, doubtful=file)
    else:
        take_as_notice(id, file)


def take_as_notice(id: str, file: notices.GivenFile) -> None:
    """Take the text of a file as that of the notice."""
    session.change(id, lambda case: notices.take_text(case, file.text), "/notice/text")
    _next_box(id)


def take_as_exhibit(id: str, file: notices.GivenFile) -> None:
    """Keep a file given as the notice with a new exhibit, and say with which."""
    note = session.noting()
    try:
        stored, path = evidence.add(session.store(), id, file.name, file.content)
        note(stored)
    except PoaError as error:
        _next_box(id, refused=session.error_text(error))
        return
    _next_box(id)
    row = row_code(stored.case, path)
    st.session_state.notice_message = say(
        "{file} is kept as {row}. Say on the workbench what it shows.", file=file.name, row=row
    )


def leave_out(id: str) -> None:
    """Take neither."""
    _next_box(id)


def ask(id: str) -> None:
    """Ask whether the last file given as the notice is one, where it looks like evidence."""
    file = box_of(id).doubtful
    if file is None:
        return
    question = say("{file} looks like a paper that proves something, not like what Amazon sent.", file=file.name)
    with st.container(key=f"doubt{id}"):
        show.warning(session.error_text(file.refusal) if file.refusal else question, icon=":material/help:")
        with st.container(horizontal=True):
            show.button(say("Keep it as an exhibit"), key=f"keep{id}", on_click=take_as_exhibit, args=(id, file))
            if not file.refusal:
                show.button(say("It is the notice: read it"), key=f"read{id}", on_click=take_as_notice, args=(id, file))
            show.button(say("Leave it out"), key=f"leave{id}", on_click=leave_out, args=(id,))


def _next_box(owner: str, refused: str | None = None, doubtful: notices.GivenFile | None = None) -> None:
    boxes = st.session_state.setdefault("boxes", {})
    boxes[owner] = Box(box_of(owner).number + 1, refused, doubtful)


def box_of(owner: str) -> Box:
    """Return the present box for the file of an exhibit, or of a case's notice."""
    box: Box = st.session_state.get("boxes", {}).get(owner, Box())
    return box
