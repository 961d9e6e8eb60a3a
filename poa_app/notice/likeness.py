"""How much the words of a message are those by which the handbook speaks of an enforcement.

An uncommon word weighs more. It tells what a message may be about where none of its phrases is known; it never makes
one sure by itself.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from poa_app.knowledge import Knowledge
from poa_app.knowledge.schema import Enforcement
from poa_app.notice.word_classes import Lexicon, Sentences, classes_of, lexicon, plain

_WORD = re.compile(r"[^\W_]+")
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
STEM = 6
"""Letters by which a word is known: "delivered" and "delivery" are the same."""
SHORTEST = 3
"""Letters below which a word says nothing."""
SATURATION, BY_LENGTH = 1.2, 0.75
"""How soon a further place of a word says nothing more, and how much the length of a page counts against it."""
CLASS_WEIGHT = 0.5
"""What a class of words counts of a word of its own."""


@dataclass(frozen=True)
class Pages:
    """The words of the handbook's pages.

    Attributes:
        weights: by word, what it counts for each enforcement on whose page it stands.
    """

    weights: Mapping[str, Mapping[str, float]]


def likeness(words: Sentences, known: Knowledge) -> dict[str, float]:
    """Return for each enforcement how much the words of a message are those of its page."""
    weights = _pages(known).weights
    found: dict[str, float] = {}
    for word in {*_words(one.text for one in words.pieces), *_classes(words.classes, words.known)}:
        for slug, weight in weights.get(word, {}).items():
            found[slug] = found.get(slug, 0.0) + weight
    return found


@lru_cache(maxsize=4)
def _pages(known: Knowledge) -> Pages:
    lexis = lexicon(known)
    counted = {
        slug: Counter((*_words(texts), *_classes((classes_of(text, lexis) for text in texts), lexis)))
        for slug, one in known.enforcements.items()
        if not one.typed_name and (texts := tuple(_texts(one)))
    }
    pages_with = Counter(word for words in counted.values() for word in words)
    mean = sum(words.total() for words in counted.values()) / len(counted)
    weights: dict[str, dict[str, float]] = {}
    for slug, words in counted.items():
        long = SATURATION * (1 - BY_LENGTH + BY_LENGTH * words.total() / mean)
        for word, places in words.items():
            rare = math.log((len(counted) - pages_with[word] + 0.5) / (pages_with[word] + 0.5) + 1)
            share = CLASS_WEIGHT if word.startswith("@") else 1.0
            weights.setdefault(word, {})[slug] = share * rare * places * (SATURATION + 1) / (places + long)
    return Pages(weights)


def _texts(one: Enforcement) -> Iterator[str]:
    """Yield the texts of a page that speak as messages do."""
    yield from (*one.notice_phrases, *one.notice_hints, *one.search, one.name.en, one.name.zh)
    for cause in one.typical_causes:
        yield from (cause.en, cause.zh)


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for word in _WORD.findall(plain(text)):
            if _EASTERN.search(word):
                yield from (word[at : at + 2] for at in range(len(word) - 1))
            elif len(word) >= SHORTEST and not word.isdigit():
                yield word[:STEM]


def _classes(held: Iterable[int], known: Lexicon) -> Iterator[str]:
    for bits in held:
        yield from ("@" + name for name, bit in known.bits.items() if bits & bit)
