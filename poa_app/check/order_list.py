"""Whether the list of orders agrees with the rates, the counts of the causes and itself."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from poa_app.check.context import CheckContext
from poa_app.check.identifiers import SHAPES
from poa_app.knowledge.metric_schema import MetricKind
from poa_app.model.facts import Metric, Reading
from poa_app.model.finding import Finding
from poa_app.model.orders import TIMELINE, AffectedOrder, each_once

MOST_NAMED = 3
"""Orders that one finding names; it counts them all."""

Orders = Sequence[AffectedOrder]
Range = tuple[float, float]
"""The least and the most that a list can amount to, as far as its dates, defects and units tell."""


def order_list(context: CheckContext) -> Iterator[Finding]:
    """Find orders that cannot be looked up or counted, and numbers that differ from the list."""
    orders = context.case.orders
    if not orders:
        return
    once = each_once(orders)
    yield from _unreadable(context, orders)
    yield from _twice(context, orders)
    yield from _channels(context, once)
    if context.case.route_spec.is_plan and context.case.root_causes:
        yield from _causes(context, once)
    yield from _rates(context, once)


def _unreadable(context: CheckContext, orders: Orders) -> Iterator[Finding]:
    odd = [order for order in orders if not SHAPES["order"][0].fullmatch((order.order or "").strip())]
    yield from _found(context, "orders.malformed", odd)
    days = [order for order in orders if any(isinstance(getattr(order, name), str) for name in TIMELINE)]
    yield from _found(context, "orders.day", days)


def _twice(context: CheckContext, orders: Orders) -> Iterator[Finding]:
    counts = Counter((order.order or "").strip() for order in orders)
    again = [order for order in each_once(orders) if order.order and counts[order.order.strip()] > 1]
    yield from _found(context, "orders.twice", again)


def _channels(context: CheckContext, once: Orders) -> Iterator[Finding]:
    """Find orders fulfilled by Amazon under a rate that counts seller-fulfilled ones only."""
    of_sellers = {
        defect for kind in context.known.metrics.values() if kind.channel == "seller" for defect in kind.order_defects
    }
    yield from _found(
        context, "orders.channel", [one for one in once if one.channel == "amazon" and of_sellers & {*one.defects}]
    )


def _causes(context: CheckContext, once: Orders) -> Iterator[Finding]:
    """Find orders that no cause explains, contested ones that one does, and causes that explain another number."""
    counted = [order for order in once if not order.contested]
    without = [order for order in counted if order.cause not in context.causes]
    yield from _found(context, "orders.no-cause", without)
    yield from _found(context, "orders.contested-cause", [one for one in once if one.contested and one.cause])
    for cause in context.case.root_causes:
        own = sum(order.cause == cause.id for order in counted)
        more = sum(order.cause == cause.id for order in once) - own
        told = cause.explains
        if isinstance(told, int) and told not in range(own, own + more + 1) and (told < own or not without):
            path = f"/root_causes/{cause.id}/explains"
            yield context.find("orders.share", path, told=told, held=own)


def _rates(context: CheckContext, once: Orders) -> Iterator[Finding]:
    """Hold the list against each rate over its period, or against the number affected where no rate is counted."""
    held = [(metric, kind) for metric in context.case.metrics if (kind := _kind(context, metric))]
    sites = {metric.marketplace for metric, _ in held}
    counted = [(metric, kind, count) for metric, kind in held if (count := _failures(metric.then, kind)) is not None]
    for metric, kind, count in counted if len(sites) == 1 else ():
        alike = [one for one, _ in held if one.metric == metric.metric]
        sure = len({kind.order_defects for _, kind in held}) == 1
        least, most = _amount(once, metric.then, kind, sure, only=len(alike) == 1)
        if not least <= count <= most:
            said = f"{least:g}" if least == most else f"{least:g}+" if math.isinf(most) else f"{least:g}-{most:g}"
            yield context.find("orders.count", f"/metrics/{metric.id}/then/numerator", count=count, held=said)
    if not counted:
        yield from _affected(context, once)
    periods = [_period(metric.then) for metric, _ in held]
    if periods and all(periods):
        outside = [one for one in once if not any(_is_within(one, period)[1] for period in periods if period)]
        yield from _found(context, "orders.outside", outside)


def _affected(context: CheckContext, once: Orders) -> Iterator[Finding]:
    affected, counts = context.case.affected, [one.counts.many for one in context.enforcements]
    least = sum(not order.contested for order in once)
    if isinstance(affected, int) and counts[:1] == ["orders"] and affected not in range(least, len(once) + 1):
        yield context.find("orders.total", "/affected", affected=affected, held=len(once))


def _kind(context: CheckContext, metric: Metric) -> MetricKind | None:
    kind = context.known.metrics.get(metric.metric or "")
    return kind if kind and kind.order_defects else None


def _failures(reading: Reading, kind: MetricKind) -> int | None:
    """Return how many orders, packages or units the notice counts as failed."""
    above, below = reading.numerator, reading.denominator
    if not isinstance(above, int):
        return None
    if kind.direction == "under":
        return above
    return below - above if isinstance(below, int) else None


Period = tuple[date, date]


def _period(reading: Reading) -> Period | None:
    start, end = reading.start, reading.end
    return (start, end) if isinstance(start, date) and isinstance(end, date) else None


def _amount(once: Orders, reading: Reading, kind: MetricKind, sure: bool, only: bool) -> Range:
    """Return the least and the most that the orders can count in a rate.

    Args:
        once: the orders, each once.
        reading: the rate's period.
        kind: the rate.
        sure: whether an order of which no defect is told must have this rate's.
        only: whether no other period of the rate could hold an order without a day.
    """
    period, least, most = _period(reading), 0.0, 0.0
    for order in once:
        is_certain, is_possible = _is_within(order, period) if period else (True, True)
        is_certain = is_certain or (only and is_possible and order.ordered is None and order.ship_by is None)
        if order.defects and not {*kind.order_defects} & {*order.defects}:
            continue
        low, high = _weight(order, kind)
        most += high if is_possible else 0
        least += low if is_certain and not order.contested and (sure or order.defects) else 0
    return least, most


def _weight(order: AffectedOrder, kind: MetricKind) -> Range:
    """Return how often an order can count: once, by its units, or by however many parcels it went in."""
    if kind.by_units and isinstance(order.units, int):
        return order.units, order.units
    return (1, 1) if kind.direction == "under" else (1, math.inf)


def _is_within(order: AffectedOrder, period: Period) -> tuple[bool, bool]:
    """Whether an order surely counts in a period, and whether it may: Amazon goes by its day or by its ship-by day."""
    days = [day for day in (order.ordered, order.ship_by) if isinstance(day, date)]
    within = [period[0] <= day <= period[1] for day in days]
    return bool(within) and all(within), not within or any(within)


def _found(context: CheckContext, rule: str, orders: Orders) -> Iterator[Finding]:
    """State one finding of all orders concerned: how many, and the first of them."""
    if orders:
        named = ", ".join((order.order or "-")[:40] for order in orders[:MOST_NAMED])
        yield context.find(rule, "/orders", count=len(orders), orders=f"{named}, …" if orders[MOST_NAMED:] else named)
