"""Counts and rates are read as Amazon, Excel and people write them, and only where they mean one number."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.model.numerals import count_of, is_about, numbers_of, rate_of
from tests.each import for_each


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


@for_each(
    "typed",
    ["", "-3", "4.0", "1e3", "a few", "1,41", "14,12", "41 of 418", "1.412", "2 cartons", "200箱", "5%", "1,2,3",
     "9" * 13, "约850件", "850多件", "200+", "about 40", "9" * 1_000_000],
)  # fmt: skip
def test_what_is_not_one_exact_count_is_none(typed: str) -> None:
    assert count_of(typed) is None


@for_each(
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


@for_each("typed", ["", "1,412", "5.79%%", "-1", "<4%", "about 4", "1e3", "under 4", "4%-5%"])
def test_what_is_not_one_exact_rate_is_none(typed: str) -> None:
    assert rate_of(typed) is None


def test_a_number_of_two_readings_names_both() -> None:
    assert numbers_of("1.412") == (Decimal(1412), Decimal("1.412"))
    assert numbers_of("1,412 %") == (Decimal(1412), Decimal("1.412"))
    assert numbers_of("1,41") == ()


@for_each("typed", ["约850件", "大约40", "about 40", "~40", "200+", "850多件", "40左右", "at least 9", "<4%"])
def test_an_estimate_is_told_from_a_count(typed: str) -> None:
    assert is_about(typed)


@for_each("typed", ["850件", "40", "19 orders", "many", ""])
def test_a_count_is_no_estimate(typed: str) -> None:
    assert not is_about(typed)


@for_each(
    ("typed", "count"),
    [("four", 4), ("Forty-one orders", 41), ("one hundred and two", 102), ("two thousand", 2000), ("四十一单", 41),
     ("两百零三", 203), ("一千零二十", 1020), ("十二件", 12), ("零", 0)],
)  # fmt: skip
def test_a_count_in_words_is_read(typed: str, count: int) -> None:
    assert count_of(typed) == count


@for_each("typed", ["两百三", "二百五", "十几", "几十单", "one one", "forty eleven", "a dozen", "1万2", "三千多"])
def test_words_that_could_mean_two_counts_or_about_one_are_not_read(typed: str) -> None:
    assert count_of(typed) is None


@for_each(("typed", "rate"), [("百分之四", "4"), ("百分之十二点五", "12.5"), ("four percent", "4")])
def test_a_rate_in_words_is_read(typed: str, rate: str) -> None:
    assert rate_of(typed) == Decimal(rate)
