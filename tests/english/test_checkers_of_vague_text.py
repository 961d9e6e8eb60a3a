"""Checkers of vague, long and repeated text see what excuses a word, and count as a reader does."""

from __future__ import annotations

from poa_app.english.checkers import CHECKERS
from poa_app.english.checkers.repetition import Said
from poa_app.english.prose import Prose
from poa_app.english.setting import Setting
from tests.each import for_each


def _quotes(name: str, text: str, **around: object) -> list[str]:
    return [text[hit.start : hit.end] for hit in CHECKERS[name](Prose(text, Setting(**around)))]  # type: ignore[arg-type]


@for_each(
    ("text", "found"),
    [
        ("2. We closed it immediately.", ["immediately"]),
        ("(3) We closed it immediately, within 2 hours.", []),
        ("We closed it immediately. It was 4 May 2026.", ["immediately"]),
        ("We closed it soon, on the same day.", []),
    ],
)
def test_a_word_of_time_is_excused_by_a_time_in_its_own_sentence(text: str, found: list[str]) -> None:
    assert _quotes("when", text) == found


def test_the_number_of_a_point_is_no_measure() -> None:
    assert _quotes("how-much", "2. We pay more attention to it.") == ["pay more attention to"]


def test_of_overlapping_words_the_longest_is_told() -> None:
    assert _quotes("how-much", "We pay more attention to it.") == ["pay more attention to"]


def test_an_id_is_no_word_of_a_long_sentence() -> None:
    ids = ", ".join(f"114-00000{number}-0000001" for number in range(10, 60))
    assert _quotes("long-sentences", f"The lead refunded the orders {ids} in full.") == []
    assert len(_quotes("long-sentences", "The lead " + "very " * 40 + "late refunded it.")) == 1


def test_a_list_is_no_long_paragraph() -> None:
    point = "The clerk opened each box of the lot and looked at the seal of it with the lead."
    listed = "\n".join(f"{number}. {point}" for number in range(1, 12))
    assert _quotes("long-paragraphs", listed) == []
    assert len(_quotes("long-paragraphs", " ".join([point] * 11))) == 1


@for_each("more", ["Exhibit A shows it.", "The packing lead did it.", "It was in May 2026.", "Chen Yu is sure."])
def test_a_paragraph_is_not_empty_that_names_one_thing_to_check(more: str) -> None:
    empty = "We looked at all of it again and we saw that it was not right. " * 3
    assert len(_quotes("empty-paragraphs", empty)) == 1
    assert _quotes("empty-paragraphs", empty + f"So it is, and {more}") == []


def test_a_sentence_about_another_day_is_another_sentence() -> None:
    said = "On 4 May 2026 the lead counted the boxes of the lot again."
    assert Said([said.upper()]).holds(said)
    assert Said([said.replace("again", "anew!")]).holds(said.replace("again", "anew"))
    assert not Said([said]).holds(said.replace("4 May", "5 May"))
    assert not Said(["It was so."]).holds("It was so.")


def test_the_lines_of_a_letter_are_no_sentences_said_again() -> None:
    assert _quotes("sentences-again", "Where: at our warehouse in Reno.\nWhere: at our warehouse in Reno.") == []
