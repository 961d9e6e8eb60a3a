"""Base class of the store's parts, with read and write transactions."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Engine, Select, bindparam, select

from poa_app.errors import CorruptStore, InputError, NewerCase, NewerStore, UnknownCase
from poa_app.intake.case_file import parse_case
from poa_app.model.case import Case
from poa_app.store.database_url import display_name
from poa_app.store.db_errors import translate_errors
from poa_app.store.engine import turns, writer
from poa_app.store.notice_texts import with_text
from poa_app.store.records import Stored
from poa_app.store.tables import Unreadable, cases

_ID = re.compile(r"[a-z0-9]{12}")

_CASE = select(cases).where(cases.c.id == bindparam("ident"))
_CASE_FOR_UPDATE = _CASE.with_for_update()


class Repository:
    """A part of the store, over one database engine."""

    def __init__(self, engine: Engine, now: Callable[[], datetime]) -> None:
        self._engine = engine
        self._writer = writer(engine)
        self._turn = turns(engine)
        self._now = now

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with translate_errors(self._engine.url), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """All that is done within is saved together or not at all; nobody else saves meanwhile."""
        with self._turn(), translate_errors(self._engine.url), self._writer.begin() as connection:
            yield connection


@dataclass(frozen=True)
class CaseRow(Stored):
    """A stored case with its JSON."""

    content: str

    @property
    def stored(self) -> Stored:
        """What may be handed out."""
        return Stored(self.id, self.case, self.revision, self.saved)


def load_row(connection: Connection, ident: str) -> CaseRow:
    """Read a case.

    Raises:
        UnknownCase: there is no case with that id.
    """
    return _held(connection, ident, _CASE)


def load_for_update(connection: Connection, ident: str) -> CaseRow:
    """Read a case, and keep others from saving it until this is done.

    Raises:
        UnknownCase: there is no case with that id.
    """
    return _held(connection, ident, _CASE_FOR_UPDATE)


def _held(connection: Connection, ident: str, wanted: Select[Any]) -> CaseRow:
    row = connection.execute(wanted, {"ident": ident}).one_or_none() if _ID.fullmatch(ident) else None
    if row is None:
        raise UnknownCase
    content = with_text(connection, ident, row.content)
    return CaseRow(row.id, case_of(connection, content), row.revision, row.saved, content)


def case_of(connection: Connection, content: str) -> Case:
    """Read the JSON of a kept case.

    Raises:
        CorruptStore, NewerStore: it holds something else.
    """
    try:
        return case_from_json(content)
    except NewerCase as error:
        raise NewerStore(display_name(connection.engine.url)) from error
    except InputError as error:
        raise CorruptStore(display_name(connection.engine.url)) from error


@lru_cache(maxsize=256)
def case_from_json(content: str) -> Case:
    """Read a case's JSON; cases are frozen, so that one may be handed out many times."""
    return parse_case(content.encode(), "case")


def to_json(value: Any) -> str:
    """Write a value for keeping."""
    return json.dumps(value, ensure_ascii=False)


def from_json(text: str) -> Any:
    """Read a value that was kept.

    Raises:
        Unreadable: it is damaged.
    """
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise Unreadable from None
