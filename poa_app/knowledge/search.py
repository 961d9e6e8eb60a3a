"""Finds an enforcement by what people call it: its name in either language, the notice's words, slang, short forms,
pinyin."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import fuzz

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
    scored = {slug: _score(said, _terms(one)) for slug, one in known.enforcements.items() if not one.typed_name}
    found = sorted((slug for slug, score in scored.items() if score), key=lambda slug: -scored[slug])
    return (*found, *(slug for slug, one in known.enforcements.items() if one.typed_name))


def _score(said: str, terms: tuple[str, ...]) -> float:
    """Return how well words fit the terms of an enforcement, from 0 to 100."""
    if len(said) < SHORTEST:
        return 0
    if said in terms:
        return 100
    if any(term.startswith(said) for term in terms):
        return 95
    if any(_stands_in(said, term) or (len(term) >= SHORTEST_ALIKE and _stands_in(term, said)) for term in terms):
        return 90
    if len(said) < SHORTEST_ALIKE:
        return 0
    if " " in said and all(any(_stands_in(word[:LONGEST_STEM], term) for term in terms) for word in said.split()):
        return 80
    best = max(fuzz.token_set_ratio(said, term) if " " in said else fuzz.ratio(said, term) for term in terms)
    return best - 10 if best >= CLOSE else 0


def _stands_in(words: str, term: str) -> bool:
    """Whether words stand in a term, in Latin letters from the beginning of one of its own."""
    return words in term if not words.isascii() else f" {words}" in f" {term}"


@lru_cache(maxsize=256)
def _terms_of(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term for name in names for term in (_plain(name), *_pinyin(name)) if term))


def _terms(one: Enforcement) -> tuple[str, ...]:
    named = (one.slug.replace("-", " "), one.name.en, one.name.zh, *one.search, *one.notice_phrases)
    return _terms_of(named)


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
