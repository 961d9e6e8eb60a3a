"""Whether the database can be read at this moment, found out without changing anything."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Engine, NullPool, create_engine, select
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from poa_app.errors import StoreFault
from poa_app.store.database_url import database_url
from poa_app.store.db_errors import translate_errors
from poa_app.store.engine import postgresql_options
from poa_app.store.tables import cases

PATIENCE = 1.0
"""Seconds to wait for the database."""


def readable(url: str | None = None) -> bool:
    """Whether the database is there and its cases can be read; nothing is made, changed or left open.

    Args:
        url: its address; else where the environment says, as for the store.
    """
    try:
        place = database_url(url)
        engine = _engine(place)
        with translate_errors(place), engine.connect() as connection:
            connection.execute(select(cases.c.id).limit(1)).all()
    except (StoreFault, ArgumentError, NoSuchModuleError, ImportError):
        return False
    return True


def _engine(place: URL) -> Engine:
    lite = place.get_backend_name() == "sqlite"
    wait: dict[str, Any] = {"timeout": PATIENCE} if lite else postgresql_options(PATIENCE, PATIENCE)
    return create_engine(_read_only(place), hide_parameters=True, connect_args=wait, poolclass=NullPool)


def _read_only(place: URL) -> URL:
    """Return the address by which SQLite makes no file that is not there."""
    named = place.database or ""
    if place.get_backend_name() != "sqlite" or named.startswith(("file:", ":memory:")) or not named:
        return place
    return place.set(database=f"file:{quote(named)}").update_query_dict({"mode": "ro", "uri": "true"})
