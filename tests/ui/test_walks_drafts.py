"""A finished draft is pasted, English or Chinese, split into rows and mended; the letters are read at the end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.ui import walk_texts_typed as texts
from tests.ui.screen_walk import ScreenWalk, walks  # noqa: F401 - fixture
from tests.ui.sound_walk import is_sound
from tests.ui.test_screens import store  # noqa: F401 - fixture

pytestmark = [pytest.mark.slow, pytest.mark.screens, pytest.mark.no_cover]

MOST_FIELDS = 60

Walks = Callable[[str, str], ScreenWalk]
Report = Callable[[str, str, str], None]


def test_a_begging_draft_is_pasted_and_mended(walks: Walks, report: Report) -> None:  # noqa: F811
    walk = walks("EN 5 pasted draft", "en")
    notice = texts.LATE_NOTICE.replace("11.38%: 47 of 413", "9.24%: 38 of 411")
    walk.begin(notice.replace("Juniper Lane Goods", "Oduya Home Supplies"), confirm=False)
    walk.choose(walk.rows("violations")[0], enforcement="late-shipment-rate")
    walk.client("Oduya Home Supplies", "Oduya Home Supplies LLC", "A1EXAMPLE20357", "Tunde Oduya", "Owner")
    walk.choose("", marketplaces=["US"], fulfilment="seller")
    walk.fill("", scope="all seller-fulfilled offers on Amazon.com", affected="38")
    walk.fill("/notice", received="11/23/2026")
    walk.next("workbench")
    read = walk.paste_draft(texts.DRAFT)
    assert read["Dear Amazon Team,"] == "left_out"
    for words in (
        "It is not fully our fault, the carrier UPS came late",
        "Benny was fired on November 25",
        "Every day we lose money and people's lives",
        "Thank you so much and God bless you,",
        "Tunde Oduya",
        "Oduya Home Supplies LLC",
    ):
        walk.put(words, "left_out")
    walk.press_key(f"split{walk.id}")
    (cause,), (action,) = walk.rows("root_causes"), walk.rows("corrective_actions")
    first, second = walk.rows("preventive_measures")
    walk.fill("", opening="The failure was in our own order printing. We are sorry.")
    walk.metric(
        walk.rows("metrics")[0],
        ("9.24", "38", "411", "10/22/2026", "11/20/2026"),
        ("1.3", "5", "385", "10/30/2026", "11/27/2026"),
    )
    a, b = walk.exhibits(
        ("order-list", "11/24/2026", "All 38 late orders"),
        ("log", "11/27/2026", "Order check sheet"),
    )
    walk.fill_cause(
        cause,
        a,
        "start",
        "end",
        head="Orders stayed in the printer",
        what="Our worker left the orders of three days in the printer, so 38 orders were confirmed late.",
        explains="38",
        who="packing clerk",
        where="at our warehouse in Dayton, Ohio",
        why="Nobody compared the printed orders with the order list.",
        unnoticed="Nobody looked at Account Health during these days.",
    )
    walk.propose(cause)
    held = walk.case.corrective_actions[0]
    assert (str(held.date), held.who) == ("2026-11-24", "shipping manager")
    of = [cause.rpartition("/")[2]]
    walk.open_row(action)
    walk.fill(action, what="Shipped the 38 orders.", how="by UPS")
    walk.choose(action, causes=of, exhibits=[a.rpartition("/")[2]])
    walk.propose(action)
    for measure, words in (
        (
            first,
            {
                "what": "Checks the orders against the printed labels",
                "since": "11/25/2026",
                "frequency": "every day at 3 pm",
                "who": "the shipping manager",
            },
        ),
        (second, {"what": "Looks at Account Health", "since": "Nov 25, 2026", "frequency": "every morning"}),
    ):
        walk.open_row(measure)
        walk.fill(measure, **words, record="check sheet")
        walk.choose(measure, causes=of, exhibits=[b.rpartition("/")[2]])
        walk.propose(measure)
    walk.fill("", closing="Please reinstate our seller-fulfilled offers.", letter_date="November 28, 2026")
    walk.follow({})
    is_sound(walk, "Oduya Home Supplies", "Tunde", "Owner", "Dayton Ohio", "UPS")
    walk.tell(report, MOST_FIELDS)


COMPANY = "Shenzhen Zhenhua Home Co., Ltd."


def test_a_chinese_draft_becomes_drafts_for_a_translator(walks: Walks, report: Report) -> None:  # noqa: F811
    walk = walks("ZH 5 中文草稿", "zh")
    walk.begin(texts.LATE_NOTICE_ZH, confirm=False)
    walk.client("Zhenhua Home", COMPANY, "A1EXAMPLE77031", "Li Na", "General Manager")
    walk.search("迟发", "late-shipment-rate")
    walk.choose("", marketplaces=["US"], fulfilment="seller")
    walk.fill("", scope="All orders sent from our Dongguan warehouse", affected="41单")
    walk.fill("/notice", received="2026/11/24")
    walk.next("workbench")
    read = walk.paste_draft(texts.DRAFT_ZH)
    assert all(part != "opening" for words, part in read.items() if "采取的措施" in words)
    for words, where in (
        ("问题产生的根本原因", "left_out"),
        ("我们保证以后不会再发生，恳请恢复店铺。", "closing"),
        ("敬礼", "left_out"),
        ("李娜", "signatory"),
    ):
        walk.put(words, where)
    walk.press_key(f"split{walk.id}")
    walk.have_translated(texts.TRANSLATED)
    causes = first, second = walk.rows("root_causes")
    assert walk.case.root_causes[0].what == texts.TRANSLATED["仓库只有一名打包员"]
    walk.metric(
        walk.rows("metrics")[0],
        ("9.8%", "41单", "418", "2026年10月22日", "2026年11月20日"),
        ("1.2", "5", "402", "2026年10月29日", "2026年11月24日"),
    )
    a, b = walk.exhibits(
        ("order-list", "2026年11月25日", "Late orders by cause"), ("log", "2026年11月25日", "Daily shipping check")
    )
    for cause, head, many, who, why in (
        (first, "No backup for packing", "30单", "warehouse manager", "no backup was named"),
        (second, "Handling time too short", "11单", "operations manager", "nobody checked the setting"),
    ):
        words = {"head": head, "explains": many, "who": who, "why": why}
        walk.fill_cause(cause, a, "start", "end", **words, unnoticed="the rate was read only once a month")
    for action, cause, who, how in zip(
        walk.rows("corrective_actions"),
        causes,
        ("customer service lead", "operations manager"),
        ("by e-mail", "in the shipping settings"),
        strict=True,
    ):
        walk.open_row(action)
        walk.fill(action, date="2026年11月24日", who=who, how=how)
        walk.choose(action, causes=[cause.rpartition("/")[2]], exhibits=[a.rpartition("/")[2]])
    for measure, often, who in zip(
        walk.rows("preventive_measures"),
        ("at 10:00 and 16:00 every day", "on every working day"),
        ("operations manager", "warehouse manager"),
        strict=True,
    ):
        walk.open_row(measure)
        walk.fill(measure, since="2026年11月24日", frequency=often, who=who, record="the daily check table")
        ids = [cause.rpartition("/")[2] for cause in causes]
        walk.choose(measure, causes=ids, exhibits=[b.rpartition("/")[2]])
    walk.follow({})
    is_sound(walk, COMPANY, "Zhenhua Home", "Li Na", "General Manager", "Dongguan")
    walk.tell(report, MOST_FIELDS)
