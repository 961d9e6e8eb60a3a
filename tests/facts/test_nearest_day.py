"""A day without a year is the one nearest to the day on which it was told."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from poa_app.facts.nearest_day import nearest_day


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(-180, 180))
def test_a_day_within_half_a_year_is_found_again(near: date, away: int) -> None:
    day = near + timedelta(days=away)
    if (day.month, day.day) != (2, 29):
        assert nearest_day(day.month, day.day, near) == day


def test_a_day_no_year_nearby_has_is_none() -> None:
    assert nearest_day(2, 30, date(2026, 11, 1)) is None
    assert nearest_day(2, 29, date(2026, 11, 1)) is None
    assert nearest_day(2, 29, date(2027, 11, 1)) == date(2028, 2, 29)
