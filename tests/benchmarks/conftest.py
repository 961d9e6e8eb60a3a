"""Takes times by turns, so that a noisy moment strikes all alike."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator

import pytest


@pytest.fixture
def by_turns() -> Iterator[Callable[..., list[float]]]:
    """Return the shortest time in seconds of each of several functions, run in turn again and again."""

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
