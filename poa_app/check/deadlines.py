"""When an answer is due: read from the typed day, the notice's own words and its arrival; the earliest reading wins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, tzinfo
from typing import Literal
from zoneinfo import ZoneInfo

from poa_app.facts.allowances import Allowance, allowances
from poa_app.facts.tokens import ANY_DAY, ANY_YEAR, tokens
from poa_app.knowledge import Knowledge
from poa_app.model.case import Case
from poa_app.model.days import days_of
from poa_app.model.text import is_blank
from poa_app.model.time_parsing import time_of, zone_of

Assumed = Literal["hour", "zone", "year", "order"]
"""What neither the notice nor the manager gave, so that the earliest reading had to be taken.

``order``: a day in numbers can be read with its month first or its day first.
"""

LAST_MINUTE = time(23, 59)


@dataclass(frozen=True)
class DueMoment:
    """One reading of when the answer is due.

    Attributes:
        at: the moment, in the zone it was read in.
        path: the field it was read from: ``/deadline/due`` or ``/deadline/words``.
        assumed: what was not given.
        latest: the last moment that what was given can mean, where something had to be assumed.
    """

    at: datetime
    path: str
    assumed: tuple[Assumed, ...] = ()
    latest: datetime | None = None


def due_moment(case: Case, known: Knowledge) -> DueMoment | None:
    """Return the earliest reading of a case's deadline; None where nothing was entered or nothing can be read."""
    readings = tuple(_moments(case, known))
    first = min(readings, key=_in_utc, default=None)
    if first is None or not first.assumed:
        return first
    latest = max((one for one in readings if one.path == first.path), key=_in_utc).at
    return replace(first, latest=latest) if latest.astimezone(UTC) > _in_utc(first) else first


def _in_utc(moment: DueMoment) -> datetime:
    return moment.at.astimezone(UTC)


def is_unread(case: Case, known: Knowledge) -> bool:
    """Whether a deadline was entered of which no moment can be read."""
    entered = not (is_blank(case.deadline.due) and is_blank(case.deadline.words))
    return entered and due_moment(case, known) is None


def wants_arrival(case: Case) -> bool:
    """Whether the time allowed counts from the arrival of a notice whose day nobody has entered yet."""
    entered = f"{case.deadline.words or ''}\n{case.deadline.due or ''}"
    return is_blank(case.notice.received) and any(True for _ in allowances(entered))


def days_of_words(case: Case, known: Knowledge) -> tuple[date, ...]:
    """Return every day on which the time a notice allows can end, by its words and its arrival, in order."""
    words = case.deadline.words
    found = () if is_blank(words) else _from_words(case, words or "", "/deadline/words", known)
    return tuple(sorted({one.at.date() for one in found}))


def _moments(case: Case, known: Knowledge) -> Iterator[DueMoment]:
    due = case.deadline.due
    if isinstance(due, date):
        yield from _on_day(case, due, "/deadline/due", (), known)
    elif not is_blank(due):
        yield from _from_words(case, str(due), "/deadline/due", known)
    if not is_blank(case.deadline.words):
        yield from _from_words(case, case.deadline.words or "", "/deadline/words", known)


def _from_words(case: Case, words: str, path: str, known: Knowledge) -> Iterator[DueMoment]:
    arrivals = tuple(_arrivals(case))
    for allowance in allowances(words):
        for received, assumed in arrivals:
            yield from _after_arrival(case, received, assumed, allowance, path, known)
    for named in _named_days(words, arrivals[0][0] if len(arrivals) == 1 else None):
        yield from _on_day(case, named[0], path, named[1], known, is_named=True)


def _arrivals(case: Case) -> Iterator[tuple[date, tuple[Assumed, ...]]]:
    """Yield every day on which the notice can have arrived: several where the one typed can be read in two orders."""
    received = case.notice.received
    if isinstance(received, date):
        yield received, ()
    elif not is_blank(received):
        readings = days_of(str(received)).all
        yield from ((day, ("order",) if len(readings) > 1 else ()) for day in readings)


def _after_arrival(
    case: Case, received: date, unsure: tuple[Assumed, ...], allowance: Allowance, path: str, known: Knowledge
) -> Iterator[DueMoment]:
    """Count from the minute of arrival; from the first minute of its day where no hour was given."""
    if not _is_usable(received):
        return
    hour = time_of(case.notice.received_time)
    assumed: tuple[Assumed, ...] = unsure if hour else (*unsure, "hour")
    zones, by_guess = _zones(case, case.notice.zone, known)
    for zone in zones:
        arrived = datetime.combine(received, hour or time(0), zone)
        yield DueMoment(allowance.end(arrived), path, (*assumed, *by_guess))


def _on_day(
    case: Case, day: date, path: str, assumed: tuple[Assumed, ...], known: Knowledge, is_named: bool = False
) -> Iterator[DueMoment]:
    """Read a day as a moment: at its own time, at the notice's hour of arrival, or at its last minute.

    A day that words name lasts to its end. A typed day without words may have been counted in hours from the arrival,
    so the hour of arrival is its earliest reading.
    """
    if not _is_usable(day):
        return
    own = time_of(case.deadline.time)
    arrival = None if is_named or not is_blank(case.deadline.words) else time_of(case.notice.received_time)
    if own is None and (arrival or not is_blank(case.deadline.time)):
        assumed = (*assumed, "hour")
    zone = case.notice.zone if is_blank(case.deadline.zone) else case.deadline.zone
    zones, by_guess = _zones(case, zone, known)
    for own_zone in zones:
        yield DueMoment(datetime.combine(day, own or arrival or LAST_MINUTE, own_zone), path, (*assumed, *by_guess))


def _zones(case: Case, given: str | None, known: Knowledge) -> tuple[tuple[tzinfo, ...], tuple[Assumed, ...]]:
    """Return the zones a time may be meant in: the given one, else those of the case's sites, else of any site."""
    own = None if is_blank(given) else zone_of(given)
    if own:
        return (own,), ()
    sites = [known.marketplaces[code] for code in case.marketplaces if code in known.marketplaces]
    names = dict.fromkeys(site.zone for site in sites or known.marketplaces.values())
    return tuple(map(ZoneInfo, names)), () if len(names) == 1 and is_blank(given) else ("zone",)


def _named_days(words: str, received: date | None) -> Iterator[tuple[date, tuple[Assumed, ...]]]:
    """Yield the days that words name; one without a year is the next of its kind after the arrival."""
    dates = [token for token in tokens(_western(words)) if token.kind == "date"]
    for value, order in [(value, len(token.values) > 1) for token in dates for value in token.values]:
        year, month, day = value.split("-")
        if day == ANY_DAY:
            continue
        if year != ANY_YEAR:
            found = _day(int(year), int(month), int(day))
        elif received:
            same = [_day(received.year + later, int(month), int(day)) for later in (0, 1)]
            found = next((one for one in same if one and one >= received), None)
        else:
            found = None
        if found:
            unsure: tuple[Assumed, ...] = ("year",) if year == ANY_YEAR else ()
            yield found, (*unsure, "order") if order else unsure


_CHINESE_DAY = re.compile(r"(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _western(words: str) -> str:
    """Return the words with days such as 11月27日 as 27 November, the way they are read."""

    def english(found: re.Match[str]) -> str:
        month = int(found[2])
        name = _MONTHS[month - 1] if 1 <= month <= len(_MONTHS) else ""
        return f" {int(found[3])} {name} {found[1] or ''} "

    return _CHINESE_DAY.sub(english, words)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_usable(day: date) -> bool:
    """Whether a day has a moment in every zone, also some months later: not at the edges of the calendar."""
    return MINYEAR + 1 < day.year < MAXYEAR - 2
