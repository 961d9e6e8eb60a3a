"""Whether the English of a field says what its Chinese draft says: days, numbers, names in Latin letters, negation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from poa_app.check.context import CheckContext
from poa_app.facts.shapes import NAMES, SPELLED
from poa_app.model.finding import Finding
from poa_app.model.paths import get, row_of
from poa_app.model.text import is_blank
from poa_app.phrases.text import is_foreign

_DAY = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]?")
_MONTH = re.compile(r"(?:\d{4}年)?\d{1,2}月")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_SPELLED = re.compile(rf"\b(?:{'|'.join(SPELLED)})\b")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9&.-]{2,}")
_NOT = re.compile(r"没有?|未(?!来)|不(?!同|良|合格|仅|但|久|断|足|符|一致)|无(?!锡)")
_ENGLISH_NOT = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|un\w{3,}|fail\w*|lack\w*|miss\w*|refus\w*|only)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)


def drafts(context: CheckContext) -> Iterator[Finding]:
    """Find what a Chinese draft says and the English beside it does not."""
    for draft in context.case.drafts:
        try:
            held = get(context.case, draft.path)
        except KeyError:
            continue
        if not isinstance(held, str | tuple) or is_blank(held) or not is_foreign(draft.text):
            continue
        chinese = unicodedata.normalize("NFKC", draft.text)
        yield from _differences(context, draft.path, chinese, _english(context, draft.path))


def _english(context: CheckContext, path: str) -> str:
    """Return all that a field's row says in English, or the whole case where it stands in none.

    What a draft tells may stand in the field beside it.
    """
    row = row_of(path)
    within = f"{row}/" if row != path else "/"
    told = (value for at, value in context.typed if at.startswith(within) and not at.startswith("/drafts"))
    return " . ".join(_words(value) for value in told if value is not None)


def _words(value: object) -> str:
    return f"{NAMES[value.month - 1]} {value.day} {value.year}" if isinstance(value, date) else str(value)


def _differences(context: CheckContext, path: str, chinese: str, english: str) -> Iterator[Finding]:
    low = unicodedata.normalize("NFKC", english).lower()
    said = _numbers_in(low)
    for day in _DAY.finditer(chinese):
        if not _has_day(low, int(day[2]), int(day[3])):
            yield context.find("draft.day", path, quote=day[0])
    rest = _MONTH.sub(" ", _DAY.sub(" ", chinese))
    for number in dict.fromkeys(_plain(_NUMBER.findall(rest))):
        if number not in said:
            yield context.find("draft.number", path, quote=number)
    for name in dict.fromkeys(_NAME.findall(rest)):
        if name.lower() not in low:
            yield context.find("draft.name", path, quote=name)
    denied = _NOT.search(rest) if row_of(path) != path else None
    if denied and not _ENGLISH_NOT.search(low):
        yield context.find("draft.negation", path, quote=denied[0])


@lru_cache(maxsize=1_000)  # after an edit all other rows are as they were
def _numbers_in(low: str) -> frozenset[str]:
    """Return the numbers of an English text in small letters, in figures or in words."""
    figures = {part.lstrip("0") or "0" for one in _plain(_NUMBER.findall(low)) for part in (one, *one.split(":"))}
    return frozenset(figures | {str(SPELLED[word]) for word in _SPELLED.findall(low)})


def _plain(numbers: list[str]) -> list[str]:
    return [number.replace(",", "").removesuffix(".0") for number in numbers]


def _has_day(low: str, month: int, day: int) -> bool:
    if not 1 <= month <= len(NAMES):
        return True
    name = NAMES[month - 1].lower()
    worded = re.search(
        rf"\b{name[:3]}[a-z]*\.?\s+(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s+(?:to|and)\s+|[-–]))?0?{day}\b", low
    )
    before = re.search(rf"\b0?{day}(?:st|nd|rd|th)?\s+(?:of\s+)?{name[:3]}", low)
    return bool(worded or before or f"-{month:02}-{day:02}" in low)
