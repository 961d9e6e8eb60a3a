"""Takes times by turns, so that a noisy moment strikes all alike, and prints what was measured in one table."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator

import pytest

Rows = list[tuple[str, str, str]]
ROWS = pytest.StashKey[Rows]()


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Callable[[str, str, str], None]:
    """Add a line to the table: what was measured, the figure, and the gate or the aim it is held against."""

    def add(what: str, figure: str, against: str) -> None:
        request.config.stash.setdefault(ROWS, []).append((what, figure, against))

    return add


@pytest.fixture
def by_turns() -> Iterator[Callable[..., list[float]]]:
    """Give the shortest time in seconds of each of several functions, run in turn again and again."""

    def timed(*functions: Callable[[], object], rounds: int = 25) -> list[float]:
        took: list[list[float]] = [[] for _ in functions]
        for function in functions:
            function()
        gc.collect()
        gc.disable()
        for _ in range(rounds):
            for function, times in zip(functions, took, strict=True):
                start = time.perf_counter()
                function()
                times.append(time.perf_counter() - start)
        gc.enable()
        return [min(times) for times in took]

    yield timed
    gc.enable()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the table."""
    rows = config.stash.get(ROWS, [])
    if rows:
        wide = max(len(what) for what, _, _ in rows)
        terminalreporter.section("benchmarks")
        for what, figure, against in rows:
            terminalreporter.write_line(f"{what:<{wide}}  {figure:>12}  {against}")
