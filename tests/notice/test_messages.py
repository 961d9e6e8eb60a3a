"""Messages pasted below each other are taken apart, and each is told for what it is."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.knowledge import knowledge
from poa_app.notice.messages import is_appeal, kind_of, messages
from tests.each import for_each
from tests.notice.letters import ANSWER, APPEAL, MAIL, NOTICE

KINDS = {NOTICE: "notice", APPEAL: "appeal", ANSWER: "answer", MAIL: "mail"}


@for_each("text", KINDS, ids=KINDS.values())
def test_each_message_is_told_for_what_it_is(text: str) -> None:
    assert kind_of(text, knowledge()) == KINDS[text]
    assert [one.kind for one in messages(text, knowledge())] == [KINDS[text]]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n----- Original Message -----\n"])
def test_messages_below_each_other_are_taken_apart(between: str) -> None:
    pasted = between.join((NOTICE, APPEAL, ANSWER))
    found = messages(pasted, knowledge())
    assert [one.kind for one in found] == ["notice", "appeal", "answer"]
    assert all(pasted[one.start : one.end] == one.text for one in found)


def test_a_quoted_thread_is_taken_apart_where_somebody_wrote() -> None:
    quoted = "".join(f"> {line}\n" for line in APPEAL.splitlines())
    found = messages(f"{ANSWER}\nOn 11 Nov 2026, at 10:02, Zhou Lan wrote:\n{quoted}", knowledge())
    assert [one.kind for one in found] == ["answer", "appeal"]


def test_only_what_an_answer_itself_says_is_found_wanting() -> None:
    first, _, answer = messages(f"{NOTICE}\n{APPEAL}\n{ANSWER}", knowledge())
    assert first.reading.wanting == ()
    assert [one.value for one in answer.reading.wanting] == ["root-causes", "preventive-measures"]


@pytest.mark.parametrize(
    "text",
    [
        "尊敬的亚马逊卖家绩效团队：\n我们对迟发深表歉意。\n根本原因：我们没有设截单时间。\n已采取的措施：我们补买了面单。",
        "Root cause: our new courier lost 19 parcels. We refunded them and we check every label now.",
        "To whom it may concern, we found the reason in our own shipping process and corrected it.",
    ],
)
def test_a_sellers_letter_is_an_appeal_in_either_language(text: str) -> None:
    assert is_appeal(text)


def test_a_notice_that_speaks_of_plans_is_no_appeal() -> None:
    text = "We have removed your listing. We take safety seriously. Our root cause request: tell us how you prevent it."
    assert not is_appeal(text)


@given(st.text(max_size=400))
@settings(max_examples=60, deadline=None)
def test_any_text_is_told_and_nothing_of_it_is_lost(text: str) -> None:
    found = messages(text, knowledge())
    assert all(text[one.start : one.end] == one.text for one in found)
    assert "".join("".join(one.text for one in found).split()) == "".join(text.split())


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["Dear ", "On x wrote ", "From: ", "> ", "we ", "您", "\n", "warned on "])
def test_a_hostile_text_is_told_in_time(unit: str) -> None:
    began = time.monotonic()
    messages(unit * (5_000_000 // len(unit)), knowledge())
    assert time.monotonic() - began < 4
