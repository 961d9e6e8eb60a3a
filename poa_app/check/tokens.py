"""The facts in a sentence that can be compared: dates, times, numbers, exhibits, causes, ASINs, order ids."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

Kind = Literal["date", "time", "number", "exhibit", "cause", "identifier"]

ANY_YEAR = "????"
ANY_DAY = "??"
"""Stand for the year or the day in the value of a date that names none."""


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
_SHORT = {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_MONTH = rf"(?:(?:{_NAMES.replace(' ', '|')})\b|(?:{'|'.join(map(str.capitalize, _SHORT))})\b\.?)"
_NAMED = rf"(?P<n>{_MONTH})"
_NTH = r"(?:st|nd|rd|th)?"
_FIRST = rf"(?P<d>\d{{1,2}}){_NTH}"
_LAST = rf"(?P<d2>\d{{1,2}}){_NTH}"
_TO = r"(?:\s?-\s?|\s(?:to|and|until|through)\s)"
_YEAR = r"(?P<y>\d{4})\b"
_JOINED = r"(?:,\s(?:and\s)?|\sand\s|\sto\s)"
_EXHIBIT = r"[A-Z]{1,2}\b"
_CAUSE = r"\d+\.\d+"
_SHAPES: tuple[tuple[Kind, str], ...] = (
    ("identifier", r"\b\d{3}-\d{7}-\d{7}\b|\bB0[0-9A-Z]{8}\b|\bFBA[0-9A-Z]{7,12}\b"),
    ("date", r"\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b"),
    ("date", rf"\b{_NAMED}\s{_FIRST}(?:{_TO}{_LAST}(?!\d|\s{_MONTH}))?\b(?:,?\s{_YEAR})?"),
    ("date", rf"\b{_FIRST}(?:{_TO}{_LAST})?(?:\sof)?\s{_NAMED}(?:\s{_YEAR})?"),
    ("date", rf"\b{_NAMED},?\s{_YEAR}"),
    ("time", r"\b(?P<h>\d{1,2}):(?P<min>\d{2})\b"),
    ("exhibit", rf"\b[Ee]xhibits?\s(?P<list>{_EXHIBIT}(?:{_JOINED}{_EXHIBIT})*)"),
    ("cause", rf"\b[Cc]auses?\s(?P<list>{_CAUSE}(?:{_JOINED}{_CAUSE})*)"),
    ("number", r"(?<![\w.,/])\d+(?:,\d+)*(?:\.\d+)?(?!\w)"),
)
"""In this order; what one of them has read, the next does not see."""

_PATTERNS = tuple((kind, re.compile(pattern, re.ASCII)) for kind, pattern in _SHAPES)
_ONE = re.compile(rf"{_EXHIBIT}|{_CAUSE}", re.ASCII)

_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SPELLED = {word: number for number, word in enumerate(_WORDS.split(), 2)}
_SPELLED |= {word: 10 * tens for tens, word in enumerate(_TENS.split(), 2)}
_UNITS = {"one": 1} | {word: number for word, number in _SPELLED.items() if number < 10}
_SPELLED_OUT = re.compile(
    rf"\b(?P<word>{'|'.join(_SPELLED)})(?:-(?P<unit>{'|'.join(_UNITS)}))?\b"
    r"(?!-(?:fold|way)|\s(?:hundred|thousand|million|dozen)\b)",
    re.IGNORECASE | re.ASCII,
)


def tokens(text: str) -> tuple[Token, ...]:
    """Find the comparable facts of a text, in its order; what belongs to one is not read again as another."""
    return _remembered(text) if len(text) <= 1_000 else _found(text)


@lru_cache(maxsize=1_000)
def _remembered(text: str) -> tuple[Token, ...]:
    """Spare the texts of a case that is checked again after each edit."""
    return _found(text)


def _found(text: str) -> tuple[Token, ...]:
    found: list[Token] = []
    left = text
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(left):
            found += _read(kind, match)
        left = pattern.sub(lambda match: " " * len(match.group()), left)
    found += [_token("number", _spelled(match), match) for match in _SPELLED_OUT.finditer(left)]
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
            yield from _listed(kind, match["list"], match.start("list"))
        case "number":
            yield _token("number", plain(Decimal(match.group().replace(",", ""))), match)
        case _:
            yield _token(kind, match.group(), match)


def _days(parts: dict[str, str | None]) -> Iterator[str]:
    name = (parts.get("n") or "").lower().rstrip(".")
    month = int(parts["m"] or 0) if parts.get("m") else (_MONTHS | _SHORT)[name]
    year = parts.get("y") or ANY_YEAR
    if not parts.get("d"):
        yield f"{year}-{month:02}-{ANY_DAY}"
    for key in ("d", "d2"):
        day = parts.get(key)
        if day:
            yield f"{year}-{month:02}-{int(day):02}"


def _listed(kind: Kind, names: str, start: int) -> Iterator[Token]:
    """Read each name of a list as a fact of its own; "A to D" states B and C as well."""
    before, since = "", 0
    for one in _ONE.finditer(names):
        name = one.group()
        if names[since : one.start()].strip() == "to" and len(before) == len(name) == 1:
            for code in range(ord(before) + 1, ord(name)):
                yield Token(kind, chr(code), start + since - 1, start + one.end(), names[since - 1 : one.end()])
        yield Token(kind, name, start + one.start(), start + one.end(), name)
        before, since = name, one.end()


def _spelled(match: re.Match[str]) -> str:
    return str(_SPELLED[match["word"].lower()] + _UNITS.get((match["unit"] or "").lower(), 0))


def plain(number: Decimal) -> str:
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
