"""What belongs to no single case: clients and settings."""

from __future__ import annotations

import secrets
from hashlib import sha256

from pydantic import ValidationError
from sqlalchemy import Connection, func, select, update

from poa_app.errors import CorruptStore
from poa_app.model.facts import Client
from poa_app.store.database_url import display_name
from poa_app.store.repository import Repository, add_once
from poa_app.store.tables import cases, clients, settings


class Shelf(Repository):
    """The part of the store that serves all cases."""

    def clients(self) -> tuple[tuple[str, Client], ...]:
        """List the clients by store name: those saved, and those that cases on the board name besides."""
        last = func.max(cases.c.saved)
        named = select(cases.c.client).where(cases.c.client.is_not(None), cases.c.trashed.is_(None))
        with self._reading() as connection:
            found = {client.id or "": client for client in self._saved(connection)}
            stores = {_key(client) for client in found.values()}
            for content in connection.execute(named.group_by(cases.c.client).order_by(last.desc())).scalars():
                client = self._client(content)
                ident = client.id or sha256(_key(client).encode()).hexdigest()[:12]
                if ident not in found and _key(client) not in stores:
                    found[ident] = client.model_copy(update={"id": ident})
                    stores.add(_key(client))
        return tuple(sorted(found.items(), key=lambda item: (_key(item[1]), item[0])))

    def save_client(self, client: Client) -> str:
        """Keep a client: over the one of its id, else over the one of its store name, else as a new one.

        Returns:
            The client's id.
        """
        with self._writing() as connection:
            same = (one.id for one in self._saved(connection) if _key(one) and _key(one) == _key(client))
            ident = client.id or next(same, None) or secrets.token_hex(6)
            content = client.model_copy(update={"id": ident}).model_dump_json(exclude_none=True)
            values = {"content": content, "saved": self._now()}
            if not add_once(connection, clients, {"id": ident, **values}):
                connection.execute(update(clients).where(clients.c.id == ident).values(values))
        return ident

    def recall(self, key: str) -> str | None:
        """Return what was remembered under a key."""
        with self._reading() as connection:
            value: str | None = connection.execute(select(settings.c.value).where(settings.c.key == key)).scalar()
            return value

    def remember(self, key: str, value: str) -> None:
        """Remember something small, such as the language chosen."""
        with self._writing() as connection:
            if not add_once(connection, settings, {"key": key, "value": value}):
                connection.execute(update(settings).where(settings.c.key == key).values(value=value))

    def _saved(self, connection: Connection) -> list[Client]:
        rows = connection.execute(select(clients.c.content).order_by(clients.c.saved.desc()))
        return [self._client(content) for content in rows.scalars()]

    def _client(self, content: str) -> Client:
        try:
            return Client.model_validate_json(content)
        except ValidationError:
            raise CorruptStore(display_name(self._engine.url)) from None


def _key(client: Client) -> str:
    return (client.store or "").strip().casefold()
