"""Times of day and zones are read as people write them, and nothing else is."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from poa_app.model.time_parsing import clock_time, time_of, zone_name, zone_of
from tests.each import for_each


@for_each(
    ("said", "meant"),
    [
        ("23:59", time(23, 59)),
        (" 9:05 ", time(9, 5)),
        ("09.05", time(9, 5)),
        ("9：12", time(9, 12)),
        ("0915", time(9, 15)),
        ("3pm", time(15)),
        ("3:30 p.m.", time(15, 30)),
        ("9:15\u202fAM", time(9, 15)),
        ("12 am", time(0)),
        ("12 PM", time(12)),
        ("noon", time(12)),
        ("15h", time(15)),
        ("15h30", time(15, 30)),
        ("上午9:12", time(9, 12)),
        ("下午3点", time(15)),
        ("下午三点半", time(15, 30)),
        ("21点", time(21)),
        ("9点12分", time(9, 12)),
        ("晚上８点", time(20)),
        ("中午12点", time(12)),
        ("凌晨2点", time(2)),
    ],
)
def test_a_time_of_day_is_read(said: str, meant: time) -> None:
    assert time_of(said) == meant
    assert clock_time(said) == f"{meant:%H:%M}"


@for_each(
    "said",
    [
        None,
        "",
        " ",
        "3",
        "24:00",
        "12:60",
        "13 pm",
        "0 am",
        "midnight",
        "晚上12点",
        "下午",
        "3:3",
        "٣:٠٠",
        "9:15 PM PST",
    ],
)
def test_what_is_no_one_time_of_day_is_none(said: str | None) -> None:
    assert time_of(said) is None
    assert clock_time(said) == said


@for_each(
    ("said", "name"),
    [
        (" Asia/Shanghai ", "Asia/Shanghai"),
        ("america/los_angeles", "America/Los_Angeles"),
        ("PST", "America/Los_Angeles"),
        ("pdt", "America/Los_Angeles"),
        ("Pacific Time (US & Canada)", "America/Los_Angeles"),
        ("美西时间", "America/Los_Angeles"),
        ("太平洋时间", "America/Los_Angeles"),
        ("EST", "America/New_York"),
        ("北京时间", "Asia/Shanghai"),
        ("Beijing", "Asia/Shanghai"),
        ("UTC+8", "Asia/Shanghai"),
        ("东八区", "Asia/Shanghai"),
        ("(UTC+08:00) Beijing", "Asia/Shanghai"),
        ("CET", "Europe/Berlin"),
        ("BST", "Europe/London"),
        ("UK time", "Europe/London"),
        ("GMT", "UTC"),
    ],
)
def test_a_zone_is_found_by_what_people_call_it(said: str, name: str) -> None:
    zone = zone_of(said)
    assert zone
    assert zone.key == name
    assert zone_name(said) == name


def test_an_offset_is_kept_as_typed_for_the_database_writes_it_the_other_way_round() -> None:
    zone = zone_of("UTC-7")
    assert zone
    assert zone.utcoffset(datetime(2026, 7, 1, tzinfo=UTC)) == timedelta(hours=-7)
    assert zone_name("UTC-7") == "UTC-7"


@for_each(
    "said", [None, "", "CST", "IST", "当地时间", "../etc/passwd", "/etc/localtime", "Asia", "UTC+99", "x" * 1_000_000]
)
def test_what_is_no_one_zone_is_none(said: str | None) -> None:
    assert zone_of(said) is None
    assert zone_name(said) == said


@given(st.one_of(st.text(max_size=30), st.times().map(str)))
def test_reading_twice_changes_nothing(said: str) -> None:
    for read in (clock_time, zone_name):
        assert read(read(said)) == read(said)
