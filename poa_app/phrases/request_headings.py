"""Turn what a notice asks for into the heading of its answer."""

from __future__ import annotations

import re

from poa_app.phrases.lexicon import lexicon
from poa_app.phrases.phrase import begins_object, read
from poa_app.phrases.text import LONGEST, capitalised

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

_ASKS = r"how|why|what|which|who|whether|where|when"
_ORDERS = (
    rf"(?:tell\s+us|let\s+us\s+know|explain(?:\s+to\s+us)?|describe|state|say|specify|clarify)\s+(?=(?:{_ASKS})\b)",
    rf"""(?:submit|send|write|provide|give|make|include|file)(?:\s+us)?\s+(?:an?|your|the)\s+(?:[a-z]+\s+)?
    (?:appeal|explanation|statement|letter|description|answer|response)\s+(?:explaining|describing|stating|showing
    |that\s+(?:explains|describes|states|shows)|of|on|about|as\s+to)\s+(?=(?:{_ASKS})\b)""",
    r"""(?:provide|submit|send|upload|include|attach|enclose|supply)(?:\s+us)?(?:\s+with)?\s+
    (?:(?:an?|the)\s+(?=[a-z])|(?=(?:your|any|all|copies|photos|pictures|invoices|receipts|documents|proof|evidence)\b))
    (?![^.;]*\b(?:again|once\s+more)\b)""",
)
_ORDER = re.compile(rf"\A(?:(?:please|kindly)\s+)?(?:{'|'.join(_ORDERS)})", re.IGNORECASE | re.VERBOSE)
"""Words that order somebody to send or to tell what they go on to name."""
_STOP = re.compile(r"(?<=[a-z]{3})\.\s*\Z")
"""The stop behind the last word, where it is no abbreviation's: "Co., Ltd." keeps its own."""


def asked(text: str) -> str:
    """Return the words of a request as the heading of its answer: the actions you have taken, Actions we have taken.

    An order to send or tell something is left out before what it names; a question, or another order, stays as it was
    put, but for its stop.
    """
    if len(text) > LONGEST or text.rstrip().endswith(("?", "？")):
        return text
    text = _STOP.sub("", text)
    text = text.replace("cause(s)", "causes")
    named = _ORDER.sub("", text, count=1)
    if named == text and _is_order(text):
        return capitalised(text)
    words = re.sub(r"\Athe\s+(?=[a-z])", "", named, flags=re.IGNORECASE)
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
