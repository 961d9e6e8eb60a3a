"""Finds phrases in a text; all those of the rules' files in one walk over its words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

from poa_app.english.phrase_patterns import PhrasePattern, phrase_pattern
from poa_app.english.prose import Prose, Word
from poa_app.english.setting import Setting
from poa_app.english.short_forms import parts_of
from poa_app.knowledge import knowledge
from poa_app.knowledge.rule_schema import TextRule


class _Sought(NamedTuple):
    """A phrase that is looked for.

    Attributes:
        pattern: the phrase.
        words: that must stand in a sentence that holds it.
        choices: words of each of which one must stand there.
    """

    pattern: PhrasePattern
    words: frozenset[str]
    choices: tuple[frozenset[str], ...]


Index = Mapping[str, dict[str, _Sought]]
"""Phrases by each of the words, the rarest, of which one must stand in them."""
Found = dict[str, list[tuple[int, re.Match[str]]]]
"""By phrase, where it stands."""


def phrases_of(rule: TextRule) -> frozenset[str]:
    """Return the phrases without one of which a rule finds nothing; none for a rule that looks for something else."""
    return frozenset(rule.phrases or rule.first or rule.swaps)


def phrases_in(prose: Prose) -> Collection[str]:
    """Return which phrases of the rules' files stand in a text."""
    return _of_rules(prose).keys()


def occurring_phrases(prose: Prose, phrases: tuple[str, ...]) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield each place of a text where one of some phrases stands, with the phrase as the rule writes it."""
    found = _of_rules(prose) if phrases in _looked_for_always() else _walk(_bare(prose.text), _index(phrases))
    places = [(start, phrase, match) for phrase in phrases if phrase in found for start, match in found[phrase]]
    yield from ((phrase, match) for _, phrase, match in sorted(places, key=itemgetter(0)))


def _of_rules(prose: Prose) -> Found:
    """Return where the phrases of the rules' files stand, found once for all rules."""
    return _remembered(prose.text)


@lru_cache(maxsize=64)
def _remembered(text: str) -> Found:
    return _walk(_bare(text), _all_phrases())


@lru_cache(maxsize=64)
def _bare(text: str) -> Prose:
    """Return a text by itself, for phrases stand in it wherever it stands."""
    return Prose(text, Setting())


def _walk(prose: Prose, index: Index) -> Found:
    """Look for phrases sentence by sentence; one that wants words the sentence has not is not tried."""
    found: Found = {}
    if index.keys().isdisjoint(_forms(prose.text)):
        return found
    for words, there in prose.words_by_sentence:
        sought: dict[str, _Sought] = {}
        for form in there & index.keys():
            sought.update(index[form])
        starts: dict[str, list[int]] = {}
        for phrase, (pattern, needed, choices) in sought.items():
            if not needed <= there or (choices and any(map(there.isdisjoint, choices))):
                continue
            starts = starts or _starts(words)
            for start in {start for form in pattern.firsts & there for start in starts.get(form, ())}:
                match = pattern.pattern.match(prose.plain, start)
                if match:
                    found.setdefault(phrase, []).append((start, match))
    return found


@lru_cache(maxsize=64)
def _forms(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset().union(*(there for _, there in _bare(text).words_by_sentence))


def _starts(words: Iterable[Word]) -> dict[str, list[int]]:
    """Return where each word begins, and each of those grown together in one."""
    starts: dict[str, list[int]] = {}
    for word in words:
        for form in {word.low, *parts_of(word.low)}:
            starts.setdefault(form, []).append(word.start)
    return starts


@cache
def _looked_for_always() -> frozenset[tuple[str, ...]]:
    """Return the lists of phrases that every text is searched for."""
    lists = (
        (rule.phrases, tuple(rule.swaps), rule.first, rule.second, rule.exceptions)
        for rule in knowledge().rules.values()
    )
    return frozenset(phrases for of_rule in lists for phrases in of_rule if phrases)


@cache
def _all_phrases() -> Index:
    return _index(tuple(dict.fromkeys(phrase for phrases in _looked_for_always() for phrase in phrases)))


@cache
def _index(phrases: Iterable[str]) -> Index:
    index: dict[str, dict[str, _Sought]] = {}
    for phrase in phrases:
        pattern = phrase_pattern(phrase)
        rarest = pattern.rarest
        words = frozenset(word for one in pattern.needs if len(one) == 1 for word in one)
        choices = tuple(one for one in (*pattern.needs, pattern.firsts) if len(one) > 1 and one != rarest)
        for word in rarest:
            index.setdefault(word, {})[phrase] = _Sought(pattern, words, tuple(dict.fromkeys(choices)))
    return index
