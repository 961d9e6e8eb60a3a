"""Which papers are wanted of a case, and how it stands with each."""

from __future__ import annotations

from datetime import date

import pytest

from poa_app import desk
from poa_app.desk.papers import Paper, set_paper, wanted_papers
from poa_app.model.case import Case
from poa_app.model.facts import PaperState
from poa_app.model.paths import edit


@pytest.fixture
def new() -> Case:
    return desk.create("supply-chain-verification")


def _paper(case: Case, kind: str) -> Paper:
    return next(paper for paper in wanted_papers(case) if paper.kind == kind)


def _found(case: Case) -> set[tuple[str, str]]:
    return {(one.rule, one.path) for one in desk.check_case(case, DAY)}


DAY = date(2026, 11, 20)
INVOICES = ("completeness.evidence", "/exhibits/invoices")


def test_what_is_required_comes_first_and_is_not_there_yet(new: Case) -> None:
    papers = wanted_papers(new)
    assert papers[0].required
    assert not any(paper.letters or paper.row for paper in papers)


def test_a_paper_that_is_there_bears_its_letters(supply_chain: Case) -> None:
    assert _paper(supply_chain, "invoices").letters


def test_a_paper_the_notice_asks_for_is_wanted_whatever_the_enforcement(late_shipment: Case) -> None:
    case = edit(
        late_shipment, f"/notice/requests/{late_shipment.notice.requests[0].id}/words", "your supplier invoices"
    )
    assert _paper(case, "invoices").by_notice


@pytest.mark.parametrize("state", ["cannot", "will-not"])
def test_one_that_cannot_be_had_closes_the_point_once_the_reason_is_given(new: Case, state: PaperState) -> None:
    case = set_paper(new, "invoices", state)
    assert INVOICES in _found(case)
    case = edit(case, f"/wanted_papers/{case.wanted_papers[0].id}/reason", "the factory issued none")
    assert INVOICES not in _found(case)


def test_one_on_its_way_still_keeps_the_letter_back(new: Case) -> None:
    case = set_paper(new, "invoices", "waiting")
    case = edit(case, f"/wanted_papers/{case.wanted_papers[0].id}/reason", "promised for Monday")
    assert INVOICES in _found(case)


def test_what_was_said_is_changed_and_taken_back(new: Case) -> None:
    case = set_paper(set_paper(new, "invoices", "waiting"), "invoices", "cannot")
    assert [row.state for row in case.wanted_papers] == ["cannot"]
    assert set_paper(case, "invoices", None).wanted_papers == ()


def test_a_letter_that_claims_a_paper_nobody_has_is_found(new: Case) -> None:
    case = set_paper(new, "invoices", "cannot")
    case = edit(case, f"/wanted_papers/{case.wanted_papers[0].id}/reason", "the factory issued none")
    claimed = edit(case, "/opening", "We attach the supplier invoices for both ASINs.")
    assert ("papers.claimed", "/opening") in _found(claimed)
    told = edit(case, "/opening", "The factory issued no invoices; we attach the contract and the payments.")
    assert ("papers.claimed", "/opening") not in _found(told)
