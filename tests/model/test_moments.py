"""A time typed with its zone, or a day with both, goes to the fields of each; nothing typed is lost."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.model.facts import Deadline, Notice
from poa_app.model.moments import time_in_zone


@pytest.mark.parametrize(
    ("typed", "hour", "zone"),
    [
        ("9:15 PM PST", "21:15", "America/Los_Angeles"),
        ("9 am (UK time)", "09:00", "Europe/London"),
        ("北京时间晚上8点半", "20:30", "Asia/Shanghai"),
        ("17:00 UTC-7", "17:00", "UTC-7"),
    ],
)
def test_a_zone_goes_to_its_own_field(typed: str, hour: str, zone: str) -> None:
    notice = Notice(received_time=typed)
    assert (notice.received_time, notice.zone) == (hour, zone)
    assert Notice(received_time=typed, zone=zone).received_time == hour


@pytest.mark.parametrize("typed", ["8:30 PM CST", "9:15", "9:15 PM XYZ", "soon PST", "PST"])
def test_what_names_no_one_zone_stays_as_it_is(typed: str) -> None:
    assert time_in_zone(typed) is None
    assert Notice(received_time=typed).zone is None


def test_another_zone_in_its_field_is_not_overwritten() -> None:
    notice = Notice(received_time="9:15 PM PST", zone="Asia/Shanghai")
    assert (notice.received_time, notice.zone) == ("9:15 PM PST", "Asia/Shanghai")


def test_a_day_with_its_time_goes_to_three_fields() -> None:
    notice = Notice.model_validate({"received": "Nov 24, 2026 9:15 AM PST"})
    assert (notice.received, notice.received_time, notice.zone) == (date(2026, 11, 24), "09:15", "America/Los_Angeles")
    due = Deadline.model_validate({"due": "2026年11月28日下午5点"})
    assert (due.due, due.time, due.zone) == (date(2026, 11, 28), "17:00", None)


@pytest.mark.parametrize("typed", ["11/12/2026 9:15 am", "Wed, Nov 24, 2026 9:15 am", "Nov 24, 2026 9:15 PM CST"])
def test_a_day_that_must_be_asked_about_keeps_its_time(typed: str) -> None:
    notice = Notice.model_validate({"received": typed})
    assert (notice.received, notice.received_time) == (typed, None)


def test_a_time_that_stands_is_not_overwritten() -> None:
    notice = Notice.model_validate({"received": "Nov 24, 2026 9:15 AM", "received_time": "14:00"})
    assert (notice.received, notice.received_time) == ("Nov 24, 2026 9:15 AM", "14:00")


@settings(deadline=None, max_examples=200, derandomize=True)
@given(st.text(max_size=70))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    assert Notice(received_time=text).received_time is not None
    assert Notice.model_validate({"received": text}).received is not None
