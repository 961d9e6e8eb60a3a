"""Where the data lies: ``POA_DATABASE_URL``, else ``POA_HOME``, else the system's own place."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from platformdirs import user_data_dir
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from poa_app.errors import CorruptStore, DiskFull, ReadOnlyStore, StoreFault, WrongAddress

_FULL = {errno.ENOSPC, errno.EDQUOT}
_NOT_OURS = {errno.EACCES, errno.EPERM, errno.EROFS}

DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg"}
"""The one driver for each kind of database, whichever its address names."""

_NO_ADDRESS = (
    "it is no database address; write sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME",
    "不是数据库地址。请写成 sqlite:///FILE 或 postgresql://USER:PASSWORD@HOST/NAME",
)

_SMALLEST = 512
"""Bytes of the smallest database; SQLite takes what is shorter for a new file, and writes over it."""


def database_url(url: str | None) -> URL:
    """Return the database's address.

    Raises:
        WrongAddress: what was given is not the address of such a database.
    """
    given = url or os.environ.get("POA_DATABASE_URL")
    if not given:
        return URL.create("sqlite", database=str(_home() / "poa.db"))
    try:
        place = make_url(given)
    except (ArgumentError, ValueError):
        raise WrongAddress("POA_DATABASE_URL", *_NO_ADDRESS) from None
    backend = place.get_backend_name()
    driver = DRIVERS.get("postgresql" if backend == "postgres" else backend)
    if driver is None:
        raise WrongAddress("POA_DATABASE_URL", *_NO_ADDRESS)
    return place.set(drivername=driver)


def _home() -> Path:
    home = os.environ.get("POA_HOME")
    return Path(home).expanduser() if home else Path(user_data_dir("poa-app", appauthor=False))


def display_name(url: URL) -> str:
    """Name a database in messages, without user, password or options."""
    if url.get_backend_name() == "sqlite":
        return url.database or "in memory"
    return f"{url.host or 'localhost'}/{url.database or ''}"


def ensure_file(url: URL) -> None:
    """Make a SQLite database's folder and file, for the user alone, where they are not there yet.

    Nobody but SQLite may open the file: closing any other handle on it drops the locks SQLite holds for this process,
    and the next program that leaves the database then removes the log this one goes on writing to.

    Raises:
        StoreFault: they cannot be made.
        CorruptStore: only the beginning of a database is left there.
    """
    named = url.database or ""
    if url.get_backend_name() != "sqlite" or named.startswith(("file:", ":memory:")) or not named:
        return
    try:
        Path(named).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.path.exists(named):
            with closing(sqlite3.connect(named)):
                os.chmod(named, 0o600)  # SQLite gives the log and its index the same rights
        size = os.stat(named).st_size
    except (OSError, ValueError, sqlite3.Error) as error:
        raise _fault(error, display_name(url)) from error
    if 0 < size < _SMALLEST:
        raise CorruptStore(display_name(url))


def _fault(error: Exception, name: str) -> StoreFault:
    number, lite = getattr(error, "errno", None), getattr(error, "sqlite_errorname", "")
    if number in _FULL or lite == "SQLITE_FULL":
        return DiskFull(name)
    if number in _NOT_OURS or lite.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM")):
        return ReadOnlyStore(name)
    return StoreFault(name, getattr(error, "strerror", None) or lite or "not a usable name")
