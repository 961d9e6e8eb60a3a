"""A buyer's words between quotation marks are known by who speaks and of what."""

from __future__ import annotations

from poa_app.notice.speech import repeats_buyer
from tests.each import for_each


@for_each(
    "text",
    [
        'Order 204-9917305-2216648: "I paid for a new one and this is used. Send me a new one or I open a claim."',
        "„Ich habe eine Lampe bestellt, und mein Kabel ist gebrochen. Geld zurück!“ Antworten Sie bitte.",
        "买家留言：“我收到的充电宝很烫，太危险了，我要退款，还要向亚马逊投诉，请马上处理，不然我给差评。”",
    ],
)
def test_a_message_that_repeats_a_buyer_is_known(text: str) -> None:
    assert repeats_buyer(text)


@for_each(
    "text",
    [
        'Your card says "leave us five stars and get ten dollars back on your next order". This breaks our policy.',
        "We have removed the listing, because a buyer said that I am wrong.",
        'A buyer wrote "I paid for a new one, this is used, send money". '
        + "We have removed your listing for it. " * 9,
    ],
)
def test_a_notice_that_quotes_a_few_words_is_none(text: str) -> None:
    assert not repeats_buyer(text)
