"""Sentences that somebody joined with a comma alone: claims went to the carrier, we never looked at them."""

from __future__ import annotations

import re
from functools import lru_cache

from poa_app.phrases import function_words as small
from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.phrase import read
from poa_app.phrases.text import capitalised

_AT = re.compile(r"[,;] (?:(?:and )?(?:also|meanwhile) )?")
_YEAR = re.compile(r"\d{4}\b")
MOST_MARKS = 8
"""Commas above which words are a list, and are not looked through."""
_NO_NEW_SENTENCE = small.RELATIVES | small.CONJUNCTIONS | small.SUBORDINATORS


@lru_cache(maxsize=1_024)
def clauses(text: str) -> tuple[str, ...]:
    """Return the clauses of a sentence that only a comma or a semicolon joins, where both sides are surely clauses.

    Args:
        text: one tidy sentence.
    """
    if text.count(",") + text.count(";") > MOST_MARKS:
        return (text,)
    for found in _AT.finditer(text):
        head, tail = text[: found.start()], text[found.end() :]
        if _is_balanced(head) and _is_clause(head, found[0][0]) and _begins_clause(tail, found[0][0]):
            return (head, *clauses(tail))
    return (text,)


def sentences_of(text: str) -> str:
    """Return a sentence with each of its clauses that only a comma joins as a sentence, without the last stop."""
    return ". ".join(capitalised(one) for one in clauses(text))


def _is_balanced(text: str) -> bool:
    return text.count("(") == text.count(")") and text.count('"') % 2 == 0


def _is_clause(text: str, mark: str) -> bool:
    phrase = read(text)
    if phrase.kind == "verb" and mark == ";":
        return phrase.tense in ("past", "present")
    return phrase.kind == "clause" and not phrase.lead and phrase.tense in ("past", "present")


def _begins_clause(text: str, mark: str) -> bool:
    phrase = read(text.split("; ", maxsplit=1)[0])
    if phrase.kind != "clause" or (phrase.lead and mark == ",") or "," in phrase.subject or _YEAR.match(text):
        return False
    subject, verb = phrase.words[phrase.verb - 1].low, phrase.words[phrase.verb].low
    many = (
        subject.endswith("s") or subject in small.SUBJECTS or subject in small.DETERMINERS or " and " in phrase.subject
    )
    if verb in ("are", "were") and not many and subject not in lexicon().plurals - lexicon().singulars:
        return False  # the end of a list: name, address, quantity are the same
    first = phrase.words[0].low
    if first == "that" and phrase.verb == 1:
        return True
    return first not in _NO_NEW_SENTENCE or (mark == ";" and first in small.SUBORDINATORS)
