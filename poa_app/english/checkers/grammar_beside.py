"""Bare verbs beside a verb with an ending: bought a printer and hire a clerk."""

from __future__ import annotations

from collections.abc import Iterator

from poa_app.english.checkers.grammar_bare import CAUSATIVE, Bare, bare_verb, hit_of
from poa_app.english.checkers.grammar_deeds import deeds
from poa_app.english.checkers.grammar_subjects import subject_before
from poa_app.english.checkers.grammar_verbs import of_one
from poa_app.english.checkers.grammar_words import (
    HAVE,
    MODALS,
    OPENERS,
    PREPOSITIONS,
    Line,
    begins_object,
    lines,
    words,
)
from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose
from poa_app.phrases.lexicon import Verb, lexicon

_LEADS = words("leads")
_WITH_ANY_OBJECT = words("with_any_object")
_LETTER_VERBS = words("letter_verbs")


def beside_another(prose: Prose) -> Iterator[Hit]:
    """Find bare verbs that "and" sets beside a verb with an ending: bought a printer and hire a clerk."""
    for line in lines(prose):
        bare = {one.at: one for one in (*of_one(line, prose.setting.section), *deeds(line, prose))}
        for at in range(2, len(line.tokens)):
            if line.low(at - 1) in ("and", "then") or line.tokens[at].gap.strip() == ",":
                right = _beside(line, at, bare) or _third_beside(line, at)
                if right:
                    bare[at] = Bare(at, right)
                    yield hit_of(line, bare[at])


_OPENERS_OR_PREPOSITIONS = OPENERS | PREPOSITIONS
_CAUSATIVE_BUT_HAVE = CAUSATIVE - HAVE


def _beside(line: Line, at: int, bare: dict[int, Bare]) -> tuple[str, ...]:
    """Return the right forms of a bare verb beside another verb; nothing where it may be right."""
    verb = bare_verb(line, at)
    has_particle = line.low(at + 1) in ("out", "up", "off", "down", "back") and begins_object(line, at + 2)
    is_plain = line.low(at) in _WITH_ANY_OBJECT and line.next_is_close(at) and not line.tokens[at + 1].kind.function
    if verb is None or not (
        begins_object(line, at + 1)
        or has_particle
        or is_plain
        or (not line.next_is_close(at) and _hardly_noun(line, at))
    ):
        return ()
    if line.tokens[at].gap.strip() not in ("", ","):
        return ()
    commas = sum("," in token.gap for token in line.tokens[1 : at + 1])
    if commas and (line.low(0) in _OPENERS_OR_PREPOSITIONS and line.low(0) not in _LEADS):
        return ()
    for one in range(at - 1, 0, -1):
        token = line.tokens[one]
        if one in bare:
            return _like(bare[one], verb)
        if token.low == "to" and "base" not in line.tokens[one + 1].kind.verb and one + 1 < at:
            continue
        if (
            token.low in ("to", "not", "that", "who", "which", "please", "did")
            or token.low in MODALS
            or token.low in _CAUSATIVE_BUT_HAVE
        ):
            return ()
        if token.low in OPENERS and token.low not in ("then", "so"):
            return ()
        if token.gap.strip() not in ("", ",") or (
            "base" in token.kind.verb and not token.kind.noun and "past" not in token.kind.verb
        ):
            return ()
        if (
            {"past", "base"} & token.kind.verb == {"past"}
            and token.close
            and not token.kind.function
            and _acts_before(line, one)
        ):
            return (verb.past,)
        if token.low in ("was", "were") and token.close and _acts_before(line, one):
            return (verb.past,)
        has_done = "participle" in token.kind.verb and line.low(one - 1) in ("have", "has", "had") and token.close
        if has_done and _acts_before(line, one - 1):
            return () if verb.base in _LETTER_VERBS else (verb.participle,)
    return ()


def _third_beside(line: Line, at: int) -> tuple[str, ...]:
    """Return the right forms of a verb in -s beside one of we or they: we canceled the order and informs him."""
    token = line.tokens[at]
    if token.kind.noun and line.low(at + 1) not in (
        "the",
        "a",
        "an",
        "our",
        "my",
        "him",
        "them",
        "us",
        "it",
        "every",
        "all",
    ):
        return ()
    if (
        "third" not in token.kind.verb
        or token.kind.function
        or line.low(at - 1) != "and"
        or not begins_object(line, at + 1)
    ):
        return ()
    for one in range(at - 2, -1, -1):
        other = line.tokens[one]
        if other.low in ("we", "they", "i", "you"):
            verb, first = lexicon().verb(token.low, "third"), line.tokens[one + 1].kind.verb
            return () if verb is None else (verb.past,) if "past" in first else (verb.base,)
        is_other = "third" in other.kind.verb and (not other.kind.noun or begins_object(line, one + 1))
        if (
            is_other
            or other.low in OPENERS
            or other.low in ("that", "who", "which", "it", "he", "she")
            or "," in other.gap
        ):
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


CHECKERS: dict[str, Checker] = {"grammar-beside-another": beside_another}
