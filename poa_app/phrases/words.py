"""Words at their places in a text, and what a phrase of them is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from poa_app.phrases.text import plain

Kind = Literal[
    "blank", "verb", "gerund", "infinitive", "clause", "noun", "preposition", "sentences", "foreign", "unknown"
]
Tense = Literal["past", "present", "future", "base", "none"]

_WORD = re.compile(r"[A-Za-zÀ-ž][\w'’.-]*[\w'’]|[A-Za-zÀ-ž]|\d+(?:[.,:/]\d+)*(?:%|st|nd|rd|th|am|pm)?|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark, at its place in the text."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """The word in small letters, with a plain apostrophe."""
        return _low(self.text)


@lru_cache(maxsize=8_192)
def _low(text: str) -> str:
    return plain(text).lower()


@dataclass(frozen=True)
class Phrase:
    """Words read.

    Attributes:
        text: the words, tidied, without a stop at the end.
        kind: what they are.
        words: one by one.
        verb: place of the verb among the words: the first of a verb phrase, the finite one of a clause.
        tense: of that verb.
        lead: place of the first word of a clause's subject; before it stand words of time or place.
    """

    text: str
    kind: Kind
    words: tuple[Word, ...] = ()
    verb: int = 0
    tense: Tense = "none"
    lead: int = 0

    @property
    def subject(self) -> str:
        """The subject of a clause, as typed."""
        if self.kind != "clause" or self.verb <= self.lead:
            return ""
        return self.text[self.words[self.lead].start : self.words[self.verb - 1].end]

    def after(self, place: int) -> str:
        """Return the text from a word on."""
        return self.text[self.words[place].start :] if place < len(self.words) else ""


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words and marks of a text."""
    return tuple(Word(one[0], one.start(), one.end()) for one in _WORD.finditer(text))
