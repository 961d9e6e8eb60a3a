"""Orders behind a rate: which they are, what was wrong with each, when what happened, and which root cause it had."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from poa_app.model.base import Row, RowId
from poa_app.model.spec import FieldSpec, RowSpec
from poa_app.model.text import Code, Count, Date, Reference, Text

Channel = Literal["seller", "amazon"]
Defect = Literal[
    "late-shipment",
    "cancellation",
    "claim",
    "chargeback",
    "negative-feedback",
    "no-valid-tracking",
    "late-delivery",
    "no-invoice",
    "other-defect",
]
"""What an order can count for in one of Amazon's rates."""

_INSIDE = FieldSpec(prints=False)


class AffectedOrder(Row):
    """One order that a rate counts; an order with two defects is one order, under one root cause."""

    spec: ClassVar[RowSpec] = RowSpec(
        first=(("order", "cause"), ("defects",), ("channel", "carrier"), ("ordered", "ship_by", "shipped")),
        folded=(
            ("scanned", "promised", "delivered"),
            ("messaged", "refunded"),
            ("sku", "asin"),
            ("warehouse", "units"),
            ("contested",),
        ),
        head=("order",),
        dated_by="ordered",
        many=True,
        table=True,
    )

    order: Reference | None = None
    ordered: Date | None = None
    ship_by: Date | None = None
    shipped: Date | None = None
    scanned: Date | None = None
    promised: Date | None = None
    delivered: Date | None = None
    messaged: Date | None = None
    refunded: Date | None = None
    channel: Annotated[Channel | None, _INSIDE] = None
    carrier: Annotated[Text | None, _INSIDE] = None
    sku: Annotated[Text | None, _INSIDE] = None
    asin: Annotated[Code | None, _INSIDE] = None
    warehouse: Annotated[Text | None, _INSIDE] = None
    defects: Annotated[tuple[Defect, ...], _INSIDE] = ()
    cause: Annotated[RowId | None, FieldSpec(prints=False, refers_to="root_causes")] = None
    contested: Annotated[bool | None, FieldSpec(prints=False, widget="tick")] = None
    units: Annotated[Count | None, _INSIDE] = None


TIMELINE = ("ordered", "ship_by", "shipped", "scanned", "promised", "delivered", "messaged", "refunded")
"""The days of an order in the order in which they usually come; they print where a timeline is wanted."""


def each_once(orders: Iterable[AffectedOrder]) -> tuple[AffectedOrder, ...]:
    """Return the orders without those whose number another one before bears: two defects of an order are one order."""
    first: dict[str, AffectedOrder] = {}
    for order in orders:
        first.setdefault((order.order or "").strip() or order.id, order)
    return tuple(first.values())


def counts_by_cause(orders: Iterable[AffectedOrder]) -> dict[str, int]:
    """Return how many orders each root cause explains, by its row id; contested ones are counted apart."""
    counts: dict[str, int] = {}
    for order in each_once(orders):
        if order.cause and not order.contested:
            counts[order.cause] = counts.get(order.cause, 0) + 1
    return counts
