"""Turns what databases report into the errors of this program, in one place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from poa_app.errors import FullStore, ReadOnlyStore, StoreFault, TornStore
from poa_app.store.place import name_of
from poa_app.store.tables import Unreadable

_KINDS: dict[str, type[FullStore] | type[ReadOnlyStore] | type[TornStore]] = {
    "SQLITE_FULL": FullStore,
    "SQLITE_IOERR_SHMSIZE": FullStore,
    "SQLITE_READONLY": ReadOnlyStore,
    "SQLITE_CANTOPEN": ReadOnlyStore,
    "SQLITE_PERM": ReadOnlyStore,
    "SQLITE_CORRUPT": TornStore,
    "SQLITE_NOTADB": TornStore,
    "53100": FullStore,
    "25006": ReadOnlyStore,
    "42501": ReadOnlyStore,
    "XX001": TornStore,
    "XX002": TornStore,
}
"""What to make of SQLite's error names and PostgreSQL's SQLSTATEs; a longer SQLite name means its beginning."""


@contextmanager
def translated(url: URL) -> Iterator[None]:
    """Report as a StoreFault what a database reports meanwhile.

    The original error is left out of the report: its text may quote what was being saved.
    """
    try:
        yield
    except Unreadable:
        raise TornStore(name_of(url)) from None
    except SQLAlchemyError as error:
        raise _fault(error, name_of(url)) from None


def _fault(error: SQLAlchemyError, name: str) -> StoreFault:
    cause = error.orig if isinstance(error, DBAPIError) else None
    if "decode to UTF-8" in str(cause):
        return TornStore(name)
    code = next((c for c in (getattr(cause, key, None) for key in ("sqlite_errorname", "sqlstate", "pgcode")) if c), "")
    for known, kind in _KINDS.items():
        if code == known or code.startswith(known + "_"):
            return kind(name)
    return StoreFault(name, code or type(cause or error).__name__)
