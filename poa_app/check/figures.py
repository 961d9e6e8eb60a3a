"""Whether the rates of a case agree with their counts and with Amazon's targets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Any

from poa_app.check.context import CheckContext, Span
from poa_app.check.rate_sites import AIMS
from poa_app.knowledge.rates import kind_of_rate
from poa_app.model.facts import Metric, Reading
from poa_app.model.finding import Finding
from poa_app.model.plain import plain_signs
from poa_app.model.text import FIELD_LIMIT, is_blank

_NONE_OF_NONE = re.compile(r"\b0\s(?:of|out\sof)\s(?:the\s)?0\b|\b0\s?/\s?0\b", re.IGNORECASE | re.ASCII)
_PERCENT = re.compile(r"(?<![\d.,])(\d{1,3}(?:\.\d{1,6})?)\s?(?:%|percent|per\scent)", re.IGNORECASE | re.ASCII)
_RATE = re.compile(r"\brates?\b|\b(?:odr|lsr|vtr|otdr|ldr)\b", re.IGNORECASE)


def figures(context: CheckContext) -> Iterator[Finding]:
    """Find rates that do not follow from their counts, counts that make no rate, and targets missed."""
    for metric in context.case.metrics:
        for name in ("then", "now"):
            yield from _counts(context, getattr(metric, name), f"/metrics/{metric.id}/{name}")
            yield from _rate(context, getattr(metric, name), f"/metrics/{metric.id}/{name}")
        yield from _target(context, metric)
        yield from _window(context, metric)
        yield from _channel(context, metric)
        yield from _before_the_deeds(context, metric)
    yield from _sites(context)
    yield from _triggers(context)
    yield from _zero_of_zero(context)


def _rate(context: CheckContext, reading: Reading, path: str) -> Iterator[Finding]:
    above, below, value = reading.numerator, reading.denominator, reading.value
    if (
        not (isinstance(above, int) and isinstance(below, int) and isinstance(value, Decimal))
        or not 0 <= above <= below
        or not below
    ):
        return
    places = max(-int(value.as_tuple().exponent), 0)
    if value not in (_percent(above, below, places, ROUND_HALF_UP), _percent(above, below, places, ROUND_DOWN)):
        yield context.find(
            "numbers.rate",
            f"{path}/value",
            numerator=above,
            denominator=below,
            rate=_percent(above, below, 2, ROUND_HALF_UP),
            value=format(value, "f"),
        )


def _percent(above: int, below: int, places: int, rounding: str) -> Decimal:
    """Return a share in percent, rounded from the exact quotient, however large the counts."""
    ticks, rest = divmod(100 * above * 10**places, below)
    if rounding == ROUND_HALF_UP and 2 * rest >= below:
        ticks += 1
    return Decimal(f"{ticks}E-{places}")


def _target(context: CheckContext, metric: Metric) -> Iterator[Finding]:
    known = kind_of_rate(context.case, metric, context.known)
    if not known or not isinstance(metric.target, Decimal):
        return
    aim, path = AIMS[known.direction], f"/metrics/{metric.id}"
    words: dict[str, Any] = {"aim": aim.en, "aim_zh": aim.zh, "target": format(metric.target, "f")}
    value = metric.now.value
    if (
        isinstance(value, Decimal)
        and metric.now.denominator != 0
        and not known.met_by(float(value), float(metric.target))
    ):
        yield context.find("numbers.target", f"{path}/now/value", value=format(value, "f"), **words)


def _counts(context: CheckContext, reading: Reading, path: str) -> Iterator[Finding]:
    """Find counts of which no rate can be made: none at all, or more failures than orders."""
    above, below, value = reading.numerator, reading.denominator, reading.value
    if isinstance(below, int) and below == 0 and (path.endswith("/then") or value is not None or above is not None):
        rule = "numbers.none-counted" if path.endswith("/then") else "numbers.none-now"
        yield context.find(rule, f"{path}/denominator", numerator=above or 0)
    elif isinstance(above, int) and isinstance(below, int) and above > below >= 0:
        yield context.find("numbers.more-than-all", f"{path}/numerator", numerator=above, denominator=below)
    elif isinstance(value, Decimal) and value > 100 and not (isinstance(above, int) and isinstance(below, int)):
        yield context.find("numbers.over-hundred", f"{path}/value", value=format(value, "f"))


def _window(context: CheckContext, metric: Metric) -> Iterator[Finding]:
    """Find a period in the notice of a length over which Amazon does not measure this rate."""
    known, then = kind_of_rate(context.case, metric, context.known), metric.then
    if known and isinstance(then.start, date) and isinstance(then.end, date):
        days = (then.end - then.start).days + 1
        if days > 0 and days not in known.windows:
            windows = " / ".join(map(str, known.windows))
            yield context.find("numbers.window", f"/metrics/{metric.id}/then/end", days=days, windows=windows)


def _channel(context: CheckContext, metric: Metric) -> Iterator[Finding]:
    """Find a rate of seller-fulfilled orders in a case about orders that Amazon fulfils."""
    known = context.known.metrics.get(metric.metric or "")
    if known and known.channel == "seller" and context.case.fulfilment == "amazon":
        yield context.find("metrics.channel", f"/metrics/{metric.id}/metric", metric=known.name)


def _before_the_deeds(context: CheckContext, metric: Metric) -> Iterator[Finding]:
    """Find a present figure whose period ended before anything was done, and that would be taken for a result."""
    days = [row.date for row in context.case.corrective_actions if isinstance(row.date, date)]
    end = metric.now.end
    told = not is_blank(metric.note) or not is_blank(metric.now_passage)
    if days and isinstance(end, date) and metric.now.denominator != 0 and end < min(days) and not told:
        path, first = f"/metrics/{metric.id}/now/end", min(days).isoformat()
        yield context.find("metrics.before-actions", path, end=end.isoformat(), first=first)


def _sites(context: CheckContext) -> Iterator[Finding]:
    """Find rates of which nobody can tell the marketplace, in a case of several."""
    metrics = context.case.metrics
    for metric in metrics:
        same = [one for one in metrics if (one.metric, one.marketplace) == (metric.metric, metric.marketplace)]
        alike = [one for one in same if (one.then.start, one.then.end) == (metric.then.start, metric.then.end)]
        path = f"/metrics/{metric.id}/marketplace"
        if len(alike) > 1 and not is_blank(metric.metric) and alike[0] is not metric:
            yield context.find("numbers.same-rate", path)
        elif len(context.case.marketplaces) > 1 and is_blank(metric.marketplace) and not is_blank(metric.metric):
            yield context.find("numbers.no-site", path)


def _zero_of_zero(context: CheckContext) -> Iterator[Finding]:
    for path, text in context.printed:
        plain = plain_signs(text) if isinstance(text, str) and len(text) <= FIELD_LIMIT else ""
        if "0" in plain and (said := _NONE_OF_NONE.search(plain)):
            yield context.find("numbers.zero-of-zero", path, Span(said.start(), said.end(), text[slice(*said.span())]))


def _triggers(context: CheckContext) -> Iterator[Finding]:
    """Find an alarm that goes off only once the target is missed."""
    metrics = [(metric, context.known.metrics.get(metric.metric or "")) for metric in context.case.metrics]
    targets = [metric.target for metric, known in metrics if known and known.direction == "under"]
    numbers = [target for target in targets if isinstance(target, Decimal)]
    for measure in context.case.preventive_measures if numbers else ():
        text = measure.trigger or ""
        said = _PERCENT.search(text) if len(text) <= FIELD_LIMIT and _RATE.search(text) else None
        if said and Decimal(said[1]) >= max(numbers):
            span, path = Span(said.start(), said.end(), said.group()), f"/preventive_measures/{measure.id}/trigger"
            yield context.find("numbers.trigger", path, span, target=format(max(numbers), "f"))
