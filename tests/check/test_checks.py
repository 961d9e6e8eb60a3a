"""All checks in one: what stands, in which order, what may be answered or overruled, and on whatever case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from poa_app import desk
from poa_app.check.checks import CHECKS, MOST_WORDS, length, run_checks
from poa_app.check.context import CheckContext
from poa_app.knowledge import knowledge
from poa_app.model.base import Row, RowId
from poa_app.model.case import Case, NotApplicable, Overruling
from poa_app.model.finding import SEVERITIES
from poa_app.model.letter import Cell, Heading, Letter, Listing, Paragraph, Run, Table
from poa_app.model.paths import edit, get
from poa_app.model.spec import FieldSpec
from poa_app.model.text import Code, Count, Date, Number, Reference, Text, Time, Zone
from tests.each import for_each

Asked = Callable[..., tuple[Any, ...]]


def _points(case: Case, today: date) -> list[tuple[str, str]]:
    return [(one.rule, one.path) for one in desk.check_case(case, today)]


@pytest.fixture
def spoiled(plan: Case) -> Case:
    """The small plan with points of every weight, scattered over the case."""
    case = plan
    for path, value in {
        "/opening": "We can't.",
        "/closing": None,
        "/affected": 19,
        "/deadline/due": date(2026, 11, 15),
        "/preventive_measures/measu1/review": date(2026, 11, 1),
        "/client/merchant_token": "123",
        "/root_causes/cause1/exhibits": ("gone00",),
    }.items():
        case = edit(case, path, value)
    return case


def test_the_heaviest_come_first_and_then_the_order_of_the_case(spoiled: Case, day: date) -> None:
    fields = list(Case.model_fields)
    found = desk.check_case(spoiled, day)
    order = [(SEVERITIES.index(one.severity), fields.index(one.path.split("/")[1])) for one in found]
    assert {severity for severity, _ in order} == {0, 1, 2}
    assert order == sorted(order)


def test_the_same_point_is_made_once(plan: Case, day: date) -> None:
    case = edit(plan, "/root_causes/cause1/exhibits", ("gone00", "gone01", "gone00"))
    assert _points(case, day).count(("links.unknown-exhibit", "/root_causes/cause1/exhibits")) == 1


def test_every_check_takes_part(spoiled: Case, day: date) -> None:
    context = CheckContext(spoiled, Letter("", "", "", day, draft=True), day, knowledge())
    each = {one for check in CHECKS for one in check(context)}
    assert set(run_checks(context)) == each
    assert len({one.family for one in each}) >= 6


@pytest.mark.parametrize(
    ("rule", "path", "reason", "stands"),
    [
        ("numbers.total", "/affected", "The notice counts two orders twice.", False),
        ("numbers.total", "/affected", " ", True),
        ("numbers.total", "/opening", "Wrong field.", True),
        ("numbers.rate", "/affected", "Wrong rule.", True),
        ("contractions.cannot", "/opening", "The buyer's own words.", False),
        ("completeness.missing", "/closing", "We never close.", True),
        ("links.unknown-exhibit", "/root_causes/cause1/exhibits", "It is coming.", True),
    ],
)
def test_a_point_is_overruled_by_its_rule_and_field_and_a_reason(
    rule: str, path: str, reason: str, stands: bool, spoiled: Case, day: date
) -> None:
    before = _points(spoiled, day)
    mine = Overruling(rule=rule, path=path, reason=reason)
    after = _points(edit(spoiled, "/overruled", (*spoiled.overruled, mine)), day)
    assert [point for point in before if point not in after] == ([] if stands else [(rule, path)])
    assert set(after) <= set(before)


@pytest.mark.parametrize(
    ("path", "stands"),
    [("/fulfilment", False), ("/closing", True), ("/affected", True), ("/root_causes/cause1/exhibits", True)],
)
def test_only_a_point_of_the_checklist_can_be_said_not_to_apply(
    path: str, stands: bool, spoiled: Case, day: date
) -> None:
    case = edit(spoiled, "/fulfilment", None)
    before = _points(case, day)
    answered = (NotApplicable(path=path, reason="It does not apply."),)
    after = _points(edit(case, "/not_applicable", answered), day)
    assert [point for point in before if point not in after] == ([] if stands else [("completeness.missing", path)])


@pytest.mark.no_cover
@pytest.mark.parametrize("slug", sorted(knowledge().enforcements))
def test_a_case_answered_point_by_point_without_a_word_is_never_complete(slug: str, day: date) -> None:
    case = desk.create(slug)
    for _ in range(4):
        found = desk.check_case(case, day)
        answered = tuple(NotApplicable(path=one.path, reason="Not in this case.") for one in found)
        case = edit(case, "/not_applicable", (*case.not_applicable, *answered))
    left = {one.rule for one in desk.check_case(case, day) if one.severity == "blocks"}
    assert left


def test_two_findings_of_one_rule_on_one_field_are_told_apart_and_overruled_apart(day: date) -> None:
    case = edit(desk.create("inauthentic-complaint"), "/notice/text", "ASIN B0EXMPLZ01, B0EXMPLZ02 and B0EXMPLZ03.")
    found = [one for one in desk.check_case(case, day) if one.rule == "identifiers.unlisted"]
    assert len({one.key for one in found}) == len(found) == 3
    first = Overruling(rule=found[0].rule, path=found[0].path, words=found[0].words, reason="Not ours.")
    after = desk.check_case(edit(case, "/overruled", (first,)), day)
    assert [one.words for one in after if one.rule == "identifiers.unlisted"] == [one.words for one in found[1:]]


def test_an_overruling_lapses_when_its_words_change(plan: Case, day: date) -> None:
    case = edit(plan, "/opening", "We can't ship.")
    found = next(one for one in desk.check_case(case, day) if one.rule == "contractions.cannot")
    mine = (Overruling(rule=found.rule, path=found.path, words=found.words, reason="The buyer's own words."),)
    settled = edit(case, "/overruled", mine)
    rules = [[one.rule for one in desk.check_case(edit(settled, "/opening", text), day)] for text in (
        "We can't ship.", "We can’t ship.", "We can't ship it.", "Nobody came. We  can't ship.", "We can't ship. Go.")
    ]  # fmt: skip
    assert [found.rule in names for names in rules] == [False, True, True, False, False]


def test_the_same_words_in_two_sentences_are_overruled_apart(plan: Case, day: date) -> None:
    case = edit(plan, "/opening", "We can't ship. They can't either.")
    first, second = [one for one in desk.check_case(case, day) if one.rule == "contractions.cannot"]
    mine = (Overruling(rule=first.rule, path=first.path, words=first.words, reason="The buyer's own words."),)
    assert [one for one in desk.check_case(edit(case, "/overruled", mine), day) if one.rule == first.rule] == [second]


def test_an_overruling_of_before_without_a_sentence_settles_one_finding_alone(plan: Case, day: date) -> None:
    old = (Overruling(rule="contractions.cannot", path="/opening", words="can't", reason="The buyer's own words."),)
    case = edit(edit(plan, "/overruled", old), "/opening", "We can't ship.")
    counts = [
        sum(one.rule == old[0].rule for one in desk.check_case(edit(case, "/opening", text), day))
        for text in ("We can't ship.", "We can't ship. They can't either.")
    ]
    assert counts == [0, 2]


def test_an_overruling_of_before_without_words_never_settles_two_findings(day: date) -> None:
    case = edit(desk.create("inauthentic-complaint"), "/notice/text", "ASIN B0EXMPLZ01 and B0EXMPLZ02.")
    old = (Overruling(rule="identifiers.unlisted", path="/products", reason="Not ours."),)
    assert len([one for one in desk.check_case(edit(case, "/overruled", old), day) if one.rule == old[0].rule]) == 2
    one = edit(case, "/notice/text", "ASIN B0EXMPLZ01.")
    assert [found for found in desk.check_case(edit(one, "/overruled", old), day) if found.rule == old[0].rule] == []


def _words(count: int, path: str | None = None, gap: bool = False) -> Run:
    return Run("word " * count, path, gap)


@for_each(
    ("blocks", "long"),
    [
        ((Paragraph((_words(MOST_WORDS),)),), False),
        ((Paragraph((_words(MOST_WORDS + 1),)),), True),
        (
            (Heading(1, (_words(1),)), Paragraph((_words(MOST_WORDS // 2),)), Listing(((_words(500),), (_words(1),)))),
            True,
        ),
        ((Paragraph((_words(MOST_WORDS),)), Table("", (Cell((_words(9),)),), (), (1,))), False),
        ((Paragraph((_words(MOST_WORDS), _words(9, "/opening", gap=True))),), False),
        ((Paragraph((_words(MOST_WORDS),)), Listing(((_words(9), _words(9, "/exhibits/exhib1/title")),))), False),
    ],
)
def test_a_letter_is_long_by_its_prose(blocks: tuple[Any, ...], long: bool, plan: Case, day: date) -> None:
    letter = Letter("", "", "", day, draft=True, blocks=blocks)
    found = [one.rule for one in length(CheckContext(plan, letter, day, knowledge()))]
    assert found == (["letter.long"] if long else [])


def test_an_answer_by_documents_may_be_as_long_as_it_must(papers: Case, day: date) -> None:
    letter = Letter("", "", "", day, draft=True, blocks=(Paragraph((_words(5_000),)),))
    assert list(length(CheckContext(papers, letter, day, knowledge()))) == []


# Whatever the case

ROWS = ["aaaaaa", "bbbbbb", "111111", "222222", "cause1"]
KNOWN = [
    *knowledge().enforcements,
    *knowledge().metrics,
    *("order-list", "invoices", "authorization-letter", "US", "UK"),
    *("B0EXMPL001", "Exhibit A, B and C", "causes 1.1 and 1.2", "12 November 2026", "20 of 400", "We can't", "15:30"),
    *("", " ", "{{ 7*7 }}", "{place}", "<b>&amp;]]>", "\u5e95\u7a3f", "\u202e\U0001f600", "\x00\ud800", "9" * 40),
]
TEXTS = st.one_of(st.sampled_from(KNOWN), st.sampled_from(KNOWN), st.text(max_size=30))
VALUES: dict[Any, st.SearchStrategy[Any]] = {
    Text: TEXTS,
    Date: st.one_of(st.dates(), st.dates(date(2026, 10, 1), date(2026, 12, 31)), TEXTS),
    Count: st.one_of(st.integers(0, 50), st.integers(-(10**40), 10**40), TEXTS),
    Number: st.one_of(st.decimals(0, 100, places=2), st.sampled_from([Decimal(10) ** 30, Decimal("1E-9")]), TEXTS),
    Time: TEXTS,
    Zone: TEXTS,
    Code: TEXTS,
    Reference: TEXTS,
    RowId: st.sampled_from(ROWS),
    bool: st.booleans(),
}


def _values(kind: Any, shared: bool) -> st.SearchStrategy[Any]:
    """Return values for a field, by walking its type; whether rows may share an id."""
    for known, values in VALUES.items():
        if kind == known:
            return values
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return st.one_of(st.none(), *(_values(one, shared) for one in inner if one is not type(None)))
    if origin is tuple:
        own = None if shared or not _is_row(inner[0]) else _row_id
        return st.lists(_values(inner[0], shared), max_size=3, unique_by=own).map(tuple)
    if origin is Literal:
        return st.sampled_from(inner)
    if origin is Annotated:
        typed = [one for one in inner[1:] if not isinstance(one, FieldSpec)]
        return _values(Annotated[inner[0], *typed] if typed else inner[0], shared)
    return _parts(kind, shared)


def _parts(model: type[BaseModel], shared: bool) -> st.SearchStrategy[Any]:
    fields = get_type_hints(model, include_extras=True)
    names = [name for name in model.model_fields if name != "poa_case"]
    return st.fixed_dictionaries({name: _values(fields[name], shared) for name in names})


def _is_row(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Row)


def _row_id(row: dict[str, Any]) -> str:
    return row["id"]


SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(content=_parts(Case, shared=False), today=DAYS)
@settings(deadline=None, max_examples=80, derandomize=True, suppress_health_check=SLOW)
def test_whatever_a_case_holds_it_is_checked(content: dict[str, Any], today: date) -> None:
    case = Case.model_validate(content)
    for one in desk.check_case(case, today):
        assert one.path.startswith("/")
        assert all(words.strip() for words in (one.message, one.message_zh, one.why, one.why_zh))
        if one.start is not None:
            assert str(get(case, one.path))[one.start : one.end] == one.quote


@given(content=_parts(Case, shared=True), today=DAYS)
@settings(deadline=None, max_examples=40, derandomize=True, suppress_health_check=SLOW)
def test_a_case_whose_rows_share_ids_is_checked(content: dict[str, Any], today: date) -> None:
    assert all(one.path.startswith("/") for one in desk.check_case(Case.model_validate(content), today))
