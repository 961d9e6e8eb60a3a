"""Which of two numbers is the day, where the case's own dates tell it: 12/8 in a row of August 12."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from poa_app.model.case import Case
from poa_app.model.rows import ROWS_WITH_PASSAGE, RootCause
from poa_app.phrases.text import LONGEST
from poa_app.render import wording

_PAIR = re.compile(r"(?<![\w./])(?<!\D-)(\d{1,2})/(\d{1,2})(?![\w/%]|-\D|\.\d)", re.ASCII)
_POINTED = re.compile(r"\b(?:on|since|from|until|till|of)\s\d{1,2}\.\s?\d{1,2}\.(?!\d)", re.ASCII)
_AHEAD = re.compile(r"\b(?:before|expir\w+|valid|until|till|due|next|review|will|by)\b", re.IGNORECASE)
"""What is told of a day that may be still ahead: best before 8/11."""
_DAYS = ("start", "end", "date", "since", "review")
_DONE = ("what", "how", "result")
_MONTHS = 12


def order_told(case: Case, fields: tuple[str, ...]) -> wording.Dates | None:
    """Return in which order a writer for readers with the day first typed the days of a case; none where it is open.

    A row's own day, the range of its cause, and a deed's day that would be still ahead of the letter tell it; so do
    days typed with stops, since nobody who writes 24.11. has the month first.

    Args:
        case: as typed.
        fields: of its rows, in which people tell days.
    """
    seen: set[wording.Dates] = set()
    for name in ROWS_WITH_PASSAGE:
        for row in getattr(case, name):
            for field in fields:
                value = getattr(row, field, None)
                for text in value if isinstance(value, tuple) else (value,):
                    if text and ("/" in text or "." in text) and len(text) <= LONGEST:
                        seen |= set(_seen(case, row, field, text))
    return seen.pop() if len(seen) == 1 else None


def _seen(case: Case, row: Any, field: str, text: str) -> Iterator[wording.Dates]:
    if _POINTED.search(text):
        yield "day-first"
    for found in _PAIR.finditer(text):
        first, second = int(found[1]), int(found[2])
        if first != second and 1 <= first <= _MONTHS and 1 <= second <= _MONTHS:
            told = _by_the_rows_days(row, first, second) or _by_its_range(row, first, second)
            is_done = field in _DONE and not _AHEAD.search(text)
            told = told or (_by_the_letter(case, first, second) if is_done else None)
            if told:
                yield told


def _by_the_rows_days(row: Any, first: int, second: int) -> wording.Dates | None:
    """Return the order in which two numbers are a day that the row itself has in a field."""
    own = [day for name in _DAYS if isinstance(day := getattr(row, name, None), date)]
    return _only(
        any((day.month, day.day) == (first, second) for day in own),
        any((day.month, day.day) == (second, first) for day in own),
    )


def _by_its_range(row: Any, first: int, second: int) -> wording.Dates | None:
    """Return the order in which two numbers are a day while a cause held."""
    if not isinstance(row, RootCause) or not isinstance(row.start, date) or not isinstance(row.end, date):
        return None
    years = {row.start.year, row.end.year}
    month_first, day_first = (
        any(row.start <= day <= row.end for year in years if (day := _day(year, *place)))
        for place in ((first, second), (second, first))
    )
    return _only(month_first, day_first)


def _by_the_letter(case: Case, first: int, second: int) -> wording.Dates | None:
    """Return the order in which two numbers are a day since the notice; the other is still ahead of the letter."""
    letter, notice = case.letter_date, case.notice.received
    if not isinstance(letter, date) or not isinstance(notice, date):
        return None
    month_first, day_first = _day(letter.year, first, second), _day(letter.year, second, first)
    if month_first is None or day_first is None:
        return None
    return _only(
        notice <= month_first <= letter < day_first,
        notice <= day_first <= letter < month_first,
    )


def _only(month_first: bool, day_first: bool) -> wording.Dates | None:
    if month_first == day_first:
        return None
    return "month-first" if month_first else "day-first"


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
