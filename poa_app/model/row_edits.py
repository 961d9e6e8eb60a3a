"""Rows of a case: added, removed, moved, numbered, and told anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from poa_app.model.base import Part, Row, new_row_id
from poa_app.model.case import Case
from poa_app.model.exhibits import exhibit_labels
from poa_app.model.fields import row_types
from poa_app.model.paths import edit, get, index_of
from poa_app.model.spec import spec_of


def add_row(case: Case, rows: str, **values: object) -> tuple[Case, str]:
    """Add a row at the end of a list.

    Args:
        case: the case.
        rows: path of the list, such as ``/corrective_actions`` or ``/notice/requests``.
        values: what the row already holds.

    Returns:
        The new case, and the new row's path.
    """
    row = row_types()[rows.rsplit("/", 1)[-1]].model_validate({"id": new_row_id(), **values})
    return edit(case, rows, (*get(case, rows), row)), f"{rows}/{row.id}"


def remove_row(case: Case, path: str) -> Case:
    """Take a row out, and with it whatever pointed to it or was said about it."""
    rows, _, gone = path.rpartition("/")
    kept = edit(case, rows, tuple(row for row in get(case, rows) if row.id != gone))
    kept = _without_pointers(kept, gone)
    for notes in ("drafts", "not_applicable", "overruled"):
        held = getattr(kept, notes)
        left = tuple(note for note in held if note.path != path and not note.path.startswith(f"{path}/"))
        if left != held:
            kept = kept.model_copy(update={notes: left})
    return kept


def is_untouched(case: Case, path: str) -> bool:
    """Whether nothing has been entered into a row, no draft stands beside its fields and no other row points to it."""
    row = get(case, path)
    entered = any(getattr(row, name) for name in type(row).model_fields if name != "id")
    drafted = any(draft.path.startswith(f"{path}/") for draft in case.drafts)
    return not (entered or drafted or _without_pointers(case, row.id) is not case)


def without_untouched(case: Case, rows: str) -> Case:
    """Return the case without the untouched rows of a list.

    Args:
        case: the case as it stands.
        rows: path of the list, such as ``/root_causes``.
    """
    for row in get(case, rows):
        if is_untouched(case, f"{rows}/{row.id}"):
            case = remove_row(case, f"{rows}/{row.id}")
    return case


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


def row_number(case: Case, path: str) -> str:
    """Return the number of a row among its neighbours, counted from 1; of an exhibit its letter.

    Raises:
        KeyError: there is no such row.
    """
    rows, _, name = path.rpartition("/")
    if rows == "/exhibits":
        return exhibit_labels(case)[name]
    return str(index_of(get(case, rows), name) + 1)


Pointing = TypeVar("Pointing", bound=Part)


def _without_pointers(part: Pointing, gone: str) -> Pointing:
    """Return a part of a case without the links to a row; the very same part where there are none."""
    changed: dict[str, Any] = {}
    for name, info in type(part).model_fields.items():
        held = getattr(part, name)
        if spec_of(info).refers_to:
            left = _without_link(held, gone)
        elif isinstance(held, tuple) and held and isinstance(held[0], Part):
            left = tuple(_without_pointers(one, gone) for one in held)
            left = held if all(one is other for one, other in zip(held, left, strict=True)) else left
        else:
            left = _without_pointers(held, gone) if isinstance(held, Part) else held
        if left is not held:
            changed[name] = left
    return part.model_copy(update=changed) if changed else part


def _without_link(held: Any, gone: str) -> Any:
    if isinstance(held, tuple):
        return tuple(one for one in held if one != gone) if gone in held else held
    return None if held == gone else held


def changed_texts(row: Row, names: Iterable[str], change: Callable[[str], str]) -> dict[str, Any]:
    """Return the fields of a row whose text, or one of whose texts, a change makes another.

    Args:
        row: as it stands.
        names: of the fields; those that the row does not have, or that are blank, are passed over.
        change: what makes of a text the new one.
    """
    fields = vars(row)
    held = {name: value for name in names if (value := fields.get(name))}
    told = {name: tuple(map(change, one)) if isinstance(one, tuple) else change(one) for name, one in held.items()}
    return {name: value for name, value in told.items() if value != held[name]}
