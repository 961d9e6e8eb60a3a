"""Bare verbs where a finished action or a habit wants an ending: our staff check, the manager check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from poa_app.english.checkers.grammar_agreement import is_plain_phrase
from poa_app.english.checkers.grammar_subjects import Subject, is_subjunctive, may_be_joined, subject_before
from poa_app.english.checkers.grammar_words import (
    AUXILIARIES,
    GROUPS,
    HAVE,
    MODALS,
    MONTHS,
    MOSTLY_VERBS,
    OPENERS,
    PREPOSITIONS,
    SUBJECTS,
    Line,
    begins_object,
    lines,
    words,
)
from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose
from poa_app.knowledge.rule_schema import LetterSection
from poa_app.model.finding import Fix
from poa_app.phrases.lexicon import Verb, lexicon

_STATES, _DEEDS, _FAILURES, _HABITS = words("states"), words("deeds"), words("failures"), words("habits")
_CAUSATIVE = words("causative")
_CADENCE = words("time_nouns") | words("weekdays") | frozenset("batch other working business".split())
_NOT_ON_A_DAY = frozenset("since from until till by after before through of".split())
_DONE_ABOVE = re.compile(
    r"\b(?:what we (?:have )?(?:done|did)|(?:corrective )?(?:actions?|steps?|measures?) (?:that )?(?:we )?(?:have )?"
    r"(?:already |been )*(?:taken|done|completed|implemented)|corrective (?:actions?|measures?))\b[^\n]{0,60}\n",
    re.IGNORECASE,
)
_AHEAD_ABOVE = re.compile(r"\b(?:prevent\w*|future|going forward|root causes?)\b", re.IGNORECASE)
_TO_THE_READER = frozenset(
    "amazon exhibit below here herewith attached documents document invoices plan papers evidence letter appeal"
    " notice".split())
_NEWS = frozenset("receive received get got see saw know knew find found learn learned realize realized notice".split())
_WITH_ANY_OBJECT = frozenset("find receive hire send tell buy write teach forget".split())
_PLANNED = frozenset("review report audit meet repeat recheck retrain".split())
_LEADS = frozenset("then therefore however thus hence also meanwhile moreover now today yesterday immediately later".split())
_ONCE = frozenset("immediately instantly yesterday".split())


class Bare(NamedTuple):
    """A bare verb that wants an ending: its place, and the words that may stand there."""

    at: int
    right: tuple[str, ...]
    subject: Subject | None = None


def third_person(prose: Prose) -> Iterator[Hit]:
    """Find verbs that do not go with their subject: the manager check, we checks."""
    for line in lines(prose):
        for bare in _of_one(line, prose.setting.section):
            yield _hit(line, bare)
        for bare in _of_many(line):
            yield _hit(line, bare)


def bare_deed(prose: Prose) -> Iterator[Hit]:
    """Find bare verbs in finished actions: we remove the listings on 3 March."""
    for line in lines(prose):
        for bare in _deeds(line, prose):
            yield _hit(line, bare)


def beside_another(prose: Prose) -> Iterator[Hit]:
    """Find bare verbs that "and" sets beside a verb with an ending: bought a printer and hire a clerk."""
    for line in lines(prose):
        bare = {one.at: one for one in (*_of_one(line, prose.setting.section), *_deeds(line, prose))}
        for at in range(2, len(line.tokens)):
            if line.low(at - 1) in ("and", "then") or line.tokens[at].gap.strip() == ",":
                right = _beside(line, at, bare) or _third_beside(line, at)
                if right:
                    bare[at] = Bare(at, right)
                    yield _hit(line, bare[at])


def _hit(line: Line, bare: Bare) -> Hit:
    subject = bare.subject
    start = subject.head if subject and subject.head == bare.at - 1 and not subject.is_pronoun else bare.at
    if subject and subject.is_pronoun and line.low(subject.head) == "it":
        start = subject.head
    first, word = line.tokens[start].word, line.tokens[bare.at].word
    before = line.sentence.text[first.start - line.sentence.start : word.start - line.sentence.start]
    return Hit(first.start, word.end, tuple(Fix(text=before + right) for right in bare.right))


def _base(line: Line, at: int) -> Verb | None:
    """Return the verb of which a word is the bare form and cannot be the past."""
    token = line.tokens[at]
    if token.kind.function or "base" not in token.kind.verb or "past" in token.kind.verb or not token.text.islower():
        return None
    return lexicon().verb(token.low, "base")


def _is_finite(line: Line, at: int) -> bool:
    """Whether a word is a verb with an ending, or continues a noun before it: of, that."""
    token = line.tokens[at]
    return token.low in AUXILIARIES | {"of", "which"} or (bool({"past", "third"} & token.kind.verb) and not token.kind.noun)


def _is_sure(line: Line, at: int, subject: Subject) -> bool:
    """Whether a word is a verb here, though it may look like a noun or an adjective."""
    token = line.tokens[at]
    if subject.is_pronoun:
        return not (token.kind.adverb or token.kind.adjective) or begins_object(line, at + 1)
    if token.low in ("need", "want") and line.low(at + 1) == "to":
        return True
    if line.low(at - 1) in _CAUSATIVE or (line.next_is_close(at) and _is_finite(line, at + 1)):
        return False
    if token.low in MOSTLY_VERBS or not (token.kind.noun or token.kind.adjective or token.kind.adverb):
        return True
    return subject.acts and begins_object(line, at + 1)


@lru_cache(maxsize=512)
def _of_one(line: Line, section: LetterSection) -> tuple[Bare, ...]:
    """Return bare verbs after a subject in the singular."""
    found = []
    for at, token in enumerate(line.tokens):
        if at == 0 or not token.close or not (verb := _base(line, at)):
            continue
        subject = subject_before(line, at)
        if subject is None:
            if _relates(line, at, "singular"):
                found.append(Bare(at, _for_one(line, verb, section)))
            continue
        if subject.number != "one" or not _is_sure(line, at, subject):
            continue
        if _may_be_bare(line, at, subject):
            continue
        found.append(Bare(at, _for_one(line, verb, section), subject))
    return tuple(found)


def _relates(line: Line, at: int, number: str) -> bool:
    """Whether a verb stands after "the person who" or "orders that", and only the noun before can be its subject."""
    if at < 3 or line.low(at - 1) not in ("who", "which", "that") or not line.tokens[at - 1].close:
        return False
    noun, token = line.tokens[at - 2], line.tokens[at]
    if number == "singular" and (line.low(at - 1) == "that" or not noun.kind.singular or noun.low in GROUPS - {"one"}):
        return False
    if number == "plural" and (line.low(at - 1) == "which" or not noun.kind.plural or noun.kind.singular or "third" in noun.kind.verb):
        return False
    if any(line.low(one) in ("one", "only") for one in range(max(0, at - 7), at - 2)):
        return False
    looks_otherwise = token.kind.noun or token.kind.adjective or token.kind.adverb
    if looks_otherwise and token.low not in MOSTLY_VERBS and not begins_object(line, at + 1):
        return False
    is_plain = is_plain_phrase(line, at - 2) or noun.low == "one"
    return is_plain and not is_subjunctive(line, at)


def _for_one(line: Line, verb: Verb, section: LetterSection) -> tuple[str, ...]:
    if section == "preventive":
        return (verb.third,)
    if section in ("corrective", "root-cause") or _has_day(line):
        return (verb.past,)
    return (verb.past, verb.third)


def _may_be_bare(line: Line, at: int, subject: Subject) -> bool:
    if subject.opening == "and" and (may_be_joined(line, subject.start) or not _clause_before(line, subject.start)):
        return True
    if subject.opening == "comma" and not subject.is_pronoun and not _clause_before(line, subject.start):
        before = line.tokens[subject.start - 1]
        if (before.kind.noun or before.is_acronym or before.is_name) and not before.text[0].isdigit() and subject.start < 5:
            return True
    if is_subjunctive(line, subject.start):
        return True
    low = line.low(subject.start - 1)
    joins = line.tokens[subject.start].close
    if joins and (low in AUXILIARIES or low in _CAUSATIVE) or (low in ("that", "and") and line.low(subject.start - 2) in _CAUSATIVE):
        return True
    between = {line.low(one) for one in range(subject.start, at)}
    return bool(between & {"and", "or", "many", "several", "few", "these", "those", "both", "what"})


def _clause_before(line: Line, end: int) -> bool:
    """Whether a clause with a verb of its own stands before a place."""
    return any(
        token.low in AUXILIARIES or ({"past", "third"} & token.kind.verb and not token.kind.noun)
        for token in line.tokens[:end]
    )


@lru_cache(maxsize=512)
def _of_many(line: Line) -> tuple[Bare, ...]:
    """Return verbs in -s after a subject in the plural."""
    found = []
    for at, token in enumerate(line.tokens):
        if at == 0 or not token.close or token.kind.verb != {"third"} or token.kind.function or not token.text.islower():
            continue
        verb = lexicon().verb(token.low, "third")
        subject = subject_before(line, at)
        if verb and subject is None and _relates(line, at, "plural"):
            found.append(Bare(at, (verb.base,)))
        if verb is None or subject is None or subject.number != "many" or line.low(subject.head) == "others":
            continue
        is_noun = token.kind.noun and verb.base not in MOSTLY_VERBS
        if subject.is_pronoun or not is_noun or begins_object(line, at + 1):
            found.append(Bare(at, (verb.base,), subject))
    return tuple(found)


def _has_day(line: Line) -> bool:
    """Whether a sentence names a day on which something happened."""
    return _names_day(line, len(line.tokens))


@lru_cache(maxsize=512)
def _names_day(line: Line, end: int) -> bool:
    tokens = line.tokens[:end]
    for at, token in enumerate(tokens):
        low = token.low
        if low == "yesterday" or (low == "ago" and at):
            return True
        if low == "last" and line.low(at + 1) in ("week", "month", "year", "monday", "tuesday", "wednesday", "thursday", "friday"):
            return True
        if low not in MONTHS or token.text.islower():
            continue
        day = at - 1 if line.low(at - 1).isdigit() else at
        if day == at and not line.low(at + 1).isdigit():
            continue
        if line.low(day - 1) in ("on", "in", "at") or day == 0:
            return True
    return False


def _repeats(line: Line) -> bool:
    for at, token in enumerate(line.tokens):
        if token.low in ("every", "each", "any"):
            if line.low(at + 1) in _CADENCE or line.low(at + 2) in _CADENCE:
                return True
        elif token.low in _HABITS and not (token.low in ("when", "after", "once", "as") and _receives(line, at)):
            return True
    return False


def _receives(line: Line, at: int) -> bool:
    """Whether a clause tells how something became known: when we received your notice."""
    return any(line.low(one) in _NEWS for one in range(at + 1, at + 5))


@lru_cache(maxsize=512)
def _candidates(line: Line) -> tuple[tuple[int, Verb, Subject], ...]:
    found = []
    for at, token in enumerate(line.tokens):
        if at == 0 or not token.close or not (verb := _base(line, at)):
            continue
        subject = subject_before(line, at)
        if subject is None or subject.number == "one" or not (subject.acts or subject.number == "group"):
            continue
        if line.low(subject.head) == "you" or _may_be_bare(line, at, subject):
            continue
        if not _is_sure(line, at, subject) and not (subject.number == "group" and begins_object(line, at + 1)):
            continue
        found.append((at, verb, subject))
    return tuple(found)


def _deeds(line: Line, prose: Prose) -> tuple[Bare, ...]:
    section = prose.setting.section
    found = []
    for at, verb, subject in _candidates(line):
        if _to_the_reader(line, at) or not _is_finished(line, at, verb, subject, prose, section):
            continue
        found.append(Bare(at, (verb.past,), subject))
    return tuple(found)


def _is_finished(line: Line, at: int, verb: Verb, subject: Subject, prose: Prose, section: LetterSection) -> bool:
    """Whether a bare verb tells of one time in the past."""
    if _has_day(line) and not any(token.low in _NOT_ON_A_DAY for token in line.tokens[:at]):
        may_be_ahead = (verb.base in _PLANNED or section in ("letter", "preventive")) and not _names_day(line, at)
        return verb.base not in _STATES and not _repeats(line) and not may_be_ahead
    if verb.base in _STATES or section in ("preventive", "buyer-message") or _repeats(line):
        return False
    if section == "corrective":
        return verb.base in _DEEDS
    if section == "root-cause":
        errs = verb.base == "make" and any(line.low(one) in ("mistake", "mistakes", "error") for one in range(at + 1, at + 5))
        return (verb.base in _FAILURES or errs) and subject.opening != "relative"
    if verb.base not in _DEEDS:
        return False
    if (subject.opening == "comma" or line.low(subject.start - 1) == "so") and _told_before(line, subject.start):
        return True
    return bool(_ONCE & {token.low for token in line.tokens}) or _under_deeds(prose, line)


def _told_before(line: Line, end: int) -> bool:
    """Whether the clause before tells what somebody said or did."""
    return any(
        line.low(at) in ("was", "were", "wasn't", "weren't", "didn't", "did")
        or "past" in line.tokens[at].kind.verb and "base" not in line.tokens[at].kind.verb and line.low(at - 1) in SUBJECTS
        for at in range(1, end)
    )


def _under_deeds(prose: Prose, line: Line) -> bool:
    """Whether a sentence stands under a heading such as "What we have done:"."""
    before = prose.plain[: line.sentence.start]
    heading = None
    for heading in _DONE_ABOVE.finditer(before):
        pass
    return heading is not None and not _AHEAD_ABOVE.search(before, heading.end())


def _to_the_reader(line: Line, at: int) -> bool:
    """Whether a deed is the letter's own: we send you, we send Exhibit A, we ask Amazon."""
    after = [line.low(one) for one in range(at + 1, at + 8)]
    return "you" in after[:1] or any(one in _TO_THE_READER for one in after) or ("to", "you") in zip(after, after[1:], strict=False)


def _beside(line: Line, at: int, bare: dict[int, Bare]) -> tuple[str, ...]:
    """Return the right forms of a bare verb beside another verb; nothing where it may be right."""
    verb = _base(line, at)
    has_particle = line.low(at + 1) in ("out", "up", "off", "down", "back") and begins_object(line, at + 2)
    is_plain = line.low(at) in _WITH_ANY_OBJECT and line.next_is_close(at) and not line.tokens[at + 1].kind.function
    if verb is None or not (begins_object(line, at + 1) or has_particle or is_plain or (not line.next_is_close(at) and _hardly_noun(line, at))):
        return ()
    if line.tokens[at].gap.strip() not in ("", ","):
        return ()
    commas = sum("," in token.gap for token in line.tokens[1 : at + 1])
    if commas and (line.low(0) in OPENERS | PREPOSITIONS and line.low(0) not in _LEADS):
        return ()
    for one in range(at - 1, 0, -1):
        token = line.tokens[one]
        if one in bare:
            return _like(bare[one], verb)
        if token.low == "to" and "base" not in line.tokens[one + 1].kind.verb and one + 1 < at:
            continue
        if token.low in ("to", "not", "that", "who", "which", "please", "did") or token.low in MODALS or token.low in _CAUSATIVE - HAVE:
            return ()
        if token.low in OPENERS and token.low not in ("then", "so"):
            return ()
        if token.gap.strip() not in ("", ",") or "base" in token.kind.verb and not token.kind.noun and "past" not in token.kind.verb:
            return ()
        if {"past", "base"} & token.kind.verb == {"past"} and token.close and not token.kind.function and _acts_before(line, one):
            return (verb.past,)
        if token.low in ("was", "were") and token.close and _acts_before(line, one):
            return (verb.past,)
        has_done = "participle" in token.kind.verb and line.low(one - 1) in ("have", "has", "had") and token.close
        if has_done and _acts_before(line, one - 1):
            return (verb.participle,)
    return ()


def _third_beside(line: Line, at: int) -> tuple[str, ...]:
    """Return the right forms of a verb in -s beside one of we or they: we canceled the order and informs him."""
    token = line.tokens[at]
    if token.kind.noun and line.low(at + 1) not in ("the", "a", "an", "our", "my", "him", "them", "us", "it", "every", "all"):
        return ()
    if "third" not in token.kind.verb or token.kind.function or line.low(at - 1) != "and" or not begins_object(line, at + 1):
        return ()
    for one in range(at - 2, -1, -1):
        other = line.tokens[one]
        if other.low in ("we", "they", "i", "you"):
            verb, first = lexicon().verb(token.low, "third"), line.tokens[one + 1].kind.verb
            return () if verb is None else (verb.past,) if "past" in first else (verb.base,)
        is_other = "third" in other.kind.verb and (not other.kind.noun or begins_object(line, one + 1))
        if is_other or other.low in OPENERS or other.low in ("that", "who", "which", "it", "he", "she") or "," in other.gap:
            return ()
    return ()


def _hardly_noun(line: Line, at: int) -> bool:
    token = line.tokens[at]
    return not (token.kind.adjective or token.kind.adverb) and (not token.kind.noun or token.low == "refund")


def _acts_before(line: Line, at: int) -> bool:
    subject = subject_before(line, at)
    if subject is None or subject.opening in ("relative", "that") or line.low(subject.head) == "you":
        return False
    return subject.acts or subject.number == "group"


def _like(other: Bare, verb: Verb) -> tuple[str, ...]:
    """Return the forms of a verb that another bare verb's right forms ask for."""
    if len(other.right) == 2:
        return (verb.past, verb.third)
    known = lexicon().kinds(other.right[0])
    return (verb.third,) if "third" in known else (verb.past,)


CHECKERS: dict[str, Checker] = {
    "grammar-third-person": third_person,
    "grammar-bare-deed": bare_deed,
    "grammar-beside-another": beside_another,
}
