"""What a text must hold for a regular expression to match it: a cheap question, asked before the dear one.

The standard library's own reading of an expression is a list of steps, each a pair of a name and what belongs to it;
of a step that is not known here nothing is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product
from re import _parser  # type: ignore[attr-defined]
from typing import Any

Needed = tuple[frozenset[str], ...]
"""Sets of signs or pieces of words, folded; one of each set stands in every match."""

_MOST = 200
"""Ways of a set; what may stand in more of them is not asked for."""
_WORD = re.compile(r"\w+")
_RARE = frozenset("[]{}<>()#_")
"""Signs that few texts hold."""


def folded(text: str) -> str:
    """Return a text without capitals, as needs are written; patterns that ignore them take every Turkish i for an i."""
    return text.casefold().replace("\u0131", "i").replace("i\u0307", "i")


def needed(pattern: str, flags: int) -> Needed:
    """Return the signs that a pattern asks for, those first that stand in fewer texts; () if there are none."""
    return _in_order(_shortest(one) for one in _sets(pattern, flags))


def needed_words(pattern: re.Pattern[str]) -> Needed:
    """Return the pieces of words that a pattern asks for, in the same order; a longer word may hold them."""
    return _in_order(_pieces(one) for one in _sets(pattern.pattern, pattern.flags))


def _sets(pattern: str, flags: int) -> list[frozenset[str]]:
    exact, found = _read(_parser.parse(pattern, flags))
    return [*found, exact or frozenset()]


def _in_order(sets: Iterable[frozenset[str]]) -> Needed:
    return tuple(sorted({one for one in sets if one}, key=lambda one: (-min(map(len, one)), len(one), sorted(one))))


def _shortest(ways: frozenset[str]) -> frozenset[str]:
    """Return ways without those that hold another; none if one of them is empty."""
    if not all(ways):
        return frozenset()
    return frozenset(one for one in ways if not any(other in one for other in ways if other != one))


def _pieces(ways: frozenset[str]) -> frozenset[str]:
    """Return the longest piece of a word in each of some ways; none if one has none."""
    return _shortest(frozenset(max(_WORD.findall(way), key=len, default="") for way in ways))


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
        return frozenset((folded(chr(value)),)), []
    if step in ("AT", "ASSERT", "ASSERT_NOT"):
        return frozenset(("",)), []
    if step == "IN" and all(str(kind) == "LITERAL" for kind, _ in value):
        return frozenset(folded(chr(one)) for _, one in value), []
    if step == "SUBPATTERN":
        return _read(value[-1])
    if step == "BRANCH":
        return _of_branches([_read(branch) for branch in value[1]])
    if step in ("MAX_REPEAT", "MIN_REPEAT"):
        least, most, repeated = value
        ways, inside = _read(repeated)
        if least == 0:
            return (ways | {""} if ways is not None and most == 1 else None), []
        return None, [*inside, *([_repeated(ways, least)] if ways is not None else [])]
    return None, []


def _repeated(ways: frozenset[str], times: int) -> frozenset[str]:
    """Return ways as they stand one behind the other, if there is but one to choose."""
    return frozenset(way * times for way in ways) if len(ways) == 1 else ways


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
    """Return the set that fewest texts hold one of, if there is any: of brackets, or of the longest words."""
    ways = [one for one in map(_shortest, sets) if one]
    return max(ways, key=_rarity, default=frozenset())


def _rarity(ways: frozenset[str]) -> tuple[bool, bool, int, int]:
    is_marked = all(not _RARE.isdisjoint(way) for way in ways)
    return is_marked, bool(_pieces(ways)), min(map(len, ways)), -len(ways)
