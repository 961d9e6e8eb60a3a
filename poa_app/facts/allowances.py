"""The time a notice allows, as people and notices write it: within 72 hours, 3 business days, 72小时内."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

Unit = Literal["hours", "days", "business-days"]

MOST_DAYS = 400
"""Days above which a number before a unit is no allowance of a notice."""

_FRIDAY = 4


@dataclass(frozen=True)
class Allowance:
    """An amount of time from the arrival of a notice."""

    amount: int
    unit: Unit

    def end(self, arrived: datetime) -> datetime:
        """Return the moment at which it is used up, by its earliest reading.

        Days are counted in hours as well as by the calendar, which differ where the clocks change between.
        """
        if self.unit == "business-days":
            return _after_business_days(arrived, self.amount)
        hours = self.amount if self.unit == "hours" else self.amount * 24
        exact = (arrived.astimezone(UTC) + timedelta(hours=hours)).astimezone(arrived.tzinfo)
        if self.unit == "hours":
            return exact
        return min(exact, arrived + timedelta(days=self.amount), key=lambda moment: moment.astimezone(UTC))


def _after_business_days(arrived: datetime, amount: int) -> datetime:
    """Return the same time of day so many days from Monday to Friday later; holidays are not known."""
    at = arrived
    for _ in range(amount):
        at += timedelta(days=1)
        while at.weekday() > _FRIDAY:
            at += timedelta(days=1)
    return at


_SPELLED = {
    **dict.fromkeys(("a", "an", "one", "next", "ein", "einem", "einer", "un", "une", "una", "一"), 1),
    **dict.fromkeys(("two", "zwei", "deux", "due", "dos", "两", "二"), 2),
    **dict.fromkeys(("three", "drei", "trois", "tre", "tres", "三"), 3),
    **dict.fromkeys(("four", "vier", "quatre", "四"), 4),
    **dict.fromkeys(("five", "fünf", "cinq", "cinque", "cinco", "五"), 5),
    **dict.fromkeys(("six", "sechs", "六"), 6),
    **dict.fromkeys(("seven", "sieben", "sept", "sette", "siete", "七"), 7),
    "ten": 10, "zehn": 10, "dix": 10, "十": 10, "fourteen": 14, "十四": 14, "fifteen": 15, "十五": 15,
    "seventeen": 17, "十七": 17, "twenty-four": 24, "thirty": 30, "三十": 30, "forty-eight": 48,
    "sixty": 60, "seventy-two": 72, "七十二": 72, "ninety": 90, "九十": 90,
}  # fmt: skip

_UNITS: tuple[tuple[Unit, int, str, tuple[str, ...]], ...] = (
    (
        "business-days",
        1,
        r"(?:business|working|work)[\s-]*days?|Werktag\w*|Arbeitstag\w*|jours?\souvr\w+"
        r"|d[ií]as?\s(?:h[áa]biles?|laborables?)|giorni?\slavorativ\w+",
        ("个工作日", "工作日", "个营业日", "营业日", "営業日"),
    ),
    (
        "hours",
        1,
        r"hours?|hrs?\b|h\b|Stunden?|heures?|horas?|ore\b",
        ("个小时", "個小時", "小时", "小時", "时间", "時間", "钟头", "鐘頭"),
    ),
    (
        "days",
        7,
        r"weeks?|Wochen?|semaines?|semanas?|settiman\w+",
        ("个星期", "星期", "个礼拜", "礼拜", "周"),
    ),
    (
        "days",
        1,
        r"(?:calendar[\s-]*)?days?|(?:Kalender)?Tag(?:e|en|es)?\b|jours?|d[ií]as?|giorn[oi]",
        ("个自然日", "自然日", "天", "日"),
    ),
)
"""Units with their length and their names: patterns in Western languages, plain words in Chinese and Japanese."""

_NUMBER = rf"(?:\d{{1,4}}|(?<![a-zäöü-])(?:{'|'.join(sorted(_SPELLED, key=len, reverse=True))}))"
_BEFORE_UNIT = rf"(?P<n>{_NUMBER})(?:\s*\(\s*(?P<again>\d{{1,4}})\s*\))?[\s-]*(?:full\s)?"
_PATTERNS = tuple(
    (unit, times, re.compile(rf"{_BEFORE_UNIT}(?:{western}|{'|'.join(eastern)})", re.IGNORECASE))
    for unit, times, western, eastern in _UNITS
)
_NOT_ALLOWED = re.compile(
    r"\d{1,2}\s*月\s*\d{1,2}\s*[日号號]|过去\s*\d+\s*\w|\b(?:last|past|previous|prior)\s+\d+[\s-]+\w+", re.IGNORECASE
)
"""Days of the calendar, and windows that look back; neither allows any time."""


def allowances(words: str) -> Iterator[Allowance]:
    """Yield every amount of time that words allow, in no particular order.

    Args:
        words: as the notice has them or as somebody typed them; widths of characters do not matter.
    """
    left = _NOT_ALLOWED.sub(" ", unicodedata.normalize("NFKC", words))
    for unit, times, pattern in _PATTERNS:
        for found in pattern.finditer(left):
            amount = times * _amount(found["again"] or found["n"])
            days = amount / 24 if unit == "hours" else amount
            if 0 < days <= MOST_DAYS:
                yield Allowance(amount, unit)
        left = pattern.sub(" ", left)


def _amount(said: str) -> int:
    return int(said) if said.isdigit() else _SPELLED[said.casefold()]
