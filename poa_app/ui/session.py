"""What a session knows: the store, the language, the case in view; and every save it makes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any

import streamlit as st

from poa_app.console import Language
from poa_app.desk import external_changes, work
from poa_app.errors import PoaError
from poa_app.model.case import Case
from poa_app.model.paths import get
from poa_app.model.row_edits import remove_row
from poa_app.model.time_parsing import zone_of
from poa_app.ui import show
from poa_app.ui.labels import name_of
from poa_app.ui.words import Reader

LANGUAGES = {"en": "English", "zh": "中文"}


@st.cache_resource(show_spinner=False)
def store() -> work.Store:
    """Open the store, once for the whole server."""
    return work.open_store()


def start() -> None:
    """Return a new session its language and its switches, as they were left."""
    if "language" not in st.session_state:
        kept = _preference("language")
        st.session_state.language = kept or ("zh" if (st.context.locale or "").lower().startswith("zh") else "en")
    if "guidance" not in st.session_state:
        st.session_state.guidance = _preference("guidance") != "off"
        st.session_state.drafts = _preference("drafts") == "on"
        st.session_state.findings_shown = _preference("findings_shown") == "on"
    if st.session_state.pop("show_findings", False):  # asked for when the switch stood on the page already
        st.session_state.findings_shown = True
    st.session_state.setdefault("shown", {})


def _preference(key: str) -> str | None:
    try:
        return store().get_setting(key)
    except PoaError:
        return None


def save_preference(key: str, value: str) -> None:
    """Save a preference for later sessions; on a read-only store, show the error and go on."""
    try:
        store().set_setting(key, value)
    except PoaError as error:
        show_error_later(error)


def save_toggle(key: str) -> None:
    """Keep a switch that is on or off."""
    save_preference(key, "on" if st.session_state[key] else "off")


def show_drafts() -> None:
    """Show the Chinese drafts beside the fields from now on, where they are not shown yet."""
    if not st.session_state.get("drafts"):
        st.session_state.drafts = True
        save_toggle("drafts")


def current_reader() -> Reader:
    """Return who reads this session's pages: in the language chosen, by the clock of the browser."""
    language: Language = "zh" if st.session_state.get("language") == "zh" else "en"
    return Reader(language, zone_of(st.context.timezone) or UTC)


def case_id() -> str | None:
    """Return the id of the case in the address."""
    return st.query_params.get("case")


def keep_row_in_address() -> None:
    """Keep the open row in the address, so that F5 and a new server find it open, and Back leads to the row before."""
    named, kept = st.query_params.get("row"), st.session_state.get("row")
    if named and named != kept and st.session_state.get("open_row") == kept:
        st.session_state.open_row = named
    row = st.session_state.row = st.session_state.get("open_row")
    if row and row != named:
        st.query_params["row"] = row
    elif named and not row:
        del st.query_params["row"]


def show_error_later(error: PoaError) -> None:
    """Keep an error so that the next page says it."""
    st.session_state.error_message = error


def show_error_message(reader: Reader) -> None:
    """Show the error of the last run, once."""
    error: PoaError | str | None = st.session_state.pop("error_message", None)
    if error:
        show.error(reader.error_text(error) if isinstance(error, PoaError) else error, icon=":material/error:")


def open_case(id: str | None, today: date) -> work.View | None:
    """Open the case of this run; a screen shows it, or says why it cannot be opened."""
    st.session_state.view = st.session_state.refused = None
    if id:
        try:
            st.session_state.view = work.view(store(), id, today)
        except PoaError as error:
            st.session_state.refused = error
    view: work.View | None = st.session_state.view
    return view


def show_notice_message() -> None:
    """Show the notice of the last run, once."""
    words = st.session_state.pop("notice_message", None)
    if words:
        show.toast(words, icon=":material/info:")


def in_view(reader: Reader) -> work.View | None:
    """Return the case of this run, or say why there is none."""
    view: work.View | None = st.session_state.view
    if view:
        follow(view.stored)
    elif st.session_state.refused:
        show.error(reader.error_text(st.session_state.refused), icon=":material/error:")
    return view


def seen(id: str) -> external_changes.SeenRevision | None:
    """Return what this tab knows of a case."""
    known: external_changes.SeenRevision | None = st.session_state.setdefault("seen", {}).get(id)
    return known


def follow(stored: work.Stored) -> None:
    """Note that this tab shows a state of a case."""
    known = seen(stored.id)
    st.session_state.seen[stored.id] = external_changes.observe(store(), known, stored)


def noting() -> Callable[[work.Stored], None]:
    """Return what notes a state of a case that this tab saves itself; to be asked for before the save.

    Any look at the session's state may end the run, because the next answer of the page has come. Between a save and
    its note there must be none, or the tab takes its own change for somebody else's.
    """
    known: dict[str, external_changes.SeenRevision] = st.session_state.setdefault("seen", {})
    kept = store()

    def note(stored: work.Stored) -> None:
        known[stored.id] = external_changes.record_own_save(kept, known.get(stored.id), stored)

    return note


def settle(id: str, path: str, mine: bool) -> bool:
    """Settle a clash; say so where it cannot be kept."""
    try:
        note = noting()
        note(store().settle(id, path, mine))
    except PoaError as error:
        show_error_later(error)
        return False
    return True


def save(id: str, path: str, shown: Any, value: Any) -> bool:
    """Save one field; say so where it cannot be saved, and leave what was typed where it stands."""
    try:
        note = noting()
        stored, _ = store().save(id, path, shown, value)
        note(stored)
        _note_cleared(stored, path)
    except PoaError as error:
        show_error_later(error)
        return False
    return True


def _note_cleared(stored: work.Stored, path: str) -> None:
    """Note when a change of a deed took its "this has been done" away."""
    row = "/".join(path.split("/")[:3])
    view: work.View | None = st.session_state.get("view")
    if not path.startswith("/corrective_actions/") or view is None or view.id != stored.id:
        return
    with suppress(KeyError):
        if get(view.case, f"{row}/done") and not path.endswith("/done") and not get(stored.case, f"{row}/done"):
            st.session_state.setdefault("cleared", {})[f"{stored.id}{row}"] = stored.saved


def cleared_at(id: str, row: str) -> datetime | None:
    """Return when a change took the "this has been done" of a deed away."""
    at: datetime | None = st.session_state.get("cleared", {}).get(f"{id}{row}")
    return at


def change(id: str, edit: Callable[[Case], Case], path: str) -> bool:
    """Change a case in one step; say so where it cannot be kept."""
    try:
        note = noting()
        note(work.change(store(), id, edit, path))
    except PoaError as error:
        show_error_later(error)
        return False
    return True


def remove(reader: Reader, id: str, paths: Sequence[str], names: Sequence[str]) -> None:
    """Take rows out, and say how they come back.

    Args:
        reader: whoever reads the page.
        id: the case.
        paths: of the rows.
        names: their codes.
    """

    def without(case: Case) -> Case:
        for path in paths:
            case = remove_row(case, path)
        return case

    if change(id, without, paths[0]):
        if st.session_state.get("open_row") in paths:
            st.session_state.open_row = None
        said = reader.comma.join(names)
        st.session_state.notice_message = (
            reader.say("{row} is removed, also where other rows named it. Undo brings it back.", row=said)
            if len(paths) == 1
            else reader.say("{rows} are removed, also where other rows named them. Undo brings them back.", rows=said)
        )


def undo(reader: Reader, id: str) -> None:
    """Take back the last change; say so when there is none."""
    last = st.session_state.get(f"undone{id}")
    try:
        note = noting()
        before = store().load(id)
        undone = work.undo(store(), id, last)
        after = store().load(id)
        note(after)
    except PoaError as error:
        show_error_later(error)
        return
    if undone:
        st.session_state[f"undone{id}"] = undone
        places = reader.comma.join(
            dict.fromkeys(name_of(reader, after.case, path) for path in work.differing(before.case, after.case))
        )
        st.session_state.notice_message = reader.say("Undone: {places}", places=places)
    else:
        st.session_state.error_message = reader.say("Nothing is left to undo.")


def go(screen: str, id: str | None = None) -> None:
    """Go to another screen, with the case in the address."""
    row = st.session_state.get("open_row")
    wanted = {name: value for name, value in (("case", id), ("row", row)) if id and value}
    st.switch_page(f"screens/{screen}.py", query_params=wanted)
