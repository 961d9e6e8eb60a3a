"""Periods a notice looks back on: from one day to another, up to a day, the last 30 days."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from poa_app.facts.tokens import ANY_YEAR, Token, tokens
from poa_app.notice.days import CHINESE_DAY, chinese_day, day_meant, western_days

_DAYS = re.compile(
    r"(?<![\d.])(\d{1,3}|\b(?:seven|ten|fourteen|thirty|sixty|ninety)\b)(?:[\s\u00c2-]{0,2}(?:calendar[\s-])?(?:days?\b|day\b)"
    r"|\sTagen?\b|\sjours\b|\sgiorni\b|\sd[ií]as\b|\s?(?:天|日间))|(?:过去|最近"
    r"|近|過去|直近)\s?(\d{1,3})\s?(?:天|日)"
    r"|(?:letzten|derniers|ultimi|últimos|laatste|afgelopen|ostatnich|senaste|son)\s(\d{1,3})"
    r"\s(?:Tagen?|jours|giorni|días|dagen|dni|dagarna|gün)\b",
    re.IGNORECASE,
)
_LOOKS_BACK = re.compile(
    r"(?:last|past|previous|prior|over|during|in|trailing|rolling|window|period|过去|最近|近|统计"
    r"|\t\s?$|[,，(（])[\s\w(-]{0,14}$",
    re.IGNORECASE,
)
_LOOKS_BACK_AFTER = re.compile(
    r"^\W{0,3}(?:window|period|lookback|look-back|rate|time frame|timeframe|to\s\d|内|的|滚动|统计|ending|from\s)"
    r"|^\s{0,4}[:：|]?\s{0,4}\d{1,3}(?:[.,]\d{1,3})?\s?%",
    re.IGNORECASE,
)
_LOOKS_AHEAD = re.compile(
    r"within\s[\w\s]{0,9}$|after\s$|后的?\s?$|收到[^，。]{0,12}$|time\sin\s$|for\s(?:up\sto\s)?$", re.IGNORECASE
)
WINDOWS = frozenset({7, 10, 14, 30, 60, 90, 120, 180})
_CHINESE_DAY = r"\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?[日号]"
_CHINESE_PERIOD = re.compile(rf"(?P<first>{_CHINESE_DAY})\s?(?:至|到|-|–|~)\s?(?P<last>{_CHINESE_DAY})")
_WEEKS = re.compile(
    r"(?:last|past|previous)\s(?:(one|two|\d)\s)?weeks?\b|(?:过去|最近|近)\s?([一二两\d])\s?(?:周|个星期)",
    re.IGNORECASE,
)
_SPELLED = {"seven": 7, "ten": 10, "fourteen": 14, "thirty": 30, "sixty": 60, "ninety": 90}
_WEEKS_OF = {"one": 1, "two": 2, "一": 1, "二": 2, "两": 2}
_DAY_TO = re.compile(
    r"(?<![\d./-])(\d{1,2})\.?\s?(?:to|until|through|bis(?:\szum)?|al|au|and|-|–)\s?(?=\d{1,2}\.?\s(?:de\s)?[^\W\d]{3})"
)
_MONTH_ONCE = re.compile(
    r"\b(?P<month>[A-Z][a-z]{2,8})\.?\s(?P<first>\d{1,2})\s?(?:-|–|to|through)\s?(?P<last>\d{1,2}),?\s(?P<year>\d{4})\b"
)
_BETWEEN = frozenset({"to", "-", "through", "and", "until", "–", "bis", "至", "到", "~", "al", "au"})


def windows(part: str) -> tuple[int, ...]:
    """Return the lengths of the periods a text looks back on, in days, in its order."""
    found = []
    for match in _DAYS.finditer(part):
        said = (match[1] or match[2] or match[3]).lower()
        days = _SPELLED.get(said) or int(said)
        if days not in WINDOWS:
            continue
        before, after = part[max(0, match.start() - 30) : match.start()], part[match.end() : match.end() + 20]
        if _LOOKS_AHEAD.search(before) and not (before.endswith("for ") and re.match(r"\s(?:from|to|ending)\s", after)):
            continue
        if match[2] or match[3] or _LOOKS_BACK.search(before) or _LOOKS_BACK_AFTER.search(after):
            found.append(days)
    if not found and (weeks := _WEEKS.search(part)):
        said = (weeks[1] or weeks[2] or "one").lower()
        found.append(7 * (_WEEKS_OF.get(said) or int(said)))
    return tuple(found)


def period(part: str, order: str) -> tuple[date | None, date | None]:
    """Return the first two days that stand beside each other as "from … to …"; of "30 days to …" the last one.

    Args:
        part: a text.
        order: ``month-first`` or ``day-first``, for days in numbers.
    """
    if chinese := _CHINESE_PERIOD.search(part):
        last = chinese_day(CHINESE_DAY.search(chinese["last"]), None)  # type: ignore[arg-type]
        first = chinese_day(CHINESE_DAY.search(chinese["first"]), None)  # type: ignore[arg-type]
        if first and last and first <= last:
            return first, last
    if short := _short_period(part, order):
        return short
    days = [one for one in tokens(part) if one.kind == "date"]
    for one, other in pairwise(days):
        last = day_meant(other, order)
        first = _in_year(one, last, order) if last else None
        if first and last and first <= last and part[one.end : other.start].strip(" ,\n").lower() in _BETWEEN:
            return first, last
    for one in days:
        if re.search(
            r"(?:days?|weeks?|period|month|Tagen?|jours|giorni|d[ií]as)\s(?:to|up\sto|ending(?:\son)?|ended(?:\son)?|until|bis(?:\szum)?"
            r"|jusqu'au|fino\sal|hasta\sel)\s$",
            part[max(0, one.start - 20) : one.start],
        ):
            return None, day_meant(one, order)
    return None, None


def _short_period(part: str, order: str) -> tuple[date, date] | None:
    """Return a period whose month stands once: "2 to 11 October 2026", "October 2-11, 2026"."""
    if named := _MONTH_ONCE.search(part):
        part = f"{named['first']} to {named['last']} {named['month']} {named['year']}"
    for match in _DAY_TO.finditer(part):
        ends = [day for start, _, day in western_days(part) if start == match.end()]
        ends += [
            day
            for one in tokens(part)
            if one.kind == "date" and one.start == match.end() and (day := day_meant(one, order))
        ]
        if ends and 0 < int(match[1]) <= ends[0].day:
            return ends[0].replace(day=int(match[1])), ends[0]
    return None


def _in_year(one: Token, last: date, order: str) -> date | None:
    """Return the first day of a period, in the year of its last one where it names none."""
    if day := day_meant(one, order):
        return day
    value = one.values[0]
    if not value.startswith(ANY_YEAR):
        return None
    for year in (last.year, last.year - 1):
        try:
            day = date(year, int(value[5:7]), int(value[8:10]))
        except ValueError:
            continue
        if day <= last:
            return day
    return None
