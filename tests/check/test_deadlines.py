"""When an answer is due: the earliest reading of a typed day, the notice's words and its arrival."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from poa_app.check.deadlines import DueMoment, due_moment, is_unread
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from tests.each import for_each

PACIFIC, BERLIN, BEIJING = map(ZoneInfo, ("America/Los_Angeles", "Europe/Berlin", "Asia/Shanghai"))


def case(notice: dict[str, Any] | None = None, sites: tuple[str, ...] = ("US",), **deadline: Any) -> Case:
    return Case.model_validate({"notice": notice or {}, "deadline": deadline, "marketplaces": sites})


def due(*args: Any, **more: Any) -> DueMoment:
    found = due_moment(case(*args, **more), knowledge())
    assert found
    return found


ARRIVED = {"received": "2026-11-23", "received_time": "09:15", "zone": "America/Los_Angeles"}


@for_each("words", ["within 72 hours", "72小时内", "within 3 days", "within three (3) days"])
def test_words_run_from_the_minute_of_arrival(words: str) -> None:
    found = due(ARRIVED, words=words)
    assert found.at == datetime(2026, 11, 26, 9, 15, tzinfo=PACIFIC)
    assert found.assumed == ()


def test_the_words_win_over_a_later_typed_day() -> None:
    found = due(ARRIVED, words="within 72 hours", due="2026-11-26")
    assert (found.at, found.path) == (datetime(2026, 11, 26, 9, 15, tzinfo=PACIFIC), "/deadline/words")


def test_an_earlier_typed_moment_wins_over_the_words() -> None:
    found = due(ARRIVED, words="within 17 days", due="2026-11-27", time="12:00")
    assert (found.at, found.path) == (datetime(2026, 11, 27, 12, 0, tzinfo=PACIFIC), "/deadline/due")


def test_a_day_without_an_hour_ends_at_the_hour_of_arrival() -> None:
    found = due(ARRIVED, due="2026-11-26")
    assert (found.at, found.assumed) == (datetime(2026, 11, 26, 9, 15, tzinfo=PACIFIC), ("hour",))


def test_a_day_without_any_hour_lasts_to_its_end() -> None:
    assert due({}, due="2026-11-26").at == datetime(2026, 11, 26, 23, 59, tzinfo=PACIFIC)


def test_an_arrival_without_an_hour_counts_from_the_first_minute_of_its_day() -> None:
    found = due({"received": "2026-11-23", "zone": "Asia/Shanghai"}, words="72 hours")
    assert (found.at, found.assumed) == (datetime(2026, 11, 26, 0, 0, tzinfo=BEIJING), ("hour",))


@for_each(
    ("words", "day"),
    [
        ("by November 30, 2026", date(2026, 11, 30)),
        ("no later than 30 November", date(2026, 11, 30)),
        ("11月27日前", date(2026, 11, 27)),
        ("2026年12月1日", date(2026, 12, 1)),
        ("before January 5", date(2027, 1, 5)),
    ],
)
def test_a_day_that_words_name_lasts_to_its_end(words: str, day: date) -> None:
    assert due(ARRIVED, words=words).at == datetime(day.year, day.month, day.day, 23, 59, tzinfo=PACIFIC)


@for_each("typed", ["72小时内", "72 hours", "11月26日", "three days"])
def test_words_typed_as_the_due_date_are_read_too(typed: str) -> None:
    assert due(ARRIVED, due=typed).at.date() == date(2026, 11, 26)


@pytest.mark.parametrize("zone", [None, "", "Mars/Base"])
def test_without_a_zone_that_of_the_site_holds(zone: str | None) -> None:
    found = due({}, ("DE",), due="2026-11-26", time="12:00", zone=zone)
    assert found.at == datetime(2026, 11, 26, 12, 0, tzinfo=BERLIN)
    assert found.assumed == (("zone",) if zone == "Mars/Base" else ())


def test_of_several_sites_the_one_whose_day_ends_first_holds() -> None:
    found = due({}, ("US", "DE"), due="2026-11-26")
    assert (found.at.tzinfo, found.assumed) == (BERLIN, ("zone",))


def test_without_site_and_zone_the_earliest_zone_of_any_site_holds_and_is_named_as_assumed() -> None:
    found = due({}, (), due="2026-11-26", time="12:00")
    assert found.assumed == ("zone",)
    assert found.at <= datetime(2026, 11, 26, 12, 0, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert found.at.tzinfo is not UTC


@pytest.mark.parametrize("deadline", [{"words": "no later than 03/04/2027"}, {"due": "03/04/2027"}])
def test_a_day_in_numbers_runs_by_its_earlier_reading_and_says_so(deadline: dict[str, str]) -> None:
    found = due(ARRIVED, **deadline)
    assert found.at.date() == date(2027, 3, 4)
    assert "order" in found.assumed
    assert found.latest
    assert found.latest.date() == date(2027, 4, 3)


def test_an_arrival_that_can_be_read_two_ways_counts_from_the_earlier_day() -> None:
    found = due({"received": "03/04/2027", "received_time": "09:15"}, words="within 72 hours")
    assert (found.at.date(), found.assumed) == (date(2027, 3, 7), ("order",))
    assert found.latest == datetime(2027, 4, 6, 9, 15, tzinfo=PACIFIC)


def test_what_leaves_nothing_open_has_no_later_reading() -> None:
    assert due(ARRIVED, words="within 72 hours").latest is None


@for_each(
    ("notice", "deadline"),
    [
        (ARRIVED, {"due": "soon"}),
        (ARRIVED, {"words": "as soon as possible"}),
        ({}, {"words": "within 72 hours"}),
        ({}, {"due": "11月27日"}),
        ({}, {"due": "2026-02-30"}),
        (ARRIVED, {"due": "0001-01-01"}),
    ],
)
def test_what_cannot_be_read_is_known_as_such(notice: dict[str, Any], deadline: dict[str, Any]) -> None:
    assert is_unread(case(notice, **deadline), knowledge())


def test_nothing_entered_is_not_unread() -> None:
    assert not is_unread(case(ARRIVED), knowledge())
