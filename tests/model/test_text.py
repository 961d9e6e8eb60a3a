"""What people type is kept as typed, made storable, and read as a day or a number only where it surely is one."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from xml.parsers import expat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from poa_app.model.text import FIELD_REFUSED, Code, Count, Date, Number, Reference, Text, clean, is_blank
from tests.each import for_each

TEXT, DATE, COUNT, NUMBER = (TypeAdapter(kind) for kind in (Text, Date, Count, Number))
CODE, REFERENCE = (TypeAdapter(kind) for kind in (Code, Reference))
ANYTHING = st.text(st.characters(exclude_categories=()) | st.sampled_from("\r\n\x00\x0b\ud800\ufffe\t"))


def _holds(text: str) -> str:
    """Return what an XML parser reads out of an element with this text."""
    said: list[str] = []
    parser = expat.ParserCreate()
    parser.CharacterDataHandler = said.append
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    parser.Parse(f"<t>{escaped}</t>".encode(), True)
    return "".join(said)


@given(ANYTHING)
@settings(deadline=None, max_examples=500, derandomize=True)
def test_cleaned_text_goes_through_xml_unchanged(text: str) -> None:
    assert _holds(clean(text)) == clean(text)


@given(ANYTHING)
@settings(deadline=None, max_examples=500, derandomize=True)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Z"), exclude_characters="\u2028\u2029\ufffd")))
@settings(deadline=None, max_examples=500, derandomize=True)
def test_letters_numbers_marks_and_spaces_stay_as_typed(text: str) -> None:
    assert clean(text) == text


@for_each(
    ("typed", "kept"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\x0bb\x85c\u2028d\u2029e", "a\nb\nc\nd\ne"),
        ("a\r\n\x0bb", "a\n\nb"),
        ("a\x00b\x1fc\x0c\x07\x7f", "abc"),
        ("\ud83d", "\N{REPLACEMENT CHARACTER}"),
        ("a\ufffeb\ufdd0\U0001ffff", "a\N{REPLACEMENT CHARACTER}b" + "\N{REPLACEMENT CHARACTER}" * 2),
        ("\x93late\x94 \x96 we\x92re \x80 5\x81", "\u201clate\u201d \u2013 we\u2019re \u20ac 5"),
        ("A\u200bS\u2060IN \ufeffB0\xad12\u180e", "ASIN B012"),
        ("\u202eabc\u202c \u200e1\u200f \u2066x\u2069 \u061c", "abc 1 x "),
        ("a\u200d\u200cb \u200d\u4e2d\u200c\u6587\u200d", "ab \u4e2d\u6587"),
        ("\U0001f468\u200d\U0001f469", "\U0001f468\u200d\U0001f469"),
        ("\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e"),
        ("  spaces stay\t", "  spaces stay\t"),
        ("{{ 7*7 }} <b> &nbsp; ]]> \N{GRINNING FACE}", "{{ 7*7 }} <b> &nbsp; ]]> \N{GRINNING FACE}"),
    ],
)
def test_text_is_kept_as_typed_save_what_is_no_text(typed: str, kept: str) -> None:
    assert TEXT.validate_python(typed) == kept


@pytest.mark.slow
@pytest.mark.parametrize("odd", ["\u200d", "\u200b", "\x85", "\ud800", "\x93", "\r", "\U0001f468\u200d"])
def test_a_field_full_of_odd_signs_is_cleaned_in_time_that_grows_with_its_length(odd: str) -> None:
    short = min(_seconds_to_clean(odd, 8) for _ in range(3))
    assert any(_seconds_to_clean(odd, 1) < 30 * short for _ in range(3))  # a busy machine may be slow once


def _seconds_to_clean(odd: str, share: int) -> float:
    text = "\U0001f468" + odd * (FIELD_REFUSED // len(odd) // share) + "\U0001f468"
    start = time.process_time()
    clean(text)
    return time.process_time() - start


@pytest.mark.parametrize("letter", ["a", "\u6c49", "\N{GRINNING FACE}"])
def test_a_megabyte_in_a_field_is_the_most(letter: str) -> None:
    brim = letter * (FIELD_REFUSED // len(letter.encode()))
    assert TEXT.validate_python(brim) == brim
    with pytest.raises(ValidationError, match="more than 1048576 bytes in one field"):
        TEXT.validate_python(brim + letter)


@pytest.mark.parametrize("kind", [DATE, COUNT, NUMBER])
def test_the_limit_holds_for_text_where_a_value_should_stand(kind: TypeAdapter) -> None:
    with pytest.raises(ValidationError, match="more than 1048576 bytes"):
        kind.validate_python("x" * (FIELD_REFUSED + 1))


@for_each("value", [5, 1.5, True, b"bytes", ["list"], {"a": "dict"}])
def test_only_text_is_text(value: object) -> None:
    with pytest.raises(ValidationError):
        TEXT.validate_python(value)


@for_each("typed", ["2026-11-09", " 2026-11-09 ", date(2026, 11, 9), "2026/11/9", "Nov 9, 2026"])
def test_a_day_is_read(typed: object) -> None:
    assert DATE.validate_python(typed) == date(2026, 11, 9)


@for_each(
    "typed",
    ["", "2026-02-30", "2026-13-01", "November 9", "2026-W46-1", "09/11/2026", "11月9日", "Nov 9, 2026 9:15 am"],
)
def test_a_day_that_cannot_be_read_stays_as_text(typed: str) -> None:
    assert DATE.validate_python(typed) == typed


@for_each(
    ("typed", "number"),
    [("47", 47), (" 47 ", 47), ("0", 0), ("007", 7), (47, 47), ("1,412", 1412)],
)
def test_a_whole_number_is_read(typed: object, number: int) -> None:
    assert COUNT.validate_python(typed) == number


@for_each("typed", ["", "1.250", "-3", "4.0", "1e3", "٤٧", "9" * 13, "a few", "约47单"])
def test_a_count_that_cannot_be_read_stays_as_text(typed: str) -> None:
    assert COUNT.validate_python(typed) == typed


@for_each(
    ("typed", "number"),
    [
        ("5.79", "5.79"),
        ("5.79%", "5.79"),
        ("5.79 % ", "5.79"),
        ("5,79 %", "5.79"),
        ("4.00", "4.00"),
        (" 4 ", "4"),
        (5.79, "5.79"),
        (4, "4"),
        (Decimal("1E+2"), "100"),
        (1e-6, "0.000001"),
    ],
)
def test_a_number_keeps_its_places(typed: object, number: str) -> None:
    read = NUMBER.validate_python(typed)
    assert read.as_tuple() == Decimal(number).as_tuple()


@for_each(
    ("typed", "text"),
    [
        ("5,790", "5,790"),
        ("5.79%%", "5.79%%"),
        ("-1", "-1"),
        (-1, "-1"),
        ("", ""),
        (1e-7, "0.0000001"),
        (float("inf"), "Infinity"),
        (float("nan"), "NaN"),
        (10**12, "1000000000000"),
        ("1e3", "1e3"),
    ],
)
def test_a_number_that_no_letter_can_give_stays_as_text(typed: object, text: str) -> None:
    assert NUMBER.validate_python(typed) == text


@for_each(("kind", "wanted"), [(DATE, "a day"), (COUNT, "a whole number"), (NUMBER, "a number")])
@for_each("value", [True, [], {}, b""])
def test_a_value_of_another_kind_is_refused_at_its_own_place(kind: TypeAdapter, wanted: str, value: object) -> None:
    with pytest.raises(ValidationError, match=wanted) as refused:
        kind.validate_python(value)
    assert [error["loc"] for error in refused.value.errors()] == [()]


@for_each("typed", ["b0exmpl001", "Ｂ０EXMPL００１", " B0EXMPL001 ", "B0EXMPL001"])
def test_an_asin_is_kept_in_plain_capitals(typed: str) -> None:
    assert CODE.validate_python(typed) == "B0EXMPL001"


@for_each("typed", ["my asin", "B0EXMPL01", "", "三号"])
def test_a_code_of_another_form_is_kept_as_typed(typed: str) -> None:
    assert CODE.validate_python(typed) == typed


def test_a_reference_is_read_in_plain_digits_and_an_sku_keeps_its_small_letters() -> None:
    assert REFERENCE.validate_python("０００－７３１０１６１－００００２３４") == "000-7310161-0000234"
    assert REFERENCE.validate_python("kt-2231-b") == "kt-2231-b"


@given(
    st.decimals(0, 10**12 - 1, allow_nan=False, places=6) | st.decimals(0, 10**6, places=2) | st.integers(0, 10**12 - 1)
)
@settings(deadline=None, max_examples=500, derandomize=True)
def test_a_saved_number_is_read_back_with_every_place(value: Decimal | int) -> None:
    number = NUMBER.validate_python(value)
    again = NUMBER.validate_json(NUMBER.dump_json(number))
    assert again.as_tuple() == number.as_tuple()


def test_a_number_is_saved_as_one_where_json_can() -> None:
    assert NUMBER.dump_json(Decimal("5.79")) == b"5.79"
    assert NUMBER.dump_json(Decimal("47")) == b"47"
    assert NUMBER.dump_json(Decimal("4.50")) == b'"4.50"'
    assert NUMBER.dump_json("about 4") == b'"about 4"'


@given(ANYTHING)
@settings(deadline=None, max_examples=500, derandomize=True)
def test_nothing_typed_is_refused_and_reading_twice_changes_nothing(typed: str) -> None:
    for kind in (TEXT, DATE, COUNT, NUMBER, CODE, REFERENCE):
        once = kind.validate_python(typed)
        assert kind.validate_python(once) == once


@pytest.mark.no_cover
def test_a_field_full_of_digits_is_read_at_once(within: Callable[[float, Callable[[], object]], None]) -> None:
    def read() -> None:
        for kind in (DATE, COUNT, NUMBER):
            assert isinstance(kind.validate_python("1" * FIELD_REFUSED), str)

    within(1, read)


@for_each("value", [None, (), "", " ", "\t\n", "\u3000", "\N{NO-BREAK SPACE}"])
def test_a_field_without_an_answer_is_blank(value: object) -> None:
    assert is_blank(value)


@for_each("value", [0, False, "0", ("",), date(2026, 1, 1), Decimal(0), {}])
def test_an_answer_is_not_blank_however_small(value: object) -> None:
    assert not is_blank(value)
