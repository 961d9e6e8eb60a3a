"""Put a clause about a failure that is over into the past: what is typed as "we only look once a month"."""

from __future__ import annotations

import re

from poa_app.phrases import function_words as small
from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.phrase import read
from poa_app.phrases.verbs import begin_of_verb, conjugated
from poa_app.phrases.words import Phrase

_PAST_OF = {"is": "was", "are": "were", "am": "was", "do": "did", "does": "did", "can": "could", "cannot": "could not"}
_HELD_BY = re.compile(
    r"(\b(?:so|when|whenever|if|unless|after|before|until|that|thought|believed|assumed|because|and|but|knew|know|what)"
    r"|[,:]) "
    r"((?:there|it|he|she|they|we|nobody|no one|\d+ [a-z]+|(?:the|our|an?) [A-Za-z]+(?: [a-z]+)??) )"
    r"(is|are|do|does|can|cannot|(?:has|have)(?= (?:no|an?|the|\d)\b)|[a-z]+s)\b"
)
_THOUGHT = re.compile(r"\b((?:thought|believed|assumed) (?:[a-z]+ ){1,3}?)(is|are)\b")
_GENERAL = re.compile(r"\byou\b", re.IGNORECASE)
"""What is so for everybody is so today, too: it does not tell you."""
_JOINED = re.compile(r"((?:\band|\bbut|,) )(is|are|do|does|can|cannot)\b")
_RELATIVE = re.compile(r"\b((?:which|who) )(is|are|do|does)(?= not\b)")
_WE = re.compile(
    r"\b((?:we|they|nobody|no one|everyone) (?:(?:also|only|never|always|just|still) )?)([a-z]+)\b(?! been\b)"
)
_STILL = re.compile(r"(?:\band|\bbut|,) (?:(?:we|they|it|nobody|no one) )?(?:has|have|will|must|may)\b")
"""A second verb that stays in the present, so that the first must, too."""


def in_past(phrase: Phrase) -> Phrase:
    """Return a clause of the present in the past; any other words, and a verb that is not certain, as they are.

    What held while something failed was so then, whether it is so today or not.
    """
    if _GENERAL.search(phrase.text):
        return phrase
    if phrase.kind == "clause" and phrase.tense == "past":
        said = _within(phrase.text)
        return phrase if said == phrase.text else read(said)
    wanted = phrase.tense == "future" and phrase.words[phrase.verb].low in ("want", "wants", "plan", "plans")
    if phrase.kind == "clause" and wanted:
        verb = phrase.words[phrase.verb]
        return read(f"{phrase.text[: verb.start]}{_WANTED[verb.low[:4]]}{phrase.text[verb.end :]}")
    if phrase.kind != "clause" or phrase.tense != "present":
        return phrase
    if any(_is_verb_alone(word.low) or word.low in small.REPORTING for word in phrase.words[phrase.lead : phrase.verb]):
        return phrase  # the staff think that it does not matter: which verb is the main one is not certain
    verb = phrase.words[phrase.verb]
    before, after = phrase.text[: verb.start], phrase.text[verb.end :]
    if verb.low in _PAST_OF:
        said = before + _PAST_OF[verb.low] + after
    elif verb.low in ("have", "has", "must", "may"):
        return _had(phrase, before, after)
    else:
        found = conjugated(_predicate(phrase), "past", plural=False)
        if found is None:
            return phrase
        said = f"{phrase.text[: phrase.words[begin_of_verb(phrase)].start]}{found}"
    told = _within(said)
    return phrase if _STILL.search(told[verb.end :]) else read(told)


_WANTED = {"want": "wanted", "plan": "planned"}


def _within(said: str) -> str:
    """Return a clause of the past with the clauses it holds in the past: when there is, thought it is."""
    said = _HELD_BY.sub(_held, said)
    said = _THOUGHT.sub(lambda held: held[1] + _PAST_OF[held[2]], said)
    said = _RELATIVE.sub(lambda held: held[1] + _PAST_OF[held[2]], said)
    said = _JOINED.sub(lambda held: f"{held[1]}{_PAST_OF[held[2]]}", said)
    return _WE.sub(_we, said)


def _held(found: re.Match[str]) -> str:
    """Return a clause within another one in the past: because it changes the dye, because it changed the dye."""
    word = found[3]
    if word in _PAST_OF or word in ("has", "have"):
        return f"{found[1]} {found[2]}{_PAST_OF.get(word, 'had')}"
    verb = lexicon().verb(word, "third")
    after = found.string[found.end() :].split(maxsplit=1)[:1]
    sure = verb and (
        not lexicon().is_noun(word)
        or found[1] == "what"
        or (after and (after[0] in small.DETERMINERS or after[0] == "to"))
    )
    return f"{found[1]} {found[2]}{verb.past}" if verb and sure else found[0]


def _we(found: re.Match[str]) -> str:
    """Return what we, they or nobody do inside a clause as what they did."""
    word = found[2]
    verb = lexicon().verb(word, "base", "third")
    if word in _PAST_OF:
        return found[1] + _PAST_OF[word]
    return found[0] if verb is None or verb.past == word or lexicon().verb(word, "past") else found[1] + verb.past


def _is_verb_alone(word: str) -> bool:
    known = lexicon()
    noun = known.is_noun(word) or word in known.adjectives or word in known.adverbs
    return bool(known.kinds(word) & {"base", "third"}) and not noun and word not in small.PREPOSITIONS


def _had(phrase: Phrase, before: str, after: str) -> Phrase:
    """Return "have" with an object as "had"; "have been" tells of the past already."""
    found = conjugated(_predicate(phrase), "past", plural=False) or ""
    return read(f"{before}had{after}") if re.match(r"(?:\w+ly )?had\b", found) else phrase


def _predicate(phrase: Phrase) -> Phrase:
    return Phrase(phrase.text, "verb", phrase.words, phrase.verb, phrase.tense, phrase.lead)
