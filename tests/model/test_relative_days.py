"""A day told by its distance means the days it can mean, seen from the notice."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from poa_app.model.relative_days import LONGEST, relative_days
from tests.each import for_each

NOTICE = date(2026, 11, 12)
"""A Thursday."""
TODAY = date(2026, 11, 18)
"""The Wednesday after it."""


def _days(text: str, notice: date | None = NOTICE) -> list[str]:
    return [one.isoformat() for one in relative_days(text, notice, TODAY)]


@for_each(
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
        ("大前天", ["2026-11-15"]),
        ("昨天下午", ["2026-11-17"]),
        ("day before yesterday", ["2026-11-16"]),
        ("yesterday evening", ["2026-11-17"]),
        ("3 days ago", ["2026-11-15"]),
        ("two weeks ago", ["2026-11-04"]),
        ("三天前", ["2026-11-15"]),
        ("10天前", ["2026-11-08"]),
        ("两周前", ["2026-11-04"]),
        ("上上周三", ["2026-10-28"]),
        ("上月15号", ["2026-10-15"]),
        ("上个月31号", ["2026-10-31"]),
        ("本月3号", ["2026-11-03"]),
        ("去年12月5日", ["2025-12-05"]),
        ("今年11月3日", ["2026-11-03"]),
    ],
)
def test_a_day_told_by_its_distance_is_read_from_the_notice(text: str, days: list[str]) -> None:
    assert _days(text) == days


def test_without_a_notice_it_is_read_from_today() -> None:
    assert _days("周三", None) == ["2026-11-18"]
    assert _days("Friday", None) == ["2026-11-13"]


@for_each(
    "text",
    [
        "",
        "soon",
        "every Wednesday",
        "周八",
        "40号",
        "本月31号",
        "去年2月29日",
        "去年13月5日",
        "今年0月5日",
        "some days ago",
        "900天前",
        "Wednesday and Friday",
        "w" * 99,
    ],
)
def test_other_words_tell_no_day(text: str) -> None:
    assert _days(text) == []


@given(st.text(max_size=LONGEST + 5), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_any_text_is_read_without_a_fault(text: str, notice: date) -> None:
    assert all(isinstance(day, date) for day in relative_days(text, notice, notice + timedelta(days=5)))
