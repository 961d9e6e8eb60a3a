"""Whether dates stand in order: events, complaint, notice, deeds, letter, today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from poa_app.check.dates import dates
from poa_app.model.case import Case
from poa_app.model.facts import EarlierAppeal
from poa_app.model.finding import Finding
from poa_app.model.paths import edit
from tests.each import for_each

Asked = Callable[..., tuple[Finding, ...]]

CAUSE, METRIC, EARLIER = "/root_causes/cause1", "/metrics/metri1", "/earlier_appeals/earli1"
PAIRS = [
    ("/notice/received", "/letter_date"),
    ("/notice/complaint", "/notice/received"),
    (f"{CAUSE}/start", f"{CAUSE}/end"),
    (f"{CAUSE}/end", "/letter_date"),
    (f"{CAUSE}/start", "/notice/complaint"),
    (f"{METRIC}/then/start", f"{METRIC}/then/end"),
    (f"{METRIC}/then/end", "/notice/received"),
    (f"{METRIC}/now/start", f"{METRIC}/now/end"),
    (f"{METRIC}/now/end", "/letter_date"),
    ("/exhibits/exhib1/date", "/letter_date"),
    (f"{EARLIER}/sent", f"{EARLIER}/answered"),
    (f"{EARLIER}/sent", "/letter_date"),
]
EVERY = sorted({path for pair in PAIRS for path in pair})
DEEDS = ["/corrective_actions/actio1/date", "/preventive_measures/measu1/since"]
NOON = date(2026, 10, 20)


@pytest.fixture
def bare(plan: Case) -> Case:
    """The small plan without a single date, and with an earlier appeal to put dates into."""
    case = edit(plan, "/earlier_appeals", (EarlierAppeal(id="earli1"),))
    for path in [*EVERY, *DEEDS]:
        case = edit(case, path, None)
    return case


def _with(case: Case, values: dict[str, Any]) -> Case:
    for path, value in values.items():
        case = edit(case, path, value)
    return case


@for_each(("earlier", "later"), PAIRS)
def test_what_comes_first_may_fall_on_the_same_day_but_not_after(
    earlier: str, later: str, bare: Case, ask: Asked
) -> None:
    for days, found in ((0, []), (1, [("dates.order", earlier)])):
        case = _with(bare, {earlier: NOON + timedelta(days), later: NOON})
        assert [(one.rule, one.path) for one in ask(dates, case)] == found


@for_each(("earlier", "later"), PAIRS)
@for_each("value", [None, "last week", "2026-02-30"])
def test_a_blank_or_unreadable_date_is_in_no_order(
    earlier: str, later: str, value: str | None, bare: Case, ask: Asked
) -> None:
    assert ask(dates, _with(bare, {earlier: date(2027, 1, 1), later: value})) == ()
    assert ask(dates, _with(bare, {earlier: value, later: date(2020, 1, 1)})) == ()


def test_a_case_without_dates_has_none_out_of_order(bare: Case, ask: Asked) -> None:
    assert ask(dates, bare) == ()


def test_an_event_is_held_against_the_complaint_and_only_without_one_against_the_notice(bare: Case, ask: Asked) -> None:
    case = _with(bare, {"/notice/received": NOON, f"{CAUSE}/start": NOON + timedelta(1)})
    assert [one.path for one in ask(dates, case)] == [f"{CAUSE}/start"]
    case = _with(case, {f"{CAUSE}/start": NOON, "/notice/complaint": NOON - timedelta(1)})
    (found,) = ask(dates, case)
    assert found.message.startswith("RC1, ")
    assert found.message.endswith(": 2026-10-20 should not be later than 2026-10-19 (Date of the complaint).")


@pytest.mark.parametrize("path", DEEDS)
def test_a_deed_is_done_by_today_and_by_the_letter(path: str, bare: Case, ask: Asked) -> None:
    signed = _with(bare, {"/letter_date": NOON})
    for today, day, found in (
        (NOON, NOON, []),
        (NOON, NOON + timedelta(1), ["dates.future"]),
        (NOON + timedelta(2), NOON + timedelta(1), ["dates.after-letter"]),
        (NOON - timedelta(2), NOON - timedelta(1), ["dates.future"]),
    ):
        assert [one.rule for one in ask(dates, edit(signed, path, day), today)] == found


def test_a_deed_of_tomorrow_is_found_before_the_letter_has_a_date(bare: Case, ask: Asked) -> None:
    for path in DEEDS:
        found = ask(dates, edit(bare, path, NOON + timedelta(1)), NOON)
        assert [(one.rule, one.path) for one in found] == [("dates.future", path)]


def test_a_passed_deadline_blocks_nothing(bare: Case, ask: Asked) -> None:
    (found,) = ask(dates, edit(bare, "/deadline/due", NOON), NOON + timedelta(1))
    assert found.severity == "consider"
