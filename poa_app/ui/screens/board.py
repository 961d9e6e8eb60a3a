"""The board: every case with its client, clock, completeness and state."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from poa_app.desk import evidence, exchange, notices, work
from poa_app.desk.board import STATES, Card, Entry, next_clock, search
from poa_app.desk.board import board as all_cases
from poa_app.desk.board import cards as with_cases
from poa_app.desk.clock import Clock
from poa_app.errors import PoaError
from poa_app.model.case import Case
from poa_app.resources import folder
from poa_app.ui import agreement, faults, kept_files, session, show
from poa_app.ui.case_bar import language_switch
from poa_app.ui.deadline import COLOURS, basis, moments
from poa_app.ui.labels import choice, choice_of, counts
from poa_app.ui.markup import badge, bold, coloured, gray, icon, lines, put, small
from poa_app.ui.pictures import clocks
from poa_app.ui.words import Reader

PAGE = 30
"""How many cases are shown at once."""


def head(reader: Reader, entries: Sequence[Entry]) -> None:
    """Show the title, what runs out next, and the ways to begin."""
    name, ways = st.columns([2, 3], vertical_alignment="center")
    with name, st.container(gap=None):
        show.title(reader.say("Cases"), anchor=False)
        show.markdown(small(gray(_running(reader, entries))))
    with ways, st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
        language_switch(reader)
        show.button(reader.say("Open an example"), icon=":material/menu_book:", on_click=examples)
        show.button(reader.say("Import"), icon=":material/upload_file:", on_click=ask_for_file)
        if show.button(reader.say("New case"), type="primary", icon=":material/add:"):
            begin(reader, notices.begin())


def _three_steps(reader: Reader) -> None:
    """Show a newcomer what lies ahead: three screens, in their order."""
    steps = (
        (
            "mail",
            reader.say("1. Notice"),
            reader.say("Paste what Amazon sent; the deadline and what it asks for come from it."),
        ),
        (
            "edit_note",
            reader.say("2. Workbench"),
            reader.say("Root causes, actions and measures, a row each; the letter grows beside them."),
        ),
        (
            "fact_check",
            reader.say("3. Check"),
            reader.say("See what is missing, then download the letter and copy it into Seller Central."),
        ),
    )
    for column, (name, title, words) in zip(st.columns(len(steps)), steps, strict=True):
        with column, st.container(border=True):
            show.markdown(put(icon(name), bold(title), by=" "))
            show.markdown(small(gray(words)))


def _running(reader: Reader, entries: Sequence[Entry]) -> str:
    number, least = next_clock(entries)
    now = reader.moment(reader.now())
    if least is None:
        return reader.say("{moment} · no clock running", moment=now)
    return reader.say(
        "{moment} · clocks running: {n}, the next one ends in {left}", moment=now, n=number, left=reader.left(least)
    )


def filter_bar(reader: Reader, entries: Sequence[Entry]) -> Sequence[Entry]:
    """Let the reader narrow the board by state and by words."""
    if len(entries) < 2:
        return entries
    by_state = {"": reader.say("All {n}", n=len(entries))} | {
        state: reader.say(STATE_COUNTS[state], n=sum(entry.state == state for entry in entries)) for state in STATES
    }
    states, box = st.columns([3, 2], vertical_alignment="center")
    with states:
        state = show.segmented_control(
            reader.say("State"),
            list(by_state),
            default="",
            required=True,
            format_func=by_state.__getitem__,
            key="state-sought",
            label_visibility="collapsed",
        )
    with box:
        words = show.text_input(
            reader.say("Search"),
            key="words-sought",
            placeholder=reader.say("Client, ASIN, order or case number"),
            label_visibility="collapsed",
            icon=":material/search:",
            type="search",
            live=True,
        )
    return search(entries, words or "", state or "")


STATE_COUNTS = {"new": "New {n}", "drafting": "Drafting {n}", "ready": "Ready {n}"}
STATE_NAMES = {"new": "New", "drafting": "Drafting", "ready": "Ready"}
STATE_COLOURS = {"new": "gray", "drafting": "blue", "ready": "green"}


def begin(reader: Reader, case: Case) -> None:
    """Keep a new case and go to its notice."""
    try:
        made = session.store().create(case)
    except PoaError as error:
        show.error(reader.error_text(error))
        return
    session.go("notice", made.id)


def examples() -> None:
    """Ask which example to open."""
    st.session_state.dialog = "examples"


def ask_for_file() -> None:
    """Ask for a case file."""
    st.session_state.dialog = "import"


def open_example(reader: Reader) -> None:
    """Let the reader choose an example; it opens as a case of their own, to change freely."""

    @show.dialog(reader.say("Open an example"))
    def choose() -> None:
        show.markdown(small(gray(reader.say("Invented cases, complete with exhibits. Each opens as a copy."))))
        for path in sorted(folder("examples").glob("*.json")):
            if show.button(choice_of(reader, "enforcements", path.stem), key=f"example{path.stem}"):
                _open_example(reader, path)

    choose()


def _open_example(reader: Reader, path: Path) -> None:
    try:
        made = evidence.open_example(session.store(), path)
    except PoaError as error:
        show.error(reader.error_text(error), icon=":material/error:")
        return
    session.go("workbench", made.id)


def _take(reader: Reader, content: bytes, path: Path | str) -> None:
    try:
        made = work.import_case(session.store(), content, Path(path).name)
    except PoaError as error:
        show.error(reader.error_text(error), icon=":material/error:")
        return
    session.go("workbench", made.id)


_CASE_FILE = "A case that this program exported: .poa.zip with its exhibits, or .json"


def import_file(reader: Reader) -> None:
    """Let the reader give a case file."""

    @show.dialog(reader.say("Import"))
    def choose() -> None:
        given = show.file_uploader(
            reader.say(_CASE_FILE),
            type=["zip", "json"],
            key="import",
            max_upload_size=exchange.ARCHIVE_LIMIT // 1_000_000,
        )
        if given is not None:
            _take(reader, given.getvalue(), given.name)

    choose()


def export_file(reader: Reader, id: str) -> None:
    """Offer a case with its exhibits as one file, if it is still there."""

    @show.dialog(reader.say("The case with its exhibits, as a file"))
    def choose(case: Case) -> None:
        show.markdown(bold((case.client.store or "").strip() or reader.say("No client yet")))
        kept_files.case_as_file(reader, case, id, f"export{id}")

    try:
        choose(session.store().load(id).case)
    except PoaError as error:
        show.error(reader.error_text(error), icon=":material/error:")


def card(reader: Reader, one: Card) -> None:
    """Show one case."""
    entry = one.entry
    with st.container(border=True):
        time, client, site, far, state, ways = st.columns([16, 25, 15, 21, 9, 22], vertical_alignment="center")
        with time:
            _time_left(reader, one)
        with client:
            kinds = " · ".join(choice_of(reader, "enforcements", slug) for slug in one.case.enforcements)
            name = (one.case.client.store or "").strip() or reader.say("No client yet")
            show.markdown(lines(bold(name), small(kinds or reader.say("Enforcement not chosen"))))
        with site:
            stores = reader.comma.join(choice_of(reader, "marketplaces", code) for code in one.case.marketplaces)
            level = next(
                (choice(reader, None, "/violations/*/level", one.level) for one in one.case.violations if one.level), ""
            )
            show.markdown(lines(stores or "–", small(gray(level))))
        with far:
            words = counts(reader, entry.blocking, entry.to_fix) or coloured(
                "green", reader.say("nothing left to mend")
            )
            show.markdown(small(put(f"{int(entry.done * 100)} %", words, by=" · ")))
            st.progress(entry.done)
        with state:
            show.markdown(badge(STATE_COLOURS[entry.state], reader.say(STATE_NAMES[entry.state])))
        with ways, st.container(horizontal=True, wrap=False):
            name = one.case.client.store or reader.say("new case")
            if show.button(
                reader.say("Continue"),
                key=f"open{entry.id}",
                width="stretch",
                help=reader.say("Open {name}", name=name),
            ):
                session.go("workbench" if one.case.enforcements else "notice", entry.id)
            more = {
                "copy": reader.say("Duplicate"),
                "export": reader.say("The case with its exhibits, as a file"),
                "trash": reader.say("Move to trash"),
            }
            show.menu_button(
                reader.say("More"),
                list(more),
                format_func=more.__getitem__,
                key=f"more{entry.id}",
                on_click=act,
                args=(
                    reader,
                    entry.id,
                ),
            )


def _time_left(reader: Reader, one: Card) -> None:
    if isinstance(one.clock, Clock):
        due = (small(gray(words)) for words in moments(reader, one.clock))
        time = coloured(COLOURS[one.clock.urgency], bold(reader.left(one.clock.left)))
        show.markdown(lines(time, *due), help=basis(reader, one.clock) or None)
    elif one.clock:
        words = coloured(COLOURS[one.clock.urgency], bold(reader.say("Deadline cannot be read")))
        show.markdown(lines(words, small(gray(reader.say("Correct it on Notice.")))))
    else:
        show.markdown(small(gray(reader.say("No deadline entered"))))


def act(reader: Reader, id: str) -> None:
    """Do what a card's menu says."""
    try:
        match st.session_state.get(f"more{id}"):
            case "copy":
                session.store().duplicate(id)
            case "export":
                st.session_state.dialog = "export"
                st.session_state.exported = id
            case "trash":
                session.store().trash(id)
    except PoaError as error:
        session.show_error_later(error)


def trash(reader: Reader) -> None:
    """Show what lies in the trash, and let it be taken out or really deleted."""
    gone, files = session.store().listed(trashed=True), session.store().removed_files()
    if not gone and not files:
        return
    with show.expander(reader.say("Trash ({n})", n=len(gone) + len(files)), icon=":material/delete:"):
        for one in gone:
            name = (one.case.client.store or "").strip() or reader.say("No client yet")
            with st.container(horizontal=True, vertical_alignment="center"):
                show.markdown(name, width="stretch")
                show.button(
                    reader.say("Take out {name}", name=name), key=f"untrash{one.id}", on_click=_take_out, args=(one.id,)
                )
        if files:
            show.markdown(
                reader.say(
                    "Files removed from cases on the board: {n}. Undo in the case brings them back.", n=len(files)
                )
            )
        with show.popover(reader.say("Empty the trash")):
            if gone:
                show.markdown(reader.say("Cases in the trash: {n}. Deleted, they cannot be brought back.", n=len(gone)))
            if files:
                show.markdown(
                    reader.say("Files removed from cases: {n}. Deleted, not even undo brings them back.", n=len(files))
                )
            show.button(reader.say("Delete for good"), on_click=_delete, args=(reader,))


def _take_out(id: str) -> None:
    try:
        session.store().restore(id)
    except PoaError as error:
        session.show_error_later(error)


def _delete(reader: Reader) -> None:
    try:
        session.store().delete_trashed(reader.now())
    except PoaError as error:
        session.show_error_later(error)


def board(reader: Reader) -> None:
    """Show the board."""
    try:
        entries = _entries(reader)
    except PoaError as error:
        show.error(reader.error_text(error), icon=":material/error:")
        return
    agreement.note_cases(entry.id for entry in entries)
    head(reader, entries)
    match st.session_state.pop("dialog", None):
        case "examples":
            open_example(reader)
        case "import":
            import_file(reader)
        case "export":
            export_file(reader, st.session_state.exported)
    with faults.part(reader):
        if not entries:
            show.markdown(
                reader.say("No case yet. Begin with the notice Amazon sent, or open an example to see a finished one.")
            )
            _three_steps(reader)
    with faults.part(reader):
        clocks(reader, entries)
    found = filter_bar(reader, entries)
    if entries and not found:
        show.markdown(reader.say("No case matches. Clear the search or choose another state."))
    shown = st.session_state.get("cards-shown", PAGE)
    with faults.part(reader), st.container(gap="xsmall"):
        for one in with_cases(session.store(), found[:shown], reader.now()):
            with faults.part(reader):
                card(reader, one)
    if len(found) > shown:
        show.button(reader.say("Show {n} more", n=min(PAGE, len(found) - shown)), on_click=_more)
    with faults.part(reader):
        trash(reader)


def _entries(reader: Reader) -> Sequence[Entry]:
    """Return the board's entries; where many cases have to be counted first, show how far it is."""
    place = st.empty()

    def progress(done: int, of: int) -> None:
        if of > FEW:
            with place:
                show.progress_bar(done / of, reader.say("Checking cases: {n} of {all}", n=done, all=of))

    entries = all_cases(session.store(), reader.now(), progress)
    place.empty()
    return entries


FEW = 50
"""Cases that are counted without a word about it: half a second of work."""


def _more() -> None:
    st.session_state["cards-shown"] = st.session_state.get("cards-shown", PAGE) + PAGE


reader = session.current_reader()
board(reader)
