"""Holds a text against the rules that concern it: what it says, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from poa_app.english.before import NOTHING, Before
from poa_app.english.checkers.conduct import what_is_told
from poa_app.english.hit import Hit
from poa_app.english.kinds import hits
from poa_app.english.phrases import phrases_in, phrases_of
from poa_app.english.prose import Prose
from poa_app.english.setting import Setting
from poa_app.knowledge import Knowledge, knowledge
from poa_app.knowledge.rule_schema import TextRule
from poa_app.knowledge.schema import Bilingual
from poa_app.model.finding import SEVERITIES, Finding, Fix, words_in_sentence

Reach = Literal["paragraph", "context", "text"]
"""What a rule has to see: a paragraph alone, one that knows those before it, or all of them at once."""

_IN_CONTEXT = frozenset(("repetition", "date", "owner"))
"""Families whose checkers know what the paragraphs before one told."""
_OF_THE_TEXT = frozenset(("sentences-again",))
"""Checkers that hold paragraphs against one another."""
_BEYOND = 200
"""Signs behind a paragraph that its checkers may look at."""


@dataclass(frozen=True)
class Match:
    """A place where a text breaks a rule; ``start`` and ``end`` count code points of the text.

    ``sentence`` is the one in which the words begin.
    """

    rule: str
    start: int
    end: int
    quote: str
    fixes: tuple[Fix, ...] = ()
    sentence: str = ""


def lint(text: str, setting: Setting) -> tuple[Match, ...]:
    """Return where a text breaks the rules that concern it, from its beginning to its end.

    Of matches of one family over the same words the heaviest is told, and of those the longest. Paragraphs are
    remembered: after an edit of one only that one is read again.
    """
    return tuple(match for match in _all(text, setting) if _rules()[match.rule].state == "on")


def shadowed(text: str, setting: Setting) -> tuple[Match, ...]:
    """Return where a text breaks rules that are counted only."""
    return tuple(match for match in _all(text, setting) if _rules()[match.rule].state == "shadow")


@lru_cache(maxsize=4_000)
def _all(text: str, setting: Setting) -> tuple[Match, ...]:
    prose = Prose(text, setting)
    told: list[Match] = []
    open_yet, before = list(_matches(prose, "text")), NOTHING
    for part in prose.paragraphs:
        beyond = text[part.end : part.end + _BEYOND]
        found = _in_paragraph(part.text, part.first - part.start, setting, before, beyond)
        told.extend(_moved(found.settled, part.start))
        open_yet.extend(_moved(found.open_yet, part.start))
        before = found.after
    return tuple(sorted((*told, *_settled(open_yet)), key=_place))


def _moved(found: tuple[Match, ...], by: int) -> Iterable[Match]:
    """Return matches as they stand in a text in which their paragraph begins at a place."""
    if not by:
        return found
    return [Match(one.rule, one.start + by, one.end + by, one.quote, one.fixes, one.sentence) for one in found]


class _Found(NamedTuple):
    """Where a paragraph breaks rules.

    Attributes:
        settled: what is told, whatever stands in other paragraphs.
        open_yet: what a match that comes of other paragraphs may outweigh.
        after: what those behind it must know.
    """

    settled: tuple[Match, ...]
    open_yet: tuple[Match, ...]
    after: Before


@lru_cache(maxsize=4_000)
def _in_paragraph(text: str, blanks: int, setting: Setting, before: Before, beyond: str) -> _Found:
    """Return where a paragraph, which begins behind some blanks, breaks rules beside others."""
    prose = Prose(text, setting, before, beyond)
    found = (*_matches(prose, "context"), *_moved(_alone(text[blanks:], setting), blanks))
    settled = _settled([one for one in found if _rules()[one.rule].family not in _open_families()])
    open_yet = tuple(one for one in found if _rules()[one.rule].family in _open_families())
    return _Found(tuple(settled), open_yet, what_is_told(prose))


@lru_cache(maxsize=4_000)
def _alone(text: str, setting: Setting) -> tuple[Match, ...]:
    """Return where a paragraph by itself breaks rules."""
    return _matches(Prose(text, setting), "paragraph")


@cache
def _open_families() -> frozenset[str]:
    """Return the families of which a rule looks at all paragraphs at once."""
    return frozenset(rule.family for rule in _rules().values() if _reach(rule) == "text")


def _matches(prose: Prose, reach: Reach) -> tuple[Match, ...]:
    always, concerning = _concerning(prose.setting, reach)
    there = phrases_in(prose) if len(concerning) > len(always) else ()
    named = (place for phrase in there for place in _by_phrase().get(phrase, ()) if place in concerning)
    return tuple(
        _match(name, prose, _without_harm(prose, rule, hit))
        for name, rule in (_numbered()[place] for place in sorted(always.union(named)))
        for hit in hits(prose, rule)
    )


def _without_harm(prose: Prose, rule: TextRule, hit: Hit) -> Hit:
    """Return a hit whose fix is offered only, if written in full its verb would not go with its subject."""
    agreement = _rules().get(_AGREEMENT)
    if rule.family != "contraction" or not agreement or not any(fix.automatic for fix in hit.fixes):
        return hit
    if hit.fixes[0].text.lower().split()[0] not in _AGREEING:
        return hit
    sentence = prose.sentence_at(hit.start)
    before = prose.text[sentence.start if sentence else 0 : hit.start]
    written = before + hit.fixes[0].text + prose.text[hit.end : sentence.end if sentence else None]
    start, end = len(before), len(before) + len(hit.fixes[0].text)
    if any(one.start < end and start < one.end for one in hits(Prose(written, prose.setting), agreement)):
        return Hit(hit.start, hit.end, tuple(Fix(text=fix.text) for fix in hit.fixes))
    return hit


_AGREEING = frozenset(("do", "does", "have", "has", "is", "are", "was", "were", "am"))
"""Verbs that go with one subject and not with another."""

_AGREEMENT = "grammar.agreement"
"""The rule that a contraction hides a fault from: "the operator don't"."""


def _match(rule: str, prose: Prose, hit: Hit) -> Match:
    sentence = prose.sentence_at(hit.start)
    return Match(
        rule, hit.start, hit.end, prose.text[hit.start : hit.end], hit.fixes, sentence.text if sentence else prose.text
    )


def _settled(found: list[Match]) -> list[Match]:
    """Return the matches in the order of the text, one for the same words and family; shadows hide none."""
    rules, kept = _rules(), []
    ranked = sorted(
        found,
        key=lambda one: (
            rules[one.rule].state == "shadow",
            SEVERITIES.index(rules[one.rule].severity),
            not one.fixes,
            one.start - one.end,
            one.start,
            one.rule,
        ),
    )
    taken: dict[str, list[Match]] = {}
    for match in ranked:
        of_family = taken.setdefault(rules[match.rule].family, [])
        if not any(one.start < match.end and match.start < one.end for one in of_family):
            of_family.append(match)
            kept.append(match)
    return sorted(kept, key=_place)


def _place(match: Match) -> tuple[int, int, str]:
    return match.start, match.end, match.rule


@cache
def _rules() -> dict[str, TextRule]:
    return knowledge().rules


@cache
def _numbered() -> tuple[tuple[str, TextRule], ...]:
    """Return the rules with their names, by their places."""
    return tuple(_rules().items())


@cache
def _by_phrase() -> dict[str, tuple[int, ...]]:
    """Return by phrase the places of the rules that find nothing without one of theirs."""
    found: dict[str, list[int]] = {}
    for place, rule in enumerate(_rules().values()):
        for phrase in phrases_of(rule):
            found.setdefault(phrase, []).append(place)
    return {phrase: tuple(places) for phrase, places in found.items()}


@lru_cache(maxsize=256)
def _concerning(setting: Setting, reach: Reach) -> tuple[frozenset[int], frozenset[int]]:
    """Return the places of the rules of a reach that concern a setting: of those that look for no phrases, and all."""
    rules = enumerate(_rules().values())
    found = {place: rule for place, rule in rules if _reach(rule) == reach and concerns(rule, setting)}
    return frozenset(place for place, rule in found.items() if not phrases_of(rule)), frozenset(found)


def _reach(rule: TextRule) -> Reach:
    """Return what a rule has to see."""
    if rule.checker in _OF_THE_TEXT:
        return "text"
    return "context" if rule.kind == "checker" and rule.family in _IN_CONTEXT else "paragraph"


def concerns(rule: TextRule, setting: Setting) -> bool:
    """Whether a rule concerns texts of a setting."""
    return (
        bool(setting.scopes & set(rule.scope))
        and rule.is_about(setting.section)
        and (not rule.routes or setting.route in rule.routes)
        and setting.route not in rule.other_routes
        and (not rule.enforcements or bool(set(rule.enforcements) & set(setting.enforcements)))
        and not set(rule.other_enforcements) & set(setting.enforcements)
    )


def finding(match: Match, known: Knowledge, path: str = "", place: Bilingual | None = None) -> Finding:
    """State that a text breaks a rule, in both languages.

    Args:
        match: the rule and the words.
        known: what the data files say.
        path: the field, if the text is one.
        place: what its user calls the field; the message begins with it.
    """
    rule = known.rules[match.rule]
    fix = match.fixes[0].text if match.fixes else ""
    said = {
        language: rule.message.in_language(language).replace("{quote}", match.quote).replace("{fix}", fix)
        for language in ("en", "zh")
    }
    return Finding(
        rule=match.rule,
        family=rule.family,
        severity=rule.severity,
        path=path,
        start=match.start,
        end=match.end,
        quote=match.quote,
        words=words_in_sentence(match.quote, match.sentence),
        message=f"{place.en}: {said['en']}" if place else said["en"],
        message_zh=f"{place.zh}：{said['zh']}" if place else said["zh"],
        why=rule.why.en,
        why_zh=rule.why.zh,
        source=rule.source,
        fixes=match.fixes,
        can_be_overruled=rule.can_be_overruled,
    )
