"""Brings a database to the tables this program knows, by the migrations in the package."""

from __future__ import annotations

import threading
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from poa_app.errors import ForeignStore, NewerStore, WrongAddress
from poa_app.store.database_url import display_name
from poa_app.store.engine import hold_migrations, writer
from poa_app.store.tables import is_ours

MIGRATIONS = Path(__file__).parent / "migrations"
HEAD = max(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
"""The last of the migrations, whose files are named by their revisions; Alembic itself takes 0.4 s to say so."""

_ONE_AT_A_TIME = threading.Lock()
"""Alembic keeps the migration under way in a global."""


def migrate(engine: Engine) -> None:
    """Bring the tables up to date, all or nothing.

    Raises:
        NewerStore: a later version of this program has changed them.
        ForeignStore: another program has made them.
        WrongAddress: the database cannot hold every character.
    """
    with engine.begin() as connection:
        _look_at_encoding(connection)
        if not is_ours(inspect(connection).get_table_names()):
            raise ForeignStore(display_name(engine.url))
        if _versions(connection) == {HEAD}:
            return
    with _ONE_AT_A_TIME, writer(engine).begin() as connection:
        hold_migrations(connection)
        _upgrade(connection)


def _look_at_encoding(connection: Connection) -> None:
    if connection.dialect.name != "postgresql":
        return
    encoding = str(connection.execute(text("SHOW server_encoding")).scalar())
    if encoding != "UTF8":
        raise WrongAddress(
            display_name(connection.engine.url),
            f"keeps its text as {encoding}, which has no Chinese; name a database created with encoding UTF8",
            f"编码为 {encoding}，无法保存中文。请指定以 UTF8 编码创建的数据库",
        )


def _versions(connection: Connection) -> set[str]:
    if not inspect(connection).has_table("alembic_version"):
        return set()
    return set(connection.execute(text("SELECT version_num FROM alembic_version")).scalars())


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - takes 0.4 s, and is needed once a version
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if not _versions(connection) <= known:
        raise NewerStore(display_name(connection.engine.url))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
