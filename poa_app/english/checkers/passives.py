"""Deeds told in the passive, and what every telling of a deed has in common."""

from __future__ import annotations

from functools import cache

from poa_app.english.checkers.clauses import Place
from poa_app.english.checkers.conduct_words import has_form, is_form_of, is_in, lemma, words
from poa_app.phrases.lexicon import VerbForm, lexicon

HAVE = frozenset(("have", "has", "had", "we've", "i've", "they've", "weve"))
BE = frozenset(("was", "were", "been", "being", "is", "are", "am", "be", "got", "get", "gets"))
NOT = frozenset(
    ("not", "never", "n't", "wasn't", "weren't", "isn't", "aren't", "didn't", "haven't", "hasn't", "hadn't")
)
MODALS = words("modals")
PREPOSITIONS = words("prepositions")
_WAS = frozenset(("was", "were", "been"))
_RELATIVES = frozenset(("which", "that", "who"))
_NOBODY = words("nobody")
_LASTING = frozenset(("always", "never", "since", "ever", "yet"))
_TIME_COUNTS = frozenset(("years", "year", "months", "decades", "decade"))
_FILED = frozenset(("complaint", "complaints", "claim", "claims", "report", "notice"))
MADE_OF = frozenset(("of", "in", "from", "at", "for", "to", "so"))
_SETTLED = frozenset(("ship", "return", "resend", "pay", "settle", "clear"))


def after_adverbs(low: list[str], at: int) -> int:
    """Return the next place, from one on, that holds no adverb."""
    while at < len(low) and low[at] not in NOT and (is_in("adverbs", low[at]) or _is_of_manner(low[at])):
        at += 1
    return at


@cache
def _is_of_manner(word: str) -> bool:
    return len(word) > 5 and word.endswith("ly") and not (lexicon().kinds(word) or lexicon().is_noun(word))


def is_deed(place: Place, word: str, *wanted: VerbForm) -> bool:
    """Whether a word is a form of a verb that tells a deed of an answer, in the part of the letter it stands in."""
    return is_form_of("deeds" if place.part in ("corrective", "answer") else "plain_deeds", word, *wanted)


def is_lasting(low: list[str]) -> bool:
    """Whether a perfect tells of a habit or a time that lasts: "we have always used", "we have sold since 2020"."""
    lasts = any(word in _LASTING and not (word == "since" and low[at - 1] in HAVE) for at, word in enumerate(low))
    return lasts or any(
        one == "for" and (two in _TIME_COUNTS or three in _TIME_COUNTS)
        for one, two, three in zip(low, low[1:], [*low[2:], ""], strict=False)
    )


def passive(low: list[str], place: Place) -> int | None:
    """Return the place of the participle if a clause tells a deed in the passive of the past."""
    begin = after_adverbs(low, 0)
    for aux in range(1, len(low) - 1):
        if low[aux] not in _WAS or _is_hidden(low, aux):
            continue
        at = after_adverbs(low, aux + 1)
        if at >= len(low) or low[at] in NOT or not (_is_perfect(low, aux, at) or _is_done(place, low[at])):
            continue
        if "late" in low[at + 1 : at + 4] or (
            lemma(low[at]) in ("make", "design") and low[at + 1 : at + 2] and low[at + 1] in MADE_OF
        ):
            continue
        subject = low[begin:aux]
        if subject and subject[0] not in _NOBODY and not is_amazons(place, subject, low[at]):
            return at
    return None


def _is_perfect(low: list[str], aux: int, at: int) -> bool:
    """Whether a passive in the perfect tells a deed, wherever it stands: "measures have been taken"."""
    perfect = (low[aux] == "been" and low[aux - 1] in ("has", "have")) or low[aux - 2 : aux] == ["has", "already"]
    if low[aux] == "been" and lemma(low[at]) in _SETTLED:
        return True
    return (
        bool(perfect)
        and is_form_of("deeds", low[at], "participle", "past")
        and not (
            is_lasting(low) or is_form_of("not_perfect", low[at]) or lemma(low[at]) in ("register", "suspend", "sell")
        )
    )


def _is_done(place: Place, word: str) -> bool:
    if is_deed(place, word, "participle", "past"):
        return True
    if place.part == "corrective" and has_form(word, "participle") and not is_form_of("states", word):
        return True
    is_misspelt = len(word) > 4 and word.endswith("d") and not lexicon().is_common(word)
    return is_misspelt and place.part == "corrective"


def is_amazons(place: Place, subject: list[str], verb: str) -> bool:
    """Whether it is rather Amazon that did it, where no heading says that the part tells of our deeds."""
    if "case" in subject or (lemma(verb) in ("withdraw", "retract") and _FILED & set(subject)):
        return True
    ours = place.part == "corrective" or not is_form_of("deeds_of_amazon", verb)
    return not ours and any(is_in("of_amazon", one) for one in subject)


def _is_hidden(low: list[str], aux: int) -> bool:
    """Whether a passive depends on another clause, such as "which was sent"."""
    before = low[:aux]
    if before[-1] in ("have", "has", "had"):
        before = before[:-1]
    if not before or low[aux - 1] == "had" or before[-1] in _RELATIVES or before[-1] in NOT:
        return True
    for at, word in enumerate(before):
        if word in _RELATIVES:
            if not any(_is_verb(one) for one in before[at + 1 :]):
                return True
        elif is_in("subordinators", word) and not (at == 0 and word in PREPOSITIONS and len(before) > 3):
            return True
    return False


_BE_OR_HAVE_OR_MODALS = BE | HAVE | MODALS


def _is_verb(word: str) -> bool:
    return word in _BE_OR_HAVE_OR_MODALS or (has_form(word, "base", "past", "third") and not lexicon().is_noun(word))
