"""Days as people type them: which day is meant, or which days could be.

No library does this as a case needs it: ``dateparser`` settles 11/12/2026 by an order of its own, fills in this year
where none stands, and fails on 11月3日. A value is read here only where it can mean one day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from poa_app.model.plain import plain_signs

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
LONGEST = 60
"""Characters above which no day is looked for."""

_NUMBER_OF = {name: number for number, name in enumerate(MONTHS, 1)}
_NUMBER_OF |= {name[:3]: number for name, number in _NUMBER_OF.items()} | {"sept": 9}
_MONTH = "|".join(sorted(_NUMBER_OF, key=len, reverse=True))
_ENGLISH_WEEKDAY = r"(?P<{}>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|r|rs|ur)?(?:day)?\b"
_WEEKDAY = re.compile(
    rf"^(?:on\s)?{_ENGLISH_WEEKDAY.format('first')}\.?,?\s+|[\s,]*\(?{_ENGLISH_WEEKDAY.format('last')}\.?\)?$"
    r"|\(?(?:星期|周|週|礼拜)(?P<zh>[一二三四五六日天])\)?"
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MIDNIGHT = re.compile(r"(?:\s+|(?<=\d)t)0?0:00(?::00(?:\.0+)?)?z?$")
_CLOCK = re.compile(r"(?:\s+|(?<=\d)t|[日号號]\s*)(?:at\s+)?(?:[上下]午|早上|晚上)?\d{1,2}[:点]\d{0,2}.*$")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_THREE = re.compile(r"(\d{1,4})\s?([-/.\s])\s?(\d{1,2})\s?\2\s?(\d{1,4})\.?", re.ASCII)
_TWO = re.compile(r"(\d{1,2})\s?[-/.]\s?(\d{1,2})\.?", re.ASCII)
_CHINESE = re.compile(r"(?:(\d{4}|\d{2})年)?(\d{1,2})月(\d{1,2})[日号號]?", re.ASCII)
_WORDED = re.compile(
    rf"(\d{{1,4}})?[\s,./-]*({_MONTH})(?![a-z])[\s,./-]*(\d{{1,4}})?(?:([\s,./'-]+)(\d{{1,4}}))?", re.ASCII
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.ASCII)
_CJK = {char: str(place) for place, char in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0", "两": "2"}
_TENS = re.compile(r"([一二三四五六七八九])?十([一二三四五六七八九])?(?=[月日号號])")


@dataclass(frozen=True)
class Days:
    """What a text can mean as a day.

    Attributes:
        all: every day it can mean, in order.
        yearless: month and day of every reading that names no year.
        timed: whether a time of day stands beside it.
        misnamed: whether a weekday stands beside it that it is not.
    """

    all: tuple[date, ...] = ()
    yearless: tuple[tuple[int, int], ...] = ()
    timed: bool = False
    misnamed: bool = False


def day_of(text: str) -> date | None:
    """Return the one day a text means; none where it means no day, several, a moment, or is not the weekday named."""
    found = days_of(text)
    return found.all[0] if len(found.all) == 1 and not found.timed and not found.misnamed else None


@lru_cache(maxsize=2_000)
def days_of(text: str) -> Days:
    """Return every day a text can mean."""
    said = _simple(text)
    if not said or len(said) > LONGEST:
        return Days()
    bare = _MIDNIGHT.sub("", said)
    found = _read(bare)
    if found == Days() and (clock := _CLOCK.search(bare)):
        before = bare[: clock.start()] + (bare[clock.start()] if bare[clock.start()] in "日号號" else "")
        found = _read(before)
        found = replace(found, timed=True) if found != Days() else found
    return _on_weekday(found, text) if found.all else found


def clock_beside(text: str) -> str:
    """Return the words for the time of day that stand behind a day; nothing where none do."""
    said = _simple(text)
    clock = _CLOCK.search(said)
    return clock[0].lstrip(" t日号號,").removeprefix("at ") if clock else ""


def weekday_of(text: str) -> int | None:
    """Return the weekday that stands beside a day, counted from Monday as 0; none where none does."""
    named = _WEEKDAY.search(" ".join(plain_signs(text[: LONGEST * 2]).split()).lower())
    if not named:
        return None
    english = named["first"] or named["last"]
    return _WEEKDAYS.index(english) if english else "一二三四五六日".index(named["zh"].replace("天", "日"))


def day_in(year: int, month: int, day: int) -> date | None:
    """Return a day of a year; none where that year has no such day."""
    return date(year, month, day) if 1 <= day <= _last(year, month) else None


def _on_weekday(found: Days, text: str) -> Days:
    """Keep the days that are the weekday which stands beside them; where none is, a slip may be in either."""
    number = weekday_of(text)
    if number is None:
        return found
    fits = tuple(day for day in found.all if day.weekday() == number)
    return replace(found, all=fits) if fits else replace(found, misnamed=True)


def _simple(text: str) -> str:
    """Return a text without what makes no difference: width, case, weekday, ordinals, Chinese numerals."""
    said = " ".join(plain_signs(text[: LONGEST * 2]).split()).lower()
    said = said.replace("。", ".").replace("、", "/")
    said = " ".join(_WEEKDAY.sub(" ", said).split())
    said = re.sub(r"\s*([年月日号號])\s*", r"\1", _chinese_numerals(said))
    said = re.sub(r"(?<=[日号號])(?=\d)", " ", said)
    return re.sub(r"^on\s|\bthe\s|\bof\s", "", _ORDINAL.sub("", said)).strip(" ,;")


def _chinese_numerals(said: str) -> str:
    if not any(char in said for char in "年月日号號"):
        return said
    said = _TENS.sub(lambda ten: _CJK[ten[1] or "一"] + (_CJK[ten[2]] if ten[2] else "0"), said)
    return "".join(_CJK.get(char, char) for char in said)


def _read(said: str) -> Days:
    if whole := _DIGITS.fullmatch(said):
        return Days(tuple(_valid([(int(whole[1]), int(whole[2]), int(whole[3]))])))
    if three := _THREE.fullmatch(said):
        return Days(tuple(_valid(_orders(three[1], three[3], three[4]))))
    if chinese := _CHINESE.fullmatch(said):
        month, day = int(chinese[2]), int(chinese[3])
        if chinese[1]:
            return Days(tuple(_valid([(_year(chinese[1]), month, day)])))
        return Days(yearless=tuple(_possible([(month, day)])))
    if worded := _WORDED.fullmatch(said):
        return _with_month(worded)
    if two := _TWO.fullmatch(said):
        first, second = int(two[1]), int(two[2])
        return Days(yearless=tuple(_possible([(first, second), (second, first)])))
    return Days()


def _orders(first: str, second: str, third: str) -> list[tuple[int, int, int]]:
    """List the orders three numbers can stand in: year first, or day and month either way before the year."""
    one, two, three = int(first), int(second), int(third)
    if len(first) == 4:
        return [(one, two, three)] if len(third) <= 2 else []
    if len(third) == 4:
        return [(three, one, two), (three, two, one)] if len(first) <= 2 else []
    if len(first) != 2 and len(third) != 2:
        return []
    last = [(2000 + three, one, two), (2000 + three, two, one)] if len(third) == 2 else []
    return [*last, *([(2000 + one, two, three)] if len(first) == 2 else [])]


def _with_month(parts: re.Match[str]) -> Days:
    before, month, after, last = parts[1], _NUMBER_OF[parts[2]], parts[3], parts[5]
    if not before and last and len(last) <= 2 and re.search("[-/]", parts[4]):
        return Days()  # Nov 24-26 is from one day to another, Nov 24/26 may be both
    numbers = [number for number in (before, after, last) if number]
    if len(numbers) == 1 and len(numbers[0]) <= 2:
        return Days(yearless=tuple(_possible([(month, int(numbers[0]))])))
    if len(numbers) != 2:
        return Days()
    first, second = numbers
    found = []
    if len(second) in (2, 4) and len(first) <= 2:
        found.append((_year(second), month, int(first)))
    if len(first) in (2, 4) and len(second) <= 2 and before:
        found.append((_year(first), month, int(second)))
    return Days(tuple(_valid(found)))


def _year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _valid(found: list[tuple[int, int, int]]) -> Iterator[date]:
    """Keep the days of the calendar, each once, in order."""
    days = set()
    for year, month, day in found:
        if 1900 <= year <= 2999 and 1 <= month <= 12 and 1 <= day <= _last(year, month):
            days.add(date(year, month, day))
    yield from sorted(days)


def _possible(found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for month, day in dict.fromkeys(found):
        if 1 <= month <= 12 and 1 <= day <= _last(2000, month):
            yield month, day


def _last(year: int, month: int) -> int:
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
