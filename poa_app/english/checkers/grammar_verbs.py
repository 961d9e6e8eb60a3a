"""Verbs that do not go with their subject: the manager check, we checks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from poa_app.english.checkers.grammar_agreement import is_plain_phrase
from poa_app.english.checkers.grammar_bare import Bare, bare_verb, has_day, hit_of, is_sure, may_be_bare
from poa_app.english.checkers.grammar_subjects import is_subjunctive, subject_before
from poa_app.english.checkers.grammar_words import AGENTS, GROUPS, MOSTLY_VERBS, Line, begins_object, lines
from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose
from poa_app.model.letter import LetterSection
from poa_app.phrases.lexicon import Verb, lexicon


def third_person(prose: Prose) -> Iterator[Hit]:
    """Find verbs that do not go with their subject: the manager check, we checks."""
    for line in lines(prose):
        for bare in of_one(line, prose.setting.section):
            yield hit_of(line, bare)
        for bare in _of_many(line):
            yield hit_of(line, bare)


@lru_cache(maxsize=512)
def of_one(line: Line, section: LetterSection) -> tuple[Bare, ...]:
    """Return bare verbs after a subject in the singular."""
    found = []
    for at, token in enumerate(line.tokens):
        if at == 0 or not (token.close or token.gap == ") ") or not (verb := bare_verb(line, at)):
            continue
        if not token.close:
            if _is_person_with_role(line, at):
                found.append(Bare(at, _for_one(line, verb, section)))
            continue
        subject = subject_before(line, at)
        if subject is None:
            if _relates(line, at, "singular"):
                found.append(Bare(at, _for_one(line, verb, section)))
            continue
        if subject.number != "one" or not is_sure(line, at, subject):
            continue
        if may_be_bare(line, at, subject):
            continue
        found.append(Bare(at, _for_one(line, verb, section), subject))
    return tuple(found)


def _is_person_with_role(line: Line, at: int) -> bool:
    """Whether a person with a role in brackets stands before a verb: Wen Hao (operations manager) ship the orders."""
    first = next((one for one in range(at - 1, max(0, at - 6), -1) if line.tokens[one].gap == " ("), 0)
    if first < 2 or not all(token.close for token in line.tokens[first + 1 : at]) or line.low(at - 1) not in AGENTS:
        return False
    token = line.tokens[at]
    is_verb = begins_object(line, at + 1) or not (token.kind.noun or token.kind.adjective)
    return (
        line.tokens[first - 1].is_name and line.tokens[first - 2].is_name and line.tokens[first - 1].close and is_verb
    )


_GROUPS_BUT_ONE = GROUPS - {"one"}


def _relates(line: Line, at: int, number: str) -> bool:
    """Whether a verb stands after "the person who" or "orders that", and only the noun before can be its subject."""
    if at < 3 or line.low(at - 1) not in ("who", "which", "that") or not line.tokens[at - 1].close:
        return False
    noun, token = line.tokens[at - 2], line.tokens[at]
    if number == "singular" and (line.low(at - 1) == "that" or not noun.kind.singular or noun.low in _GROUPS_BUT_ONE):
        return False
    if number == "plural" and (
        line.low(at - 1) == "which" or not noun.kind.plural or noun.kind.singular or "third" in noun.kind.verb
    ):
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
    if section in ("corrective", "root-cause") or has_day(line):
        return (verb.past,)
    return (verb.past, verb.third)


@lru_cache(maxsize=512)
def _of_many(line: Line) -> tuple[Bare, ...]:
    """Return verbs in -s after a subject in the plural."""
    found = []
    for at, token in enumerate(line.tokens):
        if (
            at == 0
            or not token.close
            or token.kind.verb != {"third"}
            or token.kind.function
            or not token.text.islower()
        ):
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


CHECKERS: dict[str, Checker] = {"grammar-third-person": third_person}
