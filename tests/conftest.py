"""What every test may use: the shipped examples as cases, the day each is checked, and a table of what was measured."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from poa_app.intake.case_file import read_case
from poa_app.model.case import Case

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.json"))


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.stem)
def example_file(request: pytest.FixtureRequest) -> Path:
    """Each shipped example in turn, as a file."""
    return request.param


@pytest.fixture
def example(example_file: Path) -> Case:
    """Each shipped example in turn, as a case."""
    return read_case(example_file)


@pytest.fixture
def late_shipment() -> Case:
    """The late-shipment example."""
    return read_case(ROOT / "examples" / "late-shipment-rate.json")


@pytest.fixture
def supply_chain() -> Case:
    """The supply-chain example, answered by documents only."""
    return read_case(ROOT / "examples" / "supply-chain-verification.json")


def signed(case: Case) -> date:
    """The day a case's letter is dated, on which it is checked."""
    assert isinstance(case.letter_date, date)
    return case.letter_date


@pytest.fixture
def today(late_shipment: Case) -> date:
    """The day the late-shipment example is checked."""
    return signed(late_shipment)


Rows = list[tuple[str, str, str]]
ROWS = pytest.StashKey[Rows]()


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Callable[[str, str, str], None]:
    """Add a line to the table: what was measured, the figure, and the gate or the aim it is held against."""

    def add(what: str, figure: str, against: str) -> None:
        request.config.stash.setdefault(ROWS, []).append((what, figure, against))

    return add


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the table."""
    rows = config.stash.get(ROWS, [])
    if rows:
        wide = max(len(what) for what, _, _ in rows)
        terminalreporter.section("measured")
        for what, figure, against in rows:
            terminalreporter.write_line(f"{what:<{wide}}  {figure:>12}  {against}")
