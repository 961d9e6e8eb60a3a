"""What an account health report says, figure by figure; what it does not say is None, never zero.

Shares are as the report gives them, 0.04 for 4 percent. Nothing is reckoned anew: a figure that does not follow from
its own counts stays as it is, and ``contradictions`` says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Channel = Literal["seller", "amazon"]
Condition = Literal["under", "at-least", "equals"]
Status = Literal["good", "bad", "none"]
AccountStatus = Literal["normal", "at-risk", "deactivated", "suspended"]
Rating = Literal["great", "warned"]

LEAST_PLACES = 3
"""Decimal places to which a share is held against its counts; JSON drops zeros at the end, so that 0.03 is 0.030."""


@dataclass(frozen=True)
class Contradiction:
    """Something a report says against itself.

    Attributes:
        kind: what it is, as ``knowledge/health_flags.toml`` names it.
        values: what fills the words for it, by name.
    """

    kind: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Part:
    """One of the counts of which a defect count is made, such as chargebacks."""

    key: str
    count: int | None


@dataclass(frozen=True)
class Measured:
    """What every figure of a report has, as far as it is there.

    Attributes:
        key: Amazon's name of the figure, as its schema spells it.
        target: what it is held against.
        condition: how.
        status: what Amazon says of it.
        start: first day of its period, UTC.
        end: last day of its period, UTC.
        unreadable: names of what stands there and cannot be read.
    """

    key: str
    target: Decimal | None = None
    condition: Condition | None = None
    status: Status | None = None
    start: date | None = None
    end: date | None = None
    unreadable: tuple[str, ...] = ()

    @property
    def measure(self) -> Decimal | None:
        """What is held against the target; none of a figure that has no measure of its own."""
        return None

    @property
    def has_data(self) -> bool:
        """Whether there is anything to show."""
        return self.measure is not None or self.status in ("good", "bad") or bool(self.unreadable)


@dataclass(frozen=True)
class Rate(Measured):
    """A share of orders, packages or units.

    Attributes:
        value: the share.
        numerator: what is counted: failures, or successes where more is better.
        denominator: out of how many.
        channel: whose orders, where the report keeps them apart.
        parts: what the numerator is made of.
        said_channel: whose orders the figure itself says it counts.
    """

    value: Decimal | None = None
    numerator: int | None = None
    denominator: int | None = None
    channel: Channel | None = None
    parts: tuple[Part, ...] = ()
    said_channel: Channel | None = None

    @property
    def measure(self) -> Decimal | None:
        """The share."""
        return self.value

    @property
    def has_data(self) -> bool:
        """Whether there is anything to show, be it counts without a share."""
        return super().has_data or self.numerator is not None or self.denominator is not None


@dataclass(frozen=True)
class Violations(Measured):
    """How many violations of one kind are counted."""

    count: int | None = None

    @property
    def measure(self) -> Decimal | None:
        """The count."""
        return None if self.count is None else Decimal(self.count)


@dataclass(frozen=True)
class Warned:
    """A warning, by Amazon's name of it, and whether it stands."""

    kind: str
    status: Status | None


@dataclass(frozen=True)
class Site:
    """What a report says of one marketplace.

    Attributes:
        marketplace_id: Amazon's id of it.
        account: how the account stands there.
        rates: the rates, those of the schema first; one that is not in the file has no data.
        violations: the counts of violations, likewise.
        warnings: the warnings.
        rating: Amazon's word on the account health rating.
        score: its number from 0 to 1000, which some files have.
        unread: keys that no schema known here has.
    """

    marketplace_id: str
    account: AccountStatus | None = None
    rates: tuple[Rate, ...] = ()
    violations: tuple[Violations, ...] = ()
    warnings: tuple[Warned, ...] = ()
    rating: Rating | None = None
    score: int | None = None
    unread: tuple[str, ...] = ()


@dataclass(frozen=True)
class HealthReport:
    """An account health report: one entry for each marketplace, in the order of the file."""

    sites: tuple[Site, ...]


def meets(measure: Decimal, target: Decimal, condition: Condition) -> bool:
    """Whether a figure meets its target; "under" is strict, and Amazon's GREATER_THAN means its "at least"."""
    match condition:
        case "under":
            return measure < target
        case "at-least":
            return measure >= target
        case _:
            return measure == target


def contradictions(figure: Rate | Violations) -> tuple[Contradiction, ...]:
    """Return what a figure says against itself, and what of it cannot be read."""
    found = [*_unreadable(figure), *_period(figure), *_status(figure)]
    if isinstance(figure, Rate):
        found += [*_counts(figure), *_parts(figure), *_channel(figure)]
    return tuple(found)


def _unreadable(figure: Measured) -> Iterator[Contradiction]:
    if figure.unreadable:
        yield Contradiction("unreadable", (("names", ", ".join(figure.unreadable)),))


def _period(figure: Measured) -> Iterator[Contradiction]:
    if figure.start and figure.end and figure.end < figure.start:
        yield Contradiction("period", (("start", figure.start.isoformat()), ("end", figure.end.isoformat())))


def _status(figure: Measured) -> Iterator[Contradiction]:
    """Find a word of Amazon's on a figure that its own target does not bear out."""
    measure, target, condition = figure.measure, figure.target, figure.condition
    if measure is None or target is None or condition is None or figure.status not in ("good", "bad"):
        return
    met = meets(measure, target, condition)
    if met != (figure.status == "good"):
        yield Contradiction("good-though-missed" if figure.status == "good" else "bad-though-met")


def _counts(rate: Rate) -> Iterator[Contradiction]:
    above, below, value = rate.numerator, rate.denominator, rate.value
    if above is not None and below is not None and above > below:
        yield Contradiction("more-than-all", (("numerator", f"{above:,}"), ("denominator", f"{below:,}")))
    elif below == 0 and value is not None:
        yield Contradiction("none-counted")
    elif value is not None and above is not None and below and not _follows(value, above, below):
        share = f"{(Decimal(100 * above) / below).quantize(Decimal('0.01')):f}"
        counts = (("numerator", f"{above:,}"), ("denominator", f"{below:,}"))
        yield Contradiction("rate", (*counts, ("share", share)))
    if value is not None and value > 1:
        yield Contradiction("over-hundred")


def _follows(value: Decimal, above: int, below: int) -> bool:
    """Whether a share is that of its counts, rounded or cut to its own decimal places."""
    places = max(-int(value.as_tuple().exponent), LEAST_PLACES)
    scaled, shown = above * 10**places, int(value.scaleb(places))
    return shown in (scaled // below, (2 * scaled + below) // (2 * below))


def _parts(rate: Rate) -> Iterator[Contradiction]:
    """Find parts that cannot make their whole: an order may have several defects, a defective one has at least one."""
    counts = [part.count for part in rate.parts if part.count is not None]
    whole = rate.numerator
    if whole is None or not counts or len(counts) < len(rate.parts):
        return
    if not max(counts) <= whole <= sum(counts):
        parts = " + ".join(f"{count:,}" for count in counts)
        yield Contradiction("parts", (("whole", f"{whole:,}"), ("parts", parts)))


def _channel(rate: Rate) -> Iterator[Contradiction]:
    if rate.channel and rate.said_channel and rate.channel != rate.said_channel:
        yield Contradiction("channel")
