"""A store of its own for every test, in each kind of database, and a clock that stands until it is moved.

A test that works on the file of its database has SQLite; every other runs on PostgreSQL too, on a real server that is
started for the tests from Debian's package. Without one they are skipped, but with ``CI=true`` they fail.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from poa_app.model.case import Case
from poa_app.store import Store, Stored
from tests.store.postgresql import Server


@dataclass
class Clock:
    moment: datetime = datetime(2026, 3, 2, 9, 0, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def on(self, **by: float) -> None:
        self.moment += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "data" / "poa.db"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each test of the store on both kinds of database, unless it works on a file or is marked ``sqlite``."""
    names = metafunc.fixturenames
    if "backend" in names and "database" not in names and not metafunc.definition.get_closest_marker("sqlite"):
        metafunc.parametrize("backend", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture
def backend(request: pytest.FixtureRequest) -> str:
    """The kind of database."""
    return str(getattr(request, "param", "sqlite"))


@pytest.fixture
def database_url(backend: str, request: pytest.FixtureRequest) -> str:
    """The address of an empty database."""
    if backend == "sqlite":
        return f"sqlite:///{request.getfixturevalue('database')}"
    server: Server = request.getfixturevalue("postgresql")
    return server.new_database()


@pytest.fixture
def store(database_url: str, clock: Clock) -> Iterator[Store]:
    opened = Store.open(database_url, now=clock)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A server of PostgreSQL of our own."""
    server = Server.started()
    yield server
    server.stop()


@pytest.fixture
def kept(store: Store, late_shipment: Case) -> Stored:
    """The late-shipment example, in the store."""
    return store.create(late_shipment)


@pytest.fixture
def what(late_shipment: Case) -> str:
    """The path of its first root cause's "what"."""
    return f"/root_causes/{late_shipment.root_causes[0].id}/what"
