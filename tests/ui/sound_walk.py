"""What no letter may hold, whatever was typed: the walks end by reading theirs with these eyes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tests.ui.screen_walk import ScreenWalk

MOST_WORDS = 750
"""Words above which a reviewer does not read a letter to its end."""

PROPER = frozenset(
    re.findall(
        r"\w+",
        "Amazon Exhibit Exhibits Account Health Seller Central Buy Shipping Monday Tuesday Wednesday Thursday Friday"
        " Saturday Sunday January February March April May June July August September October November December"
        " Pacific Eastern Beijing Order Settings Plan Action Late ASIN",
    )
)
"""Words that may begin with a capital within a sentence in any letter."""

_DOUBLED = re.compile(r"\b([A-Za-z]+)[ ,]+\1\b", re.IGNORECASE)
_INSIDE = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")
_GAP = re.compile(r"\[[^\]\n]*(?:missing|缺)[^\]\n]*\]")
_FOREIGN = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
_LOOSE = re.compile(r" [.,;]|\.\.|,\.|,,|\.,|;\.|[a-z]\.[A-Z]")


def faults(letter: str, names: Iterable[str]) -> list[str]:
    """List what no letter may hold: doubled words, capitals within a sentence, gaps, Chinese, loose stops.

    Args:
        letter: as plain text.
        names: words of this letter that may have a capital anywhere, such as names of people.
    """
    names = tuple(names)
    for number, name in enumerate(names):
        letter = letter.replace(name, f"name{number}")
    allowed = PROPER | {word for name in names for word in re.findall(r"[A-Za-z]+", name)}
    found = [f"doubled: {one[0]}" for one in _DOUBLED.finditer(letter)]
    found += [f"gap: {one[0]}" for one in _GAP.finditer(letter)]
    found += [f"not English: {one[0]}" for one in _FOREIGN.finditer(letter)]
    found += [f"loose stop: {letter[max(0, one.start() - 30) : one.end() + 10]!r}" for one in _LOOSE.finditer(letter)]
    for one in _INSIDE.finditer(letter.partition("\n\n")[2]):
        if one[0] not in allowed:
            found.append(f"capital: {one[0]}")
    return found


TABLE = re.compile(r"^- (?:ASIN|Company): .*$", re.MULTILINE)
"""A line of a table, whose columns are named in it."""

BAD = (
    "because because", "The step belonged", "This had been so", "This went on", "In force since", "As of ",
    "It happened because", "We did not notice this before your notice", "sold again as new", "0 of 0", "1. Documents",
    "The work is recorded in", "This blocks cause", "In turn", "Because ",
)  # fmt: skip
"""Words of the sentences that made the letters of these tasks bad, or stiff."""


def is_sound(walk: ScreenWalk, *names: str) -> str:
    """Assert that the letter could be sent: nothing blocks, nothing is broken, it is short enough; return it."""
    walk.settle()
    assert walk.found() == []
    letter = walk.letter()
    prose = TABLE.sub("", letter.partition("\n\nAnnex 1.")[0])
    assert faults(prose, names) == []
    assert [words for words in BAD if words in letter] == []
    assert len(letter.split()) < MOST_WORDS
    return letter


def holds(letter: str, *facts: str) -> None:
    """Assert that a letter holds certain words."""
    assert [one for one in facts if one not in letter] == []


def left(walk: ScreenWalk, severity: str) -> set[str]:
    """Return the rules that still have something to say."""
    return {one.rule for one in walk.found(severity)}
