"""A finished Chinese draft is pasted, a paragraph put elsewhere; its drafts go to a translator and come back."""

from __future__ import annotations

import re
from typing import Any

from poa_app.desk import notices

DRAFT = """一、问题产生的根本原因
1、仓库只有一名打包员，11月3日至11月9日有41个订单没有按时发出。

二、我们已经采取的措施
1、11月24日运营主管把备货时间从1天改为2天。

我们保证以后不会再发生，恳请恢复店铺。"""

ENGLISH = {
    "打包员": "Only one packer worked in the warehouse and 41 orders were not shipped on time",
    "备货时间": "changed the handling time from 1 day to 2 days",
    "恢复店铺": "We ask you to reinstate our seller-fulfilled offers.",
}
"""What a translator gives back, by words of the Chinese."""


def test_a_chinese_draft_is_pasted_corrected_and_translated(narrow: Any) -> None:
    desk = narrow
    case = notices.begin()
    desk.open(notices.choose_enforcement(case, case.violations[0].id, "late-shipment-rate"))
    _toggle(desk, "Chinese drafts")
    desk.press("Paste a finished draft")
    inside = desk.page.get_by_test_id("stPopoverBody")
    inside.locator("textarea").first.fill(DRAFT)
    inside.locator("textarea").first.press("Tab")
    desk.settle()
    desk.pick(
        inside.get_by_label(desk.say("Where “{words}” goes", words="我们保证以后不会再发生，恳请恢复店铺。")).first,
        "结尾",
    )
    desk.press("Split it into rows")
    desk.stores_rows("/drafts", len(ENGLISH))
    desk.page.keyboard.press("Escape")
    desk.settle()

    desk.press("Have drafts translated")
    handed = inside.locator("code").first.inner_text()
    numbered = re.findall(r"^(\d+)\. 【[^】]*】(.*)$", handed, re.MULTILINE)
    back = [f"{number}. {next(ENGLISH[one] for one in ENGLISH if one in chinese)}" for number, chinese in numbered]
    assert len(back) == len(ENGLISH)
    box = inside.locator("textarea").last
    box.fill("\n".join(back))
    box.press("Tab")
    desk.settle()
    desk.press("Put it into the fields")
    cause = desk.server.held(desk.id, "/root_causes")[0].id
    desk.stores(f"/root_causes/{cause}/what", ENGLISH["打包员"])
    desk.stores("/closing", ENGLISH["恢复店铺"])
    desk.page.keyboard.press("Escape")
    desk.settle()
    desk.reload()
    desk.shows("/closing", ENGLISH["恢复店铺"])


def _toggle(desk: Any, name: str) -> None:
    desk.page.get_by_text(desk.say(name), exact=True).first.click()
    desk.settle()
