"""What no letter may hold, whatever was typed: the walks end by reading theirs with these eyes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.browser.walk import Walk

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


def is_sound(walk: Walk, *names: str) -> None:
    """Assert that the letter on the screen Check could be sent: nothing blocks, nothing is broken, it is short enough.

    Args:
        walk: at the screen Check.
        names: words of this letter that may have a capital anywhere.
    """
    assert walk.found() == []
    letter = walk.copied_letter()
    assert faults(letter, names) == []
    assert len(letter.split()) < MOST_WORDS
