"""A calendar file holds what calendars need, and nothing by which a line could be broken."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from poa_app.render.calendar_file import PRODUCT, CalendarEvent, calendar_file

STAMP = datetime(2026, 12, 1, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


def _file(*starts: datetime | date, title: str = "Answer due") -> bytes:
    events = [CalendarEvent(f"{number}@x", title, start) for number, start in enumerate(starts)]
    return calendar_file(events, STAMP)


def test_a_moment_keeps_its_zone_and_the_zone_comes_with_it() -> None:
    read = Calendar.from_ical(_file(datetime(2027, 3, 28, 9, 0, tzinfo=BERLIN)))
    (event,) = read.walk("VEVENT")
    assert event["dtstart"].params["TZID"] == "Europe/Berlin"
    assert event.decoded("dtstart") == datetime(2027, 3, 28, 7, 0, tzinfo=UTC)
    assert [str(zone["tzid"]) for zone in read.walk("VTIMEZONE")] == ["Europe/Berlin"]


def test_a_mere_distance_from_utc_is_written_in_utc() -> None:
    content = _file(datetime(2026, 12, 3, 9, 15, tzinfo=timezone(timedelta(hours=-8))))
    assert b"DTSTART:20261203T171500Z" in content
    assert b"VTIMEZONE" not in content


def test_a_day_is_a_whole_day() -> None:
    assert b"DTSTART;VALUE=DATE:20261203\r\nDTEND;VALUE=DATE:20261204" in _file(date(2026, 12, 3))


def test_a_file_has_the_head_the_format_asks_for() -> None:
    read = Calendar.from_ical(_file(date(2026, 12, 3)))
    assert (str(read["version"]), str(read["prodid"]), str(read["method"])) == ("2.0", PRODUCT, "PUBLISH")
    (event,) = read.walk("VEVENT")
    assert event.decoded("dtstamp") == STAMP


@pytest.mark.parametrize("title", ["a\r\nEND:VEVENT\r\nBEGIN:VEVENT", "a;b,c\\d", "答复截止：" * 40])
def test_no_title_breaks_out_of_its_line(title: str) -> None:
    content = _file(date(2026, 12, 3), title=title)
    assert max(map(len, content.split(b"\r\n"))) <= 75
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert str(event["summary"]).replace("\r\n", "\n") == title.replace("\r\n", "\n")
