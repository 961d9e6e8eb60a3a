from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from poa_app.render import wording
from tests.each import for_each


@pytest.mark.parametrize(
    ("order", "long", "short"),
    [("month-first", "November 9, 2026", "November 9"), ("day-first", "9 November 2026", "9 November")],
)
def test_a_day_reads_as_the_marketplace_writes_it(order, long, short):
    assert wording.day(date(2026, 11, 9), order) == long
    assert wording.short_day(date(2026, 11, 9), order) == short


def test_every_month_has_its_name():
    assert [wording.day(date(2026, month, 1), "day-first").split()[1] for month in (1, 5, 12)] == [
        "January",
        "May",
        "December",
    ]


@for_each(("value", "words"), [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567")])
def test_a_count_has_commas(value, words):
    assert wording.count(value) == words


@for_each("given", ["4", "6.64", "4.50", "0.1", "0.000001", "123456789012"])
def test_a_number_keeps_the_places_it_was_given(given):
    assert wording.number(Decimal(given)) == given


@for_each(
    ("names", "words"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_names_are_joined_as_in_a_sentence(names, words):
    assert wording.listed(names) == words


@pytest.mark.parametrize(("names", "words"), [([], ""), (["1.1"], "cause 1.1"), (["1.1", "1.2"], "causes 1.1 and 1.2")])
def test_the_noun_agrees_with_how_many_are_named(names, words):
    assert wording.with_noun("cause", "causes", names) == words
