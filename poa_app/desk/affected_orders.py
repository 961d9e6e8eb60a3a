"""Orders behind a rate: read out of a report, grouped by what they have in common, put under their root causes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple, get_args

from poa_app.errors import TooMany
from poa_app.intake.case_file import LONG_LIST_LIMIT
from poa_app.intake.order_table import (
    TARGETS,
    Columns,
    DayOrder,
    FoundOrders,
    RowFault,
    named_columns,
    orders_in,
    written_order,
)
from poa_app.intake.table import SourceTable, parse_table, plain_name, read_table
from poa_app.knowledge import knowledge
from poa_app.knowledge.asked import enforcements_of
from poa_app.model.base import new_row_id
from poa_app.model.case import Case
from poa_app.model.orders import AffectedOrder, Defect
from poa_app.model.row_edits import add_row

__all__ = [
    "GROUPINGS", "TARGETS", "Columns", "DayOrder", "FoundOrders", "Group", "Grouping", "RowFault", "SourceTable",
    "Taken", "assign", "assign_to_new_cause", "contest", "defect_of", "fits", "groupings", "groups", "has_orders",
    "opened", "order_of_days", "orders_of", "pasted", "proposed", "read", "remove", "site_order", "take",
]  # fmt: skip

Grouping = Literal[
    "ordered", "ship_by", "shipped", "carrier", "sku", "asin", "warehouse", "defects", "channel", "cause"
]
GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)
"""By what orders can be grouped."""

MOST_READ = 8
"""Readings of reports kept in memory while their columns are chosen."""


class Group(NamedTuple):
    """Orders that have something in common.

    Attributes:
        key: the day, carrier or whatever it is, as the case holds it; empty where an order has none.
        orders: their row ids.
        causes: how many of them stand under each root cause, by its row id; none and contested ones under "".
    """

    key: str
    orders: tuple[str, ...]
    causes: dict[str, int]


@dataclass(frozen=True)
class Taken:
    """What became of a report.

    Attributes:
        case: with its orders.
        added: how many orders are new.
        known: how many stood in the list already and were completed.
        differing: of these, the numbers of those of which the list says otherwise; what it says stays.
    """

    case: Case
    added: int
    known: int
    differing: tuple[str, ...]


@cache
def _names() -> dict[str, tuple[str, ...]]:
    return {target: aliases.names for target, aliases in knowledge().order_columns.items()}


@cache
def _known() -> frozenset[str]:
    return frozenset(plain_name(name) for names in _names().values() for name in names)


def opened(content: bytes, name: str) -> SourceTable:
    """Read the table out of a report given as a file.

    Raises:
        InputError: it is no table, or has more rows than are worked through.
    """
    return read_table(content, name, _known())


def pasted(text: str, name: str) -> SourceTable:
    """Read the table out of pasted lines or cells.

    Args:
        text: what was pasted.
        name: what it is called in messages.

    Raises:
        InputError: it holds nothing, or has more rows than are worked through.
    """
    return parse_table(text, name, _known())


def proposed(table: SourceTable) -> Columns:
    """Return what each column of a report seems to hold."""
    return named_columns(table, _names())


def order_of_days(table: SourceTable, columns: Columns) -> tuple[DayOrder | None, str]:
    """Tell whether a report writes the month or the day first, or give a day for which that must be asked."""
    return written_order(table, columns)


def site_order(case: Case) -> DayOrder | None:
    """Return in which order the case's marketplace writes its days."""
    site = knowledge().marketplaces.get(case.marketplaces[0]) if case.marketplaces else None
    return site.dates if site else None


@lru_cache(maxsize=MOST_READ)
def read(table: SourceTable, columns: Columns, days: DayOrder | None) -> FoundOrders:
    """Read the orders of a report.

    Args:
        table: the report.
        columns: what each of its columns holds.
        days: in which order its days are written.
    """
    words = {meant: aliases.names for meant, aliases in knowledge().order_words.items()}
    return orders_in(table, columns, words, days)


def has_orders(case: Case) -> bool:
    """Whether a case has orders, or is about a rate that counts some."""
    known = knowledge()
    rates = [name for one in enforcements_of(case, known) for name in one.metrics]
    rates += [metric.metric or "" for metric in case.metrics]
    return bool(case.orders) or any(rate in known.metrics and known.metrics[rate].order_defects for rate in rates)


def fits(case: Case) -> tuple[Defect, ...]:
    """Return the defects that the rates of a case count, in their order."""
    known = knowledge()
    rates = [name for one in enforcements_of(case, known) for name in one.metrics]
    rates += [metric.metric or "" for metric in case.metrics]
    defects = (defect for rate in rates if rate in known.metrics for defect in known.metrics[rate].order_defects)
    return tuple(dict.fromkeys(defects))


def defect_of(case: Case) -> Defect | None:
    """Return the one defect that the rates of a case count; none where there are several, or none."""
    found = fits(case)
    return found[0] if len(found) == 1 else None


def take(case: Case, found: FoundOrders, defect: Defect | None) -> Taken:
    """Take the orders of a report into a case; one that is there already is completed, what it holds stays.

    Args:
        case: the case as it stands.
        found: what the report gives.
        defect: what was wrong with the orders of which the report does not say it.

    Raises:
        TooMany: the case would have more orders than one may have.
    """
    rows, at = list(case.orders), {(row.order or "").strip(): place for place, row in enumerate(case.orders)}
    used, known = {row.id for row in rows}, 0
    differing: list[str] = []
    for values in found.orders:
        told = {**values, "defects": values.get("defects") or ((defect,) if defect else ())}
        place = at.get(told["order"])
        if place is None:
            rows.append(_row(told, used))
        else:
            known += 1
            if _differs(rows[place], told):
                differing.append(told["order"])
            rows[place] = _completed(rows[place], told)
    if len(rows) > LONG_LIST_LIMIT:
        raise TooMany(found.name, "/orders", len(rows), LONG_LIST_LIMIT)
    return Taken(case.model_copy(update={"orders": tuple(rows)}), len(rows) - len(case.orders), known, tuple(differing))


def _row(values: dict[str, Any], used: set[str]) -> AffectedOrder:
    while (id := new_row_id()) in used:
        continue
    used.add(id)
    return AffectedOrder(id=id, **values)


def _differs(row: AffectedOrder, values: dict[str, Any]) -> bool:
    told = ((getattr(row, name), value) for name, value in values.items() if name not in ("order", "defects"))
    return any(held is not None and held != value for held, value in told)


def _completed(row: AffectedOrder, values: dict[str, Any]) -> AffectedOrder:
    blank = {name: value for name, value in values.items() if getattr(row, name) in (None, ())}
    defects = tuple(dict.fromkeys((*row.defects, *values["defects"])))
    return AffectedOrder.model_validate({**dict(row), **blank, "defects": defects})


def groupings(case: Case) -> tuple[Grouping, ...]:
    """Return by what the orders of a case can be told apart."""
    return tuple(by for by in GROUPINGS if by == "cause" or any(getattr(one, by) for one in case.orders))


def groups(case: Case, by: Grouping) -> tuple[Group, ...]:
    """Return the orders of a case by what they have in common: days in order, else the largest group first.

    An order with two defects, or two SKUs, stands in a group of both.
    """
    causes = {cause.id for cause in case.root_causes}
    held: dict[str, list[AffectedOrder]] = {}
    for order in case.orders:
        held.setdefault(_key(order, by), []).append(order)
    found = []
    for key, orders in held.items():
        under = (one.cause if one.cause in causes and not one.contested else "" for one in orders)
        found.append(Group(key, tuple(one.id for one in orders), dict(Counter(one or "" for one in under))))
    is_day = by in ("ordered", "ship_by", "shipped")
    return tuple(sorted(found, key=lambda one: (not one.key, one.key if is_day else -len(one.orders), one.key)))


def _key(order: AffectedOrder, by: Grouping) -> str:
    value = getattr(order, by)
    if isinstance(value, date):
        return value.isoformat()
    return ", ".join(value) if isinstance(value, tuple) else (value or "").strip()


def orders_of(case: Case, by: Grouping, keys: Collection[str]) -> tuple[AffectedOrder, ...]:
    """Return the orders of certain groups; of all groups where none is named."""
    return tuple(order for order in case.orders if not keys or _key(order, by) in keys)


def assign(case: Case, orders: Collection[str], cause: str | None) -> Case:
    """Put orders under a root cause, or under none.

    Args:
        case: the case as it stands.
        orders: their row ids; one that is no longer there is passed over.
        cause: row id of the cause.

    Raises:
        KeyError: the cause is no longer there.
    """
    if cause and cause not in {row.id for row in case.root_causes}:
        raise KeyError(cause)
    return _with(case, orders, cause=cause)


def assign_to_new_cause(case: Case, orders: Collection[str]) -> Case:
    """Put orders under a root cause that is still to be written; the first untouched one serves."""
    held = {order.cause for order in case.orders}
    free = next((row.id for row in case.root_causes if row.id not in held and not row.head and not row.what), None)
    if free is None:
        case, path = add_row(case, "/root_causes")
        free = path.rpartition("/")[2]
    return _with(case, orders, cause=free)


def contest(case: Case, orders: Collection[str], contested: bool) -> Case:
    """Note that orders are contested, which takes them out from under their cause, or are not."""
    return _with(case, orders, **({"contested": True, "cause": None} if contested else {"contested": None}))


def remove(case: Case, orders: Collection[str]) -> Case:
    """Take orders out of the list."""
    gone = set(orders)
    return case.model_copy(update={"orders": tuple(order for order in case.orders if order.id not in gone)})


def _with(case: Case, orders: Collection[str], **values: Any) -> Case:
    chosen = set(orders)
    changed = (order.model_copy(update=values) if order.id in chosen else order for order in case.orders)
    return case.model_copy(update={"orders": tuple(changed)})
