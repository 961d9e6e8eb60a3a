"""Fit what was done, what is done, what failed and why, into their places in a letter.

Only what is certain is joined: each function returns how the words may be used, and where no use is certain they are to
be printed as they stand, between a capital and a full stop.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from poa_app.phrases import function_words as small
from poa_app.phrases import manner
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
    with_and,
    without_lead,
)
from poa_app.phrases.lexicon import Verb, lexicon
from poa_app.phrases.mending import mended
from poa_app.phrases.named_deed import named_deed
from poa_app.phrases.past import in_past
from poa_app.phrases.phrase import read
from poa_app.phrases.spliced import clauses
from poa_app.phrases.text import capitalised, sentences, tidy, uncapitalised, unlisted, without_stop
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

MOST_REMEMBERED = 256
"""How many fields' words are remembered by each reader; an edit of a case changes those of one row."""


@lru_cache(maxsize=MOST_REMEMBERED)
def deed(text: str, who: Actor | None, day: date | None = None, names: Names = NO_NAMES) -> Fitted:
    """Fit what somebody did: a verb phrase in the past, or a clause with a subject of its own.

    Args:
        text: as typed: "We shipped all late orders", "Closed the offers.", "All 14 listings were closed".
        who: who did it; a subject that means the same is taken off.
        day: when; a date before the clause that says the same is taken off.
    """
    first, rest = _told_apart(_on_one_line(_changed(text)))
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
        found = used("verb", named_deed(phrase) or manner.handled(phrase))
    if found and found.use == "verb":
        found = Fitted("verb", _count_aside(_without_comma(with_and(found.text.removeprefix("already ")))))
    return replace(found, rest=_done_then(rest, who)) if found else own(text)


def _done_then(rest: str, who: Actor | None) -> str:
    """Return further sentences of a deed, each with its doer: Meanwhile notified us, meanwhile the lead notified us."""
    if not rest or not who or not who.again:
        return rest
    told = []
    for sentence in sentences(rest):
        led = _LED_DEED.match(sentence)
        phrase = read(sentence[led.end() :] if led else sentence)
        said = conjugated(phrase, "past", who.plural) if phrase.kind == "verb" and phrase.tense == "past" else None
        stop = sentence[-1] if sentence[-1] in ".!?" else ""
        before = f"{led[1].capitalize()}, {who.again}" if led else capitalised(who.again)
        told.append(f"{before} {said}{stop}" if said else sentence)
    return " ".join(told)


_LED_DEED = re.compile(r"(Meanwhile|Then|Afterwards|Also),? ", re.IGNORECASE)


_FROM_TO = re.compile(r"(?P<what>[A-Za-z][\w ]*?) ?: ?(?P<old>\d[\w ]*?) ?(?:->|=>|→|⇒) ?(?P<new>\d[\w ]*)")


def _changed(text: str) -> str:
    """Return a value before and after it was changed as a deed: Time: 1 day -> 3 days, changed the time from 1 to 3."""
    found = _FROM_TO.fullmatch(without_stop(tidy(text)))
    return f"changed the {small_first(found['what'])} from {found['old']} to {found['new']}" if found else text


def _on_one_line(text: str) -> str:
    """Return several deeds of one doer, each typed on its own line, as one: removed both photos and replaced them."""
    lines = [without_stop(tidy(line)) for line in unlisted(text).splitlines() if line.strip()]
    phrases = [read(line) for line in lines]
    if len(lines) < 2 or any(one.kind != "verb" or one.verb or "," in one.text for one in phrases):
        return text
    return f"{', '.join([lines[0], *map(small_first, lines[1:-1])])} and {small_first(lines[-1])}"


def _told_apart(text: str) -> tuple[str, str]:
    """Return the first sentence of a deed and the rest; a comma alone before a new clause ends a sentence, too."""
    first, rest = first_sentence(text)
    said = mended(tidy(first))
    for found in _COMMA.finditer(said):
        head, tail = said[: found.start()], said[found.end() :]
        phrase = read(tail)
        apart = phrase.kind == "clause" and not phrase.lead and "," not in phrase.subject
        if apart and phrase.tense in ("past", "present") and read(head).kind in ("verb", "clause"):
            return head, " ".join(filter(None, (f"{capitalised(phrase.text)}.", rest))).removesuffix(".")
    return first, rest


_COMMA = re.compile(r", (?:and (?=\d))?(?=(?:both|all|the|these|it|they|this|none|no|each|every) |\d)", re.IGNORECASE)
_TWO_DEEDS = re.compile(r"([^,;]+), and ([a-z]+)(?= [^,;]+\Z)")


def _without_comma(deed: str) -> str:
    """Return two deeds of one doer without the comma between them: went back to bags and repacked 140 cases."""
    found = _TWO_DEEDS.match(deed)
    both = found and " and " not in found[1] and lexicon().verb(found[2], "past")
    return f"{found[1]} and {deed[found.start(2) :]}" if found and both else deed


def _count_aside(deed: str) -> str:
    """Return a deed with how many it was done to in brackets: removed all stock from FBA, 212 units."""
    return re.sub(r"(?<=\w), (\d[\d,]* (?:units|pieces|cartons|boxes|sets|parcels))\Z", r" (\1)", deed)


def _in_past(phrase: Phrase, names: Names) -> str | None:
    """Return a clause in the past inside a sentence; "have been updated" becomes "were updated"."""
    inside = uncapitalised(phrase.text, names)
    if phrase.tense == "past" or inside is None:
        return inside and _also_done(inside)
    word = phrase.words[phrase.verb].low
    done = phrase.words[phrase.verb + 1].low if phrase.verb + 1 < len(phrase.words) else ""
    if (
        word in ("is", "are")
        and "participle" in lexicon().kinds(done)
        and not re.search(r"\b(?:now|always|by)\b", inside)
    ):
        was, be = {"is": "was", "are": "were"}[word], phrase.words[phrase.verb]
        return f"{inside[: be.start]}{was}{inside[be.end :]}"
    if word not in ("have", "has"):
        return None
    said = conjugated(predicate(phrase), "past", plural=word == "have")
    kept = said is not None and not said.startswith("had")
    said = _also_done(said or "")
    return f"{inside[: phrase.words[phrase.verb].start].rstrip()} {said}" if kept else None


def _also_done(said: str) -> str:
    """Return what was done besides in the past, too: and the certificate is obtained, and it was obtained."""
    return _ALSO_DONE.sub(lambda one: f"{one[1]} {'was' if one[2] == 'is' else 'were'}", said)


_ALSO_DONE = re.compile(r"(\band (?:the )?(?:[A-Za-z]+ ){1,3}?[A-Za-z]+) (is|are)(?= [a-z]+ed\b)")


@lru_cache(maxsize=MOST_REMEMBERED)
def habit(text: str, who: Actor | None, names: Names = NO_NAMES) -> Fitted:
    """Fit what somebody does again and again: a verb phrase in the present, or a clause.

    Args:
        text: as typed: "Checks the open orders", "check unshipped orders", "no new supplier is used until …".
        who: who does it.
    """
    first, rest = first_sentence(_on_one_line(text))
    phrase = read(first)
    plural = bool(who and who.plural)
    found: Fitted | None = None
    doing = phrase if phrase.kind in ("verb", "gerund") else None
    if phrase.kind == "clause" and has_subject(phrase, who) and not phrase.lead:
        doing = predicate(phrase)
    if doing and who:
        said = conjugated(doing, "present", plural)
        found = used("verb", said and with_and(mended(said, habit=True)))
    elif phrase.kind == "clause" and phrase.tense == "present" and not phrase.lead:
        found = used("clause", uncapitalised(phrase.text, names))
    elif phrase.kind in ("noun", "unknown") and who and not plural:
        found = used("verb", named_deed(phrase, habit=True))
    rest = re.sub(
        r"(?:\A|(?<=[.!?] ))(Has|Is|Must|Cannot|Can)(?= (?:to|be|[a-z]+ed)\b)", lambda one: f"It {one[1].lower()}", rest
    )
    return replace(found, rest=rest) if found else own(text)


@lru_cache(maxsize=MOST_REMEMBERED)
def cause(text: str, who: Actor | None, names: Names = NO_NAMES, over: bool = True) -> Fitted:
    """Fit what failed: a clause in the past, or a verb phrase whose subject is who held the step.

    Args:
        text: as typed: "Orders were confirmed late", "did not upload tracking numbers".
        who: who held the step.
        over: whether the failure has ended, so that what is typed in the present is told in the past.
    """
    first, rest = first_sentence(without_lead(_LED, text))
    phrase = in_past(read(first)) if over else read(first)
    if over and rest:
        rest = " ".join(_told_then(one) for one in sentences(rest))
    found: Fitted | None = None
    if phrase.kind == "verb" and phrase.tense == "past" and who:
        found = used("verb", conjugated(phrase, "past", who.plural))
    elif phrase.kind == "clause" and phrase.tense == "past" and not phrase.lead:
        found = used("clause", uncapitalised(phrase.text, names))
    if found is None and over and (rest or phrase.kind == "clause"):
        return own(f"{phrase.text}. {rest}" if rest else phrase.text)
    return replace(found, rest=rest) if found else own(text)


def _told_then(sentence: str) -> str:
    """Return a further sentence on what we or somebody did while something failed, in the past."""
    sentence = _there_was(sentence)
    phrase = read(sentence)
    ours = phrase.kind == "clause" and phrase.words[phrase.lead].low in small.SUBJECTS | {"the", "our", "there", "no"}
    said = in_past(phrase).text if ours else phrase.text
    return f"{capitalised(said)}{sentence[-1] if sentence[-1] in '.!?' else ''}" if said != phrase.text else sentence


@dataclass(frozen=True)
class Reason:
    """One answer to why.

    Attributes:
        fitted: its words; a clause joins another with "because" or "and", a noun stands after "the reason was".
        joined: the word the manager marked it with, or none.
    """

    fitted: Fitted
    joined: Literal["because", "and", ""] = ""


@lru_cache(maxsize=MOST_REMEMBERED)
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
        thing = named(without_lead(_BECAUSE_OF, bare))
        return Reason(thing, joined or "because") if thing else Reason(own(bare), joined)
    bare = _there_was(_whole(_with_role(bare, who), over))
    phrase = in_past(read(bare)) if over else read(bare)
    found: Fitted | None = None
    if phrase.kind == "verb" and phrase.tense == "past" and who:
        said = conjugated(phrase, "past", who.plural)
        found = Fitted("clause", f"{who.again} {said}") if said else None
    elif phrase.kind == "clause" and not phrase.lead and not _explains(phrase):
        found = used("clause", _with_name(bare, words, uncapitalised(phrase.text, names), who))
    elif phrase.kind == "noun":
        found = named(bare)
    if phrase.kind == "clause" and found is None:
        return Reason(own(phrase.text), joined)
    return Reason(found or own(bare), joined)


_ONLY = re.compile(
    r"(?P<who>(?:[Oo]ur|[Tt]he|[Tt]heir) [a-z]+(?: [a-z]+)?) (?P<how>only|never|always|just) (?P<verb>[a-z]+) (?=\w)"
)
_IT_NOT = re.compile(r", (?:it|they|he|she) (?=(?:did|does|do) not )")
_SPLIT_OFF = re.compile(r"(?P<head>[^,;:]+), (?=(?P<be>did |was |were |had |could |)not [a-z]+ )")


def _whole(words: str, over: bool) -> str:
    """Return a clause whose verb lost its ending, or its "and": our inspection only check it, and did not count it."""
    words = _in_one(_IT_NOT.sub(" and ", words, count=1), over)
    found = _ONLY.match(words)
    verb = lexicon().verb(found["verb"], "base") if found else None
    if found and verb:
        words = f"{found['who']} {found['how']} {verb.past if over else verb.third}{words[found.end('verb') :]}"
    split = _SPLIT_OFF.match(words)
    if split and read(split["head"]).kind == "clause" and (split["be"] or _is_verb(words[split.end() :].split()[1])):
        words = f"{split['head']} and {'' if split['be'] else 'did '}{words[split.end() :]}"
    return words


def _is_verb(word: str) -> bool:
    return lexicon().verb(word, "base") is not None and word not in small.PREPOSITIONS


def _in_one(words: str, over: bool) -> str:
    """Return two clauses with only a comma between them as one answer: it was a Sunday and nobody was in."""
    told = clauses(words)
    over = over and not re.search(r"\byou\b", words)
    if len(told) != len(("one", "other")) or any(_explains(read(one)) for one in told):
        return words
    first, second = (in_past(read(one)).text if over else one for one in told)
    inside = uncapitalised(second)
    return f"{first}{',' if ' and ' in first else ''} and {inside}" if inside else words


def _there_was(words: str) -> str:
    """Return a thing that was wanting as a clause: no backup packer, there is no backup packer."""
    phrase = read(words)
    lows = [word.low for word in phrase.words]
    wanting = lows[:1] == ["no"] and (phrase.kind == "noun" or _is_thing_before_clause(phrase.text))
    return f"there is {small_first(words)}" if wanting else words


def _is_thing_before_clause(words: str) -> bool:
    """Whether words name a thing, and a clause behind it tells when: no review after the listing was published."""
    head, _, clause = re.split(r" (after|before|when|while|until) ", f"{words} after ", maxsplit=1)
    then = read(clause.removesuffix(" after "))
    led = then.kind == "clause" and (then.words[0].low in small.DETERMINERS or then.words[0].low in small.SUBJECTS)
    return led and then.words[then.verb].low in small.AUXILIARIES and read(head).kind == "noun"


_PRONOUN = re.compile(r"(?:she|he)\s+", re.IGNORECASE)


def _with_role(words: str, who: Actor | None) -> str:
    """Return words with the role of who held the step for "she" and "he", which stand for nobody yet."""
    found = _PRONOUN.match(words)
    return f"{who.again} {words[found.end() :]}" if found and who and who.person else words


def _with_name(words: str, typed: str, said: str | None, who: Actor | None) -> str | None:
    """Return a clause with the name behind the role that stands for "she" or "he"."""
    led = who and who.person and words != typed and said and said.startswith(who.again)
    return f"{who.subject}{said[len(who.again) :]}" if led and who and said else said


def _explains(phrase: Phrase) -> bool:
    return any(word.low in ("because", "so", ";") for word in phrase.words)


@lru_cache(maxsize=MOST_REMEMBERED)
def method(text: str, who: Actor | None, apart: bool = False) -> Fitted:
    """Fit how something was done: a phrase that follows the deed, a verb phrase, or the name of a thing.

    Args:
        text: as typed: "by hand", "We compared each invoice", "new printing schedule".
        who: who did it.
        apart: whether the deed's own sentence has a "by" already, so that what else was done is told in one of its own.
    """
    if short := None if apart else manner.of_few_words(text):
        return Fitted("phrase", f"by {short}")
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
        and lows[0] not in small.DETERMINERS | small.PREPOSITIONS
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
    if phrase.text in _PAGES:
        return f"in {phrase.text}"
    if 1 < len(lows) < SHORT_METHOD and lows[-1] == "settings" and lows[0] not in small.PREPOSITIONS:
        led = lows[0] in small.DETERMINERS
        return f"in {'' if led else 'the '}{small_first(phrase.text)}"
    return None


_MENU = re.compile(r"[A-Z][\w ]*(?: > [A-Z][\w ]*)+")
LONGEST_MEANS = 4
"""Words below which the name of a tool or a channel tells by what something was done."""
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


def _without_day(phrase: Phrase, day: date | None) -> Phrase:
    """Take a date off the head of a clause where it is the row's own."""
    if phrase.kind != "clause" or not phrase.lead or day is None:
        return phrase
    said = phrase.text[: phrase.words[phrase.lead].start].rstrip(" ,")
    numbers = re.findall(r"\d+", said)
    month = calendar.month_name[day.month]
    own = [str(day.day)] in (numbers[:1],) and month in said and numbers[1:] in ([], [str(day.year)])
    return read(phrase.after(phrase.lead)) if own else phrase
