"""The facts in a sentence that can be compared: dates, times, numbers, exhibits, causes, ASINs, order ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Kind = Literal["date", "time", "number", "exhibit", "cause", "identifier"]


@dataclass(frozen=True)
class Token:
    """One fact in a text; two facts agree when their kind and value do."""

    kind: Kind
    value: str
    start: int
    end: int
    quote: str


_NAMES = "January February March April May June July August September October November December"
_MONTHS = {name.lower(): number for number, name in enumerate(_NAMES.split(), 1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_MONTH = rf"(?:{'|'.join(sorted((name.capitalize() for name in _MONTHS), key=len, reverse=True))})\b\.?"
_DAY = r"\d{1,2}"
_TO = r"(?:\s?-\s?|\s(?:to|and|until|through)\s)"
_YEAR = r"(?P<y>\d{4})\b"
_MONTH_FIRST = rf"\b(?P<n>{_MONTH})\s(?P<d>{_DAY})(?:{_TO}(?P<d2>{_DAY})(?!\d|\s{_MONTH}))?\b(?:,?\s{_YEAR})?"
_DAY_FIRST = rf"\b(?P<d>{_DAY})(?:{_TO}(?P<d2>{_DAY}))?\s(?P<n>{_MONTH})(?:\s{_YEAR})?"
_SHAPES: tuple[tuple[Kind, str], ...] = (
    ("identifier", r"\b\d{3}-\d{7}-\d{7}\b|\bB0[0-9A-Z]{8}\b|\bFBA[0-9A-Z]{7,12}\b"),
    ("date", r"\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b"),
    ("date", _MONTH_FIRST),
    ("date", _DAY_FIRST),
    ("time", r"\b(?P<h>\d{1,2}):(?P<min>\d{2})\b"),
    ("exhibit", r"\bExhibits?\s(?P<list>[A-Z]{1,2}\b(?:(?:,\s|\sand\s|\sto\s)[A-Z]{1,2}\b)*)"),
    ("cause", r"\b[Cc]auses?\s(?P<list>\d+\.\d+(?:(?:,\s|\sand\s)\d+\.\d+)*)"),
    ("number", r"(?<![\w.,/])\d[\d,]*(?:\.\d+)?(?![\d\w])"),
)
"""In this order; what one of them has read, the next does not see."""

_PATTERNS = tuple((kind, re.compile(pattern, re.ASCII)) for kind, pattern in _SHAPES)

_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SPELLED = {word: number for number, word in enumerate(_WORDS.split(), 2)}
_SPELLED |= {word: 10 * tens for tens, word in enumerate(_TENS.split(), 2)}
_SPELLED_OUT = re.compile(rf"\b(?:{'|'.join(_SPELLED)})\b(?!-(?:fold|way))", re.IGNORECASE)


def tokens(text: str) -> tuple[Token, ...]:
    """Find the comparable facts of a text, in its order; what belongs to one is not read again as another."""
    found: list[Token] = []
    left = text
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(left):
            found += _read(kind, match)
        left = pattern.sub(lambda match: " " * len(match.group()), left)
    found += [_token("number", str(_SPELLED[match.group().lower()]), match) for match in _SPELLED_OUT.finditer(left)]
    return tuple(sorted(found, key=lambda token: token.start))


def _token(kind: Kind, value: str, match: re.Match[str]) -> Token:
    return Token(kind, value, match.start(), match.end(), match.group())


def _read(kind: Kind, match: re.Match[str]) -> Iterator[Token]:
    match kind:
        case "date":
            yield from (_token("date", value, match) for value in _days(match.groupdict()))
        case "time":
            yield _token("time", f"{int(match['h'])}:{match['min']}", match)
        case "exhibit" | "cause":
            yield from (_token(kind, name, match) for name in _names(match["list"]))
        case "number":
            yield _token("number", plain(Decimal(match.group().replace(",", ""))), match)
        case _:
            yield _token(kind, match.group(), match)


def _days(parts: dict[str, str | None]) -> Iterator[str]:
    month = int(parts["m"] or 0) if parts.get("m") else _MONTHS[(parts.get("n") or "").lower().rstrip(".")]
    for key in ("d", "d2"):
        day = parts.get(key)
        if day:
            yield f"{parts.get('y') or '????'}-{month:02}-{int(day):02}"


def _names(listed: str) -> Iterator[str]:
    pieces = re.split(r"(,\s|\sand\s|\sto\s)", listed)
    for place in range(0, len(pieces), 2):
        if place and pieces[place - 1].strip() == "to" and len(pieces[place]) == len(pieces[place - 2]) == 1:
            yield from (chr(code) for code in range(ord(pieces[place - 2]) + 1, ord(pieces[place])))
        yield pieces[place]


def plain(number: Decimal) -> str:
    """Write a number so that 40, 40.0 and 040 are the same."""
    return format(number.normalize(), "f")


def day(value: date) -> str:
    """Write a date as a token's value."""
    return value.isoformat()


def agree(one: Token, other: str) -> bool:
    """Tell whether a token states a value; a date without a year agrees with that day of any year."""
    if one.kind != "date" or one.value[:4] == other[:4]:
        return one.value == other
    return "????" in (one.value[:4], other[:4]) and one.value[4:] == other[4:]
