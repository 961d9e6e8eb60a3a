"""Deeds a text tells of: what we did, and what was done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from poa_app.english.checkers.clauses import Clause, Place, clauses
from poa_app.english.checkers.conduct_words import has_form, is_form_of, is_in, lemma, words
from poa_app.english.prose import Prose, Word
from poa_app.phrases.lexicon import VerbForm, lexicon

_HAVE = frozenset(("have", "has", "had", "we've", "i've", "they've", "weve"))
_BE = frozenset(("was", "were", "been", "being", "is", "are", "am", "be", "got", "get", "gets"))
_WAS = frozenset(("was", "were", "been"))
_NOT = frozenset(
    ("not", "never", "n't", "wasn't", "weren't", "isn't", "aren't", "didn't", "haven't", "hasn't", "hadn't")
)
_WE = frozenset(("we", "i", "we've", "i've", "weve"))
_DETERMINERS = frozenset(
    ("our", "the", "all", "my", "each", "every", "both", "a", "an", "two", "three", "whole", "entire", "this")
)
_PREPOSITIONS = words("prepositions")
_PERIODS = frozenset(("week", "month", "year", "weekend"))
_RELATIVES = frozenset(("which", "that", "who"))
_MODALS = words("modals")
_AGAIN = words("again")
_TIMES = words("times")
_NOBODY = words("nobody")
_SERVICES = words("services")
_EVERYBODY = words("everybody")
_CUES = words("cues")
_SETTLED = frozenset(("ship", "return", "resend", "pay", "settle", "clear"))
_ASKED = frozenset(("ask", "request", "urge", "reach"))
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


def deeds(prose: Prose, place: Place) -> Iterator[Deed]:
    """Yield the deeds of a sentence in the past: ours, and those told in the passive."""
    line = _Line()
    for number, clause in enumerate(clauses(prose, place.sentence)):
        low = [word.low for word in clause.words]
        verb = _active(clause.words, low, line, place, number)
        line.adjective = _is_adjective(low[-1])
        if verb is not None:
            yield Deed(*_span(clause, verb))
            continue
        passive = _passive(low, place)
        if passive is not None:
            agent = has_agent(place, clause.first + passive)
            if not (agent and place.part == "unknown"):
                yield Deed(*_span(clause, passive), passive=True, has_agent=agent)


def names_a_doer(prose: Prose, place: Place) -> bool:
    """Whether somebody of us, named by role or by name, is the subject of a sentence: "the editor", "Lin Yue"."""
    for clause in clauses(prose, place.sentence):
        low = [word.low for word in clause.words]
        for begin in range(min(len(low), _LONGEST)):
            end = _own_noun(clause.words, low, begin) if low[begin] in _DETERMINERS or not begin else None
            if end is not None and not any(word in _EVERYBODY for word in low[begin:end]):
                return True
        for one, other, verb in zip(clause.words, clause.words[1:], clause.words[2:], strict=False):
            if _is_name(one) and _is_name(other) and has_form(verb.low, "past", "third"):
                return True
    return False


def _is_name(word: Word) -> bool:
    return word.text[:1].isupper() and word.text[1:].islower() and not is_in("outsiders", word.low)


def is_deed(place: Place, word: str, *wanted: VerbForm) -> bool:
    """Whether a word is a form of a verb that tells a deed of an answer, in the part of the letter it stands in."""
    return is_form_of("deeds" if place.part == "corrective" else "plain_deeds", word, *wanted)


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
    subject_end = _own_subject(words, low, begin, place)
    if subject_end is None:
        return _without_subject(low, begin, line, place, number)
    if _depends(low, begin):
        line.own = line.bare = False
        return None
    verb = _deed_at(low, subject_end, place, False)
    finite = after_adverbs(low, subject_end)
    is_future = finite < len(low) and (low[finite] in _MODALS or low[finite] in _BE)
    line.own = not is_future
    line.bare = verb is not None and is_deed(place, low[verb], "base")
    line.told = verb is not None
    return verb


def _without_subject(low: list[str], begin: int, line: _Line, place: Place, number: int) -> int | None:
    """Return the verb of a clause that goes on with the subject before it, or of a point without any."""
    first = low[begin]
    if number == 0 and _begins_a_point(low, begin, place):
        line.own = True
        return begin
    if number and line.own and has_form(first, "past", "base") and not line.adjective:
        has_object = low[begin + 1 : begin + 2] and low[begin + 1] in _DETERMINERS
        bare = line.bare or bool(line.told and place.part == "corrective" and has_object)
        goes_on = is_form_of("deeds" if line.told else "plain_deeds", first, "past") or is_deed(place, first, "past")
        goes_on = goes_on or (bare and is_deed(place, first, "base"))
        return begin if goes_on and not _is_noun_here(low, begin) else None
    if _has_finite_verb(low):
        line.own = line.bare = False
    elif any(is_in("own", word) for word in low):
        line.own = True
    return None


def _begins_a_point(low: list[str], begin: int, place: Place) -> bool:
    """Whether a sentence begins with a deed without saying whose: "Removed the stock from FBA"."""
    word = low[begin]
    if not place.is_point or len(low) < begin + 2 or is_form_of("deeds", word, "base"):
        return False
    return is_form_of("deeds", word, "past") and not any(one in _BE | _HAVE | _MODALS for one in low[begin:])


def _is_noun_here(low: list[str], at: int) -> bool:
    """Whether a word that can be a verb stands as a noun or a participle: nothing follows, or a verb does."""
    return at + 1 < len(low) and low[at + 1] in _BE | _HAVE


def _own_subject(words: tuple[Word, ...], low: list[str], begin: int, place: Place) -> int | None:
    """Return the place behind the subject if it is one of us."""
    for at, word in enumerate(low[:12]):
        if word in _WE and _leads_to(low, begin, at):
            return at if word in _HAVE else at + 1
    if low[begin] in ("he", "she", "they"):
        return begin + 1 if place.is_point and place.part == "corrective" else None
    if low[begin] in _PREPOSITIONS | _PERIODS and not _depends(low, begin):
        begin = next((at for at in range(begin + 1, len(low)) if low[at] in ("our", "the", "all")), begin)
    return _own_noun(words, low, begin)


def _leads_to(low: list[str], begin: int, at: int) -> bool:
    """Whether the words before "we" only set time or place."""
    if at == begin:
        return True
    if low[begin] not in _PREPOSITIONS or at < begin + 2:
        return False
    return not any(
        is_in("subordinators", word) and word not in _PREPOSITIONS | {"once"} for word in low[begin + 1 : at]
    )


def _own_noun(words: tuple[Word, ...], low: list[str], begin: int) -> int | None:
    if low[begin] not in _DETERMINERS and not is_in("own", low[begin]):
        return None
    for at in range(begin, min(len(low), begin + 7)):
        if low[at + 1 : at + 2] and low[at + 1] in _SERVICES:
            continue  # a customer service lead is no customer
        if is_in("outsiders", low[at].removesuffix("'s")) or low[at] in _BE | _MODALS | _PREPOSITIONS:
            return None
        if is_in("subordinators", low[at]) or (
            at > begin and has_form(low[at], "third") and not lexicon().is_noun(low[at])
        ):
            return None
        if low[at] in ("owner", "owners") and low[at - 1] in (
            "rights",
            "brand",
            "right",
            "trademark",
            "copyright",
            "patent",
        ):
            return None
        if is_in("own", low[at]) or (at > begin and low[at] in _SERVICES and is_in("outsiders", low[at - 1])):
            end = at + 1
            while end < len(low) and (
                words[end].text[:1].isupper() or low[end] in ("of", "our", "the") or is_in("own", low[end])
            ):
                end += 1
            following = after_adverbs(low, end)
            if following < len(low) and (low[following] in _HAVE or has_form(low[following], "past", "base")):
                return end
    return None


def _depends(low: list[str], begin: int) -> bool:
    first = low[begin]
    if first in ("after", "before", "since", "as") and begin + 1 < len(low):
        begins_clause = low[begin + 1] in ("soon", "the", "he", "she", "they", "it") and "we" not in low
        return begins_clause or low[begin + 1] in _WE
    return is_in("subordinators", first)


def _deed_at(low: list[str], at: int, place: Place, has_helper: bool) -> int | None:
    """Return the place of the deed behind a subject; None where it is negated, a state, or no deed."""
    at = after_adverbs(low, at)
    if at >= len(low) or low[at] in _NOT or "below" in low or "following" in low:
        return None
    word = low[at]
    if word in _HAVE and not has_helper:
        return None if word == "had" and not _CUES & set(low) else _deed_at(low, at + 1, place, True)
    if place.part == "unknown" and (has_helper or _CUES & set(low)) and _stands_alone(word):
        return at
    if lemma(word) in _ASKED and has_form(word, "past") and any(is_in("partners", one) for one in low[at + 1 : at + 5]):
        return at
    if word == "did" and not has_helper:
        return at + 1 if is_deed(place, _next(low, at), "base") else None
    if is_deed(place, word) if has_helper else is_deed(place, word, "past"):
        return at
    if place.part != "corrective":
        return None
    asks = word in _ASKED and any(one in ("you", "amazon", "your", "that") for one in low[at + 1 : at + 6])
    if not has_helper and is_deed(place, word, "base") and not asks and not _is_repeated(low):
        return at
    if word in _BE or is_form_of("not_deeds", word):
        return None
    return at if has_form(word, "past") and not has_form(word, "base") else None


def _stands_alone(word: str) -> bool:
    return is_form_of("deeds", word, "past", "participle") and not is_in("not_alone", lemma(word))


def _next(low: list[str], at: int) -> str:
    following = after_adverbs(low, at + 1)
    return low[following] if following < len(low) else ""


def _is_repeated(low: list[str]) -> bool:
    """Whether a clause tells of something done again and again: a control, which has no day."""
    return any(word in _AGAIN for word in low) or any(
        low[at : at + 1] and low[at] in ("each", "every", "per", "once", "twice") and low[at + 1] in _TIMES
        for at in range(len(low) - 1)
    )


def _passive(low: list[str], place: Place) -> int | None:
    """Return the place of the participle if a clause tells a deed in the passive of the past."""
    begin = after_adverbs(low, 0)
    for aux in range(1, len(low) - 1):
        if low[aux] not in _WAS or _is_hidden(low, aux):
            continue
        at = after_adverbs(low, aux + 1)
        perfect = low[aux] == "been" and lemma(low[at] if at < len(low) else "") in _SETTLED
        if at >= len(low) or low[at] in _NOT or not (perfect or _is_done(place, low[at])):
            continue
        subject = low[begin:aux]
        if subject and subject[0] not in _NOBODY and not _is_amazons(place, subject, low[at]):
            return at
    return None


def _is_done(place: Place, word: str) -> bool:
    if is_deed(place, word, "participle", "past"):
        return True
    is_misspelt = len(word) > 4 and word.endswith("d") and not lexicon().is_common(word)
    return is_misspelt and place.part == "corrective"


def _is_amazons(place: Place, subject: list[str], verb: str) -> bool:
    """Whether it is rather Amazon that did it, where no heading says that the part tells of our deeds."""
    if "case" in subject:
        return True
    ours = place.part == "corrective" or not is_form_of("deeds_of_amazon", verb)
    return not ours and any(is_in("of_amazon", one) for one in subject)


def _is_hidden(low: list[str], aux: int) -> bool:
    """Whether a passive depends on another clause, such as "which was sent"."""
    before = low[:aux]
    if before[-1] in ("have", "has", "had"):
        before = before[:-1]
    if not before or low[aux - 1] == "had" or before[-1] in _RELATIVES or before[-1] in _NOT:
        return True
    for at, word in enumerate(before):
        if word in _RELATIVES:
            if not any(_is_verb(one) for one in before[at + 1 :]):
                return True
        elif is_in("subordinators", word) and not (at == 0 and word in _PREPOSITIONS and len(before) > 3):
            return True
    return False


def _is_verb(word: str) -> bool:
    return word in _BE | _HAVE | _MODALS or (has_form(word, "base", "past", "third") and not lexicon().is_noun(word))


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


def after_adverbs(low: list[str], at: int) -> int:
    """Return the next place, from one on, that holds no adverb."""
    while at < len(low) and is_in("adverbs", low[at]) and low[at] not in _NOT:
        at += 1
    return at


def _has_finite_verb(low: list[str]) -> bool:
    return any(word in _BE or word in _HAVE or word in _MODALS or has_form(word, "past", "third") for word in low)
