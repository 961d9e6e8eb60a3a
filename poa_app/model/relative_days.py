"""Days told by their distance: Wednesday, 上周五, yesterday, 3天前, 上月15号; when they were said tells which."""

from __future__ import annotations

import re
from datetime import date, timedelta

from poa_app.model.number_words import number_in_words
from poa_app.model.plain import plain_signs

_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CHINESE = "一二三四五六日"
_WEEKDAY = re.compile(
    r"(?P<week>last|this|next|on|上{1,2}个?|本|这个?|下个?)?\s*(?:"
    r"(?P<en>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|"
    r"(?:星期|周|週|礼拜)(?P<zh>[一二三四五六日天]))"
)
_WEEKS = {"last": -1, "上": -1, "上上": -2, "next": 1, "下": 1}
_AWAY = {
    "today": 0, "今天": 0, "今日": 0, "yesterday": 1, "昨天": 1, "昨日": 1, "前天": 2, "大前天": 3,
    "day before yesterday": 2, "the day before yesterday": 2,
}  # fmt: skip
_PART_OF_DAY = re.compile(
    r"(?<=[天日])(?:凌晨|早上|上午|中午|下午|傍晚|晚上)\Z|\s(?:morning|afternoon|evening|night)\Z"
)
_AGO = re.compile(
    r"(?P<many>[\da-z-]{1,12}|[零一二两三四五六七八九十百\d]{1,5})\s?"
    r"(?:(?P<unit>days?|weeks?)\sago|(?P<zh>天|日|周|个?星期|个礼拜)[之以]?前)",
    re.ASCII,
)
_OF_THE_MONTH = re.compile(
    r"(?:on\s+)?(?:the\s+)?(?P<month>上个?月|本月|这个?月)?(?P<day>\d{1,2})(?:st|nd|rd|th|[号號日])", re.ASCII
)
_OF_A_YEAR = re.compile(r"(?P<year>今年|去年|前年)(?P<month>0?[1-9]|1[0-2])月(?P<day>\d{1,2})[号號日]?", re.ASCII)
_YEARS = {"今年": 0, "去年": -1, "前年": -2}
LONGEST = 40
"""Characters above which no such day is looked for."""
_LONGEST_AGO = 400


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
    said = _PART_OF_DAY.sub("", said)
    if said in _AWAY:
        return (today - timedelta(days=_AWAY[said]),)
    if weekday := _WEEKDAY.fullmatch(said):
        number = (
            _ENGLISH.index(weekday["en"][:3]) if weekday["en"] else _CHINESE.index(weekday["zh"].replace("天", "日"))
        )
        return _weekdays(number, (weekday["week"] or "").replace("个", ""), notice, today)
    if ago := _AGO.fullmatch(said):
        return _ago(ago["many"], ago["unit"] or ago["zh"], today)
    if numbered := _OF_THE_MONTH.fullmatch(said):
        day, month = int(numbered["day"]), numbered["month"]
        if month:
            return _valid(today.year * 12 + today.month - 1 - month.startswith("上"), day)
        return _of_a_month(day, notice or today, today)
    if dated := _OF_A_YEAR.fullmatch(said):
        return _valid((today.year + _YEARS[dated["year"]]) * 12 + int(dated["month"]) - 1, int(dated["day"]))
    return ()


def _weekdays(number: int, week: str, notice: date | None, today: date) -> tuple[date, ...]:
    """Return a weekday of the week that was named; else the last one up to the notice, and the one after it if past."""
    anchor = notice or today
    monday = anchor - timedelta(days=anchor.weekday())
    if week and week != "on":
        return (monday + timedelta(days=number, weeks=_WEEKS.get(week, 0)),)
    before = anchor - timedelta(days=(anchor.weekday() - number) % 7)
    after = before + timedelta(weeks=1)
    return (before, after) if after <= today else (before,)


def _ago(many: str, unit: str, today: date) -> tuple[date, ...]:
    number = int(many) if many.isdigit() else 1 if many == "a" else number_in_words(many)
    days = (number or 0) * (1 if unit.startswith(("day", "天", "日")) else 7)
    return (today - timedelta(days=days),) if 0 < days <= _LONGEST_AGO else ()


def _of_a_month(day: int, anchor: date, today: date) -> tuple[date, ...]:
    """Return the last day of that number up to the notice, and the one after it if it is past."""
    found = [one for months in (-1, 0, 1) for one in _valid(anchor.year * 12 + anchor.month - 1 + months, day)]
    before = [one for one in found if one <= anchor][-1:]
    after = [one for one in found if anchor < one <= today][:1]
    return tuple(before + after)


def _valid(months: int, day: int) -> tuple[date, ...]:
    """Return a day of the month that is so many months after the year 0; none where the month has no such day."""
    year, month = divmod(months, 12)
    try:
        return (date(year, month + 1, day),)
    except ValueError:
        return ()
