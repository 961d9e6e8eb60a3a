"""Inserts that bear with others who insert the same."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.exc import IntegrityError


def add_once(connection: Connection, table: Table, values: dict[str, Any]) -> bool:
    """Add a row unless one of that key is there, be it added at this moment by somebody else."""
    savepoint = connection.begin_nested()
    try:
        connection.execute(insert(table).values(values))
    except IntegrityError:
        savepoint.rollback()
        return False
    savepoint.commit()
    return True
