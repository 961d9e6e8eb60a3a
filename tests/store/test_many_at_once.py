"""Threads, programs and kills: what was acknowledged is there, and nobody hears "database is locked"."""

from __future__ import annotations

import multiprocessing
import signal
import sqlite3
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest

from poa_app.model.case import Case
from poa_app.model.facts import Product
from poa_app.store import Store

pytestmark = pytest.mark.slow

FORK: Any = multiprocessing.get_context("fork") if "fork" in multiprocessing.get_all_start_methods() else None
forks = pytest.mark.skipif(FORK is None, reason="programs cannot fork here")
ROWS = [f"row{number:03d}" for number in range(8)]


@pytest.fixture
def case_of_many(store: Store) -> str:
    return store.create(Case(products=tuple(Product(id=row) for row in ROWS))).id


def fill(store: Store, ident: str, row: str, numbers: Sequence[int], shown: str | None = None) -> list[float]:
    took = []
    for number in numbers:
        start = time.perf_counter()
        _, clash = store.save(ident, f"/products/{row}/name", shown, f"{row} {number}")
        took.append(time.perf_counter() - start)
        assert clash is None
        shown = f"{row} {number}"
    return took


def names(store: Store, ident: str) -> list[str | None]:
    return [product.name for product in store.load(ident).case.products]


def test_two_threads_keep_each_others_fields(store: Store, case_of_many: str) -> None:
    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(fill, store, case_of_many, row, range(25)) for row in ROWS[:2]]:
            done.result()
    assert names(store, case_of_many)[:2] == ["row000 24", "row001 24"]


def test_four_hundred_saves_at_once(store: Store, database: Path, case_of_many: str) -> None:
    stores = [store, *(Store.open(f"sqlite:///{database}", now=store._now) for _ in range(3))]
    with ThreadPoolExecutor(8) as pool:
        jobs = [pool.submit(fill, stores[at % 4], case_of_many, row, range(50)) for at, row in enumerate(ROWS)]
        took = sorted(one for job in jobs for one in job.result())
    assert names(store, case_of_many) == [f"{row} 49" for row in ROWS]
    assert store.load(case_of_many).revision == 401
    figures = f"median {took[200] * 1e3:.1f} ms, p99 {took[396] * 1e3:.0f} ms, longest {took[-1] * 1e3:.0f} ms"
    print(f"400 saves by 8 threads: {figures}")  # noqa: T201 - a figure to report
    for other in stores[1:]:
        other.close()


def write(database: Path, ident: str, row: str, count: int, told: Connection) -> None:
    """Save again and again as another program, and tell each number that was saved."""
    store = Store.open(f"sqlite:///{database}")
    for number in range(count):
        fill(store, ident, row, [number], None if number == 0 else f"{row} {number - 1}")
        told.send(number)
    store.close()


def start(database: Path, ident: str, row: str, count: int) -> tuple[BaseProcess, Connection]:
    """Start a program; SQLite forbids that a connection be open while one forks off."""
    heard, told = FORK.Pipe(duplex=False)
    program = FORK.Process(target=write, args=(database, ident, row, count, told))
    program.start()
    told.close()
    return program, heard


def heard_to_the_end(heard: Connection) -> list[int]:
    numbers: list[int] = []
    try:
        while True:
            numbers.append(heard.recv())
    except (EOFError, OSError):
        heard.close()
        return numbers


@forks
def test_eight_programs_keep_each_others_fields(store: Store, database: Path, case_of_many: str) -> None:
    store.close()
    programs = [start(database, case_of_many, row, 25) for row in ROWS]
    assert [heard_to_the_end(heard) for _, heard in programs] == [list(range(25))] * 8
    for program, _ in programs:
        program.join()
        assert program.exitcode == 0
    assert names(store, case_of_many) == [f"{row} 24" for row in ROWS]
    assert store.clashes(case_of_many) == ()


@forks
def test_what_was_acknowledged_outlives_kill_9(store: Store, database: Path, case_of_many: str) -> None:
    store.close()
    for row, after in zip(ROWS, (1, 2, 5, 13, 34, 55, 89, 144), strict=True):
        program, heard = start(database, case_of_many, row, 100_000)
        said = [heard.recv() for _ in range(after)]
        program.kill()
        program.join()
        last = [*said, *heard_to_the_end(heard)][-1]
        assert program.exitcode == -signal.SIGKILL
        with closing(sqlite3.connect(database)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        held = names(store, case_of_many)[ROWS.index(row)]
        assert held in (f"{row} {last}", f"{row} {last + 1}")
        store.close()
