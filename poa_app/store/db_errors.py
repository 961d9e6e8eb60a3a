"""Turns what databases report into the errors of this program, in one place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from poa_app.errors import CorruptStore, DiskFull, ReadOnlyStore, StoreFault, WrongAddress
from poa_app.store.database_url import display_name
from poa_app.store.tables import Unreadable

_KINDS: dict[str, type[DiskFull] | type[ReadOnlyStore] | type[CorruptStore]] = {
    "SQLITE_FULL": DiskFull,
    "SQLITE_IOERR_SHMSIZE": DiskFull,
    "SQLITE_READONLY": ReadOnlyStore,
    "SQLITE_CANTOPEN": ReadOnlyStore,
    "SQLITE_PERM": ReadOnlyStore,
    "SQLITE_CORRUPT": CorruptStore,
    "SQLITE_NOTADB": CorruptStore,
    "53100": DiskFull,
    "25006": ReadOnlyStore,
    "42501": ReadOnlyStore,
    "XX001": CorruptStore,
    "XX002": CorruptStore,
}
"""What to make of SQLite's error names and PostgreSQL's SQLSTATEs; a longer SQLite name means its beginning."""


_CANNOT_CONNECT = ("connection failed", "failed to resolve host", "connection timeout expired", "connection is bad")
"""How the driver of PostgreSQL begins what it says of a server that cannot be reached; it gives no SQLSTATE."""

_WHY_NOT: tuple[tuple[str, str, str], ...] = (
    ("password|no pg_hba|role |authentication", "refuses this user or password; check both in the address",
     "拒绝该用户名或密码。请检查地址中的用户名和密码"),
    ("database .*does not exist", "has no database of that name; create it first, with encoding UTF8",
     "没有这个名称的数据库。请先以 UTF8 编码创建"),
    ("resolve|translate host|name or service", "there is no host of that name; check the address",
     "找不到该主机名。请检查地址"),
    ("", "cannot be reached; check host and port, and that the server runs",
     "无法连接。请检查主机和端口，并确认服务器已启动"),
)  # fmt: skip
"""What to say by what the driver says; the first that fits."""


@contextmanager
def translate_errors(url: URL) -> Iterator[None]:
    """Report as a StoreFault what a database reports meanwhile.

    The original error is left out of the report: its text may quote what was being saved.
    """
    try:
        yield
    except Unreadable:
        raise CorruptStore(display_name(url)) from None
    except SQLAlchemyError as error:
        raise _fault(error, display_name(url)) from None


def _fault(error: SQLAlchemyError, name: str) -> StoreFault:
    cause = error.orig if isinstance(error, DBAPIError) else None
    if "decode to UTF-8" in str(cause):
        return CorruptStore(name)
    code = next((c for c in (getattr(cause, key, None) for key in ("sqlite_errorname", "sqlstate", "pgcode")) if c), "")
    said = str(cause)
    if said.lower().startswith(_CANNOT_CONNECT):
        en, zh = next((en, zh) for pattern, en, zh in _WHY_NOT if re.search(pattern, said, re.IGNORECASE))
        return WrongAddress(name, en, zh)
    for known, kind in _KINDS.items():
        if code == known or code.startswith(known + "_"):
            return kind(name)
    return StoreFault(name, code or type(cause or error).__name__)
