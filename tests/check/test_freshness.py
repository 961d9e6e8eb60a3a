"""How old a paper is on the day of sending, and how long it stays young enough."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.check.freshness import Freshness, freshness, planned_day
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.paths import edit
from tests.check.conftest import TODAY
from tests.each import for_each

PAPER = "/exhibits/exhib1"


def _age(case: Case, today: date = TODAY) -> Freshness | None:
    return freshness(case, case.exhibits[0], today, knowledge())


def _sent_on(papers: Case, paper: object, letter: object) -> Case:
    return edit(edit(papers, f"{PAPER}/date", paper), "/letter_date", letter)


def test_an_invoice_is_as_old_as_it_will_be_on_the_day_of_sending(papers: Case) -> None:
    found = _age(_sent_on(papers, date(2025, 12, 17), date(2026, 12, 3)))
    assert found == Freshness("exhib1", date(2026, 12, 3), 351, 365, date(2026, 12, 17))
    assert (found.is_over, found.left) == (False, 14)


def test_without_a_letter_date_it_is_sent_today(papers: Case) -> None:
    undated = edit(papers, "/letter_date", None)
    assert planned_day(undated, TODAY) == TODAY
    assert planned_day(edit(papers, "/letter_date", "soon"), TODAY) == TODAY
    found = _age(undated)
    assert found
    assert found.planned == TODAY


@pytest.mark.parametrize(("days", "over"), [(364, False), (365, False), (366, True)])
def test_the_last_day_still_counts(papers: Case, days: int, over: bool) -> None:
    found = _age(_sent_on(papers, TODAY - timedelta(days=days), TODAY))
    assert found
    assert found.is_over is over
    assert (found.last < found.planned) is over


@for_each("day", [None, "last May", TODAY + timedelta(days=1), date.max])
def test_a_paper_without_a_day_that_can_be_counted_has_no_age(papers: Case, day: object) -> None:
    assert _age(_sent_on(papers, day, TODAY)) is None


def test_a_kind_of_paper_without_a_limit_does_not_age(papers: Case) -> None:
    assert _age(edit(papers, f"{PAPER}/kind", "packing-list")) is None
    assert _age(edit(papers, f"{PAPER}/kind", None)) is None


@settings(deadline=None, max_examples=100, derandomize=True)
@given(st.dates(), st.dates())
def test_no_pair_of_days_stops_it(paper: date, letter: date) -> None:
    case = Case.model_validate(
        {
            "violations": [{"id": "viola1", "enforcement": "supply-chain-verification"}],
            "exhibits": [{"id": "exhib1", "kind": "invoices", "date": paper}],
            "letter_date": letter,
        }
    )
    found = _age(case)
    if found:
        assert found.age + found.left == found.limit
        assert (found.last - paper).days == found.limit
