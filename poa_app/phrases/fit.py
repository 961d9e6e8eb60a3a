"""Fit what was done, what is done, what failed and why, into their places in a letter.

Only what is certain is joined: each function returns how the words may be used, and where no use is certain they are to
be printed as they stand, between a capital and a full stop.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from poa_app.phrases import function_words as small
from poa_app.phrases.actor import Actor
from poa_app.phrases.fitted import (
    NO_NAMES,
    Fitted,
    Names,
    first_sentence,
    has_subject,
    named,
    own,
    predicate,
    small_first,
    used,
    without_lead,
)
from poa_app.phrases.lexicon import Verb, lexicon
from poa_app.phrases.mending import mended
from poa_app.phrases.named_deed import named_deed
from poa_app.phrases.past import in_past
from poa_app.phrases.phrase import read
from poa_app.phrases.text import tidy, uncapitalised
from poa_app.phrases.verbs import conjugated
from poa_app.phrases.words import Phrase

_LED = re.compile(
    r"(?:(?:and|also)\s+)?(?:"
    r"(?:(?:the|one|main|root|real)\s+)*(?:reason|cause)s?\s+(?:is|was|were)\s+(?:that\s+|because\s+)?"
    r"|(?:it|that|this)\s+(?:is|was|happened)\s+because\s+|for\s+the\s+reason\s+that\s+|due\s+to\s+the\s+fact\s+that\s+"
    r"|(?:we|nobody)\s+(?:did\s+not|didn['’]t)\s+notice(?:\s+(?:it|this))?\s+because\s+|because\s+(?!of\b)(?:because\s+)*"
    r")",
    re.IGNORECASE,
)
_BECAUSE_OF = re.compile(r"(?:because\s+of|due\s+to|owing\s+to)\s+", re.IGNORECASE)
_AND = re.compile(r"(?:and|also)\s+(?!also)", re.IGNORECASE)
_NO_METHOD = frozenset(("n/a", "na", "none", "same as above", "as above", "same", "see above"))


def deed(text: str, who: Actor | None, day: date | None = None, names: Names = NO_NAMES) -> Fitted:
    """Fit what somebody did: a verb phrase in the past, or a clause with a subject of its own.

    Args:
        text: as typed: "We shipped all late orders", "Closed the offers.", "All 14 listings were closed".
        who: who did it; a subject that means the same is taken off.
        day: when; a date before the clause that says the same is taken off.
    """
    first, rest = first_sentence(text)
    phrase = _without_day(read(first), day)
    plural = bool(who and who.plural)
    found: Fitted | None = None
    if phrase.kind in ("verb", "gerund") and who:
        found = used("verb", conjugated(phrase, "past", plural))
    elif phrase.kind == "clause" and not phrase.lead and has_subject(phrase, who) and who:
        found = used("verb", conjugated(predicate(phrase), "past", plural))
    elif phrase.kind == "clause" and not phrase.lead:
        found = used("clause", _in_past(phrase, names))
    elif phrase.kind in ("noun", "unknown") and who:
        found = used("verb", named_deed(phrase))
    if found and found.use == "verb":
        found = Fitted("verb", found.text.removeprefix("already "))
    return replace(found, rest=rest) if found else own(text)


def _in_past(phrase: Phrase, names: Names) -> str | None:
    """Return a clause in the past inside a sentence; "have been updated" becomes "were updated"."""
    inside = uncapitalised(phrase.text, names)
    if phrase.tense == "past" or inside is None:
        return inside
    word = phrase.words[phrase.verb].low
    if word not in ("have", "has"):
        return None
    said = conjugated(predicate(phrase), "past", plural=word == "have")
    kept = said is not None and not said.startswith("had")
    return f"{inside[: phrase.words[phrase.verb].start].rstrip()} {said}" if kept else None


def habit(text: str, who: Actor | None, names: Names = NO_NAMES) -> Fitted:
    """Fit what somebody does again and again: a verb phrase in the present, or a clause.

    Args:
        text: as typed: "Checks the open orders", "check unshipped orders", "no new supplier is used until …".
        who: who does it.
    """
    first, rest = first_sentence(text)
    phrase = read(first)
    plural = bool(who and who.plural)
    found: Fitted | None = None
    doing = phrase if phrase.kind in ("verb", "gerund") else None
    if phrase.kind == "clause" and has_subject(phrase, who) and not phrase.lead:
        doing = predicate(phrase)
    if doing and who:
        said = conjugated(doing, "present", plural)
        found = used("verb", said and mended(said, habit=True))
    elif phrase.kind == "clause" and phrase.tense == "present" and not phrase.lead:
        found = used("clause", uncapitalised(phrase.text, names))
    return replace(found, rest=rest) if found else own(text)


def cause(text: str, who: Actor | None, names: Names = NO_NAMES, over: bool = True) -> Fitted:
    """Fit what failed: a clause in the past, or a verb phrase whose subject is who held the step.

    Args:
        text: as typed: "Orders were confirmed late", "did not upload tracking numbers".
        who: who held the step.
        over: whether the failure has ended, so that what is typed in the present is told in the past.
    """
    first, rest = first_sentence(without_lead(_LED, text))
    phrase = in_past(read(first)) if over else read(first)
    found: Fitted | None = None
    if phrase.kind == "verb" and phrase.tense == "past" and who:
        found = used("verb", conjugated(phrase, "past", who.plural))
    elif phrase.kind == "clause" and phrase.tense == "past" and not phrase.lead:
        found = used("clause", uncapitalised(phrase.text, names))
    return replace(found, rest=rest) if found else own(text)


@dataclass(frozen=True)
class Reason:
    """One answer to why.

    Attributes:
        fitted: its words; a clause joins another with "because" or "and", a noun stands after "the reason was".
        joined: the word the manager marked it with, or none.
    """

    fitted: Fitted
    joined: Literal["because", "and", ""] = ""


def reason(text: str, who: Actor | None, names: Names = NO_NAMES, over: bool = True) -> Reason:
    """Fit an answer to why it happened or why nobody noticed: a clause, or the name of a thing.

    Args:
        text: as typed, with or without "because", "and", "due to" before it.
        who: who held the step, for words that lack their subject.
        over: whether the failure has ended, so that what is typed in the present is told in the past.
    """
    words = tidy(text)
    joined: Literal["because", "and", ""] = ""
    if _AND.match(words):
        words, joined = without_lead(_AND, words), "and"
    bare = without_lead(_LED, words)
    if re.match(r"(?:since|as)\b", bare, re.IGNORECASE) and read(bare).kind != "clause":
        led = bare.split(maxsplit=1)[1] if " " in bare else ""
        bare = led if read(led).kind == "clause" else bare
    joined = joined or ("because" if bare != words and not words.lower().startswith("the reason") else "")
    if _BECAUSE_OF.match(bare):
        return Reason(named(without_lead(_BECAUSE_OF, bare)) or own(bare), joined)
    phrase = in_past(read(bare)) if over else read(bare)
    found: Fitted | None = None
    if phrase.kind == "verb" and phrase.tense == "past" and who:
        said = conjugated(phrase, "past", who.plural)
        found = Fitted("clause", f"{who.again} {said}") if said else None
    elif phrase.kind == "clause" and not phrase.lead and not _explains(phrase):
        found = used("clause", uncapitalised(phrase.text, names))
    elif phrase.kind == "noun":
        found = named(bare)
    if phrase.kind == "clause" and found is None:
        return Reason(own(bare), joined)
    return Reason(found or own(bare), joined)


def _explains(phrase: Phrase) -> bool:
    return any(word.low in ("because", "so", ";") for word in phrase.words)


def method(text: str, who: Actor | None, apart: bool = False) -> Fitted:
    """Fit how something was done: a phrase that follows the deed, a verb phrase, or the name of a thing.

    Args:
        text: as typed: "by hand", "We compared each invoice", "new printing schedule".
        who: who did it.
        apart: whether the deed's own sentence has a "by" already, so that what else was done is told in one of its own.
    """
    phrase = read(text)
    low = phrase.text.lower()
    if apart and (phrase.kind == "gerund" or (phrase.kind == "verb" and phrase.tense == "past")) and who:
        return used("verb", conjugated(phrase, "past", who.plural)) or own(text)
    led = re.match(r"(by|through|via|without|with|after|before|while)\s+(\w+)", low)
    base = _only_verb(led[2], phrase.text) if led else None
    if phrase.kind == "preposition" and led and base:
        return Fitted("phrase", f"{led[1]} {base.gerund}{phrase.text[led.end() :]}")
    if phrase.kind == "preposition" or (led and (led[2].endswith("ing") or _STANDS_BEHIND.match(low))):
        return Fitted("phrase", small_first(phrase.text))
    if low.startswith(_STANDS_ALONE):
        return Fitted("phrase", small_first(phrase.text))
    if (low.endswith("ly") and " " not in low) or re.match(r"(\w+) by (?:\1|one)\b", low):
        return Fitted("phrase", small_first(phrase.text))
    if phrase.kind == "gerund":
        return Fitted("phrase", f"by {small_first(phrase.text)}")
    if low in _NO_METHOD or low.startswith("see "):
        return own(text)
    if phrase.kind == "verb" and who and (phrase.tense == "base" or (phrase.tense == "past" and _has_object(phrase))):
        return _by_doing(phrase, who, apart) or own(text)
    if phrase.kind == "clause" and not phrase.lead and has_subject(phrase, who) and who:
        return _by_doing(predicate(phrase), who, apart) or own(text)
    if phrase.kind == "noun":
        return named(text) or own(text)
    return own(text)


_STANDS_ALONE = ("using ", "following ", "starting ", "beginning ", "including ", "working ")
"""How a method begins that needs no "by" before it."""
_STANDS_BEHIND = re.compile(r"(?:with|by|through|via|without) (?:an?|the|one|our|each|every|all|no) ")
"""How a method begins that stands behind the deed even where it holds a clause: with one that blocks the words."""

SHORT_METHOD = 9
"""Words up to which a method follows the deed: by clicking Refund; a longer one is a sentence of its own."""


def _by_doing(phrase: Phrase, who: Actor, apart: bool) -> Fitted | None:
    """Fit what was done as the way of doing something else."""
    if phrase.words[phrase.verb].low in small.AUXILIARIES:
        return None
    doing = conjugated(phrase, "gerund", who.plural) if len(phrase.words) <= SHORT_METHOD and not apart else None
    return Fitted("phrase", f"by {doing}") if doing else used("verb", conjugated(phrase, "past", who.plural))


def _only_verb(word: str, text: str) -> Verb | None:
    """Return the verb of a word that can be nothing else, and is no part of a name: communicate, not Manage Orders."""
    known = lexicon()
    other = known.is_noun(word) or word in known.adjectives or word not in text
    return None if other else known.verb(word, "base")


def _has_object(phrase: Phrase) -> bool:
    return phrase.verb + 1 < len(phrase.words) and phrase.words[phrase.verb + 1].low not in small.PREPOSITIONS | {"to"}


def _without_day(phrase: Phrase, day: date | None) -> Phrase:
    """Take a date off the head of a clause where it is the row's own."""
    if phrase.kind != "clause" or not phrase.lead or day is None:
        return phrase
    said = phrase.text[: phrase.words[phrase.lead].start].rstrip(" ,")
    numbers = re.findall(r"\d+", said)
    month = calendar.month_name[day.month]
    own = [str(day.day)] in (numbers[:1],) and month in said and numbers[1:] in ([], [str(day.year)])
    return read(phrase.after(phrase.lead)) if own else phrase
