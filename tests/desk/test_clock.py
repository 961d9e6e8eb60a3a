"""The time left: read from the notice's own day, time and zone, exact over a change of the clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.desk.clock import Clock, UnreadClock, clock
from poa_app.model.case import Case
from poa_app.model.facts import Deadline, Notice
from tests.each import for_each

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def _left(due: object = date(2026, 3, 3), now: datetime = NOW, notice_zone: str | None = None, **more: object) -> Clock:
    case = Case(
        deadline=Deadline.model_validate({"due": due, **more}),
        notice=Notice.model_validate({"zone": notice_zone}),
        marketplaces=("UK",),
    )
    found = clock(case, now)
    assert isinstance(found, Clock)
    return found


@pytest.mark.parametrize("due", [None, "", "  "])
def test_a_case_without_a_deadline_has_no_clock(due: str | None) -> None:
    assert clock(Case(deadline=Deadline.model_validate({"due": due})), NOW) is None


@for_each("due", ["soon", "2026-02-30", date.min, date.max])
def test_a_deadline_that_cannot_be_read_is_the_most_urgent_of_all(due: object) -> None:
    found = clock(Case(deadline=Deadline.model_validate({"due": due})), NOW)
    assert found == UnreadClock()
    assert (found.urgency, found.left) == ("unread", timedelta.min)


@for_each(
    ("words", "received", "wants"),
    [
        ("within 72 hours", None, True),
        ("72小时内", "", True),
        ("soon", None, False),
        ("within 72 hours", "no day", False),
    ],
)
def test_a_time_that_counts_from_the_notice_asks_for_its_date(words: str, received: str | None, wants: bool) -> None:
    case = Case(
        deadline=Deadline.model_validate({"words": words}), notice=Notice.model_validate({"received": received})
    )
    assert clock(case, NOW) == UnreadClock(wants_arrival=wants)


@for_each("time", [None, "", "  ", "24:00", "12:60", "25 pm"])
def test_a_day_without_a_time_ends_at_its_last_minute(time: str | None) -> None:
    assert _left(time=time).left == timedelta(hours=38, minutes=59)


@pytest.mark.parametrize(("time", "hours"), [("00:00", 15), ("9:00", 24), (" 23:00 ", 38)])
def test_a_time_is_taken_as_given(time: str, hours: int) -> None:
    assert _left(time=time).left == timedelta(hours=hours)


@for_each(
    ("zone", "hours"),
    [("Asia/Shanghai", 16), ("America/Los_Angeles", 32), ("UTC", 24), (" Europe/Berlin ", 23), (None, 24), ("  ", 24)],
)
def test_a_time_is_one_of_its_zone_else_of_the_site(zone: str | None, hours: int) -> None:
    assert _left(time="09:00", zone=zone).left == timedelta(hours=hours)


@for_each("zone", ["Mars/Base", "PST8", "America", "../../etc/passwd", "nowhere", "CST"])
def test_a_zone_nobody_knows_is_that_of_the_site_and_said_to_be_assumed(zone: str) -> None:
    found = _left(time="09:00", zone=zone)
    assert (found.left, found.assumed) == (timedelta(hours=24), ("zone",))


@pytest.mark.parametrize("own", [None, "", "  "])
def test_a_deadline_without_a_zone_takes_that_of_the_notice(own: str | None) -> None:
    assert _left(time="09:00", zone=own, notice_zone="Asia/Shanghai").left == timedelta(hours=16)


def test_the_deadlines_own_zone_goes_before_that_of_the_notice() -> None:
    assert _left(time="09:00", zone="UTC", notice_zone="Asia/Shanghai").left == timedelta(hours=24)


@settings(deadline=None, max_examples=200, derandomize=True)
@given(st.dates(), st.text(max_size=12), st.text(max_size=40) | st.text("./AsiaUTC_", max_size=20))
def test_nothing_typed_as_time_or_zone_stops_the_clock(due: date, time: str, zone: str) -> None:
    found = clock(Case(deadline=Deadline(due=due, time=time, zone=zone)), NOW)
    if isinstance(found, Clock):
        assert found.due.date() == due
        assert found.due.astimezone(ZoneInfo("Asia/Shanghai")) - NOW == found.left


@for_each("seen_from", ["America/Los_Angeles", "UTC", "Asia/Shanghai"])
@for_each(("day", "hours"), [(date(2026, 3, 8), 23), (date(2026, 11, 1), 25), (date(2026, 6, 1), 24)])
def test_the_day_the_clocks_change_is_as_long_as_it_is(seen_from: str, day: date, hours: int) -> None:
    zone = ZoneInfo("America/Los_Angeles")
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
    now = midnight.astimezone(ZoneInfo(seen_from))
    found = _left(day + timedelta(days=1), now=now, time="00:00", zone="America/Los_Angeles")
    assert found.left == timedelta(hours=hours)


SECOND = timedelta(seconds=1)


@for_each(
    ("left", "urgency"),
    [
        (timedelta(days=3), "calm"),
        (timedelta(hours=24), "calm"),
        (timedelta(hours=24) - SECOND, "soon"),
        (timedelta(hours=12), "soon"),
        (timedelta(hours=12) - SECOND, "now"),
        (timedelta(0), "now"),
        (-SECOND, "past"),
        (timedelta(days=-40), "past"),
    ],
)
def test_urgency_grows_under_24_hours_under_12_and_when_past(left: timedelta, urgency: str) -> None:
    due = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
    assert _left(time="09:00", now=due - left).urgency == urgency
