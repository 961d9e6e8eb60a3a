"""Compares values of fields as JSON holds them, and puts one into a case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from poa_app.errors import BadValue
from poa_app.model import paths
from poa_app.model.case import Case
from poa_app.model.text import Number, clean

_NUMBER: TypeAdapter[Any] = TypeAdapter(Number)


def to_json_value(value: Any) -> Any:
    """Return a value in JSON form; all that is blank is None."""
    held = _json(value)
    return None if held in ("", []) else held


def _json(value: Any) -> Any:
    match value:
        case BaseModel():
            return value.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
        case str():
            return clean(value)
        case date():
            return value.isoformat()
        case Decimal():
            return _NUMBER.dump_python(value, mode="json")
        case Mapping():
            return {key: _json(item) for key, item in value.items()}
        case tuple() | list():
            return [_json(item) for item in value]
        case _:
            return value


def value_at(case: Case, path: str) -> Any:
    """Read a field in JSON form.

    Raises:
        KeyError: the case has no such place.
    """
    return to_json_value(paths.get(case, path))


def set_value(case: Case, path: str, value: Any) -> Case:
    """Make the case that holds a value at a path.

    Raises:
        KeyError: the case has no such place.
        BadValue: the place cannot hold that value.
    """
    try:
        return paths.edit(case, path, value)
    except ValidationError as error:
        reason = error.errors(include_url=False, include_input=False)[0]["msg"]
        raise BadValue(path, reason[:1].lower() + reason[1:]) from None


def is_base_value(case: Case, path: str, shown: Any) -> bool:
    """Whether a field still holds what a widget showed, be it as text: "12" for 12."""
    held = value_at(case, path)
    if to_json_value(shown) == held:
        return True
    try:
        return bool(value_at(set_value(case, path, shown), path) == held)
    except BadValue:
        return False


def is_row_path(path: str) -> bool:
    """Whether a path leads through a row, which somebody may have removed."""
    return "*" in paths.pattern(path)


def value_in_snapshot(snapshot: Any, path: str) -> Any:
    """Read a field in a case's JSON; None where it was blank or its row was not there.

    Lists come as tuples, so that values can stand in a set.
    """
    for step in paths.steps(path):
        if isinstance(snapshot, list):
            named = {_row_id(row) or str(place): row for place, row in enumerate(snapshot)}
            snapshot = named.get(step)
        else:
            snapshot = snapshot.get(step) if isinstance(snapshot, dict) else None
    return hashable(to_json_value(snapshot))


def _row_id(row: Any) -> str | None:
    return row.get("id") if isinstance(row, dict) else None


def hashable(value: Any) -> Any:
    """Return lists as tuples and objects as tuples of pairs."""
    if isinstance(value, dict):
        return tuple((key, hashable(item)) for key, item in sorted(value.items()))
    return tuple(map(hashable, value)) if isinstance(value, list) else value
