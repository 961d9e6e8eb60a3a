"""Who is not named: what a cause says was left undone, controls without anybody, and people without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poa_app.english.checkers.clauses import Clause, Place
from poa_app.english.checkers.conduct_words import has_form, is_form_of, is_in, words
from poa_app.english.checkers.deeds import has_agent
from poa_app.english.checkers.passives import after_adverbs
from poa_app.english.hit import Hit
from poa_app.english.prose import Prose

_NEGATED = {"wasn't": "", "weren't": "", "hasn't": "", "haven't": "", "hadn't": ""}
_BE = frozenset(("was", "were", "been"))
_IS = frozenset(("is", "are", "was", "were", "has", "have", "had", "will", "did", "does", "can"))
_NOBODY = frozenset(("nobody", "noone", "no-one"))
_TASKED = frozenset(("assigned", "responsible", "appointed", "designated", "charge", "tasked", "arranged"))
_SOMEBODY = frozenset(("someone", "somebody"))
_ARTICLES = frozenset(("a", "an", "one", "some", "several"))
_CHARGED = frozenset(("responsible", "concerned", "involved"))
_NAME_FOLLOWS = re.compile(r"\W{0,3}(?:(?:is|are|was|were)\s+)?(?:M[rs]{1,2}\.?\s+)?[A-Z][a-z]+")
_MISTAKEN = words("mistaken")
_WRONG = frozenset(("wrong", "incorrect", "improper"))
_RELATIVE = frozenset(("who", "which", "whose"))
_PERSONS = frozenset(("we", "i", "he", "she", "they", "you"))


def left_undone(place: Place) -> Iterator[Hit]:
    """Yield what a cause says was not done or done wrongly, without who should have."""
    in_cause = place.part == "cause"
    for clause in place.clauses:
        low = clause.low
        if not is_in("conditions", low[0]) and (in_cause or not any(is_in("outsiders", one) for one in low)):
            yield from _undone_in(place, clause, low, in_cause)


def _undone_in(place: Place, clause: Clause, low: list[str], in_cause: bool) -> Iterator[Hit]:
    if _RELATIVE & set(low[:-1]) or "we" in low:
        return
    for at, word in enumerate(low):
        negated = (
            word in _NEGATED
            or low[at + 1 : at + 2] in (["not"], ["never"])
            or low[max(at - 2, 0) : at].count("not") > 0
        )
        if at == 0 or not (word in _BE or word in _NEGATED) or low[at - 1] in _PERSONS:
            continue
        participle = at + 1 + (low[at + 1 : at + 2] in (["not"], ["never"])) + (low[at + 1 : at + 2] == ["been"])
        participle = after_adverbs(low, participle)
        while participle < len(low) and (low[participle].endswith("ly") or low[participle] == "even"):
            participle += 1
        if participle >= len(low) or has_agent(place, clause.first + participle):
            continue
        if _is_failure(low, participle, negated, in_cause):
            yield Hit(clause.words[0].start, clause.words[participle].end)
            return


def _is_failure(low: list[str], at: int, negated: bool, in_cause: bool) -> bool:
    word = low[at]
    if negated and any(is_in("own", one) for one in low[: at - 1]):
        return False
    if negated:
        return is_form_of("left_undone", word, "participle", "past")
    if is_form_of("slips", word, "participle", "past") or (word == "left" and _next_in(low, at, "left_so")):
        return True
    is_mistake = bool(_MISTAKEN & set(low)) or bool(_WRONG & set(low[:at]))
    return (
        is_mistake
        and has_form(word, "participle")
        and (
            is_form_of("deeds", word)
            or not is_form_of("states", word)
            or (word == "used" and bool(_WRONG & set(low[:at])))
        )
    )


def _next_in(low: list[str], at: int, name: str) -> bool:
    return any(is_in(name, one) for one in low[at + 1 : at + 3])


def repeated(place: Place) -> Iterator[Hit]:
    """Yield a control told in the present passive, without who carries it out."""
    if is_in("conditions", place.sentence.words[0].low):
        return
    for clause in place.clauses:
        low = clause.low
        if is_in("subordinators", low[0]) or any(word.isdigit() for word in low):
            continue
        for at, word in enumerate(low):
            if at == 0 or word not in ("is", "are") or low[at - 1] in ("which", "that", "who"):
                continue
            participle = after_adverbs(low, at + 1)
            while participle < len(low) and low[participle].endswith("ly"):
                participle += 1
            found = participle < len(low) and _is_control(low, at, low[participle])
            dependent = any(is_in("subordinators", one) for one in low[:at])
            owned = any(is_in("own", one) for one in low[participle:])
            if found and not dependent and not owned and not has_agent(place, clause.first + participle):
                yield Hit(clause.words[0].start, clause.words[participle].end)


def _is_control(low: list[str], verb: int, word: str) -> bool:
    if word in ("held", "conducted", "arranged", "organised", "organized", "done", "carried", "given", "provided"):
        return any(is_in("gatherings", one) for one in low[:verb])
    return is_form_of("repeated", word, "participle")


_NOBODY_PLUS_NO = _NOBODY | {"no"}
_MAY_NAME_NOBODY = _NOBODY_PLUS_NO | _SOMEBODY | _ARTICLES | words("unnamed") | words("somebody")


def unnamed(prose: Prose, place: Place) -> Iterator[Hit]:
    """Yield who acts without a name or a role: "someone", "the relevant staff", "the person in charge"."""
    sentence = place.sentence
    low = list(sentence.low)
    for at, word in enumerate(low):
        end = _unnamed_end(low, at) if word in _MAY_NAME_NOBODY else None
        if (
            end is None
            or (word in _ARTICLES and place.part != "preventive")
            or (at and (is_in("conditions", low[at - 1]) or low[at - 1] in ("is", "are", "another")))
        ):
            continue
        if word in _NOBODY_PLUS_NO and not _is_nobodys(low, end):
            continue
        acts = end < len(low) and _acts(low, end)
        if not (acts or (at and low[at - 1] == "by")) or "who" in low[end : end + 1]:
            continue
        if not _NAME_FOLLOWS.match(prose.onward, sentence.words[end - 1].end):
            yield Hit(sentence.words[at].start, sentence.words[min(end, len(low) - 1)].end)


def _acts(low: list[str], end: int) -> bool:
    verb = after_adverbs(low, end)
    while verb < len(low) and low[verb].endswith("ly"):
        verb += 1
    return verb < len(low) and (low[verb] in _IS or has_form(low[verb], "past", "third", "base"))


def _is_nobodys(low: list[str], end: int) -> bool:
    """Whether nobody had a task at all: "nobody was assigned"; what a named clerk missed is told in other words."""
    return low[end : end + 1] in (["was"], ["is"], ["has"]) and bool(_TASKED & set(low[end + 1 : end + 4]))


_SOMEBODY_OR_NOBODY = _SOMEBODY | _NOBODY


def _unnamed_end(low: list[str], at: int) -> int | None:
    """Return the place behind words for people that name nobody, if they begin here."""
    word, after = low[at], low[at + 1 : at + 2]
    if word in _SOMEBODY_OR_NOBODY or (word == "no" and after == ["one"]):
        end = at + 2 if word == "no" else at + 1
        if low[end : end + 1] in (["in"], ["from"], ["of"], ["at"], ["on"]):
            end += 2 + (low[end + 1 : end + 2] in (["the"], ["our"], ["a"]))
        return None if low[end : end + 1] == ["else"] else end
    if word == "no" and after and is_in("somebody", after[0]):
        return at + 2
    if is_in("unnamed", word) and after and is_in("somebody", after[0]):
        return at + 3 if low[at + 2 : at + 3] and is_in("somebody", low[at + 2]) else at + 2
    if is_in("somebody", word) and low[at + 1 : at + 3] == ["in", "question"] and word not in ("employee", "employees"):
        return at + 3
    if is_in("somebody", word) and low[at + 1 : at + 3] == ["in", "charge"]:
        return None if low[at + 3 : at + 4] == ["of"] else at + 3
    if is_in("somebody", word) and after and after[0] in _CHARGED:
        return None if low[at + 2 : at + 3] == ["for"] else at + 2
    if word in _ARTICLES and after and is_in("somebody", after[0]):
        return at + 2 if after[0] in _PLAIN else None
    if word in _ARTICLES and low[at + 1 : at + 3] in (
        ["staff", "member"],
        ["team", "member"],
        ["of", "our"],
        ["of", "the"],
    ):
        end = at + 3 if after != ["of"] else at + 4
        return end if after != ["of"] or (low[at + 3 : at + 4] and is_in("somebody", low[at + 3])) else None
    return None


_PLAIN = frozenset(
    ("employee", "employees", "colleague", "colleagues", "worker", "workers", "person", "people", "staff")
)
