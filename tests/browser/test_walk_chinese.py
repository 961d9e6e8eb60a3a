"""The five tasks of a Chinese operator, walked again in the Chinese interface as they were typed then."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from tests.browser.desk import Desk
from tests.browser.sound_letter import is_sound
from tests.browser.walk import Walk, dump

Report = Callable[[str, str, str], None]
Walks = Callable[[str], Walk]

MOST_FIELDS = 60
"""Fields a late shipment case may ask to be typed; the operator typed 76."""


@pytest.fixture
def walks(tab: Callable[[str, int], Desk]) -> Iterator[Walks]:
    """Begins walks in Chinese, and keeps how the last one ended."""
    begun: list[Walk] = []
    yield lambda task: begun.append(Walk(tab("zh", 1280), task)) or begun[-1]
    dump(begun[-1])


COMPANY = "Shenzhen Zhenhua Home Co., Ltd."

LATE_NOTICE = """Hello Zhenhua Home,

Your seller-fulfilled offers on Amazon.com have been deactivated on November 24, 2026.

Your late shipment rate is higher than the goal of less than 4%. From October 22, 2026 to November 20, 2026 your late \
shipment rate was 9.8%: 41 of 418 seller-fulfilled orders were confirmed after the expected ship date.

Send us a plan of action within 72 hours that explains the root causes of the late shipments, the actions taken and \
the steps taken to prevent late shipments going forward.

Amazon.com"""

LATE_ACTIONS = """1、changed the handling time from 1 day to 2 days\t2026年11月24日\t运营主管\t已完成
2、Shipped the 6 orders that were still open.\t11/25/2026\t仓库主管\t已完成"""


def test_a_late_shipment_case_as_an_operator_types_it(walks: Walks, report: Report) -> None:
    walk = walks("ZH 1 迟发率")
    walk.begin(LATE_NOTICE)
    walk.client("Zhenhua Home", COMPANY, "A1EXAMPLE77031", "Li Na", "General Manager")
    walk.search("迟发", "late-shipment-rate")
    walk.where("US", "Seller-fulfilled")
    walk.fill("", scope="All orders sent from our Dongguan warehouse")
    walk.fill("/notice", received="2026/11/24")
    walk.fill("", affected="41单")
    walk.fill("/deadline", due="11月27日", time="上午9:12", zone="太平洋时间")
    walk.press("Next: workbench")
    walk.fill("", opening="This is our fault. We did not manage the packing and the handling time setting well.")
    walk.metric(
        walk.rows("metrics")[0],
        ("９.8%", "41单", "418", "2026年10月22日", "2026.11.20"),
        ("1，2％", "5单", "402", "10月29日", "2026/11/27"),
    )
    walk.exhibits(
        ("order-list", "2026/11/25", "Late orders by cause"),
        ("settings-record", "2026.11.24", "Handling time before and after"),
        ("log", "11月27日", "Daily shipping check"),
    )
    (cause,) = walk.rows("root_causes")
    walk.open_row(cause)
    walk.fill(
        cause,
        head="No backup for packing",
        what="Only one packer worked in our warehouse, and 41 orders was not packed before the last pick-up.",
        explains="41单",
        who="the warehouse manager 王强",
        where="our Dongguan warehouse",
        why="because no backup staff was arranged，and the handling time setting is 1 day",
        unnoticed="We only check the LSR every month, nobody found it.",
    )
    walk.take(f"{cause}/start")
    walk.take(f"{cause}/end")
    assert walk.reads_as(f"{cause}/where") == "at our Dongguan warehouse"
    assert walk.reads_as(f"{cause}/why") == "no backup staff was arranged, and the handling time setting is 1 day"
    walk.unfold()
    walk.choose(f"{cause}/exhibits", "A")
    actions = walk.paste_lines("corrective_actions", LATE_ACTIONS)
    hows = ("change it in the shipping settings of Seller Central", "by SF Express")
    for action, how, proof in zip(actions, hows, "BA", strict=True):
        walk.open_row(action)
        walk.fill(action, how=how)
        walk.choose(f"{action}/causes", "原因1")
        walk.choose(f"{action}/exhibits", proof)
    (measure,) = walk.rows("preventive_measures")
    walk.open_row(measure)
    walk.fill(
        measure,
        what="check all unshipped order",
        since="11月25日",
        frequency="every day 10am and 4pm",
        who="the operation supervisor",
        record="Feishu table 每日发货检查表",
    )
    walk.choose(f"{measure}/causes", "原因1")
    walk.choose(f"{measure}/exhibits", "C")
    walk.fill(
        "",
        closing="Please give us a chance and help us to recover the account as soon as possible, thanks!",
        letter_date="2026/11/28",
    )
    walk.notes += walk.follow(
        {
            "原因1/who": "warehouse manager Wang Qiang",
            "措施1/who": "operations manager",
            "措施2/who": "warehouse manager",
            "预防1/record": "the Feishu shipping check table",
        }
    )
    walk.to_check()
    is_sound(walk, COMPANY, "Zhenhua Home", "Li Na", "General Manager", "Wang Qiang", "Dongguan", "Feishu", "Express")
    walk.tell(report, MOST_FIELDS)
    assert walk.fields <= MOST_FIELDS


DRAFT = """尊敬的亚马逊团队：

我们的店铺因为迟发率超标被停用，非常抱歉。

一、问题产生的根本原因
1、仓库只有一名打包员，11月3日至11月9日有41个订单没有按时发出。
2、备货时间设置为1天，没有人核对。

二、我们已经采取的措施
1、11月24日客服主管给41个客户逐个发邮件道歉。
2、11月24日运营主管把备货时间从1天改为2天。

三、今后的预防措施
1、每天10点和16点运营主管检查所有未发货订单。
2、新增一名打包员作为替岗。

我们保证以后不会再发生，恳请恢复店铺。

此致
敬礼
深圳市振华家居有限公司
李娜
2026年11月25日"""


def test_a_chinese_draft_becomes_drafts_for_a_translator(walks: Walks, report: Report) -> None:
    walk = walks("ZH 5 中文草稿")
    walk.begin(LATE_NOTICE)
    walk.client("Zhenhua Home", COMPANY, "A1EXAMPLE77031", "Li Na", "General Manager")
    walk.search("迟发", "late-shipment-rate")
    walk.where("US", "Seller-fulfilled")
    walk.fill("", scope="All orders sent from our Dongguan warehouse")
    walk.fill("/notice", received="2026/11/24")
    walk.fill("", affected="41单")
    walk.press("Next: workbench")
    read = dict(walk.paste_draft(DRAFT))
    assert all(part != "开头" for words, part in read.items() if "采取的措施" in words)
    for words, where in (
        ("问题产生的根本原因", "不收入"),
        ("我们保证以后不会再发生，恳请恢复店铺。", "结尾"),
        ("敬礼", "不收入"),
        ("李娜", "落款人"),
    ):
        walk.put(words, where)
    walk.split()
    walk.press_on(walk.desk.keyed("drafts").locator("label").first)
    handed = walk.hand_over()
    back = []
    for number, chinese in re.findall(r"^(\d+)\. 【[^】]*】(.*)$", handed, re.MULTILINE):
        back.append(f"{number}. {next(said for begins, said in TRANSLATED.items() if begins in chinese)}")
    walk.give_back("\n".join(back))
    first, second = walk.rows("root_causes")
    walk.desk.stores(f"{first}/what", TRANSLATED["仓库只有一名打包员"])
    walk.metric(
        walk.rows("metrics")[0],
        ("9.8%", "41单", "418", "2026年10月22日", "2026年11月20日"),
        ("1.2", "5", "402", "2026年10月29日", "2026年11月24日"),
    )
    walk.exhibits(
        ("order-list", "2026年11月25日", "Late orders by cause"), ("log", "2026年11月25日", "Daily shipping check")
    )
    for cause, head, many, who, why in (
        (first, "No backup for packing", "30单", "warehouse manager", "no backup was named"),
        (second, "Handling time too short", "11单", "operations manager", "nobody checked the setting"),
    ):
        walk.open_row(cause)
        walk.fill(cause, head=head, explains=many, who=who, why=why, unnoticed="the rate was read only once a month")
        walk.take(f"{cause}/start")
        walk.take(f"{cause}/end")
        walk.unfold()
        walk.choose(f"{cause}/exhibits", "A")
    for number, (action, who, how) in enumerate(
        zip(
            walk.rows("corrective_actions"),
            ("customer service lead", "operations manager"),
            ("by e-mail", "in the shipping settings"),
            strict=True,
        ),
        1,
    ):
        walk.open_row(action)
        walk.fill(action, date="2026年11月24日", who=who, how=how)
        walk.choose(f"{action}/causes", f"原因{number}")
        walk.choose(f"{action}/exhibits", "A")
    controls = zip(
        walk.rows("preventive_measures"),
        ("at 10:00 and 16:00 every day", "on every working day"),
        ("operations manager", "warehouse manager"),
        strict=True,
    )
    for measure, often, who in controls:
        walk.open_row(measure)
        walk.fill(measure, since="2026年11月24日", frequency=often, who=who, record="the daily check table")
        walk.choose(f"{measure}/causes", "原因1", "原因2")
        walk.choose(f"{measure}/exhibits", "B")
    walk.notes += walk.follow({})
    walk.to_check()
    is_sound(walk, COMPANY, "Zhenhua Home", "Li Na", "General Manager", "Dongguan")
    walk.tell(report)


TRANSLATED = {
    "停用，非常抱歉": "The failure was in our own shipping process.",
    "仓库只有一名打包员": "Only one packer worked in the warehouse and 30 orders were not shipped on time",
    "备货时间设置": "The handling time was set to 1 day and 11 orders were not shipped on time",
    "逐个发邮件道歉": "sent an apology by e-mail to each of the 41 buyers",
    "备货时间从": "changed the handling time from 1 day to 2 days",
    "检查所有未发货订单": "checks all unshipped orders",
    "新增一名打包员": "names a second packer for each shift",
    "恳请恢复店铺": "We ask you to reinstate our seller-fulfilled offers.",
}
"""What a translator gives back, by words of the Chinese."""
