"""The facts in a sentence that can be compared: dates, times, numbers, exhibits, causes, identifiers, other codes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal, cast

from poa_app.facts.shapes import APART, MONTHS, ONE, PATTERNS, SHORT, SPELLED, SPELLED_OUT, UNITS
from poa_app.model.days import days_of
from poa_app.model.exhibits import label_for_index
from poa_app.model.plain import plain_signs

Kind = Literal["date", "time", "number", "exhibit", "cause", "identifier", "code"]

ANY_YEAR = "????"
ANY_DAY = "??"
"""Stand for the year or the day in the value of a date that names none."""

MOST_BETWEEN = 60
"""Names above which a range such as "Exhibits A to D" is not spelled out."""


@dataclass(frozen=True)
class Token:
    """One fact in a text; two facts agree when their kind and a value of theirs do.

    Attributes:
        kind: what it is; a code is a number that counts nothing, such as an SKU, a version or an amount of money.
        value: in the one form of its kind.
        start: of its words in the text.
        end: of its words in the text.
        quote: its words.
        readings: every value it can mean where there are several, as 10/11/2026 is in October or November.
    """

    kind: Kind
    value: str
    start: int
    end: int
    quote: str
    readings: tuple[str, ...] = ()

    @property
    def values(self) -> tuple[str, ...]:
        """Every value it can mean."""
        return self.readings or (self.value,)


def tokens(text: str) -> tuple[Token, ...]:
    """Find the comparable facts of a text, in its order; what belongs to one is not read again as another."""
    return _remembered(text) if len(text) <= 1_000 else _found(text)


@lru_cache(maxsize=1_000)
def _remembered(text: str) -> tuple[Token, ...]:
    """Spare the texts of a case that is checked again after each edit."""
    return _found(text)


def _found(text: str) -> tuple[Token, ...]:
    found: list[Token] = []
    left = plain_signs(APART.sub(",", text))
    for kind, pattern in PATTERNS:
        matches = list(pattern.finditer(left))
        for match in matches:
            found += _read(kind, match, text)
        if matches:
            left = pattern.sub(lambda match: " " * len(match.group()), left)
    found += [_token("number", (_spelled(match),), match, text) for match in SPELLED_OUT.finditer(left)]
    return tuple(sorted(found, key=lambda token: token.start))


def _token(kind: Kind, values: tuple[str, ...], match: re.Match[str], text: str, group: str | int = 0) -> Token:
    start, end = match.span(group)
    return Token(kind, values[0], start, end, text[start:end], values if len(values) > 1 else ())


def _read(kind: str, match: re.Match[str], text: str) -> Iterator[Token]:
    match kind:
        case "":
            return
        case "date":
            yield from (_token("date", (value,), match, text) for value in _days(match.groupdict()))
        case "numeric":
            yield from _numeric(match, text)
        case "time":
            yield from _times(match, text)
        case "exhibit" | "cause":
            yield from _listed(cast(Kind, kind), match["list"], match.start("list"), text)
        case "number":
            yield _token("number", (normalize_number(Decimal(match.group().replace(",", ""))),), match, text)
        case "code":
            yield _token("code", ("".join(match["code"].split()).upper(),), match, text, "code")
        case _:
            yield _token(cast(Kind, kind), (match.group(),), match, text)


def _days(parts: dict[str, str | None]) -> Iterator[str]:
    name = (parts.get("n") or "").lower().rstrip(".")
    month = int(parts["m"] or 0) if parts.get("m") else (MONTHS | SHORT)[name]
    year = parts.get("y") or ANY_YEAR
    if not parts.get("d"):
        yield f"{year}-{month:02}-{ANY_DAY}"
    for key in ("d", "d2"):
        day = parts.get(key)
        if day:
            yield f"{year}-{month:02}-{int(day):02}"


def _numeric(match: re.Match[str], text: str) -> Iterator[Token]:
    """Read a date in numbers as every day it can mean."""
    found = days_of(match["numeric"])
    values = [day.isoformat() for day in found.all]
    values += [f"{ANY_YEAR}-{month:02}-{day:02}" for month, day in found.yearless]
    if values:
        yield _token("date", tuple(values), match, text, "numeric")


def _times(match: re.Match[str], text: str) -> Iterator[Token]:
    """Read a time of day as hours and minutes of the day's 24 hours."""
    parts = match.groupdict()
    if parts.get("word"):
        yield _token("time", ("0:00" if parts["word"].lower() == "midnight" else "12:00",), match, text)
        return
    hour, minute, half = int(parts["h"]), parts.get("min") or "00", (parts.get("half") or "").lower()
    if "part" in parts:
        halves = {"morning": "a", "afternoon": "p", "evening": "p"}.get(parts["part"] or "", "ap")
        yield _token("time", tuple(f"{_hour(hour, one)}:{minute}" for one in halves), match, text)
        return
    yield _token("time", (f"{_hour(hour, half)}:{minute}",), match, text, "said" if "said" in parts else 0)
    if parts.get("h0"):
        first = int(parts["h0"])
        own = "a" if half == "p" and first % 12 > hour % 12 else half
        yield _token("time", (f"{_hour(first, own)}:{parts['m0'] or '00'}",), match, text)


def _hour(hour: int, half: str) -> int:
    return (hour % 12) + (12 if half == "p" else 0) if half and hour <= 12 else hour % 24


def _listed(kind: Kind, names: str, start: int, text: str) -> Iterator[Token]:
    """Read each name of a list as a fact of its own; "A to D" states B and C as well."""
    before, since = "", 0
    for one in ONE.finditer(names):
        name, between = one.group(), names[since : one.start()].strip().lower()
        if before and between in ("to", "through", "thru", "until", "-"):
            at = slice(start + since - len(before), start + one.end())
            for inner in _between(kind, before, name):
                yield Token(kind, inner, at.start, at.stop, text[at])
        yield Token(kind, name, start + one.start(), start + one.end(), text[start + one.start() : start + one.end()])
        before, since = name, one.end()


def _between(kind: Kind, first: str, last: str) -> Iterator[str]:
    """Yield the names that stand between two, the ends left out."""
    if kind == "exhibit":
        ends = [_place(name) for name in (first, last)]
        yield from map(label_for_index, range(ends[0] + 1, min(ends[1], ends[0] + MOST_BETWEEN)))
    else:
        (section, low), (other, high) = (name.split(".") for name in (first, last))
        stop = min(int(high[:6]), int(low[:6]) + MOST_BETWEEN) if section == other else 0
        yield from (f"{section}.{number}" for number in range(int(low[:6]) + 1, stop))


def _place(letter: str) -> int:
    """Return the place of an exhibit's letter, counted from 0: A to Z, then AA."""
    place = 0
    for char in letter:
        place = place * 26 + ord(char) - ord("A") + 1
    return place - 1


def _spelled(match: re.Match[str]) -> str:
    return str(SPELLED[match["word"].lower()] + UNITS.get((match["unit"] or "").lower(), 0))


def normalize_number(number: Decimal) -> str:
    """Write a number so that 40, 40.0 and 040 are the same."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def agreeing(facts: Iterable[tuple[str, str]]) -> Callable[[str, str], bool]:
    """Make what tells whether one of these facts agrees with another.

    Facts agree when kind and value do. A date without a year agrees with that day of any year; a month, asked for,
    agrees with any of its days, but no day is found in a month.

    Args:
        facts: kinds and values, as tokens have them.
    """
    known = set(facts)
    dates = [value for kind, value in known if kind == "date"]
    vague = {value[:8] + ANY_DAY for value in dates}
    vague |= {ANY_YEAR + value[4:] for value in dates if not value.endswith(ANY_DAY)}

    def agrees(kind: str, value: str) -> bool:
        if (kind, value) in known:
            return True
        if kind != "date":
            return False
        of_any_year = ANY_YEAR + value[4:]
        if value.endswith(ANY_DAY):
            return value in vague or of_any_year in vague
        return value in vague or (kind, of_any_year) in known

    return agrees
