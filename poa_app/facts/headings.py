"""The headings of invoices in six languages, and where they stand in the lines of a text."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

Kind = Literal["titles", "number", "date", "issuer", "buyer", "name", "quantity", "price", "other", "sums"]

MOST_WORDS = 5
"""Words of the longest heading."""

_KINDS = ("titles", "number", "date", "issuer", "buyer", "name", "quantity", "price", "other", "sums")
_APART = re.compile(r"\s{2,}|\t")
_WIDE_DAY = re.compile(r"(\d{4})\s{0,6}年\s{0,6}(\d{1,2})\s{0,6}月\s{0,6}(\d{1,2})\s{0,6}日")
"""A Chinese day as printed forms space it."""

_CJK = "\u3400-\u9fff"


class Heading(NamedTuple):
    """What a heading says.

    Attributes:
        kind: of what stands beside it.
        languages: in which it says so.
        weak: whether it counts only where no other of its kind stands.
    """

    kind: Kind
    languages: frozenset[str]
    weak: bool


@dataclass(frozen=True)
class Language:
    """How a language writes its invoices.

    Attributes:
        months: the number of each month by its name.
        day_first: whether a date in numbers always has its day first.
        comma: whether decimals stand after a comma.
    """

    months: Mapping[str, int]
    day_first: bool
    comma: bool


class Cell(NamedTuple):
    """A piece of a line with wide blanks around it.

    Attributes:
        text: the piece, as it stands.
        start: its first column in the line.
    """

    text: str
    start: int


class Found(NamedTuple):
    """A heading in a cell.

    Attributes:
        heading: what it says.
        rest: what stands behind it in its cell, up to the next heading.
        marked: whether a colon or nothing at all follows it, so that it can be nothing but a heading.
    """

    heading: Heading
    rest: str
    marked: bool


@cache
def languages() -> Mapping[str, Language]:
    """Return how each language writes its invoices."""
    return {
        name: Language(table.get("months", {}), table.get("day_first", False), table.get("comma", False))
        for name, table in _tables().items()
    }


@cache
def headings() -> Mapping[str, tuple[Heading, ...]]:
    """Return the headings of all languages, by their plain form."""
    found: dict[str, dict[Kind, tuple[set[str], bool]]] = {}
    for language, table in _tables().items():
        weak = {plain(words) for words in table.get("weak", ())}
        for kind in _KINDS:
            for words in table.get(kind, ()):
                held, _ = found.setdefault(plain(words), {}).setdefault(cast(Kind, kind), (set(), False))
                held.add(language)
                found[plain(words)][cast(Kind, kind)] = (held, plain(words) in weak)
    return {
        words: tuple(Heading(kind, frozenset(held), weak) for kind, (held, weak) in kinds.items())
        for words, kinds in found.items()
    }


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_name("invoices.toml").read_text(encoding="utf-8"))


def plain(words: str) -> str:
    """Return words as headings are compared: in small letters, widths and blanks plain, no marks at the end."""
    said = unicodedata.normalize("NFKC", words.replace("°", "º")).casefold()
    said = re.sub(rf"(?<=[{_CJK}])\s+(?=[{_CJK}])", "", " ".join(said.split()))
    return said.strip(" .,:#")


def cells(line: str) -> tuple[Cell, ...]:
    """Split a line where wide blanks stand."""
    line = _WIDE_DAY.sub(r"\1年\2月\3日", line)
    found, since = [], 0
    for gap in (*_APART.finditer(line), None):
        end = gap.start() if gap else len(line)
        if text := line[since:end].strip():
            found.append(Cell(text, since + len(line[since:end]) - len(line[since:end].lstrip())))
        since = gap.end() if gap else end
    return tuple(found)


def find(cell: str, kinds: frozenset[str] | None = None) -> tuple[Found, ...]:
    """Return the headings in a cell, each with what follows it.

    A heading stands at the start of a cell, or anywhere right before a colon.

    Args:
        cell: the text of the cell.
        kinds: which are looked for; none means all.
    """
    text = unicodedata.normalize("NFKC", cell)
    places = sorted({place[0]: place for place in (*_before_colons(text), *_at_start(text))}.values())
    found = []
    for number, (_, end, heads, marked) in enumerate(places):
        until = places[number + 1][0] if number + 1 < len(places) else len(text)
        rest = text[end:until].lstrip(" .:#\u2022|").rstrip(" |")
        for head in heads:
            if kinds is None or head.kind in kinds:
                found.append(Found(head, rest, marked or not rest))
    return tuple(found)


_Place = tuple[int, int, tuple[Heading, ...], bool]
"""Where a heading starts and ends, what it can say, and whether a colon follows."""


def _before_colons(text: str) -> Iterator[_Place]:
    for colon in re.finditer(":", text):
        before = text[max(0, colon.start() - 60) : colon.start()]
        offset = colon.start() - len(before)
        for start in _word_starts(before):
            heads = headings().get(plain(before[start:]))
            if heads:
                yield offset + start, colon.end(), heads, True
                break


def _word_starts(before: str) -> list[int]:
    """Return the places at which a heading that ends here can start, the longest first."""
    starts = [word.start() for word in re.finditer(r"(?<!\S)\S", before)][-MOST_WORDS:]
    characters = [
        place for place in range(max(0, len(before) - 14), len(before)) if "\u3400" <= before[place] <= "\u9fff"
    ]
    return sorted({*starts, *characters})


def _at_start(text: str) -> Iterator[_Place]:
    ends = [word.end() for word in re.finditer(r"\S+", text[:80])][:MOST_WORDS]
    characters = [place for place in range(1, min(len(text), 15)) if "\u3400" <= text[place - 1] <= "\u9fff"]
    hashes = [place.start() for place in re.finditer("#", text[:40])]
    for end in sorted({*ends, *characters, *hashes}, reverse=True):
        heads = headings().get(plain(text[:end]))
        if heads:
            yield 0, end, heads, text[end : end + 2].lstrip()[:1] == ":" or text[:end].endswith(":")
            return
