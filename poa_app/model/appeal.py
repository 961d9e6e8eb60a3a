"""The appeal: a complete case, as strict as the route it is sent by.

Completeness is the validation of ``answers(case)`` by the model of its route, so every gap is an error of type
``missing``; what the enforcement wants besides comes in as the validation context (:class:`Requirements`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Self, cast

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    Strict,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    create_model,
    model_validator,
)
from pydantic_core import InitErrorDetails

from poa_app.model.case import Case
from poa_app.model.fields import CaseField, Kind, fields
from poa_app.model.paths import TABLES
from poa_app.model.routes import ROUTES, Route
from poa_app.model.text import is_blank

NonEmptyStr = Annotated[str, StringConstraints(min_length=1)]
_STRICT: dict[Kind | None, Any] = {
    "date": Annotated[date, Strict()],
    "count": Annotated[int, Strict(), Field(ge=0)],
    "rate": Annotated[Decimal, Strict(), Field(ge=0)],
}
"""What a value must be to be read as one."""


@dataclass(frozen=True)
class Requirements:
    """What an enforcement wants beside the row fields.

    Attributes:
        metrics: slugs of the metrics the letter must give.
        exhibits: slugs of the evidence that must be there.
        exhibit_fields: for a slug of evidence, the fields each such exhibit must have.
        product_fields: the fields each product must have.
    """

    metrics: tuple[str, ...] = ()
    exhibits: tuple[str, ...] = ()
    exhibit_fields: dict[str, tuple[str, ...]] = field(default_factory=dict)
    product_fields: tuple[str, ...] = ()


class Complete(BaseModel):
    """A part of a complete case; what the route does not ask for is left aside."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Appeal(Complete):
    """A complete case, with what its enforcements want besides."""

    @model_validator(mode="wrap")
    @classmethod
    def _with_what_is_wanted(cls, data: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        faults: list[InitErrorDetails] = []
        made = None
        try:
            made = handler(data)
        except ValidationError as error:
            faults = [_again(one) for one in error.errors()]
        if isinstance(info.context, Requirements):
            faults += [_gap(*place) for place in _lacking(data, info.context)]
        if faults or made is None:
            raise ValidationError.from_exception_data(cls.__name__, faults)
        return made


@cache
def appeal(route: Route) -> type[Appeal]:
    """Return the model of a complete case by a route, made from the fields' own descriptions."""
    return cast(type[Appeal], _complete(Case, "", route, Appeal))


def is_required(field: CaseField, route: Route) -> bool:
    """Whether a route cannot do without a field."""
    return route in field.spec.required_by


def _complete(part: type[BaseModel], path: str, route: Route, base: type[Complete] = Complete) -> type[Complete]:
    wanted: dict[str, Any] = {}
    for name in part.model_fields:
        field = fields()[f"{path}/{name}"]
        kind = _type(field, route)
        if field.name in ROUTES[route].unasked_rows or kind is None or (field.row and field.row.spec.table):
            continue
        if is_required(field, route) or (field.part and not field.is_list):
            wanted[name] = (kind, ...)
        else:
            wanted[name] = (kind, ()) if field.is_list else (kind | None, None)
    return create_model(f"{base.__name__}{part.__name__}", __base__=base, **wanted)


def _type(field: CaseField, route: Route) -> Any:
    """Return what a field must hold in a complete case; none where that is not looked at."""
    if field.row or field.part:
        return _part_type(field, route) if field.prints else None
    if field.kind in _STRICT:
        return _STRICT[field.kind]
    if not is_required(field, route):
        return None
    if field.spec.widget == "tick":
        return Literal[True]
    return tuple[NonEmptyStr, ...] if field.is_list else NonEmptyStr


def _part_type(field: CaseField, route: Route) -> Any:
    inner = _complete(field.row or field.part or Case, f"{field.path}/*" if field.is_list else field.path, route)
    return tuple[inner, ...] if field.is_list else inner  # type: ignore[valid-type]


def answers(case: Case) -> dict[str, Any]:
    """Return what the case answers, without anything blank; rows of a table are asked for nothing."""
    kept: dict[str, Any] = _without_blanks(case.model_dump(exclude_none=True, exclude=set(TABLES)))
    return kept


def _without_blanks(value: Any) -> Any:
    if isinstance(value, dict):
        pruned = {key: _without_blanks(item) for key, item in value.items()}
        return {key: item for key, item in pruned.items() if not is_blank(item)}
    if isinstance(value, tuple):
        return tuple(_without_blanks(item) for item in value if not is_blank(item))
    return value


def _again(error: Any) -> InitErrorDetails:
    return InitErrorDetails(type=error["type"], loc=error["loc"], input=error["input"], ctx=error.get("ctx", {}))


def _gap(*place: int | str) -> InitErrorDetails:
    return InitErrorDetails(type="missing", loc=place, input=None)


def _lacking(data: dict[str, Any], wanted: Requirements) -> Iterator[tuple[int | str, ...]]:
    given = {metric.get("metric") for metric in data.get("metrics", ())}
    yield from (("metrics", slug) for slug in wanted.metrics if slug not in given)
    exhibits = data.get("exhibits", ())
    kinds = {exhibit.get("kind") for exhibit in exhibits}
    yield from (("exhibits", slug) for slug in wanted.exhibits if slug not in kinds)
    for number, exhibit in enumerate(exhibits):
        fields = wanted.exhibit_fields.get(exhibit.get("kind", ""), ())
        yield from (("exhibits", number, name) for name in fields if name not in exhibit)
    for number, product in enumerate(data.get("products", ())):
        yield from (("products", number, name) for name in wanted.product_fields if name not in product)
