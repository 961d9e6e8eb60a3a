"""Which files a case has: named by its exhibits, or removed and kept only as long as its history may need them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, delete, exists, insert, select, update

from poa_app.intake.case_files import names_of, numbered
from poa_app.intake.evidence import safe_filename
from poa_app.model.case import Case
from poa_app.model.text import clean
from poa_app.store.inserts import add_once
from poa_app.store.tables import case_files, files


def named(case: Case) -> frozenset[str]:
    """Return the names of the files a case's exhibits name, as they are kept."""
    return frozenset(map(safe_filename, names_of(case)))


def note_removed(connection: Connection, ident: str, before: Case, after: Case, now: datetime) -> None:
    """Mark the files a change took out of a case, and unmark those it brought back."""
    if before.exhibits == after.exhibits:
        return
    old, new = named(before), named(after)
    own = case_files.c.case_id == ident
    if gone := old - new:
        left = own & case_files.c.name.in_(gone) & case_files.c.removed.is_(None)
        connection.execute(update(case_files).where(left).values(removed=now))
    if back := new - old:
        connection.execute(update(case_files).where(own & case_files.c.name.in_(back)).values(removed=None))


def link(connection: Connection, ident: str, name: str, content: bytes, kind: str) -> str:
    """Keep a file with a case, its content once.

    Returns:
        The SHA-256 of the content.
    """
    digest = hashlib.sha256(content).hexdigest()
    values = {"case_id": ident, "sha256": digest, "name": clean(name)}
    kept = connection.execute(select(files.c.content).where(files.c.sha256 == digest)).scalar()
    if kept is None:
        add_once(connection, files, {"sha256": digest, "kind": kind, "size": len(content), "content": content})
    elif kept != content:  # damaged on the disk: the original, given again, takes its place
        connection.execute(update(files).where(files.c.sha256 == digest).values(content=content))
    same = [case_files.c[key] == value for key, value in values.items()]
    if connection.execute(select(case_files.c.number).where(*same)).first() is None:
        connection.execute(insert(case_files).values(values))
    return digest


def free_name(connection: Connection, ident: str, wanted: str, content: bytes) -> str:
    """Return the name a file can bear: its own, or a numbered one where another file of the case bears it."""
    held = select(case_files.c.name, case_files.c.sha256).where(case_files.c.case_id == ident)
    taken = {row.name: row.sha256 for row in connection.execute(held)}
    digest = hashlib.sha256(content).hexdigest()
    return next(name for name in numbered(clean(wanted)) if taken.get(name, digest) == digest)


def unlink(connection: Connection, ident: str, names: Iterable[str]) -> None:
    """Let a case have files no longer, and delete the content of those that no case has."""
    own = (case_files.c.case_id == ident) & case_files.c.name.in_(tuple(names))
    connection.execute(delete(case_files).where(own))
    drop_unused(connection)


def drop_unused(connection: Connection) -> None:
    """Delete the contents that no case has."""
    used = exists().where(case_files.c.sha256 == files.c.sha256)
    connection.execute(delete(files).where(~used))
