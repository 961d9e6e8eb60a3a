"""Days in the text of a notice: which day is meant, by the order of the site, and the day of the notice itself."""

from __future__ import annotations

import re
from datetime import date, timedelta

from poa_app.facts.tokens import ANY_DAY, ANY_YEAR, Token, tokens
from poa_app.model.days import days_of
from poa_app.model.plain import plain_signs
from poa_app.notice.reading import Read

_HEAD = re.compile(
    r"^[ \t>+*|]{0,12}(?:date|sent|received|sent on|datum|gesendet|日期|发送时间|时间|接收时间|收到时间|发件时间|通知日期)\*{0,2}\s{0,3}[:：]\*{0,2}\s{0,3}(?P<day>[^\n]{4,80})",
    re.IGNORECASE | re.MULTILINE,
)
_WROTE = re.compile(
    r"^[ \t>+]{0,12}(?:On|Am|在)\s(?P<day>[^\n]{6,60}?)(?:,?\s(?:at|um)\s|\s\d{1,2}:\d{2}|,? Amazon|,? Seller|<|wrote|schrieb|写道)",
    re.MULTILINE,
)
_OF_NOTICE = re.compile(
    r"\b(?:notice|notification|message|e-?mail) (?:dated|of|sent on|received on|was sent on)\s(?P<day>[^\n.;]{6,30})",
    re.IGNORECASE,
)
_CHINESE = re.compile(r"(?:(\d{4})\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]")
_ALONE = re.compile(r"^[ \t>+]{0,12}(?P<day>[^\n]{6,60}?)[ \t]{0,6}$", re.MULTILINE)
HEAD = 500
"""Characters at the beginning within which a day on a line of its own is that of the notice."""


def day_meant(token: Token, order: str, after: date | None = None) -> date | None:
    """Return the day a date of a text means.

    Args:
        token: a date, perhaps of several readings or without its year.
        order: ``month-first`` or ``day-first``, by which one in numbers is read.
        after: the day from which one without a year is the next; None leaves such a one unread.
    """
    found = [day for value in token.values if (day := _whole(value, after))]
    if len(found) < 2:
        return found[0] if found else None
    first = re.match(r"\d+", token.quote)
    number = int(first.group()) if first else 0
    by_site = [day for day in found if (day.month if order == "month-first" else day.day) == number]
    return by_site[0] if by_site else min(found)


def _whole(value: str, after: date | None) -> date | None:
    if ANY_DAY in value:
        return None
    if ANY_YEAR not in value:
        return date.fromisoformat(value)
    for year in (after.year, after.year + 1) if after else ():
        try:
            day = date(year, int(value[5:7]), int(value[8:10]))
        except ValueError:
            continue
        if after and day >= after - timedelta(days=1):
            return day
    return None


def received(text: str, order: str) -> Read[date] | None:
    """Return the day of a notice, where its header, the line that quotes it, or a line of its own at the top tells it."""
    plain = plain_signs(text)
    for pattern, reach in ((_HEAD, len(plain)), (_WROTE, len(plain)), (_OF_NOTICE, len(plain)), (_ALONE, HEAD)):
        for match in pattern.finditer(plain, 0, reach):
            day = _told(match["day"], order, alone=pattern is _ALONE)
            if day:
                return Read(day, *match.span("day"))
    return None


def _told(words: str, order: str, alone: bool) -> date | None:
    if chinese := _CHINESE.search(words):
        return _of(chinese) if not alone or len(words) < 30 else None
    dates = [token for token in tokens(words) if token.kind == "date"]
    if not dates or (alone and (len(dates[0].quote) < len(words) - 22 or re.search(r"[a-z]{10,}", words))):
        return None
    day = day_meant(dates[0], order)
    if day is None and not days_of(dates[0].quote).all:
        return None
    return day


def _of(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found[1] else None
    except ValueError:
        return None
