"""How far the case has come by the newest message in it."""

from __future__ import annotations

from poa_app.facts.folding import fold
from poa_app.knowledge import knowledge
from poa_app.notice.read import read_notice
from poa_app.notice.stages import stage_of
from poa_app.notice.thread import newest
from tests.each import for_each

OURS = """Dear Amazon,
We apologize for the late orders. We have found the root cause: our warehouse was short of staff.
We have trained two packers and we will check each day at noon, as a preventive measure. Our team is ready.
Sincerely, Tarn & Field"""
NOTICE = "Your account has been deactivated, because your order defect rate exceeded the target of 1%. Please appeal."
ANSWER = (
    "Thank you for submitting your appeal. We received your submission but do not have enough information to "
    "reactivate your account. Please send greater detail on the root cause."
)


def test_the_newest_message_tells_the_stage_though_older_ones_stand_below() -> None:
    thread = f"{ANSWER}\n\nOn 3 Nov 2026, Mark wrote:\n{OURS}\n\nOn 1 Nov 2026, Amazon wrote:\n{NOTICE}"
    assert stage_of(fold(thread), thread, knowledge().recognition) == "rejected"


def test_a_letter_of_our_own_on_top_is_passed_over() -> None:
    thread = f"{OURS}\n\nOn 1 Nov 2026, Amazon wrote:\n{NOTICE}"
    start, end = newest(thread)
    assert NOTICE in thread[start:end]
    assert "apologize" not in thread[start:end]


def test_what_may_be_given_back_later_is_not_given_back() -> None:
    text = "Once your account has been reactivated you can sell. To have it reactivated, please appeal."
    assert stage_of(fold(text), text, knowledge().recognition) == "first"


@for_each(
    "text",
    [
        "We've read your plan of November 12 and the measures look sound. You may sell again from today.",
        "Thanks for the invoices. They cover the units sold, so the listing B0D8LN5RQT is on sale again.",
        "Wir haben Ihren Maßnahmenplan geprüft. Ihr Konto ist wieder freigegeben.",
        "Merci pour votre plan d'action. Nous avons rétabli vos offres sur Amazon.fr.",
        "您提供的授权书已通过审核，我们于今日撤销了对该商品的限制，买家现在可以购买。",
    ],
)
def test_an_answer_that_gives_back_and_finds_nothing_wanting_is_the_good_one(text: str) -> None:
    assert read_notice(text, knowledge()).stage == "reinstated"


@for_each(
    "text",
    [
        "Nous avons bien reçu votre plan. Il ne nous permet pas de réactiver votre compte.",
        "Ihren Plan haben wir gelesen. Wir können das Konto auf Amazon.de nicht wieder freigeben.",
        "We read your plan. We can't turn your offers back on yet, since it doesn't tell us why parcels left late.",
    ],
)
def test_an_answer_that_gives_nothing_back_is_a_refusal(text: str) -> None:
    assert read_notice(text, knowledge()).stage == "rejected"
