"""The tables, in types that every database has."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)


class Unreadable(Exception):
    """What a column holds is not what was put there: the database is damaged."""


class _Checked(TypeDecorator[Any]):
    """A type whose values are looked at when they are read; a damaged SQLite file may hold anything in any column."""

    kind: type = str

    def __init__(self, *args: Any, empty: bool = False) -> None:
        super().__init__(*args)
        self.empty = empty

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        """Return what reads a value and looks at it."""
        read = super().result_processor(dialect, coltype)

        def checked(value: Any) -> Any:
            if value is None and self.empty:
                return None
            try:
                held = read(value) if read else value
            except (ValueError, TypeError, AttributeError, zlib.error):
                raise Unreadable from None
            if not isinstance(held, self.kind):
                raise Unreadable
            return held

        return checked


class Words(_Checked):
    """Text."""

    cache_ok = True
    impl = Text


class Short(_Checked):
    """Text of a known length."""

    cache_ok = True
    impl = String


class Whole(_Checked):
    """A whole number."""

    cache_ok = True
    impl = Integer
    kind = int


class Content(_Checked):
    """Bytes."""

    cache_ok = True
    impl = LargeBinary
    kind = bytes


class Moment(_Checked):
    """A moment, kept and given in UTC; SQLite knows no zones."""

    cache_ok = True
    impl = DateTime(timezone=True)
    kind = datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn a moment of any zone into UTC."""
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment with its zone."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


class Packed(_Checked):
    """Zlib-compressed text."""

    cache_ok = True
    impl = LargeBinary

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """Pack the text."""
        return None if value is None else zlib.compress(value.encode(), 1)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        """Unpack the text."""
        return None if value is None else zlib.decompress(value).decode()


CASE = Short(12)
metadata = MetaData()

cases = Table(
    "cases",
    metadata,
    Column("id", CASE, primary_key=True),
    Column("content", Words, nullable=False),
    Column("revision", Whole, nullable=False),
    Column("created", Moment, nullable=False),
    Column("saved", Moment, nullable=False),
    Column("trashed", Moment(empty=True)),
    Index("cases_by_saved", "saved"),
)
"""The cases as they stand."""

revisions = Table(
    "revisions",
    metadata,
    Column("case_id", CASE, ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Whole, primary_key=True, autoincrement=False),
    Column("path", Words, nullable=False),
    Column("made", Moment, nullable=False),
    Column("content", Packed, nullable=False),
    Column("passed", Packed, nullable=False),
)
"""What the cases were; ``passed`` lists values of the field that came and went within the minute."""

clashes = Table(
    "clashes",
    metadata,
    Column("number", Whole, primary_key=True),
    Column("case_id", CASE, ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
    Column("path", Words, nullable=False),
    Column("mine", Packed, nullable=False),
    Column("made", Moment, nullable=False),
    Index("clashes_by_case", "case_id"),
)
"""Values that were typed while somebody else changed the field."""

files = Table(
    "files",
    metadata,
    Column("sha256", Short(64), primary_key=True),
    Column("kind", Words, nullable=False),
    Column("size", Whole, nullable=False),
    Column("content", Content, nullable=False),
)
"""Contents of files, each once."""

case_files = Table(
    "case_files",
    metadata,
    Column("number", Whole, primary_key=True),
    Column("case_id", CASE, ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
    Column("sha256", Short(64), ForeignKey("files.sha256"), nullable=False),
    Column("name", Words, nullable=False),
    Column("removed", Moment(empty=True)),
    Index("case_files_by_case", "case_id"),
    Index("case_files_by_content", "sha256"),
)
"""Which case has which file, and by what name; ``removed`` since no exhibit of the case as it stands names it."""

notice_texts = Table(
    "notice_texts",
    metadata,
    Column("case_id", CASE, ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    Column("sha256", Short(64), primary_key=True),
    Column("text", Packed, nullable=False),
)
"""The texts the notice of a case has had; what is kept of the case names them."""

paper_texts = Table(
    "paper_texts",
    metadata,
    Column("sha256", Short(64), ForeignKey("files.sha256", ondelete="CASCADE"), primary_key=True),
    Column("reader", Short(16), nullable=False),
    Column("fault", Short(16), nullable=False),
    Column("text", Packed, nullable=False),
)
"""What was read of files that are papers, and by which reader; where nothing was, why."""

settings = Table("settings", metadata, Column("key", Words, primary_key=True), Column("value", Words, nullable=False))
"""Small things to remember."""

summaries = Table(
    "summaries",
    metadata,
    Column("case_id", CASE, ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    Column("revision", Whole, nullable=False),
    Column("rules", Short(64), nullable=False),
    Column("day", Short(10), nullable=False),
    Column("blocking", Whole, nullable=False),
    Column("to_fix", Whole, nullable=False),
    Column("permille", Whole, nullable=False),
    Column("state", Short(16), nullable=False),
    Column("client", Words, nullable=False),
    Column("words", Words, nullable=False),
    Column("due", Moment(empty=True)),
    Column("is_unread", Whole, nullable=False),
    Index("summaries_by_due", "is_unread", "due"),
)
"""What the board shows of each case, counted for one revision on one day by one version of the rules."""

_OLDEST = {"alembic_version", "cases", "revisions", "files"}
"""Tables every version of this program has had."""


def is_ours(names: Iterable[str]) -> bool:
    """Whether a database with tables of these names is one of this program, or an empty one."""
    there = set(names)
    return not there or there >= _OLDEST
