"""Contractions that only their neighbours tell: ``'s`` and ``'d``, ``its`` typed for ``it is``, ``ain't``, ``lets``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from poa_app.english.checkers.contracted import (
    ACTS,
    ADVERBS,
    AFTER_DOING,
    AFTER_PLACED,
    ALWAYS,
    ARTICLES,
    DOING,
    ENDS,
    NAMES,
    NO_PREDICATES,
    OBJECTS,
    PERFECT,
    PERFECT_ALONE,
    PLACED,
    PREDICATES,
    SAYING,
    STOPS,
    TRANSITIVE,
    Contraction,
    Kind,
    Place,
    is_participle,
    past_adverbs,
    place_of,
    sense_of,
)
from poa_app.english.checkers.other_contractions import aint, bare_id, bare_its, bare_lets, with_d
from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose, Word
from poa_app.model.finding import Fix
from poa_app.phrases.function_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    REPORTING,
    SUBJECTS,
    SUBORDINATORS,
)
from poa_app.phrases.lexicon import lexicon

_APART = re.compile(
    r"(?<![\w'-])(?P<base>it|that|there|here|he|she|what|who|where|how|i|we|you|they)"
    r"(?:[ ]'[ ]?|'[ ])(?P<ending>s|d)(?![\w'-])",
    re.IGNORECASE,
)
_BEFORE_ITS = frozenset(("before", "after", "since", "as", "like", "than"))
_BARE = {"thats": "that", "theres": "there", "heres": "here", "whats": "what", "wheres": "where", "hes": "he"} | {
    "shes": "she",
    "whos": "who",
}
_BARE_D = {"youd": "you", "theyd": "they", "thatd": "that", "itd": "it"}


@lru_cache(maxsize=64)
def contractions(prose: Prose) -> tuple[Contraction, ...]:
    """Return the contractions of a text that only their neighbours tell."""
    words = (word for word in prose.words if "'" in word.low or word.low in _WITHOUT_APOSTROPHE)
    found = [one for word in words for one in _of_word(prose, word)]
    for match in _APART.finditer(prose.plain) if "'" in prose.plain else ():
        if match["base"] == "IT":
            continue
        place = place_of(prose, prose.text[match.start("base") : match.end("base")], *match.span())
        one = _with_s(place) if match["ending"].lower() == "s" else with_d(place)
        if one:
            found.append(one)
    return tuple(found)


def _of_word(prose: Prose, word: Word) -> Iterator[Contraction]:
    base, apostrophe, ending = word.low.rpartition("'")
    one: Contraction | None = None
    if apostrophe and ending in ("s", "d"):
        text = word.text[: len(base)]
        if text not in NAMES or word.text.isupper():
            place = place_of(prose, text, word.start, word.end)
            one = _with_s(place) if ending == "s" else with_d(place)
    elif word.low in _SINGLE:
        one = _SINGLE[word.low](place_of(prose, word.text, word.start, word.end))
    elif word.low in _BARE and word.text[1:].islower():
        place = place_of(prose, word.text[: len(_BARE[word.low])], word.start, word.end)
        one = _with_s(place)
    elif word.low in _BARE_D and word.text[1:].islower():
        one = with_d(place_of(prose, word.text[: len(_BARE_D[word.low])], word.start, word.end))
    if one:
        yield one


# 's


def _with_s(place: Place) -> Contraction | None:
    """Return what a word with 's stands for, or None where it is a possessive."""
    if place.low == "let":
        return Contraction("lets", place.start, place.end, (f"{place.base} us",), True)
    if place.low == "it":
        return _its(place)
    if place.low == "who":
        return _who(place)
    if place.low in ALWAYS:
        return _is_or_has(place)
    return _noun(place)


def _is_or_has(place: Place) -> Contraction:
    sense, sure = sense_of(place)
    if sure:
        return place.says("is", sense, sure=True)
    return place.says("is-or-has", sense, "is" if sense == "has" else "has")


_PREDICATES_OR_ADVERBS_OR_OBJECTS_OR_PREPOSITIONS = PREDICATES | ADVERBS | OBJECTS | PREPOSITIONS
_AUXILIARIES_OR_REPORTING = AUXILIARIES | REPORTING


def _its(place: Place) -> Contraction:
    """Return what "it's" stands for; it is often typed for "its"."""
    before = place.before[-1].lower() if place.before else ""
    word, then = (*place.after, "", "")[:2]
    known = lexicon()
    owns = word == "own" or (
        before in PREPOSITIONS and before not in ("that", "as", "since", "after", "before", "like")
    )
    owns = owns and word not in OBJECTS and word not in ADVERBS
    noun = known.is_noun(word) and word not in PREDICATES and word not in ADVERBS and word not in PREPOSITIONS
    if (word in known.plurals and word not in known.singulars) or _is_unknown_plural(word):
        return place.says("its", "its", "is")
    if noun and not is_participle(word) and "gerund" not in known.kinds(word) and word not in known.adjectives:
        owns = (
            owns
            or then in AUXILIARIES
            or before in _BEFORE_ITS
            or (before in known.verbs and before not in _AUXILIARIES_OR_REPORTING)
        )
        return place.says("its", *(("its", "is") if owns else ("is", "its")))
    says_more = then in AUXILIARIES or ("third" in known.kinds(then) and word not in known.adjectives)
    if owns or (says_more and known.is_noun(word) and word not in _PREDICATES_OR_ADVERBS_OR_OBJECTS_OR_PREPOSITIONS):
        return place.says("its", "its", "is")
    sense, sure = sense_of(place)
    if sure and (sense == "has" or word in OBJECTS or word in PREPOSITIONS or word in ADVERBS):
        return place.says("is", sense, sure=True)
    if is_participle(word):
        return place.says("its", sense, "is" if sense == "has" else "has", "its")
    return place.says("its", sense, "its")


def _is_unknown_plural(word: str) -> bool:
    """Whether a word looks like the plural of a noun that the lexicon does not hold."""
    return (
        len(word) > 5 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and not lexicon().is_common(word)
    )


_PREDICATES_OR_PLACED_OR_OBJECTS = PREDICATES | PLACED | OBJECTS


def _who(place: Place) -> Contraction:
    """Return what "who's" stands for; it is often typed for "whose"."""
    word, then = (*place.after, "", "")[:2]
    sense, _ = sense_of(place)
    is_noun = lexicon().is_noun(word) and not is_participle(word) and word not in _PREDICATES_OR_PLACED_OR_OBJECTS
    if is_noun and "gerund" not in lexicon().kinds(word) and word not in lexicon().adjectives and then != "for":
        return place.says("who", "whose", "is")
    return place.says("who", sense, "is" if sense == "has" else "has", "whose")


def _noun(place: Place) -> Contraction | None:
    """Return what a noun with 's stands for, or None where it is a possessive."""
    word, then = (*place.after, "", "")[:2]
    named = place.base[:1].isupper() and bool(place.before)
    before = place.before[-1].lower() if place.before else ""
    if word in ADVERBS and word not in ("first", "long", "all", "both", "more", "only", "then", "previously", "once"):
        return _noun_with_adverb(place, word)
    if word == "been" or (word == "had" and not named):
        return place.says("is-or-has", "has", "is")
    if word == "that" and _begins_clause(place):
        return place.says("is-or-has", "is", "has")
    if is_participle(word) and word in ACTS and then[:1].isdigit() and _begins_clause(place):
        return place.says("is-or-has", "has", "is")
    if word in ARTICLES:
        return None if named and before in PREPOSITIONS else place.says("is-or-has", "is", "has")
    if word == "no" and then in ("longer", "doubt"):
        return place.says("is-or-has", "is", "has")
    if is_participle(word) and _acts(word, place.after):
        return place.says("is-or-has", "has", "is")
    if _is_doing(word, then) and _begins_clause(place):
        return place.says("is-or-has", "is", "has")
    if not _begins_clause(place) or (named and not _said_of_names(word, then)):
        return None
    return _noun_with_predicate(place, word)


def _said_of_names(word: str, then: str) -> bool:
    """Whether two words are said of a person, and cannot be what belongs to one."""
    return (word in PREDICATES and then in ("for", "to", "of", "that", "with", "about")) or (word, then) in (
        ("in", "charge"),
        ("on", "duty"),
        ("on", "leave"),
        ("on", "holiday"),
    )


def _is_doing(word: str, then: str) -> bool:
    """Whether a gerund is what somebody is doing, not the name of it."""
    goes_on = word in AFTER_DOING and then != "of" and (then in PREPOSITIONS or then == "to")
    return word in DOING and (then in OBJECTS or goes_on)


_FOLLOW_A_VERB = PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | OBJECTS | {"to"}


def _noun_with_adverb(place: Place, word: str) -> Contraction | None:
    """Return a noun with 's before an adverb: no possessive unless an adjective and its noun follow."""
    rest = past_adverbs(place.after)
    if word == "not" or (rest and (rest[0] in ARTICLES or rest[0] in PERFECT or rest[0] in DOING)):
        sense, _ = sense_of(place)
        return place.says("is-or-has", sense, "is" if sense == "has" else "has")
    if not rest or not _begins_clause(place):
        return None
    ends = len(rest) < 2 or rest[1] in STOPS or rest[1] in _FOLLOW_A_VERB
    if ends and (is_participle(rest[0]) or rest[0] in PREDICATES):
        sense, _ = sense_of(place)
        return place.says("is-or-has", sense, "is" if sense == "has" else "has")
    return None


def _acts(word: str, after: tuple[str, ...]) -> bool:
    """Whether a participle is a verb with an object or a clause after it, not the adjective of a noun."""
    then, next_one = (*after, "", "", "")[1:3]
    if (word in ("used", "said") and then not in ARTICLES) or then in ("one", "two", "three", "few", "most", "more"):
        return word in TRANSITIVE and word not in ("sold", "received", "closed", "signed", "confirmed", "issued")
    if then in OBJECTS or (then == "that" and word in SAYING):
        return True
    if then == "to":
        return word in PERFECT_ALONE and "base" in lexicon().kinds(next_one)
    return word in ("sent", "told", "given", "brought") and (then[:1].isdigit() or then in lexicon().plurals)


_END_A_CLAUSE = PREPOSITIONS | SUBORDINATORS | ENDS | {"to", "that", ""}
_CONJUNCTIONS_PLUS_COMMA = CONJUNCTIONS | {","}
_SUBJECTS_OR_DETERMINERS_OR_SUBORDINATORS_OR_CONJUNCTIONS = SUBJECTS | DETERMINERS | SUBORDINATORS | CONJUNCTIONS


def _noun_with_predicate(place: Place, word: str) -> Contraction | None:
    """Return a noun with 's at the beginning of a clause, before what can be said of it."""
    then, next_one = (*place.after, "", "", "")[1:3]
    ends = then in STOPS or then in _END_A_CLAUSE
    goes_on = then in _CONJUNCTIONS_PLUS_COMMA and (
        next_one.partition("'")[0] in _SUBJECTS_OR_DETERMINERS_OR_SUBORDINATORS_OR_CONJUNCTIONS
    )
    alone = (ends and then not in (",", "-")) or goes_on
    if is_participle(word) and alone and (word.endswith("ed") or word not in lexicon().singulars):
        has = word in PERFECT or (word in PERFECT_ALONE and word != "gone")
        return place.says("is-or-has", *(("has", "is") if has else ("is", "has")))
    told = word in PREDICATES or (
        word in lexicon().adjectives and not lexicon().is_noun(word) and word not in NO_PREDICATES
    )
    if told and alone and not (word in PLACED and then in PREPOSITIONS):
        return place.says("is-or-has", "is", "has")
    if (word, then) == ("out", "of") or (
        word in PLACED
        and (then in DETERMINERS or then in AFTER_PLACED or (then.isalpha() and not lexicon().is_common(then)))
    ):
        return place.says("is-or-has", "is", "has")
    return None


def _begins_clause(place: Place) -> bool:
    """Whether the words before a noun with 's are its own, from the beginning of a clause on."""
    words = [word.lower() for word in place.before]
    known = lexicon()
    while words:
        word = words.pop()
        if word == "that":
            return True
        if word in DETERMINERS:
            return not words or _opens(words[-1])
        if _opens(word):
            return True
        if not (known.is_noun(word) or word in known.adjectives or not known.is_common(word)) or word in PREPOSITIONS:
            return False
        if "past" in known.kinds(word) or word in AUXILIARIES:
            return False
    return True


_OPEN_A_CLAUSE = (
    CONJUNCTIONS | SUBORDINATORS | RELATIVES | REPORTING | {"now", "today", "yesterday", "currently", "then"}
)


def _opens(word: str) -> bool:
    """Whether a clause may begin after a word."""
    openers = _OPEN_A_CLAUSE
    return word in openers or word[:1].isdigit() or not word[:1].isalpha()


_SINGLE = {
    "its": bare_its,
    "lets": bare_lets,
    "id": bare_id,
    "ain't": aint,
    "aint": aint,
    "ai'nt": aint,
    "an't": aint,
}
_WITHOUT_APOSTROPHE = _SINGLE.keys() | _BARE.keys() | _BARE_D.keys()


def _checker(kind: Kind) -> Checker:
    def found(prose: Prose) -> Iterator[Hit]:
        for one in contractions(prose):
            if one.kind == kind:
                sure = one.is_sure and len(one.fixes) == 1
                yield Hit(one.start, one.end, tuple(Fix(text=fix, automatic=sure) for fix in one.fixes))

    return found


CHECKERS: dict[str, Checker] = {
    "contracted-is": _checker("is"),
    "contracted-is-or-has": _checker("is-or-has"),
    "contracted-it": _checker("its"),
    "contracted-who": _checker("who"),
    "contracted-had-or-would": _checker("had-or-would"),
    "its-for-it-is": _checker("its-bare"),
    "lets-for-let-us": _checker("lets"),
    "aint": _checker("aint"),
}
