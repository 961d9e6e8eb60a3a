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
        return named(phrase.text) or own(text)
    return own(text)


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
