"""The facts read out of a sentence: dates, times, numbers, exhibits, causes, ASINs, order ids."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.facts.tokens import agreeing, normalize_number, tokens
from tests.each import for_each

MEGABYTE = 1_048_576
DATES = st.dates(date(1900, 1, 1), date(2100, 12, 31))

WITH_YEAR = [
    "{iso}",
    "{month} {day}, {year}",
    "{month} {day} {year}",
    "{month} {nth}, {year}",
    "{day} {month} {year}",
    "{nth} {month} {year}",
    "{nth} of {month} {year}",
    "{short} {day}, {year}",
    "{short}. {day}, {year}",
    "{day} {short} {year}",
]
WITHOUT_YEAR = ["{month} {day}", "{day} {month}", "{short} {day}", "{short}. {nth}", "the {nth} of {month}"]
RANGES = [
    "{first} to {second}",
    "between {first} and {second}",
    "{first} until {second}",
    "{first} through {second}",
    "{first}-{second}",
]
WRAPS = ["{}", "On {} we wrote.", "({})", "since\n{}: done", "on {}; \u5e95\u7a3f", "by {}."]


def _printed(form: str, day: date) -> str:
    nth = "th" if day.day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    short = "Sept" if day.month == 9 else day.strftime("%b")
    return form.format(
        iso=day.isoformat(),
        month=day.strftime("%B"),
        short=short,
        day=day.day,
        nth=f"{day.day}{nth}",
        year=f"{day.year:04}",
    )


def _facts(text: str) -> list[tuple[str, str]]:
    return [(token.kind, token.value) for token in tokens(text)]


def _quotes(text: str) -> list[tuple[str, str]]:
    return [(token.kind, token.quote) for token in tokens(text)]


@given(day=DATES, form=st.sampled_from(WITH_YEAR), wrap=st.sampled_from(WRAPS))
@settings(deadline=None, max_examples=200, derandomize=True)
def test_a_date_is_read_back_from_every_way_of_writing_it(day: date, form: str, wrap: str) -> None:
    assert _facts(wrap.format(_printed(form, day))) == [("date", day.isoformat())]


@given(day=DATES, form=st.sampled_from(WITHOUT_YEAR), wrap=st.sampled_from(WRAPS))
@settings(deadline=None, max_examples=100, derandomize=True)
def test_a_date_without_a_year_agrees_with_its_day_of_any_year(day: date, form: str, wrap: str) -> None:
    (token,) = tokens(wrap.format(_printed(form, day)))
    assert agreeing([("date", day.isoformat())])(token.kind, token.value)
    assert agreeing([(token.kind, token.value)])("date", day.isoformat())
    assert not agreeing([("date", f"{day.year}-{day.month % 12 + 1:02}-{day.day:02}")])(token.kind, token.value)


@given(first=DATES, second=DATES, form=st.sampled_from(RANGES), each=st.sampled_from(WITH_YEAR))
@settings(deadline=None, max_examples=100, derandomize=True)
def test_both_ends_of_a_range_are_read(first: date, second: date, form: str, each: str) -> None:
    text = form.format(first=_printed(each, first), second=_printed(each, second))
    assert _facts(text) == [("date", first.isoformat()), ("date", second.isoformat())]


@given(day=DATES, last=st.integers(1, 28), form=st.sampled_from(["{m} {a}-{b}, {y}", "{m} {a} to {b}", "{a}-{b} {m}"]))
@settings(deadline=None, max_examples=100, derandomize=True)
def test_both_days_of_a_range_within_a_month_are_read(day: date, last: int, form: str) -> None:
    text = form.format(m=day.strftime("%B"), a=day.day, b=last, y=day.year)
    year = f"{day.year:04}" if "{y}" in form else "????"
    assert _facts(text) == [("date", f"{year}-{day.month:02}-{one:02}") for one in (day.day, last)]


@for_each(
    ("text", "found"),
    [
        ("In November 2026 we sold 5.", [("date", "2026-11-??"), ("number", "5")]),
        ("From 30 August to 11 October 2026", [("date", "????-08-30"), ("date", "2026-10-11")]),
        ("from October 11 to November 9, 2026", [("date", "????-10-11"), ("date", "2026-11-09")]),
        ("On May 5, 26 orders may be late in may.", [("date", "????-05-05"), ("number", "26")]),
        ("March 32nd", [("date", "????-03-32")]),
        ("we marched 5 miles, decided 2 things", [("number", "5"), ("number", "2")]),
    ],
)
def test_dates_stand_among_other_words(text: str, found: list[tuple[str, str]]) -> None:
    assert _facts(text) == found


@for_each(
    ("said", "known", "agrees"),
    [
        ("2026-11-12", "2026-11-12", True),
        ("2026-11-12", "2025-11-12", False),
        ("????-11-12", "2025-11-12", True),
        ("2025-11-12", "????-11-12", True),
        ("????-11-12", "????-11-12", True),
        ("????-11-12", "????-11-13", False),
        ("2026-11-??", "2026-11-12", True),
        ("2026-11-??", "????-11-12", True),
        ("2026-11-??", "2026-11-??", True),
        ("2026-11-??", "2025-11-??", False),
        ("2026-11-??", "2026-10-12", False),
        ("2026-11-12", "2026-11-??", False),
        ("????-11-12", "2026-11-??", False),
    ],
)
def test_a_vaguer_date_agrees_with_a_known_one_and_a_finer_one_does_not(said: str, known: str, agrees: bool) -> None:
    assert agreeing([("number", "7"), ("date", known)])("date", said) is agrees


def test_facts_of_different_kinds_never_agree() -> None:
    assert not agreeing([("number", "7"), ("exhibit", "A")])("cause", "7")


@for_each(
    ("text", "found"),
    [
        ("1,412 of 26, and 3.50 percent", [("number", "1,412"), ("number", "26"), ("number", "3.50")]),
        ("30-day window, 4% or 2.5%.", [("number", "30"), ("number", "4"), ("number", "2.5")]),
        ("3rd line, B2 shelf, v2, x1.5", []),
        ("twenty-five of sixty, Six", [("number", "twenty-five"), ("number", "sixty"), ("number", "Six")]),
        ("two hundred, a two-way radio, someone, one", []),
        ("\u017fix", []),
        ("at 9:30, 09:30 and 17:45", [("time", "9:30"), ("time", "09:30"), ("time", "17:45")]),
        ("order 000-7310161-0000023", [("identifier", "000-7310161-0000023")]),
        ("ASIN B0EXMPL001\u548cFBA15EXUS2511", [("identifier", "B0EXMPL001"), ("identifier", "FBA15EXUS2511")]),
        ("(Exhibit A)", [("exhibit", "A")]),
        ("Exhibits A, B, and AA", [("exhibit", "A"), ("exhibit", "B"), ("exhibit", "AA")]),
        ("exhibits C to E and H", [("exhibit", "C"), ("exhibit", "C to E"), ("exhibit", "E"), ("exhibit", "H")]),
        ("Exhibitors A", []),
        ("Exhibits A & C/D", [("exhibit", "A"), ("exhibit", "C"), ("exhibit", "D")]),
        ("EXHIBITS A AND B", [("exhibit", "A"), ("exhibit", "B")]),
        ("Exhibits Y\u2013AA", [("exhibit", "Y"), ("exhibit", "Y\u2013AA"), ("exhibit", "AA")]),
        ("causes 1.1 to 1.3", [("cause", "1.1"), ("cause", "1.1 to 1.3"), ("cause", "1.3")]),
        ("9 am, 3:30 p.m. and noon", [("time", "9 am"), ("time", "3:30 p.m."), ("time", "noon")]),
        ("ISO 9001, version 2.1, \u20ac5", [("code", "9001"), ("code", "2.1"), ("code", "5")]),
        ("24/7 since 2021", [("code", "2021")]),
        ("1\u202f412 units", [("number", "1\u202f412")]),
        ("on 10/11/2026", [("date", "10/11/2026")]),
        ("causes 1.1, 1.2 and 2.10", [("cause", "1.1"), ("cause", "1.2"), ("cause", "2.10")]),
        ("Cause 1.1, 3 orders", [("cause", "1.1"), ("number", "3")]),
    ],
)
def test_a_fact_is_quoted_alone(text: str, found: list[tuple[str, str]]) -> None:
    assert sorted(_quotes(text)) == sorted(found)


def test_a_range_of_exhibits_states_those_between() -> None:
    assert [value for _, value in _facts("Exhibits C to F")] == ["C", "D", "E", "F"]


@given(st.decimals(0, 10**12, places=3), st.sampled_from(["{:f}", "{:,f}", "0{:f}", "{:f}00"]))
@settings(deadline=None, max_examples=100, derandomize=True)
def test_a_number_is_the_same_however_it_is_written(number: Decimal, form: str) -> None:
    assert _facts(form.format(number)) == [("number", normalize_number(number))]


@for_each(("number", "text"), [("40", "40"), ("40.0", "40"), ("0.50", "0.5"), ("1E+3", "1000")])
def test_a_plain_number_has_no_idle_noughts(number: str, text: str) -> None:
    assert normalize_number(Decimal(number)) == text


FRAGMENTS = ["12", "November", "2026", " ", "-", ",", ".", "Exhibits", "A", "to", "and", "causes", "1.1", "9:30", "th"]


@given(st.one_of(st.text(), st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join)))
@settings(deadline=None, max_examples=150, derandomize=True)
def test_any_text_is_read_and_every_fact_quotes_it_in_order(text: str) -> None:
    found = tokens(text)
    assert all(text[token.start : token.end] == token.quote for token in found)
    assert [token.start for token in found] == sorted(token.start for token in found)


PIECES = ["9", "9,", "9.", "12 ", "12-", "May 5 to ", "May ", "B0", "000-0000000-", "1.1, ", " ", "\n", "twenty-", ":"]
HOSTILE = {
    "digits": "9" * MEGABYTE,
    "a list of exhibits": "Exhibits " + "AA, " * (MEGABYTE // 4),
    "spaces": "Exhibits A" + " " * MEGABYTE + "B",
    "each in turn": "".join(piece * (MEGABYTE // len(PIECES) // len(piece)) for piece in PIECES),
}


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_megabyte_is_read_in_seconds(
    text: str, within: Callable[[float, Callable[[], object]], None]
) -> None:
    within(10, lambda: tokens(text))
