"""Days in the text of a notice: which day is meant, by the order of the site, and the day of the notice itself."""

from __future__ import annotations

import re
from datetime import date, timedelta

from poa_app.facts.tokens import ANY_DAY, ANY_YEAR, Token, tokens
from poa_app.model.plain import plain_signs
from poa_app.notice.reading import Read

_HEAD = re.compile(
    r"""(?:^[ \t>+*|]{0,12}|\s)\*{0,2}(?:date|sent|received|sent\son|datum|gesendet|envoyé|inviato|enviado|data|fecha
    |日期|发送时间|时间|接收时间|收到时间|发件时间|通知日期)\*{0,2}\s{0,3}[:：]\*{0,2}\s{0,3}(?P<day>[^\n]{4,80})""",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
_WROTE = re.compile(
    r"""^[ \t>+]{0,12}(?:On|Am|在|Le)\s(?P<day>[^\n]{6,60}?)
    (?:,?\s(?:at|um|à)\s|\s\d{1,2}:\d{2}|,?\sAmazon|,?\sSeller|<|wrote|schrieb|写道|a\sécrit)""",
    re.MULTILINE | re.VERBOSE,
)
_OF_NOTICE = re.compile(
    r"""\b(?:(?:this|the|your)\s(?:notice|notification|message|e-?mail|letter)\s\(?(?:dated\s|of\s|sent\son\s
        |received\son\s|was\ssent\son\s)?
    |on\s(?=[^\n]{6,20},?\swe\sreceived)|notification\sheader\s|test\sbuy\s)(?P<day>[^\n.;()]{6,30})""",
    re.IGNORECASE | re.VERBOSE,
)
CHINESE_DAY = re.compile(r"(?:(\d{4})\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]")
_CHINESE_NOTICE = re.compile(
    r"(?P<day>\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?[日号])[^。，\n]{0,6}(?:发来|收到|的?(?:绩效|业绩)通知|来信)"
)
_ALONE = re.compile(
    r"^[ \t>+]{0,12}(?P<day>[^\n:：]{6,40}|[^\n]{6,60}?(?:am|pm|AM|PM"
    r"|\d{2}))[ \t]{0,6}$",
    re.MULTILINE,
)
_NOT_ALONE = re.compile(r"due|deadline|period|until|before|by\s|to\s|[a-z]{10,}|\s[–-]\s\d", re.IGNORECASE)
YEARS = range(1995, 2100)
HEAD = 500
"""Characters at the beginning within which a day on a line of its own is that of the notice."""

_MONTHS = (
    ("januar", "janvier", "gennaio", "enero"), ("februar", "février", "febbraio", "febrero"),
    ("märz", "mars", "marzo"), ("april", "avril", "aprile", "abril"), ("mai", "maggio", "mayo"),
    ("juni", "juin", "giugno", "junio"), ("juli", "juillet", "luglio", "julio"), ("august", "août", "agosto"),
    ("september", "septembre", "settembre", "septiembre"), ("oktober", "octobre", "ottobre", "octubre"),
    ("november", "novembre", "noviembre"), ("dezember", "décembre", "dicembre", "diciembre"),
)  # fmt: skip
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_WESTERN = re.compile(
    rf"\b(\d{{1,2}})\.?\s(?:de\s)?({'|'.join(sorted(_MONTH_OF, key=len, reverse=True))})\s(?:de\s)?(\d{{4}})",
    re.IGNORECASE,
)


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
        return _valid(*map(int, value.split("-")))
    for year in (after.year, after.year + 1) if after else ():
        try:
            day = date(year, int(value[5:7]), int(value[8:10]))
        except ValueError:
            continue
        if after and day >= after - timedelta(days=1):
            return day
    return None


def received(text: str, order: str, message: tuple[int, int]) -> Read[date] | None:
    """Return the day of a notice, where its header, the line that quotes it, or a line of its own at the top tells it.

    Args:
        text: the paste.
        order: ``month-first`` or ``day-first``, for days in numbers.
        message: where the newest message of Amazon's stands, whose own header comes before one above it.
    """
    plain = plain_signs(text)
    begin, end = message
    for start in dict.fromkeys((begin, 0)):
        for pattern in (_HEAD, _WROTE, _OF_NOTICE, _CHINESE_NOTICE, _ALONE):
            for match in pattern.finditer(plain, start, min(end, start + HEAD) if pattern is _ALONE else end):
                day = _told(match["day"], order, alone=pattern is _ALONE)
                if day:
                    return Read(day, *match.span("day"))
    return None


def _told(words: str, order: str, alone: bool) -> date | None:
    if chinese := CHINESE_DAY.search(words):
        return chinese_day(chinese, None) if not alone or len(words) < 30 else None
    if western := _WESTERN.search(words):
        return _valid(int(western[3]), _MONTH_OF[western[2].lower()], int(western[1]))
    dates = [token for token in tokens(words) if token.kind == "date"]
    if not dates or (alone and (len(dates) > 1 or len(dates[0].quote) < len(words) - 22 or _NOT_ALONE.search(words))):
        return None
    if not alone and dates[0].start > 30:
        return None
    return day_meant(dates[0], order)


def chinese_day(found: re.Match[str], after: date | None) -> date | None:
    """Return the day of a match of CHINESE_DAY; one without a year is the next after a day, where that is known."""
    month, day = int(found[2]), int(found[3])
    if found[1]:
        return _valid(int(found[1]), month, day)
    years = (after.year, after.year + 1) if after else ()
    return next((one for year in years if (one := _valid(year, month, day)) and after and one >= after), None)


def _valid(year: int, month: int, day: int) -> date | None:
    """Return a day of the years in which Amazon has sent notices, or may."""
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None
