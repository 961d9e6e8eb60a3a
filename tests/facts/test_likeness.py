"""Two texts on one thing share words, in whichever language they are; two on others do not."""

from __future__ import annotations

from datetime import date

from poa_app.facts.likeness import telling_words
from poa_app.facts.told_reader import facts_in


def _shared(one: str, other: str) -> frozenset[str]:
    return telling_words(one) & telling_words(other)


def test_forms_of_a_word_are_the_same() -> None:
    assert _shared("checks the open orders", "we checked an open order") == {"check", "open", "order"}


def test_chinese_shares_pairs_of_signs() -> None:
    assert {"截单", "单时", "时间"} <= _shared("截单时间改了", "把截单时间提前")


def test_a_day_is_shared_across_languages_by_its_value() -> None:
    day = date(2026, 11, 13)
    line = "11月11号把截单改到15:00"
    assert telling_words("2026-11-11 15:00") <= telling_words(line, facts_in(line, day, day)) | {"15:00"}


def test_small_words_and_other_things_share_nothing() -> None:
    assert _shared("they were not in the box", "and that has been there") == frozenset()
    assert _shared("我们已经退款", "他们没有发货") == frozenset()
