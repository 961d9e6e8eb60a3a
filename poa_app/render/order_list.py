"""The affected orders as a letter prints them: their numbers by root cause, and the days of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from poa_app.model.case import Case
from poa_app.model.orders import TIMELINE, AffectedOrder
from poa_app.model.text import is_blank
from poa_app.render import wording
from poa_app.render.field import Field

Shown = dict[str, Any]

A_LINE = 4
"""Order numbers side by side."""

MOST_COLUMNS = 5
"""Columns of days that a page has room for beside the order numbers."""

HALVES = (TIMELINE[:4], TIMELINE[4:])
"""What happened until the parcel was on its way, and what happened then."""

_WIDTH_OF_ORDER, _WIDTH_OF_ALL = 22, 100


def order_groups(case: Case, causes: Sequence[Shown]) -> list[Shown]:
    """Group the orders by their root cause, then those without one, then the contested ones.

    Args:
        case: the case; where its letter tells no causes, all orders are one group.
        causes: its root causes as the template sees them, in their order.
    """
    orders = [order for order in case.orders if not is_blank(order.order)]
    if not case.route_spec.is_plan:
        return _group("all", orders)
    groups = []
    known = {row["id"] for row in causes}
    for row in causes:
        own = [order for order in orders if order.cause == row["id"] and not order.contested]
        groups += [group | {"label": row["label"], "head": row["head"]} for group in _group("cause", own)]
    groups += _group("none", [order for order in orders if not order.contested and order.cause not in known])
    groups += _group("contested", [order for order in orders if order.contested])
    if [group["kind"] for group in groups] == ["none"]:
        groups[0]["kind"] = "all"
    return groups


def _group(kind: str, orders: Sequence[AffectedOrder]) -> list[Shown]:
    numbers = [Field(order.order or "", f"/orders/{order.id}/order") for order in orders]
    lines = [numbers[at : at + A_LINE] for at in range(0, len(numbers), A_LINE)]
    count = f"{wording.count(len(orders))} {'order' if len(orders) == 1 else 'orders'}"
    made = {"kind": kind, "count": Field(count, "/orders"), "lines": lines}
    return [made | {"blank": [0] * (A_LINE - len(lines[-1]))}] if orders else []


def timeline(case: Case, dates: wording.Dates) -> Shown:
    """Return the days of each order, the earliest first; no rows where no timeline is wanted.

    Where a day of each kind would be more columns than a page has room for, the days of an order stand in two halves.

    Args:
        case: the case.
        dates: how its marketplace writes days.
    """
    orders = [order for order in case.orders if any(_days(order))] if case.order_timeline else []
    names = [name for name in TIMELINE if any(getattr(order, name) is not None for order in orders)]
    each = (_WIDTH_OF_ALL - _WIDTH_OF_ORDER) // max(len(names), 1)
    return {
        "columns": names,
        "folded": len(names) > MOST_COLUMNS,
        "widths": " ".join(map(str, (_WIDTH_OF_ORDER, *[each] * len(names)))),
        "rows": [_row(order, names, dates) for order in sorted(orders, key=_first)],
    }


def _row(order: AffectedOrder, names: Iterable[str], dates: wording.Dates) -> Shown:
    days = {}
    for name in names:
        value = getattr(order, name)
        said = wording.day(value, dates) if isinstance(value, date) else value or ""
        days[name] = Field(said, f"/orders/{order.id}/{name}")
    halves = [[{"name": name, "day": days[name]} for name in half if days.get(name)] for half in HALVES]
    return {
        "order": Field(order.order or "", f"/orders/{order.id}/order"),
        "cells": list(days.values()),
        "halves": halves,
    }


def _days(order: AffectedOrder) -> Iterable[Any]:
    return (getattr(order, name) for name in TIMELINE)


def _first(order: AffectedOrder) -> date:
    return min((day for day in _days(order) if isinstance(day, date)), default=date.max)
