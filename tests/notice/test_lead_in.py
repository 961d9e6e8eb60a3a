"""The words of whom pasted a message, and the page it was copied from, are set apart from it."""

from __future__ import annotations

from poa_app.knowledge import knowledge
from poa_app.notice.lead_in import message_alone
from tests.each import for_each

MESSAGE = "Hello,\nYour Amazon.com selling account has been deactivated, because you sold used items as new."
DATA = knowledge().recognition


@for_each(
    "before",
    [
        "I got this overnight and my boss is furious, what do I do?\n\n",
        "求助，店铺没了，申诉信怎么写  ",
        "-\n积分\n-\n52\n|\n发表于 2026-9-14 20:11:40\n|\n只看该作者\n",
        "We answered twice and keep getting the mail below.\n==========\n",
    ],
)
def test_words_before_a_message_are_blank(before: str) -> None:
    alone = message_alone(before + MESSAGE, DATA)
    assert alone.lstrip() == MESSAGE
    assert len(alone) == len(before + MESSAGE)


def test_a_message_without_a_greeting_begins_where_it_is_announced() -> None:
    said = "Your Amazon.com selling account has been deactivated, because you sold used items as new."
    before = "My boss is furious. I received the following message from them: "
    assert message_alone(before + said, DATA).lstrip() == said


@for_each(
    "text",
    [
        MESSAGE,
        f"Subject: Your account\nFrom: someone of us\n\n{MESSAGE}",
        f"Your listing B0C5TN2WQA has been removed.\n\n{MESSAGE}",
        "We lost our account. Hello, my name is Ruth and I sell lamps; what can I do about my listings?",
        "I need help. Dear Amazon team, please look at your mail of Monday again.",
    ],
)
def test_what_is_no_poster_s_word_stays(text: str) -> None:
    assert message_alone(text, DATA) == text


def test_the_page_behind_a_message_is_blank() -> None:
    assert message_alone(f"{MESSAGE}\n7 个回复\n老周\n赞同来自: 小陈", DATA).rstrip() == MESSAGE
