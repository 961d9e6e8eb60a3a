"""What a text must hold for a regular expression to match it: a cheap question, asked before the dear one."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable
from functools import cache
from itertools import product
from typing import Any

Needed = tuple[frozenset[str], ...]
"""Pieces of words, in small letters; of each set one stands in every match."""

_MOST = 200
"""Pieces of a set; what may stand in more ways is not asked for."""
_PIECE = re.compile(r"\w+")
_parse = importlib.import_module("re._parser").parse
"""Reads an expression as a list of steps, each a pair of a name and what belongs to it."""


@cache
def needed(pattern: re.Pattern[str]) -> Needed:
    """Return the pieces of words that a pattern asks for, those that stand in fewer texts first; () if there are none.

    A piece counts for itself and within a longer word, so that a text without one cannot match.
    """
    exact, found = _read(_parse(pattern.pattern, pattern.flags))
    pieces = {_pieces(one) for one in (*found, exact or frozenset())}
    return tuple(sorted((one for one in pieces if one), key=lambda one: (-min(map(len, one)), len(one), sorted(one))))


def _pieces(ways: frozenset[str]) -> frozenset[str]:
    """Return the longest piece of a word in each of some ways, without those that hold another; none if one has none."""
    longest = {max(_PIECE.findall(way), key=len, default="") for way in ways}
    if "" in longest:
        return frozenset()
    return frozenset(one for one in longest if not any(other in one for other in longest if other != one))


def _read(steps: Iterable[Any]) -> tuple[frozenset[str] | None, list[frozenset[str]]]:
    """Return every way in which steps can be written, if those are few, and the sets of which one way is needed."""
    run, needs, is_exact = frozenset(("",)), [], True
    for step, value in steps:
        ways, inside = _ways(str(step), value)
        needs += inside
        if ways is not None and len(run) * len(ways) <= _MOST:
            run = frozenset(one + other for one, other in product(run, ways))
            continue
        needs.append(run)
        run, is_exact = ways or frozenset(("",)), False
    if not is_exact:
        needs.append(run)
    return (run if is_exact else None), needs


def _ways(step: str, value: Any) -> tuple[frozenset[str] | None, list[frozenset[str]]]:
    """Return the ways of one step, and what it needs besides."""
    if step == "LITERAL":
        return frozenset((chr(value).casefold(),)), []
    if step in ("AT", "ASSERT", "ASSERT_NOT"):
        return frozenset(("",)), []
    if step == "IN" and all(str(kind) == "LITERAL" for kind, _ in value):
        return frozenset(chr(one).casefold() for _, one in value), []
    if step == "SUBPATTERN":
        return _read(value[-1])
    if step == "BRANCH":
        return _of_branches([_read(branch) for branch in value[1]])
    if step in ("MAX_REPEAT", "MIN_REPEAT"):
        least, most, repeated = value
        ways, inside = _read(repeated)
        if least == 0:
            return (ways | {""} if ways is not None and most == 1 else None), []
        return None, [*inside, *([ways] if ways is not None else [])]
    return None, []


def _of_branches(
    branches: list[tuple[frozenset[str] | None, list[frozenset[str]]]],
) -> tuple[frozenset[str] | None, list[frozenset[str]]]:
    """Return the ways of a choice; where one of its branches has too many, what each of them needs, all as one set."""
    exact = [ways for ways, _ in branches if ways is not None]
    if len(exact) == len(branches):
        return frozenset().union(*exact), []
    best = [_telling([*needs, *([ways] if ways is not None else [])]) for ways, needs in branches]
    return None, [frozenset().union(*best)] if all(best) else []


def _telling(sets: list[frozenset[str]]) -> frozenset[str]:
    """Return the set whose shortest piece is longest, if there is any of words."""
    pieces = [one for one in map(_pieces, sets) if one]
    return max(pieces, key=lambda one: (min(map(len, one)), -len(one)), default=frozenset())
