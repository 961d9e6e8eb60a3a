"""The files kept with a case: opened, downloaded, removed and deleted; and the case as one file with all of them."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from poa_app.desk import exchange, kept_files, letters
from poa_app.desk.kept_files import MIME, Kept, Removed
from poa_app.desk.work import Store, View
from poa_app.errors import PoaError
from poa_app.model.case import Case
from poa_app.model.paths import edit, get
from poa_app.ui import faults, session, show
from poa_app.ui.markup import bold, gray, icon, put, small
from poa_app.ui.words import Reader

TEXT_HEIGHT = 420
"""Pixels of a text that is looked at; longer ones scroll."""


def kept_file(reader: Reader, view: View, path: str, name: str) -> None:
    """Show the file a field of an exhibit names, with what can be done with it.

    Args:
        reader: whoever reads the page.
        view: the case.
        path: of the field.
        name: the row's code.
    """
    named = get(view.case, path)
    if not named:
        return
    exhibit, field = path.rsplit("/", 2)[-2:]
    files = kept_files.kept(view.case, view.files)
    one = next((one for one in files if (one.exhibit, one.field) == (exhibit, field)), None)
    row = name if field == "file" else reader.say("translation of {row}", row=name)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"kept{view.id}{path}"):
        state = size(one.size) if one else reader.say("not kept with this case")
        show.markdown(small(put(icon("attach_file"), named, gray(state), by=" ")), width="stretch")
        if one:
            if show.button(
                reader.say("Open file {row}", row=row),
                key=f"look{view.id}{path}",
                icon=":material/visibility:",
                type="tertiary",
            ):
                look(reader, view.id, one)
            _download(view.id, one, reader.say("Download file {row}", row=row), f"take{view.id}{path}")
        with show.popover(reader.say("Remove file {row}", row=row), type="tertiary", icon=":material/delete:"):
            _ways_out(reader, view.id, path, str(named), one)


def _ways_out(reader: Reader, id: str, path: str, named: str, one: Kept | None) -> None:
    show.markdown(small(reader.say("Undo brings a removed file back, until the trash is emptied.")))
    show.button(
        reader.say("Remove {file}", file=named),
        key=f"remove{id}{path}",
        on_click=_remove,
        args=(reader, id, path, named),
    )
    if one:
        show.markdown(
            small(reader.say("Attached by mistake? Deleted for good, it is gone from undo and from the database too."))
        )
        _delete_button(reader, id, one.sha256, named, f"delete{id}{path}")


def _remove(reader: Reader, id: str, path: str, named: str) -> None:
    if session.change(id, lambda case: edit(case, path, None), path):
        st.session_state.notice_message = reader.say("{file} is removed. Undo brings it back.", file=named)


def _delete_button(reader: Reader, id: str, sha256: str, named: str, key: str) -> None:
    show.button(
        reader.say("Delete for good: {file}", file=named),
        key=key,
        icon=":material/delete_forever:",
        on_click=_delete,
        args=(reader, id, sha256, named),
    )


def _delete(reader: Reader, id: str, sha256: str, named: str) -> None:
    try:
        note = session.noting()
        stored, others = session.store().delete_file(id, sha256)
        note(stored)
    except PoaError as error:
        session.show_error_later(error)
        return
    st.session_state.notice_message = reader.say("{file} is deleted for good.", file=named)
    if others:
        st.session_state.notice_message = reader.say(
            "{file} is deleted here. Other cases that still have it: {n}.", file=named, n=others
        )


def look(reader: Reader, id: str, one: Kept) -> None:
    """Show a file in a window of its own: a picture, or the words of a PDF, mail or text."""

    @show.dialog(one.name, width="large")
    def window() -> None:
        with faults.part(reader):
            _inside(reader, id, one)

    window()


def _inside(reader: Reader, id: str, one: Kept) -> None:
    try:
        content = session.store().file(id, one.sha256)
    except PoaError as error:
        show.error(reader.error_text(error), icon=":material/error:")
        return
    shown = kept_files.picture(content, one.kind)
    words = "" if shown else kept_files.words(content, one.kind)
    if shown:
        show.image(shown)
    elif words:
        if one.kind == "pdf":
            show.markdown(small(gray(reader.say("The words of the PDF. Download it to see its pages."))))
        with st.container(height=TEXT_HEIGHT):
            show.plain(words)
    else:
        show.markdown(reader.say("This file cannot be shown here. Download it and open it in its own program."))
    _download(id, one, reader.say("Download"), f"looked{id}{one.exhibit}{one.field}")


def _download(id: str, one: Kept, words: str, key: str) -> None:
    show.download_button(
        words,
        _later(lambda store: store.file(id, one.sha256)),
        file_name=one.given,
        mime=MIME.get(one.kind, "application/octet-stream"),
        on_click="ignore",
        key=key,
        icon=":material/download:",
        type="tertiary",
        help=one.given,
    )


def _later(read: Callable[[Store], bytes]) -> Callable[[], bytes]:
    """Return what reads a file once its download is asked for; a page does not wait for files nobody takes."""
    store = session.store()
    return lambda: read(store)


def size(count: int) -> str:
    """Return the size of a file as text."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1_000))} KB"
    return f"{count / 1_000_000:.1f} MB"


def case_as_file(reader: Reader, case: Case, id: str, key: str) -> None:
    """Offer a case with its exhibits as one file."""
    show.download_button(
        reader.say("The case with its exhibits, as a file"),
        _later(lambda store: exchange.export_case(store, id)),
        file_name=letters.file_name(case, id, "case", exchange.ARCHIVE_SUFFIX),
        mime="application/zip",
        on_click="ignore",
        width="stretch",
        icon=":material/download:",
        key=key,
        help=reader.say("With all exhibits, to keep as a backup or to import elsewhere."),
    )


def files_of_case(reader: Reader, view: View) -> None:
    """List the files of a case, each to download, and those removed, each to delete for good."""
    files = kept_files.kept(view.case, view.files)
    gone = kept_files.removed(session.store(), view.id)
    if not files and not gone:
        return
    with show.expander(reader.say("Files of the exhibits ({n})", n=len(files)), icon=":material/attach_file:"):
        for one in files:
            with st.container(gap="xxsmall", key=f"listed{view.id}{one.exhibit}{one.field}"):
                _download(view.id, one, one.given, f"list{view.id}{one.exhibit}{one.field}")
                own = one.name if one.name != one.given else ""
                show.markdown(small(gray(put(own, size(one.size), by=" · "))))
        if files:
            show.download_button(
                reader.say("All exhibits as one .zip, with English names"),
                _later(lambda store: kept_files.packed(store, view.id)),
                file_name=letters.file_name(view.case, view.id, "exhibits", ".zip"),
                mime="application/zip",
                on_click="ignore",
                key=f"bundle{view.id}",
                icon=":material/folder_zip:",
                width="stretch",
            )
        if gone:
            _removed(reader, view.id, gone)


def _removed(reader: Reader, id: str, gone: tuple[Removed, ...]) -> None:
    show.markdown(small(bold(reader.say("Removed, kept for undo until the trash is emptied"))))
    for one in gone:
        show.markdown(small(put(one.name, size(one.size), by=" · ")))
        _delete_button(reader, id, one.sha256, one.name, f"gone{id}{one.sha256}{one.name}")
