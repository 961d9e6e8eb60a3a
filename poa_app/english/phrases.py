"""Finds phrases in a text; all those of the rules' files in one walk over its words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from poa_app.english.phrase_patterns import COMMON, PhrasePattern, commonness, phrase_pattern
from poa_app.english.prose import Prose, Sentence, Word
from poa_app.english.setting import Setting
from poa_app.english.short_forms import parts_of
from poa_app.knowledge import knowledge
from poa_app.knowledge.rule_schema import TextRule
from poa_app.model.plain import small_signs


class _Sought(NamedTuple):
    """A phrase that is looked for.

    Attributes:
        phrase: as the rule writes it.
        pattern: the same as a pattern.
        needs: words that must stand in a sentence that holds it, and numbers of choices of which one word must.
        common: choices of which a word stands in most sentences.
    """

    phrase: str
    pattern: PhrasePattern
    needs: frozenset[Key]
    common: tuple[frozenset[str], ...]


Key = str | int | None
"""What a sentence holds: a word, or a word of the choice of a number; nothing is held by every one."""


class Index(NamedTuple):
    """Phrases by what must stand in them.

    Attributes:
        phrases: by each of the words, the rarest, of which one must stand in them, and by the rarest beside it.
        choices: by word, the numbers of the choices it is one of.
    """

    phrases: Mapping[str, Mapping[Key, Sequence[_Sought]]]
    choices: Mapping[str, frozenset[int]]


Found = dict[str, list[tuple[int, int]]]
"""By phrase, where it stands."""


def phrases_of(rule: TextRule) -> frozenset[str]:
    """Return the phrases without one of which a rule finds nothing; none for a rule that looks for something else."""
    return frozenset(rule.phrases or rule.first or rule.swaps)


def phrases_in(prose: Prose) -> Collection[str]:
    """Return which phrases of the rules' files stand in a text."""
    return _of_rules(prose).keys()


def occurring_phrases(prose: Prose, phrases: tuple[str, ...]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield each place of a text where one of some phrases stands, with the phrase as the rule writes it."""
    if not phrases:
        return
    found = _of_rules(prose) if phrases in _looked_for_always() else _walk(_bare(prose.text), _index(phrases))
    if not found:
        return
    places = [(phrase, span) for phrase in phrases if phrase in found for span in found[phrase]]
    yield from sorted(places, key=lambda place: place[1][0])


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
    phrases, choices = index
    if phrases.keys().isdisjoint(_forms(prose.text)):
        return found
    for sentence in prose.sentences:
        there = sentence.forms
        beginning = there & phrases.keys()
        if not beginning:
            continue
        held: set[Key] = {*there, None}  # no frozenset, so that the smaller side is walked below
        held.update(*(choices[form] for form in there if form in choices))
        sought = {
            phrase: pattern
            for form in beginning
            for key in phrases[form].keys() & held
            for phrase, pattern, needs, common in phrases[form][key]
            if needs <= held and not (common and any(map(there.isdisjoint, common)))
        }
        if sought:
            _find(sought, prose.small, sentence, found)
    return found


def _find(sought: Mapping[str, PhrasePattern], small: str, sentence: Sentence, found: Found) -> None:
    """Add where phrases stand of all places where words begin; a place that another word follows is not tried."""
    starts = _starts(sentence.words)
    for phrase, pattern in sought.items():
        seconds, places = pattern.seconds, []
        for form in pattern.firsts & sentence.forms:
            for start, near in starts.get(form, ()):
                if seconds and seconds.isdisjoint(near):
                    continue
                if match := pattern.pattern.match(small, start):
                    places.append(match.span())
        if places:
            found.setdefault(phrase, []).extend(dict.fromkeys(places))


@lru_cache(maxsize=64)
def _forms(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset().union(*(one.forms for one in _bare(text).sentences))


_Starts = dict[str, list[tuple[int, tuple[str, ...]]]]
"""By word, where it begins, with those it may be grown together with and those behind it."""


@lru_cache(maxsize=20_000)
def _forms_of(low: str, small: str) -> tuple[str, ...]:
    """Return a word in small letters, without letters that only look so, and what is grown together in it."""
    return tuple(dict.fromkeys((low, *parts_of(low), small)))


def _starts(words: Sequence[Word]) -> _Starts:
    """Return where each word begins, and each of those grown together in one."""
    starts: _Starts = {}
    after: tuple[str, ...] = ()
    for word in reversed(words):
        forms = _forms_of(word.low, word.low if word.low.isascii() else small_signs(word.text))
        place = word.start, forms + after
        for form in forms:
            starts.setdefault(form, []).append(place)
        after = forms
    return starts


_OF_CHECKERS: list[Callable[[], Iterable[tuple[str, ...]]]] = []


def look_for_always(lists: Callable[[], Iterable[tuple[str, ...]]]) -> None:
    """Have lists of phrases of a checker looked for along with those of the rules' files."""
    _OF_CHECKERS.append(lists)


@cache
def _looked_for_always() -> frozenset[tuple[str, ...]]:
    """Return the lists of phrases that every text is searched for."""
    lists = (
        (rule.phrases, tuple(rule.swaps), rule.first, rule.second, rule.exceptions)
        for rule in knowledge().rules.values()
    )
    of_checkers = (phrases for lists_of in _OF_CHECKERS for phrases in lists_of())
    return frozenset(phrases for phrases in chain(chain.from_iterable(lists), of_checkers) if phrases)


@cache
def _all_phrases() -> Index:
    return _index(tuple(dict.fromkeys(phrase for phrases in _looked_for_always() for phrase in phrases)))


@cache
def _index(phrases: Iterable[str]) -> Index:
    index: dict[str, dict[Key, list[_Sought]]] = {}
    numbers: dict[frozenset[str], int] = {}
    for phrase in phrases:
        pattern = phrase_pattern(phrase)
        rarest = pattern.rarest
        choices = {one for one in (*pattern.needs, pattern.firsts) if len(one) > 1 and one != rarest}
        common = tuple(one for one in choices if not one.isdisjoint(COMMON))
        keys: dict[Key, frozenset[str]] = {word: one for one in pattern.needs if len(one) == 1 for word in one}
        keys |= {numbers.setdefault(one, len(numbers)): one for one in choices.difference(common)}
        sought = _Sought(phrase, pattern, frozenset(keys), common)
        others = (key for key, one in keys.items() if one != rarest)
        second = min(others, key=lambda key: commonness(keys[key]), default=None)
        for word in rarest:
            index.setdefault(word, {}).setdefault(second, []).append(sought)
    by_word: dict[str, set[int]] = {}
    for words, number in numbers.items():
        for word in words:
            by_word.setdefault(word, set()).add(number)
    return Index(index, {word: frozenset(found) for word, found in by_word.items()})
