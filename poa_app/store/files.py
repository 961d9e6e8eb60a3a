"""Files: each content once, each case with its own names."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, func, select

from poa_app.errors import DamagedFile, StaleReference
from poa_app.model.text import clean
from poa_app.store.database_url import display_name
from poa_app.store.db_errors import translate_errors
from poa_app.store.engine import scrub
from poa_app.store.erasure import erase
from poa_app.store.history import keep
from poa_app.store.kept_files import free_name, link
from poa_app.store.records import CaseFile, Removed, Stored
from poa_app.store.repository import Repository, load_for_update, load_row
from poa_app.store.tables import case_files, cases, files
from poa_app.store.values import set_value


class Files(Repository):
    """The part of the store that holds files."""

    def put_file(self, id: str, name: str, content: bytes, kind: str) -> str:
        """Keep a file with a case.

        Args:
            id: the case.
            name: the file's name; it is only shown, never a path.
            content: its bytes.
            kind: its type, judged by the content.

        Returns:
            The SHA-256 of the content.

        Raises:
            UnknownCase: there is no case with that id.
        """
        with self._writing() as connection:
            load_for_update(connection, id)
            return link(connection, id, name, content, kind)

    def attach(self, id: str, path: str, name: str, content: bytes, kind: str) -> Stored:
        """Keep a file with a case and name it in a field, both or neither.

        Args:
            id: the case.
            path: the field; a file it named before is removed from the case unless another field names it.
            name: the file's name; a numbered one is taken where another file of the case bears it.
            content: its bytes.
            kind: its type, judged by the content.

        Raises:
            UnknownCase: there is no case with that id.
            KeyError: there is no such field.
        """
        with self._writing() as connection:
            held = load_for_update(connection, id)
            free = free_name(connection, id, name, content)
            link(connection, id, free, content, kind)
            return keep(connection, held, set_value(held.case, path, free), path, self._now(), fresh=True)

    def delete_file(self, id: str, sha256: str) -> tuple[Stored, int]:
        """Delete a file of a case for good, out of its history too; nothing brings it back.

        Returns:
            The case as it now stands, and how many other cases still have the file.

        Raises:
            UnknownCase: there is no case with that id.
            StaleReference: this case has no such file.
        """
        wanted = case_files.c.sha256 == clean(sha256)
        with self._writing() as connection:
            held = load_for_update(connection, id)
            own = select(case_files.c.name).where(wanted & (case_files.c.case_id == id))
            names = tuple(connection.execute(own).scalars())
            if not names:
                raise StaleReference("file", "文件")
            stored = erase(connection, held, names, self._now())
            others = select(func.count(case_files.c.case_id.distinct())).where(wanted)
            left = connection.execute(others).scalar_one()
        with translate_errors(self._engine.url):
            scrub(self._engine)
        return stored, left

    def file(self, id: str, sha256: str) -> bytes:
        """Return a file's content.

        Raises:
            UnknownCase: there is no case with that id.
            StaleReference: this case has no such file.
            DamagedFile: what is kept is no longer what was put there.
        """
        both = files.join(case_files, case_files.c.sha256 == files.c.sha256)
        wanted = select(files.c.content, case_files.c.name).select_from(both)
        with self._reading() as connection:
            load_row(connection, id)
            own = (case_files.c.case_id == id) & (case_files.c.sha256 == clean(sha256))
            row = connection.execute(wanted.where(own).limit(1)).one_or_none()
        if row is None:
            raise StaleReference("file", "文件")
        if hashlib.sha256(row.content).hexdigest() != clean(sha256):
            raise DamagedFile(display_name(self._engine.url), row.name)
        content: bytes = row.content
        return content

    def files(self, id: str) -> tuple[CaseFile, ...]:
        """List the files a case has now, the first added first.

        Raises:
            UnknownCase: there is no case with that id.
        """
        with self._reading() as connection:
            load_row(connection, id)
            return files_of(connection, id)

    def removed_files(self, id: str | None = None) -> tuple[Removed, ...]:
        """List the files that were removed from a case, or from any case on the board, the last removed first."""
        where = cases.c.trashed.is_(None) if id is None else case_files.c.case_id == id
        wanted = _LISTED.where(case_files.c.removed.is_not(None), where)
        order = (case_files.c.removed.desc(), case_files.c.number.desc())
        with self._reading() as connection:
            return tuple(Removed(*row) for row in connection.execute(wanted.order_by(*order)))


def files_of(connection: Connection, ident: str) -> tuple[CaseFile, ...]:
    """List the files a case has now, the first added first."""
    own = case_files.c.removed.is_(None) & (case_files.c.case_id == ident)
    rows = connection.execute(_LISTED.where(own).order_by(case_files.c.number))
    return tuple(CaseFile(row.name, row.sha256, row.kind, row.size) for row in rows)


_LISTED = select(
    case_files.c.name, files.c.sha256, files.c.kind, files.c.size, case_files.c.case_id, case_files.c.removed
).select_from(
    case_files.join(files, case_files.c.sha256 == files.c.sha256).join(cases, cases.c.id == case_files.c.case_id)
)
