"""What clients send, in English and Chinese: each fact is found with its kind, its value and its line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.facts.chat import is_dated
from poa_app.facts.told import READ_LIMIT, ToldLine, told_lines
from poa_app.facts.told_reader import facts_in
from tests.each import for_each

FRIDAY = date(2026, 11, 13)
"""The day on which the sentences were written."""


def _facts(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.value) for one in facts_in(text, FRIDAY, FRIDAY)]


ENGLISH = [
    ("We changed the cut-off on Nov 12.", [("date", "2026-11-12")]),
    ("Since November 9, 2026 every label is bought before 3 pm.", [("date", "2026-11-09"), ("time", "15:00")]),
    ("From Nov 3 to Nov 9 our packer was on leave", [
        ("date", "2026-11-03"), ("date", "2026-11-09"), ("role", "packer")]),
    ("We found it yesterday, the refund went out today.", [("date", "2026-11-12"), ("date", "2026-11-13")]),
    ("The scanner broke last Wednesday", [("date", "2026-11-04")]),
    ("On Monday we hired a second packer", [("date", "2026-11-09"), ("role", "packer")]),
    ("We check it every Monday and on 2026-11-10 we began.", [("date", "2026-11-10")]),
    ("41 of 418 orders were late", [("count", "41"), ("count", "418")]),
    ("about 1,200 units are still in stock", [("count", "1200")]),
    ("The rate is 6.3% now, target below 4 percent", [("percentage", "6.3"), ("percentage", "4")]),
    ("Dana Whitlock, warehouse lead, did the recount", [("name", "Dana Whitlock"), ("role", "warehouse lead")]),
    ("our operations manager Marco Bellini signed it", [("role", "operations manager"), ("name", "Marco Bellini")]),
    ("Priya Anand (customer service manager) wrote to them", [
        ("name", "Priya Anand"), ("role", "customer service manager")]),
    ("Benny is our shift supervisor", [("name", "Benny"), ("role", "shift supervisor")]),
    ("the rights owner complained, the lead time is 3 days", [("count", "3")]),
    ("order 113-1234567-7654321 went out late", [("order", "113-1234567-7654321")]),
    ("asin b0exmpl001 and B0EXMPL002", [("asin", "B0EXMPL001"), ("asin", "B0EXMPL002")]),
    ("shipment FBA15EXMPL01 has tracking 1Z999AA10123456784", [
        ("shipment", "FBA15EXMPL01"), ("tracking", "1Z999AA10123456784")]),
    ("tracking number 94001118992231234567", [("tracking", "94001118992231234567")]),
    ("see attached carrier_scans_nov.pdf and orders.xlsx", [
        ("file", "carrier_scans_nov.pdf"), ("file", "orders.xlsx")]),
    ("we paid $1,340.50 back, or EUR 200", [("money", "1340.5"), ("money", "200")]),
    ("invoice no. INV-2026-118", [("code", "INV-2026-118")]),
    ("write to dana@example.com or https://example.com/12345", []),
    ("14 pictures were changed on the 12th, on the 2nd floor", [("count", "14"), ("date", "2026-11-12")]),
    ("3 thousand orders came to $1.2k, or 5 million yen", [
        ("count", "3000"), ("money", "1200"), ("money", "5000000")]),
    ("3 dozen parcels went out late", [("count", "36")]),
    ("Thanks, talk soon!", []),
]  # fmt: skip

CHINESE = [
    ("卖了2千单，退了2百件", [("count", "2000"), ("count", "200")]),
    ("一共2万3千5百单，货款5万美元", [("count", "23500"), ("money", "50000")]),
    ("一万两千单里12万件", [("count", "12000"), ("count", "120000")]),
    ("大概2万3单", []),
    ("11月3日开始，到11月9日为止", [("date", "2026-11-03"), ("date", "2026-11-09")]),
    ("11月3号到9号打包员小王请假", [
        ("date", "2026-11-03"), ("date", "2026-11-09"), ("role", "打包员"), ("name", "小王")]),
    ("2026年11月11日改了截单时间", [("date", "2026-11-11")]),
    ("十一月三号停电", [("date", "2026-11-03")]),
    ("11/3 换了面单打印机", [("date", "2026-11-03")]),
    ("昨天退款，今天发消息", [("date", "2026-11-12"), ("date", "2026-11-13")]),
    ("上周五快递没来，周三才揽收", [("date", "2026-11-06"), ("date", "2026-11-11")]),
    ("10号恢复发货", [("date", "2026-11-10")]),
    ("每周一盘点，周一到周五值班，3号仓", []),
    ("上午9:12到下午3点半", [("time", "09:12"), ("time", "15:30")]),
    ("截单从17:00提前到15:00", [("time", "17:00"), ("time", "15:00")]),
    ("每天9点和21点检查，有3点建议", [("time", "09:00"), ("time", "21:00"), ("count", "3")]),
    ("一共41单没赶上揽收", [("count", "41")]),
    ("约850件在库，退了三单", [("count", "850"), ("count", "3")]),
    ("418个订单里有41单，占9.8%", [("count", "418"), ("count", "41"), ("percentage", "9.8")]),
    ("迟发率降到百分之2.1", [("percentage", "2.1")]),
    ("库存1.2万件", [("count", "12000")]),
    ("仓库主管李强检查了", [("role", "仓库主管"), ("name", "李强")]),
    ("李建国（运营经理）负责", [("name", "李建国"), ("role", "运营经理")]),
    ("客服王芳回复了41个客户", [("role", "客服"), ("name", "王芳"), ("count", "41")]),
    ("仓库主管 Dana Whitlock 已确认", [("role", "仓库主管"), ("name", "Dana Whitlock")]),
    ("订单号：112-1234567-7654321", [("order", "112-1234567-7654321")]),
    ("运单号SF1234567890123", [("tracking", "SF1234567890123")]),
    ("快递单号：773012345678901", [("tracking", "773012345678901")]),
    ("见附件发货扫描.pdf", [("file", "发货扫描.pdf")]),
    ("退了1340.50元，另付￥200", [("money", "1340.5"), ("money", "200")]),
    ("Ｂ0EXMPL001下架了", [("asin", "B0EXMPL001")]),
    ("发票号码：04412345", [("code", "04412345")]),
    ("11月10日\t取消了6单\t运营主管 陈敏", [
        ("date", "2026-11-10"), ("count", "6"), ("role", "运营主管"), ("name", "陈敏")]),
    ("第2次申诉，好的收到", []),
]  # fmt: skip


@for_each(("text", "facts"), ENGLISH, ids=[text for text, _ in ENGLISH])
def test_english_sentences_are_read(text: str, facts: list[tuple[str, str]]) -> None:
    assert _facts(text) == facts


@for_each(("text", "facts"), CHINESE, ids=[text for text, _ in CHINESE])
def test_chinese_sentences_are_read(text: str, facts: list[tuple[str, str]]) -> None:
    assert _facts(text) == facts


def test_the_year_is_the_one_nearest_to_the_message() -> None:
    (early,) = facts_in("12月28日发的货", None, date(2027, 1, 5))
    assert early.value == "2026-12-28"


@for_each("text", ["on November 31", "2026-13-45 was it", "2月30日", "13月5日", "Feb 30, 2026"])
def test_a_day_the_calendar_does_not_have_is_none(text: str) -> None:
    assert [one for one in facts_in(text, FRIDAY, FRIDAY) if one.kind == "date"] == []


def test_a_day_without_year_or_anchor_stays_open() -> None:
    assert [one.value for one in facts_in("11月3日")] == ["????-11-03"]
    assert facts_in("昨天周三") == ()


def test_yesterday_is_not_counted_from_the_notice() -> None:
    assert facts_in("昨天退款", None, FRIDAY) == ()
    assert [one.value for one in facts_in("周三恢复", None, FRIDAY)] == ["2026-11-11"]


def test_a_day_in_numbers_that_can_be_two_keeps_both_the_nearer_first() -> None:
    (one,) = facts_in("done on 11/12/2026", FRIDAY, FRIDAY)
    assert one.readings == ("2026-11-12", "2026-12-11")


def test_what_a_count_counts_is_known_broadly() -> None:
    told = [
        (one.counted, one.about)
        for one in facts_in("约850件，两天，3名打包员，41 of 418 late orders")
        if one.kind == "count"
    ]
    assert told == [("things", True), ("spans", False), ("people", False), ("things", False), ("things", False)]


def test_a_role_and_its_name_know_each_other() -> None:
    name, role = facts_in("Dana Whitlock, warehouse lead, did it")
    assert (name.beside, role.beside) == ("warehouse lead", "Dana Whitlock")


CHAT = """2026-11-12 14:03:22 李强
昨天把22单退款了
[图片]
2026-11-12 14:05:10 晨光家居-小美
截单改到15:00了
2026-11-13 09:00:01 晨光家居-小美
收到
"""


def _read(text: str, received: date | None = None, notice: date | None = None) -> list[ToldLine]:
    return list(told_lines("mess01", text, received, notice))


def test_the_furniture_of_a_chat_is_no_fact_and_tells_the_day() -> None:
    lines = _read(CHAT)
    assert [(line.number, line.text) for line in lines] == [
        (2, "昨天把22单退款了"),
        (5, "截单改到15:00了"),
        (7, "收到"),
    ]
    assert [(one.kind, one.value) for one in lines[0].facts] == [("date", "2026-11-11"), ("count", "22")]


@for_each(
    ("text", "said"),
    [
        ("李强：41单没发", "41单没发"),
        ("[2026/11/12, 14:03:22] Dana: 41 orders", "41 orders"),
        ("Dana Whitlock: 41 orders", "41 orders"),
        ("李强 14:03\n41单没发", "41单没发"),
        ("周三 14:03\n41单没发", "41单没发"),
        ("—————  2026-11-12  —————\n41单没发", "41单没发"),
        (
            "From: Dana <dana@example.com>\nSent: Thursday, November 12, 2026 9:15 AM\nSubject: orders\n\n41 orders",
            "41 orders",
        ),
        ("On Nov 12, 2026, at 9:15 AM, Dana Whitlock wrote:\n> 41 orders", "41 orders"),
        ("41 orders\n\nSent from my iPhone", "41 orders"),
    ],
)
def test_names_times_and_headers_are_taken_off(text: str, said: str) -> None:
    assert [line.text for line in _read(text)] == [said]


@for_each(
    "text",
    [
        "订单号：112-1234567-7654321",
        "截单时间 15:00",
        "11月12日 15:00 换了截单时间",
        "Cut-off moved to 15:00",
        "原因：停电两天",
    ],
)
def test_a_line_that_only_looks_like_a_header_is_read(text: str) -> None:
    (line,) = _read(text)
    assert line.text == text
    assert line.facts


def test_a_long_message_is_read_up_to_its_limit_only() -> None:
    lines = _read("41 orders\n" * (READ_LIMIT // 5))
    assert sum(len(line.text) + 1 for line in lines) <= READ_LIMIT + 1


HOSTILE = [
    "a", "1", "1 ", "11月", "11月3号到9号，", "Dana Whitlock, ", "lead ", "仓库主管李强", ":", "[", "-", "a@", "B0",
    "a.pd", "> ", "一", "On ", "ab. A", "$ ", "111,", "2026-11-12 14:03 ab\n", "1\t", "warehouse lead Dana\n",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("seed", HOSTILE, ids=repr)
def test_five_megabytes_of_anything_are_answered_at_once(
    seed: str, within: Callable[[float, Callable[[], object]], None]
) -> None:
    text = seed * (5_000_000 // len(seed))
    within(5, lambda: _read(text, FRIDAY, FRIDAY))


PIECES = st.sampled_from(
    [text for text, _ in (*ENGLISH, *CHINESE)]
    + [
        "李强 14:03",
        "\n",
        "\t",
        "11月",
        "号",
        "到",
        " of ",
        "%",
        "：",
        "(",
        "Dana",
        "lead",
        "，",
        "0",
        "31月99日",
        "99:99",
    ]
)


@given(st.lists(PIECES | st.text(max_size=12), max_size=12).map("".join), st.none() | st.dates())
@settings(max_examples=300, deadline=None)
def test_every_fact_stands_where_it_says_and_no_two_overlap(text: str, day: date | None) -> None:
    for line in _read(text, day, day):
        assert 1 <= line.number <= len(text.splitlines())
        end = 0
        for one in line.facts:
            assert line.text[one.start : one.end] == one.quote
            assert one.start >= end
            assert one.value
            end = one.end


@for_each(
    ("text", "dated"),
    [
        ("2026-11-24 09:15 王强\n昨天起我们换了标签", True),
        ("Wang Qiang, 24 Nov 2026 at 9:15\nSince yesterday we check", True),
        ("[11/24/26, 09:15] Wang: since yesterday", True), ("王强 11-24 09:15\n今天开始每天检查", False),
        ("Since yesterday we check", False), ("first line\n2026-11-24 09:15 王强\nsecond", False), ("", False),
    ],
)  # fmt: skip
def test_a_text_is_dated_where_a_full_day_stands_above_all_it_says(text: str, dated: bool) -> None:
    assert is_dated(text) == dated


@for_each("said", ["Since Nov 9", "as of Nov. 9", "11月9日起", "自11月9日起，", "从11月9日开始"])
def test_the_day_from_which_something_holds_is_a_day(said: str) -> None:
    assert ("date", "2026-11-09") in _facts(f"{said} every label is checked")
