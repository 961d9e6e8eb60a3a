"""Words that speak of what has not happened, and words that say nothing."""

from __future__ import annotations

import pytest

from poa_app.phrases.reading import reading, says_nothing, words_ahead
from tests.each import for_each


@for_each(
    ("text", "found"),
    [
        ("We will hire a second clerk", "will"),
        ("plan to buy a printer", "plan to"),
        ("bought a printer if cash allows", "if cash allows"),
        ("hired a clerk; he starts next month", "next month"),
        ("refunds go out as soon as possible", "as soon as possible"),
        ("asked the supplier whether it will deliver", None),
        ("packs each order as soon as it arrives", None),
        ("refunded all buyers in full", None),
    ],
)
def test_words_of_the_future_are_found_where_they_are_the_deed_itself(text: str, found: str | None) -> None:
    match = words_ahead(text)
    assert (match[0] if match else None) == found


def test_a_control_may_look_at_the_next_month() -> None:
    assert words_ahead("compares the closing days of next month with the settings", is_deed=False) is None
    assert words_ahead("will compare the closing days", is_deed=False)


@for_each("text", ["N/A", "n / a", "same as above", "-", "...", "none.", "TBD"])
def test_what_fills_a_field_and_tells_nothing_is_known(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize("text", ["none of them was late", "by UPS", "nothing ships without a scan"])
def test_what_tells_something_is_not_taken_for_nothing(text: str) -> None:
    assert not says_nothing(text)


def test_what_is_certain_reads_as_it_prints() -> None:
    assert reading("deed", "We shipped all late orders.", "shift lead").text == "shipped all late orders"
    assert reading("role", "The Shift Lead").text == "shift lead"
    assert not reading("deed", "Disposal of 60 units", "shift lead").certain


def test_a_field_reads_as_the_letter_prints_it() -> None:
    assert reading("reason", "I only look at it at month end", "owner").text == "we only looked at it at month end"
    assert reading("deed", "I refunded 1.204 orders", "owner").text == "refunded 1,204 orders"
    assert reading("role", "me").text == "myself"
