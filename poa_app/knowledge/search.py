"""Finds an enforcement by what people call it: its name in either language, the notice's words, slang, short forms,
pinyin."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from poa_app.knowledge.load import Knowledge
from poa_app.knowledge.schema import Enforcement

CLOSE = 85
"""From 0 to 100, how alike words must be that are not the same; below it "used sold" finds "unauthorized sold"."""
LONGEST = 120
"""Characters that are looked for; a longer text is no name."""
SHORTEST = 2
"""Characters of a word below which nothing is looked for."""
LONGEST_STEM = 4
"""Letters of a word that must stand somewhere: merge and merging, variation and variations."""
SHORTEST_ALIKE = 5
"""Characters of a word from which one that is spelled another way is found, too."""


def find_enforcements(words: str, known: Knowledge) -> tuple[str, ...]:
    """Return the enforcements that words point to, the best first; all of them for no words.

    One that stands for any other violation comes last, and is never left out.

    Args:
        words: as typed: "LSR", "late shipment", "疑似假货", "chifa", "cf".
        known: the data files.
    """
    said = _plain(words[:LONGEST])
    if not said:
        return tuple(known.enforcements)
    scored = {slug: _score(said, _names(one)) for slug, one in known.enforcements.items() if not one.typed_name}
    found = sorted((slug for slug, score in scored.items() if score), key=lambda slug: -scored[slug])
    return (*found, *(slug for slug, one in known.enforcements.items() if one.typed_name))


def _score(said: str, names: _Names) -> float:
    """Return how well words fit the terms of an enforcement, from 0 to 100."""
    if len(said) < SHORTEST:
        return 0
    if said in names.terms:
        return 100
    if f"\n {said}" in names.joined:
        return 95
    if _sought(said) in names.joined or any(map(f" {said}".__contains__, names.to_stand_in)):
        return 90
    if len(said) < SHORTEST_ALIKE:
        return 0
    if " " in said and all(_sought(word[:LONGEST_STEM]) in names.joined for word in said.split()):
        return 80
    ratio = fuzz.token_set_ratio if " " in said else fuzz.ratio
    best = process.extractOne(said, names.terms, scorer=ratio, score_cutoff=CLOSE)
    return best[1] - 10 if best else 0


def _sought(words: str) -> str:
    """Return what a text holds in which words stand, in Latin letters from the beginning of one of its own."""
    return f" {words}" if words.isascii() else words


class _Names(NamedTuple):
    """What an enforcement is called.

    Attributes:
        terms: each name, without signs and capitals.
        joined: all of them, each behind a line end and a space, so that one look finds words in any.
        to_stand_in: those that may stand in longer words, as these hold them.
    """

    terms: tuple[str, ...]
    joined: str
    to_stand_in: tuple[str, ...]


@lru_cache(maxsize=256)
def _called(names: tuple[str, ...]) -> _Names:
    terms = tuple(dict.fromkeys(term for name in names for term in (_plain(name), *_pinyin(name)) if term))
    joined = "".join(f"\n {term}" for term in terms)
    return _Names(terms, joined, tuple(_sought(term) for term in terms if len(term) >= SHORTEST_ALIKE))


def _names(one: Enforcement) -> _Names:
    return _called((one.slug.replace("-", " "), one.name.en, one.name.zh, *one.search, *one.notice_phrases))


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", words).casefold()))


def _pinyin(words: str) -> Iterator[str]:
    """Yield Chinese words as they are typed: spelled out, and by their first letters."""
    chinese = "".join(re.findall(r"[\u4e00-\u9fff]+", words))
    if chinese:
        from pypinyin import lazy_pinyin  # noqa: PLC0415  its dictionary takes a quarter of a second to load

        spelled = lazy_pinyin(chinese)
        yield "".join(spelled)
        yield "".join(one[0] for one in spelled)
