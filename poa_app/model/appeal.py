"""The appeal: a complete case, as strict as the route it is sent by.

Completeness is the validation of ``answers(case)`` against :data:`Appeal`, so every gap is an error of type
``missing``; what the enforcement wants besides comes in as the validation context (:class:`Wanted`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    Strict,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic_core import InitErrorDetails

from poa_app.model.base import RowId
from poa_app.model.case import Case
from poa_app.model.text import is_blank

Said = Annotated[str, StringConstraints(min_length=1)]
Day = Annotated[date, Strict()]
Whole = Annotated[int, Strict(), Field(ge=0)]
Rate = Annotated[Decimal, Strict(), Field(ge=0)]
Chain = Annotated[tuple[Said, ...], Field()]
Some = tuple[RowId, ...]


class Sent(BaseModel):
    """A part of an appeal; what the route does not ask for is left aside."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class SentClient(Sent):
    """Who sends the appeal."""

    store: Said
    legal_name: Said
    merchant_token: Said
    signatory: Said
    signatory_title: Said


class SentViolation(Sent):
    """What is appealed, and by which route."""

    enforcement: Said
    level: Said
    route: Said
    stage: Said


class SentRequest(Sent):
    """One thing the notice asks for."""

    section: Said
    words: Said


class SentNotice(Sent):
    """When the notice came, and what it asks for."""

    received: Day
    complaint: Day | None = None
    requests: tuple[SentRequest, ...] = ()


class SentReading(Sent):
    """A whole reading of a metric, by which its value can be checked."""

    value: Rate
    numerator: Whole
    denominator: Whole
    start: Day
    end: Day


class SentMetric(Sent):
    """A metric as the notice gave it, and as it stands now."""

    metric: Said
    target: Rate
    then: SentReading
    now: SentReading


class SentProduct(Sent):
    """A product by its ASIN."""

    asin: Said
    sold: Whole | None = None


class SentCause(Sent):
    """A root cause with at least one answer to why."""

    id: RowId
    head: Said
    what: Said
    start: Day
    end: Day | None = None
    who: Said
    why: Chain
    explains: Whole | None = None
    exhibits: Some = ()


class SentAction(Sent):
    """A deed that is done, dated, owned, explained and proven."""

    id: RowId
    what: Said
    date: Day
    who: Said
    causes: Some
    exhibits: Some
    how: Said
    done: Literal[True]


class SentMeasure(Sent):
    """A control that is in force, owned, recorded and proven."""

    id: RowId
    what: Said
    since: Day
    frequency: Said
    who: Said
    record: Said
    review: Day | None = None
    causes: Some
    exhibits: Some


class SentCoverage(Sent):
    """How many units of which product a paper shows."""

    product: RowId
    quantity: Whole


class SentExhibit(Sent):
    """A dated piece of evidence."""

    id: RowId
    kind: Said
    title: Said
    date: Day
    covers: tuple[SentCoverage, ...] = ()


class SentSupplier(Sent):
    """A supplier whom Amazon can reach."""

    id: RowId
    name: Said
    role: Said
    phone: Said
    address: Said


@dataclass(frozen=True)
class Wanted:
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


class SentCase(Sent):
    """What every route asks for."""

    client: SentClient
    marketplaces: tuple[Said, ...]
    fulfilment: Said
    scope: Said
    violations: tuple[SentViolation, ...]
    notice: SentNotice
    products: tuple[SentProduct, ...] = ()
    metrics: tuple[SentMetric, ...] = ()
    exhibits: tuple[SentExhibit, ...] = ()
    opening: Said
    closing: Said
    letter_date: Day

    @model_validator(mode="wrap")
    @classmethod
    def _with_what_is_wanted(cls, data: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        faults: list[InitErrorDetails] = []
        made = None
        try:
            made = handler(data)
        except ValidationError as error:
            faults = [_again(one) for one in error.errors()]
        if isinstance(info.context, Wanted):
            faults += [_gap(*place) for place in _lacking(data, info.context)]
        if faults or made is None:
            raise ValidationError.from_exception_data(cls.__name__, faults)
        return made


class PlanOfAction(SentCase):
    """Root causes, corrective actions and preventive measures."""

    route: Literal["plan-of-action"]
    root_causes: tuple[SentCause, ...] = ()
    corrective_actions: tuple[SentAction, ...] = ()
    preventive_measures: tuple[SentMeasure, ...] = ()


class Documents(SentCase):
    """Documents only: the exhibits and who stands behind them."""

    route: Literal["documents"]
    suppliers: tuple[SentSupplier, ...] = ()


Appeal = Annotated[PlanOfAction | Documents, Field(discriminator="route")]
APPEAL: TypeAdapter[PlanOfAction | Documents] = TypeAdapter(Appeal)
LETTER_ROUTES = ("plan-of-action", "documents")
"""The routes that are answered by a letter of ours."""


def answers(case: Case) -> dict[str, Any]:
    """Give what the case answers, without anything blank, and with its route."""
    kept: dict[str, Any] = _without_blanks(case.model_dump(exclude_none=True))
    return {**kept, "route": case.route}


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


def _lacking(data: dict[str, Any], wanted: Wanted) -> Iterator[tuple[int | str, ...]]:
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
