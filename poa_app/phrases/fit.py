"""Fit what was done and what is done into their places in a letter.

Only what is certain is joined: each function returns how the words may be used, and where no use is certain they are to
be printed as they stand, between a capital and a full stop.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import islice

from poa_app.phrases import clipped, manner
from poa_app.phrases import function_words as small
from poa_app.phrases.actor import Actor
from poa_app.phrases.fitted import (
    MOST_REMEMBERED,
    NO_NAMES,
    Fitted,
    Names,
    by_name,
    first_sentence,
    has_subject,
    own,
    predicate,
    small_first,
    used,
    with_and,
)
from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.mending import mended
from poa_app.phrases.named_deed import named_deed
from poa_app.phrases.phrase import read
from poa_app.phrases.text import capitalised, sentences, tidy, uncapitalised, unlisted, without_stop
from poa_app.phrases.verbs import conjugated
from poa_app.phrases.words import Phrase


@lru_cache(maxsize=MOST_REMEMBERED)
def deed(text: str, who: Actor | None, day: date | None = None, names: Names = NO_NAMES) -> Fitted:
    """Fit what somebody did: a verb phrase in the past, or a clause with a subject of its own.

    Args:
        text: as typed: "We shipped all late orders", "Closed the offers.", "All 14 listings were closed".
        who: who did it; a subject that means the same is taken off.
        day: when; a date before the clause that says the same is taken off.
    """
    if _GIVEN_UP.search(text):
        return own(text)
    first, rest = _told_apart(_on_one_line(_changed(by_name(text, who)[1])))
    phrase = _without_day(read(clipped.with_article(tidy(first))), day)
    plural = bool(who and who.plural)
    found: Fitted | None = None
    if told := clipped.checked_in_a_span(phrase.text):
        found = used("clause", told)
    elif phrase.kind == "verb" and who and (told := manner.handled_kind(phrase)):
        found = used("verb", told)
    elif phrase.kind in ("verb", "gerund") and who:
        found = used("verb", conjugated(phrase, "past", plural))
    elif phrase.kind == "clause" and not phrase.lead and has_subject(phrase, who) and who:
        found = used("verb", conjugated(predicate(phrase), "past", plural))
    elif phrase.kind == "clause" and not phrase.lead:
        found = used("clause", _in_past(phrase, names))
    elif phrase.kind in ("noun", "unknown") and by_name(text, who)[0]:
        found = used("verb", phrase.text)
    elif phrase.kind in ("noun", "unknown") and who:
        found = used("verb", named_deed(phrase) or manner.handled(phrase))
    if found is None and phrase.kind in ("noun", "unknown"):
        found = used("clause", clipped.passive(phrase))
    if found and found.use == "verb":
        found = Fitted("verb", _count_aside(_without_comma(with_and(found.text.removeprefix("already ")))))
    return replace(found, rest=_done_then(rest, who)) if found else own(text)


_GIVEN_UP = re.compile(
    r"\b(?:do|does)(?:\snot|n['’]t)\s[^.;]*\bany\s?(?:more|longer)\b|\bno\slonger\s[a-z]+(?<!ed)\b", re.IGNORECASE
)
"""What holds from a day on, and would be no more than one day's deed in the past: we do not sell it anymore."""


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
    for found in islice(_COMMA.finditer(said), MOST_COMMAS):
        head, tail = said[: found.start()], said[found.end() :]
        phrase = read(tail)
        apart = phrase.kind == "clause" and not phrase.lead and "," not in phrase.subject
        told = read(head).kind in ("verb", "clause") or named_deed(read(head)) is not None
        if apart and phrase.tense in ("past", "present") and told:
            return head, " ".join(filter(None, (f"{capitalised(phrase.text)}.", rest))).removesuffix(".")
    return first, rest


MOST_COMMAS = 4
"""Commas of a deed behind which a new clause is looked for."""
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


_WILL_NOT = re.compile(
    r"\A(?P<thing>(?:[Tt]he |[Oo]ur )?(?:[\w-]+ ){0,2}(?P<last>[\w-]+)) (?:will not|won['’]t) (?=[a-z]+ )"
)


def _does_not(found: re.Match[str]) -> str:
    """Return what a thing in force refuses in the present: the app won't offer them, the app does not offer them."""
    last = found["last"].lower()
    if last in small.SUBJECTS or not lexicon().is_noun(last):
        return found[0]
    many = last in lexicon().plurals and last not in lexicon().singulars
    return f"{found['thing']} {'do' if many else 'does'} not "


_ALSO_DONE = re.compile(r"(\band (?:the )?(?:[A-Za-z]+ ){1,3}?[A-Za-z]+) (is|are)(?= [a-z]+ed\b)")


@lru_cache(maxsize=MOST_REMEMBERED)
def habit(text: str, who: Actor | None, names: Names = NO_NAMES) -> Fitted:
    """Fit what somebody does again and again: a verb phrase in the present, or a clause.

    Args:
        text: as typed: "Checks the open orders", "check unshipped orders", "no new supplier is used until …".
        who: who does it.
    """
    first, rest = first_sentence(_WILL_NOT.sub(_does_not, _on_one_line(by_name(text, who)[1])))
    phrase = read(first)
    plural = bool(who and who.plural)
    found: Fitted | None = None
    if told := clipped.refused_or_done(phrase.text):
        phrase = read(told)
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
    if found:
        return replace(found, rest=_NO_SUBJECT.sub(lambda one: f"It {one[1].lower()}", rest))
    return own(_PRONOUN.sub(f"{capitalised(who.again)} ", text) if who and who.again else text)


_NO_SUBJECT = re.compile(r"(?:\A|(?<=[.!?] ))(Has|Is|Must|Cannot|Can)(?= (?:to|be|[a-z]+ed)\b)")
"""How a further sentence begins whose subject is what was told: has to be rescanned."""
_PRONOUN = re.compile(r"\A(?:He|She) (?=[a-z])")


def _without_day(phrase: Phrase, day: date | None) -> Phrase:
    """Take a date off the head of a clause where it is the row's own."""
    if phrase.kind != "clause" or not phrase.lead or day is None:
        return phrase
    said = phrase.text[: phrase.words[phrase.lead].start].rstrip(" ,")
    numbers = re.findall(r"\d+", said)
    month = calendar.month_name[day.month]
    own = [str(day.day)] in (numbers[:1],) and month in said and numbers[1:] in ([], [str(day.year)])
    return read(phrase.after(phrase.lead)) if own else phrase
