"""Clauses that only a comma joins are told apart; lists, dates and clauses within others are not."""

from __future__ import annotations

from poa_app.phrases.spliced import clauses
from tests.each import for_each


@for_each(
    "parts",
    [
        ("claims went to the carrier", "we never looked at them together"),
        ("the sealed sample was kept in the office", "QC cannot see it"),
        ("it was a Sunday", "nobody was in"),
        ("some of our parcels never got a scan", "that is on us"),
        ("9 buyers were happy with the answer", "5 got a refund"),
    ],
)
def test_two_clauses_with_a_comma_alone_are_two(parts: tuple[str, str]) -> None:
    assert clauses(", ".join(parts)) == parts


@for_each(
    "text",
    [
        "our company moved to a new office on June 6, 2026, and told nobody",
        "he checks that company name, address, quantity are the same",
        "when the rate fell, nobody looked",
        "we sell mugs, plates which are glazed",
        "it was late, because nobody looked",
        "it printed (on Monday, it was a holiday) nothing",
    ],
)
def test_other_commas_join_nothing_that_could_stand_alone(text: str) -> None:
    assert clauses(text) == (text,)
