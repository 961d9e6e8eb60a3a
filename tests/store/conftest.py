"""A store of its own for every test, and a clock that stands until it is moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from poa_app.model.case import Case
from poa_app.store import Store, Stored


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


@pytest.fixture
def store(database: Path, clock: Clock) -> Iterator[Store]:
    opened = Store.open(f"sqlite:///{database}", now=clock)
    yield opened
    opened.close()


@pytest.fixture
def kept(store: Store, late_shipment: Case) -> Stored:
    """The late-shipment example, in the store."""
    return store.create(late_shipment)


@pytest.fixture
def what(late_shipment: Case) -> str:
    """The path of its first root cause's "what"."""
    return f"/root_causes/{late_shipment.root_causes[0].id}/what"
