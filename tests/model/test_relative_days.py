"""A day told by its distance means the days it can mean, seen from the notice."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poa_app.model.relative_days import LONGEST, relative_days

NOTICE = date(2026, 11, 12)
"""A Thursday."""
TODAY = date(2026, 11, 18)
"""The Wednesday after it."""


def _days(text: str, notice: date | None = NOTICE) -> list[str]:
    return [one.isoformat() for one in relative_days(text, notice, TODAY)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("周三", ["2026-11-11", "2026-11-18"]),
        ("星期四", ["2026-11-12"]),
        ("礼拜天", ["2026-11-08", "2026-11-15"]),
        ("Wednesday", ["2026-11-11", "2026-11-18"]),
        ("on Wed.", ["2026-11-11", "2026-11-18"]),
        ("Thurs", ["2026-11-12"]),
        ("上周五", ["2026-11-06"]),
        ("上个星期五", ["2026-11-06"]),
        ("last Friday", ["2026-11-06"]),
        ("本周一", ["2026-11-09"]),
        ("下周二", ["2026-11-17"]),
        ("昨天", ["2026-11-17"]),
        ("Yesterday", ["2026-11-17"]),
        ("前天", ["2026-11-16"]),
        ("今天", ["2026-11-18"]),
        ("3号", ["2026-11-03"]),
        ("15号", ["2026-10-15", "2026-11-15"]),
        ("the 3rd", ["2026-11-03"]),
        ("31日", ["2026-10-31"]),
        ("\uff13号", ["2026-11-03"]),
    ],
)
def test_a_day_told_by_its_distance_is_read_from_the_notice(text: str, days: list[str]) -> None:
    assert _days(text) == days


def test_without_a_notice_it_is_read_from_today() -> None:
    assert _days("周三", None) == ["2026-11-18"]
    assert _days("Friday", None) == ["2026-11-13"]


@pytest.mark.parametrize("text", ["", "soon", "every Wednesday", "周八", "40号", "Wednesday and Friday", "w" * 99])
def test_other_words_tell_no_day(text: str) -> None:
    assert _days(text) == []


@given(st.text(max_size=LONGEST + 5), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_any_text_is_read_without_a_fault(text: str, notice: date) -> None:
    assert all(isinstance(day, date) for day in relative_days(text, notice, notice + timedelta(days=5)))
