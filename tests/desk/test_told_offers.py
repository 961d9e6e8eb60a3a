"""A blank field is offered what the client told, the facts of the likeliest line first, and no Chinese that prints."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.desk.offers import MOST, drafts_offered, offers
from poa_app.desk.work import with_draft
from poa_app.model.case import Case
from poa_app.model.paths import edit, get
from poa_app.model.text import clean
from poa_app.phrases.text import is_foreign
from tests.each import for_each

CHINESE = """2026-11-24 10:12:03 陈敏
10月22号到11月9号打包员小王请假，41单没赶上揽收
截单时间一直写的下午5点，快递下午4点就走了
11月11号仓库主管李强把截单时间从17:00改到15:00
11月12日招了第二个打包员，订单112-1234567-7654321
附件 carrier_scans_nov.pdf，还有发货记录.xlsx
现在迟发率2.1%，约850件在库，等了两天
"""
ENGLISH = """On November 10 Dana Whitlock, warehouse lead, moved the cut-off from 5 pm to 3 pm.
Since Nov 13 our shift supervisor Marco Bellini checks the open orders list every day at 2 pm.
"""
ACTION, CAUSE, MEASURE = "/corrective_actions/actio1", "/root_causes/cause1", "/preventive_measures/measu1"


def _case(*texts: str, **parts: Any) -> Case:
    told = [
        {"id": f"messa{number}", "received": "2026-11-24", "text": text} for number, text in enumerate(texts, 1)
    ]  # fmt: skip
    rows = {
        "notice": {"received": "2026-11-23"},
        "root_causes": [{"id": "cause1"}],
        "corrective_actions": [{"id": "actio1"}],
        "preventive_measures": [{"id": "measu1"}],
        "exhibits": [{"id": "exhib1"}],
        "metrics": [{"id": "metri1", "metric": "late-shipment-rate"}],
        "identifiers": [{"id": "ident1", "kind": "order"}, {"id": "ident2", "kind": "shipment"}],
    }
    return Case.model_validate({"client_messages": told, **rows, **parts})


def _offered(case: Case, path: str) -> list[Any]:
    return [one.value for one in offers(case, path)]


def test_the_facts_of_the_line_that_speaks_of_the_same_thing_come_first() -> None:
    case = _case(CHINESE, ENGLISH)
    moved = edit(case, f"{ACTION}/what", "moved the cut-off from 17:00 to 15:00")
    assert _offered(moved, f"{ACTION}/date")[0] == date(2026, 11, 10)
    assert _offered(moved, f"{ACTION}/who")[0] == "warehouse lead"
    assert _offered(moved, f"{ACTION}/name")[0] == "Dana Whitlock"
    checks = edit(case, f"{MEASURE}/what", "checks the list of open orders")
    assert _offered(checks, f"{MEASURE}/since") == [date(2026, 11, 13)]
    assert _offered(checks, f"{MEASURE}/who") == ["shift supervisor"]


def test_a_chinese_draft_leads_to_the_facts_of_its_line() -> None:
    case = with_draft(_case(CHINESE), f"{CAUSE}/what", "打包员小王请假，41单没赶上揽收")
    assert _offered(case, f"{CAUSE}/start") == [date(2026, 10, 22)]
    assert _offered(case, f"{CAUSE}/end") == [date(2026, 11, 9)]
    assert _offered(case, f"{CAUSE}/explains") == [41]


def test_an_offer_knows_the_line_it_stands_in() -> None:
    case = with_draft(_case(CHINESE), f"{ACTION}/what", "仓库主管李强把截单时间从17:00改到15:00")
    (first, *_) = offers(case, f"{ACTION}/date")
    assert (first.value, first.source) == (date(2026, 11, 11), "/client_messages/messa1")
    assert first.line
    assert (first.line.number, "李强" in first.line.text) == (4, True)


@for_each(
    ("path", "wanted"),
    [
        ("/metrics/metri1/now/value", [Decimal("2.1")]),
        ("/identifiers/ident1/value", ["112-1234567-7654321"]),
        ("/identifiers/ident2/value", []),
        ("/exhibits/exhib1/title", ["carrier scans nov"]),
        ("/letter_date", []),
        ("/notice/received", []),
        ("/client/signatory", []),
    ],
)
def test_a_fact_fits_the_kind_of_its_field(path: str, wanted: list[Any]) -> None:
    assert _offered(_case(CHINESE), path) == wanted


def test_an_estimate_and_an_amount_of_time_count_nothing() -> None:
    counted = _offered(_case("约850件在库，等了两天，2名打包员"), "/affected")
    assert counted == []


def test_chinese_words_are_never_offered_for_what_prints() -> None:
    case = _case(CHINESE)
    printed = [f"{row}/{name}" for row in (ACTION, CAUSE, MEASURE) for name in ("who", "name", "what", "where")]
    for path in (*printed, f"{MEASURE}/deputy", f"{MEASURE}/record", "/exhibits/exhib1/title"):
        assert not [value for value in _offered(case, path) if is_foreign(str(value))]


def test_an_answered_field_is_offered_nothing_and_no_more_than_a_few_are() -> None:
    many = "\n".join(f"11月{day}日处理了{day}单" for day in range(1, 20))
    assert len(_offered(_case(many), f"{ACTION}/date")) == MOST
    assert _offered(edit(_case(many), f"{ACTION}/date", date(2026, 11, 2)), f"{ACTION}/date") == []


def test_a_fact_the_case_holds_already_comes_last() -> None:
    case = _case(
        "11月3日修好了\n11月4日装好了", corrective_actions=[{"id": "actio1"}, {"id": "actio2", "date": "2026-11-03"}]
    )
    assert _offered(case, f"{ACTION}/date") == [date(2026, 11, 4), date(2026, 11, 3)]


def test_a_day_that_may_be_two_is_offered_as_both() -> None:
    assert _offered(_case("fixed on 11/12/2026"), f"{ACTION}/date") == [date(2026, 11, 12), date(2026, 12, 11)]


def test_what_the_case_says_elsewhere_is_still_offered_beside_the_clients_facts() -> None:
    case = _case(ENGLISH, corrective_actions=[{"id": "actio1"}, {"id": "actio2", "who": "owner"}])
    assert _offered(case, f"{ACTION}/who") == ["owner", "warehouse lead", "shift supervisor"]


def test_a_chinese_sentence_is_offered_as_a_draft_until_it_stands_somewhere() -> None:
    case = _case(CHINESE, ENGLISH)
    first, *others = drafts_offered(case, f"{ACTION}/what")
    assert first.text == "10月22号到11月9号打包员小王请假，41单没赶上揽收"
    assert len(others) == MOST - 1
    taken = with_draft(case, f"{CAUSE}/what", first.text)
    assert first not in drafts_offered(taken, f"{ACTION}/what")
    assert drafts_offered(taken, f"{CAUSE}/what") == ()


@for_each("path", [f"{ACTION}/who", f"{ACTION}/where", "/opening", "/exhibits/exhib1/title"])
def test_no_draft_is_offered_where_a_sentence_of_the_client_seldom_fits(path: str) -> None:
    assert drafts_offered(_case(CHINESE), path) == ()


ANYTHING = st.lists(st.sampled_from(CHINESE.split() + ENGLISH.split() + ["November 31", "2026-13-45", "\n", "9"])).map(
    " ".join
)


@given(ANYTHING | st.text(max_size=80), ANYTHING)
@settings(max_examples=60, deadline=None)
def test_whatever_the_client_sent_each_offer_can_be_taken(text: str, what: str) -> None:
    case = edit(_case(text), f"{ACTION}/what", what or None)
    fields = [f"{ACTION}/{name}" for name in ("date", "who", "name")]
    fields += [f"{CAUSE}/{name}" for name in ("start", "end", "explains")]
    for path in (*fields, "/metrics/metri1/now/value", "/identifiers/ident1/value", "/exhibits/exhib1/title"):
        for offer in offers(case, path):
            held = get(edit(case, path, offer.value), path)
            assert held == offer.value
            assert offer.line is None or offer.line.text in clean(text)


DRAFTS = {
    f"{ACTION}/what": "11月11号仓库主管李强把截单时间从17:00改到15:00，共改了64个SKU",
    f"{ACTION}/how": "Li Qiang（仓库主管）在后台改的，11月13号又核对了一遍",
    f"{CAUSE}/what": "10月22号到11月9号打包员请假，41单没赶上揽收",
    f"{CAUSE}/why/0": "约30单是周末的单",
    f"{MEASURE}/what": "从11月14号起每天检查未发订单",
}


def _drafted(*texts: str, **parts: Any) -> Case:
    case = _case(*texts, **parts)
    for path, text in DRAFTS.items():
        case = with_draft(case, path, text)
    return case


@for_each(
    ("path", "wanted"),
    [
        (f"{ACTION}/date", [date(2026, 11, 11), date(2026, 11, 13)]),
        (f"{ACTION}/total", [64]),
        (f"{ACTION}/name", ["Li Qiang"]),
        (f"{ACTION}/who", []),
        (f"{CAUSE}/start", [date(2026, 10, 22)]),
        (f"{CAUSE}/end", [date(2026, 11, 9)]),
        (f"{CAUSE}/explains", [41]),
        (f"{MEASURE}/since", [date(2026, 11, 14)]),
    ],
)
def test_a_draft_s_days_counts_and_names_are_offered_for_its_row_without_any_message(path: str, wanted: Any) -> None:
    assert _offered(_drafted(), path) == wanted


def test_an_offer_out_of_a_draft_knows_the_field_it_stands_beside() -> None:
    (first, *_) = offers(_drafted(CHINESE), f"{CAUSE}/explains")
    assert (first.value, first.source) == (41, f"{CAUSE}/what")
    assert first.line
    assert (first.line.message, first.line.text) == ("", DRAFTS[f"{CAUSE}/what"])


def test_a_draft_of_the_row_goes_before_what_the_client_said() -> None:
    case = _drafted("11月20号改了截单时间，仓库主管李强把截单时间改到15:00")
    assert _offered(case, f"{ACTION}/date") == [date(2026, 11, 11), date(2026, 11, 13)]


def test_a_draft_beside_another_row_offers_nothing() -> None:
    case = _drafted(corrective_actions=[{"id": "actio1"}, {"id": "actio2"}])
    assert _offered(case, "/corrective_actions/actio2/date") == []
    assert _offered(case, "/affected") == []


def test_a_draft_s_day_without_a_year_takes_the_notice_s_and_yesterday_tells_none() -> None:
    case = with_draft(_case(notice={"received": "2027-01-04"}), f"{ACTION}/what", "12月30号招了人")
    assert _offered(case, f"{ACTION}/date") == [date(2026, 12, 30)]
    assert _offered(with_draft(case, f"{ACTION}/what", "昨天招了人"), f"{ACTION}/date") == []


def test_without_a_message_nothing_is_offered() -> None:
    assert _offered(_case(), f"{ACTION}/date") == []
    assert drafts_offered(_case(), f"{ACTION}/what") == ()
