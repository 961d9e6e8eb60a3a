"""A report of orders taken in: its first rows, what each column holds, what cannot be read, and then its orders."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple, get_args

import streamlit as st

from poa_app.desk import affected_orders as desk
from poa_app.desk.work import View
from poa_app.errors import PoaError
from poa_app.model.case import Case
from poa_app.model.orders import Defect
from poa_app.ui import session, show, widgets
from poa_app.ui.labels import choice, field_name
from poa_app.ui.markup import bold, gray, put, small
from poa_app.ui.words import Reader

FIRST_ROWS = 5
"""Rows of a report that are shown before it is taken over."""

SIDE_BY_SIDE = 3

DAY_ORDERS = {"month-first": "Month first: 11/03 is 3 November", "day-first": "Day first: 11/03 is 11 March"}

TROUBLES = {
    "no-order": "No order ID, so it is left out",
    "too-long": "A cell is too long for a value, so it is left out",
    "more-cells": "More cells than columns; what is beyond is left aside",
    "odd-order": "Does not look like an order ID; kept as it stands",
    "day": "No single day can be read; kept as it stands",
    "count": "No number can be read; kept as it stands",
    "defect": "Names no known defect",
    "channel": "Names no known way of fulfilment",
    "differs": "An earlier row of the order says otherwise; the earlier one stands",
}
"""What is wrong with a row, in words."""


class GivenReport(NamedTuple):
    """A report in work.

    Attributes:
        number: of the boxes it came by; they are emptied by a new number.
        table: the report; none while there is none.
        refused: why the last one cannot be read.
    """

    number: int = 0
    table: desk.SourceTable | None = None
    refused: str = ""


def report(reader: Reader, view: View) -> None:
    """Show where a report is given and, once it is, what is to be said before its orders are taken over."""
    given = _given(view.id)
    if given.table is None:
        _boxes(reader, view, given)
        return
    table = given.table
    _first_rows(reader, table)
    columns = _columns(reader, view, table, given.number)
    told, doubtful = desk.order_of_days(table, columns)
    asked = _day_order(reader, view, doubtful) if doubtful else None
    defect = _defect(reader, view, columns)
    found = desk.read(table, columns, told or asked)
    is_ready = "order" in columns and bool(found.orders) and not (doubtful and not asked)
    _outcome(reader, table, columns, found)
    with st.container(horizontal=True):
        words = reader.say("Take the orders over ({n})", n=len(found.orders))
        show.button(
            words,
            key=f"take-orders{view.id}",
            icon=":material/download_done:",
            disabled=not is_ready,
            on_click=_take,
            args=(reader, view.id, found, defect),
        )
        show.button(reader.say("Leave the report out"), key=f"leave-orders{view.id}", on_click=_next, args=(view.id,))


def _boxes(reader: Reader, view: View, given: GivenReport) -> None:
    key = f"{view.id}{given.number}"
    show.text_area(
        reader.say("Paste the rows of the report, with the names of the columns"),
        key=f"order-rows{key}",
        height=110,
        placeholder=reader.say("Copy the cells out of Excel, or the text of the report: CSV, semicolons or tabs."),
        on_change=_paste,
        args=(reader, view.id, f"order-rows{key}"),
    )
    show.file_uploader(
        reader.say("Or drop the report here as a file: .csv, .tsv or .txt"),
        key=f"order-file{key}",
        max_upload_size=25,
        on_change=_open,
        args=(reader, view.id, f"order-file{key}"),
    )
    if given.refused:
        show.error(given.refused, icon=":material/error:")


def is_given(id: str) -> bool:
    """Whether a report is in work for a case."""
    return _given(id).table is not None


def _given(id: str) -> GivenReport:
    held: GivenReport = st.session_state.get("reports", {}).get(id, GivenReport())
    return held


def _keep(reader: Reader, id: str, read: Callable[[], desk.SourceTable]) -> None:
    number = _given(id).number + 1
    try:
        kept = GivenReport(number, read())
    except PoaError as error:
        kept = GivenReport(number, refused=reader.error_text(error))
    st.session_state.setdefault("reports", {})[id] = kept


def _paste(reader: Reader, id: str, key: str) -> None:
    words = str(st.session_state.get(key) or "")
    if words.strip():
        _keep(reader, id, lambda: desk.pasted(words, reader.say("The pasted rows")))


def _open(reader: Reader, id: str, key: str) -> None:
    given = st.session_state.get(key)
    if given is not None:
        _keep(reader, id, lambda: desk.opened(given.getvalue(), given.name))


def _next(id: str) -> None:
    st.session_state.setdefault("reports", {})[id] = GivenReport(_given(id).number + 1)


def _first_rows(reader: Reader, table: desk.SourceTable) -> None:
    names = [_name(reader, table, place) for place in range(len(table.header))]
    shown = [[cell[:80] for cell in line.cells[: len(names)]] for line in table.lines[:FIRST_ROWS]]
    whole = [row + [""] * (len(names) - len(row)) for row in shown]
    show.markdown(small(bold(table.name), " · ", reader.say("rows: {n}, the first of them:", n=len(table.lines))))
    show.dataframe({name: [row[place] for row in whole] for place, name in enumerate(names)}, hide_index=True)


def _name(reader: Reader, table: desk.SourceTable, place: int) -> str:
    """Name a column so that no two names are alike."""
    name = table.header[place][:60]
    again = name in (one[:60] for one in table.header[:place])
    return f"{name} ({place + 1})" if again and name else name or reader.say("Column {n}", n=place + 1)


def _columns(reader: Reader, view: View, table: desk.SourceTable, number: int) -> desk.Columns:
    """Show what each column holds, to be corrected; those nobody knows by name are folded."""
    proposed = desk.proposed(table)
    chosen: list[str | None] = list(proposed)
    known = [place for place, target in enumerate(proposed) if target]
    others = [place for place, target in enumerate(proposed) if not target]
    show.markdown(small(gray(reader.say("What each column holds:"))))
    for place, target in _selects(reader, view, table, known, proposed, number):
        chosen[place] = target
    if others:
        words = reader.say("Columns left aside: {n}", n=len(others))
        with show.expander(words, expanded="order" not in proposed, key=f"aside{view.id}{number}"):
            for place, target in _selects(reader, view, table, others, proposed, number):
                chosen[place] = target
    once: list[str | None] = []
    for target in chosen:
        once.append(None if target in once else target)
    return tuple(once)


def _selects(
    reader: Reader, view: View, table: desk.SourceTable, places: list[int], proposed: desk.Columns, number: int
) -> list[tuple[int, str | None]]:
    found: list[tuple[int, str | None]] = []
    for start in range(0, len(places), SIDE_BY_SIDE):
        for column, place in zip(st.columns(SIDE_BY_SIDE), places[start : start + SIDE_BY_SIDE], strict=False):
            with column:
                key = f"column{place}{view.id}{number}"
                widgets.note_options(key, desk.TARGETS)
                target = show.selectbox(
                    _name(reader, table, place),
                    desk.TARGETS,
                    index=desk.TARGETS.index(proposed[place]) if proposed[place] else None,
                    format_func=partial(target_name, reader),
                    key=key,
                    placeholder=reader.say("Left aside"),
                )
                found.append((place, target))
    return found


def target_name(reader: Reader, target: str) -> str:
    """Name what a column holds: a field of an order, or a defect that it says yes or no to."""
    if target in get_args(Defect):
        return reader.say("{defect}: yes or no", defect=choice(reader, None, "/orders/*/defects", target))
    return field_name(reader, f"/orders/*/{target}")


def _day_order(reader: Reader, view: View, doubtful: str) -> Any:
    """Ask for the order of month and day, which the report does not give away itself; the site's own comes first."""
    site = desk.site_order(view.case)
    options = sorted(DAY_ORDERS, key=lambda one: one != site)
    show.markdown(small(reader.say("“{day}” can be two days. How does this report write them?", day=doubtful)))
    return show.segmented_control(
        reader.say("Order of month and day"),
        options,
        format_func=lambda one: reader.say(DAY_ORDERS[one]),
        key=f"day-order{view.id}",
        label_visibility="collapsed",
    )


def _defect(reader: Reader, view: View, columns: desk.Columns) -> Defect | None:
    """Ask what was wrong with the orders where no column says it."""
    if "defects" in columns or set(columns) & set(get_args(Defect)):
        return None
    usual = desk.defect_of(view.case)
    options: list[Defect] = [
        *desk.fits(view.case),
        *(one for one in get_args(Defect) if one not in desk.fits(view.case)),
    ]
    key = f"defect{view.id}"
    widgets.note_options(key, options)
    chosen: Defect | None = show.selectbox(
        reader.say("What was wrong with these orders"),
        options,
        index=options.index(usual) if usual else None,
        format_func=lambda one: choice(reader, None, "/orders/*/defects", one),
        key=key,
        placeholder=reader.say("Choose"),
    )
    return chosen


def _outcome(reader: Reader, table: desk.SourceTable, columns: desk.Columns, found: desk.FoundOrders) -> None:
    """Say what the report gives, and name every row that has something wrong, once."""
    if "order" not in columns:
        show.warning(reader.say("Choose the column that holds the order IDs."), icon=":material/help:")
        return
    left_out = sum(fault.is_left_out for fault in found.faults)
    show.markdown(
        small(
            put(
                reader.say("Orders: {n} in {rows} rows", n=len(found.orders), rows=len(table.lines)),
                reader.say("joined with another row of the same order: {n}", n=found.joined) if found.joined else "",
                reader.say("left out: {n}", n=left_out) if left_out else "",
                by=" · ",
            )
        )
    )
    if found.faults:
        words = reader.say("Rows to look at: {n}", n=len(found.faults))
        show.warning(words, icon=":material/warning:")
        show.dataframe(
            {
                reader.say("Row"): [fault.line for fault in found.faults],
                reader.say("What is wrong"): [
                    "; ".join(f"{reader.say(TROUBLES[trouble])}: {cell[:60]}" for trouble, cell in fault.troubles)
                    for fault in found.faults
                ],
            },
            hide_index=True,
            height=min(38 + 36 * len(found.faults), 220),
        )


def _take(reader: Reader, id: str, found: desk.FoundOrders, defect: Defect | None) -> None:
    taken: list[desk.Taken] = []

    def with_orders(case: Case) -> Case:
        taken.append(desk.take(case, found, defect))
        return taken[-1].case

    if not session.change(id, with_orders, "/orders"):
        return
    _next(id)
    done = taken[-1]
    st.session_state.notice_message = reader.say(
        "New orders: {added}. Completed, as they stood in the list already: {known}.",
        added=done.added,
        known=done.known,
    )
    if done.differing:
        st.session_state.error_message = reader.say(
            "The list was left as it is where it says otherwise ({n}): {orders}",
            n=len(done.differing),
            orders=reader.comma.join(done.differing),
        )
