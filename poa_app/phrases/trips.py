"""Fit what trips a control and what happens then."""

from __future__ import annotations

import re

from poa_app.phrases import function_words as small
from poa_app.phrases.actor import Actor
from poa_app.phrases.fitted import NO_NAMES, Fitted, Names, named, own, small_first, used, without_lead
from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.phrase import read
from poa_app.phrases.text import uncapitalised
from poa_app.phrases.verbs import conjugated
from poa_app.phrases.words import Phrase

_IF = re.compile(r"(?:if|when|whenever|once|in\s+case)\s+(?!of\b)", re.IGNORECASE)


def condition(text: str, names: Names = NO_NAMES) -> Fitted:
    """Fit what trips a control: a clause that follows "if", or a phrase or thing.

    Args:
        text: as typed: "If an order is still open", "2 percent", "any late order".
    """
    phrase = read(without_lead(_IF, text))
    if phrase.kind == "clause" and not phrase.lead:
        return used("clause", uncapitalised(phrase.text, names)) or own(text)
    if phrase.kind == "preposition":
        return Fitted("phrase", small_first(phrase.text))
    if re.fullmatch(r"\d+(?:\.\d+)?\s*(?:%|percent)", phrase.text):
        return Fitted("phrase", f"at {phrase.text}")
    if phrase.kind == "noun" and _is_counted(phrase):
        found = named(phrase.text)
        be = _be(phrase)
        return Fitted("clause", f"there {be} {found.text}") if found and be else found or own(text)
    measured = _MEASURED.fullmatch(phrase.text)
    if phrase.kind in ("noun", "unknown", "gerund", "verb") and measured and is_thing(measured[1]):
        thing = small_first(measured[1])
        return Fitted("clause", f"{'' if thing.startswith('the ') else 'the '}{thing} is {measured[2]}")
    return own(text)


_MEASURED = re.compile(
    r"((?:[A-Za-z]+ ){0,3}[A-Za-z]+?) ((?:less|more|fewer|lower|higher|longer|shorter|greater|older|later) than \d.*"
    r"|(?:above|below|over|under) \d.*)"
)
"""A thing and how it compares with a number: handling time less than 2 days."""


def is_thing(words: str) -> bool:
    """Whether words end with a noun in the singular."""
    last = words.rsplit(maxsplit=1)[-1].lower()
    return last in lexicon().singulars and not last.endswith("s")


def _be(phrase: Phrase) -> str:
    """Return the form of "be" for what is counted; nothing where its number is not certain."""
    lows = [word.low for word in phrase.words]
    first = lows[0]
    if first in ("a", "an", "one", "1", "another"):
        return "is"
    if first in ("any", "more", "fewer", "less", "no") or first in small.NUMBERS or first.isdigit():
        heads = [low for low in lows[1:5] if lexicon().is_noun(low)]
        head = next((low for low in heads if low in lexicon().plurals and low not in lexicon().singulars), "")
        if first in ("any", "no"):
            return "is" if heads and not head else ""
        return "are" if head else ""
    return ""


def _is_counted(phrase: Phrase) -> bool:
    """Whether a thing has its article or number, so that a preposition may stand before it."""
    first = phrase.words[0].low
    known = (
        first in small.DETERMINERS or first in small.NUMBERS or first[0].isdigit() or first in ("more", "fewer", "less")
    )
    return known and not re.search("[<>=]", phrase.text)


def _can_be_base(phrase: Phrase) -> bool:
    """Whether a verb is its own past, as "set" and "put" are."""
    return lexicon().verb(phrase.words[phrase.verb].low, "base") is not None


def response(text: str, who: Actor | None, names: Names = NO_NAMES) -> Fitted:
    """Fit what happens when a control trips: a clause; a verb phrase gets its owner as subject.

    Args:
        text: as typed: "the offer is closed", "closes the offer", "hold the batch".
        who: who owns the control.
    """
    phrase = read(text)
    if phrase.kind == "clause" and not phrase.lead:
        return used("clause", uncapitalised(phrase.text, names)) or own(text)
    if phrase.kind == "verb" and who and (phrase.tense in ("present", "base") or _can_be_base(phrase)):
        said = conjugated(phrase, "present", who.plural)
        return Fitted("clause", f"{who.again} {said}") if said else own(text)
    return own(text)
