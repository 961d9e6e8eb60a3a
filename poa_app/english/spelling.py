"""Spelling and general grammar of English text, as far as Harper sees them; without Harper there are no remarks.

A text is checked paragraph by paragraph on a thread of its own, and each paragraph once, whoever asks. That nothing is
remarked does not mean that nothing is wrong: of the faults of grammar in real appeals Harper finds few.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import wait
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from poa_app.english import harper_worker, known_words
from poa_app.english.harper_rules import RemarkFamily, harper_rules
from poa_app.english.harper_worker import Checked, Hit
from poa_app.model.finding import Severity

LONGEST_TEXT = 50_000
"""Characters of a text above which it is not checked."""
LONGEST_PARAGRAPH = 10_000
"""Characters of a paragraph above which it is not checked."""
MOST_SUGGESTIONS = 3

Part = tuple[int, tuple[Hit, ...]]
"""Where a paragraph begins, and what Harper says of it."""

_PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:\n[^\S\n]*\S(?:.*\S)?)*")
_SAMPLE = Path(__file__).with_name("sample_appeal.txt")


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of one place of a text; ``start`` and ``end`` count its code points.

    Attributes:
        suggestions: what may stand in its place, the likeliest first.
        automatic: whether the first suggestion cannot change the meaning.
    """

    rule: str
    family: RemarkFamily
    severity: Severity
    start: int
    end: int
    quote: str
    message: str
    message_zh: str
    why: str
    why_zh: str
    source: str
    suggestions: tuple[str, ...]
    automatic: bool


def available() -> bool:
    """Whether spelling can be checked here: Harper is an optional part of an installation."""
    return harper_worker.installed()


def covers(text: str) -> bool:
    """Whether all of a text is checked: Harper is there, and neither the text nor a paragraph is too long."""
    if not available() or len(text) > LONGEST_TEXT:
        return False
    return all(len(match[0]) <= LONGEST_PARAGRAPH for match in _paragraphs(text))


def check_now(text: str, own_words: frozenset[str]) -> tuple[Remark, ...]:
    """Return the remarks on a text, however long it takes to find them.

    Args:
        text: English text; what is in another script is left alone.
        own_words: names of the case, of people, firms and brands, which are right as they are written there.
    """
    return _remarks(text, own_words, tuple((start, found.result()) for start, found in _parts(text)))


def check_soon(text: str, own_words: frozenset[str]) -> tuple[Remark, ...] | None:
    """Return the remarks on a text if they are there, else None and have them found meanwhile.

    Args:
        text: as for ``check_now``.
        own_words: as for ``check_now``.
    """
    parts = _parts(text)
    if not all(found.done() for _, found in parts):
        return None
    return _remarks(text, own_words, tuple((start, found.result()) for start, found in parts))


def ready(*texts: str, timeout: float = 0) -> bool:
    """Whether ``check_soon`` has an answer for all these texts, after waiting for it at most that many seconds."""
    found = [found for text in texts for _, found in _parts(text)]
    return not wait(found, timeout).not_done


def warm_up() -> None:
    """Start the engine, and return at once.

    Its first text of the usual length and its first word unlike any other take a second, so it reads an appeal that
    nobody waits for.
    """
    _parts(_SAMPLE.read_text(encoding="utf-8"))


def _parts(text: str) -> list[tuple[int, Checked]]:
    """Return where each paragraph of a text begins, and its result, there or to come."""
    if not available() or len(text) > LONGEST_TEXT:
        return []
    short = (match for match in _paragraphs(text) if len(match[0]) <= LONGEST_PARAGRAPH)
    return [(match.start(), harper_worker.checked(match[0])) for match in short]


def _paragraphs(text: str) -> Iterator[re.Match[str]]:
    return _PARAGRAPH.finditer(text)


_SPELLING = "SpellCheck"
"""Harper's rule over single words; what another rule says of the same word says more."""


@lru_cache(maxsize=harper_worker.REMEMBERED)
def _remarks(
    text: str, own_words: frozenset[str], parts: tuple[tuple[int, tuple[Hit, ...]], ...]
) -> tuple[Remark, ...]:
    hits = [replace(hit, start=start + hit.start, end=start + hit.end) for start, found in parts for hit in found]
    kept: list[Hit] = []
    for hit in sorted(_meant(text, own_words, hits), key=lambda hit: (hit.start, hit.rule == _SPELLING)):
        if not kept or kept[-1].end <= hit.start:
            kept.append(hit)
        elif kept[-1].rule == _SPELLING:
            kept[-1] = hit
    return tuple(_remark(text, hit) for hit in kept)


def _meant(text: str, own_words: frozenset[str], hits: list[Hit]) -> Iterator[Hit]:
    """Yield the hits that are neither in an address nor, for the spelling, on a name, a code or a term of the trade."""
    if not hits:
        return
    own, elsewhere = known_words.words_of(own_words), known_words.capitalised(text)
    addresses, codes = known_words.in_addresses(text), known_words.in_codes(text)
    for hit in hits:
        if any(addresses[hit.start : hit.end]):
            continue
        if hit.rule != _SPELLING:
            if harper_rules().rules[hit.rule].concerns(text, hit.start, hit.end):
                yield hit
        elif not any(codes[hit.start : hit.end]) and not _is_right(text, hit, own, elsewhere):
            yield hit


def _is_right(text: str, hit: Hit, own: frozenset[str], elsewhere: frozenset[str]) -> bool:
    word = text[hit.start : hit.end]
    return (
        known_words.is_fragment(text, hit.start, hit.end)
        or known_words.is_known(word, own)
        or known_words.is_name(text, hit.start, word, hit.suggestions, elsewhere)
    )


def _remark(text: str, hit: Hit) -> Remark:
    group, rule = harper_rules().group_of(hit.rule), harper_rules().rules[hit.rule]
    quote = text[hit.start : hit.end]
    return Remark(
        rule=f"{group.family}.{_slug(hit.rule)}",
        family=group.family,
        severity=group.severity,
        start=hit.start,
        end=hit.end,
        quote=quote,
        message=group.message.en.replace("{quote}", quote),
        message_zh=group.message.zh.replace("{quote}", quote),
        why=group.why.en,
        why_zh=group.why.zh,
        source=harper_rules().source,
        suggestions=hit.suggestions[:MOST_SUGGESTIONS],
        automatic=rule.automatic and bool(hit.suggestions),
    )


@cache
def _slug(name: str) -> str:
    """Return a name of Harper's in small letters: ``OneOfTheSingular`` is ``one-of-the-singular``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-", name).lower()
