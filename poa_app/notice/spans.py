"""Places of a text, and whether one lies in another: sought in them in order, never one by one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

Span = tuple[int, int]


class Spans:
    """Places joined where they overlap."""

    def __init__(self, places: Iterable[Span]) -> None:
        """Join places."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(places):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def hold(self, place: Span) -> bool:
        """Whether a place lies wholly in one of them."""
        at = bisect_right(self._starts, place[0]) - 1
        return at >= 0 and place[1] <= self._ends[at]
