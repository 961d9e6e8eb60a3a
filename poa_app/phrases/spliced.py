"""Sentences that somebody joined with a comma alone: claims went to the carrier, we never looked at them."""

from __future__ import annotations

import re
from functools import lru_cache

from poa_app.phrases import function_words as small
from poa_app.phrases.phrase import read
from poa_app.phrases.text import capitalised

_AT = re.compile(r"[,;] (?:(?:and )?(?:also|meanwhile) )?")
_NO_NEW_SENTENCE = small.RELATIVES | small.CONJUNCTIONS | small.SUBORDINATORS


@lru_cache(maxsize=1_024)
def clauses(text: str) -> tuple[str, ...]:
    """Return the clauses of a sentence that only a comma or a semicolon joins, where both sides are surely clauses.

    Args:
        text: one tidy sentence.
    """
    for found in _AT.finditer(text):
        head, tail = text[: found.start()], text[found.end() :]
        if _is_balanced(head) and _is_clause(head) and _begins_clause(tail, found[0][0]):
            return (head, *clauses(tail))
    return (text,)


def sentences_of(text: str) -> str:
    """Return a sentence with each of its clauses that only a comma joins as a sentence, without the last stop."""
    return ". ".join(capitalised(one) for one in clauses(text))


def _is_balanced(text: str) -> bool:
    return text.count("(") == text.count(")") and text.count('"') % 2 == 0


def _is_clause(text: str) -> bool:
    phrase = read(text)
    return phrase.kind == "clause" and not phrase.lead and phrase.tense in ("past", "present")


def _begins_clause(text: str, mark: str) -> bool:
    phrase = read(text.split("; ")[0])
    if phrase.kind != "clause" or (phrase.lead and mark == ","):
        return False
    first = phrase.words[0].low
    return first not in _NO_NEW_SENTENCE or (mark == ";" and first in small.SUBORDINATORS)
