"""Cases: made, read, listed, changed, copied, thrown away."""

from __future__ import annotations

import secrets
import string
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from poa_app.model.case import Case
from poa_app.store.db_errors import translate_errors
from poa_app.store.engine import scrub
from poa_app.store.erasure import erase
from poa_app.store.history import keep, keep_first
from poa_app.store.kept_files import drop_unused, link
from poa_app.store.notice_texts import with_text
from poa_app.store.records import Listed, Stored
from poa_app.store.repository import Repository, case_of, load_for_update, load_row
from poa_app.store.tables import case_files, cases


class Cases(Repository):
    """The part of the store that holds cases."""

    def create(self, case: Case, files: Iterable[tuple[str, bytes, str]] = ()) -> Stored:
        """Keep a new case with its files, all or nothing.

        Args:
            case: as it stands; its exhibits name the files.
            files: the name, content and type of each.
        """
        with self._writing() as connection:
            made = keep_first(connection, _new_id(), case, self._now())
            for name, content, kind in files:
                link(connection, made.id, name, content, kind)
            return made

    def load(self, id: str) -> Stored:
        """Return a case, be it in the trash.

        Raises:
            UnknownCase: there is no case with that id.
        """
        with self._reading() as connection:
            return load_row(connection, id).stored

    def change(self, id: str, edit: Callable[[Case], Case], path: str) -> Stored:
        """Change a case's rows: add, remove, reorder.

        Each change is a revision of its own, since one that removes a row would else take what was in it out of reach.

        Args:
            id: the case.
            edit: makes the new case from the one in the store; may raise, and then nothing is changed.
            path: names the revision.

        Raises:
            UnknownCase: there is no case with that id.
            BadValue: the new case could not be read again.
        """
        with self._writing() as connection:
            held = load_for_update(connection, id)
            return keep(connection, held, edit(held.case), path, self._now(), fresh=True)

    def listed(self, trashed: bool = False) -> tuple[Listed, ...]:
        """List the cases on the board, or those in the trash, the last saved first."""
        wanted = cases.c.trashed.is_not(None) if trashed else cases.c.trashed.is_(None)
        order = (cases.c.saved.desc(), cases.c.created.desc(), cases.c.id)
        with self._reading() as connection:
            rows = connection.execute(select(cases).where(wanted).order_by(*order)).all()
            return tuple(_listed(connection, row) for row in rows)

    def duplicate(self, id: str) -> Stored:
        """Copy a case with its files, without its past and its clashes.

        Raises:
            UnknownCase: there is no case with that id.
        """
        with self._writing() as connection:
            made = keep_first(connection, _new_id(), load_for_update(connection, id).case, self._now())
            has = case_files.c
            same = select(has.sha256, has.name).where((has.case_id == id) & has.removed.is_(None)).order_by(has.number)
            for row in connection.execute(same).all():
                connection.execute(insert(case_files).values(case_id=made.id, **row._mapping))
            return made

    def trash(self, id: str) -> None:
        """Take a case off the board; it can still be saved, so that nothing typed meanwhile is lost.

        Raises:
            UnknownCase: there is no case with that id.
        """
        with self._writing() as connection:
            load_for_update(connection, id)
            still_there = (cases.c.id == id) & cases.c.trashed.is_(None)
            connection.execute(update(cases).where(still_there).values(trashed=self._now()))

    def restore(self, id: str) -> None:
        """Put a case back on the board.

        Raises:
            UnknownCase: there is no case with that id.
        """
        with self._writing() as connection:
            load_for_update(connection, id)
            connection.execute(update(cases).where(cases.c.id == id).values(trashed=None))

    def delete_trashed(self, before: datetime) -> int:
        """Delete for good the cases put in the trash, and the files removed from other cases, before a moment.

        The cases go with their past and the files no other case has, the files out of the past of their cases.

        Returns:
            How many cases were deleted.
        """
        with self._writing() as connection:
            found = connection.execute(delete(cases).where(cases.c.trashed < before)).rowcount
            erased = self._erase_removed(connection, before)
            drop_unused(connection)
        if found or erased:
            with translate_errors(self._engine.url):
                scrub(self._engine)
        return found

    def _erase_removed(self, connection: Connection, before: datetime) -> int:
        wanted = select(case_files.c.case_id, case_files.c.name).where(case_files.c.removed < before)
        names: dict[str, set[str]] = {}
        for row in connection.execute(wanted).all():
            names.setdefault(row.case_id, set()).add(row.name)
        for ident, gone in names.items():
            erase(connection, load_for_update(connection, ident), gone, self._now())
        return len(names)


def _listed(connection: Connection, row: Row[Any]) -> Listed:
    case = case_of(connection, with_text(connection, row.id, row.content))
    return Listed(row.id, case, row.revision, row.saved, row.created, row.trashed)


def _new_id() -> str:
    return "".join(secrets.choice(string.ascii_lowercase + string.digits) for _ in range(12))
