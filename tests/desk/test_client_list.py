"""The client's list says in Chinese what is still needed, why, what will not do, and by when."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from poa_app.desk import create
from poa_app.desk.client_list import request_list
from poa_app.desk.letters import check_case
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import Client, Deadline

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=CHINA)
NOTHING = "目前没有需要客户补充的资料。"


def _listed(case: Case, now: datetime = NOW) -> str:
    return request_list(case, check_case(case, now.date()), now)


@pytest.mark.parametrize("slug", sorted(knowledge().enforcements))
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


def test_the_deadline_is_told_in_the_readers_own_zone() -> None:
    case = Case(deadline=Deadline(due=date(2026, 3, 4), time="20:30", zone="UTC"))
    assert "请在 2026年3月5日 04:30 之前提供" in _listed(case)
    assert "请在 2026年3月4日 20:30 之前提供" in _listed(case, NOW.astimezone(UTC))
    assert "之前提供" not in _listed(Case())


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


def test_a_gap_only_the_client_can_fill_is_asked_with_its_reason(late_shipment: Case) -> None:
    first = late_shipment.corrective_actions[0].model_copy(update={"date": None, "done": None})
    case = late_shipment.model_copy(update={"corrective_actions": (first, *late_shipment.corrective_actions[1:])})
    findings = check_case(case, NOW.date())
    asked = [
        one for one in findings if one.path in (f"/corrective_actions/{first.id}/{end}" for end in ("date", "done"))
    ]
    assert {one.rule for one in asked} >= {"completeness.missing", "completeness.not-done"}
    told = request_list(case, findings, NOW)
    assert "还需要确认的内容：" in told
    for one in asked:
        if one.rule in ("completeness.missing", "completeness.not-done"):
            assert f"- {one.message_zh}（{one.why_zh.rstrip('。')}）" in told


def test_it_is_written_in_chinese_and_ends_with_how_to_send_it(late_shipment: Case) -> None:
    for case in (Case(), late_shipment, create("inauthentic-complaint")):
        told = _listed(case)
        assert all(re.search(r"[\u4e00-\u9fff]", line) for line in told.split("\n") if line)
        assert told.endswith("确实无法提供的，请直接说明原因。")
