from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from poa_app.model.case import Case
from poa_app.store import Store


def test_the_clock_is_utc_unless_given(tmp_path: Path) -> None:
    store = Store.open(f"sqlite:///{tmp_path}/poa.db")
    saved = store.create(Case()).saved
    assert saved.tzinfo is UTC
    assert abs((datetime.now(UTC) - saved).total_seconds()) < 60
    store.close()


@pytest.mark.sqlite
def test_every_connection_is_safe(store: Store) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000, "secure_delete": 1}
    with store._reading() as first, store._reading() as second:
        for connection in (first, second):
            held = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
            assert held == wanted


def test_a_store_closed_is_one_plain_file(store: Store, database: Path) -> None:
    store.create(Case())
    store.close()
    assert [path.name for path in database.parent.iterdir()] == ["poa.db"]
    connection = sqlite3.connect(database)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
