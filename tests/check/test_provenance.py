"""Each fact of the letter is shown where else it stands; what stands nowhere was entered by hand, and said once."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from poa_app.check.context import CheckContext
from poa_app.check.provenance import Provenance, by_hand, provenance
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import ClientMessage, EarlierAppeal
from poa_app.model.letter import Letter
from poa_app.model.paths import edit
from tests.check.conftest import TODAY, Asked
from tests.each import for_each

DEED = "/corrective_actions/actio1"


def _told(case: Case, text: str, received: date | None = date(2026, 11, 14)) -> Case:
    return edit(case, "/client_messages", (ClientMessage(id="messa1", received=received, text=text),))


def _provenance(case: Case) -> Provenance:
    return provenance(CheckContext(case, Letter("", "", "", TODAY, draft=True), TODAY, knowledge()))


def _by_hand(case: Case) -> list[tuple[str, str]]:
    return [(fact.path, fact.quote) for fact in _provenance(case).by_hand]


def _sources(case: Case, quote: str) -> list[tuple[str, str, int]]:
    (fact,) = [one for one in _provenance(case).letter if one.quote == quote]
    return [(one.kind, one.path, one.number) for one in fact.sources]


def test_without_a_message_nothing_is_said(plan: Case, ask: Asked) -> None:
    made_up = edit(plan, f"{DEED}/where", "at all 17 packing tables")
    assert ask(by_hand, made_up) == ()
    assert ask(by_hand, _told(made_up, "  \n ")) == ()
    assert _provenance(made_up) == Provenance()


def test_the_small_complete_plan_raises_nothing(plan: Case, ask: Asked) -> None:
    assert ask(by_hand, _told(plan, "好的")) == ()


@for_each(
    ("field", "value", "quote"),
    [
        ("where", "at all 17 packing tables", "17"),
        ("date", date(2026, 11, 13), "2026-11-13"),
        ("what", "refunded order 113-1234567-7654321", "113-1234567-7654321"),
        ("name", "Dana Whitlock", "Dana Whitlock"),
        ("how", "with Marco Bellini, shift supervisor, on October 30", "October 30"),
        ("result", "late shipments fell to 2.2 percent", "2.2"),
    ],
)
def test_what_nobody_told_is_named_at_its_field(plan: Case, ask: Asked, field: str, value: Any, quote: str) -> None:
    case = edit(_told(plan, "收到"), f"{DEED}/{field}", value)
    (found,) = ask(by_hand, case)
    assert found.path == f"{DEED}/{field}"
    assert quote in (found.quote or "").split(", ")
    assert found.severity == "consider"


def test_a_value_that_cannot_be_read_yet_is_no_fact_that_somebody_must_have_told(plan: Case, ask: Asked) -> None:
    assert ask(by_hand, edit(_told(plan, "包装是9月3日换的"), f"{DEED}/date", "9月3日")) == ()


@for_each(
    ("text", "field", "value"),
    [
        ("17张打包台都停了", "where", "at all 17 packing tables"),
        ("昨天补打的面单", "date", date(2026, 11, 13)),
        ("退了订单113-1234567-7654321", "what", "refunded order 113-1234567-7654321"),
        ("Dana Whitlock did it", "name", "Dana Whitlock"),
        ("仓库主管李强补打的", "name", "Li Qiang"),
        ("10月30号跟班长 Marco Bellini 一起", "how", "with Marco Bellini, shift supervisor, on October 30"),
        ("迟发率降到2.2%", "result", "late shipments fell to 2.2 percent"),
        ("两台打印机坏了", "where", "at 2 printers"),
        ("we paid $1,340.50 back", "result", "$1,340.50 was paid back"),
    ],
)
def test_what_the_client_told_in_either_language_is_no_finding(
    plan: Case, ask: Asked, text: str, field: str, value: Any
) -> None:
    assert ask(by_hand, edit(_told(plan, text), f"{DEED}/{field}", value)) == ()


@for_each(
    "words",
    [
        "two printers were replaced",
        "on the 2nd floor",
        "under section 3 and step 4 of the sheet",
        "for cause 1.1 (Exhibit A)",
        "one label at a time, 24/7",
        "with the rate under 4 percent over 30 days",
        "1) read the list\n2) compared it",
        "for 1 order",
        "0 orders were late",
        "in 2026",
    ],
)
def test_no_alarm_on_what_counts_nothing_or_is_known_by_itself(plan: Case, ask: Asked, words: str) -> None:
    assert ask(by_hand, edit(_told(plan, "收到"), f"{DEED}/how", words)) == ()


def test_a_sum_of_the_case_is_known_and_a_single_count_is_not(plan: Case, ask: Asked) -> None:
    (cause,) = plan.root_causes
    alone = edit(_told(plan, "收到"), "/root_causes", (cause.model_copy(update={"explains": 37}),))
    assert [one.path for one in ask(by_hand, alone)] == ["/root_causes/cause1/explains"]
    both = (cause.model_copy(update={"explains": 19}), cause.model_copy(update={"id": "cause2", "explains": 18}))
    added = edit(edit(_told(plan, "19单，18单"), "/root_causes", both), "/closing", "All 37 orders are explained.")
    assert ask(by_hand, added) == ()


def test_the_letters_own_date_is_no_fact_of_the_case(plan: Case, ask: Asked) -> None:
    assert ask(by_hand, edit(_told(plan, "收到"), f"{DEED}/date", TODAY)) == ()


def test_a_fact_is_named_where_it_first_stands_only(plan: Case, ask: Asked) -> None:
    case = edit(_told(plan, "收到"), f"{DEED}/where", "at all 17 packing tables")
    case = edit(case, "/preventive_measures/measu1/where", "at all 17 packing tables")
    assert [one.path for one in ask(by_hand, case)] == [f"{DEED}/where"]


def test_a_day_is_the_same_with_its_year_and_without(plan: Case, ask: Asked) -> None:
    case = edit(_told(plan, "收到"), f"{DEED}/date", date(2026, 11, 13))
    case = edit(case, f"{DEED}/how", "after the count of November 13")
    assert [one.path for one in ask(by_hand, case)] == [f"{DEED}/date"]


def test_what_the_house_sets_itself_nobody_needs_to_tell(plan: Case, ask: Asked) -> None:
    assert ask(by_hand, edit(_told(plan, "收到"), "/preventive_measures/measu1/review", date(2027, 1, 4))) == ()


def test_notice_exhibit_metric_and_earlier_letter_are_sources(plan: Case) -> None:
    case = _told(plan, "收到")
    assert _sources(case, "20")[0] == ("notice", "/notice/text", 1)
    assert ("exhibit", "/exhibits/exhib1/date", 0) in _sources(case, "2026-11-12")
    assert ("metric", "/metrics/metri1/then/start", 0) in _sources(case, "2026-10-08")
    earlier = EarlierAppeal(id="earli1", text="First line.\nWe bought 17 tables.")
    case = edit(edit(case, "/earlier_appeals", (earlier,)), f"{DEED}/where", "at all 17 packing tables")
    assert _sources(case, "17") == [("earlier", "/earlier_appeals/earli1", 2)]


def test_the_line_of_a_message_is_told(plan: Case) -> None:
    case = edit(_told(plan, "你好\n17张打包台都停了"), f"{DEED}/where", "at all 17 packing tables")
    assert _sources(case, "17") == [("message", "/client_messages/messa1", 2)]


def test_used_and_left_out_facts_are_told_apart(plan: Case) -> None:
    case = _told(plan, "11月12号仓库补打了30个订单\n11月20日买了SF1234567890123\n主管 Dana Whitlock")
    case = edit(case, f"{DEED}/name", "Dana Whitlock")
    used = {one.fact.quote: one.used for one in _provenance(case).told}
    assert used["11月12号"]
    assert used["30个订单"] == (f"{DEED}/what",)
    assert used["Dana Whitlock"] == (f"{DEED}/name",)
    assert used["11月20日"] == ()
    assert used["SF1234567890123"] == ()


def test_a_day_of_the_notice_alone_uses_no_fact_of_the_client(plan: Case) -> None:
    (one,) = _provenance(_told(plan, "11月10号收到通知")).told
    assert one.used == ()


NAMES = st.sampled_from(
    ["Li Qiang", "李强", "Иван Петров", "김철수", "Ó'Brien", "11月3号", "<b>", "0", "1.1.1", "2026-13-45"]
)
WORDS = NAMES | st.text(max_size=40)


@given(text=WORDS, name=WORDS, how=WORDS, notice=WORDS)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_told_and_written_both_sides_are_shown(
    plan: Case, text: str, name: str, how: str, notice: str
) -> None:
    case = edit(edit(_told(plan, f"仓库主管李强 {text}"), f"{DEED}/name", name), f"{DEED}/how", how)
    found = _provenance(edit(case, "/notice/text", notice))
    assert all(len(fact.sources) <= 3 for fact in found.letter)
    assert all(one.fact.quote in one.line.text for one in found.told)
    assert len({(fact.path, fact.quote) for fact in found.letter}) == len(found.letter)


def test_a_chinese_name_is_used_where_its_pinyin_stands(plan: Case) -> None:
    case = edit(_told(plan, "仓库主管李强"), f"{DEED}/name", "Qiang Li")
    assert [one.used for one in _provenance(case).told] == [(f"{DEED}/name",)]
