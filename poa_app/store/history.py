"""Keeps each new state of a case, and what it was before."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from poa_app.errors import BadValue, InputError, NotACase, StaleReference, TooLarge, TooMany
from poa_app.intake.case_file import FILE_LIMIT, write_case
from poa_app.model.case import Case
from poa_app.store.kept_files import note_removed
from poa_app.store.notice_texts import with_text, without_text
from poa_app.store.records import Revision, Stored
from poa_app.store.repository import (
    CaseRow,
    Repository,
    case_from_json,
    case_of,
    from_json,
    load_for_update,
    load_row,
    to_json,
)
from poa_app.store.tables import Unreadable, cases, revisions
from poa_app.store.values import hashable, value_in_snapshot

_MOST_PASSED = 200
"""Values of one field within one minute of which we remember that they were there."""

_NEW_STATE = update(cases).where(cases.c.id == bindparam("ident"))
_OF_NUMBER = (revisions.c.case_id == bindparam("ident")) & (revisions.c.number == bindparam("of"))
_REVISION = select(revisions.c.path, revisions.c.made, revisions.c.passed).where(_OF_NUMBER)
_NEW_REVISION = update(revisions).where(_OF_NUMBER)


def keep_first(connection: Connection, ident: str, case: Case, now: datetime) -> Stored:
    """Keep a new case, as its revision 1."""
    content = _written(case, "/")
    made = {"created": now, "content": "", "revision": 1, "saved": now}
    connection.execute(insert(cases).values(id=ident, **made))
    kept = without_text(connection, ident, content)
    connection.execute(update(cases).where(cases.c.id == ident).values(content=kept))
    _add_revision(connection, ident, 1, "", now, kept)
    return Stored(ident, case_from_json(content), 1, now.astimezone(UTC))


def keep(connection: Connection, held: CaseRow, case: Case, path: str, now: datetime, fresh: bool) -> Stored:
    """Keep the new state of a case, if it is one.

    A minute's edits of one field, one after another, become one revision; the state before them stays.

    Args:
        connection: a connection that writes and has fetched the case.
        held: the case as it stands.
        case: as it shall stand.
        path: what was changed.
        now: the moment.
        fresh: make this a revision of its own all the same.
    """
    content = _written(case, path)
    if content == held.content:
        return held.stored
    number = held.revision + 1
    kept = without_text(connection, held.id, content)
    new = {"content": kept, "revision": number, "saved": now}
    connection.execute(_NEW_STATE, {"ident": held.id, **new})
    note_removed(connection, held.id, held.case, case, now)
    if fresh or not _joined(connection, held, path, now, kept):
        _add_revision(connection, held.id, number, path, now, kept)
    return Stored(held.id, case_from_json(content), number, now.astimezone(UTC))


def _joined(connection: Connection, held: CaseRow, path: str, now: datetime, content: str) -> bool:
    """Let the last revision become this one, if it is the same field's of the same minute."""
    last = {"ident": held.id, "of": held.revision}
    row = connection.execute(_REVISION, last).one_or_none()
    if row is None or row.path != path or not path or _minute(row.made) != _minute(now):
        return False
    passed = [*_passed(row.passed), value_in_snapshot(from_json(held.content), path)][-_MOST_PASSED:]
    new = {"number": held.revision + 1, "made": now, "content": content, "passed": to_json(passed)}
    connection.execute(_NEW_REVISION, {**last, **new})
    return True


def _passed(kept: str) -> list[Any]:
    values = from_json(kept)
    if not isinstance(values, list):
        raise Unreadable
    return values


def _add_revision(connection: Connection, ident: str, number: int, path: str, now: datetime, content: str) -> None:
    row = {"case_id": ident, "number": number, "path": path, "made": now, "content": content, "passed": "[]"}
    connection.execute(insert(revisions).values(row))


def _minute(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(second=0, microsecond=0)


def _written(case: Case, path: str) -> str:
    """Write a case, and make sure that it can be read again."""
    written = write_case(case)
    if len(written) > FILE_LIMIT:
        raise TooLarge(path, len(written), FILE_LIMIT)
    content = written.decode()
    try:
        case_from_json(content)
    except TooMany:
        raise
    except NotACase as error:
        raise BadValue(error.where, error.reason) from None
    except InputError:
        raise BadValue(path, "the case could not be read again") from None
    return content


class History(Repository):
    """The part of the store that knows what cases were."""

    def revisions(self, id: str) -> tuple[Revision, ...]:
        """List the states a case was in, the last first.

        Raises:
            UnknownCase: there is no case with that id.
        """
        wanted = select(revisions.c.number, revisions.c.path, revisions.c.made).where(revisions.c.case_id == id)
        with self._reading() as connection:
            load_row(connection, id)
            rows = connection.execute(wanted.order_by(revisions.c.number.desc()))
            return tuple(Revision(row.number, row.path, row.made) for row in rows)

    def revert(self, id: str, number: int) -> Stored:
        """Return a case an earlier state again; that is a new revision, and can be undone itself.

        Raises:
            UnknownCase: there is no case with that id.
            StaleReference: it has no such revision. One that has grown since it was listed counts as the grown one.
        """
        with self._writing() as connection:
            held = load_for_update(connection, id)
            wanted = (revisions.c.case_id == id) & (revisions.c.number >= number)
            found = select(revisions.c.content).where(wanted).order_by(revisions.c.number).limit(1)
            row = connection.execute(found).one_or_none() if number > 0 else None
            if row is None:
                raise StaleReference("revision", "版本")
            return keep(
                connection,
                held,
                case_of(connection, with_text(connection, id, row.content)),
                "",
                self._now(),
                fresh=True,
            )

    def earlier(self, id: str, path: str) -> frozenset[Any]:
        """Return every earlier value of a field, in JSON form with lists as tuples and blanks as None.

        Raises:
            UnknownCase: there is no case with that id.
        """
        wanted = select(revisions.c.path, revisions.c.content, revisions.c.passed).where(revisions.c.case_id == id)
        values: set[Any] = set()
        with self._reading() as connection:
            present = value_in_snapshot(from_json(load_row(connection, id).content), path)
            for row in connection.execute(wanted).all():
                content = with_text(connection, id, row.content) if path.startswith("/notice") else row.content
                values.add(value_in_snapshot(from_json(content), path))
                if row.path == path:
                    values.update(hashable(value) for value in _passed(row.passed))
        return frozenset(values - {present})
