"""Pasted text becomes rows, and not one word of it is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.desk import create
from poa_app.desk.paste_import import paste_lines, paste_plan
from poa_app.desk.pasted_lines import MOST_ROWS, lines
from poa_app.desk.work import draft_of
from poa_app.model.case import Case
from poa_app.model.paths import leaves
from poa_app.model.rows import RootCause
from tests.each import for_each

MARKS = (
    *("- ", "* ", "• ", "•", "·", "▪ ", "– ", "— ", "1. ", "1.", "12) ", "(3) ", "（3）", "4、", "5: ", "1.2. "),
    *("①", "一、", "（二）", "十一. ", "\t- ", "  7. "),
    *(
        "\uf0b7 ",
        "\uf0a7\t",
        "\uf0d8",
        "\uf0fc ",
        "‣ ",
        "✓ ",
        "✔\ufe0f ",
        "➢ ",
        "► ",
        "→ ",
        "◆ ",
        "+ ",
        "− ",
        "— ",
        "> ",
    ),
    *("o\t", "§\t", "ü\u00a0\u00a0\u00a0", "·\u00a0\u00a0\u00a0", "[ ] ", "[x] ", "✅ ", "🔹"),
    *(
        "(a) ",
        "a) ",
        "A) ",
        "(B)",
        "（c）",
        "a. ",
        "i. ",
        "ii) ",
        "(iv) ",
        "III. ",
        "Ⅰ. ",
        "Ⅱ、",
        "1．",
        "１、",
        "1)",
        "1）",
    ),
    *("⑴", "⒈", "❶ ", "㈠", "Ⓐ ", "1\ufe0f\u20e3 ", "[1] ", "• 1. ", "- (a) "),
)


@for_each("mark", MARKS)
@for_each("words", ["We stopped the offer.", "停止销售该商品"])
def test_a_bullet_or_number_is_taken_off(mark: str, words: str) -> None:
    assert lines(f"{mark}{words}") == (words,)


@for_each(
    "words",
    [
        "31 orders were late",
        "2.5 percent of the orders",
        "3.97% on 2 March",
        "14:30 is the cut-off",
        "4.3 stars",
        "2026-03-02 the carrier came",
        "12.05.2026: shipped",
        "-5 units in the count",
        "1:1 training of 4 packers",
        "*Late* scans",
        "三个仓库",
        "100. order of the day",
        "31.",
        "A. Smith checked the parcels",
        "X. Li keeps the record",
        "I. Newton signed",
        "3.5 % of the orders",
        "2026-11-09 the carrier came",
        "(a refund) was paid",
        "+86 755 1234",
        "e.g. late scans",
        "Ⅱ类器械",
        "no. 7 is late",
        "via DHL",
        "v2 of the sheet",
        "[pending] orders",
    ],
)
def test_a_number_that_counts_something_stays(words: str) -> None:
    assert lines(words) == (words,)
    case, _ = paste_plan(Case(), f"Root cause\n{words}")
    told = [draft.text for draft in case.drafts] or [row.passage for row in case.root_causes]
    assert told == [words]


def test_capitals_with_a_point_are_taken_off_only_where_they_count() -> None:
    assert lines("A. Late\nB. Lost\nC. Torn") == ("Late", "Lost", "Torn")
    assert lines("I. Late\nII. Lost") == ("Late", "Lost")
    assert lines("A. Smith\nX. Li") == ("A. Smith", "X. Li")


def test_empty_lines_and_lone_marks_make_no_rows() -> None:
    assert lines("\n  \n- \n•\n\t\r\n") == ()
    assert paste_lines(Case(), "/root_causes", "\n\n") == Case()


def test_each_line_becomes_a_row_after_those_that_are_there() -> None:
    case = Case(root_causes=(RootCause(id="aaaaaa", what="First"),))
    case = paste_lines(case, "/root_causes", "1. Second\r\n2. Third\n\n3. Fourth")
    assert [row.what for row in case.root_causes] == ["First", "Second", "Third", "Fourth"]
    assert len({row.id for row in case.root_causes}) == 4


def test_three_hundred_lines_lose_nothing() -> None:
    told = [f"line number {number}" for number in range(300)]
    case = paste_lines(Case(), "/corrective_actions", "\n".join(f"- {one}" for one in told))
    assert len(case.corrective_actions) == MOST_ROWS
    assert "\n".join(row.what or "" for row in case.corrective_actions).split("\n") == told
    case, gained = paste_plan(Case(), "Root cause\n" + "\n".join(told))
    assert gained["root_causes"] == len(case.root_causes) == MOST_ROWS
    assert "\n".join(row.passage or "" for row in case.root_causes).split("\n") == told


DRAFT = """Dear Seller Performance Team,

We are writing about the late shipment rate of our store.

1. Root cause:
- The picker closed the orders after 18:00.
- 31 orders were confirmed without a scan.

2. Corrective actions taken to resolve the issue
1) We refunded 12 buyers on 3 March 2026.

**Preventive measures**
(1) The cut-off is 16:00 since 5 March 2026.
(2) The warehouse lead counts the parcels each day.
"""


def test_a_finished_draft_is_split_by_its_headings() -> None:
    case, gained = paste_plan(Case(), DRAFT)
    assert gained == {"root_causes": 2, "preventive_measures": 2, "corrective_actions": 1}
    assert [row.passage for row in case.root_causes] == [
        "The picker closed the orders after 18:00.",
        "31 orders were confirmed without a scan.",
    ]
    assert [row.passage for row in case.corrective_actions] == ["We refunded 12 buyers on 3 March 2026."]
    assert [row.passage for row in case.preventive_measures] == [
        "The cut-off is 16:00 since 5 March 2026.",
        "The warehouse lead counts the parcels each day.",
    ]
    assert case.opening == "We are writing about the late shipment rate of our store."


def test_a_chinese_draft_is_split_too() -> None:
    case, gained = paste_plan(
        Case(), "一、根本原因\n1、截单时间太晚\n二、已采取的纠正措施：\n（1）已退款\n三、预防措施\n每日清点"
    )
    assert gained == {"root_causes": 1, "preventive_measures": 1, "corrective_actions": 1}
    assert {draft.path.split("/")[1]: draft.text for draft in case.drafts} == {
        "root_causes": "截单时间太晚",
        "corrective_actions": "已退款",
        "preventive_measures": "每日清点",
    }
    assert all(draft.path.endswith("/what") for draft in case.drafts)
    assert not any(row.passage or row.what for row in (*case.root_causes, *case.corrective_actions))
    assert case.opening is None


def test_what_stands_before_the_first_heading_follows_the_opening_that_is_there() -> None:
    case, _ = paste_plan(Case(opening="To whom it may concern"), "It was late.\nRoot cause\nToo late")
    assert case.opening == "To whom it may concern\nIt was late."


def test_a_text_without_headings_is_an_opening() -> None:
    case, gained = paste_plan(Case(), "Nothing here\nnames a part.")
    assert case.opening == "Nothing here\nnames a part."
    assert set(gained.values()) == {0}


@for_each(
    "line",
    [
        "- Corrected the handling time of the offers",
        "We corrected the weight of the parcel.",
        "Refund issued to 12 buyers to resolve the claims",
        "The future cut-off is " + "much " * 20 + "earlier",
        "It happened because of a holiday",
    ],
)
def test_a_line_that_tells_something_is_no_heading(line: str) -> None:
    case, gained = paste_plan(Case(), f"Root cause\n{line}")
    assert gained == {"root_causes": 1, "preventive_measures": 0, "corrective_actions": 0}
    assert case.root_causes[0].passage == line.removeprefix("- ")


def test_a_heading_that_says_more_than_its_section_is_kept_as_a_row() -> None:
    case, gained = paste_plan(Case(), "Root cause of the carrier mix-up\nToo late")
    assert [row.passage for row in case.root_causes] == ["Root cause of the carrier mix-up", "Too late"]
    assert gained["root_causes"] == 2


_HEADS = st.sampled_from(["Root cause", "2. Corrective actions taken", "Preventive measures:", "How we prevent it"])
_SIGNS = st.characters(exclude_categories=("C",))
_LINES = st.tuples(st.sampled_from(["", "- ", "3. ", "一、"]), st.text(_SIGNS, max_size=30)).map("".join)
_TOLD = st.sampled_from(["31 orders were late", "We corrected 3 offers", "resolve with buyer B07", "1.5 kg", "going"])
SECTION_WORDS = {"root", "cause", "corrective", "actions", "taken", "preventive", "measures"}


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def _held(case: Case) -> set[str]:
    return {word for _, value in leaves(case) if isinstance(value, str) for word in _words(value)}


_MARK = re.compile(
    r"\s*(?:\d{1,2}(?:\.\d{1,2})?[.)）、:：]|[(（]?[一二三四五六七八九十\d]+[)）.．、]|[①-⑳]"
    r"|[（(]?[A-Za-z]{1,5}[)）、.．]|[o§üØvqn]\s|[\u2150-\u2bff]|[A-Z][.．]|[-*+]\s+[\w.()（）]*)"
)


def _without_marks(text: str) -> str:
    """Take off whatever may count lines, so that only what was told is looked for."""
    return "\n".join(line[mark.end() :] if (mark := _MARK.match(line)) else line for line in text.splitlines())


@settings(deadline=None, max_examples=150, derandomize=True)
@given(st.lists(_HEADS | _LINES | _TOLD, max_size=12).map("\n".join))
def test_every_word_pasted_is_somewhere_in_the_case(text: str) -> None:
    case, gained = paste_plan(Case(), text)
    told = "\n".join(line for line in text.splitlines() if line != "How we prevent it")  # says no more than its section
    lost = _words(_without_marks(told)) - _held(case)
    assert {word for word in lost if word.lower() not in SECTION_WORDS} == set()
    assert sum(gained.values()) == len(case.root_causes + case.corrective_actions + case.preventive_measures)
    rows = paste_lines(Case(), "/root_causes", text)
    assert _words(_without_marks(text)) <= _held(rows)


@for_each(
    ("line", "day", "who", "what"),
    [
        ("Nov 24, 2026 - shipped all late orders (Owner)", date(2026, 11, 24), "Owner", "shipped all late orders"),
        ("11/26/2026 - hired a second shipping clerk", date(2026, 11, 26), None, "hired a second shipping clerk"),
        ("November 24, 2026: wrote to all (customer service)", date(2026, 11, 24), "customer service", "wrote to all"),
        ("24.11.2026, closed the offers", date(2026, 11, 24), None, "closed the offers"),
        ("shipped all orders, one by one", None, None, "shipped all orders, one by one"),
    ],
)
def test_a_typed_line_gives_its_day_and_who_did_it(line: str, day: date | None, who: str | None, what: str) -> None:
    (row,) = paste_lines(create("late-shipment-rate"), "/corrective_actions", line).corrective_actions
    assert (row.date, row.who, row.what) == (day, who, what)


@for_each(
    ("line", "day", "who", "draft", "what"),
    [
        ("③ 已把FBA里的230件全部移除\t11月22日\t仓库主管", "11月22日", "仓库主管", "已把FBA里的230件全部移除", None),
        ("11月23日 给30个买家全额退款 (客服主管)", "11月23日", "客服主管", "给30个买家全额退款", None),
        ("2026年11月23日给买家退款", date(2026, 11, 23), None, "给买家退款", None),
        ("Nov 24 - wrote to 41 buyers and to 王强", "Nov 24", None, "", "wrote to 41 buyers and to 王强"),
        ("2.5 - inch screens were returned", None, None, "", "2.5 - inch screens were returned"),
    ],
)
def test_a_chinese_line_becomes_a_draft_and_a_day_without_its_year_is_kept(
    line: str, day: date | str | None, who: str | None, draft: str, what: str | None
) -> None:
    case = paste_lines(Case(), "/corrective_actions", line)
    (row,) = case.corrective_actions
    assert (row.date, row.who, row.what) == (day, who, what)
    assert draft_of(case, f"/corrective_actions/{row.id}/what") == draft


@pytest.mark.parametrize("line", ["Nov 24" + " " * 200_000 + "- x", "a, " * 60_000, "x" + " (" * 60_000])
def test_a_line_of_any_length_is_taken_over_at_once(
    line: str, within: Callable[[float, Callable[[], object]], None]
) -> None:
    assert paste_lines(create("late-shipment-rate"), "/corrective_actions", line).corrective_actions
    within(5, lambda: paste_lines(create("late-shipment-rate"), "/corrective_actions", line))
