"""A paper is read once, when it comes in; what it says is there at every look, and counts on the board."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from poa_app.desk import evidence, paper_reading, work
from poa_app.desk.board import board
from poa_app.intake.paper_text import PaperText
from poa_app.model.case import Case
from poa_app.model.paths import edit
from poa_app.store import Store, Stored
from tests.check.conftest import TODAY, papers  # noqa: F401 - fixture
from tests.pdfs import INVOICE, locked, pdf, scan

NOW = datetime(2026, 11, 19, 6, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _nothing_held() -> None:
    paper_reading._held.clear()


@pytest.fixture
def made(store: Store, papers: Case) -> Stored:  # noqa: F811
    """A complete answer by documents, in the store; its invoice is not there yet."""
    return store.create(edit(papers, "/exhibits/exhib1/file", None))


def _attach(store: Store, made: Stored, content: bytes, name: str = "invoice.pdf") -> work.View:
    evidence.attach(store, made.id, "exhib1", name, content)
    return work.view(store, made.id, TODAY)


def test_what_comes_in_is_read_at_once_and_held_against_the_case(store: Store, made: Stored) -> None:
    view = _attach(store, made, pdf(INVOICE))
    assert view.papers["exhib1"].facts.number == "INV-2026-0042"
    assert {one.rule for one in view.findings if one.rule.startswith("papers.")} == {
        "papers.differs",
        "papers.name-differs",
        "papers.units-differ",
    }
    assert view.unread == ()


def test_nothing_is_read_twice(store: Store, made: Stored, monkeypatch: pytest.MonkeyPatch) -> None:
    _attach(store, made, pdf(INVOICE))

    def read(*given: object) -> PaperText:
        raise AssertionError("read again")

    monkeypatch.setattr(paper_reading, "read_paper", read)
    assert work.view(store, made.id, TODAY).papers
    paper_reading._held.clear()  # as after a new start
    assert work.view(store, made.id, TODAY).papers["exhib1"].facts.number == "INV-2026-0042"
    monkeypatch.setattr(type(store), "paper_texts", read)
    assert work.view(store, made.id, TODAY).papers["exhib1"].facts.number == "INV-2026-0042"


def test_the_board_counts_what_a_paper_contradicts(store: Store, made: Stored) -> None:
    store.put_file(made.id, "invoice.pdf", pdf(INVOICE), "pdf")
    store.change(made.id, lambda case: edit(case, "/exhibits/exhib1/file", "invoice.pdf"), "/exhibits/exhib1")
    assert (board(store, NOW)[0].to_fix, board(store, NOW)[0].state) == (0, "ready")
    paper_reading.read_now(store, made.id, work.view(store, made.id, TODAY).unread)
    assert (board(store, NOW)[0].to_fix, board(store, NOW)[0].state) == (1, "drafting")


@pytest.mark.parametrize(("content", "fault"), [(scan(), "scan"), (locked(pdf(INVOICE)), "locked")])
def test_why_nothing_was_read_is_known(store: Store, made: Stored, content: bytes, fault: str) -> None:
    view = _attach(store, made, content)
    assert view.papers["exhib1"].fault == fault
    assert [one.rule for one in view.findings if one.rule.startswith("papers.")] == []


def test_a_picture_is_no_paper_to_read(store: Store, made: Stored) -> None:
    view = _attach(store, made, b"GIF89a", "scan.gif")
    assert (dict(view.papers), view.unread) == ({}, ())


def test_papers_that_came_with_a_case_are_read_when_asked_for(store: Store) -> None:
    example = Path(__file__).resolve().parents[2] / "examples" / "supply-chain-verification.json"
    made = evidence.open_example(store, example)
    today = date(2026, 11, 19)
    view = work.view(store, made.id, today)
    assert len(view.unread) == 5
    before = view.findings
    paper_reading.read_now(store, made.id, view.unread)
    view = work.view(store, made.id, today)
    assert (view.unread, len(view.papers)) == ((), 5)
    assert view.findings == before  # the example is true to its papers


def test_a_paper_of_another_kind_is_not_waited_for(store: Store, made: Stored) -> None:
    store.put_file(made.id, "list.pdf", pdf(INVOICE), "pdf")
    paper = "/exhibits/exhib1"
    store.change(made.id, lambda case: edit(edit(case, f"{paper}/file", "list.pdf"), f"{paper}/kind", "log"), paper)
    assert work.view(store, made.id, TODAY).unread == ()


def test_memory_holds_a_bounded_number_of_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper_reading, "MOST_HELD", 3)
    for number in range(5):
        paper_reading._understood(str(number), PaperText(f"Invoice no: A-{number}"))
    assert [sha256 for sha256, _ in paper_reading._held] == ["2", "3", "4"]
