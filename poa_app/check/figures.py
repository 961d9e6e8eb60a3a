"""Whether the numbers agree: with each other, everywhere, and with Amazon's targets."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Any

from poa_app.check.exam import Exam
from poa_app.knowledge.schema import Both
from poa_app.model.facts import Metric, Reading
from poa_app.model.finding import Finding

AIMS = {"under": Both(en="under", zh="低于"), "at-least": Both(en="at least", zh="不低于")}


def figures(exam: Exam) -> Iterator[Finding]:
    """Find rates that do not follow from their counts, shares that do not add up, and targets missed."""
    for metric in exam.case.metrics:
        for name in ("then", "now"):
            yield from _rate(exam, getattr(metric, name), f"/metrics/{metric.id}/{name}")
        yield from _target(exam, metric)
    yield from _totals(exam)


def _rate(exam: Exam, reading: Reading, path: str) -> Iterator[Finding]:
    above, below, value = reading.numerator, reading.denominator, reading.value
    if not (isinstance(above, int) and isinstance(below, int) and isinstance(value, Decimal)) or below <= 0:
        return
    places = max(-int(value.as_tuple().exponent), 0)
    if value not in (_percent(above, below, places, ROUND_HALF_UP), _percent(above, below, places, ROUND_DOWN)):
        yield exam.find(
            "numbers.rate",
            f"{path}/value",
            numerator=above,
            denominator=below,
            rate=_percent(above, below, 2, ROUND_HALF_UP),
            value=format(value, "f"),
        )


def _percent(above: int, below: int, places: int, rounding: str) -> Decimal:
    """Give a share in percent, rounded from the exact quotient, however large the counts."""
    ticks, rest = divmod(100 * above * 10**places, below)
    if rounding == ROUND_HALF_UP and 2 * rest >= below:
        ticks += 1
    return Decimal(f"{ticks}E-{places}")


def _target(exam: Exam, metric: Metric) -> Iterator[Finding]:
    known = exam.known.metrics.get(metric.metric or "")
    if not known or not isinstance(metric.target, Decimal):
        return
    aim, path = AIMS[known.direction], f"/metrics/{metric.id}"
    words: dict[str, Any] = {"aim": aim.en, "aim_zh": aim.zh, "target": format(metric.target, "f")}
    if float(metric.target) != known.target:
        yield exam.find("numbers.target-differs", f"{path}/target", known=f"{known.target:g}", **words)
    value = metric.now.value
    if isinstance(value, Decimal) and not known.met_by(float(value), float(metric.target)):
        yield exam.find("numbers.target", f"{path}/now/value", value=format(value, "f"), **words)


def _totals(exam: Exam) -> Iterator[Finding]:
    case = exam.case
    counted = [metric.then.numerator for metric in case.metrics if _counts_failures(exam, metric)]
    numerator = counted[0] if len(counted) == 1 and isinstance(counted[0], int) else None
    if isinstance(case.affected, int) and numerator is not None and case.affected != numerator:
        yield exam.find("numbers.total", "/affected", affected=case.affected, numerator=numerator)
    total = case.affected if isinstance(case.affected, int) else numerator
    shares = [cause.explains for cause in case.root_causes if isinstance(cause.explains, int)]
    if total is not None and shares and sum(shares) != total:
        yield exam.find("numbers.shares", "/root_causes", sum=sum(shares), total=total)


def _counts_failures(exam: Exam, metric: Metric) -> bool:
    """Tell whether a metric's numerator counts what went wrong, as a late shipment rate's does."""
    known = exam.known.metrics.get(metric.metric or "")
    return known is None or known.direction == "under"
