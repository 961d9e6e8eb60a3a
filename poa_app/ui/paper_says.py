"""What a paper says, beside the fields of its exhibit, with one press to take it over where a field is blank."""

from __future__ import annotations

from typing import Any

import streamlit as st

from poa_app.desk import paper_offers, paper_reading
from poa_app.desk.paper_reading import CaseFile, safe_name
from poa_app.desk.work import View
from poa_app.errors import PoaError
from poa_app.model.paths import edit, get
from poa_app.model.text import is_blank
from poa_app.ui import session, show
from poa_app.ui.markup import coloured, gray, icon, put, small
from poa_app.ui.words import Reader

MOST_LINES = 6
"""Lines of a paper shown that name none of the products."""

FAULTS = {
    "scan": "No text in it: a scan. Type its number, date and names from the picture.",
    "locked": "It is encrypted, so nothing can be read out of it; give Amazon a copy that opens without a password.",
    "pages": "It has more than 60 pages, so nothing was read out of it; hand over the pages that matter.",
    "limit": "Reading it takes more than 2 seconds or 200 MB, so nothing was read out of it; print it as a new PDF.",
    "broken": "Nothing can be read out of it, it may be damaged; open it before you send it.",
}
"""Why nothing was read out of a paper. What concerns invoices alone is said of them alone."""

_OF_INVOICES = ("scan", "pages", "limit")


def beside(reader: Reader, view: View, path: str) -> None:
    """Show what the paper says of a field that does not say it, with a press to take it over where it is blank."""
    found = paper_offers.said(view.case, view.papers, path)
    if not found:
        return
    with st.container(gap="xxsmall", key=f"says{view.id}{path}"):
        for number, one in enumerate(found):
            words = reader.say("The paper says {words}", words=one.words)
            if one.value is None:
                show.markdown(small(coloured("orange", put(icon("description"), words, by=" "))))
                continue
            show.button(
                reader.say("{words}: take over", words=words),
                key=f"says{number}{view.id}{path}",
                icon=":material/description:",
                type="tertiary",
                on_click=_take,
                args=(view.id, path, one.value),
            )


def _take(id: str, path: str, value: Any) -> None:
    session.change(id, lambda case: edit(case, path, value) if is_blank(get(case, path)) else case, path)


def is_new(view: View, path: str, lines: tuple[tuple[str, ...], ...]) -> bool:
    """Whether the paper says something of fields that stand folded away."""
    fields = tuple(field for line in lines for field in line)
    return paper_offers.says_something_new(view.case, view.papers, path.rpartition("/")[2], fields)


def units(reader: Reader, view: View, path: str, name: str) -> None:
    """Show what units the paper shows: of the products with a press to take them over, of others to compare."""
    exhibit = path.rsplit("/", 2)[-2]
    for one in paper_offers.units_offered(view.case, view.papers, exhibit):
        words = reader.say("The paper says {n} units of {product}", n=one.units, product=one.name)
        if one.differs:
            show.markdown(small(coloured("orange", put(icon("description"), words, by=" "))))
            continue
        show.button(
            reader.say("{words}: take over", words=words),
            key=f"says{view.id}{path}{one.product}",
            icon=":material/description:",
            type="tertiary",
            on_click=_take_units,
            args=(view.id, exhibit, one.product, one.units),
        )
    others = paper_offers.lines_of_no_product(view.case, view.papers, exhibit)
    if others:
        listed = put(*(put(str(one.units), one.label, by=" × ") for one in others[:MOST_LINES]), by="; ")
        more = reader.say("and {n} more", n=len(others) - MOST_LINES) if len(others) > MOST_LINES else ""
        words = put(reader.say("The paper also lists, by none of your ASINs or product names:"), listed, more, by=" ")
        show.markdown(small(gray(put(icon("description"), words, by=" "))))


def _take_units(id: str, exhibit: str, product: str, units: int) -> None:
    path = f"/exhibits/{exhibit}/covers"
    session.change(id, lambda case: paper_offers.take_units(case, exhibit, product, units), path)


def fault(reader: Reader, view: View, path: str) -> None:
    """Say once, beside the file, why nothing was read out of a paper."""
    exhibit = path.rpartition("/")[2]
    read = view.papers.get(exhibit)
    if read is None or not read.fault:
        return
    if read.fault in _OF_INVOICES and not paper_reading.is_read_for(view.case, get(view.case, path)):
        return
    colour = "gray" if read.fault == "scan" else "orange"
    show.markdown(small(coloured(colour, put(icon("description"), reader.say(FAULTS[read.fault]), by=" "))))
    if read.fault == "limit":
        show.button(
            reader.say("Read it again"),
            key=f"again{view.id}{path}",
            type="tertiary",
            on_click=_read_again,
            args=(
                reader,
                view,
            ),
        )


def _read_again(reader: Reader, view: View) -> None:
    """Read anew what could not be read in time."""
    late = {id for id, one in view.papers.items() if one.fault == "limit"}
    names = {safe_name(get(view.case, f"/exhibits/{id}/file")) for id in late}
    _read(view, tuple(file for file in view.files if file.name in names))


def unread(reader: Reader, view: View) -> None:
    """Offer to read the invoices that came with the case and that nobody has read yet."""
    if not view.unread:
        return
    show.button(
        reader.say("Read {n} invoices and compare them with the case", n=len(view.unread)),
        key=f"unread{view.id}",
        icon=":material/description:",
        width="stretch",
        on_click=_read_unread,
        args=(
            reader,
            view,
        ),
        help=reader.say(
            "Number, date, names and units on the papers are held against what was entered. Nothing is changed."
        ),
    )


def _read_unread(reader: Reader, view: View) -> None:
    _read(view, view.unread)


def _read(view: View, files: tuple[CaseFile, ...]) -> bool:
    try:
        paper_reading.read_now(session.store(), view.id, files)
    except PoaError as error:
        session.show_error_later(error)
        return False
    return True


def read_open_row(reader: Reader, view: View, path: str) -> None:
    """Read the paper of the row that is open, where nobody has yet; tried once, what it says is there at once."""
    tried: set[str] = st.session_state.setdefault("read_papers", set())
    name = safe_name(get(view.case, f"{path}/file"))
    late = tuple(file for file in view.unread if file.name == name and file.sha256 not in tried)
    if late:
        tried.update(file.sha256 for file in late)
        if _read(view, late):
            st.rerun()
