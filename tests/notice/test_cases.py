"""The labelled notices of the development set, by whose failures the rules were mended, are read as labelled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from poa_app.knowledge import knowledge
from tests.notice.measures import Measures, measured

pytestmark = pytest.mark.slow

CASES = Path(__file__).parent / "cases"
FLOORS = {
    "top-1": 0.96, "top-2": 0.98, "sure": 0.90, "never wrong": 0.98, "mail": 0.87, "stage": 0.97, "level": 0.88,
    "site": 0.94, "asins": 0.99, "orders": 1.0, "other ids": 0.99, "received": 0.98, "deadline": 0.97,
    "figures": 0.94, "requested": 0.82, "questions": 0.68, "also": 0.94, "wanting": 0.87,
}  # fmt: skip


@pytest.fixture(scope="module")
def measures() -> Measures:
    """What is right of the development set."""
    return measured(CASES, knowledge())


@pytest.mark.parametrize("name", FLOORS)
def test_so_many_of_each_measure_are_right(measures: Measures, name: str) -> None:
    assert measures.taken[name]
    assert measures.share(name) >= FLOORS[name], (measures.table(), measures.wrong.get(name))


def test_the_measures_are_reported(measures: Measures, report: Callable[[str, str, str], None]) -> None:
    for name in measures.taken:
        report(f"notices, {name}", f"{measures.right[name]} of {measures.taken[name]}", f"{FLOORS.get(name, 0):.0%}")
    assert measures.table()
