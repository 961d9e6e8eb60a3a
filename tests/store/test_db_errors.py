"""Databases that are read-only, full, torn, newer or somebody else's: one sentence, and nothing lost."""

from __future__ import annotations

import os
import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from poa_app.errors import CorruptStore, DiskFull, ForeignStore, NewerStore, PoaError, ReadOnlyStore, StoreFault
from poa_app.model.case import Case
from poa_app.model.paths import get
from poa_app.store import Store, Stored


def is_one_sentence(error: PoaError, *absent: str) -> None:
    assert error.exit_code == 2
    assert isinstance(error, OSError)
    for text in (str(error), error.zh):
        assert "\n" not in text
        assert not any(word in text for word in absent)
    assert error.zh.endswith("。")
    assert error.__suppress_context__ or error.__context__ is None


def test_a_read_only_database_can_be_read_but_not_saved(store: Store, kept: Stored, database: Path, what: str) -> None:
    read_only = Store.open(f"sqlite:///file:{database}?mode=ro&uri=true")
    assert read_only.load(kept.id) == kept
    assert len(read_only.listed()) == 1
    for call in (
        lambda: read_only.save(kept.id, what, get(kept.case, what), "SECRET"),
        lambda: read_only.create(Case(scope="SECRET")),
        lambda: read_only.trash(kept.id),
        lambda: read_only.set_setting("language", "zh"),
    ):
        with pytest.raises(ReadOnlyStore) as caught:
            call()
        is_one_sentence(caught.value, "SECRET")
    read_only.close()
    assert store.load(kept.id) == kept


@pytest.mark.skipif(os.name == "nt", reason="folders have no such rights there")
def test_a_folder_that_cannot_be_made_is_read_only(tmp_path: Path) -> None:
    with pytest.raises(StoreFault) as caught:
        Store.open("sqlite:////proc/poa/poa.db")
    is_one_sentence(caught.value)
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreFault) as caught:
        Store.open(f"sqlite:///{tmp_path}/file/poa.db")
    is_one_sentence(caught.value)
    with pytest.raises(StoreFault) as caught:
        Store.open(f"sqlite:///{tmp_path}")
    is_one_sentence(caught.value)


@pytest.mark.parametrize(
    ("number", "kind"),
    [("EROFS", ReadOnlyStore), ("EACCES", ReadOnlyStore), ("ENOSPC", DiskFull), ("EIO", StoreFault)],
)
def test_what_the_system_says_of_the_folder_is_understood(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, number: str, kind: type[StoreFault]
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        code = getattr(__import__("errno"), number)
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(StoreFault) as caught:
        Store.open(f"sqlite:///{tmp_path}/data/poa.db")
    assert type(caught.value) is kind


def test_a_full_disk_loses_nothing(store: Store, kept: Stored, database: Path, what: str) -> None:
    def fill(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count = 1").close()

    store.close()
    event.listen(store._engine, "connect", fill)
    with pytest.raises(DiskFull) as caught:
        store.put_file(kept.id, "SECRET.pdf", b"SECRET" * 100_000, "application/pdf")
    is_one_sentence(caught.value, "SECRET")
    with pytest.raises(DiskFull):  # noqa: PT012 - whichever save is the first without room
        for number in range(100):
            store.save(
                kept.id, what, store.load(kept.id).case.root_causes[0].what, f"{number} " + os.urandom(9999).hex()
            )
    left = store.load(kept.id)
    event.remove(store._engine, "connect", fill)
    store.close()
    assert store.load(kept.id) == left
    assert store.save(kept.id, "/scope", left.case.scope, "Room again")[1] is None


@pytest.mark.parametrize(
    "content",
    [os.urandom(50_000), b"x", b"SQLite format 3\x00" + os.urandom(50_000), b"<html>" * 2000],
    ids=["noise", "one byte", "a true beginning", "a page"],
)
def test_a_file_that_is_no_database_is_left_alone(database: Path, content: bytes) -> None:
    database.parent.mkdir()
    database.write_bytes(content)
    with pytest.raises(CorruptStore) as caught:
        Store.open(f"sqlite:///{database}")
    is_one_sentence(caught.value)
    assert database.read_bytes() == content


def test_a_truncated_database_is_torn(store: Store, database: Path, late_shipment: Case) -> None:
    ids = [store.create(late_shipment).id for _ in range(20)]
    store.close()
    whole = database.read_bytes()
    for part in (0.2, 0.5, 0.9):
        database.write_bytes(whole[: int(len(whole) * part)])
        with pytest.raises(CorruptStore) as caught:  # noqa: PT012 - wherever it is noticed first
            torn = Store.open(f"sqlite:///{database}")
            for ident in ids:
                torn.load(ident)
                torn.revert(ident, 1)
        is_one_sentence(caught.value, "Pinefield")


@pytest.mark.parametrize(
    "harm",
    [
        """UPDATE cases SET content = '{"poa_case": 1, "SECRET'""",
        "UPDATE cases SET content = CAST(x'FFFE53454352455400' AS TEXT)",
        "UPDATE revisions SET content = x'00112233'",
        "UPDATE clashes SET mine = x'00112233'",
        "UPDATE cases SET saved = '2026-13-45 SECRET'",
        "UPDATE cases SET saved = 'SECRET', created = ''",
        "UPDATE cases SET revision = 'SECRET'",
        "UPDATE cases SET content = x'00'",
        "UPDATE cases SET trashed = 'SECRET'",
        "UPDATE revisions SET made = 17",
        "UPDATE revisions SET path = x'FF'",
        "UPDATE revisions SET content = 'SECRET'",
        "UPDATE revisions SET passed = (SELECT mine FROM clashes)",
    ],
)
def test_torn_content_is_not_read_as_a_case(store: Store, kept: Stored, database: Path, what: str, harm: str) -> None:
    store.save(kept.id, what, "stale", "Mine")
    store.save(kept.id, "/scope", kept.case.scope, "x")
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(harm)
        connection.commit()
    with pytest.raises(CorruptStore) as caught:  # noqa: PT012 - each harm shows in another call
        store.listed()
        store.clashes(kept.id)
        store.listed(trashed=True)
        store.revisions(kept.id)
        store.earlier(kept.id, "/scope")
        store.revert(kept.id, 1)
    is_one_sentence(caught.value, "SECRET")


def test_a_case_of_a_newer_format_is_newer(store: Store, kept: Stored, database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE cases SET content = '{\"poa_case\": 99}'")
        connection.commit()
    with pytest.raises(NewerStore) as caught:
        store.load(kept.id)
    is_one_sentence(caught.value)


@pytest.mark.sqlite
def test_a_save_within_a_change_does_not_hang(store: Store, kept: Stored, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("poa_app.store.engine.PATIENCE", 0.05)

    def edit(case: Case) -> Case:
        return store.save(kept.id, "/scope", case.scope, "within")[0].case

    with pytest.raises(StoreFault, match="at once"):
        store.change(kept.id, edit, "/scope")
    assert store.load(kept.id) == kept


def test_a_database_somebody_holds_is_busy_not_broken(
    store: Store, kept: Stored, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    monkeypatch.setattr("poa_app.store.engine.PATIENCE", 0.05)
    impatient = Store.open(f"sqlite:///{database}")
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreFault, match="SQLITE_BUSY") as caught:
            impatient.save(kept.id, "/scope", kept.case.scope, "SECRET")
        is_one_sentence(caught.value, "SECRET")
        assert impatient.load(kept.id).case == kept.case
        other.execute("ROLLBACK")
    impatient.save(kept.id, "/scope", kept.case.scope, "afterwards")
    impatient.close()


FOREIGN = {
    "a shop's": "CREATE TABLE orders (id INTEGER)",
    "one with a table of our name": "CREATE TABLE cases (id INTEGER, title TEXT)",
    "one with migrations of its own": "CREATE TABLE alembic_version (version_num TEXT); INSERT INTO alembic_version"
    " VALUES ('4711'); CREATE TABLE users (id INTEGER)",
    "one whose migrations bear our number": "CREATE TABLE alembic_version (version_num TEXT); INSERT INTO"
    " alembic_version VALUES ('0001'); CREATE TABLE users (id INTEGER)",
}


@pytest.mark.parametrize("tables", FOREIGN.values(), ids=FOREIGN)
def test_a_database_of_another_program_is_left_alone(database: Path, tables: str) -> None:
    database.parent.mkdir()
    with closing(sqlite3.connect(database)) as connection:
        connection.executescript(tables)
        before = list(connection.iterdump())
    with pytest.raises(ForeignStore, match="another program") as caught:
        Store.open(f"sqlite:///{database}")
    is_one_sentence(caught.value)
    with closing(sqlite3.connect(database)) as connection:
        assert list(connection.iterdump()) == before
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_an_empty_database_is_made_ours(database: Path) -> None:
    database.parent.mkdir()
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("VACUUM")
    Store.open(f"sqlite:///{database}").close()


def _use(url: str, ident: str, digest: str) -> list[object]:
    """Read all a store gives, and save."""
    store = Store.open(url)
    try:
        given = [store.load(ident).case, store.file(ident, digest)]
        for read in (store.listed, store.summaries, lambda: store.listed(trashed=True)):
            read()
        for look in (store.revisions, store.clashes, store.files, lambda one: store.earlier(one, "/scope")):
            look(ident)
        store.save(ident, "/scope", store.load(ident).case.scope, "typed")
        store.revert(ident, 1)
        return given
    finally:
        store.close()


def test_a_torn_database_is_whole_or_one_sentence(store: Store, late_shipment: Case, database: Path) -> None:
    made = store.create(late_shipment)
    digest = store.put_file(made.id, "a.pdf", b"%PDF" + bytes(range(256)) * 60, "application/pdf")
    store.save(made.id, "/scope", late_shipment.scope, "x")
    store.save(made.id, "/scope", "stale", "y")
    store.close()
    whole, chance, url = database.read_bytes(), random.Random(7), f"sqlite:///{database}"
    right = [store.load(made.id).case, store.file(made.id, digest)]
    store.close()
    told = 0
    for number in range(120):
        torn, at = bytearray(whole), chance.randrange(len(whole))
        match number % 4:
            case 0:
                torn[at] ^= 1 << chance.randrange(8)
            case 1:
                torn[at : at + 512] = chance.randbytes(512)
            case 2:
                torn[at // 4096 * 4096 :][:4096] = bytes(4096)
                torn[at // 4096 * 4096 : (at // 4096 + 1) * 4096] = bytes(4096)
            case _:
                torn = torn[:at]
        for left in database.parent.iterdir():
            left.unlink()
        database.write_bytes(torn)
        try:
            assert _use(url, made.id, digest)[1] == right[1]
        except PoaError as error:
            told += 1
            is_one_sentence(error, "Pinefield")
    assert told > 30
