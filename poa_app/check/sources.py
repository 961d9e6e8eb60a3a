"""Where the facts of a case come from: the client's messages, the notice, exhibits, metrics and earlier letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal

from poa_app.facts.tokens import ANY_DAY, ANY_YEAR, normalize_number
from poa_app.facts.told import ToldLine, lines_of, told_lines
from poa_app.facts.told_fact import Told
from poa_app.model.case import Case
from poa_app.model.fields import field_at
from poa_app.model.paths import leaves
from poa_app.model.plain import plain_signs

SourceKind = Literal["message", "notice", "exhibit", "metric", "earlier", "client"]
Fact = tuple[str, str]
"""Its broad kind (date, number, id, name, time) and its value in the one form of that kind."""


@dataclass(frozen=True)
class Source:
    """A place a fact of the letter comes from.

    Attributes:
        kind: of the place.
        path: of the message, row or field.
        number: of the line in its text, from 1; 0 where it is a field of one value.
        text: the line, or what the field holds.
    """

    kind: SourceKind
    path: str
    number: int
    text: str


BROAD = {
    "date": "date", "time": "time", "count": "number", "percentage": "number", "money": "number", "order": "id",
    "asin": "id", "shipment": "id", "tracking": "id", "code": "id", "name": "name", "file": "file", "role": "role",
}  # fmt: skip
"""The broad kind of what is told; a share and a count of the same figure agree."""

ByFact = dict[Fact, tuple[Source, ...]]
"""The sources that tell a fact."""


@lru_cache(maxsize=8)
def index_of_sources(case: Case) -> tuple[ByFact, tuple[Source, ...]]:
    """Return where each fact stands outside of the letter's own words, and all those places in order."""
    by_fact: dict[Fact, dict[Source, None]] = {}
    every: dict[Source, None] = {}
    for source, facts in _sources(case):
        every[source] = None
        for fact in facts:
            by_fact.setdefault(fact, {})[source] = None
    return {fact: tuple(held) for fact, held in by_fact.items()}, tuple(every)


def facts_of(told: Told) -> Iterator[Fact]:
    """Yield what a told fact can mean, as facts that can be compared."""
    for value in told.values:
        yield BROAD[told.kind], value.casefold() if told.kind in ("name", "role", "file") else value


def may_be_same_day(one: str, other: str) -> bool:
    """Whether a day, or a month without one, can be another day; either may leave its year open."""
    years, months, days = ((one[at], other[at]) for at in (slice(0, 4), slice(5, 7), slice(8, 10)))
    return months[0] == months[1] and (
        (years[0] == years[1] or ANY_YEAR in years) and (days[0] == days[1] or days[0] == ANY_DAY)
    )


def _sources(case: Case) -> Iterator[tuple[Source, list[Fact]]]:
    near = case.notice.received if isinstance(case.notice.received, date) else None
    for line in lines_of(case):
        yield Source("message", f"/client_messages/{line.message}", line.number, line.text), _of_line(line)
    yield from _text("notice", "/notice/text", case.notice.text, near)
    for earlier in case.earlier_appeals:
        for text in (earlier.text, earlier.answer):
            yield from _text("earlier", f"/earlier_appeals/{earlier.id}", text, near)
    for name, kind in _PARTS.items():
        for path, value in leaves(getattr(case, name), f"/{name}"):
            if value is not None and not path.endswith(_READ_ELSEWHERE):
                facts = _of_field(path, value, near)
                if facts:
                    yield Source(kind, path, 0, str(value)), facts


_PARTS: dict[str, SourceKind] = {
    "notice": "notice",
    "deadline": "notice",
    "exhibits": "exhibit",
    "metrics": "metric",
    "earlier_appeals": "earlier",
    "client": "client",
}
"""Parts of a case whose fields tell facts, in the order in which they are named."""
_READ_ELSEWHERE = ("/id", "/text", "/answer", "passage", "/letter")
"""Ends of paths: ids, texts read line by line, and what the letter says itself."""


def _of_line(line: ToldLine) -> list[Fact]:
    return [fact for told in line.facts for fact in facts_of(told)]


def _text(kind: SourceKind, path: str, text: str | None, near: date | None) -> Iterator[tuple[Source, list[Fact]]]:
    for line in told_lines("", text or "", near, near):
        yield Source(kind, path, line.number, line.text), _of_line(line)


def _of_field(path: str, value: Any, near: date | None) -> list[Fact]:
    if not isinstance(value, str):
        return list(_of_value(value))
    facts = [fact for line in told_lines("", value, near, near) for fact in _of_line(line)]
    if field_at(path).spec.is_name:
        facts.append(("name", value.strip().casefold()))
    if path.endswith(("/number", "/reference", "/value")):
        facts.append(("id", "".join(plain_signs(value).split()).upper()))
    return facts


def _of_value(value: Any) -> Iterable[Fact]:
    if isinstance(value, date):
        return (("date", value.isoformat()),)
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return (("number", normalize_number(Decimal(value))),)
    return ()
