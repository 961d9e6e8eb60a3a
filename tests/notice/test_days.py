"""The day of a notice, in the forms in which headers, notes and signatures write it."""

from __future__ import annotations

from datetime import date

from poa_app.notice.days import received
from tests.each import for_each


@for_each(
    "text",
    [
        "Store: Amazon.ca\tAs of: Nov 9, 2026\nLate Shipment Rate\t0.9%",
        "Call note, Account Health Services, Monday, November 9, 2026, 10:40 PST, spoke with Dana",
        "got this from Amazon AU, received 9/11/2026. Any idea?",
        "Date: lun. 9 nov. 2026 à 10:03\nHello,",
        "Datum: Mo., 9. Nov. 2026 um 11:20 Uhr",
        "收到日期：2026年11月9日\n您的订单缺陷率为 1.8%",
        "整个美国站直接封了，11月9日收到的信（2026年）。",
        "Your appeal was not enough.\nSeller Performance, 9 November 2026",
        "notice@amazon.de | Montag, 9. November 2026, 09:31 | Infringement ID 12877053349\n\nHello,",
        "seller got this as push message, 9/11/2026, 6:12 AM Pacific\n\nYour offer is down.",
        "Account Health page, copied Nov 9 2026\n\nLate Shipment Rate 5 %",
        "Amazon Seller Performance - Escalations - 2026-11-09\n\nThe account will stay closed.",
        "Guten Tag,\n\nIhr Angebot ist weg.\n\nMünchen, den 9. November 2026",
        "主题：您的商品信息已恢复\n发送日期：2026年11月9日\n\n您好！",
        "Order 701-3347712-9905264\nClaim amount: 84.10     Decided: 2026-11-09\n\nWe reviewed it.",
        "Dated 9th November 2026\n\nHello,\n\nWe removed your offer.",
        "Hello,\n\nWe removed your offer.\n\nMessage generated on 2026-11-09",
        "[11/09/26, 10:41 AM] Amazon notification:\nOffer hidden\nThe price is too high.",
        "亚马逊日本站卖家公告发布日期：2026年11月9日\n\n配送费用调整说明",
        "You can appeal within 30 days of this decision (9 November 2026). Attach the proof.",
    ],
)
def test_the_day_of_a_notice_is_read(text: str) -> None:
    read = received(text, "month-first" if text.startswith("[11/") else "day-first", (0, len(text)))
    assert read is not None
    assert read.value == date(2026, 11, 9)


@for_each(
    "text",
    [
        "Claim opened: 09/11/2026\nAmount: 20",
        "Requested\tNov 1, 2026\nShipped\tNov 9, 2026",
        "On 09.11.2026 at 12:18 you invited a colleague to your account.",
        "感谢您于2026年10月29日发来的信息",
        "Reply to this e-mail by 12/03/2026.",
        "Please reply by 9 November 2026\n\nHello,\n\nWe removed your offer.",
        "Answer this message before 9 November 2026, or the account stays closed.",
        "Thank you for your message of November 9, 2026. It does not answer our questions.",
        "We have received your letter dated 9 November 2026 and need more detail.",
    ],
)
def test_a_day_of_something_else_is_not_that_of_the_notice(text: str) -> None:
    assert received(text, "day-first", (0, len(text))) is None


@for_each(
    "text",
    [
        "Inbound quality\n\nOn November 9, 2026 we stopped the creation of new shipments, as cartons were too heavy.",
        "Le 9 novembre 2026, nous avons désactivé les offres que vous expédiez vous-même.",
        "您好！\n自2026年11月9日起，您在加拿大站销售的推车已被下架，请联系权利人。",
    ],
)
def test_a_first_message_is_of_the_day_on_which_amazon_did_what_it_tells(text: str) -> None:
    read = received(text, "day-first", (0, len(text)), tells_event=True)
    assert read is not None
    assert read.value == date(2026, 11, 9)
    assert (
        received("On November 9, 2026 you sent us a plan. It is short.", "day-first", (0, 51), tells_event=True) is None
    )
