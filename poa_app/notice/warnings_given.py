"""The day on which Amazon warned of the same before, where a message tells it."""

from __future__ import annotations

import re
from datetime import date

from poa_app.facts.tokens import Token, tokens
from poa_app.notice.days import day_meant
from poa_app.notice.reading import Read
from poa_app.notice.sentences import pieces

_WARNED = re.compile(
    r"\bwarned\b|\b(?:previous|prior|earlier|first|last) (?:policy )?warnings?\b|\bwarnings? (?:of|dated|sent on|on)\b"
    r"|\bpreviously (?:notified|informed|contacted) you\b|警告过|曾[^。]{0,30}警告|(?:上次|此前)[^。]{0,10}警告",
    re.IGNORECASE,
)
_CHINESE = re.compile(r"(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]")


def warned(text: str, order: str, before: date | None = None) -> Read[date] | None:
    """Return the latest day on which a text says that Amazon has warned the seller before.

    Args:
        text: a message of Amazon.
        order: ``month-first`` or ``day-first``, by which days in numbers are read.
        before: the day of the message itself; a warning came before it.
    """
    found: list[Read[date]] = []
    for piece in pieces(text):
        if _WARNED.search(piece.text):
            found += [
                Read(day, piece.start, piece.end)
                for day in _days(piece.text, order, before)
                if before is None or day < before
            ]
    return max(found, key=lambda one: one.value, default=None)


def _days(words: str, order: str, before: date | None) -> list[date]:
    chinese = [_of(match) for match in _CHINESE.finditer(words)]
    if chinese:
        return [day for day in chinese if day]
    earlier = before.replace(year=before.year - 1, day=1) if before else None
    return [day for token in tokens(words) if token.kind == "date" if (day := _meant(token, order, earlier))]


def _meant(token: Token, order: str, after: date | None) -> date | None:
    try:
        return day_meant(token, order, after)
    except ValueError:  # a day that no month has
        return None


def _of(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
