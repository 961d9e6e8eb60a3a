"""The days in what a client sent, the year and the distance taken from the day on which it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from poa_app.facts import chinese
from poa_app.facts.nearest_day import day_of_iso, nearest_day
from poa_app.facts.tokens import ANY_DAY, ANY_YEAR
from poa_app.facts.told_fact import Sentence
from poa_app.model.days import days_of
from poa_app.model.relative_days import relative_days

_CELL = re.compile(r"(?:\A|(?<=\t))\s{0,3}(?P<day>\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?)\s{0,3}(?=\t|\Z)", re.ASCII)
_WHOLE = r"(?:\d{4}([-/.])\d{1,2}\%d\d{1,2}|\d{1,2}([-/.])\d{1,2}\%d(?:\d{4}|\d{2}))"
_RANGE = re.compile(
    rf"(?<![\w./-])(?:(?P<first>{_WHOLE % (2, 3)})\s?(?:-|~|至|到|\b(?:to|through|until)\b)\s?"
    rf"(?P<last>{_WHOLE % (5, 6)}|(?P<short>\d{{1,2}}[-/.]\d{{1,2}}))"
    r"|(?P<a>\d{1,2}/\d{1,2})\s?(?:-|~|至|到|\b(?:to|through|until)\b)\s?(?P<b>\d{1,2}/\d{1,2}))(?![\w/-]|\.\d)",
    re.ASCII,
)
"""From one day in numbers to another, of which only the first may bear the year."""
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_RELATIVE = re.compile(
    rf"\b(?P<said>yesterday|today|the\sday\sbefore\syesterday|(?:last|this|on)\s{_WEEKDAY}|(?<!every\s)(?<!each\s)"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|on\sthe\s\d{1,2}(?:st|nd|rd|th)(?!\s(?:floor|day|step|line|page)))\b"
    r"(?!s|\s(?:to|-)\s)",
    re.ASCII | re.IGNORECASE,
)


_MONTHS = 12
_WEEKDAY_BEFORE = re.compile(rf"\b{_WEEKDAY}\b\.?,?\s\Z", re.ASCII | re.IGNORECASE)
_CUT = "jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec"
_SHORT_MONTH = re.compile(
    rf"\b(?:(?:{_CUT})\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_CUT})(?:\s\d{{4}})?)\b"
    r"(?!\s?%|\.\d)",
    re.ASCII,
)
"""A month cut short in small letters, as people write who take notes."""
_SLASHED = re.compile(r"(?<![\w./-])(?!24/[57]\b)(?P<a>\d{1,2})/(?P<b>\d{1,2})(?![\w/%-]|\.\d|\s%)", re.ASCII)
_PARTS_OF = re.compile(r"\s?(?:of\b|orders|units|pcs|items|parcels|buyers|单|件|个)", re.IGNORECASE)


def read_days(reader: Sentence) -> None:
    """Note the days of a sentence, Chinese and English, by the calendar or by their distance."""
    for match in reader.each(_RANGE):
        _numeric_ends(reader, match)
    if "\t" in reader.text:
        for cell in list(_CELL.finditer(reader.text)):
            reader.add("date", _of_words(reader, cell["day"]), cell.span("day"))
    _chinese_days(reader)
    _english_days(reader)
    _short_days(reader)
    for match in reader.each(chinese.OF_THE_MONTH):
        for name in ("d", "d2") if match["d2"] else ("d",):
            reader.add(
                "date", _by_distance(reader, f"{match[name]}号"), match.span() if name == "d" else match.span("d2")
            )
    for pattern in (chinese.RELATIVE, _RELATIVE):
        for match in reader.each(pattern):
            reader.add("date", _by_distance(reader, match["said"]), match.span())


def _chinese_days(reader: Sentence) -> None:
    for match in reader.each(chinese.DAYS):
        if match["y"] or _is_calendar(match):
            _ends(reader, match)
    for match in reader.each(chinese.MONTH):
        month = chinese.small_number(match["m"]) or 0
        if 1 <= month <= 12:
            reader.add("date", [f"{match['y'] or ANY_YEAR}-{month:02}-{ANY_DAY}"], match.span())


def _short_days(reader: Sentence) -> None:
    """Note days by month and day in numbers alone, where that is what they can only be."""
    for match in reader.each(chinese.MONTH_SLASH_DAY) if _HAN.search(reader.plain) else ():
        reader.add("date", _of_words(reader, f"{match['m']}月{match['d']}日"), match.span())
    for match in reader.each(_SLASHED):
        first, second = int(match["a"]), int(match["b"])
        only = max(first, second) > _MONTHS and not _PARTS_OF.match(reader.left, match.end())
        reader.add("date", _of_words(reader, match[0]) if only else [], match.span())
    for match in reader.each(chinese.MONTH_POINT_DAY):
        reader.add("date", _of_words(reader, f"{match['m']}月{match['d']}日"), match.span())


_HAN = re.compile("[\u4e00-\u9fff]")


def _is_calendar(match: re.Match[str]) -> bool:
    month, day = (chinese.small_number(match[name]) or 0 for name in ("m", "d"))
    return 1 <= month <= 12 and 1 <= day <= 31


def _ends(reader: Sentence, match: re.Match[str]) -> None:
    """Note a day, or the first and the last of several."""
    year = f"{match['y']}年" if match["y"] else ""
    last = match["d2"] or match["d3"]
    signed = reader.plain[match.end("d") : match.end("d") + 1] in ("日", "号", "號")
    first_end = match.end("d") + signed if last else match.end()
    reader.add("date", _of_words(reader, f"{year}{match['m']}月{match['d']}日"), (match.start(), first_end))
    if last:
        month = match["m2"] or match["m3"] or match["m"]
        start = match.start("m2") if match["m2"] else match.start("m3") if match["m3"] else -1
        start = start if start >= 0 else match.start("d2" if match["d2"] else "d3")
        reader.add("date", _of_words(reader, f"{year}{month}月{last}日"), (start, match.end()))
    reader.hide(match.span())


def _numeric_ends(reader: Sentence, match: re.Match[str]) -> None:
    """Note the first and the last day of several; the last takes the year of the first where it names none."""
    names = ("first", "last") if match["first"] else ("a", "b")
    said = [match[name] for name in names]
    if match["short"]:
        year = re.search(r"\d{4}", said[0], re.ASCII)
        said[1] = f"{year[0]}-{said[1].replace('/', '-').replace('.', '-')}" if year else said[1]
    ends = [_of_words(reader, words) for words in said]
    if all(ends):
        for name, days in zip(names, ends, strict=True):
            reader.add("date", days, match.span(name))


def _english_days(reader: Sentence) -> None:
    for token in reader.tokens("date"):
        named = _WEEKDAY_BEFORE.search(reader.left, 0, token.start)
        reader.add("date", _with_year(reader, token.values), (token.start, token.end))
        reader.hide(named.span() if named else (0, 0))
    for match in reader.each(_SHORT_MONTH):
        reader.add("date", _of_words(reader, match[0]), match.span())


def _of_words(reader: Sentence, words: str) -> list[str]:
    found = days_of(words)
    values = [day.isoformat() for day in found.all]
    values += [f"{ANY_YEAR}-{month:02}-{day:02}" for month, day in found.yearless]
    return _with_year(reader, values)


def _with_year(reader: Sentence, values: Iterable[str]) -> list[str]:
    """Give days without a year the one that brings them nearest to the message; the nearest day comes first."""
    near = reader.near
    dated: list[str] = []
    for value in values:
        if near and value.startswith(ANY_YEAR) and not value.endswith(ANY_DAY):
            day = nearest_day(int(value[5:7]), int(value[8:]), near)
            dated += [day.isoformat()] if day else []
        elif ANY_YEAR in value or ANY_DAY in value or day_of_iso(value):
            dated.append(value)
    days = [day for value in dated if (day := day_of_iso(value))]
    if near is None or len(days) < len(dated):
        return dated
    return [day.isoformat() for day in sorted(days, key=lambda day: abs(day - near))]


def _by_distance(reader: Sentence, words: str) -> list[str]:
    """Read a weekday, a word such as yesterday, or a day of a month; nothing where no day is known to count from."""
    low = words.lower()
    near = reader.said if any(word in low for word in ("day", "今", "昨", "前")) else reader.said or reader.near
    if near is None and any(word in low for word in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")):
        near = reader.near if "yester" not in low and low != "today" else None
    return [day.isoformat() for day in relative_days(words, near, near)] if near else []
