"""A day is read in every form people type it in, and only where it can mean one day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.model.days import LONGEST, day_of, days_of
from tests.each import for_each

FORMS = [
    "{y}-{m}-{d}",
    "{y}/{m}/{d}",
    "{y}.{m}.{d}",
    "{y}{m:02}{d:02}",
    "{y}年{m}月{d}日",
    "{y} 年 {m} 月 {d} 号",
    "{y}年{m}月{d}日（周{zh}）",
    "{d} {month} {y}",
    "{month} {d}, {y}",
    "{month} {d} {y}",
    "{short}. {d}, {y}",
    "{d:02}-{short}-{y}",
    "the {d}th of {month}, {y}",
    "{weekday}, {month} {d}, {y}",
    "{y}/{m}/{d} 0:00",
    "{y}-{m:02}-{d:02}T00:00:00Z",
]
DAYS = st.dates(date(1995, 1, 1), date(2199, 12, 31))


def _typed(form: str, day: date) -> str:
    weekday = {"weekday": day.strftime("%A"), "zh": "一二三四五六日"[day.weekday()]}
    return form.format(
        y=day.year, m=day.month, d=day.day, month=day.strftime("%B"), short=day.strftime("%b"), **weekday
    )


@given(day=DAYS, form=st.sampled_from(FORMS), change=st.sampled_from([str, str.upper, str.lower]))
@settings(deadline=None, max_examples=400, derandomize=True)
def test_a_day_is_read_back_from_every_form(day: date, form: str, change: type[str]) -> None:
    assert day_of(change(_typed(form, day))) == day


@given(day=DAYS, form=st.sampled_from(FORMS), space=st.sampled_from("\u00a0\u2009\u202f\u3000\t"))
@settings(deadline=None, max_examples=200, derandomize=True)
def test_every_space_and_width_is_read(day: date, form: str, space: str) -> None:
    wide = {ord("0") + digit: ord("０") + digit for digit in range(10)} | {ord("/"): "／", ord("-"): "–"}
    assert day_of(_typed(form, day).replace(" ", space).translate(wide)) == day


@given(day=DAYS, mark=st.sampled_from("/.-"))
@settings(deadline=None, max_examples=200, derandomize=True)
def test_a_day_before_the_year_in_numbers_is_read_only_where_it_means_one_day(day: date, mark: str) -> None:
    typed = f"{day.day}{mark}{day.month}{mark}{day.year}"
    found = days_of(typed).all
    assert day in found
    assert (len(found) == 1) == (day.day > 12 or day.day == day.month)
    assert day_of(typed) == (day if len(found) == 1 else None)


@for_each(
    ("typed", "days"),
    [
        ("11/09/2026", [date(2026, 9, 11), date(2026, 11, 9)]),
        ("24/11/2026", [date(2026, 11, 24)]),
        ("11/24/2026", [date(2026, 11, 24)]),
        ("11/11/2026", [date(2026, 11, 11)]),
        ("11/24/26", [date(2026, 11, 24)]),
        ("24-Nov-26", [date(2024, 11, 26), date(2026, 11, 24)]),
        ("26年11月9日", [date(2026, 11, 9)]),
        ("二〇二六年十一月二十四日", [date(2026, 11, 24)]),
        ("9Nov2026", [date(2026, 11, 9)]),
        ("2206-01-01", [date(2206, 1, 1)]),
    ],
)
def test_every_day_a_text_can_mean_is_named(typed: str, days: list[date]) -> None:
    assert list(days_of(typed).all) == days


@for_each(
    ("typed", "days"),
    [("11月3日", [(11, 3)]), ("11月9号", [(11, 9)]), ("11/24", [(11, 24)]), ("Nov 24", [(11, 24)]),
     ("11/9", [(11, 9), (9, 11)]), ("2月29日", [(2, 29)])],
)  # fmt: skip
def test_a_day_without_a_year_is_none_yet(typed: str, days: list[tuple[int, int]]) -> None:
    assert list(days_of(typed).yearless) == days
    assert day_of(typed) is None


@pytest.mark.parametrize("typed", ["Nov. 24, 2026 9:15 am", "2026-11-24 09:15", "2026年11月24日上午9点"])
def test_a_time_beside_a_day_is_not_dropped(typed: str) -> None:
    assert days_of(typed).all == (date(2026, 11, 24),)
    assert day_of(typed) is None


@for_each(
    "typed",
    ["", "may", "second", "12", "41", "100%", "1,102", "B0EXMPLG01", "within 72 hours", "2026-02-30", "31/31/2026",
     "3号", "周三", "yesterday", "Nov 2026", "2026-11", "11-09-2026-1", "1/2/3", "0000-00-00", "2026-1-1-1"],
)  # fmt: skip
def test_what_is_no_day_is_none(typed: str) -> None:
    assert day_of(typed) is None


@given(st.text(st.sampled_from("0123456789/-. 年月日号十一Nov,th:"), max_size=LONGEST))
@settings(deadline=None, max_examples=400, derandomize=True)
def test_any_text_is_read_without_a_fault(typed: str) -> None:
    found = days_of(typed)
    assert list(found.all) == sorted(set(found.all))


def test_a_day_is_read_in_no_time(within: Callable[[float, Callable[[], object]], None]) -> None:
    def read() -> None:
        for number in range(1_000):
            day_of(f"2026年11月{number % 30 + 1}日 {number}")
        day_of("1" * 1_000_000)

    within(1, read)


@pytest.mark.parametrize(
    "typed", ["Wed, Nov 24, 2026", "Nov 24, 2026 (Wed)", "2026年11月24日（周三）", "11/24/2026 Wed"]
)
def test_a_day_beside_another_weekday_is_not_read(typed: str) -> None:
    assert days_of(typed).all == (date(2026, 11, 24),)
    assert day_of(typed) is None


@pytest.mark.parametrize("typed", ["11/12/2026 (Thu)", "Thursday 11/12/2026", "11/12/2026 周四"])
def test_a_weekday_tells_which_of_two_days_is_meant(typed: str) -> None:
    assert day_of(typed) == date(2026, 11, 12)


@pytest.mark.parametrize("typed", ["Nov 24-26", "November 3 - 26", "Nov. 24–26", "Nov 24/26"])
def test_a_range_within_a_month_is_no_year(typed: str) -> None:
    assert days_of(typed).all == ()
