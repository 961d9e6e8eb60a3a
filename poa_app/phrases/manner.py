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


_DOING_OF = re.compile(r"(?:the )?(?P<doing>[a-z]+ing) of (?P<thing>[^,;]+)\Z", re.IGNORECASE)


def by_name(text: str) -> str | None:
    """Return a way of doing that has the name of a deed as its deed: counting of all SKUs, comparison of both lists.

    Args:
        text: as typed, without a further clause.
    """
    words = mended(without_stop(tidy(text)))
    found = _DOING_OF.match(words)
    if found and (verb := lexicon().verb(found["doing"].lower(), "gerund")):
        return f"{verb.gerund} {found['thing']}"
    first, _, rest = words.partition(" of ")
    verb = lexicon().verb(small.VERBS_OF_DEEDS.get(first.lower().removeprefix("the "), ""), "base")
    return f"{verb.gerund} {rest}" if verb and rest and not re.search("[,;]", rest) else None


_ONE_BY_ONE = re.compile(r"one (?:by|at a) (?:one|time),? (?=[a-z]+ )", re.IGNORECASE)


def one_by_one(text: str) -> tuple[str, str] | None:
    """Return what was done and in what order, where the order was typed first: one by one open the page."""
    found = _ONE_BY_ONE.match(text)
    return (text[found.end() :], found[0].strip(" ,").lower()) if found else None


def is_occasion(text: str) -> bool:
    """Whether words name what was held and no deed: training on the same day, test after the training."""
    words = re.findall(r"[a-z,]+", tidy(text).lower())
    after = words[1] if len(words) > 1 else ","
    return (
        bool(words) and words[0].rstrip(",") in small.OCCASIONS and (words[0][-1] == "," or after in small.PREPOSITIONS)
    )


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
    head, comma, tail = phrase.text.partition(", ")
    aside = comma and "," not in tail and (read(tail).kind == "noun" or is_occasion(tail))
    if aside and (told := handled(read(head))):
        return f"{told} ({small_first(tail)})"
    found = _handled(phrase)
    if found is None:
        return None
    at, named, _ = found
    verb = lexicon().verb(phrase.words[at].low, "participle")
    after = re.sub(r"\A same as\b", " the same as", phrase.text[phrase.words[at].end :])
    deed = f"{verb.past} {named}{after}" if verb else ""
    return conjugated(read(deed), "past", plural=False) if deed and read(deed).kind == "verb" else None


def handled_kind(phrase: Phrase) -> str | None:
    """Return what was done with a thing whose name begins as a verb: Return policy updated, updated the return policy.

    Args:
        phrase: of kind ``verb``.
    """
    lows = [word.low for word in phrase.words]
    named = (
        lexicon().is_noun(lows[0]) and len(lows) > 2 and lexicon().is_noun(lows[1]) and lows[1] not in small.DETERMINERS
    )
    last = lows[2] in small.HANDLED and (len(lows) == 3 or lows[3] in small.PREPOSITIONS) if named else False
    return handled(phrase) if last and phrase.tense == "base" else None


def _handled(phrase: Phrase) -> tuple[int, str, bool] | None:
    """Return the place of the participle that tells what was done with a thing, the thing, and whether it is many."""
    lows = [word.low for word in phrase.words]
    at = next((place for place, low in enumerate(lows[:5]) if place and low in small.HANDLED), 0)
    known, thing = lexicon(), lows[:at]
    if not thing or small.AGENTS & set(thing) or thing[0] in small.SUBJECTS | small.PREPOSITIONS:
        return None
    after = small.PREPOSITIONS | {"to", "back", ":"} | ({"the", "same"} if lows[at] == "made" else set())
    if at + 1 < len(lows) and lows[at + 1] not in after:
        return None
    many = thing[-1] in known.plurals and thing[-1] not in known.singulars
    if not many and thing[-1] not in known.singulars:
        return None
    led = thing[0] in small.DETERMINERS | small.NUMBERS or thing[0][0].isdigit()
    named = small_first(phrase.text[: phrase.words[at].start].rstrip())
    return at, f"{'' if led else 'the '}{named}", many
