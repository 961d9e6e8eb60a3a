"""Patterns by their branches, of which only those are looked for whose signs a text holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import pairwise
from re import _parser  # type: ignore[attr-defined]

from poa_app.english.needed import Needed, needed

_FLAGS = re.compile(r"\(\?[aimsx]+\)\s*")
_STEP = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]|[^\\\[()|]+", re.DOTALL)
_TIMES = re.compile(r"\s*[*+?{]")
_WORD = re.compile(r"\w+")


class Branch:
    """One branch of a pattern, compiled when a text first holds its signs: few come to that."""

    def __init__(self, source: str, flags: int = 0) -> None:
        """Compile nothing yet."""
        self._source, self._flags = source, flags

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The branch by itself."""
        return re.compile(self._source, self._flags)

    @cached_property
    def needs(self) -> Needed:
        """Signs of each set of which a text holds one."""
        return needed(self._source, self._flags)


class PatternSet:
    """Patterns by name; what a text holds of all their signs is looked up once, word by word."""

    def __init__(self, patterns: Mapping[str, Iterable[Branch]]) -> None:
        """Take patterns by their branches, none of which matches nothing at all."""
        self._patterns = {name: tuple(found) for name, found in patterns.items()}
        self._held_in = lru_cache(maxsize=16)(self._held)
        self._held_by = lru_cache(maxsize=20_000)(self._of_word)

    def __contains__(self, name: str) -> bool:
        """Whether there is a pattern of that name."""
        return name in self._patterns

    @cached_property
    def _signs(self) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
        """The signs by the longest piece of a word in each, and those without one."""
        each = (one for branches in self._patterns.values() for one in branches)
        by_piece: dict[str, list[str]] = {}
        for sign in {sign for one in each for ways in one.needs for sign in ways}:
            by_piece.setdefault(max(_WORD.findall(sign), key=len, default=""), []).append(sign)
        others = tuple(by_piece.pop("", ()))
        return {piece: tuple(signs) for piece, signs in by_piece.items()}, others

    def _of_word(self, word: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the signs that a word holds, and those of which it holds the longest piece."""
        signs = frozenset(sign for piece, signs in self._signs[0].items() if piece in word for sign in signs)
        held = frozenset(sign for sign in signs if sign in word)
        return held, signs - held

    def _held(self, low: str) -> frozenset[str]:
        """Return the signs that a text holds."""
        words = [self._held_by(word) for word in set(_WORD.findall(low))]
        held = frozenset().union(*(one for one, _ in words))
        asked = frozenset(self._signs[1]).union(*(one for _, one in words)) - held
        return held.union(sign for sign in asked if sign in low)

    def finditer(self, name: str, text: str, low: str) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern from left to right, none over another.

        Args:
            name: of the pattern.
            text: where to look.
            low: the same as ``needed.folded`` returns it.
        """
        held = self._held_in(low)
        possible = [one.pattern for one in self._patterns[name] if not any(map(held.isdisjoint, one.needs))]
        if len(possible) == 1:
            yield from possible[0].finditer(text)
        elif possible:
            yield from first_of_each_place(possible, text, 0, len(text))


def first_of_each_place(
    patterns: Iterable[re.Pattern[str]], text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """Yield the matches of patterns as if they were the branches of one: from left to right, none over another."""
    found = [(pattern, match) for pattern in patterns if (match := pattern.search(text, start, end))]
    while found:
        first = min((match for _, match in found), key=lambda match: match.start())
        yield first
        before, found = found, []
        for pattern, match in before:
            again = pattern.search(text, first.end(), end) if match.start() < first.end() else match
            if again:
                found.append((pattern, again))


def branches(source: str, flags: int, *, numbered: bool = True) -> tuple[Branch, ...]:
    """Return the branches of a pattern, or of the group it begins with; itself if it has none or may be empty.

    Args:
        source: the pattern.
        flags: of it.
        numbered: whether its groups are asked for by number, so that a pattern with groups must stay whole.
    """
    read = _parser.parse(source, flags)
    whole = (Branch(source, flags),)
    if (numbered and read.state.groups > 1) or "(?#" in source or not read.getwidth()[0]:
        return whole
    head = _FLAGS.match(source)
    start = head.end() if head else 0
    bars, groups = _read(source, start, len(source))
    if not bars:
        start, end = next((one for one in groups if source.startswith("(?:", one[0])), (0, 0))
        if not end or _TIMES.match(source, end) or _parser.parse(source[:start], flags).getwidth() != (0, 0):
            return whole
        bars, start, end = _read(source, start + 3, end - 1)[0], start + 3, end - 1
    else:
        end = len(source)
    cuts = [start - 1, *bars, end]
    found = (source[one + 1 : other] for one, other in pairwise(cuts))
    return tuple(Branch(source[:start] + one + source[end:], flags) for one in found)


def _read(source: str, start: int, end: int) -> tuple[list[int], list[tuple[int, int]]]:
    """Return where a stretch of a pattern has bars outside of groups, and from where to where its groups go."""
    bars: list[int] = []
    groups: list[tuple[int, int]] = []
    opened: list[int] = []
    for step in _STEP.finditer(source, start, end):
        if step.group() == "(":
            opened.append(step.start())
        elif step.group() == ")":
            began = opened.pop()
            if not opened:
                groups.append((began, step.end()))
        elif step.group() == "|" and not opened:
            bars.append(step.start())
    return bars, groups
