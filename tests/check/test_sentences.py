"""How much of a letter stands in an earlier one."""

from __future__ import annotations

import time

import pytest

from poa_app.check.sentences import is_new, sentences, share_in

OLD = ["On November 12 the supervisor bought the labels of 30 open orders", "Nobody read the daily report"]


def test_a_stop_within_a_number_or_a_month_ends_no_sentence() -> None:
    assert sentences("It was 4.5 percent on Nov. 3. We wrote.\n我们补买了面单。完成") == [
        "It was 4.5 percent on Nov. 3",
        "We wrote",
        "我们补买了面单",
        "完成",
    ]


def test_the_share_counts_the_words_of_sentences_that_stand_nearly_so() -> None:
    assert share_in(OLD, OLD) == 1.0
    assert share_in([OLD[0].replace("30", "31")], OLD) == 1.0
    assert share_in([OLD[1], "The carrier came two hours earlier"], OLD) == pytest.approx(5 / 11)
    assert share_in([], OLD) == 0.0


@pytest.mark.parametrize(
    ("sentence", "new"),
    [
        ("On November 12, the supervisor bought labels of 30 open orders", False),
        ("The labels of 30 open orders were bought by the supervisor", False),
        ("The carrier moved its last pick-up to 16:20 and told the office only", True),
    ],
)
def test_a_sentence_in_another_order_is_not_new(sentence: str, new: bool) -> None:
    assert is_new(sentence, OLD) is new


@pytest.mark.slow
def test_sixty_thousand_characters_are_compared_in_seconds() -> None:
    old = [f"Sentence {n} of an endless letter about labels" for n in range(1_300)]
    began = time.process_time()
    share_in(old[:200], old)
    assert time.process_time() - began < 4
