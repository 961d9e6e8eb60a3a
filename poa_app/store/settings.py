"""Preferences that belong to no single case, such as the language chosen."""

from __future__ import annotations

from sqlalchemy import select, update

from poa_app.store.inserts import add_once
from poa_app.store.repository import Repository
from poa_app.store.tables import settings


class Settings(Repository):
    """The part of the store that holds preferences."""

    def get_setting(self, key: str) -> str | None:
        """Return the value of a preference; none where it was never set."""
        with self._reading() as connection:
            value: str | None = connection.execute(select(settings.c.value).where(settings.c.key == key)).scalar()
            return value

    def set_setting(self, key: str, value: str) -> None:
        """Set a preference."""
        with self._writing() as connection:
            if not add_once(connection, settings, {"key": key, "value": value}):
                connection.execute(update(settings).where(settings.c.key == key).values(value=value))
