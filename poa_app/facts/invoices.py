"""What the text of an invoice says: its number, its day, who issued it and to whom, and how many units of what.

Read by headings (``invoices.toml``) and by columns. What could be read two ways is not read, but for a day in numbers,
which keeps its readings.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from operator import eq
from typing import TypeVar

from poa_app.facts.headings import Cell, Heading, cells, find, headings, languages, plain
from poa_app.facts.invoice_table import InvoiceLine, table_lines
from poa_app.model.companies import has_legal_form, is_same
from poa_app.model.days import MONTHS, days_of

__all__ = ["InvoiceFacts", "InvoiceLine", "invoice_facts"]

MOST_CHARACTERS = 200_000
MOST_LINES = 4_000
LONGEST_LINE = 400
LONGEST_NAME = 120
"""Characters of a company's name above which it is a sentence."""


@dataclass(frozen=True)
class InvoiceFacts:
    """What an invoice says of itself; blank where nothing, or more than one thing, can be read.

    Attributes:
        number: its number.
        days: the day it was issued; several where it can be read in two orders.
        issuer: the company that issued it.
        buyer: the company it is made out to.
        lines: its goods with their quantities, in its order.
    """

    number: str = ""
    days: tuple[date, ...] = ()
    issuer: str = ""
    buyer: str = ""
    lines: tuple[InvoiceLine, ...] = ()


@dataclass(frozen=True)
class _Value:
    heading: Heading
    text: str
    marked: bool


def invoice_facts(text: str) -> InvoiceFacts:
    """Return what the text of an invoice says; nothing for a text that calls itself none.

    Args:
        text: in lines, with wide blanks between what stands side by side.
    """
    rows = [cells(line[:LONGEST_LINE]) for line in text[:MOST_CHARACTERS].splitlines()[:MOST_LINES]]
    values = list(_values(rows))
    if not any(value.heading.kind in ("titles", "number") for value in values):
        return InvoiceFacts()
    language = _language(values)
    buyer = _one(values, "buyer", _company, is_same) or ""
    issuer = _one(values, "issuer", _company, is_same) or ""
    if not (buyer and issuer):
        buyer, issuer = _named_in_turn(values, buyer, issuer)
    return InvoiceFacts(
        number=_number(values),
        days=_one(values, "date", lambda value: _days(value.text, language)) or (),
        issuer=issuer or _letterhead(rows, buyer),
        buyer=buyer,
        lines=table_lines(rows, languages()[language].comma),
    )


def _values(rows: Sequence[tuple[Cell, ...]]) -> Iterator[_Value]:
    """Yield what stands beside or beneath each heading; both, where a heading stands alone, the one beside it first."""
    for at, row in enumerate(rows):
        for place, cell in enumerate(row):
            found = find(cell.text)
            for one in found:
                if not one.rest and found[-1].rest:
                    continue  # one heading in two languages
                if one.rest:
                    yield _Value(one.heading, one.rest, one.marked)
                    continue
                beside = row[place + 1].text if place + 1 < len(row) else ""
                beneath = _beneath(rows, at, cell) if not beside or find(beside) else ""
                yield _Value(one.heading, "" if beside and find(beside) else beside, one.marked)
                if beneath:
                    yield _Value(one.heading, beneath, one.marked)


def _beneath(rows: Sequence[tuple[Cell, ...]], at: int, cell: Cell) -> str:
    """Return the cell beneath another, in the next line that holds any."""
    below = next((row for row in rows[at + 1 : at + 3] if row), ())
    ends = cell.start + len(cell.text)
    over = [one for one in below if one.start < ends and one.start + len(one.text) > cell.start]
    under = min(over, key=lambda one: abs(one.start - cell.start), default=None)
    if under is None:
        return ""
    named = next((one for one in find(under.text) if one.heading.kind == "name"), None)
    if named:
        return named.rest
    return "" if any(one.marked for one in find(under.text)) else under.text


def _language(values: Sequence[_Value]) -> str:
    """Return the language with most of the headings."""
    said = {(value.heading.kind, value.heading.languages) for value in values}
    counts = Counter(name for _, names in said for name in names)
    return max(languages(), key=lambda name: counts[name])


T = TypeVar("T")


def _one(
    values: Sequence[_Value], kind: str, read: Callable[[_Value], T], same: Callable[[T, T], bool] = eq
) -> T | None:
    """Return the one thing that the headings of a kind say, by the strongest of them; none where they differ."""
    for weak in (False, True):
        of_kind = (value for value in values if value.heading.kind == kind and value.heading.weak == weak)
        found = [one for one in map(read, of_kind) if one]
        if found:
            alike = all(found[0] == one or same(found[0], one) for one in found)
            return found[0] if alike else None
    return None


# Numbers

_TOKEN = re.compile(r"(?=[\w./-]{0,40}\d)[A-Za-z0-9][\w./-]{1,40}(?![\w./-])", re.ASCII)
_LEAD = re.compile(r"[A-Z]{1,6}(?=[ -]?\d)|[A-Z]{1,6}(?= [A-Z0-9-]{0,20}\d)")
_DAY_LIKE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")


def _number(values: Sequence[_Value]) -> str:
    beside_title = partial(_code, shortest=4)
    return _one(values, "number", _code) or _one(values, "titles", beside_title) or ""


def _code(value: _Value, shortest: int = 2) -> str:
    """Return the number at the start of a text: letters and digits, at least one of these."""
    text = value.text
    said = re.sub(r"^(?:n[º°o.]{1,2}|nr\.?|#)\s?", "", text.strip(), flags=re.IGNORECASE)
    lead = _LEAD.match(said)
    token = _TOKEN.match(said) or (lead and _TOKEN.match(said, lead.end() + 1))
    if not token:
        return ""
    code = said[: token.end()].rstrip("./-")
    return code if len(code) >= shortest and not _DAY_LIKE.fullmatch(token[0].rstrip(".")) else ""


# Days

_LONGEST_DAY = 34


def _days(text: str, language: str) -> tuple[date, ...]:
    """Return what the start of a text can mean as a day."""
    words = _in_english(text[: 2 * _LONGEST_DAY], language).replace(",", " ").split()
    for count in (5, 4, 3, 2, 1):
        said = " ".join(words[:count])[:_LONGEST_DAY]
        found = days_of(said).all if len(words) >= count else ()
        if found:
            return _in_order(said, found) if languages()[language].day_first else found
    return ()


def _in_order(said: str, found: tuple[date, ...]) -> tuple[date, ...]:
    """Return of several readings the one whose day stands first."""
    first = re.match(r"\d{1,2}(?!\d)", said)
    return tuple(day for day in found if first and day.day == int(first[0])) or found


def _in_english(text: str, language: str) -> str:
    """Return a date with its month in English, the way days are read."""
    months = languages()[language].months
    if not months:
        return text

    def english(word: re.Match[str]) -> str:
        number = months.get(word[0].casefold())
        return f" {MONTHS[number - 1]} " if number else word[0]

    plain_text = re.sub(r"(?<=\d)\.\s|(?<=\d)(?:er|º|°)\s|\bdel?\s", " ", text, flags=re.IGNORECASE)
    return re.sub(r"[^\W\d_]{3,}", english, plain_text)


# Companies

_ENDS = re.compile(r"[,;|\u00b7\u2022]\s?|\s-\s")


_TWICE = re.compile(r"\A(.{6,120}?)\s+\1\Z")
"""The same name beside itself, as "bill to" and "ship to" put it."""


def _company(value: _Value) -> str:
    """Return the company that a text begins with: up to its legal form, else up to the first comma."""
    text = _TWICE.sub(r"\1", value.text[: 2 * LONGEST_NAME].strip(" ,;:|"))
    if value.heading.kind not in ("buyer", "issuer", "name") or not text:
        return ""
    formed = _formed(text)
    if formed:
        return formed
    name = _ENDS.split(text, maxsplit=1)[0].strip()
    is_name = value.marked and len(name) <= LONGEST_NAME and any(mark.isalpha() for mark in name)
    return name if is_name and plain(name) not in headings() and not name.endswith(".") else ""


def _formed(text: str) -> str:
    """Return the shortest start of a text that ends in a legal form."""
    ends = [mark.start() for mark in _ENDS.finditer(text)]
    for end in (*ends, len(text)):
        if has_legal_form(text[:end]) and len(text[:end]) <= LONGEST_NAME:
            return text[:end].strip()
    return ""


def _named_in_turn(values: Sequence[_Value], buyer: str, issuer: str) -> tuple[str, str]:
    """Return buyer and issuer of a 增值税发票, whose blocks hold a name each, the buyer's first."""
    names = [name for value in values if value.heading.kind == "name" and (name := _company(value))]
    if len(names) == 2 and not is_same(*names):
        return buyer or names[0], issuer or names[1]
    return buyer, issuer


_HEAD_LINES = 8


def _letterhead(rows: Sequence[tuple[Cell, ...]], buyer: str) -> str:
    """Return the one company, other than the buyer, that stands at the head of a paper with its legal form."""
    head = [row for row in rows if row][:_HEAD_LINES]
    texts = (cell.text for row in head for cell in row if not find(cell.text))
    bare = (unicodedata.normalize("NFKC", text).rpartition(":")[2].strip() for text in texts)
    names = [_formed(_TWICE.sub(r"\1", text)) for text in bare]
    others = [name for name in names if name and not is_same(name, buyer)]
    return others[0] if others and all(is_same(others[0], name) for name in others) else ""
