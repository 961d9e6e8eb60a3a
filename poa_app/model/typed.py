"""Which fields hold a day, a count, a rate, a time, a zone or a code, read off the fields themselves."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, get_args

from pydantic import BaseModel

from poa_app.model.base import Part, Row
from poa_app.model.case import Case
from poa_app.model.paths import pattern
from poa_app.model.text import Code, Count, Date, Number, Reference, Time, Zone

Kind = Literal["date", "count", "rate", "time", "zone", "code"]

_KINDS: tuple[tuple[Any, Kind], ...] = (
    (Date, "date"),
    (Count, "count"),
    (Number, "rate"),
    (Time, "time"),
    (Zone, "zone"),
    (Code, "code"),
    (Reference, "code"),
)


def kind_of(path: str) -> Kind | None:
    """Return the kind of value a field holds; none where it holds words or a choice."""
    return _by_pattern().get(pattern(path))


@cache
def _by_pattern() -> dict[str, Kind]:
    return dict(_walk(Case, ""))


def _walk(part: type[BaseModel], path: str) -> list[tuple[str, Kind]]:
    found: list[tuple[str, Kind]] = []
    for name, info in part.model_fields.items():
        here = f"{path}/{name}"
        for one in (info.annotation, *get_args(info.annotation)):
            if isinstance(one, type) and issubclass(one, Part):
                found += _walk(one, f"{here}/*" if issubclass(one, Row) else here)
            found += [(here, kind) for typed, kind in _KINDS if one == typed]
    return found
