"""Field paths such as ``/root_causes/a1b2c3/what``: read one, change one, list them all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from poa_app.model.base import Part, Row
from poa_app.model.case import Case
from poa_app.model.rows import FACTS_OF_A_DEED, CorrectiveAction


def steps(path: str) -> tuple[str, ...]:
    """Split a path into its steps; the empty path is the case itself."""
    return tuple(path.split("/")[1:])


def index_of(rows: tuple[Any, ...], step: str) -> int:
    """Return the place of a row among its neighbours.

    Args:
        rows: rows of one kind, or the plain values of a list.
        step: a row's id, or a number counted from 0.

    Raises:
        KeyError: there is no row with that id or number.
    """
    for number, row in enumerate(rows):
        if (row.id if isinstance(row, Row) else str(number)) == step:
            return number
    raise KeyError(step)


def get(part: Any, path: str) -> Any:
    """Read the value at a path.

    Raises:
        KeyError: the case has no such place.
    """
    for step in steps(path):
        if isinstance(part, tuple):
            part = part[index_of(part, step)]
        elif isinstance(part, BaseModel) and step in type(part).model_fields:
            part = getattr(part, step)
        else:
            raise KeyError(path)
    return part


def edit(case: Case, path: str, value: Any) -> Case:
    """Make the case that differs in one place; a changed fact of a deed clears its "this has been done".

    Raises:
        KeyError: the case has no such place.
        pydantic.ValidationError: the place cannot hold that value.
    """
    return Case.model_validate(_replaced(case, steps(path), value))


def _replaced(part: Any, way: tuple[str, ...], value: Any) -> Any:
    if not way:
        return value
    step, rest = way[0], way[1:]
    if isinstance(part, tuple):
        at = index_of(part, step)
        return (*part[:at], _replaced(part[at], rest, value), *part[at + 1 :])
    if not isinstance(part, Part) or step not in type(part).model_fields:
        raise KeyError("/".join(way))
    changed = {name: getattr(part, name) for name in type(part).model_fields}
    changed[step] = _replaced(changed[step], rest, value)
    if isinstance(part, CorrectiveAction) and step in FACTS_OF_A_DEED and changed[step] != getattr(part, step):
        changed["done"] = None
    return changed


def leaves(part: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every field that is not itself made of fields, with its path, in the order of the case."""
    if isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from leaves(getattr(part, name), f"{path}/{name}")
    elif isinstance(part, tuple) and part:
        for number, item in enumerate(part):
            yield from leaves(item, f"{path}/{item.id if isinstance(item, Row) else number}")
    else:
        yield path, part


def typed_leaves(case: Case) -> Iterator[tuple[str, Any]]:
    """Yield the leaves of a case but those of rows that come as a table: thousands of cells nobody typed."""
    for name in Case.model_fields:
        if name not in TABLES:
            yield from leaves(getattr(case, name), f"/{name}")


def _tables() -> Iterator[str]:
    for name, info in Case.model_fields.items():
        rows = (kind for kind in get_args(info.annotation) if isinstance(kind, type) and issubclass(kind, Row))
        if any(row.spec.table for row in rows):
            yield name


TABLES = frozenset(_tables())
"""The lists whose rows come as a table."""


def _lists(part: type[BaseModel]) -> Iterator[str]:
    for name, info in part.model_fields.items():
        kinds = [info.annotation, *get_args(info.annotation)]
        if tuple in (get_origin(kind) for kind in kinds):
            yield name
        for kind in kinds:
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                yield from _lists(kind)


_LISTS = frozenset(_lists(Case))
_ROW = re.compile(r"[a-z0-9]{6}|\d+", re.ASCII)

MOST_PATHS = 20_000
"""How many paths are remembered with what is known of their fields; a large case has some 3,000."""


def row_of(path: str) -> str:
    """Return the path of the row a field stands in, or the field's own where it stands in none."""
    way = steps(path)
    in_rows = [at for at, step in enumerate(way) if at and way[at - 1] in _LISTS and _ROW.fullmatch(step)]
    return "/" + "/".join(way[: in_rows[0] + 1]) if in_rows else path


@lru_cache(maxsize=MOST_PATHS)
def pattern(path: str) -> str:
    """Return the kind of field a path leads to: row ids and numbers become ``*``.

    A step that is neither, as in ``/exhibits/invoices``, stays: it names a point of the checklist, not a row.
    """
    way = steps(path)
    pairs = zip(("", *way), way, strict=False)
    return "".join("/*" if before in _LISTS and _ROW.fullmatch(step) else f"/{step}" for before, step in pairs)
