from __future__ import annotations

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from poa_app.errors import CorruptStore, DamagedFile, StaleReference
from poa_app.model.case import Case
from poa_app.store import Store, Stored

PDF = b"%PDF-1.7 " + bytes(range(256))


def test_a_file_comes_back(store: Store, kept: Stored) -> None:
    digest = store.put_file(kept.id, "发票 1.pdf", PDF, "application/pdf")
    assert digest == sha256(PDF).hexdigest()
    assert store.file(kept.id, digest) == PDF
    assert store.files(kept.id) == (("发票 1.pdf", digest, "application/pdf", len(PDF)),)


def test_the_same_content_lies_there_once(store: Store, kept: Stored, database: Path, clock: Any) -> None:
    content = b"%PDF" + b"once only" * 100_000
    other = store.create(Case())
    for ident, name in ((kept.id, "a.pdf"), (kept.id, "a.pdf"), (kept.id, "b.pdf"), (other.id, "c.pdf")):
        digest = store.put_file(ident, name, content, "application/pdf")
        clock.on(seconds=1)
    assert [name for name, *_ in store.files(kept.id)] == ["a.pdf", "b.pdf"]
    assert [name for name, *_ in store.files(other.id)] == ["c.pdf"]
    assert store.file(other.id, digest) == content
    store.close()
    assert database.stat().st_size < 1.5 * len(content)


@pytest.mark.parametrize("name", ["../../etc/passwd", "C:\\x\\y.pdf", "", "a\x00b", "\ud800.pdf", "n" * 5000])
def test_a_name_is_only_a_name(store: Store, kept: Stored, database: Path, name: str) -> None:
    digest = store.put_file(kept.id, name, PDF, "application/pdf")
    assert store.file(kept.id, digest) == PDF
    assert {path.name for path in database.parent.iterdir()} <= {"poa.db", "poa.db-wal", "poa.db-shm"}


def test_a_file_of_another_case_is_not_given(store: Store, kept: Stored) -> None:
    digest = store.put_file(store.create(Case()).id, "a.pdf", PDF, "application/pdf")
    for wanted in (digest, "0" * 64, "", "\ud800"):
        with pytest.raises(StaleReference, match="file"):
            store.file(kept.id, wanted)


def test_an_empty_file_is_a_file(store: Store, kept: Stored) -> None:
    assert store.file(kept.id, store.put_file(kept.id, "empty.txt", b"", "text/plain")) == b""


@pytest.mark.parametrize("harm", ["content = x'255044462d00'", "content = x''", "content = zeroblob(265)"])
def test_a_damaged_file_is_never_given_out_and_the_original_mends_it(
    store: Store, kept: Stored, database: Path, harm: str
) -> None:
    digest = store.put_file(kept.id, "SECRET invoice.pdf", PDF, "application/pdf")
    whole = store.put_file(kept.id, "whole.pdf", PDF + b"2", "application/pdf")
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(f"UPDATE files SET {harm} WHERE sha256 = '{digest}'")
        connection.commit()
    with pytest.raises(DamagedFile, match=r"SECRET invoice\.pdf has been damaged") as caught:
        store.file(kept.id, digest)
    assert "重新上传" in caught.value.zh
    assert store.file(kept.id, whole) == PDF + b"2"
    assert store.put_file(kept.id, "again.pdf", PDF, "application/pdf") == digest
    assert store.file(kept.id, digest) == PDF


@pytest.mark.parametrize("harm", ["'text'", "17", "NULL"])
def test_a_file_that_is_no_bytes_at_all_is_damage(store: Store, kept: Stored, database: Path, harm: str) -> None:
    digest = store.put_file(kept.id, "a.pdf", PDF, "application/pdf")
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = replace(sql, 'content BLOB NOT NULL', 'content BLOB')")
        connection.commit()
    store.close()
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(f"UPDATE files SET content = {harm}")
        connection.commit()
    with pytest.raises((CorruptStore, DamagedFile)):
        store.file(kept.id, digest)
