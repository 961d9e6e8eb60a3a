"""A letter remembers by which state of the data files it was written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from poa_app.desk import written_letters
from poa_app.knowledge import knowledge
from poa_app.store import Store

DAY = date(2026, 11, 20)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(f"sqlite:///{tmp_path / 'poa.db'}")


def test_a_case_without_a_letter_has_nothing_to_tell(store: Store) -> None:
    assert written_letters.written_before_change(store, "case01") is None


def test_a_letter_of_the_present_state_has_nothing_to_tell(store: Store) -> None:
    written_letters.note_written(store, "case01", DAY)
    assert written_letters.written_before_change(store, "case01") is None
    assert written_letters.written_before_change(store, "case02") is None


def test_a_letter_of_another_state_tells_its_day(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    written_letters.note_written(store, "case01", DAY)
    later = knowledge().model_copy(update={"version": "another"})
    monkeypatch.setattr(written_letters, "knowledge", lambda: later)
    assert written_letters.written_before_change(store, "case01") == DAY
    written_letters.note_written(store, "case01", date(2026, 11, 21))
    assert written_letters.written_before_change(store, "case01") is None
