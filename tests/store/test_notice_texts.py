"""The text of a notice is kept once beside its case, and comes back wherever the case does."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from poa_app.errors import CorruptStore
from poa_app.model.case import Case
from poa_app.model.facts import Notice
from poa_app.store import Store, Stored

TEXT = "Dear seller, the listing was removed. 您好。 " * 400


@pytest.fixture
def told(store: Store) -> Stored:
    """A case whose notice has a long text."""
    return store.create(Case(notice=Notice(text=TEXT, reference="7310161")))


def test_the_text_comes_back_with_the_case(store: Store, told: Stored) -> None:
    assert store.load(told.id).case == told.case
    assert told.case.notice.text == TEXT
    assert [one.case for one in store.listed()] == [told.case]
    assert store.load_for_editing(told.id)[0].case == told.case


def test_it_is_kept_once_however_often_the_case_is_saved(
    store: Store, told: Stored, database: Path, clock: Any
) -> None:
    for number in range(20):
        clock.on(minutes=2)
        store.save(told.id, "/opening", store.load(told.id).case.opening, f"Words {number}")
    store.close()
    with closing(sqlite3.connect(database)) as connection:
        (texts,) = connection.execute("SELECT count(*) FROM notice_texts").fetchone()
        (longest,) = connection.execute("SELECT max(length(content)) FROM revisions").fetchone()
        (content,) = connection.execute("SELECT content FROM cases").fetchone()
    assert texts == 1
    assert longest < 500
    assert "Dear seller" not in content


def test_undo_brings_an_earlier_text_back(store: Store, told: Stored, clock: Any) -> None:
    clock.on(minutes=2)
    store.save(told.id, "/notice/text", TEXT, "Another message.")
    assert store.load(told.id).case.notice.text == "Another message."
    assert store.earlier(told.id, "/notice/text") == {TEXT}
    assert store.revert(told.id, told.revision).case == told.case


def test_a_conflict_over_the_text_is_told_and_settled(store: Store, told: Stored) -> None:
    store.save(told.id, "/notice/text", TEXT, "Theirs.")
    _, conflict = store.save(told.id, "/notice/text", TEXT, "Mine.")
    assert conflict
    assert (conflict.theirs, conflict.mine) == ("Theirs.", "Mine.")
    assert store.settle(told.id, "/notice/text", keep_mine=True).case.notice.text == "Mine."


def test_a_copy_has_a_text_of_its_own_and_a_deleted_case_leaves_none(
    store: Store, told: Stored, database: Path, clock: Any
) -> None:
    copy = store.duplicate(told.id)
    store.trash(told.id)
    store.delete_trashed(clock() + timedelta(days=1))
    assert store.load(copy.id).case == told.case
    store.close()
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("SELECT case_id FROM notice_texts").fetchall() == [(copy.id,)]


def test_a_notice_without_text_needs_none(store: Store) -> None:
    made = store.create(Case(notice=Notice(reference="7310161")))
    assert store.load(made.id).case == made.case


def test_a_text_that_is_gone_is_damage(store: Store, told: Stored, database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("DELETE FROM notice_texts")
        connection.commit()
    with pytest.raises(CorruptStore):
        store.load(told.id)
