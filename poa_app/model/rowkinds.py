"""The lists of rows a case is made of: what kind of row each holds, and the code it goes by on the screens."""

from __future__ import annotations

from poa_app.model.base import Row, new_row_id
from poa_app.model.case import Case
from poa_app.model.exhibits import letters
from poa_app.model.facts import (
    Coverage,
    EarlierAppeal,
    Exhibit,
    Identifier,
    Metric,
    Product,
    Request,
    Supplier,
    Violation,
)
from poa_app.model.paths import edit, get, index_of
from poa_app.model.rows import CorrectiveAction, PreventiveMeasure, RootCause

KINDS: dict[str, type[Row]] = {
    "violations": Violation,
    "requests": Request,
    "products": Product,
    "identifiers": Identifier,
    "metrics": Metric,
    "root_causes": RootCause,
    "corrective_actions": CorrectiveAction,
    "preventive_measures": PreventiveMeasure,
    "suppliers": Supplier,
    "exhibits": Exhibit,
    "covers": Coverage,
    "earlier_appeals": EarlierAppeal,
}

CODES = {
    "root_causes": "RC",
    "corrective_actions": "CA",
    "preventive_measures": "PM",
    "metrics": "M",
    "exhibits": "EX",
    "products": "P",
    "suppliers": "S",
    "identifiers": "N",
    "requests": "Q",
    "violations": "V",
    "earlier_appeals": "E",
    "covers": "L",
}

_POINTING = ("causes", "exhibits", "supplier", "buys_from", "product")


def add_row(case: Case, rows: str, **fields: object) -> tuple[Case, str]:
    """Add a row at the end of a list.

    Args:
        case: the case.
        rows: path of the list, such as ``/corrective_actions`` or ``/notice/requests``.
        fields: what the row already holds.

    Returns:
        The new case, and the new row's path.
    """
    row = KINDS[rows.rsplit("/", 1)[-1]].model_validate({"id": new_row_id(), **fields})
    return edit(case, rows, (*get(case, rows), row)), f"{rows}/{row.id}"


def remove_row(case: Case, path: str) -> Case:
    """Take a row out, and with it whatever pointed to it or was said about it."""
    rows, _, gone = path.rpartition("/")
    kept = edit(case, rows, tuple(row for row in get(case, rows) if row.id != gone))
    for place in _pointers(kept, gone):
        held = get(kept, place)
        kept = edit(kept, place, tuple(one for one in held if one != gone) if isinstance(held, tuple) else None)
    for notes in ("drafts", "not_applicable", "overruled"):
        held = getattr(kept, notes)
        left = tuple(note for note in held if note.path != path and not note.path.startswith(f"{path}/"))
        if left != held:
            kept = kept.model_copy(update={notes: left})
    return kept


def move_row(case: Case, path: str, by: int) -> Case:
    """Move a row up (-1) or down (+1) among its neighbours; at the end of the list nothing moves.

    Raises:
        KeyError: there is no such row.
    """
    rows, _, name = path.rpartition("/")
    order = list(get(case, rows))
    at = index_of(tuple(order), name)
    to = min(max(at + by, 0), len(order) - 1)
    order.insert(to, order.pop(at))
    return edit(case, rows, tuple(order))


def code(case: Case, path: str) -> str:
    """Name a row as the screens do: CA3; an exhibit by its letter: EX-C.

    Raises:
        KeyError: there is no such row.
    """
    rows, _, name = path.rpartition("/")
    if rows == "/exhibits":
        return f"{CODES['exhibits']}-{letters(case)[name]}"
    return f"{CODES[rows.rsplit('/', 1)[-1]]}{index_of(get(case, rows), name) + 1}"


def _pointers(case: Case, gone: str) -> list[str]:
    """List the fields that hold a row's id."""
    found = []
    for name in Case.model_fields:
        rows = getattr(case, name)
        for row in rows if isinstance(rows, tuple) else ():
            found += [
                f"/{name}/{row.id}/{field}"
                for field in _POINTING
                if isinstance(row, Row) and field in type(row).model_fields and _points(getattr(row, field), gone)
            ]
            for line in getattr(row, "covers", ()):
                if line.product == gone:
                    found.append(f"/{name}/{row.id}/covers/{line.id}/product")
    return found


def _points(held: object, gone: str) -> bool:
    return gone in held if isinstance(held, tuple) else held == gone
