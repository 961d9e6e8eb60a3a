"""Sentences that tell nothing that was done to their reader are told from those that do."""

from __future__ import annotations

from poa_app.notice.moods import tells_no_deed
from tests.each import for_each


@for_each(
    "text",
    [
        "Is your account at risk of deactivation?", "您的账户被停用了吗？",
        "If you do not reply, we close the account.",
        "Wenn Sie nicht antworten, wird das Konto gesperrt.", "如果您没有回复，我们会停用账户。",
        "Sellers who refuse returns may lose their account.", "Accounts below 100 may be deactivated.",
        "The listing was closed by you.", "Nothing will be removed.", "各位卖家不得索取评论。",
        "7 out of 10 suspensions could be avoided.",
    ],
)  # fmt: skip
def test_a_question_a_condition_a_general_rule_and_ones_own_deed_tell_no_deed(text: str) -> None:
    assert tells_no_deed(text)


@for_each(
    "text",
    [
        "We have removed your listing.", "Your account will be deactivated if nothing changes.", "您的账户已被停用。",
        "Your listings that do not comply were removed.", "Wir haben Ihr Angebot entfernt.",
    ],
)  # fmt: skip
def test_what_amazon_did_or_is_about_to_do_to_the_reader_is_a_deed(text: str) -> None:
    assert not tells_no_deed(text)
