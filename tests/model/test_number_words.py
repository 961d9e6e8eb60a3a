"""A number in words is read only where it can mean one number."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.model.number_words import number_in_words
from tests.each import for_each

DIGITS, PLACES = "零一二三四五六七八九", ("", "十", "百", "千")


def _in_chinese(number: int) -> str:
    """Write a number below ten thousand the way it is spoken in full."""
    said, digits = "", str(number)
    for at, digit in enumerate(digits):
        said += DIGITS[int(digit)] + (PLACES[len(digits) - at - 1] if digit != "0" else "")
    while "零零" in said:
        said = said.replace("零零", "零")
    return said.rstrip("零") or "零"


@settings(deadline=None, max_examples=300, derandomize=True)
@given(st.integers(0, 9_999))
def test_every_chinese_number_below_ten_thousand_is_read_back(number: int) -> None:
    assert number_in_words(_in_chinese(number)) == number


@for_each(
    ("said", "number"),
    [("zero", 0), ("twelve", 12), ("forty-one", 41), ("forty one", 41), ("one hundred and two", 102), ("ninety", 90),
     ("one thousand two hundred and five", 1205), ("two thousand", 2000), ("十二", 12), ("两百", 200),
     ("两千零三", 2003), ("一万", 10_000), ("一万两千", 12_000), ("十二万", 120_000), ("一万零五百", 10_500)],
)  # fmt: skip
def test_a_number_in_words_is_read(said: str, number: int) -> None:
    assert number_in_words(said) == number


@for_each(
    "said",
    ["", "hundred", "one one", "forty eleven", "twenty hundred", "a dozen", "two and three", "两百三", "二百五",
     "一千一", "一百零", "一千零零一", "一百零三十", "百", "几十", "十几", "一二三", "十两", "万", "一万二", "一万五百",
     "three hundred thousand and", "x" * 99],
)  # fmt: skip
def test_words_that_mean_none_or_could_mean_two_are_not_read(said: str) -> None:
    assert number_in_words(said) is None


@settings(deadline=None, max_examples=200, derandomize=True)
@given(st.text(max_size=50))
def test_any_text_is_read_without_a_fault(said: str) -> None:
    assert number_in_words(said) is None or isinstance(number_in_words(said), int)
