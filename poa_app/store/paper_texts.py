"""The texts of papers, kept beside their files, so that each is read once."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import delete, select

from poa_app.intake.paper_text import READER, PaperText
from poa_app.store.inserts import add_once
from poa_app.store.repository import Repository
from poa_app.store.tables import Unreadable, case_files, files, paper_texts, summaries

_FAULTS = ("", "scan", "locked", "pages", "limit", "broken")


class PaperTexts(Repository):
    """The part of the store that holds what was read of papers."""

    def keep_paper_text(self, sha256: str, read: PaperText) -> None:
        """Keep what was read of a file, in place of what was read before; nothing where the file is gone meanwhile.

        What the board has counted of its cases is counted anew, since a paper may contradict what was entered.
        """
        with self._writing() as connection:
            connection.execute(delete(paper_texts).where(paper_texts.c.sha256 == sha256))
            if connection.execute(select(files.c.sha256).where(files.c.sha256 == sha256)).first() is None:
                return
            values = {"sha256": sha256, "reader": READER, "fault": read.fault, "text": read.text}
            add_once(connection, paper_texts, values)
            owners = select(case_files.c.case_id).where(case_files.c.sha256 == sha256)
            connection.execute(delete(summaries).where(summaries.c.case_id.in_(owners)))

    def paper_texts(self, digests: Collection[str]) -> dict[str, PaperText]:
        """Return what was read of files, by their SHA-256; those not read yet, or by another reader, are left out."""
        wanted = select(paper_texts).where(paper_texts.c.sha256.in_(digests), paper_texts.c.reader == READER)
        with self._reading() as connection:
            rows = connection.execute(wanted).all()
            if any(row.fault not in _FAULTS for row in rows):
                raise Unreadable
        return {row.sha256: PaperText(row.text, row.fault) for row in rows}
