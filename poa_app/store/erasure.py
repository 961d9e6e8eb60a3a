"""Takes a file out of everything a case was, so that nothing of it is left."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, select, update

from poa_app.intake.case_file import case_json
from poa_app.intake.evidence import safe_filename
from poa_app.model.exhibits import FILES
from poa_app.store.kept_files import unlink
from poa_app.store.notice_texts import without_text
from poa_app.store.records import Stored
from poa_app.store.repository import CaseRow, case_from_json, from_json, to_json
from poa_app.store.tables import cases, clashes, revisions


def erase(connection: Connection, held: CaseRow, names: Collection[str], now: datetime) -> Stored:
    """Delete files of a case for good: from the case, its earlier states and its clashes.

    Content that no other case has is deleted with them.

    Args:
        connection: a connection that writes and has fetched the case.
        held: the case as it stands.
        names: of the files, as they are kept.
        now: the moment.
    """
    content, number = _without(held.content, names), held.revision
    if content != held.content:
        number += 1
        kept = without_text(connection, held.id, content)
        new = {"content": kept, "revision": number, "saved": now}
        connection.execute(update(cases).where(cases.c.id == held.id).values(new))
    _erase_from_revisions(connection, held.id, names, number)
    _erase_from_clashes(connection, held.id, names)
    unlink(connection, held.id, names)
    saved = held.saved if number == held.revision else now.astimezone(UTC)
    return Stored(held.id, case_from_json(content), number, saved)


def _erase_from_revisions(connection: Connection, ident: str, names: Collection[str], number: int) -> None:
    """Rewrite the earlier states; of two that have become the same, the first stays, so that undo passes over none.

    The last of them is the case as it stands, and bears its revision's number.
    """
    own = revisions.c.case_id == ident
    wanted = select(revisions.c.number, revisions.c.content, revisions.c.passed).where(own)
    last, before = number, None
    for row in connection.execute(wanted.order_by(revisions.c.number)).all():
        this = own & (revisions.c.number == row.number)
        content, passed = _without(row.content, names), _without_values(row.passed, names)
        if content == before:
            connection.execute(delete(revisions).where(this))
            continue
        if (content, passed) != (row.content, row.passed):
            connection.execute(update(revisions).where(this).values(content=content, passed=passed))
        last, before = row.number, content
    connection.execute(update(revisions).where(own & (revisions.c.number == last)).values(number=number))


def _erase_from_clashes(connection: Connection, ident: str, names: Collection[str]) -> None:
    wanted = select(clashes.c.number, clashes.c.mine).where(clashes.c.case_id == ident)
    for row in connection.execute(wanted).all():
        if _is_one_of(from_json(row.mine), names):
            connection.execute(delete(clashes).where(clashes.c.number == row.number))


def _without(content: str, names: Collection[str]) -> str:
    """Return a case's JSON in which no exhibit names the files."""
    held = from_json(content)
    found = False
    for exhibit in held.get("exhibits", ()):
        for field in FILES:
            if _is_one_of(exhibit.get(field), names):
                del exhibit[field]
                found = True
    return case_json(held) if found else content


def _without_values(passed: str, names: Collection[str]) -> str:
    held = from_json(passed)
    left = [value for value in held if not _is_one_of(value, names)]
    return to_json(left) if len(left) < len(held) else passed


def _is_one_of(value: Any, names: Collection[str]) -> bool:
    return isinstance(value, str) and safe_filename(value) in names
