from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.facts.allowances import Allowance, allowances
from tests.each import for_each


@for_each(
    ("words", "amount", "unit"),
    [
        ("within 72 hours", 72, "hours"),
        ("You have 72 hrs to respond", 72, "hours"),
        ("72h", 72, "hours"),
        ("a 24-hour window", 24, "hours"),
        ("seventy-two (72) hours from this message", 72, "hours"),
        ("48 Hours", 48, "hours"),
        ("72小时内", 72, "hours"),
        ("请在７２小时内回复", 72, "hours"),
        ("48 個小時", 48, "hours"),
        ("innerhalb von 72 Stunden", 72, "hours"),
        ("within 17 days of this notice", 17, "days"),
        ("in three days", 3, "days"),
        ("within three (3) calendar days", 3, "days"),
        ("within a week", 7, "days"),
        ("two weeks from today", 14, "days"),
        ("3天内", 3, "days"),
        ("三天", 3, "days"),
        ("两周内", 14, "days"),
        ("17日以内", 17, "days"),
        ("90 days", 90, "days"),
        ("sous 7 jours", 7, "days"),
        ("within 3 business days", 3, "business-days"),
        ("five working days", 5, "business-days"),
        ("the next business day", 1, "business-days"),
        ("3个工作日内", 3, "business-days"),
        ("innerhalb von 5 Werktagen", 5, "business-days"),
    ],
)
def test_words_are_read_as_an_amount_of_time(words: str, amount: int, unit: str) -> None:
    assert list(allowances(words)) == [Allowance(amount, unit)]


@for_each(
    "words",
    ["", "as soon as possible", "by November 30", "11月27日", "within the last 30 days", "过去30天", "soon", "0 hours",
     "9000 days", "2026-11-27", "case 72", "a seller today"],
)  # fmt: skip
def test_words_without_an_amount_of_time_allow_none(words: str) -> None:
    assert list(allowances(words)) == []


def test_every_amount_of_a_sentence_is_read_once() -> None:
    assert set(allowances("within 72 hours, at the latest 5 business days or 7 days")) == {
        Allowance(72, "hours"),
        Allowance(5, "business-days"),
        Allowance(7, "days"),
    }


PACIFIC = ZoneInfo("America/Los_Angeles")


def test_hours_run_to_the_minute() -> None:
    assert Allowance(72, "hours").end(datetime(2026, 11, 23, 9, 15, tzinfo=PACIFIC)) == datetime(
        2026, 11, 26, 9, 15, tzinfo=PACIFIC
    )


@pytest.mark.parametrize(("day", "hours"), [(7, 71), (31, 72)])
def test_days_over_a_change_of_clocks_take_the_earlier_reading(day: int, hours: int) -> None:
    """On 8 March 2026 a day in Los Angeles has 23 hours."""
    arrived = datetime(2026, 3, day, 9, 0, tzinfo=PACIFIC)
    left = Allowance(3, "days").end(arrived).astimezone(UTC) - arrived.astimezone(UTC)
    assert left == timedelta(hours=hours)


def test_business_days_leave_out_saturday_and_sunday() -> None:
    friday = datetime(2026, 11, 20, 16, 0, tzinfo=PACIFIC)
    assert Allowance(3, "business-days").end(friday) == datetime(2026, 11, 25, 16, 0, tzinfo=PACIFIC)


@settings(deadline=None, max_examples=300, derandomize=True)
@given(st.text(max_size=60))
def test_nothing_typed_breaks_the_reading(words: str) -> None:
    assert all(0 < one.amount <= 24 * 400 for one in allowances(words))
