"""What every test may use: the shipped examples as cases, the day each is checked, and a table of what was measured."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from poa_app.intake.case_file import read_case
from poa_app.model.case import Case
from poa_app.store import Store

os.environ.setdefault("POA_SPELLING", "off")  # its engine takes a second and 200 MB; its own tests turn it on
os.environ.setdefault("STREAMLIT_BROWSER_GATHER_USAGE_STATS", "false")  # as the server starts with it

gc.set_threshold(50_000)  # with Python's 700 a tenth of the time goes into looking through what the program has loaded

pytest.register_assert_rewrite("tests.cli.running", "tests.intake.refusals")

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.json"))


_case_of = cache(read_case)
"""Cases cannot be changed, so that one reading serves all tests of a process."""


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.stem)
def example_file(request: pytest.FixtureRequest) -> Path:
    """Each shipped example in turn, as a file."""
    return request.param


@pytest.fixture
def example(example_file: Path) -> Case:
    """Each shipped example in turn, as a case."""
    return _case_of(example_file)


@pytest.fixture
def late_shipment() -> Case:
    """The late-shipment example."""
    return _case_of(ROOT / "examples" / "late-shipment-rate.json")


@pytest.fixture
def supply_chain() -> Case:
    """The supply-chain example, answered by documents only."""
    return _case_of(ROOT / "examples" / "supply-chain-verification.json")


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the present version that holds no case, to copy: a tenth of the time of making one."""
    path = tmp_path_factory.mktemp("database") / "poa.db"
    Store.open(f"sqlite:///{path}").close()
    return path


def signed(case: Case) -> date:
    """The day a case's letter is dated, on which it is checked."""
    assert isinstance(case.letter_date, date)
    return case.letter_date


@pytest.fixture
def today(late_shipment: Case) -> date:
    """The day the late-shipment example is checked."""
    return signed(late_shipment)


@pytest.fixture
def within() -> Callable[[float, Callable[[], object]], None]:
    """Hold a function to seconds of this process's own time; a busy machine may be slow twice of three times."""

    def hold(seconds: float, work: Callable[[], object]) -> None:
        took = []
        for _ in range(3):
            begun = time.process_time()
            work()
            took.append(time.process_time() - begun)
            if took[-1] < seconds:
                return
        pytest.fail(f"took {min(took):.2f} s of {seconds} s, three times")

    return hold


HEAVY = ("browser", "office", "postgresql", "benchmark", "slow")
"""Marks of tests that are no part of the quick tier."""
SLOW_FOLDERS = ("cases", "language", "typed")
"""Of tests that check whole cases, and read the labelled English and what people typed, one after another."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as ``quick`` whatever needs no other program and little time; what is slow is not traced for coverage.

    Tracing doubles its time, and the quick tests reach what it reaches; those of the screens alone are traced too.
    """
    for item in items:
        if "benchmarks" in item.path.parts:
            item.add_marker(pytest.mark.benchmark)
        if item.path.parent.name in SLOW_FOLDERS or getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker(pytest.mark.slow)
        if item.get_closest_marker("slow") and not item.get_closest_marker("screens"):
            item.add_marker(pytest.mark.no_cover)
        if "[postgresql" in item.name or item.name.endswith("postgresql]"):
            item.add_marker(pytest.mark.postgresql)
        if "browser" not in item.path.parts and not any(item.get_closest_marker(mark) for mark in HEAVY):
            item.add_marker(pytest.mark.quick)


MEASURED = "measured"


@pytest.fixture
def report(record_property: Callable[[str, object], None]) -> Callable[[str, str, str], None]:
    """Add a line to the table: what was measured, the figure, and the gate or the aim it is held against."""
    return lambda what, figure, against: record_property(MEASURED, [what, figure, against])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table, whichever process has measured."""
    reports = [one for kind in ("passed", "failed") for one in terminalreporter.getreports(kind)]
    rows = [row for one in reports if one.when == "call" for name, row in one.user_properties if name == MEASURED]
    if rows:
        wide = max(len(what) for what, _, _ in rows)
        terminalreporter.section("measured")
        for what, figure, against in rows:
            terminalreporter.write_line(f"{what:<{wide}}  {figure:>12}  {against}")
