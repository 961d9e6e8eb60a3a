"""Days told by their distance: Wednesday, 上周五, yesterday, 3号. What they mean depends on when they were said."""

from __future__ import annotations

import re
from datetime import date, timedelta

from poa_app.model.plain import plain_signs

_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CHINESE = "一二三四五六日"
_WEEKDAY = re.compile(
    r"(?P<week>last|this|next|on|上个?|本|这个?|下个?)?\s*(?:"
    r"(?P<en>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|"
    r"(?:星期|周|週|礼拜)(?P<zh>[一二三四五六日天]))"
)
_AWAY = {
    "today": 0, "今天": 0, "今日": 0, "yesterday": 1, "昨天": 1, "昨日": 1, "前天": 2, "the day before yesterday": 2,
}  # fmt: skip
_OF_THE_MONTH = re.compile(r"(?:on\s+)?(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th|[号號日])", re.ASCII)
LONGEST = 40
"""Characters above which no such day is looked for."""


def relative_days(text: str, notice: date | None, today: date) -> tuple[date, ...]:
    """Return the days a text can mean that tells a day by its distance, in order; none where it tells no such day.

    Args:
        text: as typed.
        notice: the day of the notice, about which people tell what happened.
        today: the day on which it is read.
    """
    said = " ".join(plain_signs(text[: LONGEST * 2]).split()).lower().strip(" .,")
    if not said or len(said) > LONGEST:
        return ()
    if said in _AWAY:
        return (today - timedelta(days=_AWAY[said]),)
    if weekday := _WEEKDAY.fullmatch(said):
        number = (
            _ENGLISH.index(weekday["en"][:3]) if weekday["en"] else _CHINESE.index(weekday["zh"].replace("天", "日"))
        )
        return _weekdays(number, weekday["week"] or "", notice, today)
    if numbered := _OF_THE_MONTH.fullmatch(said):
        return _of_a_month(int(numbered["day"]), notice or today, today)
    return ()


def _weekdays(number: int, week: str, notice: date | None, today: date) -> tuple[date, ...]:
    """Return a weekday of the week that was named; else the last one up to the notice, and the one after it if past."""
    anchor = notice or today
    monday = anchor - timedelta(days=anchor.weekday())
    if week and week != "on":
        weeks = -1 if week in ("last", "上", "上个") else 1 if week in ("next", "下", "下个") else 0
        return (monday + timedelta(days=number, weeks=weeks),)
    before = anchor - timedelta(days=(anchor.weekday() - number) % 7)
    after = before + timedelta(weeks=1)
    return (before, after) if after <= today else (before,)


def _of_a_month(day: int, anchor: date, today: date) -> tuple[date, ...]:
    """Return the last day of that number up to the notice, and the one after it if it is past."""
    found: list[date] = []
    for months in (-1, 0, 1):
        year, month = divmod(anchor.year * 12 + anchor.month - 1 + months, 12)
        try:
            found.append(date(year, month + 1, day))
        except ValueError:
            continue
    before = [one for one in found if one <= anchor][-1:]
    after = [one for one in found if anchor < one <= today][:1]
    return tuple(before + after)
