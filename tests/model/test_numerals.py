"""Counts and rates are read as Amazon, Excel and people write them, and only where they mean one number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.model.numerals import count_of, is_about, numbers_of, rate_of


@given(st.integers(0, 10**12 - 1), st.sampled_from(["{}", "{:,}", "{}单", "{:,} 件", "{} orders", "{:,} units"]))
@settings(deadline=None, max_examples=300, derandomize=True)
def test_a_count_is_read_back_from_every_form(count: int, form: str) -> None:
    assert count_of(form.format(count)) == count


@given(st.integers(0, 10**12 - 1), st.sampled_from(" \u00a0\u2009\u202f'’"))
@settings(deadline=None, max_examples=200, derandomize=True)
def test_thousands_may_stand_apart(count: int, mark: str) -> None:
    wide = {ord("0") + digit: ord("０") + digit for digit in range(10)}
    assert count_of(f"{count:,}".replace(",", mark)) == count
    assert count_of(f"{count:,}".translate(wide | {ord(","): "，"})) == count


@pytest.mark.parametrize(
    "typed",
    ["", "-3", "4.0", "1e3", "four", "1,41", "14,12", "41 of 418", "1.412", "2 cartons", "200箱", "5%", "1,2,3",
     "9" * 13, "约850件", "850多件", "200+", "about 40", "9" * 1_000_000],
)  # fmt: skip
def test_what_is_not_one_exact_count_is_none(typed: str) -> None:
    assert count_of(typed) is None


@pytest.mark.parametrize(
    ("typed", "rate"),
    [
        ("3.38%", "3.38"), ("3.38 percent", "3.38"), ("３．３８％", "3.38"), ("1,72 %", "1.72"), ("1，72％", "1.72"),
        ("0,875", "0.875"), (".5", "0.5"), ("4", "4"), ("4.00", "4.00"), ("1,412.5", "1412.5"), ("1.412,5", "1412.5"),
        ("百分之3.38", "3.38"), ("1.412", "1.412"), ("3。38", "3.38"),
    ],
)  # fmt: skip
def test_a_rate_keeps_its_places(typed: str, rate: str) -> None:
    read = rate_of(typed)
    assert read is not None
    assert read.as_tuple() == Decimal(rate).as_tuple()


@pytest.mark.parametrize("typed", ["", "1,412", "5.79%%", "-1", "<4%", "about 4", "1e3", "under 4", "4%-5%"])
def test_what_is_not_one_exact_rate_is_none(typed: str) -> None:
    assert rate_of(typed) is None


def test_a_number_of_two_readings_names_both() -> None:
    assert numbers_of("1.412") == (Decimal(1412), Decimal("1.412"))
    assert numbers_of("1,412 %") == (Decimal(1412), Decimal("1.412"))
    assert numbers_of("1,41") == ()


@pytest.mark.parametrize(
    "typed", ["约850件", "大约40", "about 40", "~40", "200+", "850多件", "40左右", "at least 9", "<4%"]
)
def test_an_estimate_is_told_from_a_count(typed: str) -> None:
    assert is_about(typed)


@pytest.mark.parametrize("typed", ["850件", "40", "19 orders", "many", ""])
def test_a_count_is_no_estimate(typed: str) -> None:
    assert not is_about(typed)
