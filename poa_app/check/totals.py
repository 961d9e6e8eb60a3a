"""Whether the causes together explain what the notice counts, each rate by its own total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from poa_app.check.context import CheckContext
from poa_app.model.facts import Metric
from poa_app.model.finding import Finding

MOST_WAYS = 20_000
"""Ways of giving causes to rates above which no more are tried; a case with so many is not judged."""

MOST_DISPUTED = 100
"""Disputed orders up to which each number that may be left is tried."""

Ways = set[tuple[int, ...]]


def totals(context: CheckContext) -> Iterator[Finding]:
    """Find a number affected that no rate counts, causes that leave something unexplained and untold, and overlaps."""
    case, counted = context.case, _counted(context)
    affected = case.affected if isinstance(case.affected, int) else None
    if affected is not None and counted and affected not in _sums(counted):
        numbers = sorted({number for numbers in counted for number in numbers})
        yield context.find("numbers.total", "/affected", affected=affected, numerator=_listed(numbers))
    shares = [cause.explains for cause in case.root_causes if isinstance(cause.explains, int)]
    shares += [point.unexplained for point in case.open_points if isinstance(point.unexplained, int)]
    if not shares:
        return
    left = _counted(context, without_disputed=True)
    if len(counted) > 1:
        yield from _several(context, shares, left)
    elif affected is not None or counted:
        choices = (affected,) if affected is not None and left == counted else left[0]
        yield from _one(context, shares, choices)


def _one(context: CheckContext, shares: Sequence[int], choices: Sequence[int]) -> Iterator[Finding]:
    """Hold the causes against one total; an order with two defects may stand under two causes."""
    found = sum(shares)
    if found in choices:
        return
    total = min(choices, key=lambda one: abs(one - found))
    if total < found and max(shares) <= total and len(shares) > 1 and _may_overlap(shares, total):
        yield context.find("numbers.overlap", "/root_causes", sum=found, total=total, over=found - total)
    else:
        yield context.find("numbers.shares", "/root_causes", sum=found, total=total)


def _may_overlap(shares: Sequence[int], total: int) -> bool:
    """Whether each order need stand under no more than two causes."""
    return sum(shares) <= 2 * total


def _several(context: CheckContext, shares: Sequence[int], counted: Sequence[tuple[int, ...]]) -> Iterator[Finding]:
    """Try each way to assign the causes to rates; yield the totals that none of them reaches."""
    ways: Ways = {(0,) * len(counted)}
    for share in shares:
        ways = {(*way[:at], way[at] + share, *way[at + 1 :]) for way in ways for at in range(len(counted))}
        if len(ways) > MOST_WAYS:
            return
    if any(all(sum in numbers for sum, numbers in zip(way, counted, strict=True)) for way in ways):
        return
    total = min(_sums_of_all(counted), key=lambda one: abs(one - sum(shares)))
    numbers = _listed([max(numbers) for numbers in counted])
    yield context.find("numbers.each-total", "/root_causes", sum=sum(shares), total=total, numbers=numbers)


def _counted(context: CheckContext, without_disputed: bool = False) -> tuple[tuple[int, ...], ...]:
    """Return, for each rate of failures, the counts the notice gives over its windows.

    Args:
        context: the case under examination.
        without_disputed: whether to leave out the orders that are disputed, and so belong to no cause.
    """
    groups: dict[tuple[str | None, str | None], list[int]] = {}
    for metric in context.case.metrics:
        if _counts_failures(context, metric) and isinstance(metric.then.numerator, int):
            numbers = _left(metric, metric.then.numerator) if without_disputed else [metric.then.numerator]
            groups.setdefault((metric.metric, metric.marketplace), []).extend(numbers)
    return tuple(tuple(dict.fromkeys(numbers)) for numbers in groups.values())


def _left(metric: Metric, failed: int) -> list[int]:
    """Return how many orders the causes may have to explain once those are gone that are disputed.

    Where an order can have two kinds of defect, one that is disputed for the one may stay for the other.
    """
    disputed = sum(part.contested for part in metric.parts if isinstance(part.contested, int))
    counts = [part.count for part in metric.parts if isinstance(part.count, int)]
    least = min(max(failed - disputed, 0), failed)  # counts below nothing are findings of their own
    if not disputed or (len(counts) == len(metric.parts) and sum(counts) == failed):
        return [least]
    return [*range(least, failed + 1)] if failed - least <= MOST_DISPUTED else [least, failed]


def _sums(counted: Sequence[tuple[int, ...]]) -> set[int]:
    """Return what may stand as the number affected: the count of one rate, or of all together."""
    return {number for numbers in counted for number in numbers} | _sums_of_all(counted)


def _sums_of_all(counted: Sequence[tuple[int, ...]]) -> set[int]:
    ways = 1
    for numbers in counted:
        ways *= len(numbers)
    if ways > MOST_WAYS:
        return {sum(map(max, counted))}
    return {sum(way) for way in product(*counted)}


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))


def _counts_failures(context: CheckContext, metric: Metric) -> bool:
    """Whether a metric's numerator counts what went wrong, as a late shipment rate's does."""
    known = context.known.metrics.get(metric.metric or "")
    return known is None or known.direction == "under"
