"""A look whether the database can be read changes nothing, leaves nothing open and never waits long."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from poa_app.model.case import Case
from poa_app.store import Store, readable


def _state(folder: Path) -> dict[str, tuple[int, str]]:
    """Return the time and content of each file that holds data; SQLite's index of the log is shared memory."""
    files = (one for one in sorted(folder.iterdir()) if not one.name.endswith("-shm"))
    return {one.name: (one.stat().st_mtime_ns, hashlib.sha256(one.read_bytes()).hexdigest()) for one in files}


@pytest.mark.parametrize("name", ["poa.db", "data base #%.db", "数据.db"])
def test_a_database_can_be_read_whatever_it_is_called(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("POA_DATABASE_URL", raising=False)
    address = f"sqlite:///{tmp_path}/{name}"
    with closing(Store.open(address)) as store:
        store.create(Case())
        assert readable(address)


def test_a_hundred_looks_change_no_byte_and_leave_nothing_open(store: Store, database: Path) -> None:
    store.create(Case())
    address = f"sqlite:///{database}"
    assert readable(address)
    before, open_before = _state(database.parent), len(os.listdir("/proc/self/fd"))
    assert all(readable(address) for _ in range(100))
    assert _state(database.parent) == before
    assert len(os.listdir("/proc/self/fd")) == open_before


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert not readable(f"sqlite:///{tmp_path}/none/poa.db")
    assert not readable(f"sqlite:///{tmp_path}/poa.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"SQLite", b"not a database" * 1000])
def test_a_damaged_one_cannot_be_read_and_stays_as_it_is(store: Store, database: Path, content: bytes) -> None:
    store.close()
    database.write_bytes(content)
    assert not readable(f"sqlite:///{database}")
    assert database.read_bytes() == content


def test_one_of_another_program_is_not_ours(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "x.db")) as other:
        other.execute("CREATE TABLE orders (id INTEGER)")
        other.commit()
    assert not readable(f"sqlite:///{tmp_path}/x.db")


@pytest.mark.parametrize("address", ["", "nonsense://x", "postgresql://127.0.0.1:1/none", "not an address"])
def test_what_is_no_database_is_answered_no(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POA_HOME", str(tmp_path))
    monkeypatch.delenv("POA_DATABASE_URL", raising=False)
    assert not readable(address)


def test_somebody_who_saves_does_not_keep_it_from_being_read(store: Store, database: Path) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        assert readable(f"sqlite:///{database}")
        assert time.monotonic() - began < 2


def test_one_that_somebody_holds_alone_is_given_up_soon(store: Store, database: Path) -> None:
    store.close()
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        began = time.monotonic()
        assert not readable(f"sqlite:///{database}")
        assert time.monotonic() - began < 2.5
