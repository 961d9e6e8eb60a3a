"""Fit what trips a control and what happens then."""

from __future__ import annotations

import re
from dataclasses import replace

from poa_app.phrases import function_words as small
from poa_app.phrases import things
from poa_app.phrases.actor import Actor
from poa_app.phrases.fitted import NO_NAMES, Fitted, Names, named, own, small_first, used, with_and, without_lead
from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.phrase import read
from poa_app.phrases.text import sentences, tidy, uncapitalised, without_stop
from poa_app.phrases.verbs import conjugated
from poa_app.phrases.words import Phrase

_IF = re.compile(r"(?:if|when|whenever|once|in\s+case)\s+(?!of\b)", re.IGNORECASE)


def condition(text: str, names: Names = NO_NAMES) -> Fitted:
    """Fit what trips a control: a clause that follows "if", or a phrase or thing.

    Args:
        text: as typed: "If an order is still open", "2 percent", "any late order".
    """
    words = without_lead(_IF, text)
    words = _SOME.sub(_some, _BARE_SIGN.sub(lambda found: f"{_THAN[found[1]]} ", words))
    bare = without_stop(tidy(words))
    if told := _found(bare) or _bare_verb(bare) or _either(bare):
        return Fitted("clause", told)
    compared = _SIGN.fullmatch(bare)
    phrase = read(words)
    if compared and is_thing(compared[1]):
        return Fitted("clause", f"{_the(compared[1])} is {_SIGNS[compared[2]]} {compared[3]}")
    if phrase.kind == "clause" and not phrase.lead:
        return used("clause", _COMPARED.sub(r" more than \1", uncapitalised(phrase.text, names) or "")) or own(text)
    if words is not text and words.startswith(phrase.text[:4].lower()) and " are " in words:
        return Fitted("clause", phrase.text)
    if phrase.kind == "preposition":
        return Fitted("phrase", small_first(phrase.text))
    if re.fullmatch(r"\d+(?:\.\d+)?\s*(?:%|percent)|(?:less|more|fewer) than \d[\w.]*(?: [a-z]+)?", phrase.text):
        lows = [word.low for word in phrase.words]
        one = lows[2:3] in (["1"], ["one"]) and len(lows) > 3 and lows[3] in lexicon().singulars - _UNITS
        return Fitted("clause", f"there is {phrase.text}") if one else Fitted("phrase", f"at {phrase.text}")
    measured = _MEASURED.fullmatch(phrase.text)
    if measured and measured[1].split()[0].lower() in ("any", "a", "an") and is_thing(measured[1]):
        return Fitted("clause", f"{small_first(measured[1])} is {measured[2]}")
    if phrase.kind == "noun" and _is_counted(phrase):
        found = named(phrase.text)
        be = _be(phrase)
        return Fitted("clause", f"there {be} {found.text}") if found and be else found or own(text)
    if phrase.kind in ("noun", "unknown", "gerund", "verb") and measured and is_thing(measured[1]):
        return Fitted("clause", f"{_the(measured[1])} is {measured[2]}")
    off = _OFF.fullmatch(phrase.text)
    if off and is_thing(off[1]) and not re.search(r"\b(?:or|and)\b", off[1]):
        by = _COMPARED.sub(r" more than \1", off[3] or "")
        return Fitted("clause", f"{_the(off[1])} is {off[2]}{by}")
    if phrase.kind == "noun" and _is_one_thing(phrase):
        article = "an" if phrase.words[0].low[0] in "aeiou" else "a"
        return Fitted("noun", f"{article} {small_first(phrase.text)}")
    amiss = 1 < len(phrase.words) <= LONGEST_THING and phrase.words[0].low in _AMISS
    if amiss and lexicon().is_noun(phrase.words[-1].low) and not _happened(phrase, "a"):
        return Fitted("noun", small_first(phrase.text))
    return _happened(phrase, "a") or own(text)


_NOT_DONE = re.compile(r"((?:[\w-]+ ){0,2}?[\w-]+) not ([a-z]+)( [^,;.]+)?")
_ANY_FAILS = re.compile(r"((?:[Aa]ny|[Aa]n?|[Oo]ne|[Ee]ach) (?:[a-z]+ )?([a-z]+)) ([a-z]+)")


def _bare_verb(words: str) -> str:
    """Return a thing and what it does or does not, with its verb put right: code not match, the code does not match."""
    known = lexicon()
    if (found := _NOT_DONE.fullmatch(words)) and "base" in known.kinds(found[2]):
        thing, last = found[1], found[1].split()[-1].lower()
        if is_thing(thing):
            return f"{_the(thing)} does not {found[2]}{found[3] or ''}"
        if last in known.plurals and last not in known.singulars:
            return f"{_the(thing)} do not {found[2]}{found[3] or ''}"
    fails = _ANY_FAILS.fullmatch(words)
    if fails and fails[2] in known.singulars and fails[3] in _FAILS:
        return f"{small_first(fails[1])} {fails[3]}s"
    return ""


_FAILS = frozenset(("fail", "differ", "break", "leak", "expire", "arrive", "fall"))
"""Verbs without an ending behind one thing, which no noun is in the same place."""
_STATE = r"(?:broken|missing|damaged|wrong|late|different|unclear|unreadable|expired|open|opened|torn|dirty)"
_EITHER = re.compile(rf"((?:[\w-]+ ){{0,2}}?[\w-]+) ({_STATE},? or {_STATE})")


def _found(words: str) -> str:
    """Return what somebody finds as a clause: finds any wrong label, any wrong label is found."""
    seen = _FOUND.fullmatch(words)
    return f"{seen[1].lower()} is found" if seen else ""


def _either(words: str) -> str:
    """Return a thing with two states as a clause: seal broken or missing, the seal is broken or missing."""
    found = _EITHER.fullmatch(words)
    return f"{_the(found[1])} is {found[2]}" if found and is_thing(found[1]) else ""


_SOME = re.compile(
    r"(?P<some>(?:[Oo]ver|[Mm]ore than|[Ll]ess than|[Ff]ewer than|[Uu]nder|[Bb]elow|[Aa]bove|[Aa]t least) \d[\d,.]*%?"
    r"(?: (?:of )?[a-z]+){0,3}?) (?P<not>not )?(?P<done>(?!(?:not|of)\b)[a-z]+)(?P<rest> (?!not\b).*)?\Z"
)


def _some(found: re.Match[str]) -> str:
    """Return a number of things and what is with them as a clause: over 2% not scanned, over 2% are not scanned."""
    kinds = lexicon().kinds(found["done"])
    told = bool(kinds & {"participle", "gerund", "past"}) and (found["not"] or not lexicon().is_noun(found["done"]))
    if not told or any(word in small.AUXILIARIES for word in found["some"].split()):
        return found[0]
    return f"{small_first(found['some'])} are {found['not'] or ''}{found['done']}{found['rest'] or ''}"


_BARE_SIGN = re.compile(r"\A\s*([<>≤≥]|<=|>=) ?(?=\d)")
_THAN = {"<": "less than", ">": "more than", "<=": "at most", ">=": "at least", "≤": "at most", "≥": "at least"}

_OFF = re.compile(
    r"((?:[\w-]+ ){0,3}?[\w-]+) (off|late|missing|wrong|different|unclear|damaged|broken|unreadable)( (?:by|from) .+)?"
)
_NO_ARTICLE = frozenset(
    ("stock", "inventory", "feedback", "damage", "evidence", "information", "packaging", "paperwork", "rust", "mold")
)
"""Nouns in the singular that no article "a" may stand before."""


def _is_one_thing(phrase: Phrase) -> bool:
    """Whether a few words name one thing that can be counted: new supplier."""
    last = phrase.words[-1].low
    known = lexicon()
    return (
        len(phrase.words) <= LONGEST_THING
        and last in known.singulars - known.plurals - _NO_ARTICLE
        and not known.kinds(last) & {"gerund"}
        and phrase.words[0].low not in small.DETERMINERS | small.NUMBERS
        and phrase.text.replace(" ", "").isalpha()
    )


_FOUND = re.compile(
    r"(?:we )?(?:finds?|found|discovers?|see|notice) ((?:any|an?|the|some) [a-z]+(?: [a-z]+)?)", re.IGNORECASE
)
_AMISS = frozenset(("missing", "wrong", "late", "damaged", "broken", "defective"))
"""How a thing begins that is amiss: missing paperwork."""
_COMPARED = re.compile(r" > ?(?=\d)(\d\S*)")
_SIGN = re.compile(r"((?:[\w'’-]+ ){0,4}?[\w'’-]+) ?(<=|>=|≤|≥|<|>) ?(\d.*)")
_SIGNS = {"<": "below", ">": "above", "<=": "at most", ">=": "at least", "≤": "at most", "≥": "at least"}


def _the(words: str) -> str:
    """Return a thing with its article; a short form in capitals needs none."""
    thing = small_first(words)
    is_led = thing.split()[0].lower() in small.DETERMINERS | small.NUMBERS
    return thing if is_led or thing.isupper() else f"the {thing}"


def _happened(phrase: Phrase, article: str) -> Fitted | None:
    """Return a thing and what was done with it as a clause: batch rejected, the batch is rejected."""
    lows = [word.low for word in phrase.words]
    at = next((place for place, low in enumerate(lows) if place and low in small.OUTCOMES | small.HAPPENED), None)
    if at is None or at > LONGEST_THING or not _ends(lows, at):
        return None
    thing, after = lows[:at], phrase.text[phrase.words[at].start :]
    if thing[-1] not in lexicon().singulars or any(low in small.PREPOSITIONS for low in thing):
        return None
    led = (thing[0] in small.DETERMINERS and thing[0] != "whole") or thing[0] in small.NUMBERS
    article = "" if led else "an " if article == "a" and thing[0][0] in "aeiou" else f"{article} "
    return Fitted("clause", f"{article}{small_first(phrase.text[: phrase.words[at].start].rstrip())} is {after}")


LONGEST_THING = 3
"""Words of a thing before what was done with it."""


def _ends(lows: list[str], at: int) -> bool:
    after = lows[at + 1] if at + 1 < len(lows) else ""
    return (
        not after or after in small.PREPOSITIONS or after in ("and", "or", ",", "automatically", "immediately", "again")
    )


_MEASURED = re.compile(
    r"((?:[A-Za-z]+ ){0,3}[A-Za-z]+?) ((?:less|more|fewer|lower|higher|longer|shorter|greater|older|later) than \d.*"
    r"|(?:above|below|over|under) \d.*)"
)
"""A thing and how it compares with a number: handling time less than 2 days."""


_AIM = re.compile(r"(?:to )?(?=(?:keep|hold|bring|reduce|lower|stay|get|raise) )", re.IGNORECASE)
_HELD = re.compile(r"\A(?:[Tt]he )?(\w+(?: \w+){0,3}?) (?:is|stays|remains|stay) (?=(?:below|above|under|over) \d)")
_UNITS = small.UNITS_OF_TIME | frozenset(("percent", "minute", "gram", "kilogram", "unit", "degree", "star"))
_BELOW = frozenset(("less", "fewer", "lower", "shorter"))
_ABOVE = frozenset(("more", "higher", "longer", "greater"))


def target(text: str) -> Fitted:
    """Fit what is aimed at, as it stands behind "the target is": ODR lower than 0.8%, an ODR below 0.8%."""
    if aimed := _AIM.match(text):
        return Fitted("noun", f"to {small_first(without_stop(tidy(text))[aimed.end() :])}")
    whole = read(text)
    inside = uncapitalised(whole.text) if whole.kind == "clause" and not whole.lead else None
    if inside and not _HELD.search(text) and not _MEASURED.fullmatch(whole.text) and not re.search("[<>=≤≥]", text):
        return Fitted("noun", f"that {inside}")
    found = things.thing(_HELD.sub(r"\1 ", text))
    if compared := _SIGN.fullmatch(found.text):
        sign = _SIGNS[compared[2]]
        led = "an " if compared[1][0] in "AEFHILMNORSX" else "a "
        found = Fitted(
            "noun",
            f"{led if compared[1].isupper() else ''}{compared[1]}"
            f" {'of ' if sign.startswith('at ') else ''}{sign} {compared[3]}",
        )
    measured = _MEASURED.fullmatch(found.text)
    if measured is None or not is_thing(measured[1]):
        return found
    held, than, figure = measured[2].partition(" than ")
    if than and held in _BELOW | _ABOVE:
        held = "below" if held in _BELOW else "above"
    name = small_first(measured[1])
    has_article = name.split()[0] in small.DETERMINERS
    vowel = name[0] in ("AEFHILMNORSX" if name.isupper() else "aeiou")
    article = "" if has_article else "an " if vowel else "a "
    return Fitted("noun", f"{article}{name} {held}{' ' if than else ''}{figure}")


def compared(words: str) -> str:
    """Return an aim with the sign between a thing and its number in words: ODR < 0.5%, ODR below 0.5%."""
    found = _SIGN.fullmatch(words)
    return f"{found[1]} {_SIGNS[found[2]]} {found[3]}" if found else words


def is_thing(words: str) -> bool:
    """Whether words end with a noun in the singular."""
    last = words.rsplit(maxsplit=1)[-1]
    if last.isupper() and len(last) > 1:
        return True
    last = last.lower()
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


_MEANWHILE = re.compile(r",? (?:and )?(?:meanwhile|at the same time) (?=[a-z]+ )")


def response(text: str, who: Actor | None, names: Names = NO_NAMES) -> Fitted:
    """Fit what happens when a control trips: a clause; a verb phrase gets its owner as subject.

    Args:
        text: as typed: "the offer is closed", "closes the offer", "hold the batch".
        who: who owns the control.
    """
    first, *others = sentences(without_stop(tidy(text)))
    told = response(first, who, names) if others and not first.lower().endswith(".m.") else None
    if told and told.joins:
        return replace(told, rest=own(" ".join(others)).text)
    phrase = read(_MEANWHILE.sub(" and ", text))
    if done := _DONE.match(phrase.text):
        word = done["done"].lower()
        if word in _TOLD:
            return own(text)  # whom is not said
        if lexicon().verb(word, "participle") or (word.endswith("ed") and not lexicon().is_common(word)):
            return Fitted("clause", f"{'they' if done['be'].lower() == 'are' else 'it'} {small_first(phrase.text)}")
    denied = re.match(r"(?:do )?not (?=(?P<verb>[a-z]+))", phrase.text, re.IGNORECASE)
    if who and denied and ":" not in phrase.text and "base" in lexicon().kinds(denied["verb"]):
        be = "do" if who.plural else "does"
        return Fitted("clause", f"{who.again} {be} not {phrase.text[denied.end() :]}")
    if phrase.kind == "clause" and not phrase.lead:
        return used("clause", uncapitalised(phrase.text, names)) or own(text)
    if phrase.kind == "verb" and who and (phrase.tense in ("present", "base") or _can_be_base(phrase)):
        said = conjugated(phrase, "present", who.plural)
        return Fitted("clause", f"{who.again} {with_and(said)}") if said else own(text)
    if does := _DOES.match(phrase.text):
        return Fitted("clause", f"the {small_first(phrase.text[does.start(1) :])}")
    return _happened(phrase, "the") or own(text)


_DONE = re.compile(
    r"(?P<be>is|are|gets|(?:has to|must|cannot|can) be) (?:not )?(?:[a-z]+ly )?(?P<done>[a-z]+)\b", re.IGNORECASE
)
"""What is done, in words that lack what it is done to: gets packed first."""
_TOLD = frozenset(("informed", "notified", "told", "warned", "alerted", "asked", "trained", "retrained"))
"""What is done to people, for whom no "it" can stand."""
_ANY = re.compile(r"(?:any|each|every|an?|one) ", re.IGNORECASE)


def subject(trigger: str, response: str) -> str | None:
    """Return a response without the "it" that stands for what trips the control; none where it stands for no thing.

    Args:
        trigger: as a sentence of its own has it: "Any order not packed by 3 p.m.".
        response: as a clause: "it gets packed first".
    """
    alone = _ANY.match(trigger) and read(trigger).kind in ("noun", "unknown") and not re.search("[.;:] |,", trigger)
    return response.removeprefix("it ") if alone and response.startswith("it ") else None


_DOES = re.compile(
    r"(?:[Tt]he )?([A-Za-z]+ (?:texts|pings|alerts|emails|mails|phones|warns) (?:the|an?|our|me|us|all)\b)"
)
"""What sends word, by verbs that the word forms lack or have as nouns: app texts the planner."""
