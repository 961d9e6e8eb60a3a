"""Every field of a case by its kind, with what its annotation says of it and what its type does.

A kind of field is its path with rows as ``*``, such as ``/root_causes/*/what``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from poa_app.model.base import Part, Row
from poa_app.model.case import Case
from poa_app.model.paths import MOST_PATHS, pattern, steps
from poa_app.model.spec import FieldSpec, Owner, spec_of
from poa_app.model.text import Code, Count, Date, Number, Reference, Time, Zone

Kind = Literal["date", "count", "rate", "time", "zone", "code"]
"""What a field holds that is neither words nor a choice."""

_KINDS: tuple[tuple[Any, Kind], ...] = (
    (Date, "date"),
    (Count, "count"),
    (Number, "rate"),
    (Time, "time"),
    (Zone, "zone"),
    (Code, "code"),
    (Reference, "code"),
)
_FACTS: dict[Kind | None, tuple[str, ...]] = {
    "date": ("date",),
    "count": ("number",),
    "rate": ("number",),
    None: ("date", "time", "number", "identifier"),
}
"""Kinds of fact that a field of a kind can hold; words can hold any."""


@dataclass(frozen=True)
class CaseField:
    """One kind of field.

    Attributes:
        path: its kind of path.
        spec: what its annotation says.
        kind: what it holds, where that is neither words nor a choice.
        options: the choices its type names, in order.
        is_list: whether it holds several.
        row: the kind of row it is a list of; none for any other field.
        part: the part of a case it is, such as the client, or holds several of; none for any other field.
        inherited_owner: who can answer its row or part.
        prints: whether it, and what it is part of, may stand in a letter.
    """

    path: str
    spec: FieldSpec
    kind: Kind | None
    options: tuple[str, ...]
    is_list: bool
    row: type[Row] | None
    part: type[Part] | None
    inherited_owner: Owner
    prints: bool

    @property
    def name(self) -> str:
        """The last step of its path."""
        return self.path.rpartition("/")[2]

    @property
    def owner(self) -> Owner:
        """Who can answer it."""
        return self.spec.owner or (self.row.owner if self.row else self.inherited_owner)

    @property
    def facts(self) -> tuple[str, ...]:
        """The kinds of fact it could hold."""
        if self.spec.facts is not None:
            return self.spec.facts
        if self.spec.in_passage == "apart":
            return ()
        if self.spec.refers_to:
            return {"root_causes": ("cause",), "exhibits": ("exhibit",)}.get(self.spec.refers_to, ())
        return _FACTS.get(self.kind, ())

    @property
    def is_long(self) -> bool:
        """Whether it is typed in a field that grows."""
        return self.spec.widget in ("text", "message", "chain", "list")

    @property
    def has_draft(self) -> bool:
        """Whether a Chinese draft may stand beside it."""
        return self.is_long if self.spec.has_draft is None else self.spec.has_draft


@cache
def fields() -> dict[str, CaseField]:
    """Return every kind of field of a case, in the order of the case."""
    return {field.path: field for field in _walk(Case, "")}


@lru_cache(maxsize=MOST_PATHS)
def field_at(path: str) -> CaseField:
    """Return what is known of the field at a path; a row of a list is described as its list.

    Raises:
        KeyError: a case has no such field.
    """
    kind = pattern(path)
    return fields()[kind if kind in fields() else kind.removesuffix("/*")]


def kind_of(path: str) -> Kind | None:
    """Return the kind of value a field holds; none where it holds words or a choice, or is no field of a case."""
    field = fields().get(pattern(path))
    return field.kind if field else None


def owner_of(path: str) -> Owner:
    """Return who can answer a field, or a point of the checklist such as ``/exhibits/invoices``."""
    known = fields()
    own = known.get(pattern(path)) or known.get(pattern(path).removesuffix("/*"))
    return (own or known[f"/{steps(path)[0]}"]).owner


@cache
def row_types() -> dict[str, type[Row]]:
    """Return the kinds of row by the name of their list."""
    return {field.name: field.row for field in fields().values() if field.row}


def _walk(part: type[BaseModel], path: str, prints: bool = True) -> Iterator[CaseField]:
    for name, info in part.model_fields.items():
        field = _field(part, f"{path}/{name}", info, prints)
        yield field
        inner = field.row or field.part
        if inner:
            yield from _walk(inner, f"{field.path}/*" if field.is_list else field.path, field.prints)


def _field(part: type[BaseModel], path: str, info: FieldInfo, prints: bool) -> CaseField:
    spec = spec_of(info)
    types = (info.annotation, *get_args(info.annotation))
    is_list = get_origin(info.annotation) is tuple
    parts = [one for one in types if isinstance(one, type) and issubclass(one, Part)]
    return CaseField(
        path=path,
        spec=spec,
        kind=next((kind for one in types for typed, kind in _KINDS if one == typed), None),
        options=next((get_args(one) for one in types if get_origin(one) is Literal), ()),
        is_list=is_list,
        row=next((one for one in parts if issubclass(one, Row)), None),
        part=next((one for one in parts if not issubclass(one, Row)), None),
        inherited_owner=part.owner if issubclass(part, Part) else "agency",
        prints=prints and spec.prints,
    )
