"""Finds phrases in a text; all those of the rules' files in one walk over its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from operator import itemgetter

from poa_app.english.phrase_patterns import PhrasePattern, phrase_pattern
from poa_app.english.prose import Prose
from poa_app.knowledge import knowledge

Index = Mapping[str, tuple[tuple[str, PhrasePattern], ...]]
"""Phrases by each word they can begin with."""
Found = dict[str, list[tuple[int, re.Match[str]]]]
"""By phrase, where it stands."""


def occurring_phrases(prose: Prose, phrases: tuple[str, ...]) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield each place of a text where one of some phrases stands, with the phrase as the rule writes it."""
    found = _of_rules(prose) if phrases in _looked_for_always() else _walk(prose, _index(phrases))
    places = [(start, phrase, match) for phrase in phrases if phrase in found for start, match in found[phrase]]
    yield from ((phrase, match) for _, phrase, match in sorted(places, key=itemgetter(0)))


def _of_rules(prose: Prose) -> Found:
    """Return where the phrases of the rules' files stand, found once for all rules."""
    if "phrases" not in prose.memory:
        prose.memory["phrases"] = _walk(prose, _all_phrases())
    found: Found = prose.memory["phrases"]
    return found


def _walk(prose: Prose, index: Index) -> Found:
    """Look for phrases sentence by sentence; one that wants words the sentence has not is not tried."""
    found: Found = {}
    for sentence in prose.sentences:
        there = {word.low for word in sentence.words}
        there |= {low.partition("'")[0] for low in there if "'" in low}
        for word in sentence.words:
            for phrase, pattern in index.get(word.low) or index.get(word.low.partition("'")[0], ()):
                if not any(map(there.isdisjoint, pattern.needs)):
                    match = pattern.pattern.match(prose.plain, word.start)
                    if match:
                        found.setdefault(phrase, []).append((word.start, match))
    return found


@cache
def _looked_for_always() -> frozenset[tuple[str, ...]]:
    """Return the lists of phrases that every text is searched for; exceptions wait for something to excuse."""
    rules = knowledge().rules.values()
    return frozenset(phrases for rule in rules for phrases in (rule.phrases, tuple(rule.swaps), rule.first) if phrases)


@cache
def _all_phrases() -> Index:
    return _index(tuple(dict.fromkeys(phrase for phrases in _looked_for_always() for phrase in phrases)))


@cache
def _index(phrases: Iterable[str]) -> Index:
    index: dict[str, list[tuple[str, PhrasePattern]]] = {}
    for phrase in phrases:
        pattern = phrase_pattern(phrase)
        for first in pattern.firsts:
            index.setdefault(first, []).append((phrase, pattern))
    return {first: tuple(of_word) for first, of_word in index.items()}
