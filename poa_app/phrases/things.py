"""Fit the names of things, headings and sentences of somebody's own."""

from __future__ import annotations

import re
from dataclasses import replace

from poa_app.phrases.fitted import Fitted, named, own, small_first, without_lead
from poa_app.phrases.function_words import AUXILIARIES, CONJUNCTIONS, DETERMINERS, NUMBERS, OUTCOMES, PREPOSITIONS
from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.mending import mended
from poa_app.phrases.phrase import begins_object, read
from poa_app.phrases.text import LONGEST, WIDE_MARKS, capitalised, is_foreign, sentences, tidy, without_stop
from poa_app.phrases.words import Phrase

HEADING_LIMIT = 12
"""Words of a heading above which a reviewer no longer takes it in at a glance."""

_KEPT_IN = re.compile(
    r"(?:we\s+)?(?:will\s+)?(?:(?:record|log|write|note|enter)(?:s|ed)?\s+(?:(?:it|them|this)\s+)?(?:in|on)|keeps?)\s+(?=\S)",
    re.IGNORECASE,
)
_YOURS = (
    (re.compile(r"\byou have\b", re.IGNORECASE), "we have"),
    (re.compile(r"\byours\b", re.IGNORECASE), "ours"),
    (re.compile(r"\byour\b", re.IGNORECASE), "our"),
    (
        re.compile(
            r"(?<=\b(?:to|of|by)\s)you\b|(?<=\b(?:for|ask|let)\s)you\b|(?<=\b(?:with|from|told|gave|sent)\s)you\b", re.I
        ),
        "us",
    ),
    (re.compile(r"\byou\b", re.IGNORECASE), "we"),
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


def outcome(text: str) -> str:
    """Return what came of a deed as sentences; one that lacks its verb gets it: 11 used units were found."""
    words = without_stop(tidy(text))
    if len(words) > LONGEST:
        return own(text).text
    return own(" ".join(f"{_outcome(one)}." for one in sentences(words))).text


def _outcome(sentence: str) -> str:
    phrase = read(sentence)
    lows = [word.low for word in phrase.words]
    first = lows[0] if lows else ""
    counted = first[:1].isdigit() or first in NUMBERS or first in ("no", "all", "none")
    if not counted or phrase.kind == "foreign" or any(low in AUXILIARIES for low in lows):
        return without_stop(sentence)
    at = next(
        (place for place, low in enumerate(lows) if place and low in OUTCOMES and _ends_outcome(lows, place)), None
    )
    if at is None:
        return without_stop(sentence)
    verb = "was" if first in ("no", "none", "1", "one") else "were"
    place = phrase.words[at].start
    return f"{phrase.text[:place]}{verb} {phrase.text[place:]}"


def _ends_outcome(lows: list[str], at: int) -> bool:
    """Whether a participle describes nothing behind it: 11 used units found, but not 11 found units."""
    after = lows[at + 1] if at + 1 < len(lows) else ","
    return not after[0].isalpha() or after in PREPOSITIONS or after in CONJUNCTIONS


_RECORD = re.compile(
    r"(?:[\w-]+ ){1,3}(?:sheet|log|list|form|report|table|file|book|record|records|register|diary|folder|sheets|logs)",
    re.IGNORECASE,
)
"""A few words that name a paper, though the first of them could be a verb: claims sheet."""


def record(text: str) -> Fitted:
    """Fit the record a control leaves, as it stands in brackets: without its article."""
    found = thing(text)
    if found.use == "own" and _RECORD.fullmatch(without_stop(tidy(text))):
        found = named(text) or found
    bare = re.sub(r"^(?:the|a|an)\s+", "", found.text, flags=re.IGNORECASE)
    return replace(found, text=bare) if found.use == "noun" else found


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
    return bool(said) and said <= stems and len(said) >= MOSTLY * len(stems)


_LITTLE = PREPOSITIONS | DETERMINERS | AUXILIARIES | CONJUNCTIONS
STEM = 5
"""Letters by which two forms of one word are alike: printed and prints."""


MOSTLY = 0.6
"""The share of a sentence's words that its heading must have to say nothing new."""


def _stems(words: str) -> set[str]:
    return {word.removesuffix("s")[:STEM] for word in re.findall(r"\w+", words.lower()) if word not in _LITTLE}


def heading(text: str) -> str:
    """Return a heading as it prints: with a capital and without a stop."""
    return capitalised(without_stop(mended(tidy(text))))


def asked(text: str) -> str:
    """Return the words of a request as the heading of its answer: the actions you have taken, Actions we have taken.

    A question or an order stays as it was put.
    """
    if len(text) > LONGEST or text.rstrip().endswith(("?", "？")):
        return text
    text = text.replace("cause(s)", "causes")
    if _is_order(text):
        return capitalised(text)
    words = re.sub(r"\Athe\s+(?=[a-z])", "", text, flags=re.IGNORECASE)
    for pattern, ours in _YOURS:
        words = pattern.sub(ours, words)
    return capitalised(words)


def _is_order(text: str) -> bool:
    """Whether words tell somebody to do something: Verify your account, but not Contact information."""
    phrase = read(text)
    first = phrase.words[0].low if phrase.words else ""
    if lexicon().verb(first, "base") is None:
        return False
    return not lexicon().is_noun(first) or begins_object(phrase, 1)


def closed(text: str) -> tuple[str, bool]:
    """Return sentences of somebody's own with a capital, and whether the last one still wants its stop."""
    if len(text) > LONGEST or "\n" in text.strip():
        return text, False
    if not is_foreign(text):
        plain = text.translate(WIDE_MARKS)
        text = mended(plain.rstrip(" ") if plain[-1:] != text[-1:] else plain)
    at = len(text) - len(text.lstrip())
    return text[:at] + capitalised(text[at:]), text[-1:].isalnum()
