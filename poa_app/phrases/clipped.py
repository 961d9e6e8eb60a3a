"""Deeds told without their article or their "was", made whole where nothing else can be meant."""

from __future__ import annotations

import re

from poa_app.phrases import function_words as small
from poa_app.phrases.fitted import small_first
from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.words import Phrase

_TEST = re.compile(
    r"(?P<thing>(?:[A-Za-z][a-z]+ ){0,2}(?:test|check|audit|inspection|count|review|recall|meeting))"
    r"(?: (?:of|with|on|for|at) [^,;:]+)? (?:was|has been) (?:made|carried out|done|performed|held)\b",
    re.IGNORECASE,
)
"""A deed by its name without its article: drop test with the new carton was made."""
_ENGAGED = re.compile(
    r"(?P<led>[Aa]ll|[Bb]oth|[Ss]econd|[Tt]hird|[Nn]ew|[Aa]dditional|[Aa]nother) (?P<who>(?:[a-z-]+ ){1,4}?)"
    r"(?P<name>(?:[A-Z][\w'’-]+ ){0,3})(?P<done>(?:hired|recruited|appointed|trained|retrained)\b)"
    r"(?= (?:and [a-z]+ed|on|in|for|by|at|as|from)\b|\Z)"
)
"""Somebody who was engaged or taught, with nobody behind the verb whom they could have engaged."""


def with_article(text: str) -> str:
    """Return the name of a deed, or somebody who was engaged, as the subject of a whole clause.

    Args:
        text: tidy words: "Drop test was made", "Second employee Milan Oster hired".
    """
    if test := _TEST.match(text):
        first = test["thing"].split()[0].lower()
        led = first in small.DETERMINERS | small.NUMBERS | small.SUBJECTS
        return text if led else f"{_one(small_first(test['thing']))}{text[test.end('thing') :]}"
    engaged = _ENGAGED.match(text)
    who = engaged["who"].split() if engaged else []
    if engaged is None or who[-1].removesuffix("s") not in small.AGENTS:
        return text
    opens = engaged["led"].lower()
    many = opens in ("all", "both")
    someone = " ".join([opens if many or opens == "another" else _one(opens), *who])
    name = engaged["name"].strip()
    return f"{someone}{f', {name},' if name else ''} {'were' if many else 'was'} {text[engaged.start('done') :]}"


def passive(phrase: Phrase) -> str | None:
    """Return a counted thing and what was done with it as a clause: all 12 cartons pulled out, were pulled out.

    None where the words could tell who did it, or which of the things are meant.

    Args:
        phrase: of kind ``unknown`` or ``noun``.
    """
    known, lows = lexicon(), [word.low for word in phrase.words]
    at = next((place for place, low in enumerate(lows) if place and "participle" in known.kinds(low)), 0)
    thing = lows[:at]
    if len(thing) < len(("all", "cartons")) or not (thing[0] in _COUNTED or thing[0][0].isdigit()) or thing[0] == "1":
        return None
    many = thing[-1] in known.plurals and thing[-1] not in known.singulars
    closed = small.PREPOSITIONS | small.RELATIVES | small.SUBJECTS | small.AUXILIARIES | small.CONJUNCTIONS
    if not many or any(low in closed or low.removesuffix("s") in small.AGENTS for low in thing):
        return None
    return _told(phrase, lows, at)


_NO_ONE = re.compile(
    r"(?P<each>[Nn]o|[Ee]very|[Ee]ach) (?P<thing>(?:[a-z-]+ ){0,2}?(?P<last>[a-z]+)) "
    r"(?P<done>[a-z]+)(?P<rest> (?:without|before|until"
    r"|with|by|after|in|on|for|from|to|unless) [^;:]+)\Z"
)


def refused_or_done(text: str) -> str | None:
    """Return what is done with each thing, or with none, as a clause: no carton loaded without a sheet, is loaded.

    Args:
        text: mended words without a stop.
    """
    found, known = _NO_ONE.match(text), lexicon()
    if not found or found["last"] not in known.singulars or found["last"] in small.AGENTS:
        return None
    done = "participle" in known.kinds(found["done"]) and found["done"] not in small.INTRANSITIVE
    if not done or known.is_noun(found["done"]):
        return None
    bare = re.match(
        r" without (?=(?:[a-z-]+ ){0,2}?(?P<last>[a-z]+)(?: \(|\Z))(?!(?:the|an?|our|any|its|their)\b)", found["rest"]
    )
    one = bare is not None and bare["last"] in known.singulars - known.plurals
    rest = f" without {_one(found['rest'].removeprefix(' without '))}" if one else found["rest"]
    return f"{small_first(found['each'])} {found['thing']} is {found['done']}{rest}"


_IN_A_SPAN = re.compile(
    r"(?P<thing>(?:[Aa]ll|[Bb]oth|\d[\d,]*) (?:[\w-]+ ){0,2}?[A-Za-z]+s) "
    r"(?P<span>(?:from|since|between|of|in|until) [^,;:]+?)"
    r" (?P<done>[a-z]+)(?P<rest>(?: (?:for|with|by|against|and|in|on|again|one) [^;:]+)?)\Z"
)


def checked_in_a_span(text: str) -> str | None:
    """Return things of some days and what was done with them as a clause: all orders from May 1 to 9 checked.

    Args:
        text: mended words without a stop.
    """
    found = _IN_A_SPAN.match(text)
    if not found or not re.search(r"\d|\b(?:week|month|year)s?\b", found["span"]):
        return None
    known = lexicon()
    regular = found["done"].endswith("ed") and found["done"] not in small.INTRANSITIVE
    done = regular and known.kinds(found["done"]) & {"participle", "past"} and not known.is_noun(found["done"])
    last = found["thing"].split()[-1].lower()
    if not done or last not in known.plurals or last.removesuffix("s") in small.AGENTS:
        return None
    return f"{small_first(found['thing'])} {found['span']} were {found['done']}{found['rest']}"


def _told(phrase: Phrase, lows: list[str], at: int) -> str | None:
    """Return a thing in the plural with "were" before its participle; none where more verbs follow it."""
    known = lexicon()
    for place in range(at, len(lows)):
        low, before = lows[place], lows[place - 1]
        if low in small.AUXILIARIES | small.RELATIVES | small.SUBJECTS:
            return None
        done = bool(known.kinds(low) & {"participle", "past"}) and not (known.is_noun(low) or low in known.adjectives)
        if done and (low in small.INTRANSITIVE or (place > at and before not in ("and", ","))):
            return None
        if place == at and not done:
            return None
    after = lows[at + 1] if at + 1 < len(lows) else ""
    if after and after not in small.PREPOSITIONS | small.PARTICLES | {"to", "and", ","}:
        return None
    verb = phrase.words[at].start
    return f"{small_first(phrase.text[:verb])}were {phrase.text[verb:]}"


_COUNTED = frozenset(("all", "both", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))


def _one(words: str) -> str:
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"
