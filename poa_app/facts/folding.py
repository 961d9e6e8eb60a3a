"""Text without what a paste changes: case, spaces, line breaks, punctuation; each letter knows its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from poa_app.model.plain import plain_signs

_WORD = re.compile(r"[^\W_]+")
_STOP = re.compile(r"[.!?;]\s|[。！？；]|\n\s{0,20}\n")
MOST_BETWEEN = 40
"""Signs between two words from which a sentence has ended there in any case."""
GAP = "…"
"""Stands in a phrase for some words of one sentence in between."""
WIDEST_GAP = 60
"""Folded letters a gap may hold."""


@dataclass(frozen=True)
class Folded:
    """The letters and digits of a text in small letters, and where each stands in the text.

    Attributes:
        letters: without anything in between.
        places: of each letter in the text.
        starts: for each letter, 1 where a word begins, 2 where a sentence does, else 0.
    """

    letters: str
    places: tuple[int, ...]
    starts: bytes

    def find(self, phrase: tuple[str, ...], whole: bool = False) -> Iterator[tuple[int, int]]:
        """Return where a folded phrase stands, as offsets of the text; it begins where a word does.

        Args:
            phrase: its folded parts, between which some words may stand.
            whole: whether it must also end where a word does; else it may be the beginning of one.
        """
        return self._places(phrase, whole) if phrase[0] in self.letters else iter(())

    def _places(self, phrase: tuple[str, ...], whole: bool) -> Iterator[tuple[int, int]]:
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
            if found < 0 or 2 in self.starts[end : found + 1]:
                return 0
            end = found + len(part)
        return end


def fold(text: str) -> Folded:
    """Return a text folded; "(Late\n> Ship-ment Rate)" and "late shipment rate" give the same letters."""
    letters: list[str] = []
    places: list[int] = []
    starts = bytearray()
    plain, last = plain_signs(text), 0
    for word in _WORD.finditer(plain):
        small = word.group().lower()
        if len(small) != len(word.group()):  # a letter that is two in small
            small = "".join(letter.lower()[0] for letter in word.group())
        letters.append(small)
        places.extend(range(word.start(), word.end()))
        between = plain[last : word.start()] if word.start() - last < MOST_BETWEEN else ". "
        starts.append(2 if _STOP.search(between) else 1)
        starts += bytes(len(small) - 1)
        last = word.end()
    return Folded("".join(letters), tuple(places), bytes(starts))


@lru_cache(maxsize=4_000)
def fold_phrase(phrase: str) -> tuple[str, ...]:
    """Return the folded parts of a phrase of the data files, between which some words may stand."""
    return tuple(part for part in (fold(part).letters for part in phrase.split(GAP)) if part)
