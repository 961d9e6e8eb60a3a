"""Words of one clause that stand apart: "not … reinstated" is in "we are not yet able to have it reinstated".

Such an entry tells what somebody did or would not do, whatever stands between the verb and what belongs to it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

GAP = "…"
WORDS = 8
"""Words that may stand between two parts of an entry."""
SIGNS = 16
"""Chinese or Japanese signs that may stand between two."""
_CLAUSE = re.compile(r"[,;:()!?]|\s[-–—]\s")
"""What ends a clause."""

Parts = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Gapped:
    """Entries of which each has its parts apart.

    Attributes:
        western: by the first word: the parts, whether the last word is whole, and the class.
        eastern: the first part, a pattern of the whole, and the class.
    """

    western: Mapping[str, tuple[tuple[Parts, bool, int], ...]]
    eastern: tuple[tuple[str, re.Pattern[str], int], ...]


def gapped(entries: Iterable[tuple[str, int, bool]], word: re.Pattern[str], eastern: re.Pattern[str]) -> Gapped:
    """Return entries as they are looked up.

    Args:
        entries: each in plain letters without its stop, its class, and whether its last word is whole.
        word: a western word.
        eastern: Chinese or Japanese signs.
    """
    west: dict[str, list[tuple[Parts, bool, int]]] = defaultdict(list)
    east: list[tuple[str, re.Pattern[str], int]] = []
    for said, bit, is_whole in entries:
        parts = [part.strip() for part in said.split(GAP)]
        if eastern.search(said):
            joined = [re.escape("".join(part.split())) for part in parts]
            between = rf"[^，。；：！？、,;:]{{0,{SIGNS}}}?"
            east.append(("".join(parts[0].split()), re.compile(between.join(joined)), bit))
            continue
        split = tuple(tuple(word.findall(part)) for part in parts)
        west[split[0][0]].append((split, is_whole, bit))
    return Gapped({first: tuple(found) for first, found in west.items()}, tuple(east))


def gapped_classes(said: str, found: Sequence[re.Match[str]], known: Gapped) -> int:
    """Return the classes of the entries that stand in a plain text.

    Args:
        said: the text.
        found: its western words.
        known: the entries.
    """
    classes = 0
    words = [one.group() for one in found]
    clauses: list[int] = []
    for first in known.western.keys() & set(words):
        for parts, is_whole, bit in known.western[first]:
            if classes & bit or parts[-1][-1] not in said:  # Most of them do not stand in a sentence.
                continue
            clauses = clauses or _clauses(said, found)
            places = (at for at, word in enumerate(words) if word == first)
            if any(_stands(parts, is_whole, words, clauses, at) for at in places):
                classes |= bit
    if known.eastern and not said.isascii():
        joined = "".join(said.split())
        for sign, pattern, bit in known.eastern:
            if sign in joined and pattern.search(joined):
                classes |= bit
    return classes


def _clauses(said: str, found: Sequence[re.Match[str]]) -> list[int]:
    """Return for each word the number of its clause."""
    ends = [one.start() for one in _CLAUSE.finditer(said)]
    numbers: list[int] = []
    clause = 0
    for one in found:
        while clause < len(ends) and ends[clause] < one.start():
            clause += 1
        numbers.append(clause)
    return numbers


def _stands(parts: Parts, is_whole: bool, words: list[str], clauses: list[int], at: int) -> bool:
    """Whether the parts stand in their order in one clause, the first at a place."""
    end = _end(parts[0], True, words, at)
    for number, part in enumerate(parts[1:], 2):
        whole = is_whole or number < len(parts)
        reach = range(end, min(len(words), end + WORDS + 1)) if end else ()
        places = (_end(part, whole, words, place) for place in reach if clauses[place] == clauses[at])
        end = next((place for place in places if place), 0)
    return bool(end)


def _end(part: tuple[str, ...], is_whole: bool, words: list[str], at: int) -> int:
    """Return the place behind a part that stands at a place; 0 where it does not."""
    last = at + len(part) - 1
    if last >= len(words) or tuple(words[at:last]) != part[:-1]:
        return 0
    stands = words[last] == part[-1] if is_whole else words[last].startswith(part[-1])
    return last + 1 if stands else 0
