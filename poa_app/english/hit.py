"""A place where a text breaks a rule, and the shape of a function that looks for such places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from poa_app.english.prose import Prose
from poa_app.model.finding import Fix


@dataclass(frozen=True)
class Hit:
    """A place where a text breaks a rule; ``start`` and ``end`` count code points of the text."""

    start: int
    end: int
    fixes: tuple[Fix, ...] = ()


Checker = Callable[[Prose], Iterator[Hit]]
