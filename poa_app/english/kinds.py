"""The kinds of rules: how each looks for what must not occur."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import product

from poa_app.english.branches import PatternSet, branches
from poa_app.english.checkers import CHECKERS
from poa_app.english.hit import Hit
from poa_app.english.phrase_patterns import apart
from poa_app.english.phrases import occurring_phrases, phrases_in, phrases_of
from poa_app.english.prose import Prose, Sentence, Word
from poa_app.english.sounding import heaviest_words, is_first, share, share_of_clause
from poa_app.knowledge import knowledge
from poa_app.knowledge.rule_schema import RuleKind, TextRule
from poa_app.model.finding import Fix

Finder = Callable[[Prose, TextRule], Iterator[Hit]]


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a rule's pattern, which ignores capitals."""
    return re.compile(pattern, re.IGNORECASE)


@cache
def _patterns() -> PatternSet:
    """Return the patterns of the data files' rules; a rule made elsewhere has its pattern looked for whole."""
    found = (rule.pattern for rule in knowledge().rules.values() if rule.pattern)
    return PatternSet({pattern: branches(pattern, re.IGNORECASE) for pattern in found})


def _by_pattern(prose: Prose, rule: TextRule) -> Iterator[Hit]:
    excuse = compiled(rule.unless) if rule.unless else None
    pattern, known = rule.pattern or "", _patterns()
    found = (
        known.finditer(pattern, prose.text, prose.low) if pattern in known else compiled(pattern).finditer(prose.text)
    )
    for match in found:
        if excuse is None or not excuse.match(prose.text, match.start()):
            fixes = tuple(Fix(text=match.expand(fix.text), automatic=fix.automatic) for fix in rule.fixes)
            yield Hit(*match.span(), fixes)


def _by_phrase(prose: Prose, rule: TextRule) -> Iterator[Hit]:
    fixes = tuple(Fix(text=fix.text, automatic=fix.automatic) for fix in rule.fixes)
    for start, end in apart(span for _, span in occurring_phrases(prose, rule.phrases)):
        yield Hit(start, end, fixes)


def _by_substitution(prose: Prose, rule: TextRule) -> Iterator[Hit]:
    for phrase, (start, end) in occurring_phrases(prose, tuple(rule.swaps)):
        right = rule.swaps[phrase]
        if prose.plain[start].isupper():
            right = right[:1].upper() + right[1:]
        yield Hit(start, end, (Fix(text=right, automatic=rule.automatic),))


def _by_pair(prose: Prose, rule: TextRule) -> Iterator[Hit]:
    first = {span for _, span in occurring_phrases(prose, rule.first)}
    second = {span for _, span in occurring_phrases(prose, rule.second)} if first else set()
    starts = [word.start for word in prose.words] if second else []
    for one, other in product(sorted(first), sorted(second)):
        before, after = sorted((one, other))
        between = bisect_left(starts, after[0]) - bisect_left(starts, before[1])
        if before[1] <= after[0] and between <= (rule.within or 0):
            sentence = prose.sentence_at(before[0])
            if sentence and after[1] <= sentence.end:
                yield Hit(before[0], after[1])


def _by_limit(prose: Prose, rule: TextRule) -> Iterator[Hit]:
    most = rule.most or 0
    if rule.unit == "words-in-sentence":
        for sentence in prose.sentences:
            if len(sentence.words) > most:
                yield Hit(sentence.start, sentence.end)
        return
    for words in _paragraphs(prose):
        if len(words) > most:
            yield Hit(words[0].start, words[-1].end)


def _paragraphs(prose: Prose) -> Iterator[list[Word]]:
    for block in re.finditer(r"(?:.+\n?)+", prose.text):
        words = [word for word in prose.words if block.start() <= word.start < block.end()]
        if words:
            yield words


def _by_checker(prose: Prose, rule: TextRule) -> Iterator[Hit]:
    return CHECKERS[rule.checker or ""](prose)


_LEAST_WORDS = 4
"""Different words of a sentence from which on it is weighed: fewer are a heading or a greeting."""


def _by_weight(prose: Prose, rule: TextRule) -> Iterator[Hit]:
    for sentence in prose.sentences:
        if (
            len(sentence.said) >= _LEAST_WORDS
            and share(prose, sentence, rule.family) >= (rule.least or 1)
            and is_first(prose, sentence, rule.family)
            and not any(_has_fault(prose, sentence, family) for family in rule.gives_way_to)
        ):
            yield Hit(*heaviest_words(prose, sentence, rule.family))


def _has_fault(prose: Prose, sentence: Sentence, family: str) -> bool:
    return any(start < sentence.end and sentence.start < end for start, end in _faults(prose, family))


_TONES = frozenset(("emotion", "blame", "prohibited"))
"""Families of which a clause holds one only, if a heavier one stands in it."""
_CLAUSE_ENDS = re.compile(r"[;:.!?\u2026\uff1b\uff0c]\s|,?\s(?:and|but|so|because|while)\s|,\s|\s[-\u2013\u2014]\s")


KINDS: dict[RuleKind, Finder] = {
    "pattern": _by_pattern,
    "phrase": _by_phrase,
    "substitution": _by_substitution,
    "pair": _by_pair,
    "limit": _by_limit,
    "checker": _by_checker,
    "weighed": _by_weight,
}


def hits(prose: Prose, rule: TextRule) -> tuple[Hit, ...]:
    """Return each place where a text breaks a rule, looked for once: other rules may give way to it."""
    if id(rule) not in prose.looked_for:
        prose.looked_for[id(rule)] = (rule, tuple(_hits(prose, rule)))
    return prose.looked_for[id(rule)][1]


def _hits(prose: Prose, rule: TextRule) -> Iterator[Hit]:
    """Yield each place where a text breaks a rule, but for its exceptions, quoted words, names and heavier faults."""
    excused: list[tuple[int, int]] | None = None
    for hit in KINDS[rule.kind](prose, rule):
        if not rule.everywhere and prose.is_somebody_elses(hit.start, hit.end):
            continue
        if excused is None:
            excused = [span for _, span in occurring_phrases(prose, rule.exceptions)]
            ways = () if rule.kind == "weighed" else rule.gives_way_to
            heavier = [span for family in ways for span in _faults(prose, family)]
            excused += [_clause(prose, *span) for span in heavier] if rule.family in _TONES else heavier
        if any(start < hit.end and hit.start < end for start, end in excused) or _is_sober(prose, rule, hit):
            continue
        yield hit


def _is_sober(prose: Prose, rule: TextRule, hit: Hit) -> bool:
    """Whether the sentence of a hit does not sound like the fault that a rule looks for in it."""
    bound = 0.0 if rule.certain or rule.kind == "weighed" else _sober().get(rule.family, 0.0)
    sentence = prose.sentence_at(hit.start) if bound else None
    if sentence is None or share(prose, sentence, rule.family) >= bound:
        return False
    if len(sentence.words) < _MANY_WORDS:
        return True
    clause = _clause(prose, hit.start, hit.end)
    return (
        clause == (sentence.start, sentence.end)
        or share_of_clause(prose, sentence, *clause, rule.family) < _SOBER_CLAUSE
    )


_MANY_WORDS = 12
"""Words of a sentence from which on it may say several things, and each clause is weighed by itself."""
_SOBER_CLAUSE = 0.3
"""How much a clause must sound like a family for its rules to be believed, if the rest of its sentence does not."""


@cache
def _sober() -> dict[str, float]:
    """Return by family how much a sentence must sound like it for its rules to be believed."""
    return {rule.family: rule.sober for rule in knowledge().rules.values() if rule.sober}


def _clause(prose: Prose, start: int, end: int) -> tuple[int, int]:
    """Return the clause in which some words of a text stand."""
    sentence = prose.sentence_at(start)
    if sentence is None:
        return start, end
    before = [match.end() for match in _CLAUSE_ENDS.finditer(prose.text, sentence.start, start)]
    after = _CLAUSE_ENDS.search(prose.text, end, sentence.end)
    return (before[-1] if before else sentence.start), (after.start() if after else max(end, sentence.end))


@lru_cache(maxsize=64)
def _faults(prose: Prose, family: str) -> tuple[tuple[int, int], ...]:
    """Return where a text breaks the rules of a family, found once for all rules that give way to it."""
    there = phrases_in(prose)
    return tuple(
        (hit.start, hit.end)
        for rule, wanted in _of_family(family)
        if rule.is_about(prose.setting.section)
        if not wanted or not wanted.isdisjoint(there)
        for hit in hits(prose, rule)
    )


@cache
def _of_family(family: str) -> tuple[tuple[TextRule, frozenset[str]], ...]:
    """Return the rules of a family that concern every case, with the phrases they want."""
    return tuple(
        (rule, phrases_of(rule))
        for rule in knowledge().rules.values()
        if rule.family == family and rule.state == "on" and not rule.enforcements and not rule.routes
        if rule.kind != "weighed"
    )
