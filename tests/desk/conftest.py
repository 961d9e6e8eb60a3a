"""A store of its own for every test of the desk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from poa_app.model.case import Case
from poa_app.store import Store, Stored


@pytest.fixture
def store(tmp_path: Path, empty_database: Path) -> Iterator[Store]:
    shutil.copy(empty_database, tmp_path / "poa.db")
    opened = Store.open(f"sqlite:///{tmp_path}/poa.db")
    yield opened
    opened.close()


@pytest.fixture
def kept(store: Store, late_shipment: Case) -> Stored:
    """The late-shipment example, in the store."""
    return store.create(late_shipment)
