from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from poa_app.errors import NewerStore
from poa_app.store import Store, Stored
from poa_app.store.migrate import HEAD, MIGRATIONS
from poa_app.store.tables import metadata


def test_the_migrations_make_the_tables_the_code_uses(store: Store, database: Path) -> None:
    engine = create_engine(f"sqlite:///{database}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_a_newer_database_is_left_alone(store: Store, kept: Stored, database: Path) -> None:
    store.close()
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = database.read_bytes()
    with pytest.raises(NewerStore) as caught:
        Store.open(f"sqlite:///{database}")
    assert "newer version" in str(caught.value)
    assert "升级" in caught.value.zh
    assert database.read_bytes() == before


def test_a_migration_that_fails_leaves_nothing_half_done(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("in the middle")

    monkeypatch.setattr("alembic.op.create_index", fail)
    with pytest.raises(RuntimeError, match="in the middle"):
        Store.open(f"sqlite:///{database}")
    monkeypatch.undo()
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == []
    Store.open(f"sqlite:///{database}").close()


def test_many_threads_open_a_new_database(database: Path) -> None:
    faults: list[BaseException] = []

    def open_it() -> None:
        try:
            store = Store.open(f"sqlite:///{database}")
            store.set_setting("language", "zh")
            store.close()
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=open_it) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []


def test_the_last_migration_is_known_without_reading_them() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


DATABASES = sorted((Path(__file__).parent / "databases").glob("*.db"))


@pytest.mark.parametrize("before", DATABASES, ids=lambda path: path.stem)
def test_a_database_an_earlier_version_has_written_opens_with_everything_in_it(before: Path, tmp_path: Path) -> None:
    database = tmp_path / "poa.db"
    database.write_bytes(before.read_bytes())
    store = Store.open(f"sqlite:///{database}")
    (one,) = store.listed()
    assert (one.case.client.store, one.case.opening) == ("Before Example Shop", "Second words.")
    assert (one.case.notice.text or "").startswith("Dear seller")
    assert [file.name for file in store.files(one.id)] == ["invoice.pdf"]
    assert store.file(one.id, store.files(one.id)[0].sha256).startswith(b"%PDF")
    assert [clash.mine for clash in store.clashes(one.id)] == ["Other words."]
    assert len(store.revisions(one.id)) >= 2
    assert store.revert(one.id, 1).case.opening is None
    (gone,) = store.listed(trashed=True)
    assert gone.case.client.store == "Thrown Example Shop"
    assert store.get_setting("language") == "zh"
    assert store.summaries() == ()
    assert store.uncounted("any rules") == (one.id,)
    store.save(one.id, "/scope", None, "every offer")
    store.close()
    engine = create_engine(f"sqlite:///{database}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_there_is_a_database_of_every_earlier_version() -> None:
    assert [path.stem for path in DATABASES] == [f"{number:04}" for number in range(1, int(HEAD))]
