"""Deeds a text tells of: what we did, and what was done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from poa_app.english.checkers.clauses import Clause, Place
from poa_app.english.checkers.conduct_words import has_form, is_form_of, is_in, lemma, words
from poa_app.english.checkers.own_subjects import DETERMINERS, depends, own_noun, own_subject
from poa_app.english.checkers.passives import (
    BE,
    HAVE,
    MODALS,
    NOT,
    PREPOSITIONS,
    after_adverbs,
    is_deed,
    is_lasting,
    passive,
)
from poa_app.english.prose import Word
from poa_app.phrases.lexicon import lexicon

_AGAIN = words("again")
_TIMES = words("times")
_EVERYBODY = words("everybody")
_CUES = words("cues")
_STRONG = frozenset(
    ("immediately", "promptly", "instantly", "urgently", "thoroughly", "comprehensively", "soon", "once")
)
_WHOLE = frozenset(("all", "our", "every", "each", "whole", "entire", "my"))
_ASKED = frozenset(("ask", "request", "urge", "reach"))
_TO_AMAZON = frozenset(("you", "amazon", "performance", "appeal", "appeals", "times", "savings", "hands", "money"))
_FROM_AMAZON = frozenset(("notice", "mail", "email", "e-mail", "message", "notification", "decision", "letter"))
_PHRASAL = frozenset((("got", "rid"), ("gone", "back"), ("went", "back"), ("said", "sorry"), ("paid", "back")))
_AGENT_WITHIN = 14
_LONGEST = 14


@dataclass(frozen=True)
class Deed:
    """Something done, told in a clause.

    Attributes:
        start: of the words that tell it.
        end: of them.
        passive: whether it is told without its doer as the subject.
        has_agent: whether somebody is named who did it; of an active one always true.
    """

    start: int
    end: int
    passive: bool = False
    has_agent: bool = True


@dataclass
class _Line:
    """What the clauses of a sentence have said so far.

    Attributes:
        own: whether we are the ones who act.
        bare: whether a bare verb that goes on tells a deed in the wrong tense.
        told: whether a deed of ours stands before.
        adjective: whether the last clause ended with an adjective, which an "and" may go on with.
    """

    own: bool = False
    bare: bool = False
    told: bool = False
    adjective: bool = False


def deeds(place: Place) -> Iterator[Deed]:
    """Yield the deeds of a sentence in the past: ours, and those told in the passive."""
    line = _Line()
    for number, clause in enumerate(place.clauses):
        low = clause.low
        verb = _active(clause.words, low, line, place, number)
        line.adjective = _is_adjective(low[-1])
        if verb is not None:
            yield Deed(*_span(clause, verb))
            continue
        participle = passive(low, place)
        if participle is not None:
            agent = has_agent(place, clause.first + participle)
            if not (agent and place.part == "unknown"):
                yield Deed(*_span(clause, participle), passive=True, has_agent=agent)


def names_a_doer(place: Place) -> bool:
    """Whether somebody of us, named by role or by name, is the subject of a sentence: "the editor", "Lin Yue"."""
    for clause in place.clauses:
        low = clause.low
        for begin, word in enumerate(low[:_LONGEST]):
            end = own_noun(clause.words, low, begin) if word in DETERMINERS or not begin else None
            is_acted_on = end is not None and not BE.isdisjoint(low[end : end + 3])
            if end is not None and not is_acted_on and not any(one in _EVERYBODY for one in low[begin:end]):
                return True
        names = [at for at, word in enumerate(clause.words[:-1]) if word.text[0].isupper() and _is_name(word)]
        if any(other == one + 1 and has_form(low[other + 1], "past", "third") for one, other in pairwise(names)):
            return True
    return False


def _is_name(word: Word) -> bool:
    return word.text[:1].isupper() and word.text[1:].islower() and not is_in("outsiders", word.low)


def _span(clause: Clause, verb: int) -> tuple[int, int]:
    last = min(len(clause.words), verb + _LONGEST) - 1
    return clause.words[0].start, clause.words[last].end


def _is_adjective(word: str) -> bool:
    return word in lexicon().adjectives and not lexicon().is_noun(word)


def _active(words: tuple[Word, ...], low: list[str], line: _Line, place: Place, number: int) -> int | None:
    """Return the place of the verb if a clause tells a deed of ours."""
    begin = after_adverbs(low, 0)
    if begin >= len(low):
        return None
    subject_end = own_subject(words, low, begin, place)
    if subject_end is None:
        return _without_subject(low, begin, line, place, number)
    if depends(low, begin):
        line.own = line.bare = False
        return None
    verb = _deed_at(low, subject_end, place, False)
    finite = after_adverbs(low, subject_end)
    is_future = finite < len(low) and (low[finite] in MODALS or low[finite] in BE)
    line.own = not is_future
    line.bare = verb is not None and is_deed(place, low[verb], "base")
    line.told = verb is not None
    return verb


def _without_subject(low: list[str], begin: int, line: _Line, place: Place, number: int) -> int | None:
    """Return the verb of a clause that goes on with the subject before it, or of a point without any."""
    first = low[begin]
    if {"below", "following"} & set(low) or (place.part != "corrective" and _is_correspondence(low, begin)):
        return None
    if number == 0 and _begins_a_point(low, begin, place):
        line.own = True
        return begin
    if number and line.own and has_form(first, "past", "base", "participle") and not line.adjective:
        has_object = low[begin + 1 : begin + 2] and low[begin + 1] in DETERMINERS
        bare = line.bare or bool(line.told and place.part == "corrective" and has_object)
        goes_on = is_form_of("deeds" if line.told else "plain_deeds", first, "past", "participle")
        goes_on = goes_on or is_deed(place, first, "past")
        goes_on = goes_on or (bare and is_deed(place, first, "base"))
        return begin if goes_on and not _is_noun_here(low, begin) else None
    if _has_finite_verb(low):
        line.own = line.bare = False
    elif any(is_in("own", word) for word in low):
        line.own = True
    return None


_DETERMINERS_OR_PREPOSITIONS_PLUS_TO = DETERMINERS | PREPOSITIONS | {"to"}
_BE_OR_HAVE_OR_MODALS = BE | HAVE | MODALS


def _begins_a_point(low: list[str], begin: int, place: Place) -> bool:
    """Whether a sentence begins with a deed without saying whose: "Removed the stock from FBA"."""
    word = low[begin]
    begins = place.is_point or (place.begins_line and place.part == "corrective")
    if not begins or len(low) < begin + 2 or has_form(word, "base") or is_form_of("not_deeds", word):
        return False
    if any(one in _BE_OR_HAVE_OR_MODALS for one in low[begin:]) or not has_form(word, "past"):
        return False
    wide = place.part == "corrective" and low[begin + 1] in _DETERMINERS_OR_PREPOSITIONS_PLUS_TO
    return wide or is_form_of("deeds", word.removeprefix("re-"), "past")


_BE_OR_HAVE = BE | HAVE


def _is_noun_here(low: list[str], at: int) -> bool:
    """Whether a word that can be a verb stands as a noun or a participle: nothing follows, or a verb does."""
    return at + 1 < len(low) and low[at + 1] in _BE_OR_HAVE


def _deed_at(low: list[str], at: int, place: Place, has_helper: bool) -> int | None:
    """Return the place of the deed behind a subject; None where it is negated, a state, or no deed."""
    at = after_adverbs(low, at)
    if at >= len(low) or low[at] in NOT or "below" in low or "following" in low or _is_empty(low, at):
        return None
    word = low[at]
    if tuple(low[at : at + 2]) in _PHRASAL and place.part != "cause":
        return at
    if word in HAVE and not has_helper:
        return None if word == "had" and not _CUES & set(low) else _deed_at(low, at + 1, place, True)
    if _is_no_answer(low, at, place, has_helper):
        return None
    if word in ("did", "done") and (word == "done") is has_helper:
        return _done_at(low, at, place, has_helper)
    is_told = _is_told_anywhere(low, at, has_helper) if place.part == "unknown" else False
    is_told = is_told or (is_deed(place, word) if has_helper else is_deed(place, word, "past"))
    is_asked = lemma(word) in _ASKED and has_form(word, "past") and _follows(low, at, "partners", 5)
    if is_told or is_asked or (has_helper and word.endswith("ed") and not lexicon().is_common(word)):
        return at
    return at if place.part == "corrective" and _is_corrective(low, at, place, has_helper) else None


def _is_no_answer(low: list[str], at: int, place: Place, has_helper: bool) -> bool:
    """Whether a verb tells of the cause, of what lasts, or of the correspondence with Amazon."""
    if place.part == "answer" and not has_helper and any(is_in("of_cause", one) for one in low):
        return True
    if has_helper and (is_lasting(low) or is_form_of("not_perfect", low[at])):
        return True
    if place.part == "unknown" and has_helper and low[at] not in ("done",) and is_form_of("not_deeds", low[at]):
        return True
    return place.part != "corrective" and _is_correspondence(low, at)


def _is_told_anywhere(low: list[str], at: int, has_helper: bool) -> bool:
    """Whether a verb tells a deed of the answer where no heading says what the part is."""
    word = low[at]
    if word.startswith("re-") and has_form(word, "past", "participle"):
        return True
    if (has_helper or _CUES & set(low)) and is_form_of("deeds", word, "past", "participle"):
        return has_helper or not is_in("not_alone", lemma(word)) or bool(_STRONG & set(low))
    if is_form_of("searching", word, "past", "participle") and not any(is_in("of_cause", one) for one in low):
        return bool(_STRONG & set(low)) or bool(_WHOLE & set(low[at + 1 : at + 3]))
    return is_form_of("deeds", word, "past") and lemma(word) != "accept" and _has_answer_object(low, at)


def _is_empty(low: list[str], at: int) -> bool:
    """Whether a clause tells of a mistake made on purpose, or of an inner search instead of a deed."""
    return any(is_in("of_intent", word) for word in low) or any(
        is_in("empty_objects", word) for word in low[at + 1 : at + 6]
    )


def _done_at(low: list[str], at: int, place: Place, has_helper: bool) -> int | None:
    """Return the place of the deed behind "did", or that of "did" where what was done is a noun."""
    following = _next(low, at)
    if following in NOT:
        return None
    if not has_helper and is_deed(place, following, "base"):
        return at + 1
    return at if place.part != "unknown" or _has_answer_object(low, at) else None


def _is_corrective(low: list[str], at: int, place: Place, has_helper: bool) -> bool:
    """Whether a verb tells a deed in a part of which every finished deed is one of the answer."""
    word = low[at]
    if has_helper and low[at : at + 2] == ["gone", "through"]:
        return True
    is_state = word in BE or is_form_of("not_deeds", word)
    if has_helper:
        return not is_state and has_form(word, "past", "participle", "base")
    asks = word in _ASKED and any(one in ("you", "amazon", "your", "that") for one in low[at + 1 : at + 6])
    is_courtesy = word in ("apologise", "apologize", "request", "take", "accept", "submit")
    if is_deed(place, word, "base") and not asks and not is_courtesy and not _is_repeated(low):
        return True
    return not is_state and has_form(word, "past") and not has_form(word, "base")


def _follows(low: list[str], at: int, name: str, within: int) -> bool:
    return any(is_in(name, one) for one in low[at + 1 : at + within])


def _has_answer_object(low: list[str], at: int) -> bool:
    return _follows(low, at, "answer_objects", 7) and not any(is_in("of_cause", w) for w in low)


def _is_correspondence(low: list[str], at: int) -> bool:
    """Whether a clause tells what was sent to Amazon, or that its letter was read."""
    written = is_form_of("written", low[at]) and bool(_TO_AMAZON & set(low[at + 1 :]))
    return written or (low[at] == "read" and bool(_FROM_AMAZON & set(low[at + 1 :])))


def _next(low: list[str], at: int) -> str:
    following = after_adverbs(low, at + 1)
    return low[following] if following < len(low) else ""


def _is_repeated(low: list[str]) -> bool:
    """Whether a clause tells of something done again and again: a control, which has no day."""
    return any(word in _AGAIN for word in low) or any(
        low[at : at + 1] and low[at] in ("each", "every", "per", "once", "twice") and low[at + 1] in _TIMES
        for at in range(len(low) - 1)
    )


def has_agent(place: Place, participle: int) -> bool:
    """Whether the words after a participle name who did it.

    Args:
        place: the sentence.
        participle: its place among the words of the sentence.
    """
    words = place.sentence.words[participle + 1 : participle + 1 + _AGENT_WITHIN]
    for number, word in enumerate(words[:-1]):
        if word.low == "by":
            following = words[number + 1]
            low = words[number + 2].low if following.low in ("the", "a") and number + 2 < len(words) else following.low
            if (
                not is_in("no_agents", low)
                and not low[0].isdigit()
                and not (low.endswith("ing") and has_form(low, "gerund"))
            ):
                return True
    return False


def _has_finite_verb(low: list[str]) -> bool:
    return any(map(_is_finite, low))


@cache
def _is_finite(word: str) -> bool:
    return word in BE or word in HAVE or word in MODALS or has_form(word, "past", "third")
