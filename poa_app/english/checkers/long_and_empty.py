"""Sentences and paragraphs that are too long, and paragraphs that tell nothing anybody could check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from poa_app.english.checkers.stated import has_rhythm
from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose

MOST_IN_SENTENCE = 40
MOST_IN_PARAGRAPH = 150
LEAST_OF_EMPTY = 40
"""Words of a paragraph from which on it has to name something that can be checked."""

LEAST_OF_US = 2
"""How often such a paragraph speaks of the seller; others describe a thing."""

_BLOCK = re.compile(r"\S(?:[^\n]|\n(?!\s*\n)(?!\s*(?:[-*\u2022\u2013]|\(?[\da-zA-Z]{1,2}[.)\u3001])\s?))*")
"""A paragraph or a point of a list."""
_ID = re.compile(r"\W*(?=\S*\d)(?=\S*[A-Z-])[A-Z0-9][A-Z0-9/-]{3,}\W*|\W*\d{6,}\W*|[\W_]+")
"""An id or a sign: no word of a sentence."""
_POINT = re.compile(r"\n\s*(?:[-*\u2022\u2013]|\(?[\da-z]{1,3}[.)\u3001])\s")
_ROLE = re.compile(
    r"\b(?:managers?|leads?|leaders?|supervisors?|directors?|officers?|specialists?|assistants?|clerks?|editors?"
    r"|coordinators?|engineers?|inspectors?|operators?|accountants?|planners?|storekeepers?|packers?|technicians?"
    r"|photographers?|buyer,|deputy|owner:|founder|legal representative|laborator(?:y|ies)|Exhibits?|Annex|Appendix)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|hundred)\b", re.IGNORECASE
)
_OURSELVES = re.compile(r"\b(?:we|our|us|i|my)\b", re.IGNORECASE)
_NAMED = re.compile(r"(?<=[a-z,;] )[A-Z][\w'&-]+")


def long_sentences(prose: Prose) -> Iterator[Hit]:
    """Yield each sentence with more words than a reader holds; ids count for nothing."""
    for sentence in prose.sentences:
        if any(_is_longer(point, MOST_IN_SENTENCE) for point in _POINT.split(sentence.text)):
            yield Hit(sentence.start, sentence.end)


def long_paragraphs(prose: Prose) -> Iterator[Hit]:
    """Yield each paragraph with more words than a reader takes in."""
    for block in _BLOCK.finditer(prose.text):
        if _is_longer(block.group(), MOST_IN_PARAGRAPH):
            yield Hit(block.start(), block.end())


def empty_paragraphs(prose: Prose) -> Iterator[Hit]:
    """Yield the first sentence of each paragraph that names no day, number, id, paper, role or name."""
    for block in _BLOCK.finditer(prose.text):
        text = block.group()
        if not _is_longer(text, LEAST_OF_EMPTY - 1) or _NUMBER.search(text) or _ROLE.search(text) or has_rhythm(text):
            continue
        if len(_OURSELVES.findall(text)) < LEAST_OF_US:
            continue
        within = [one for one in (*prose.named, *prose.quoted) if block.start() <= one[0] < block.end()]
        if not within and not set(_NAMED.findall(text)) - {"Amazon", "Amazon's", "I", "Seller", "Central"}:
            first = prose.sentence_at(block.start())
            if first:
                yield Hit(first.start, first.end)


def _is_longer(text: str, most: int) -> bool:
    """Whether a text has more words than a number; ids count for nothing."""
    tokens = text.split()
    return len(tokens) > most and sum(map(_is_word, tokens)) > most


@lru_cache(maxsize=20_000)
def _is_word(token: str) -> bool:
    return not _ID.fullmatch(token)


CHECKERS: dict[str, Checker] = {
    "long-sentences": long_sentences,
    "long-paragraphs": long_paragraphs,
    "empty-paragraphs": empty_paragraphs,
}
