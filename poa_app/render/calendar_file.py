"""A calendar file (iCalendar, RFC 5545) that every calendar program takes in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

PRODUCT = "-//POA app//EN"


@dataclass(frozen=True)
class CalendarEvent:
    """One entry of a calendar.

    Attributes:
        uid: by which a calendar knows it again and moves it instead of adding a second one.
        title: what it says.
        start: its moment with its zone, or a whole day.
        reminders: how long before its start it reminds.
    """

    uid: str
    title: str
    start: datetime | date
    reminders: tuple[timedelta, ...] = ()


def calendar_file(events: Iterable[CalendarEvent], stamp: datetime) -> bytes:
    """Return a calendar file; a moment keeps its zone, one at a mere distance from UTC is written in UTC.

    Args:
        events: at least one.
        stamp: when the file was made, which the format asks for.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    days = []
    for one in events:
        calendar.add_component(_event(one, stamp))
        if isinstance(one.start, datetime) and isinstance(one.start.tzinfo, ZoneInfo):
            days.append(one.start.date())
    if days:  # a whole day has no zone, so that no old invoice brings in the summer times of decades
        year = timedelta(days=366)
        calendar.add_missing_timezones(min(days) - year, max(days) + year)
    return bytes(calendar.to_ical())


def _event(one: CalendarEvent, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", stamp)
    event.add("summary", one.title)
    if isinstance(one.start, datetime):
        start = one.start if isinstance(one.start.tzinfo, ZoneInfo) else one.start.astimezone(UTC)
        event.add("dtstart", start)
    else:
        event.add("dtstart", one.start)
        event.add("dtend", one.start + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    for before in one.reminders:
        event.add_component(_alarm(one, before))
    return event


def _alarm(one: CalendarEvent, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", one.title)
    alarm.add("trigger", -before)
    return alarm
