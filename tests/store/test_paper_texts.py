"""What was read of a paper is kept once beside its file, and goes when the file goes."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from poa_app.errors import CorruptStore
from poa_app.intake.paper_text import PaperText
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit
from poa_app.store import Store, Stored, paper_texts
from poa_app.store.records import Summary
from tests.store.conftest import Clock

FILE = "/exhibits/exhib1/file"
READ = PaperText("Invoice no: A-17   发票")


@pytest.fixture
def case(store: Store) -> Stored:
    """A case with one paper."""
    made = store.create(Case(exhibits=(Exhibit(id="exhib1"),)))
    return store.attach(made.id, FILE, "invoice.pdf", b"%PDF-1.7 A-17", "pdf")


@pytest.fixture
def digest(store: Store, case: Stored) -> str:
    """The SHA-256 of that paper."""
    return store.files(case.id)[0].sha256


def test_what_was_read_comes_back_and_the_last_reading_counts(store: Store, digest: str) -> None:
    assert store.paper_texts([digest]) == {}
    store.keep_paper_text(digest, PaperText("", "limit"))
    store.keep_paper_text(digest, READ)
    assert store.paper_texts([digest, "0" * 64]) == {digest: READ}
    assert store.paper_texts([]) == {}


def test_what_another_reader_has_read_is_read_again(store: Store, digest: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store.keep_paper_text(digest, READ)
    monkeypatch.setattr(paper_texts, "READER", "next")
    assert store.paper_texts([digest]) == {}
    store.keep_paper_text(digest, READ)
    assert store.paper_texts([digest]) == {digest: READ}


def test_a_reading_of_a_file_that_is_gone_is_not_kept(store: Store, case: Stored, digest: str) -> None:
    store.delete_file(case.id, digest)
    store.keep_paper_text(digest, READ)
    assert store.paper_texts([digest]) == {}


def test_a_file_deleted_for_good_takes_its_words_along(store: Store, case: Stored, digest: str) -> None:
    store.keep_paper_text(digest, READ)
    store.delete_file(case.id, digest)
    assert store.paper_texts([digest]) == {}


def test_a_case_deleted_for_good_takes_its_words_along(store: Store, case: Stored, digest: str, clock: Clock) -> None:
    store.keep_paper_text(digest, READ)
    store.trash(case.id)
    store.delete_trashed(clock() + timedelta(minutes=1))
    assert store.paper_texts([digest]) == {}


def test_a_file_another_case_has_keeps_its_words(store: Store, case: Stored, digest: str) -> None:
    store.keep_paper_text(digest, READ)
    store.duplicate(case.id)
    store.delete_file(case.id, digest)
    assert store.paper_texts([digest]) == {digest: READ}


def test_the_board_counts_anew_what_a_reading_may_change(store: Store, case: Stored, digest: str) -> None:
    other = store.create(Case())
    for one in (store.load(case.id), other):
        counted = Summary(one.id, one.revision, one.saved, "r", one.saved.date(), 0, 0, 0, "new", "", "", None, False)
        store.keep_summaries([counted])
    assert store.uncounted("r") == ()
    store.keep_paper_text(digest, READ)
    assert store.uncounted("r") == (case.id,)


def test_words_deleted_for_good_are_gone_from_the_disk(store: Store, case: Stored, digest: str, database: Path) -> None:
    store.keep_paper_text(digest, PaperText("E12345678 is said nowhere else"))
    store.delete_file(case.id, digest)
    engine = create_engine(f"sqlite:///{database}")
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM paper_texts")).scalar() == 0
    engine.dispose()


def test_a_damaged_reading_is_told_as_damage(store: Store, digest: str, database: Path) -> None:
    store.keep_paper_text(digest, READ)
    engine = create_engine(f"sqlite:///{database}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE paper_texts SET fault = 'gossip'"))
    engine.dispose()
    with pytest.raises(CorruptStore):
        store.paper_texts([digest])
