"""How long a save takes, against SQLite alone committing the same bytes."""

from __future__ import annotations

import sqlite3
import statistics
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from poa_app.model.case import Case
from poa_app.store import Store

SAVES = 200
MOST = 40
"""Times the bare commit; measured 15 on two noisy cores."""


def bare_commits(path: Path, content: bytes) -> list[float]:
    took = []
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE kept (id INTEGER PRIMARY KEY, content BLOB)")
        for number in range(SAVES):
            start = time.perf_counter()
            connection.execute("INSERT OR REPLACE INTO kept VALUES (1, ?)", (content + b"%d" % number,))
            took.append(time.perf_counter() - start)
    return took


def saves(path: Path, case: Case) -> tuple[list[float], int]:
    store = Store.open(f"sqlite:///{path}")
    made = store.create(case)
    field = f"/root_causes/{case.root_causes[0].id}/what"
    took, shown = [], case.root_causes[0].what
    for number in range(SAVES):
        start = time.perf_counter()
        store.save(made.id, field, shown, f"Words {number}")
        took.append(time.perf_counter() - start)
        shown = f"Words {number}"
    with store._reading() as connection:
        size = "SELECT length(CAST(c.content AS BLOB)) + length(r.content) FROM cases c, revisions r LIMIT 1"
        held = connection.exec_driver_sql(size).scalar_one()
    store.close()
    return took, held


def test_a_save_costs_little_more_than_its_commit(
    tmp_path: Path, late_shipment: Case, report: Callable[[str, str, str], None]
) -> None:
    took, size = saves(tmp_path / "poa.db", late_shipment)
    bare = bare_commits(tmp_path / "bare.db", b"x" * size)
    median, alone = statistics.median(took), statistics.median(bare)
    p99 = statistics.quantiles(took, n=100)[-1]
    report(f"save of {size:,} bytes, p99", f"{p99 * 1e3:.1f} ms", f"aim 10 ms; median {median * 1e3:.1f} ms")
    report("median save against SQLite's bare commit", f"{median / alone:.1f} x", f"gate {MOST} x")
    assert median <= MOST * alone
