"""Fit how something was done into its place behind the deed, or in a sentence of its own."""

from __future__ import annotations

import re
from functools import lru_cache

from poa_app.phrases import function_words as small
from poa_app.phrases import manner
from poa_app.phrases.actor import Actor
from poa_app.phrases.fitted import (
    MOST_REMEMBERED,
    Fitted,
    has_subject,
    named,
    own,
    predicate,
    small_first,
    used,
)
from poa_app.phrases.lexicon import Verb, lexicon
from poa_app.phrases.phrase import read
from poa_app.phrases.text import sentences, tidy, uncapitalised, without_stop
from poa_app.phrases.verbs import conjugated
from poa_app.phrases.words import Phrase

_NO_METHOD = frozenset(("n/a", "na", "none", "same as above", "as above", "same", "see above"))


@lru_cache(maxsize=MOST_REMEMBERED)
def method(text: str, who: Actor | None, apart: bool = False) -> Fitted:
    """Fit how something was done: a phrase that follows the deed, a verb phrase, or the name of a thing.

    Args:
        text: as typed: "by hand", "We compared each invoice", "new printing schedule".
        who: who did it.
        apart: whether the deed's own sentence has a "by" already, so that what else was done is told in one of its own.
    """
    if told := _named_way(text, who, apart):
        return told
    phrase = read(text)
    low = phrase.text.lower()
    by = phrase.words[phrase.verb + 1].low if phrase.kind == "verb" and phrase.verb + 1 < len(phrase.words) else ""
    if by in ("by", "through", "via"):
        return Fitted("phrase", phrase.after(phrase.verb + 1))
    if apart and (phrase.kind == "gerund" or (phrase.kind == "verb" and phrase.tense == "past")) and who:
        return used("verb", conjugated(phrase, "past", who.plural)) or own(text)
    led = re.match(r"(by|through|via|without|with|after|before|while)\s+(\w+)", low)
    base = _only_verb(led[2], phrase.text) if led else None
    if phrase.kind == "preposition" and led and base:
        return Fitted("phrase", f"{led[1]} {base.gerund}{phrase.text[led.end() :]}")
    if means := _means(phrase):
        return Fitted("phrase", means)
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
    return (named(text) if phrase.kind == "noun" else _with_its_object(phrase)) or own(text)


def _named_occasion(text: str) -> Fitted:
    """Fit what was held, which is no way of doing: it stands behind a colon, or by itself where it goes on."""
    words = _SAME_DAY.sub("on the same day", without_stop(tidy(text)))
    return Fitted("noun", small_first(words)) if len(sentences(words)) == 1 and ";" not in words else own(text)


def _named_way(text: str, who: Actor | None, apart: bool) -> Fitted | None:
    """Fit a way of doing that its name tells: counting of all SKUs, one by one open the page, training on that day."""
    if short := (None if apart else manner.of_few_words(text)) or manner.by_name(text):
        return Fitted("phrase", f"by {short}")
    if listed := _PAGE_IN_ORDER.fullmatch(without_stop(tidy(text))):
        return Fitted("phrase", f"in {listed['page']}, {listed['order'].lower()}")
    if step := _PAGE_AND_STEP.fullmatch(without_stop(tidy(text))):
        return Fitted("phrase", f"in {step['page'].title()} ({step['step'].lower()})")
    if _NUMBERED.fullmatch(without_stop(tidy(text))):
        return Fitted("noun", small_first(without_stop(tidy(text))))
    if ordered := manner.one_by_one(text):
        found = method(ordered[0], who, apart)
        return Fitted(found.use, f"{found.text} {ordered[1]}") if found.use in ("phrase", "verb") else own(text)
    return _named_occasion(text) if manner.is_occasion(text) else None


_SAME_DAY = re.compile(r"(?<=\s)(?:(?:at|on|in) )?(?:the )?same day\b")


def _with_its_object(phrase: Phrase) -> Fitted | None:
    """Fit what was done with the deed's own object: compared with the list, comparing with the list."""
    sure = phrase.kind == "verb" and phrase.tense == "past" and phrase.words[phrase.verb].low in _WITHOUT_OBJECT
    return used("phrase", conjugated(phrase, "gerund", plural=False)) if sure else None


_WITHOUT_OBJECT = frozenset(("compared", "checked", "worked", "matched"))
"""What is done with the deed's own object, so that none need follow: comparing with the list."""


def _means(phrase: Phrase) -> str | None:
    """Return what something was done by or in, where its name alone was given: flat file, Manage Inventory."""
    lows = [word.low for word in phrase.words]
    means = next((one for one in small.MEANS if phrase.text.lower() == one.lower()), None)
    if means:
        return f"by {phrase.text if means.isupper() or phrase.text[1:] != phrase.text[1:].lower() else means}"
    if re.fullmatch(r"[Bb]uyer-[Ss]eller [Mm]essag(?:es|ing)|[Bb]uyer messages?", phrase.text):
        return f"through {phrase.text if phrase.text.startswith('Buyer-S') else 'buyer messages'}"
    if (
        lows[-1:] in (["page"], ["screen"], ["tab"])
        and not small.DETERMINERS & set(lows)
        and lows[0] not in small.PREPOSITIONS
        and len(lows) < SHORT_METHOD
    ):
        return f"on the {uncapitalised(phrase.text) or phrase.text}"
    if lows[:1] in (["email"], ["e-mail"]) and lows[1:2] == ["to"]:
        return f"by {small_first(phrase.text)}"
    if re.fullmatch(r"[\w-]+\.(?:com|cn|net|org)", phrase.text):
        return f"through {phrase.text}"
    if 0 < len(lows) < LONGEST_MEANS and lows[0] not in small.DETERMINERS | small.PREPOSITIONS:
        by, tool = lows[-1] in small.MEANS_LAST, lows[-1] in small.TOOLS_LAST
        if (by or tool) and all(low.replace("-", "").isalpha() for low in lows) and not phrase.text[1:].isupper():
            one = tool and not lows[-1].endswith("s")
            article = "an " if lows[0][0] in "aeiou" else "a "
            return f"{'by' if by else 'with'} {article if one else ''}{small_first(phrase.text)}"
    if _MENU.fullmatch(phrase.text):
        return f"under {phrase.text}"
    if phrase.text in _HELPERS:
        return f"through {'a ' if phrase.text.endswith('case') else ''}{phrase.text}"
    if phrase.text in _PAGES:
        return f"in {phrase.text}"
    if 1 < len(lows) < SHORT_METHOD and lows[-1] == "settings" and lows[0] not in small.PREPOSITIONS:
        led = lows[0] in small.DETERMINERS
        return f"in {'' if led else 'the '}{small_first(phrase.text)}"
    return None


_MENU = re.compile(r"[A-Z][\w ]*(?: > [A-Z][\w ]*)+")
LONGEST_MEANS = 4
"""Words below which the name of a tool or a channel tells by what something was done."""
_PAGE_IN_ORDER = re.compile(
    r"(?P<page>Manage Inventory|Manage Orders|Manage FBA Inventory|Seller Central|Account Health),?"
    r" (?P<order>one by one|one at a time|order by order)",
    re.IGNORECASE,
)
_PAGE_AND_STEP = re.compile(
    r"(?:[Ii]n )?(?P<page>Manage Orders|Manage Inventory|Seller Central) ?[-–] ?(?P<step>[A-Za-z]+(?: [a-z]+)?)", re.I
)
"""A page of Seller Central with what was chosen there: Manage orders - refund."""
_NUMBERED = re.compile(
    r"(?:[Ss]hipment|[Cc]ase|[Tt]icket|[Rr]emoval order)(?: (?:ID|no\.?|number))? [A-Z0-9-]*\d[A-Z0-9-]*"
)
"""What a deed was done with by its number: shipment FBA15EXAMPLE."""
_HELPERS = frozenset(("Seller Support", "Seller Support case", "Account Health Support", "Brand Support"))
_PAGES = frozenset(("Manage Inventory", "Manage Orders", "Seller Central", "Account Health", "Manage FBA Inventory"))
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
