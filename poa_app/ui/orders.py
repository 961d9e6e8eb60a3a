"""The affected orders of a case: what they have in common as a picture, groups and rows put under a root cause."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any
from zlib import crc32

import streamlit as st

from poa_app.desk import affected_orders as desk
from poa_app.desk.work import View
from poa_app.model.case import Case
from poa_app.model.orders import TIMELINE, AffectedOrder
from poa_app.model.row_edits import add_row
from poa_app.ui import faults, session, show
from poa_app.ui.field_view import line
from poa_app.ui.labels import choice, field_name, headline, row_code
from poa_app.ui.markup import gray, put, small
from poa_app.ui.order_report import is_given, report
from poa_app.ui.pictures import Bar, stacked_bars
from poa_app.ui.words import Reader

MOST_GROUPS = 24
"""Groups that are shown as a picture and offered for a choice; what is beyond is counted."""

DAYS = ("ordered", "ship_by", "shipped")
"""Groupings whose groups follow one another."""

SHORT = 34
"""Characters of a cause's heading on its button."""


def orders(reader: Reader, view: View) -> None:
    """Show the orders of a case, and how more come in."""
    with faults.part(reader):
        if view.case.orders:
            _grouped(reader, view)
    is_open = is_given(view.id)
    words, key = reader.say("Take in a defect report"), f"report{view.id}{is_open}"
    with show.expander(words, expanded=is_open, key=key, icon=":material/table_view:"):
        report(reader, view)
    show.button(
        reader.say("Add an order by hand"),
        key=f"add{view.id}/orders",
        icon=":material/add:",
        type="tertiary",
        on_click=_add,
        args=(view.id,),
    )


def _grouped(reader: Reader, view: View) -> None:
    offered = desk.groupings(view.case)
    key = f"by{view.id}"
    if st.session_state.get(key) not in offered:
        st.session_state[key] = offered[0]
    words = reader.say("Group the orders by")
    by = (
        show.segmented_control(
            words, offered, format_func=partial(grouping_name, reader), key=key, required=True, wrap=True
        )
        or offered[0]
    )
    groups = desk.groups(view.case, by)
    with faults.part(reader):
        _picture(reader, view, by, groups)
    keys = _chosen_groups(reader, view, by, groups)
    chosen = desk.orders_of(view.case, by, keys)
    selected = _table(reader, view, chosen)
    target = selected or (chosen if keys else ())
    with faults.part(reader):
        _assign(reader, view, target)
    path = st.session_state.get("open_row") or ""
    single = f"/orders/{selected[0].id}" if len(selected) == 1 else path
    if single.startswith("/orders/") and any(f"/orders/{one.id}" == single for one in view.case.orders):
        _one(reader, view, single)


def grouping_name(reader: Reader, by: str) -> str:
    """Return what a way of grouping is called."""
    return field_name(reader, f"/orders/*/{by}")


def group_name(reader: Reader, view: View, by: str, key: str) -> str:
    """Return what a group is called; one without a value says so."""
    if not key:
        return reader.say("not given")
    if by == "cause":
        return _cause(reader, view, key)
    if by in DAYS and (on := _as_day(key)):
        return reader.day(on) if on.year == reader.today().year else key
    if by in ("defects", "channel"):
        return reader.comma.join(choice(reader, view, f"/orders/*/{by}", one) for one in key.split(", "))
    return key


def _as_day(key: str) -> date | None:
    try:
        return date.fromisoformat(key)
    except ValueError:  # a day that could not be read stands as it was typed
        return None


def _cause(reader: Reader, view: View, id: str | None) -> str:
    held = any(cause.id == id for cause in view.case.root_causes)
    return row_code(reader, view.case, f"/root_causes/{id}") if held else ""


def _picture(reader: Reader, view: View, by: str, groups: Sequence[desk.Group]) -> None:
    none = reader.say("no cause yet")
    names = {"": none} | {cause.id: _cause(reader, view, cause.id) for cause in view.case.root_causes}
    bars = [
        Bar(group_name(reader, view, by, group.key)[:40], names[cause], count)
        for group in groups[:MOST_GROUPS]
        for cause, count in group.causes.items()
    ]
    stacked_bars(bars, list(names.values()), upright=by in DAYS)
    if len(groups) > MOST_GROUPS:
        rest = groups[MOST_GROUPS:]
        count = sum(len(group.orders) for group in rest)
        words = reader.say("Not in the picture: {n} smaller groups, {count} orders in all.", n=len(rest), count=count)
        show.markdown(small(gray(words)))


def _chosen_groups(reader: Reader, view: View, by: str, groups: Sequence[desk.Group]) -> list[str]:
    counts = {group.key: len(group.orders) for group in groups[:MOST_GROUPS]}
    return list(
        show.pills(
            reader.say("Choose groups"),
            list(counts),
            selection_mode="multi",
            format_func=lambda key: f"{group_name(reader, view, by, key)[:40]} · {counts[key]}",
            key=f"groups{by}{view.id}",
            wrap=True,
        )
        or ()
    )


def _table(reader: Reader, view: View, shown: Sequence[AffectedOrder]) -> tuple[AffectedOrder, ...]:
    """Show orders as a table, and return those whose rows are marked."""
    columns: dict[str, Callable[[AffectedOrder], Any]] = {
        "order": lambda one: one.order or "",
        "cause": lambda one: _cause(reader, view, one.cause),
        "defects": lambda one: group_name(reader, view, "defects", ", ".join(one.defects)) if one.defects else "",
        **{name: lambda one, name=name: _day(getattr(one, name)) for name in TIMELINE},  # type: ignore[misc]
        "carrier": lambda one: one.carrier or "",
        "sku": lambda one: one.sku or "",
        "asin": lambda one: one.asin or "",
        "warehouse": lambda one: one.warehouse or "",
        "channel": lambda one: choice(reader, view, "/orders/*/channel", one.channel) if one.channel else "",
        "units": lambda one: "" if one.units is None else str(one.units),
        "contested": lambda one: reader.say("yes") if one.contested else "",
    }
    cells = {name: [cell(one) for one in shown] for name, cell in columns.items()}
    held = {
        grouping_name(reader, name): words for name, words in cells.items() if name in ("order", "cause") or any(words)
    }
    ids = crc32(" ".join(one.id for one in shown).encode())
    event: Any = show.dataframe(
        held,
        hide_index=True,
        height=min(38 + 36 * len(shown), 260),
        key=f"orders{view.id}{ids:x}",
        on_select="rerun",
        selection_mode="multi-row",
    )
    marked = event.selection.rows if event else []
    return tuple(shown[place] for place in marked if place < len(shown))


def _day(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value or "")


def _assign(reader: Reader, view: View, chosen: Sequence[AffectedOrder]) -> None:
    """Offer to put the chosen orders under a cause, each by one press."""
    ids = tuple(order.id for order in chosen)
    if not ids:
        show.markdown(
            small(gray(reader.say("Choose a group, or mark rows of the table, to put orders under a root cause.")))
        )
        return
    show.markdown(small(reader.say("Orders chosen: {n}. Put them under:", n=len(ids))))
    with st.container(horizontal=True, key=f"assign{view.id}"):
        for cause in view.case.root_causes:
            path = f"/root_causes/{cause.id}"
            words = f"{row_code(reader, view.case, path)} {headline(reader, view, path)}"
            short = words if len(words) <= SHORT else f"{words[: SHORT - 1]}…"
            key = f"under{view.id}{cause.id}"
            show.button(short, key=key, on_click=_change, args=(view.id, desk.assign, ids, cause.id))
        new, none = reader.say("A new root cause"), reader.say("No root cause")
        show.button(new, key=f"new{view.id}", icon=":material/add:", on_click=_new_cause, args=(view.id, ids))
        show.button(none, key=f"none{view.id}", on_click=_change, args=(view.id, desk.assign, ids, None))
        held = all(order.contested for order in chosen)
        words = reader.say("Not contested") if held else reader.say("Contested: counted apart")
        show.button(words, key=f"contest{view.id}", on_click=_change, args=(view.id, desk.contest, ids, not held))
        show.button(
            reader.say("Remove from the list ({n})", n=len(ids)),
            key=f"remove-orders{view.id}",
            icon=":material/delete:",
            type="tertiary",
            on_click=_change,
            args=(view.id, desk.remove, ids),
        )


def _change(id: str, edit: Callable[..., Case], ids: tuple[str, ...], *more: Any) -> None:
    session.change(id, lambda case: edit(case, ids, *more), "/orders")


def _new_cause(id: str, ids: tuple[str, ...]) -> None:
    session.change(id, lambda case: desk.assign_to_new_cause(case, ids), "/root_causes")


def _add(id: str) -> None:
    made: list[str] = []

    def with_order(case: Case) -> Case:
        case, path = add_row(case, "/orders")
        made.append(path)
        return case

    if session.change(id, with_order, "/orders"):
        st.session_state.open_row = made[-1]
        st.session_state.focus = [f"{id}{made[-1]}/order"]


def _one(reader: Reader, view: View, path: str) -> None:
    """Show the fields of one order."""
    code = row_code(reader, view.case, path)
    spec = AffectedOrder.spec
    with st.container(border=True, key=f"one{view.id}{path}"):
        show.markdown(put(small(gray(code)), headline(reader, view, path), by=" "))
        for names in spec.first:
            line(reader, view, path, names, code)
        with show.expander(reader.say("More about {row}", row=code), key=f"more{view.id}{path}"):
            for names in spec.folded:
                line(reader, view, path, names, code)
