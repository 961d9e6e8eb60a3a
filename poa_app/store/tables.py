"""The tables, in types that every database has."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime

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


class Moment(TypeDecorator[datetime]):
    """A moment, kept and given in UTC; SQLite knows no zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn a moment of any zone into UTC."""
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment its zone back."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


class Packed(TypeDecorator[str]):
    """Text that is seldom read, a quarter of its size."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """Pack the text."""
        return None if value is None else zlib.compress(value.encode(), 1)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        """Unpack the text."""
        return None if value is None else zlib.decompress(value).decode()


CASE = String(12)
metadata = MetaData()

cases = Table(
    "cases",
    metadata,
    Column("id", CASE, primary_key=True),
    Column("content", Text, nullable=False),
    Column("client", Text),
    Column("revision", Integer, nullable=False),
    Column("created", Moment, nullable=False),
    Column("saved", Moment, nullable=False),
    Column("trashed", Moment),
    Index("cases_by_saved", "saved"),
)
"""The cases as they stand; ``client`` repeats a case's client where it has a store name."""

revisions = Table(
    "revisions",
    metadata,
    Column("case_id", CASE, ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("path", Text, nullable=False),
    Column("made", Moment, nullable=False),
    Column("content", Packed, nullable=False),
    Column("passed", Packed, nullable=False),
)
"""What the cases were; ``passed`` lists values of the field that came and went within the minute."""

clashes = Table(
    "clashes",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("case_id", CASE, ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
    Column("path", Text, nullable=False),
    Column("mine", Packed, nullable=False),
    Column("made", Moment, nullable=False),
    Index("clashes_by_case", "case_id"),
)
"""Values that were typed while somebody else changed the field."""

files = Table(
    "files",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("kind", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
"""Contents of files, each once."""

case_files = Table(
    "case_files",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("case_id", CASE, ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
    Column("sha256", String(64), ForeignKey("files.sha256"), nullable=False),
    Column("name", Text, nullable=False),
    Index("case_files_by_case", "case_id"),
    Index("case_files_by_content", "sha256"),
)
"""Which case has which file, and by what name."""

clients = Table(
    "clients",
    metadata,
    Column("id", Text, primary_key=True),
    Column("content", Text, nullable=False),
    Column("saved", Moment, nullable=False),
)
"""The clients saved by hand."""

settings = Table("settings", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))
"""Small things to remember."""
