"""Put the verb of a phrase into the form its place in the letter needs."""

from __future__ import annotations

from typing import Literal

from poa_app.phrases.function_words import (
    AGENTS,
    AUXILIARIES,
    CONJUNCTIONS,
    FUTURE_AUXILIARIES,
    LEADING_ADVERBS,
    MODIFIERS,
    NAMED_KINDS,
    PARTICLES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    UNITS_OF_TIME,
    VERBS_FIRST,
)
from poa_app.phrases.lexicon import Verb, VerbForm, lexicon
from poa_app.phrases.phrase import begins_object
from poa_app.phrases.words import Phrase, Word

Wanted = Literal["past", "present", "gerund"]

_BE = {"past": ("was", "were"), "present": ("is", "are")}
_NO_OBJECT = PREPOSITIONS | CONJUNCTIONS | frozenset(("", ",", "to"))
_STAYS = frozenset(("can", "cannot", "must", "may"))


def conjugated(phrase: Phrase, wanted: Wanted, plural: bool) -> str | None:
    """Return a verb phrase with its verbs in the form wanted, in small letters; None where that is not certain.

    Args:
        phrase: of kind ``verb`` or ``gerund``, or a clause whose subject is taken off.
        wanted: ``past`` for a deed; ``present`` for what somebody does again and again; ``gerund`` for the way in
            which something was done.
        plural: whether the subject is a plural, we or I.
    """
    if phrase.verb >= len(phrase.words):
        return None
    changes = _first(phrase, wanted, plural)
    if changes is None:
        return None
    source, changed = changes
    changed |= _coordinated(phrase, source, wanted, plural)
    return _with(phrase, changed)


Changes = dict[int, str]
"""Words by their place, with what stands instead; an empty one is left out."""


def _first(phrase: Phrase, wanted: Wanted, plural: bool) -> tuple[VerbForm, Changes] | None:
    at = phrase.verb
    word = phrase.words[at].low
    if word in FUTURE_AUXILIARIES or phrase.tense == "future":
        return None
    if word in AUXILIARIES:
        return None if wanted == "gerund" else _auxiliary(phrase, wanted, plural)
    forms = {form: verb for verb, form in lexicon().forms(word)}
    source = next((form for form in _order(wanted) if form in forms), None)
    if source is None or (wanted not in ("past", "gerund") and source == "past"):
        return None
    return source, {at: _form(forms[source], wanted, plural)}


def _order(wanted: Wanted) -> tuple[VerbForm, ...]:
    """Where one word is two forms, as "set" is, the one that needs no change of time comes first."""
    if wanted in ("past", "gerund"):
        return ("past", "base", "third", "gerund")
    return ("base", "third", "gerund", "past")


def _form(verb: Verb, wanted: Wanted, plural: bool) -> str:
    match wanted:
        case "past":
            return verb.past
        case "present":
            return verb.base if plural else verb.third
        case "gerund":
            return verb.gerund


def _auxiliary(phrase: Phrase, wanted: Wanted, plural: bool) -> tuple[VerbForm, Changes] | None:
    at = phrase.verb
    word = phrase.words[at].low
    if word in ("is", "are", "am", "was", "were"):
        past = word in ("was", "were")
        if past != (wanted == "past"):
            return None
        return ("past" if past else "third"), {at: _BE[wanted][plural]}
    if word in ("have", "has", "had"):
        return _have(phrase, wanted, plural)
    if word in ("do", "does", "did"):
        if wanted == "past":
            return ("past", {at: "did"}) if word == "did" or _negated(phrase, at) else ("base", {at: "did"})
        return None if word == "did" else ("third", {at: "do" if plural else "does"})
    return ("third", {}) if word in _STAYS and wanted == "present" else None


def _have(phrase: Phrase, wanted: Wanted, plural: bool) -> tuple[VerbForm, Changes] | None:
    at = phrase.verb
    main = at + 1
    while main < len(phrase.words) and phrase.words[main].low in LEADING_ADVERBS - {"not", "never"}:
        main += 1
    word = phrase.words[main].low if main < len(phrase.words) else ""
    verb = lexicon().verb(word, "participle")
    done = verb is not None and word != "to" and not begins_object(phrase, main)
    if word == "been" and wanted == "past":
        return "participle", {at: "", main: _BE["past"][plural]}
    if done and wanted == "past" and verb:
        return "participle", {at: "", main: verb.past}
    if done or word in ("been", "not", "never"):
        return None
    if wanted == "past":
        return "past", {at: "had"}
    return None if phrase.words[at].low == "had" else ("third", {at: "have" if plural else "has"})


def _negated(phrase: Phrase, at: int) -> bool:
    return at + 1 < len(phrase.words) and phrase.words[at + 1].low == "not"


def _coordinated(phrase: Phrase, source: VerbForm, wanted: Wanted, plural: bool) -> Changes:
    """Change the verbs that "and" sets beside the first one, where they are certainly verbs."""
    changed: Changes = {}
    infinitive = False
    for at in range(phrase.verb + 1, len(phrase.words)):
        low = phrase.words[at].low
        if low in RELATIVES or low in ("that", ";") or (low in SUBORDINATORS and _low(phrase.words, at - 1) != "at"):
            break
        infinitive = infinitive or (low == "to" and bool(lexicon().verb(_low(phrase.words, at + 1), "base")))
        before = phrase.words[at - 1].low
        forgot = source == "past" and "past" not in lexicon().kinds(low)
        listed = before == "," and low in VERBS_FIRST and (source != "past" or forgot)
        joined = before in ("and", "or", "then", "but") or listed
        does = low in ("do", "does", "did") and begins_object(phrase, at + 1)
        if not joined or (low in AUXILIARIES and not does):
            continue
        found = {form: verb for verb, form in lexicon().forms(low)}
        sure = begins_object(phrase, at + 1) or (not lexicon().is_noun(low) and low not in lexicon().adjectives)
        sure = sure or _describes(_low(phrase.words, at + 1), _low(phrase.words, at + 2))
        told_past = forgot and wanted == "past"
        particles = PARTICLES | {"on"} if told_past else PARTICLES if source == "third" else frozenset()
        sure = sure or _low(phrase.words, at + 1) in particles
        sure = sure or (low in VERBS_FIRST and _low(phrase.words, at + 1) not in _NO_OBJECT - {"within", "in"})
        if _names_a_kind(low, _low(phrase.words, at + 1), source):
            continue
        if not sure or (source == "past" and wanted == "past" and "past" in found):
            continue
        form = next((one for one in (source, "third", "base", "gerund") if one in found), None)
        if form is None or (form == "base" and infinitive) or (form == "participle" != source):
            continue
        if form == "gerund" != source and not _is_told_of(phrase, at + 1):
            continue  # a thing by its noun: added the rating and charging warning
        verb = found[form]
        changed[at] = _form(verb, wanted, plural)
    return changed


def _is_told_of(phrase: Phrase, at: int) -> bool:
    """Whether an object begins at a place, and not how often: burning every day."""
    often = (
        _low(phrase.words, at) in ("every", "each", "a", "per", "one") and _low(phrase.words, at + 1) in UNITS_OF_TIME
    )
    return begins_object(phrase, at) and not often


def _describes(word: str, after: str) -> bool:
    """Whether a word can only describe the noun behind it, so that a verb stands before it: made full refunds."""
    known = lexicon()
    return word in known.adjectives and known.is_noun(after) and known.kinds(word) <= {"base"}


def _names_a_kind(low: str, after: str, source: VerbForm) -> bool:
    """Whether a word is likelier a noun before another one: contact data.

    Beside a verb with an ending, a second verb would have it, too.
    """
    if low not in MODIFIERS or not lexicon().is_noun(after) or after in AGENTS or after.removesuffix("s") in AGENTS:
        return False
    return source in ("past", "third") or after in NAMED_KINDS


def _low(words: tuple[Word, ...], at: int) -> str:
    return words[at].low if at < len(words) else ""


def _with(phrase: Phrase, changed: Changes) -> str:
    """Return the text of a verb phrase, from its first adverb on, with words exchanged."""
    start = begin_of_verb(phrase)
    pieces: list[str] = []
    at = phrase.words[start].start
    for place in range(start, len(phrase.words)):
        word = phrase.words[place]
        pieces.append(phrase.text[at : word.start])
        said = changed.get(place, word.text)
        if place == start and place not in changed and word.text[1:].islower():
            said = said[0].lower() + said[1:]
        pieces.append(said)
        at = word.end
    pieces.append(phrase.text[at:])
    return " ".join("".join(pieces).split())


def begin_of_verb(phrase: Phrase) -> int:
    """Return the place of the first adverb that belongs to the verb."""
    at = phrase.verb
    while at > phrase.lead and (phrase.words[at - 1].low in ADVERBS_BEFORE or phrase.words[at - 1].low.endswith("ly")):
        at -= 1
    return at


ADVERBS_BEFORE = LEADING_ADVERBS | {"double"}
