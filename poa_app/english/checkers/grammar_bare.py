"""Bare verbs and what they need to know: their subject, what may excuse them, and the day they stand beside."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from poa_app.english.checkers.grammar_subjects import Subject, is_subjunctive, may_be_joined
from poa_app.english.checkers.grammar_words import AUXILIARIES, MONTHS, MOSTLY_VERBS, Line, begins_object, words
from poa_app.english.hit import Hit
from poa_app.model.finding import Fix
from poa_app.phrases.lexicon import Verb, lexicon

CAUSATIVE = words("causative")
_MOVING, _TO_A_FIGURE = words("moving"), words("to_a_figure")
_LAST = words("weekdays") | frozenset(["week", "month", "year"])


class Bare(NamedTuple):
    """A bare verb that wants an ending: its place, and the words that may stand there."""

    at: int
    right: tuple[str, ...]
    subject: Subject | None = None


def hit_of(line: Line, bare: Bare) -> Hit:
    """Return the hit of a bare verb, with its subject where that stands before it."""
    subject = bare.subject
    stands_before = subject is not None and subject.head == bare.at - 1 and not subject.is_pronoun
    start = subject.head if subject and stands_before and not line.tokens[subject.head].is_name else bare.at
    if subject and subject.is_pronoun and line.low(subject.head) == "it":
        start = subject.head
    first, word = line.tokens[start].word, line.tokens[bare.at].word
    before = line.sentence.text[first.start - line.sentence.start : word.start - line.sentence.start]
    return Hit(first.start, word.end, tuple(Fix(text=before + right) for right in bare.right))


def bare_verb(line: Line, at: int) -> Verb | None:
    """Return the verb of which a word is the bare form and cannot be the past."""
    token = line.tokens[at]
    if token.kind.function or "base" not in token.kind.verb or "past" in token.kind.verb or not token.text.islower():
        return None
    return lexicon().verb(token.low, "base")


def _is_finite(line: Line, at: int) -> bool:
    """Whether a word is a verb with an ending, or continues a noun before it: of, that."""
    token = line.tokens[at]
    return (
        (token.low in AUXILIARIES and token.text != "May")
        or token.low in ("of", "which")
        or (bool({"past", "third"} & token.kind.verb) and not token.kind.noun)
    )


def is_sure(line: Line, at: int, subject: Subject) -> bool:
    """Whether a word is a verb here, though it may look like a noun or an adjective."""
    token = line.tokens[at]
    if subject.is_pronoun:
        is_object = begins_object(line, at + 1) or (line.low(at + 1) == "that" and line.next_is_close(at + 1))
        return not (token.kind.adverb or token.kind.adjective) or is_object
    if token.low in ("need", "want") and line.low(at + 1) == "to":
        return True
    if line.low(at - 1) in CAUSATIVE or (line.next_is_close(at) and _is_finite(line, at + 1)):
        return False
    if token.low in MOSTLY_VERBS or not (token.kind.noun or token.kind.adjective or token.kind.adverb):
        return True
    return (subject.acts and begins_object(line, at + 1)) or _moves(line, at)


def _moves(line: Line, at: int) -> bool:
    """Whether a figure is said to rise or fall, and no verb follows of which it would be the subject."""
    if line.low(at) not in _MOVING:
        return False
    end = next((one for one in range(at + 1, len(line.tokens)) if not line.tokens[one].close), len(line.tokens))
    goes_on = end == at + 1 or line.low(at + 1) in _TO_A_FIGURE or line.tokens[at + 1].is_number
    return goes_on and not any(_is_finite(line, one) for one in range(at + 1, end))


def may_be_bare(line: Line, at: int, subject: Subject) -> bool:
    """Whether a bare verb may be right after a subject: one of two, after "let", in a question."""
    if subject.opening == "and" and (may_be_joined(line, subject.start) or not _clause_before(line, subject.start)):
        return True
    if subject.opening == "comma" and not subject.is_pronoun and not _clause_before(line, subject.start):
        before = line.tokens[subject.start - 1]
        if (
            (before.kind.noun or before.is_acronym or before.is_name)
            and not before.text[0].isdigit()
            and subject.start < 5
        ):
            return True
    if is_subjunctive(line, subject.start):
        return True
    low = line.low(subject.start - 1) if line.tokens[subject.start - 1].text != "May" else ""
    joins = line.tokens[subject.start].close
    if (joins and (low in AUXILIARIES or low in CAUSATIVE)) or (
        low in ("that", "and") and line.low(subject.start - 2) in CAUSATIVE
    ):
        return True
    between = {line.low(one) for one in range(subject.start, at)}
    return bool(between & {"and", "or", "many", "several", "few", "these", "those", "both", "what"})


def _clause_before(line: Line, end: int) -> bool:
    """Whether a clause with a verb of its own stands before a place."""
    return any(
        token.low in AUXILIARIES or ({"past", "third"} & token.kind.verb and not token.kind.noun)
        for token in line.tokens[:end]
    )


def has_day(line: Line) -> bool:
    """Whether a sentence names a day on which something happened."""
    return names_day(line, len(line.tokens))


@lru_cache(maxsize=512)
def names_day(line: Line, end: int) -> bool:
    """Whether the words before a place name a day on which something happened."""
    tokens = line.tokens[:end]
    for at, token in enumerate(tokens):
        low = token.low
        if low == "yesterday" or (low == "ago" and at):
            return True
        if low == "last" and line.low(at + 1) in _LAST:
            return True
        if low not in MONTHS or token.text.islower():
            continue
        day = at - 1 if line.low(at - 1).isdigit() else at
        if day == at and not line.low(at + 1).isdigit():
            continue
        if line.low(day - 1) in ("on", "in", "at") or day == 0:
            return True
    return False
