"""Text without what a paste changes: case, spaces, line breaks, quote signs, punctuation; each letter knows its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from poa_app.model.plain import plain_signs

_WORD = re.compile(r"[^\W_]+")
GAP = "…"
"""Stands in a phrase for some words in between."""
WIDEST_GAP = 60
"""Folded letters a gap may hold."""


@dataclass(frozen=True)
class Folded:
    """The letters and digits of a text in small letters, and where each stands in the text.

    Attributes:
        letters: without anything in between.
        places: of each letter in the text.
        starts: for each letter, whether a word begins there.
    """

    letters: str
    places: tuple[int, ...]
    starts: bytes

    def find(self, phrase: tuple[str, ...], whole: bool = False) -> Iterator[tuple[int, int]]:
        """Yield where a folded phrase stands, as offsets of the text; it begins where a word does.

        Args:
            phrase: its folded parts, between which some words may stand.
            whole: whether it must also end where a word does; else it may be the beginning of one.
        """
        at = 0
        while (at := self.letters.find(phrase[0], at)) >= 0:
            begin, end = at, self._end_of(phrase, at)
            at += 1
            if whole and end and end < len(self.letters) and not self.starts[end]:
                continue
            if end and (self.starts[begin] or not phrase[0][0].isascii()):
                yield self.places[begin], self.places[end - 1] + 1
                at = end

    def _end_of(self, phrase: tuple[str, ...], begin: int) -> int:
        end = begin + len(phrase[0])
        for part in phrase[1:]:
            found = self.letters.find(part, end, end + WIDEST_GAP + len(part))
            if found < 0:
                return 0
            end = found + len(part)
        return end


def fold(text: str) -> Folded:
    """Return a text folded; "(Late\n> Ship-ment Rate)" and "late shipment rate" give the same letters."""
    letters: list[str] = []
    places: list[int] = []
    starts = bytearray()
    for word in _WORD.finditer(plain_signs(text)):
        small = word.group().lower()
        if len(small) != len(word.group()):  # a letter that is two in small
            small = "".join(letter.lower()[0] for letter in word.group())
        letters.append(small)
        places.extend(range(word.start(), word.end()))
        starts += b"\x01" + bytes(len(small) - 1)
    return Folded("".join(letters), tuple(places), bytes(starts))


@lru_cache(maxsize=4_000)
def fold_phrase(phrase: str) -> tuple[str, ...]:
    """Return the folded parts of a phrase of the data files, between which some words may stand."""
    return tuple(part for part in (fold(part).letters for part in phrase.split(GAP)) if part)
