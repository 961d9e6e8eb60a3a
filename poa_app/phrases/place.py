"""Where and how often: phrases of place and time as a sentence takes them in."""

from __future__ import annotations

import calendar
import re
from functools import lru_cache

from poa_app.phrases import function_words as small
from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.mending import mended
from poa_app.phrases.phrase import read
from poa_app.phrases.text import tidy, uncapitalised, without_stop

_CLOCK = re.compile(r"\d{1,2}(?:[:.：]\d{2})?\s?(?:[ap]\.?m\b\.?)?", re.IGNORECASE)
_WITHOUT_AT = re.compile(r"\b((?:every|each) \w+|daily) (\d{1,2}(?::\d{2}|\s?[ap]\.?m\b))", re.IGNORECASE)
_TIMES_BEHIND = re.compile(
    r"\b((?:a|per|every|each) day|daily),? (?!at)(\d{1,2}(?::\d{2}|\s?[ap]\.?m\b))", re.IGNORECASE
)
_TIMES_LISTED = re.compile(r"(\d{1,2}(?::\d{2})?(?: [ap]m)?), (?=\d{1,2}(?::\d{2})?(?: [ap]m)?\Z)")
_NTH = re.compile(r"the \d+(?:st|nd|rd|th) (?:and|of)\b")
_HEADS = {"on": small.PLACES_ON, "at": small.PLACES_AT, "in": small.PLACES_IN, "for": small.PLACES_FOR}


def place(text: str) -> str | None:
    """Return where something happens as a phrase with its preposition; None where its form is not certain.

    Args:
        text: as typed: "our warehouse in Reno", "At Ningbo factory", "Seller Central".
    """
    words = _phrase(text)
    if words is None:
        return None
    low = words.lower()
    if low in small.PLACES_WHOLE:
        return low
    first = low.split()[0]
    words = re.sub(r"\A((?:at|in|on) [a-z]+(?: [a-z]+)?), (?=[A-Z]\w+\Z)", r"\1 in ", words)
    if first in small.PREPOSITIONS:
        return _small_first(_with_article(words))
    words = _IN_A_TOWN.sub(r"\1 in \2", words)
    inside = _inside(words)
    if inside is None or ">" in words or "," in re.split(r"\s(?:in|of)\s", words)[0]:
        return None
    named = re.split(r"\s(?:in|of|for|at|on)\s", words.lower())[0]
    head = _NUMBERED.sub("", named).split()[-1]
    preposition = next((one for one, heads in _HEADS.items() if head in heads), None)
    if preposition is None and low.startswith("amazon"):
        return "on Amazon" + words[6:]
    if preposition is None:
        return f"in {words}" if _NAME.fullmatch(words) and not any(map(_is_common, low.split())) else None
    return f"{preposition} {'' if _NUMBERED.search(named) else _article(inside, head)}{inside}"


_IN_A_TOWN = re.compile(
    r"\A((?:[\w-]+ ){0,2}(?:office|warehouse|factory|center|centre|workshop|table|line|bench|dock|aisle"
    r"|plant|facility|floor|shop)(?: \d+)?)(?:,| -) (?=[A-Z])([A-Z].*)"
)
_NUMBERED = re.compile(r"(?: (?:no\.?|number))? \d+\Z")
_NAME = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]+)?(?: [A-Z][a-z]+)?(?:, [A-Z][a-z]+)?")
"""A town, a region or a program by its name."""


def _is_common(word: str) -> bool:
    return lexicon().is_common(word.strip(",")) or word.strip(",") in small.AGENTS | small.DEPARTMENTS


def _inside(words: str) -> str | None:
    """Return a place as it stands inside a sentence; None where its capital may be a name's or not."""
    first, *rest = words.split()
    if first.lower() in small.DETERMINERS:
        return _small_first(words)
    if not lexicon().is_common(first.lower()) or (rest and rest[0][:1].isupper() and first[:1].isupper()):
        return words
    return uncapitalised(words)


def _article(words: str, head: str) -> str:
    first = words.split(maxsplit=1)[0].lower()
    plural = head in lexicon().plurals and head not in lexicon().singulars
    if first in small.DETERMINERS or first in small.NUMBERS or first[0].isdigit() or plural or head == "central":
        return ""
    return "the " if head in lexicon().singulars else ""


def _with_article(words: str) -> str:
    """Set the article after a preposition where a place needs one: At Ningbo factory."""
    preposition, _, rest = words.partition(" ")
    if not rest:
        return words
    head = re.split(r"\s(?:in|of|for|at|on)\s|,", rest.lower())[0].split()[-1]
    plural = head in lexicon().plurals and head not in lexicon().singulars
    if plural or head not in _HEADS["at"] | {"system"}:
        return words
    return f"{preposition} {_article(rest, head)}{rest}"


@lru_cache(maxsize=256)
def moment(text: str) -> str | None:
    """Return when or how often as a phrase of time; None where its form is not certain.

    Args:
        text: as typed: "Every day at 14:30", "Mondays", "8:00 and 13:00", "each batch".
    """
    if days := _weekdays(text) or _weekday_at(text):
        return days
    words = _phrase(_CLOCK_OF.sub(r"\1\2", text))
    if words is None:
        return None
    words = re.sub(r"\A1st (?=\w)", "first ", words)
    words = _TIME_AND_DAYS.sub(r"\1 on \2", words)
    if _CLOCK_OF.search(text):
        words = _CLOCK_JOINED.sub(r"\1 \2", words)
    words = re.sub(r"\beveryday\b", "every day", words, flags=re.IGNORECASE).replace("：", ":")
    words = _WITHOUT_AT.sub(r"\1 at \2", words)
    words = _TIMES_LISTED.sub(r"\1 and ", _TIMES_BEHIND.sub(r"\1, at \2", words))
    words = words.replace(" & ", " and ").replace(" per day", " a day").replace("daily, at", "daily at")
    first, *rest = words.split()
    low = first.lower().rstrip(",")
    second = rest[0].lower() if rest else ""
    if low.endswith("s") and low[:-1] in small.PROPER and low.endswith("days"):
        return f"on {words}"
    if low in ("weekends", "weekdays", "holidays"):
        return f"on {_small_first(words)}"
    if _NTH.match(words):
        return f"on {words}"
    if low in small.ORDINALS:
        return f"on the {_small_first(words).replace(' of the month', ' of each month')}"
    third = rest[1].lower() if len(rest) > 1 else ""
    event = second in small.EVENTS or (second == "new" and third in small.EVENTS)
    if low in ("each", "every", "per") and second and (event or (low != "per" and not _is_time(second, third))):
        words, comma, then = words.partition(", ")
        clock = _CLOCK.match(then)
        aside = f" ({then})" if clock and clock[0] else f"{comma}{then}"
        return f"for {_small_first(words) if low != 'per' else 'every ' + words[4:]}{aside}"
    clock = _CLOCK.match(words)
    if clock and clock[0] and not re.match(r"\d+\s+(?:times?|minutes?|hours?|days?)", words):
        return f"at {words}" if ":" in words or re.search(r"\d\s?[ap]\.?m", words, re.IGNORECASE) else None
    known = small.TIMES | small.PREPOSITIONS | small.SUBORDINATORS | {"per", "not", "the", "within", "all", "no"}
    if low in known - {"the"} or low.endswith("ly") or (low in small.NUMBERS and second in ("time", "times")):
        return _small_first(words)
    return None


def _is_time(word: str, after: str) -> bool:
    """Whether "every" with a word tells a time and not an event: every working day, every Friday, every 15 minutes."""
    units = small.UNITS_OF_TIME | {"morning", "evening", "afternoon", "minute", "time", "weekday", "weekend", "noon"}
    stem = word.rstrip("s")
    if word[0].isdigit() or word in small.NUMBERS or stem in units - small.EVENTS:
        return True
    return word in small.PROPER or stem in small.PROPER or after.rstrip("s") in units - small.EVENTS


_CLOCK_OF = re.compile(r"\b(\d{1,2}(?::\d{2})?) ([ap]m)\b")
_CLOCK_JOINED = re.compile(r"\b(\d{1,2}(?::\d{2})?)([ap]m)\b")
_TIME_AND_DAYS = re.compile(r"\A(\d\S*), (?=(?:weekdays|weekends|(?:[A-Z][a-z]+days))\b)(.+)")
_DAYS = {day[:3].lower(): f"{day}s" for day in calendar.day_name}


_DAY = "|".join(f"{day[:3]}(?:{day[3:]})?" for day in calendar.day_name)
_SPAN = re.compile(rf"({_DAY})[-–]({_DAY})", re.IGNORECASE)


def _weekdays(text: str) -> str | None:
    """Return days of the week written short as a phrase: Mon/Wed/Fri, on Mondays, Wednesdays and Fridays."""
    pieces = re.split(r"\s*(?:/|,|&|\+|\band\b)\s*", without_stop(tidy(text)))
    days = [_DAYS.get(piece.lower().rstrip(".")) for piece in pieces]
    if len(pieces) == 1 and (span := _SPAN.fullmatch(pieces[0])):
        first, last = (_DAYS[one.lower()[:3]].removesuffix("s") for one in (span[1], span[2]))
        return f"from {first} to {last}"
    if not all(days):
        return None
    named = [day for day in days if day]
    return f"on {', '.join(named[:-1])} and {named[-1]}" if len(named) > 1 else f"on {named[0]}"


_AT = re.compile(rf"(?P<day>{_DAY})s?,? (?:at )?(?P<clock>\d{{1,2}}(?::\d{{2}})?\s?(?:[ap]\.?m\.?)?)\Z", re.IGNORECASE)


def _weekday_at(text: str) -> str | None:
    """Return a day of the week and its time written short as a phrase: Fri 4pm, on Fridays at 4pm."""
    found = _AT.match(tidy(text))
    timed = found and re.search("[:ap]", found["clock"].lower())
    return f"on {_DAYS[found['day'].lower()[:3]]} at {found['clock']}" if found and timed else None


def _phrase(text: str) -> str | None:
    words = without_stop(mended(tidy(text)))
    if not words or len(words) > 200 or read(text).kind in ("foreign", "sentences", "clause", "infinitive", "blank"):
        return None
    return words


def _small_first(words: str) -> str:
    first = words.split(maxsplit=1)[0]
    return words if first[1:] != first[1:].lower() else words[0].lower() + words[1:]
