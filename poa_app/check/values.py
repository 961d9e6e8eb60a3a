"""Whether every day, count, rate, time and zone can be read as one, worded by what the field holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from poa_app.check.context import CheckContext, Span
from poa_app.facts.told_fact import Told, ToldKind
from poa_app.facts.told_reader import facts_in
from poa_app.model.days import day_in, days_of, weekday_of
from poa_app.model.fields import Kind, kind_of
from poa_app.model.finding import Finding, Fix
from poa_app.model.numerals import is_about, numbers_of
from poa_app.model.relative_days import relative_days
from poa_app.model.text import FIELD_LIMIT, is_blank
from poa_app.model.time_parsing import time_of, zone_of

MOST_QUOTED = 80
"""Characters of a value that a message repeats."""

MOST_OFFERED = 2
"""Values among other words that are offered."""
DUE = "/deadline/due"
AHEAD = ("/due", "/review")
"""Ends of the paths of days that lie ahead."""
SOON, FAR_AHEAD = 14, 60
"""Days ahead at which, of something that has happened, the year before is offered as well, or alone."""


def values(context: CheckContext) -> Iterator[Finding]:
    """Find what was typed where a value should stand and cannot be read as one."""
    for path, value in context.typed:
        if not isinstance(value, str) or is_blank(value) or len(value) > FIELD_LIMIT:
            continue
        kind = kind_of(path)
        if path == DUE and not _is_doubtful(value):
            continue  # it may hold words such as "within 72 hours", which check/deadlines.py reads
        if kind and (unread := _unread(context, kind, value, path)):
            rule, words, fixes = unread
            quote = value if len(value) <= MOST_QUOTED else f"{value[:MOST_QUOTED]}…"
            yield context.find(rule, path, Span(0, len(value), value), fixes=fixes, said=quote, **words)


def _is_doubtful(value: str) -> bool:
    found = days_of(value)
    return len(found.all) > 1 or len(found.yearless) > 1


Unread = tuple[str, dict[str, Any], tuple[Fix, ...]]


def _unread(context: CheckContext, kind: Kind, value: str, path: str) -> Unread | None:
    match kind:
        case "date":
            return _day(context, value, path)
        case "count" | "rate":
            return _number(context, kind, value)
        case "time":
            return None if time_of(value) else ("dates.time", {}, ())
        case "zone":
            return None if zone_of(value) else ("dates.zone", {}, ())
        case _:
            return None


def _day(context: CheckContext, value: str, path: str) -> Unread:
    found = days_of(value)
    days = found.all or _of_a_year(context, value, found.yearless, path) or _near(context, value)
    fixes = tuple(Fix(text=day.isoformat()) for day in days)
    words = {"first": days[0].isoformat(), "second": days[-1].isoformat()} if days else {}
    if found.misnamed:
        return "values.date-weekday", words, fixes
    if len(found.all) == 1:
        return "values.date-timed", words, fixes
    if len(days) > 1:
        return "values.date-two", words, fixes
    if found.yearless:
        return "values.date-year", words, fixes
    if days:
        return "values.date-relative", words, fixes
    return _among_words("date", value, "date", _told(context, value)) or ("values.date", {}, ())


def _near(context: CheckContext, value: str) -> tuple[date, ...]:
    """Return the days that a weekday, or a word such as yesterday, can mean."""
    received = context.case.notice.received
    return relative_days(value, received if isinstance(received, date) else None, context.today)


def _of_a_year(context: CheckContext, value: str, yearless: tuple[tuple[int, int], ...], path: str) -> tuple[date, ...]:
    """Return the days nearest to the notice, or to today where it has none; of what has happened, also the last ones.

    Where a weekday stands beside them, only days of that weekday count.
    """
    received = context.case.notice.received
    near = received if isinstance(received, date) else context.today
    named = weekday_of(value)
    days = set()
    for month, day in yearless:
        around = [found for year in (-1, 0, 1) if (found := day_in(near.year + year, month, day))]
        fits = [one for one in around if one.weekday() == named] or around
        nearest = min(fits, key=lambda one: abs((one - near).days), default=day_in(_leap_year(near.year), month, day))
        before = [one for one in fits if nearest and one < nearest][-1:]
        ahead = (nearest - context.today).days if nearest and before and not path.endswith(AHEAD) else 0
        if nearest and ahead <= FAR_AHEAD:
            days.add(nearest)
        if ahead > (SOON if len(yearless) == 1 else FAR_AHEAD):
            days |= set(before)
    return tuple(sorted(days))


def _leap_year(year: int) -> int:
    return next(one for one in range(year, 0, -1) if one % 4 == 0 and (one % 100 != 0 or one % 400 == 0))


def _number(context: CheckContext, kind: Kind, value: str) -> Unread:
    either = numbers_of(value)
    if either:
        fixes = tuple(Fix(text=str(number)) for number in either)
        words: dict[str, Decimal] = {"first": either[0], "second": either[1]}
        return f"values.{kind}-two", words, fixes if kind == "rate" else fixes[:1]
    if is_about(value):
        return f"values.{kind}-about", {}, ()
    told: ToldKind = "count" if kind == "count" else "percentage"
    return _among_words(kind, value, told, _told(context, value)) or (f"values.{kind}", {}, ())


_NOT_ITSELF = re.compile(
    r"\b(?:about|around|approx\w*|circa|ca|before|after|until|till|by|within|not|no|or|half|last|next|ago"
    r"|(?:early|mid|late)[\s-](?:in\s)?(?=jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec))\b"
    r"|[-\u2212]\s?\d|[前后後约約内初底末不没或]|左右|大概",
    re.IGNORECASE,
)
"""What makes a day or a number among words not the one that is meant: before Nov 24, about 40, -3."""


def _told(context: CheckContext, value: str) -> tuple[Told, ...]:
    """Return the facts that stand among other words; none where these say that another one is meant."""
    if _NOT_ITSELF.search(value):
        return ()
    received = context.case.notice.received
    near = received if isinstance(received, date) else context.today
    return facts_in(value, near, near)


def _stands_apart(one: Told, said: str) -> bool:
    """Whether a value is no piece of a longer one that cannot be read: 1,1O2."""
    return not _JOINED_BEFORE.search(said, 0, one.start) and not _JOINED_AFTER.match(said, one.end)


_JOINED_BEFORE = re.compile(r"[A-Za-z\d点零〇一二三四五六七八九十百千万][.,]?\Z", re.ASCII)
_JOINED_AFTER = re.compile(r"[.,]?[A-Za-z\d]|[点十百千万]", re.ASCII)


def _among_words(kind: Kind, said: str, told: ToldKind, facts: tuple[Told, ...]) -> Unread | None:
    """Return what is said of a value that stands among other words, "done 11/24" or "41 of 934", with all it can be."""
    if any(one.about or one.counted == "spans" for one in facts):
        return None
    found = [value for one in facts if one.kind == told and _stands_apart(one, said) for value in one.values]
    found = [value for value in dict.fromkeys(found) if "?" not in value and (kind != "count" or value.isdecimal())]
    if not 1 <= len(found) <= MOST_OFFERED:
        return None
    return f"values.{kind}-within", {"first": found[0]}, tuple(Fix(text=value) for value in found)
