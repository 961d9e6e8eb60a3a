"""Applies the rules over words: where a text breaks one, and what would mend it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from poa_app.knowledge.schema import TextRule
from poa_app.model.finding import Fix


@dataclass(frozen=True)
class Match:
    """A place where a text breaks a rule; ``start`` and ``end`` count code points of the text."""

    rule: str
    start: int
    end: int
    quote: str
    fixes: tuple[Fix, ...]


def occurring(patterns: tuple[str, ...], text: str) -> tuple[int, ...]:
    """Return the places of those patterns of forbidden words that occur in a text.

    Texts of the usual length are remembered: after an edit nearly all those of a case are as they were.
    """
    return _remembered(patterns, text) if len(text) <= 1_000 else _occurring(patterns, text)


@lru_cache(maxsize=4_000)
def _remembered(patterns: tuple[str, ...], text: str) -> tuple[int, ...]:
    return _occurring(patterns, text)


def _occurring(patterns: tuple[str, ...], text: str) -> tuple[int, ...]:
    return tuple(place for place, pattern in enumerate(patterns) if _compiled(pattern, re.IGNORECASE).search(text))


def matches(rule_id: str, rule: TextRule, text: str) -> Iterator[Match]:
    """Yield each place where the text breaks the rule."""
    return (_match(rule_id, rule, at) for at in _forbidden(rule, text))


def _forbidden(rule: TextRule, text: str) -> Iterator[re.Match[str]]:
    excuse = _compiled(rule.unless, re.IGNORECASE) if rule.unless else None
    for at in _compiled(rule.pattern, re.IGNORECASE).finditer(text):
        if excuse is None or not excuse.match(text, at.start()):
            yield at


def _match(rule_id: str, rule: TextRule, at: re.Match[str]) -> Match:
    fixes = tuple(Fix(text=at.expand(fix.text), automatic=fix.automatic) for fix in rule.fixes)
    return Match(rule_id, at.start(), at.end(), at.group(), fixes)


@cache
def _compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, flags)
