"""How a deed was done, where its words are too few for a sentence: made whole where they leave no doubt."""

from __future__ import annotations

import re

from poa_app.phrases import function_words as small
from poa_app.phrases.actor import Actor
from poa_app.phrases.fitted import has_subject, predicate, small_first
from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.mending import mended
from poa_app.phrases.phrase import read
from poa_app.phrases.text import tidy, without_stop
from poa_app.phrases.verbs import conjugated
from poa_app.phrases.words import Phrase

_COUNTED_LAST = re.compile(r"([A-Za-z]+) ((?:from|at|in|on|with|for) [^,]+), (\d[\d,]* [a-z]+s)")
_POINTER = re.compile(
    r"[,;(]?\s*\b(?:please )?(?:see|refer to|as per) (?:the )?(?:exhibit|attachment|attached)\w*\)?\Z", re.I
)
_WORKED = re.compile(r"[Ww]ork(?:ed|ing)? (overtime|late|in shifts|extra hours)\b")
LONGEST_DOING = 12
"""Words up to which a way of doing something follows the deed behind a comma."""


def without_pointer(text: str) -> str:
    """Return words without what only points at the proof: account closed by email, see exhibit."""
    words = without_stop(tidy(text))
    return without_stop(_POINTER.sub("", words)) or words


def counted_last(text: str) -> str | None:
    """Return a way of doing with what it was done to behind its verb: drop from 1 meter, 10 pieces."""
    found = _COUNTED_LAST.fullmatch(mended(without_stop(tidy(text))))
    verb = lexicon().verb(found[1].lower(), "base") if found else None
    return f"{verb.gerund} {found[3]} {found[2]}" if found and verb else None


def of_few_words(text: str) -> str | None:
    """Return a few words whose verb could be a noun as a way of doing something: work overtime with 3 colleagues."""
    found = _WORKED.match(text)
    return f"working {without_stop(tidy(text))[found.start(1) :]}" if found else counted_last(text)


def doing(text: str, who: Actor | None) -> str | None:
    """Return what somebody did, or what we did, as the way of doing something else: comparing the labels."""
    phrase = read(text)
    if phrase.kind == "gerund":
        return mended(small_first(phrase.text))
    if phrase.kind == "clause" and not phrase.lead and has_subject(phrase, who):
        phrase = predicate(phrase)
    if phrase.kind != "verb" or phrase.tense not in ("base", "past") or len(phrase.words) > LONGEST_DOING:
        return None
    said = conjugated(phrase, "gerund", bool(who and who.plural))
    return mended(said) if said else None


def state(text: str) -> str | None:
    """Return a thing and what was done with it as a clause: quantity set to 0, the quantity was set to 0."""
    phrase = read(text)
    found = _handled(phrase)
    if found is None or " and " in phrase.text[phrase.words[found[0]].start :]:
        return None
    at, named, many = found
    return f"{named} {'were' if many else 'was'} {phrase.text[phrase.words[at].start :]}"


def handled(phrase: Phrase) -> str | None:
    """Return a thing and what was done with it as somebody's deed: entity updated to X, updated the entity to X."""
    found = _handled(phrase)
    if found is None:
        return None
    at, named, _ = found
    verb = lexicon().verb(phrase.words[at].low, "participle")
    deed = f"{verb.past} {named}{phrase.text[phrase.words[at].end :]}" if verb else ""
    return conjugated(read(deed), "past", plural=False) if deed and read(deed).kind == "verb" else None


def _handled(phrase: Phrase) -> tuple[int, str, bool] | None:
    """Return the place of the participle that tells what was done with a thing, the thing, and whether it is many."""
    lows = [word.low for word in phrase.words]
    at = next((place for place, low in enumerate(lows[:5]) if place and low in small.HANDLED), 0)
    known, thing = lexicon(), lows[:at]
    if not thing or small.AGENTS & set(thing) or thing[0] in small.SUBJECTS | small.PREPOSITIONS:
        return None
    if at + 1 < len(lows) and lows[at + 1] not in small.PREPOSITIONS | {"to", "back", ":"}:
        return None
    many = thing[-1] in known.plurals and thing[-1] not in known.singulars
    if not many and thing[-1] not in known.singulars:
        return None
    led = thing[0] in small.DETERMINERS | small.NUMBERS or thing[0][0].isdigit()
    named = small_first(phrase.text[: phrase.words[at].start].rstrip())
    return at, f"{'' if led else 'the '}{named}", many
