"""Boxes that take a file: an exhibit's, or the notice itself; what is refused is said beside the box."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from poa_app.desk import evidence, notices, second_letters
from poa_app.desk.work import View
from poa_app.errors import PoaError
from poa_app.model.paths import get
from poa_app.ui import session, show, widgets
from poa_app.ui.labels import row_code
from poa_app.ui.markup import bold, put, small
from poa_app.ui.second_letters import summary
from poa_app.ui.words import Reader


class Box(NamedTuple):
    """A box for one file: which one, since each takes one file, and what came of the last file.

    Args:
        number: of the box.
        refused: why the last file was not taken.
        doubtful: the last file, while its giver has to say whether it is the notice.
        given: the last files, while their giver has to say what each is.
    """

    number: int = 0
    refused: str | None = None
    doubtful: notices.GivenFile | None = None
    given: tuple[notices.GivenFile, ...] = ()


def attach(reader: Reader, id: str, exhibit: str, key: str, field: str = "file") -> None:
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
        _next_box(owner, refused=reader.error_text(error))
        return
    _next_box(owner)
    held = str(get(stored.case, f"/exhibits/{exhibit}/{field}"))
    if held.rpartition(".")[2] != given.name.rpartition(".")[2]:
        kind = held.rpartition(".")[2].upper()
        st.session_state.notice_message = reader.say(
            "{file} holds {kind} and is kept as {held}.", file=given.name, kind=kind, held=held
        )


def take_notice(reader: Reader, id: str, key: str) -> None:
    """Take the text out of a notice given as a file; ask what each is where there are several or it may be another.

    A file that cannot be read is told, and the others still go in.
    """
    given = st.session_state.get(key) or ()
    files: list[notices.GivenFile] = []
    refused: list[str] = []
    for one in given if isinstance(given, list | tuple) else (given,):
        try:
            files.append(notices.opened(one.getvalue(), one.name))
        except PoaError as error:
            refused.append(reader.error_text(error))
    kinds = [second_letters.proposed_kind(file) for file in files]
    said = "\n\n".join(refused) or None
    if len(files) == 1 and not refused and kinds == ["notice"]:
        take_as_notice(id, files[0])
    elif len(files) == 1 and not refused and kinds == ["exhibit"]:
        _next_box(id, doubtful=files[0])
    elif files or refused:
        _next_box(id, refused=said, given=tuple(files))


def sort_files(reader: Reader, view: View) -> None:
    """Show what each of the last files is taken for, to be corrected, with one press that takes all."""
    id, box = view.id, box_of(view.id)
    if not box.given:
        return
    with st.container(key=f"given{id}", border=True):
        show.markdown(bold(reader.say("What the files are")))
        for place, file in enumerate(box.given):
            _sorted(reader, view, f"filekind{id}{box.number}-{place}", file)
        with st.container(horizontal=True):
            show.button(
                reader.say("Take all over"),
                key=f"takefiles{id}",
                type="primary",
                icon=":material/done_all:",
                on_click=_take_files,
                args=(
                    reader,
                    id,
                ),
            )
            show.button(reader.say("Leave all out"), key=f"leavefiles{id}", on_click=leave_out, args=(id,))


def _sorted(reader: Reader, view: View, key: str, file: notices.GivenFile) -> None:
    """Show one file, what it is taken for, and what was read in it."""
    names = {
        "notice": reader.say("the notice"),
        "appeal": reader.say("an earlier appeal"),
        "answer": reader.say("Amazon's answer"),
        "exhibit": reader.say("an exhibit"),
        "left-out": reader.say("none of these: leave it out"),
    }
    kinds = [one for one in second_letters.FILE_KINDS if not file.refusal or one in ("exhibit", "left-out")]
    proposed = second_letters.proposed_kind(file)
    said, chosen = st.columns([3, 2], vertical_alignment="center")
    with chosen:
        widgets.note_options(key, kinds)
        kind = show.selectbox(
            reader.say("What {file} is", file=file.name),
            kinds,
            index=kinds.index(proposed),
            format_func=names.__getitem__,
            key=key,
            label_visibility="collapsed",
        )
    with said:
        letter = second_letters.told(kind, file.text) if kind else None
        show.markdown(small(put(bold(file.name), summary(reader, view, letter) if letter else "", by=reader.colon)))


def _take_files(reader: Reader, id: str) -> None:
    """Take all files, each as what it was said to be; a text that cannot be kept as an exhibit is told."""
    box = box_of(id)
    kinds = [
        st.session_state.get(f"filekind{id}{box.number}-{place}") or second_letters.proposed_kind(file)
        for place, file in enumerate(box.given)
    ]
    files = tuple(zip(box.given, kinds, strict=True))
    if not session.change(id, lambda case: second_letters.take_files(case, files), "/notice/text"):
        return
    _next_box(id)
    refused = []
    for file, kind in files:
        if kind == "exhibit":
            take_as_exhibit(reader, id, file)
            refused += [box_of(id).refused or ""]
    _next_box(id, refused="\n\n".join(filter(None, refused)) or None)


def take_as_notice(id: str, file: notices.GivenFile) -> None:
    """Take the text of a file as that of the notice."""
    session.change(id, lambda case: notices.take_text(case, file.text), "/notice/text")
    _next_box(id)


def take_as_exhibit(reader: Reader, id: str, file: notices.GivenFile) -> None:
    """Keep a file given as the notice with a new exhibit, and say with which."""
    note = session.noting()
    try:
        stored, path = evidence.add(session.store(), id, file.name, file.content)
        note(stored)
    except PoaError as error:
        _next_box(id, refused=reader.error_text(error))
        return
    _next_box(id)
    row = row_code(reader, stored.case, path)
    st.session_state.notice_message = reader.say(
        "{file} is kept as {row}. Say on the workbench what it shows.", file=file.name, row=row
    )


def leave_out(id: str) -> None:
    """Take neither."""
    _next_box(id)


def ask(reader: Reader, id: str) -> None:
    """Ask whether the last file given as the notice is one, where it looks like evidence."""
    file = box_of(id).doubtful
    if file is None:
        return
    question = reader.say("{file} looks like a paper that proves something, not like what Amazon sent.", file=file.name)
    if file.is_table:
        question = reader.say(
            "{file} is a table. Its orders go in on the workbench, as a defect report.", file=file.name
        )
    elif file.refusal:
        question = reader.error_text(file.refusal)
    with st.container(key=f"doubt{id}"):
        show.warning(question, icon=":material/help:")
        with st.container(horizontal=True):
            show.button(
                reader.say("Keep it as an exhibit"), key=f"keep{id}", on_click=take_as_exhibit, args=(reader, id, file)
            )
            if not file.refusal:
                show.button(
                    reader.say("It is the notice: read it"), key=f"read{id}", on_click=take_as_notice, args=(id, file)
                )
            show.button(reader.say("Leave it out"), key=f"leave{id}", on_click=leave_out, args=(id,))


def _next_box(
    owner: str,
    refused: str | None = None,
    doubtful: notices.GivenFile | None = None,
    given: tuple[notices.GivenFile, ...] = (),
) -> None:
    boxes = st.session_state.setdefault("boxes", {})
    boxes[owner] = Box(box_of(owner).number + 1, refused, doubtful, given)


def box_of(owner: str) -> Box:
    """Return the present box for the file of an exhibit, or of a case's notice."""
    box: Box = st.session_state.get("boxes", {}).get(owner, Box())
    return box
