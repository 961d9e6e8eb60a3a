"""Whether the subject of a clause is one of us: a role, a person or a firm by name, "we"."""

from __future__ import annotations

from poa_app.english.checkers.clauses import Place
from poa_app.english.checkers.conduct_words import has_form, is_in
from poa_app.english.checkers.conduct_words import words as listed
from poa_app.english.checkers.passives import BE, HAVE, MODALS, PREPOSITIONS, after_adverbs
from poa_app.english.prose import Word
from poa_app.phrases.lexicon import lexicon

WE = frozenset(("we", "i", "we've", "i've", "weve"))
DETERMINERS = frozenset(
    ("our", "the", "all", "my", "each", "every", "both", "a", "an", "two", "three", "whole", "entire", "this")
)
_PERIODS = frozenset(("week", "month", "year", "weekend"))
_SERVICES = listed("services")
_POINTING = frozenset(("they", "this", "that", "there", "these", "those", "here", "what", "nobody", "everything"))
_A_NAME = 4
"""Letters of the shortest word taken for a name."""
_PREPOSITIONS_OR_PERIODS = PREPOSITIONS | _PERIODS


def own_subject(words: tuple[Word, ...], low: list[str], begin: int, place: Place) -> int | None:
    """Return the place behind the subject if it is one of us."""
    for at, word in enumerate(low[:12]):
        if word in WE and _leads_to(low, begin, at):
            return at if word in HAVE else at + 1
    if place.part == "corrective" and (end := _named(words, low, begin)):
        return end
    if low[begin] in ("he", "she", "they"):
        return begin + 1 if place.is_point and place.part == "corrective" else None
    if low[begin] in _PREPOSITIONS_OR_PERIODS and not depends(low, begin):
        begin = next((at for at in range(begin + 1, len(low)) if low[at] in ("our", "the", "all")), begin)
    return own_noun(words, low, begin)


def _named(words: tuple[Word, ...], low: list[str], begin: int) -> int | None:
    """Return the place behind the name of a person or a firm before a verb: "Kong Ning removed", "Verdance shipped"."""
    end = begin
    while end < len(words) and words[end].text[:1].isupper() and not is_in("outsiders", low[end]):
        end += 1
    verb = after_adverbs(low, end)
    if end == begin or verb >= len(low) or not (low[verb] in HAVE or has_form(low[verb], "past")):
        return None
    is_word = lexicon().is_common(low[begin]) or low[begin] in DETERMINERS | PREPOSITIONS or len(low[begin]) < _A_NAME
    is_name = end > begin + 1 or not (is_word or low[begin] in _POINTING)
    return end if is_name else None


_PREPOSITIONS_PLUS_ONCE_THAT = PREPOSITIONS | {"once", "that"}


def _leads_to(low: list[str], begin: int, at: int) -> bool:
    """Whether the words before "we" only set time or place."""
    if at == begin:
        return True
    if low[begin] not in PREPOSITIONS or at < begin + 2:
        return False
    return not any(
        is_in("subordinators", word) and word not in _PREPOSITIONS_PLUS_ONCE_THAT for word in low[begin + 1 : at]
    )


_BE_OR_MODALS_OR_PREPOSITIONS = BE | MODALS | PREPOSITIONS


def own_noun(words: tuple[Word, ...], low: list[str], begin: int) -> int | None:
    """Return the place behind a noun that names one of us and has a verb behind it."""
    if low[begin] not in DETERMINERS and not is_in("own", low[begin]):
        return None
    for at in range(begin, min(len(low), begin + 7)):
        if low[at + 1 : at + 2] and low[at + 1] in _SERVICES:
            continue  # a customer service lead is no customer
        if is_in("outsiders", low[at].removesuffix("'s")) or low[at] in _BE_OR_MODALS_OR_PREPOSITIONS:
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
            if following < len(low) and (low[following] in HAVE or has_form(low[following], "past", "base")):
                return end
    return None


def depends(low: list[str], begin: int) -> bool:
    """Whether a clause depends on another one: "after we", "because"."""
    first = low[begin]
    if first in ("after", "before", "since", "as") and begin + 1 < len(low):
        begins_clause = low[begin + 1] in ("soon", "the", "he", "she", "they", "it") and "we" not in low
        return begins_clause or low[begin + 1] in WE
    return is_in("subordinators", first)
