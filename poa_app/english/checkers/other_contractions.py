"""Contractions with ``'d``, without their apostrophe, and ``ain't``."""

from __future__ import annotations

from poa_app.english.checkers.contracted import (
    AFTER_LETS,
    BOTH_FORMS,
    CLEAR_THAT,
    OBJECTS,
    PERFECT,
    PLACED,
    PREDICATES,
    STOPS,
    Contraction,
    Place,
    is_participle,
    past_adverbs,
    takes_object,
)
from poa_app.phrases.function_words import DETERMINERS, SUBJECTS
from poa_app.phrases.lexicon import lexicon

_SUBJECTS = SUBJECTS | frozenset(("who", "there", "that", "this", "what", "how", "where", "why"))


_SUBJECTS_OR_DETERMINERS = SUBJECTS | DETERMINERS


def with_d(place: Place) -> Contraction | None:
    """Return what a word with 'd stands for."""
    if place.base.isupper() and len(place.base) > 1 and place.low not in _SUBJECTS:
        return None
    rest = past_adverbs(place.after)
    word, then = (*rest, "", "")[:2]
    kinds = lexicon().kinds(word)
    if word in ("better", "best"):
        return place.says("had-or-would", "had", sure=True)
    if word in ("rather", "sooner"):
        return place.says("had-or-would", "would", sure=True)
    if place.low in ("how", "where", "why") and then and word in _SUBJECTS_OR_DETERMINERS:
        return place.says("had-or-would", "did", "had", "would")
    if word in BOTH_FORMS:
        return place.says(
            "had-or-would", *(("would", "had") if word in ("become", "let", "cost") else ("had", "would"))
        )
    if "base" in kinds and "participle" not in kinds:
        return place.says("had-or-would", "would", sure=True)
    if is_participle(word) or word in PERFECT:
        return place.says("had-or-would", "had", sure=True)
    if word in DETERMINERS or word in ("no", "to", "only") or word[:1].isdigit():
        return place.says("had-or-would", "had", "would")
    return place.says("had-or-would", "would", "had")


_OBJECTS_OR_PLACED = OBJECTS | PLACED


def bare_its(place: Place) -> Contraction | None:
    """Return "its" where it was typed for "it is" or "it has"; "its'" is never right."""
    if place.base not in ("its", "Its"):
        return None
    it = place.base[:2]
    word, then, third = (*place.after, "", "", "")[:3]
    if word == "'" and then and then not in STOPS:
        return Contraction("its-bare", place.start, place.end + 1, (f"{it}s", f"{it} is"))
    if word in ("been", "got", "had"):
        return Contraction("its-bare", place.start, place.end, (f"{it} has",))
    if word in ("a", "an", "the", "our", "my", "your", "their", "his", "because", "too", "so", "really", "gonna"):
        return Contraction("its-bare", place.start, place.end, (f"{it} is",))
    if word == "not" and (then in OBJECTS or then in PREDICATES or then in CLEAR_THAT or is_participle(then)):
        return Contraction("its-bare", place.start, place.end, (f"{it} is",))
    adjective, after = (then, third) if word in ("very", "quite", "also", "just", "still", "always") else (word, then)
    if adjective in CLEAR_THAT and after in ("that", "to", "for", "because", "if", "when", ".", ",", "not"):
        return Contraction("its-bare", place.start, place.end, (f"{it} is",))
    if word in ("already", "still", "now", "never") and (is_participle(then) or then in _OBJECTS_OR_PLACED):
        return Contraction("its-bare", place.start, place.end, (f"{it} is", f"{it} has"))
    return None


def bare_id(place: Place) -> Contraction | None:
    """Return "Id" where it was typed for "I would"."""
    begins = not place.before or place.before[-1].lower() in (*STOPS, "and", "but", "so", "if", "that")
    if place.base == "Id" and begins and place.after[:1] in (("like",), ("be",), ("love",), ("appreciate",)):
        return Contraction("had-or-would", place.start, place.end, ("I would",), True)
    return None


def bare_lets(place: Place) -> Contraction | None:
    """Return "lets" where it was typed for "let us"."""
    begins = not place.before or place.before[-1].lower() in {".", "!", "?", "please", "so", "now", ":", ";", "and"}
    if begins and place.after and place.after[0] in AFTER_LETS:
        return Contraction("lets", place.start, place.end, (f"{place.base[:-1]} us",), True)
    return None


def aint(place: Place) -> Contraction:
    """Return what "ain't" stands for, by its subject and by what follows."""
    subject = place.before[-1].lower() if place.before else ""
    word = place.after[0] if place.after else ""
    plural = subject in ("we", "you", "they", "these", "those", "i") or subject in lexicon().plurals
    if word in ("have", "know", "want", "need", "got"):
        senses = ("do not", "does not") if plural else ("does not", "do not")
    elif word in PERFECT or (is_participle(word) and takes_object(word, (*place.after, "", "", "")[1])):
        senses = ("have not", "has not") if plural else ("has not", "have not")
    elif subject == "i":
        senses = ("am not", "have not")
    else:
        senses = ("are not", "is not") if plural else ("is not", "are not")
    fixes = tuple(one[:1].upper() + one[1:] if place.base[:1].isupper() else one for one in senses)
    return Contraction("aint", place.start, place.end, fixes)
