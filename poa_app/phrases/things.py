"""Fit the names of things, headings and sentences of somebody's own."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from functools import lru_cache

from poa_app.phrases.fitted import Fitted, named, own, small_first, without_lead
from poa_app.phrases.function_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MODIFIERS,
    NAMED_KINDS,
    NUMBERS,
    OUTCOMES,
    PREPOSITIONS,
)
from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.mending import mended
from poa_app.phrases.phrase import begins_object, read
from poa_app.phrases.spliced import clauses, sentences_of
from poa_app.phrases.text import (
    LONGEST,
    WIDE_MARKS,
    begun,
    capitalised,
    full_forms,
    is_foreign,
    sentences,
    tidy,
    uncapitalised,
    without_stop,
)
from poa_app.phrases.words import Phrase

HEADING_LIMIT = 12
"""Words of a heading above which a reviewer no longer takes it in at a glance."""

_KEPT_IN = re.compile(
    r"(?:we\s+)?(?:will\s+)?(?:(?:record|log|write|note|enter)(?:s|ed)?\s+(?:(?:it|them|this)\s+)?(?:in|on)|keeps?)\s+(?=\S)",
    re.IGNORECASE,
)


def thing(text: str) -> Fitted:
    """Fit the name of a thing, as a record or a target is; a clause stands as a sentence of its own."""
    phrase = read(without_lead(_KEPT_IN, text))
    names = phrase.kind in ("noun", "unknown", "preposition", "gerund")
    if names or (phrase.kind == "verb" and (phrase.tense == "past" or not _has_object(phrase))):
        return named(phrase.text) or Fitted("noun", phrase.text)
    return own(text)


def _has_object(phrase: Phrase) -> bool:
    """Whether the first word is a verb for certain: keep the rate, but return log."""
    return begins_object(phrase, phrase.verb + 1) or phrase.tense != "base"


@lru_cache(maxsize=1_024)
def outcome(text: str) -> str:
    """Return what came of a deed as sentences; one that lacks its verb gets it: 11 used units were found."""
    words = without_stop(tidy(text))
    if len(words) > LONGEST:
        return own(text).text
    said = (
        "; ".join(_outcome(part) for piece in without_stop(one).split("; ") for part in clauses(piece))
        for one in sentences(words)
    )
    return own(_both(" ".join(f"{one}." for one in said))).text


_BOTH = re.compile(
    r"(?P<head>(?:\d[\d,]*|[A-Za-z]+)(?: [\w-]+){0,4} (?P<be>was|were) \w+)\. "
    r"(?:They|These|It|All of (?:them|these)) (?P=be) (?P<tail>(?:\w+ly )?\w+(?: [^.,;:]+)?)\.?"
)


def _both(said: str) -> str:
    """Return two sentences on what was done with the same things as one: were found and destroyed."""
    found = _BOTH.fullmatch(said)
    if not found or found["head"].split()[-1] not in OUTCOMES:
        return said
    done = lexicon().verb(found["tail"].split()[0], "past")
    return f"{found['head']} and {found['tail']}." if done else said


LONGEST_OUTCOME = 16
"""Words up to which what came of a deed stands in the deed's own sentence."""


def absence(text: str) -> str | None:
    """Return what there was none of, as it stands behind "with": no late order since November 13."""
    phrase = read(mended(tidy(text)))
    first = phrase.words[0].low if phrase.words else ""
    is_thing = phrase.kind == "noun" and first in ("no", "zero") and len(sentences(phrase.text)) == 1
    return small_first(phrase.text) if is_thing else None


def outcome_inside(text: str) -> str | None:
    """Return what came of a deed as it stands behind a semicolon; None where it is no single short clause."""
    said = re.sub(r"(?<=xhibit [A-Z])\.\Z", "", outcome(text))
    phrase = read(said)
    if phrase.kind != "clause" or phrase.lead or phrase.tense not in ("past", "present") or re.search("[;:]", said):
        return None
    return uncapitalised(said) if len(phrase.words) <= LONGEST_OUTCOME else None


def _outcome(sentence: str) -> str:
    whole = re.search(r"\b(?:was|were)\b", sentence) is not None
    sentence = re.sub(r" ?(?:->|=>|→) ?(?=[a-z]+ed\b)", " and " if whole else " ", sentence)
    first = sentence.partition(" ")[0].lower()
    if first in _WE_DID and read(sentence).kind == "verb" and begins_object(read(sentence), 1):
        sentence = f"We {small_first(sentence)}"  # tested it with 20 orders
    told = re.sub(r"\A(?:[Ww]e )?[Ff]ound (?:that )?(?=(?:\d|all |the |no ))", "", sentence)
    if told != sentence and read(told).kind == "clause":
        sentence = told
    phrase = read(sentence)
    lows = [word.low for word in phrase.words]
    first = lows[0] if lows else ""
    counted = first[:1].isdigit() or first in NUMBERS or first in ("no", "all", "none")
    if not counted or phrase.kind == "foreign" or any(low in AUXILIARIES for low in lows):
        return without_stop(sentence)
    at = next(
        (place for place, low in enumerate(lows) if place and low in OUTCOMES and _ends_outcome(lows, place)), None
    )
    if at is None or (lows[at] in ("confirmed", "returned") and _ANSWERS.search(" ".join(lows[:at]))):
        return without_stop(sentence)
    verb = "was" if first in ("no", "none", "1", "one") else "were"
    place = phrase.words[at].start
    return f"{phrase.text[:place]}{verb} {phrase.text[place:]}"


_WE_DID = frozenset(("tested", "found", "received", "got", "sold", "shipped", "counted", "measured", "saw", "replaced"))
"""What we did ourselves where no subject stands before it: tested it with 20 orders."""
_ANSWERS = re.compile(r"\b(?:buyer|customer|supplier|client|factory|factories|carrier|brand)s?\b")
"""Who may confirm or return something, and is not confirmed or returned."""


def _ends_outcome(lows: list[str], at: int) -> bool:
    """Whether a participle describes nothing behind it: 11 used units found, but not 11 found units."""
    after = lows[at + 1] if at + 1 < len(lows) else ","
    return not after[0].isalpha() or after in PREPOSITIONS or after in CONJUNCTIONS


_RECORD = re.compile(
    r"(?:[\w-]+ ){1,6}(?:sheet|log|list|form|report|table|file|book|record|register|diary|folder|excel|tracker"
    r"|screenshot|photo)s?",
    re.IGNORECASE,
)
"""A few words that name a paper, though the first of them could be a verb: claims sheet."""


@lru_cache(maxsize=1_024)
def record(text: str) -> Fitted:
    """Fit the record a control leaves, as it stands in brackets: without its article."""
    found = thing(text)
    if found.use == "own" and _RECORD.fullmatch(without_stop(mended(tidy(text)))):
        found = named(text) or found
    bare = re.sub(r"^(?:the|a|an)\s+", "", found.text, flags=re.IGNORECASE)
    bare = _STATE.sub(r"\2 \1", _FILE_TYPE.sub("", bare))
    return replace(found, text=bare) if found.use == "noun" else found


_FILE_TYPE = re.compile(r" \((?:pdf|excel|xlsx?|word|docx?|csv|jpe?g|png)\)\Z", re.IGNORECASE)
_STATE = re.compile(r"\A([\w'’ -]+?),? (signed|dated|stamped|initialled|initialed|printed)\Z")


def with_article(words: str) -> str | None:
    """Return the name of a thing as a sentence takes it: the rate sheet; None where it is not plainly a name.

    Args:
        words: as they stand in brackets, without an article.
    """
    if not _NAMED.fullmatch(words):
        return None
    first = words.partition(" ")[0]
    return words if first.lower() in DETERMINERS or first.endswith(("'s", "’s")) else f"the {words}"


_NAMED = re.compile(
    r"[A-Za-z][\w'’&-]*(?: [\w'’&-]+){0,5}(?: \([\w ]+\)| [\"“][\w ]+[\"”]|, \w+ed(?: by [\w ]+)?|, with [\w -]+)?"
)
"""A few words without a mark between them; a form may stand behind them: posted roster (PDF), holiday list, signed."""


def is_plural(words: str) -> bool:
    """Whether a name is of several things: screenshots, photos of each parcel."""
    head = re.split(r" (?:of|in|on|from|for|with|to|by|at)\b| \(", words)[0]
    last, known = head.rpartition(" ")[2].lower(), lexicon()
    return last in known.plurals and last not in known.singulars


def note(text: str) -> Fitted:
    """Fit what is added to a metric's value: a phrase behind its sentence, as "with no late order since"."""
    phrase = read(text)
    low = phrase.text.lower()
    if low.startswith(("with ", "without ", "and ", "after ")):
        return Fitted("phrase", small_first(phrase.text))
    return Fitted("phrase", f"with {phrase.text}") if low.startswith("no ") and phrase.kind == "noun" else own(text)


def is_repeated(heading: str, told: str) -> bool:
    """Whether a heading says in other forms what the sentence it heads says, and hardly less."""
    said, stems = _stems(heading), _stems(told)
    if said and _bare(told).startswith(_bare(heading)):
        return True
    return bool(said) and said <= stems and len(said) >= MOSTLY * len(stems)


def _bare(words: str) -> str:
    """Return words in small letters, without articles and with a space behind the last."""
    return " ".join(word for word in re.findall(r"\w+", words.lower()) if word not in ("the", "a", "an")) + " "


_LITTLE = PREPOSITIONS | DETERMINERS | AUXILIARIES | CONJUNCTIONS
STEM = 5
"""Letters by which two forms of one word are alike: printed and prints."""


MOSTLY = 0.6
"""The share of a sentence's words that its heading must have to say nothing new."""


def _stems(words: str) -> set[str]:
    return {word.removesuffix("s")[:STEM] for word in re.findall(r"\w+", words.lower()) if word not in _LITTLE}


_LED_BY_TIME = re.compile(
    r"(?:(?:every|each) (?:working )?(day|week|month)|(daily|weekly|monthly)),? (?=\w)", re.IGNORECASE
)
_TIMED = re.compile(r" (?:daily|weekly|monthly)(?= \w)", re.IGNORECASE)
_UNITS = {"daily": "day", "weekly": "week", "monthly": "month", "morning": "day", "evening": "day"}
_WEEKDAYS = frozenset(name.lower() for name in calendar.day_name)


def _untimed(words: str, often: str) -> str:
    """Return a heading without how often, where its sentence says so: Every working day we read the rate."""
    found = _LED_BY_TIME.match(words)
    named = (found[1] or _UNITS[found[2].lower()]).lower() if found else ""
    told = [
        _UNITS.get(word, "week" if word.rstrip("s") in _WEEKDAYS else word)
        for word in re.findall(r"[a-z]+", often.lower())
    ]
    if found and named in told and " " in words[found.end() :]:
        return re.sub(r"\Awe (?=[a-z]+ )", "", words[found.end() :])
    if (inner := _TIMED.search(words)) and _UNITS[inner[0].strip().lower()] in told:
        return words[: inner.start()] + words[inner.end() :]
    return words


def heading(text: str, in_force: bool = False, often: str = "") -> str:
    """Return a heading as it prints: with a capital and without a stop.

    Args:
        text: as typed.
        in_force: whether it names what is done again and again, so that an order tells what is done: check open orders,
            open orders are checked.
        often: how often, where the sentence below says so.
    """
    words = _untimed(without_stop(mended(tidy(text))), often)
    return capitalised((_carried_out(words) if in_force else None) or words)


_WHEN = frozenset(("daily", "weekly", "monthly", "again", "twice", "once"))
_ORDERED = frozenset(
    ("stop", "avoid", "prevent", "improve", "ensure", "strengthen", "make", "keep", "have", "get", "do")
)
"""Verbs whose object is not what is worked on."""


def _carried_out(words: str) -> str | None:
    """Return an order with one thing behind its verb as what is done with the thing."""
    phrase = read(words)
    first, *lows = [word.low for word in phrase.words] or [""]
    verb = lexicon().verb(first, "base")
    if phrase.kind != "verb" or phrase.verb or verb is None or first in _ORDERED or not lows:
        return None
    if first in MODIFIERS and lows[0] in NAMED_KINDS:
        return None  # return comments
    when = phrase.words[-1].text if lows[-1] in _WHEN else ""
    thing = lows[:-1] if when else lows
    if not thing or len(thing) > LONGEST_THING or any(word in _LITTLE - DETERMINERS - {"all"} for word in thing):
        return None
    many = thing[-1] in lexicon().plurals and thing[-1] not in lexicon().singulars
    if not many and thing[0] not in ("each", "every", "the"):
        return None
    named = phrase.text[phrase.words[1].start : phrase.words[len(thing)].end].replace("all the ", "all ")
    return f"{named} {'are' if many else 'is'} {verb.participle}{f' {when}' if when else ''}"


LONGEST_THING = 5
"""Words of a thing that a heading can have as its subject."""


def cell(text: str) -> str:
    """Return words as they stand by themselves in a table: mended, with a capital, without the last stop."""
    words = without_stop(mended(tidy(text)))
    return text if len(text) > LONGEST else " ".join(capitalised(one) for one in sentences(words))


def closed(text: str) -> tuple[str, bool]:
    """Return sentences of somebody's own with a capital, and whether the last one still wants its stop."""
    if len(text) > LONGEST or "\n" in text.strip():
        return text, False
    if not is_foreign(text):
        plain = begun(full_forms(text.translate(WIDE_MARKS)))
        text = _split(mended(plain.rstrip(" ") if plain[-1:] != text[-1:] else plain))
    at = len(text) - len(text.lstrip())
    return text[:at] + capitalised(text[at:]), text[-1:].isalnum()


_REASON = re.compile(r"(?:The|Our) (?:main |root )?(?:reason|cause) (?=(?:is|was)\b)")


def reason_opening(text: str) -> tuple[str, str]:
    """Return an opening that names no effect apart from its first words: The reason, is our own purchasing work."""
    found = _REASON.match(text)
    if not found:
        return "", text
    be, _, told = text[found.end() :].partition(" ")
    clause = read(told).kind == "clause" and not told.lower().startswith(("that ", "because "))
    return found[0].strip(), f"{be} {'that ' if clause else ''}{told}"


def _split(text: str) -> str:
    """Return sentences with only a comma between them apart: we shipped late, it was our mistake."""
    told = sentences(text)
    return " ".join(map(sentences_of, told)) if " ".join(told) == text else text
