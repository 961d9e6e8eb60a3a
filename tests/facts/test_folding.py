"""Folded text finds a phrase however it was pasted, and tells where it stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from poa_app.facts.folding import fold, fold_phrase


def found(text: str, phrase: str, whole: bool = False) -> list[str]:
    return [text[start:end] for start, end in fold(text).find(fold_phrase(phrase), whole)]


def test_case_breaks_and_quote_signs_do_not_hide_a_phrase() -> None:
    assert found("your (Late\n> Ship-ment RATE)", "late shipment rate") == ["Late\n> Ship-ment RATE"]


def test_a_phrase_begins_where_a_word_does() -> None:
    assert found("translated shipment", "late shipment") == []


def test_a_phrase_may_end_within_a_word_unless_it_is_to_be_whole() -> None:
    assert found("infringing information", "infring") == ["infring"]
    assert found("information", "INFORM", whole=True) == []
    assert found("the INFORM act", "INFORM", whole=True) == ["INFORM"]


def test_a_gap_holds_some_words_of_the_same_sentence() -> None:
    assert found("a rights owner reports it as counterfeit", "rights owner … counterfeit")
    assert found("Ask the rights owner. Counterfeit goods are banned.", "rights owner … counterfeit") == []


def test_chinese_is_found_between_other_words() -> None:
    assert found("您的迟发率高于目标", "迟发率") == ["迟发率"]


@given(st.text(max_size=200), st.text(min_size=1, max_size=6))
def test_every_place_lies_in_the_text(text: str, phrase: str) -> None:
    parts = fold_phrase(phrase)
    for start, end in fold(text).find(parts) if parts else ():
        assert 0 <= start < end <= len(text)
