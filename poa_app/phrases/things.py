"""Fit the names of things, headings and sentences of somebody's own."""

from __future__ import annotations

import re
from dataclasses import replace

from poa_app.phrases.fitted import Fitted, named, own, small_first, without_lead
from poa_app.phrases.function_words import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from poa_app.phrases.phrase import begins_object, read
from poa_app.phrases.text import LONGEST, WIDE_MARKS, capitalised, is_foreign, tidy, without_stop
from poa_app.phrases.words import Phrase

HEADING_LIMIT = 12
"""Words of a heading above which a reviewer no longer takes it in at a glance."""

_KEPT_IN = re.compile(
    r"(?:we\s+)?(?:will\s+)?(?:(?:record|log|write|note|enter)(?:s|ed)?\s+(?:(?:it|them|this)\s+)?(?:in|on)|keeps?)\s+(?=\S)",
    re.IGNORECASE,
)
_YOURS = (
    (re.compile(r"\byou have\b", re.IGNORECASE), "we have"),
    (re.compile(r"\byour\b", re.IGNORECASE), "our"),
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


def record(text: str) -> Fitted:
    """Fit the record a control leaves, as it stands in brackets: without its article."""
    found = thing(text)
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
    """Whether every word of a heading that carries meaning stands in the sentence it heads, in whatever form."""
    stems = {_stem(word) for word in re.findall(r"\w+", told.lower())}
    said = [_stem(word) for word in re.findall(r"\w+", heading.lower()) if word not in _LITTLE]
    return bool(said) and stems.issuperset(said)


_LITTLE = PREPOSITIONS | DETERMINERS | AUXILIARIES | CONJUNCTIONS
STEM = 5
"""Letters by which two forms of one word are alike: printed and prints."""


def _stem(word: str) -> str:
    return word.removesuffix("s")[:STEM]


def heading(text: str) -> str:
    """Return a heading as it prints: with a capital and without a stop."""
    return capitalised(without_stop(tidy(text)))


def asked(text: str) -> str:
    """Return the words of a request as the heading of its answer: the actions you have taken, Actions we have taken."""
    if len(text) > LONGEST:
        return text
    words = re.sub(r"\Athe\s+(?=[a-z])", "", text, flags=re.IGNORECASE)
    for pattern, ours in _YOURS:
        words = pattern.sub(ours, words)
    return capitalised(words)


def closed(text: str) -> tuple[str, bool]:
    """Return sentences of somebody's own with a capital, and whether the last one still wants its stop."""
    if len(text) > LONGEST or "\n" in text.strip():
        return text, False
    if not is_foreign(text):
        text = text.translate(WIDE_MARKS)
    at = len(text) - len(text.lstrip())
    return text[:at] + capitalised(text[at:]), text[-1:].isalnum()
