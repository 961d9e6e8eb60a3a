"""Files: each content once, each case with its own names."""

from __future__ import annotations

import hashlib

from sqlalchemy import insert, select, update

from poa_app.errors import DamagedFile, Gone
from poa_app.model.text import clean
from poa_app.store.opened import Opened, add_once, fetch, hold
from poa_app.store.place import name_of
from poa_app.store.tables import case_files, files


class Files(Opened):
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
            UnknownCase: no case bears that id.
        """
        digest = hashlib.sha256(content).hexdigest()
        link = {"case_id": id, "sha256": digest, "name": clean(name)}
        same = [case_files.c[key] == value for key, value in link.items()]
        with self._writing() as connection:
            hold(connection, id)
            kept = connection.execute(select(files.c.content).where(files.c.sha256 == digest)).scalar()
            if kept is None:
                values = {"sha256": digest, "kind": kind, "size": len(content), "content": content}
                add_once(connection, files, values)
            elif kept != content:  # damaged on the disk: the original, given again, takes its place
                connection.execute(update(files).where(files.c.sha256 == digest).values(content=content))
            if connection.execute(select(case_files.c.number).where(*same)).first() is None:
                connection.execute(insert(case_files).values(link))
        return digest

    def file(self, id: str, sha256: str) -> bytes:
        """Return a file's content.

        Raises:
            UnknownCase: no case bears that id.
            Gone: this case has no such file.
            DamagedFile: what is kept is no longer what was put there.
        """
        both = files.join(case_files, case_files.c.sha256 == files.c.sha256)
        wanted = select(files.c.content, case_files.c.name).select_from(both)
        with self._reading() as connection:
            fetch(connection, id)
            own = (case_files.c.case_id == id) & (case_files.c.sha256 == clean(sha256))
            row = connection.execute(wanted.where(own).limit(1)).one_or_none()
        if row is None:
            raise Gone("file", "文件")
        if hashlib.sha256(row.content).hexdigest() != clean(sha256):
            raise DamagedFile(name_of(self._engine.url), row.name)
        content: bytes = row.content
        return content

    def files(self, id: str) -> tuple[tuple[str, str, str, int], ...]:
        """List a case's files, the first added first: name, SHA-256, type and size.

        Raises:
            UnknownCase: no case bears that id.
        """
        both = files.join(case_files, case_files.c.sha256 == files.c.sha256)
        wanted = select(case_files.c.name, files.c.sha256, files.c.kind, files.c.size).select_from(both)
        with self._reading() as connection:
            fetch(connection, id)
            own = wanted.where(case_files.c.case_id == id).order_by(case_files.c.number)
            return tuple((row.name, row.sha256, row.kind, row.size) for row in connection.execute(own))
