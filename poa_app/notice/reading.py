"""What is read in a notice: values that know where in its text they stand. Nothing of it is a fact until confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, Literal, TypeVar

from poa_app.model.facts import Level, Stage
from poa_app.model.routes import Route

T_co = TypeVar("T_co", covariant=True)

SURE = 0.6
"""Confidence below which the manager is asked which enforcement it is."""

IdentifierKind = Literal["case", "complaint", "shipment", "sku", "other"]


@dataclass(frozen=True)
class Read(Generic[T_co]):
    """A value, and the words of the text it was read from."""

    value: T_co
    start: int
    end: int


@dataclass(frozen=True)
class Candidate:
    """An enforcement the notice may be about.

    Attributes:
        enforcement: its slug.
        confidence: from 0 to 1.
        because: the phrases that speak for it.
    """

    enforcement: str
    confidence: float
    because: tuple[Read[str], ...]


@dataclass(frozen=True)
class Figure:
    """A rate as the notice gives it; what it does not give is None.

    Attributes:
        metric: which rate.
        value, target: in percent.
        numerator, denominator: orders counted, of how many.
        days: length of the period.
        start, end: its first and its last day.
        store: whose rate it is, where the notice gives one for each of several; its code.
    """

    metric: str
    value: Decimal | None = None
    target: Decimal | None = None
    numerator: int | None = None
    denominator: int | None = None
    days: int | None = None
    start: date | None = None
    end: date | None = None
    store: str = ""


@dataclass(frozen=True)
class TimeAllowed:
    """The time the notice gives.

    Attributes:
        words: in which it says so.
        due: the day on which it ends, by the earliest reading; None where the day of the notice is not known.
        is_certain: whether there is one reading only.
    """

    words: str
    due: date | None
    is_certain: bool


@dataclass(frozen=True)
class NoticeReading:
    """Everything that could be read in a text that was given as a notice.

    Attributes:
        candidates: the enforcements it may be about, the likeliest first.
        mail: what kind of mail it is where it is no enforcement, by its slug in the data.
        stage: how far the case has come; ``none`` for a mail that is no enforcement.
        also: further enforcements it names.
        store: the name it greets.
        hour, zone: when it arrived, as the fields of a case hold them.
        requested: slugs of what it asks to send.
        questions: what it asks to answer in words, in its own ones.
        papers: the points of its lists that ask only to send papers, likewise.
        wanting: what it finds wanting in an appeal sent before, by slugs of the data.
    """

    candidates: tuple[Candidate, ...] = ()
    mail: str = ""
    stage: Stage = "first"
    also: tuple[str, ...] = ()
    route: Route | None = None
    level: Read[Level] | None = None
    marketplace: Read[str] | None = None
    asins: tuple[Read[str], ...] = ()
    order_ids: tuple[Read[str], ...] = ()
    other_ids: tuple[Read[tuple[IdentifierKind, str]], ...] = ()
    store: Read[str] | None = None
    received: Read[date] | None = None
    hour: Read[str] | None = None
    zone: Read[str] | None = None
    figures: tuple[Read[Figure], ...] = ()
    deadline: Read[TimeAllowed] | None = None
    requested: tuple[Read[str], ...] = ()
    questions: tuple[Read[str], ...] = ()
    papers: tuple[Read[str], ...] = ()
    wanting: tuple[Read[str], ...] = ()

    @property
    def enforcement(self) -> str | None:
        """The enforcement it is about, where that is sure enough."""
        first = self.candidates[0] if self.candidates else None
        return first.enforcement if first and first.confidence >= SURE else None

    @property
    def asked(self) -> tuple[Read[str], ...]:
        """What it asks to answer or to send, in the order in which it does."""
        return tuple(sorted((*self.questions, *self.papers), key=lambda one: one.start))

    @property
    def confidence(self) -> float:
        """How sure the first candidate is, from 0 to 1."""
        return self.candidates[0].confidence if self.candidates else 0.0
