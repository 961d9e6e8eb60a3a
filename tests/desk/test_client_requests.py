"""The client's list says in both languages what is still needed, why, what will not do, and by when."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from poa_app.desk import create
from poa_app.desk.client_requests import request_list
from poa_app.desk.letters import check_case
from poa_app.knowledge import knowledge
from poa_app.model.case import Case, Draft
from poa_app.model.facts import Client, Deadline, Metric, Supplier
from poa_app.model.finding import Finding
from poa_app.model.rows import PreventiveMeasure
from tests.each import for_each

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=CHINA)
NOTHING = "目前没有需要客户补充的资料。"


def _listed(case: Case, now: datetime = NOW, language: str = "zh") -> str:
    return request_list(case, check_case(case, now.date()), now, language)


@for_each("slug", sorted(knowledge().enforcements))
def test_each_evidence_still_missing_is_named_with_why_and_what_will_not_do(slug: str) -> None:
    known, case = knowledge(), create(slug)
    wanted = {f.path.rsplit("/", 1)[-1] for f in check_case(case, NOW.date()) if f.rule == "completeness.evidence"}
    told = _listed(case)
    for one in known.enforcements[slug].evidence:
        words = [known.evidence[one.kind].name.zh, one.why.zh]
        words += [item.zh.rstrip("。；") for item in (*one.disqualifiers, *one.alternatives)]
        if one.kind in wanted:
            assert [word for word in words if word not in told] == []
        else:
            assert f"用途：{one.why.zh}" not in told
    assert [int(number) for number in re.findall(r"(?m)^(\d+)\. ", told)] == list(range(1, len(wanted) + 1))


def test_the_deadline_is_told_in_beijing_time_and_in_that_of_the_site() -> None:
    case = Case(marketplaces=("US",), deadline=Deadline(due=date(2026, 3, 4), time="20:30"))
    told = "亚马逊的截止时间：北京时间 2026年3月5日 12:30 = 太平洋时间（美西） 2026年3月4日 20:30。"
    for zone in ("Asia/Shanghai", "UTC", "America/New_York"):
        assert told in _listed(case, NOW.astimezone(ZoneInfo(zone)))
    assert "截止时间" not in _listed(Case())


@pytest.mark.parametrize("due", [date.min, date.max])
def test_a_day_at_the_edge_of_the_calendar_stops_nothing(due: date) -> None:
    assert _listed(Case(deadline=Deadline(due=due))).startswith("【店铺】申诉资料清单")


def test_the_store_is_named() -> None:
    assert _listed(Case(client=Client(store="Nordlicht"))).startswith("【Nordlicht】申诉资料清单\n")


@pytest.mark.parametrize("deadline", [Deadline(), Deadline(due=date(2026, 3, 4))])
def test_nothing_missing_says_so(example: Case, deadline: Deadline) -> None:
    told = _listed(example.model_copy(update={"deadline": deadline}), datetime(2027, 1, 1, tzinfo=CHINA))
    assert NOTHING in told
    assert "1. " not in told


def _without(case: Case, kind: str) -> Case:
    return case.model_copy(update={"exhibits": tuple(one for one in case.exhibits if one.kind != kind)})


@pytest.mark.parametrize("deadline", [Deadline(), Deadline(due=date(2026, 3, 4))])
def test_a_single_thing_missing_is_not_called_nothing(late_shipment: Case, deadline: Deadline) -> None:
    known = knowledge()
    kind = next(one.kind for one in known.enforcements["late-shipment-rate"].evidence if one.required)
    told = _listed(_without(late_shipment, kind).model_copy(update={"deadline": deadline}))
    assert f"1. {known.evidence[kind].name.zh}" in told
    assert NOTHING not in told


def _gap(path: str, rule: str = "completeness.missing") -> Finding:
    return Finding(
        rule=rule,
        family="completeness",
        severity="blocks",
        path=path,
        message="Gap.",
        message_zh="缺口。",
        why="Why.",
        why_zh="原因。",
        source="design",
    )


def test_a_gap_is_asked_in_plain_words_that_name_its_row(late_shipment: Case) -> None:
    first, second = late_shipment.corrective_actions[:2]
    changed = (first.model_copy(update={"who": None}), second.model_copy(update={"who": None}))
    drafted = Draft(path=f"/corrective_actions/{second.id}/what", text="停售\n逾期商品")
    case = late_shipment.model_copy(
        update={"corrective_actions": (*changed, *late_shipment.corrective_actions[2:]), "drafts": (drafted,)}
    )
    told = request_list(case, check_case(case, NOW.date()), NOW, "zh")
    for words in (first.what, "停售 逾期商品"):
        assert f"- 纠正措施“{words}”：由哪个岗位完成？\n  用途：申诉信要写明责任岗位，不写姓名。\n" in told


def test_a_row_without_words_is_named_by_its_number() -> None:
    case = Case(suppliers=(Supplier(id="suppl1"), Supplier(id="suppl2", name="Example Trading")))
    told = request_list(case, (_gap("/suppliers/suppl1/phone"), _gap("/suppliers/suppl2/phone")), NOW, "zh")
    assert "- 供应商 1：有人接听的电话是多少？\n" in told
    assert "- 供应商“Example Trading”：有人接听的电话是多少？\n" in told


def test_a_deed_not_confirmed_is_asked_for_once_with_its_day_and_proof(late_shipment: Case) -> None:
    first = late_shipment.corrective_actions[0].model_copy(update={"date": None, "done": None, "exhibits": ()})
    case = late_shipment.model_copy(update={"corrective_actions": (first, *late_shipment.corrective_actions[1:])})
    told = _listed(case)
    own = [line for line in told.splitlines() if first.what and first.what in line]
    assert own == [f"- 纠正措施“{first.what}”：是否已完成？请给出完成日期和凭证。"]


def test_the_figures_of_a_metric_are_asked_for_at_once() -> None:
    case = Case(metrics=(Metric(id="metri1", metric="late-shipment-rate"),))
    gaps = tuple(_gap(f"/metrics/metri1/{part}/{name}") for part in ("then", "now") for name in ("value", "start"))
    asked = [line for line in request_list(case, gaps, NOW, "zh").splitlines() if line.startswith("- ")]
    assert [line.split("“", 1)[1][:14] for line in asked] == ["迟发率（LSR）”：通知中的", "迟发率（LSR）”：目前的数"]


@pytest.mark.parametrize("field", ["head", "causes", "passage"])
def test_what_the_agency_writes_itself_is_not_asked_for(field: str) -> None:
    case = Case(preventive_measures=(PreventiveMeasure(id="preve1"),))
    assert NOTHING in request_list(case, (_gap(f"/preventive_measures/preve1/{field}"), _gap("/opening")), NOW, "zh")


def test_a_field_without_a_question_of_its_own_is_asked_for_by_its_label() -> None:
    case = Case(preventive_measures=(PreventiveMeasure(id="preve1"),))
    told = request_list(case, (_gap("/preventive_measures/preve1/review"),), NOW, "zh")
    assert "- 预防措施 1：下次复核日期？\n  用途：原因。" in told


def test_a_file_that_is_not_there_is_asked_for_by_the_name_of_its_exhibit(supply_chain: Case) -> None:
    (first, *_) = supply_chain.exhibits
    missing = _gap(f"/exhibits/{first.id}/file", "exhibits.no-file")
    asked = f"“{first.title}”: Please send this file.\n  What it is for: It goes to Amazon together with the letter."
    assert asked in request_list(supply_chain, (missing,), NOW, "en")
    assert f"“{first.title}”：请发来这份文件。" in request_list(supply_chain, (missing,), NOW, "zh")


def test_invoices_that_fall_short_are_asked_for(supply_chain: Case) -> None:
    short = _gap(f"/products/{supply_chain.products[0].id}", "exhibits.quantity-short")
    assert "- 缺口。\n  用途：原因。" in request_list(supply_chain, (short,), NOW, "zh")


@for_each("slug", [None, *sorted(knowledge().enforcements)])
def test_one_empty_line_stands_between_the_parts(slug: str | None) -> None:
    told = _listed(create(slug) if slug else Case())
    assert "\n\n\n" not in told
    asked = bool(slug) and any(one.required for one in knowledge().enforcements[slug or ""].evidence)
    assert told.count("\n\n") >= 1 + asked


def test_it_is_written_in_chinese_and_ends_with_how_to_send_it(late_shipment: Case) -> None:
    for case in (Case(), late_shipment, create("inauthentic-complaint")):
        told = _listed(case)
        assert all(re.search(r"[\u4e00-\u9fff]", line) for line in told.split("\n") if line)
        assert told.endswith("确实无法提供的，请直接说明原因。")


ENGLISH_NOTHING = "Nothing is needed from you at the moment."


@for_each("slug", sorted(knowledge().enforcements))
def test_the_english_list_holds_what_the_chinese_one_does_and_no_chinese(slug: str) -> None:
    case = create(slug).model_copy(update={"deadline": Deadline(due=date(2026, 3, 4)), "marketplaces": ("US",)})
    english, chinese = _listed(case, language="en"), _listed(case)
    assert [len(part.splitlines()) for part in english.split("\n\n")] == [
        len(part.splitlines()) for part in chinese.split("\n\n")
    ]
    assert not re.search(r"[\u3000-\u9fff\uff00-\uffef]", english)
    assert len(english.splitlines()) > 10 or not case.route_spec.letter


def test_the_english_deadline_is_told_in_the_sites_time_and_in_the_readers() -> None:
    case = Case(marketplaces=("US",), deadline=Deadline(due=date(2026, 3, 4), time="20:30"))
    told = _listed(case, NOW.astimezone(ZoneInfo("Europe/Berlin")), "en")
    assert "4 March 2026, 20:30 Pacific time = 5 March 2026, 05:30 Central European time." in told


def test_an_english_row_is_named_by_its_english_words(late_shipment: Case) -> None:
    first = late_shipment.corrective_actions[0]
    drafted = Draft(path=f"/corrective_actions/{first.id}/what", text="停售")
    case = late_shipment.model_copy(
        update={
            "corrective_actions": (first.model_copy(update={"who": None}), *late_shipment.corrective_actions[1:]),
            "drafts": (drafted,),
        }
    )
    told = _listed(case, language="en")
    assert f"“{first.what}”: Which position did it?\n  What it is for: The letter names positions" in told


def test_an_english_list_without_gaps_says_that_nothing_is_needed(example: Case) -> None:
    assert ENGLISH_NOTHING in _listed(example, datetime(2027, 1, 1, tzinfo=CHINA), "en")
