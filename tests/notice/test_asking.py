"""What a notice asks is read from lists of whatever form: in one line, in a table, under arrows, broken lines."""

from __future__ import annotations

from poa_app.notice.asking import questions
from poa_app.notice.sentences import pieces
from tests.each import for_each

ASKED = ("what led to it", "what you have done about it", "what keeps it from coming back")


@for_each(
    "text",
    [
        "Write to us on (i) what led to it, (ii) what you have done about it, (iii) what keeps it from coming back.",
        "Answer below: A. What led to it? B. What you have done about it? C. What keeps it from coming back?",
        "Your text lacks detail as to the following: what led to it, what you have done about it, "
        "and what keeps it from coming back.",
        "| If not, we want to see:\n| >> what led to it\n| >> what you have done\n|    about it\n"
        "| >> what keeps it from coming back\n|\n",
        "Question | Your answer\nWhat led to it?     |\nWhat you have done about it?   |\n"
        "What keeps it from coming back? |\n",
    ],
)
def test_points_are_read_in_whatever_form_they_are_put(text: str) -> None:
    assert tuple(one.value.lower().rstrip("?,") for one in questions(pieces(text))) == ASKED


def test_a_heading_behind_an_address_is_no_question_of_the_sentence_before_it() -> None:
    text = (
        'Your funds stay in your account under our "Payout Policy":\nhttps://sellercentral.amazon.com/help/1\n'
        "Why did this happen?\nWe could not check who you are.\nPlease send:\n-- Your passport\n"
    )
    assert [one.value for one in questions(pieces(text))] == ["Your passport"]


def test_what_a_paper_must_look_like_is_not_asked() -> None:
    text = (
        "Das Dokument muss die folgenden Anforderungen erfüllen:\n-- Es muss echt sein.\n-- Es darf kein Foto sein.\n"
    )
    assert questions(pieces(text)) == ()


def test_a_chinese_question_that_was_broken_stays_whole() -> None:
    text = "请您就以下问题作出说明：\n一、您为何合并？\n二、您是否还有其他\n类似的变体？请列出。\n三、您如何防止？\n"
    assert [one.value for one in questions(pieces(text))][1] == "您是否还有其他类似的变体？请列出。"
