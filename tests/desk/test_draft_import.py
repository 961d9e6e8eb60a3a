"""A finished draft: what each paragraph is, before and after it is taken over."""

from __future__ import annotations

from datetime import date

from poa_app.desk import create
from poa_app.desk.draft_import import Part, facts_in, moved, read_draft, take_draft
from poa_app.desk.paste_import import paste_lines
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit, Notice
from poa_app.model.rows import CorrectiveAction, RootCause
from tests.each import for_each

ENGLISH = """Dear Amazon Seller Performance Team,

We accept that 14 orders were late.

## What failed

The printer was in the office.

**Immediate actions:**
1) On November 12, 2026, the operations manager moved the printer to the packing table (cause 1.1; Exhibit A).

Long-term improvements
The shift lead checks the open orders at 16:00 every day.

We kindly ask you to reinstate our offers.

Kind regards,
Jo Example, General Manager
Example Home LLC
November 18, 2026
"""

CHINESE = """尊敬的亚马逊卖家绩效团队：
我们的10笔订单晚发。
一、问题原因
仓库没有备岗人员。
二、我们已经采取的措施
11月12日运营主管联系了全部买家。
三、今后的预防措施
仓库主管每天16:00核对未发订单。
此致敬礼
陈宇
2026年11月18日
"""


def _parts(text: str) -> list[Part]:
    return [one.part for one in read_draft(text)]


def test_each_paragraph_of_an_english_draft_is_known() -> None:
    assert _parts(ENGLISH) == [
        *("left_out", "opening", "left_out", "root_causes", "left_out", "corrective_actions"),
        *("left_out", "preventive_measures", "closing", "left_out", "signatory", "left_out", "letter_date"),
    ]


def test_each_paragraph_of_a_chinese_draft_is_known() -> None:
    assert _parts(CHINESE) == [
        *("left_out", "opening", "left_out", "root_causes", "left_out", "corrective_actions"),
        *("left_out", "preventive_measures", "left_out", "signatory", "letter_date"),
    ]


@for_each(
    ("heading", "part"),
    [
        ("What went wrong", "root_causes"),
        ("A) What failed:", "root_causes"),
        ("Reasons", "root_causes"),
        ("**The root cause of the issue**", "root_causes"),
        ("Root Cause Analysis", "root_causes"),
        ("原因分析：", "root_causes"),
        ("Immediate", "corrective_actions"),
        ("Steps we have taken", "corrective_actions"),
        ("2. Actions taken to resolve the problem", "corrective_actions"),
        ("整改措施", "corrective_actions"),
        ("Long-term", "preventive_measures"),
        ("What we have done so that this does not occur in the future:", "preventive_measures"),
        ("How we will prevent this from happening again", "preventive_measures"),
        ("（三）后续改进措施", "preventive_measures"),
        ("Still open", "open_points"),
        ("5. What is not yet finished:", "open_points"),
        ("Outstanding items", "open_points"),
        ("NOT YET PROVEN", "open_points"),
        ("遗留问题", "open_points"),
        ("四、尚未完成的事项", "open_points"),
    ],
)
def test_headings_in_the_words_people_use(heading: str, part: Part) -> None:
    *_, last = read_draft(f"It was late.\n{heading}\nThe parcel waited.")
    assert last.part == part


def test_english_becomes_passages_and_its_facts_go_to_the_fields() -> None:
    case = create("late-shipment-rate").model_copy(
        update={
            "root_causes": (RootCause(id="cause1", what="Late"),),
            "exhibits": (Exhibit(id="exhib1", title="Log"),),
            "corrective_actions": (CorrectiveAction(id="actio1"),),
        }
    )
    taken = take_draft(case, read_draft(ENGLISH))
    (action,) = taken.corrective_actions
    assert (action.passage or "").startswith("On November 12, 2026, the operations manager moved")
    assert (action.date, action.who) == (date(2026, 11, 12), "operations manager")
    assert (action.causes, action.exhibits) == (("cause1",), ("exhib1",))
    assert [row.what or row.passage for row in taken.root_causes] == ["Late", "The printer was in the office."]
    assert (taken.client.signatory, taken.client.signatory_title) == ("Jo Example", "General Manager")
    assert taken.letter_date == date(2026, 11, 18)
    assert taken.closing == "We kindly ask you to reinstate our offers."


def test_chinese_becomes_drafts_and_never_a_printed_field() -> None:
    taken = take_draft(create("late-shipment-rate"), read_draft(CHINESE))
    assert {draft.text for draft in taken.drafts} >= {"仓库没有备岗人员。", "11月12日运营主管联系了全部买家。"}
    assert taken.opening is None
    assert not any(row.passage or row.what for row in taken.corrective_actions)


def test_what_a_draft_calls_open_becomes_open_points() -> None:
    text = ENGLISH.replace(
        "We kindly ask",
        "Still open:\n- The second alert will be built by December 8, 2026.\n- For 3 orders we found no cause.\n\n"
        "We ask",
    )
    case = take_draft(create("late-shipment-rate"), read_draft(text))
    assert [one.what for one in case.open_points] == [
        "The second alert will be built by December 8, 2026.",
        "For 3 orders we found no cause.",
    ]
    assert case.closing == "We ask you to reinstate our offers."
    chinese = take_draft(
        create("late-shipment-rate"), read_draft(CHINESE.replace("此致", "四、遗留问题\n3单原因未查明。\n此致"))
    )
    assert [one.what for one in chinese.open_points] == [None]
    assert any("3单原因未查明" in one.text for one in chinese.drafts)


def test_a_paragraph_can_be_moved_before_it_is_taken_over() -> None:
    paragraphs = read_draft("It was late.\nRoot cause\nThe parcel waited.")
    taken = take_draft(Case(), moved(paragraphs, 0, "root_causes"))
    assert [row.passage for row in taken.root_causes] == ["It was late.", "The parcel waited."]
    assert taken.opening is None


def test_a_day_without_a_year_is_of_the_year_of_the_notice() -> None:
    case = Case(notice=Notice(received=date(2026, 11, 10)))
    assert facts_in(case, "root_causes", "From October 5 to November 3 parcels waited.") == {
        "start": date(2026, 10, 5),
        "end": date(2026, 11, 3),
    }


@for_each(
    ("line", "fields"),
    [
        (
            "取消了未发出的6单\t2026年11月10日\t运营主管 陈敏\t已完成",
            {"what": None, "date": date(2026, 11, 10), "who": "运营主管 陈敏", "done": True},
        ),
        (
            "2026-11-12\tClosed all 14 offers\tOperations manager\tDone",
            {"what": "Closed all 14 offers", "date": date(2026, 11, 12), "who": "Operations manager", "done": True},
        ),
        (
            "24.11.2026 - turned off FBA repackaging (Helen Marsh)",
            {"what": "turned off FBA repackaging", "date": date(2026, 11, 24), "who": "Helen Marsh"},
        ),
        ("refunded 3 orders (all of them)", {"what": "refunded 3 orders (all of them)"}),
        ("changed the time: 2 days", {"what": "changed the time: 2 days"}),
    ],
)
def test_columns_and_lists_go_to_the_fields_they_fit(line: str, fields: dict[str, object]) -> None:
    case = create("late-shipment-rate")
    (row,) = paste_lines(case, "/corrective_actions", line).corrective_actions
    assert {name: getattr(row, name) for name in fields} == fields


def test_a_second_paste_keeps_the_rows_whose_words_are_drafts_only() -> None:
    once = take_draft(create("late-shipment-rate"), read_draft(CHINESE))
    twice = paste_lines(take_draft(once, read_draft(CHINESE)), "/root_causes", "Late")
    paths = {draft.path.rpartition("/")[0] for draft in twice.drafts if draft.path.endswith("/what")}
    held = {f"/{name}/{row.id}" for name in ("root_causes", "corrective_actions", "preventive_measures")
            for row in getattr(twice, name)}  # fmt: skip
    assert paths < held
    assert len(twice.root_causes) == 3


def test_an_empty_row_that_an_action_answers_is_kept() -> None:
    case = Case(
        root_causes=(RootCause(id="cause1"), RootCause(id="cause2")),
        corrective_actions=(CorrectiveAction(id="actio1", what="closed it", causes=("cause1",)),),
    )
    kept, _ = paste_lines(case, "/root_causes", "Late").root_causes
    assert kept.id == "cause1"


def test_headings_numbers_and_sign_offs_of_a_chinese_draft_are_told_apart() -> None:
    draft = """\u5c0a\u656c\u7684\u4e9a\u9a6c\u900a\u56e2\u961f\uff1a
一、问题产生的根本原因
1、仓库每天只打印一次面单。
二、我们已经采取的措施
1、11月24日，运营主管修改了备货时间。
我们保证以后不再发生，恳请恢复店铺。
此致
敬礼
李娜
2026年11月25日"""
    read = [(one.part, one.text) for one in read_draft(draft)]
    assert [part for part, _ in read] == [
        "left_out", "left_out", "root_causes", "left_out", "corrective_actions", "closing", "left_out", "left_out",
        "signatory", "letter_date",
    ]  # fmt: skip
    assert read[4][1].startswith("11月24日")


def test_thanks_before_the_name_are_a_sign_off() -> None:
    body = "Dear Amazon Team,\nWhat failed\nLabels were printed once a day."
    draft = f"{body}\nThank you so much and God bless you,\nHelen Marsh"
    assert [one.part for one in read_draft(draft)] == ["left_out", "left_out", "root_causes", "left_out", "signatory"]
