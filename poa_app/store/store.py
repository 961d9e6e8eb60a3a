"""The store: one database, opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Self

from poa_app.errors import StoreFault
from poa_app.store.cases import Cases
from poa_app.store.database_url import database_url, ensure_file
from poa_app.store.db_errors import translate_errors
from poa_app.store.engine import connect
from poa_app.store.fields import Fields, clashes_of
from poa_app.store.files import Files, files_of
from poa_app.store.history import History
from poa_app.store.migrate import migrate
from poa_app.store.paper_texts import PaperTexts
from poa_app.store.records import CaseFile, Conflict, Stored
from poa_app.store.repository import load_row
from poa_app.store.settings import Settings
from poa_app.store.summaries import Summaries


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Store(Cases, Fields, History, Files, PaperTexts, Settings, Summaries):
    """Everything that is kept; any number of threads and programs may use it at once."""

    @classmethod
    def open(cls, url: str | None = None, now: Callable[[], datetime] = _utc_now) -> Self:
        """Open the database, make it where there is none, and bring it up to date.

        Args:
            url: its address; else ``POA_DATABASE_URL``, else ``poa.db`` in ``POA_HOME`` or the user's data folder.
            now: the clock.

        Raises:
            StoreFault: it cannot be used: ReadOnlyStore, DiskFull, CorruptStore, NewerStore or another.
        """
        place = database_url(url)
        ensure_file(place)
        engine = connect(place)
        try:
            with translate_errors(place):
                migrate(engine)
        except StoreFault:
            engine.dispose()
            raise
        return cls(engine, now)

    def load_for_editing(self, id: str) -> tuple[Stored, tuple[CaseFile, ...], tuple[Conflict, ...]]:
        """Return a case with the files kept with it and its clashes, all of one moment.

        Raises:
            UnknownCase: there is no case of that id.
        """
        with self._reading() as connection:
            held = load_row(connection, id)
            return held.stored, files_of(connection, id), clashes_of(connection, held)

    def close(self) -> None:
        """Let go of the database; the store opens it again when used."""
        self._engine.dispose()
