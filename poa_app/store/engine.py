"""The connections: all that is SQLite's or PostgreSQL's own."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from functools import partial
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from poa_app.errors import ForeignStore, StoreFault, WrongAddress
from poa_app.store.database_url import display_name
from poa_app.store.tables import is_ours

PATIENCE = 10.0
"""Seconds to wait for somebody else's save."""

CONNECT = 5.0
"""Seconds to wait for a server of PostgreSQL to answer at all."""

_NO_DRIVER = (
    'PostgreSQL\'s driver is not installed; install it with: pip install "psycopg[binary]"',
    '未安装 PostgreSQL 驱动。请运行：pip install "psycopg[binary]"',
)
_BAD_OPTIONS = ("its address has options that are not known; leave them out", "地址里有无法识别的选项。请去掉这些选项")

_BEGIN = "poa_begin"
_MIGRATION = 7_263_547_101
"""A number of our own, under which PostgreSQL lets one program at a time change the tables."""


def connect(url: URL) -> Engine:
    """Make the engine for a database; nothing is opened yet.

    Raises:
        WrongAddress: its driver is not installed, or the address has options it does not know.
    """
    lite = url.get_backend_name() == "sqlite"
    wait: dict[str, Any] = {"timeout": PATIENCE} if lite else postgresql_options(CONNECT, PATIENCE)
    try:
        engine = create_engine(url, hide_parameters=True, connect_args=wait, pool_pre_ping=not lite)
    except ImportError:
        raise WrongAddress(display_name(url), *_NO_DRIVER) from None
    except (ArgumentError, NoSuchModuleError, TypeError, ValueError):
        raise WrongAddress(display_name(url), *_BAD_OPTIONS) from None
    if lite:
        event.listen(engine, "connect", partial(_prepare_sqlite, display_name(url)))
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def postgresql_options(connect: float, lock: float) -> dict[str, Any]:
    """Return what PostgreSQL's driver is told besides the address.

    Args:
        connect: seconds to wait for the server.
        lock: seconds to wait for somebody else's save.
    """
    return {"connect_timeout": int(connect), "options": f"-c lock_timeout={int(lock * 1000)}"}


def writer(engine: Engine) -> Engine:
    """Return the same connections for saving: SQLite then takes the lock first, since one that reads before cannot."""
    return engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})


def turns(engine: Engine) -> Callable[[], AbstractContextManager[None]]:
    """Return what lets a program's threads save in turn: SQLite alone lets some wait twenty times as long as others."""
    if engine.dialect.name != "sqlite":
        return nullcontext
    lock = threading.Lock()

    @contextmanager
    def turn() -> Iterator[None]:
        if not lock.acquire(timeout=PATIENCE):
            raise StoreFault(display_name(engine.url), "too many saves at once")
        try:
            yield
        finally:
            lock.release()

    return turn


def hold_migrations(connection: Connection) -> None:
    """Wait until nobody else changes the tables; SQLite has taken its lock already."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MIGRATION})")


def scrub(engine: Engine) -> None:
    """Make sure that what was deleted is gone from the file and from the log beside it."""
    if engine.dialect.name != "sqlite":
        return
    with engine.execution_options(**{_BEGIN: ""}).connect() as connection:
        for statement in ("PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
            connection.exec_driver_sql(statement)


def _prepare_sqlite(name: str, connection: sqlite3.Connection, _record: object) -> None:
    """Set a new connection up; a database of another program is not even switched to a log."""
    connection.isolation_level = None
    with closing(connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")) as found:
        tables = [row[0] for row in found if not str(row[0]).startswith("sqlite_")]
    if not is_ours(tables):
        raise ForeignStore(name)
    for pragma in ("foreign_keys = ON", "synchronous = FULL", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}").close()
    _switch_to_wal(connection)


def _switch_to_wal(connection: sqlite3.Connection) -> None:
    """Switch the file to its log; SQLite does not wait for others here, so this does."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").close()
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_READONLY:
                return
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)


def _begin_sqlite(connection: Connection) -> None:
    statement = connection.get_execution_options().get(_BEGIN, "BEGIN")
    if statement:
        connection.exec_driver_sql(statement)
