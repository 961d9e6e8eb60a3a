"""One way to ask how the words of any field are read, for the check and for "reads as" beside the field."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from poa_app.phrases import failure, fit, method, things, trips
from poa_app.phrases.actor import Actor, actor
from poa_app.phrases.company_voice import of_company
from poa_app.phrases.fitted import Fitted, own
from poa_app.phrases.function_words import FUTURES
from poa_app.phrases.phrase import read
from poa_app.phrases.place import moment, place
from poa_app.phrases.text import tidy, without_stop
from poa_app.phrases.typed_numbers import in_english

Form = Literal[
    "cause", "condition", "deed", "habit", "heading", "heading-of-control", "method", "moment", "note", "place",
    "reason", "record", "response", "result", "role", "target",
]  # fmt: skip
"""What a field's words become in the letter."""

HEADINGS: tuple[Form, ...] = ("heading", "heading-of-control")

SOMEBODY = "owner"
"""Stands for who has not been named yet."""


@dataclass(frozen=True)
class Reading:
    """How words are read.

    Attributes:
        certain: whether they may stand inside another sentence; else they stand by themselves.
        text: as they print there.
    """

    certain: bool
    text: str


def reading(form: Form, text: str, who: str = "") -> Reading:
    """Return how the words of a field print.

    Args:
        form: what they become.
        text: as typed.
        who: the owner of their row, as typed.
    """
    said = text if form == "role" or form in HEADINGS else of_company(text)
    fitted = _FITS[form](in_english(said), actor(who) or actor(SOMEBODY))
    told = f"{fitted.text}. {fitted.rest}" if fitted.rest else fitted.text
    return Reading(fitted.joins or form in ("result", *HEADINGS), told)


def _phrase(found: str | None, text: str) -> Fitted:
    return Fitted("phrase", found) if found else own(text)


def _role(text: str, _: Actor | None) -> Fitted:
    found = actor(text)
    return Fitted("noun", found.bare) if found else own(text)


_FITS: dict[Form, Callable[[str, Actor | None], Fitted]] = {
    "cause": failure.cause,
    "condition": lambda text, _: trips.condition(text),
    "deed": fit.deed,
    "habit": fit.habit,
    "heading": lambda text, _: Fitted("noun", things.heading(text)),
    "heading-of-control": lambda text, _: Fitted("noun", things.heading(text, in_force=True)),
    "method": method.method,
    "moment": lambda text, _: _phrase(moment(text), text),
    "note": lambda text, _: things.note(text),
    "place": lambda text, _: _phrase(place(text), text),
    "reason": lambda text, who: failure.reason(text, who).fitted,
    "record": lambda text, _: things.record(text),
    "response": trips.response,
    "result": lambda text, _: Fitted("own", things.outcome(text)) if text.strip() else own(text),
    "role": _role,
    "target": lambda text, _: trips.target(text),
}

_AHEAD = re.compile(
    r"\b(?:(?P<will>will|shall|won['’]t)|"
    + "|".join(FUTURES)
    + r"|in (?:the )?future|as soon as possible|tomorrow|going forward"
    r"|(?:if|when) (?:the )?(?:cash|budget|money|time) (?:allows|permits)|to be (?:done|completed|implemented))\b",
    re.IGNORECASE,
)
_AHEAD_OF_A_DEED = re.compile(r"\bnext (?:week|month|quarter|year)\b", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:that|which|who|whether|if|until|when|so)\b[^.;]*\Z", re.IGNORECASE)
"""What opens a clause within the sentence: in "asked whether it will arrive" the asking is done."""


def words_ahead(text: str, is_deed: bool = True) -> re.Match[str] | None:
    """Find words that speak of what has not happened yet: will, plan to, if the budget allows.

    Args:
        text: of a field or passage.
        is_deed: whether it tells of one time; a control may well look at the next month.
    """
    for found in _AHEAD.finditer(text):
        if not (found["will"] and _WITHIN.search(text[: found.start()])):
            return found
    return _AHEAD_OF_A_DEED.search(text) if is_deed else None


def is_past(text: str) -> bool:
    """Whether words tell of one time in the past, where something done again and again should stand."""
    phrase = read(text)
    return phrase.kind in ("verb", "clause") and phrase.tense == "past"


_NOTHING = re.compile(
    r"(?:n\s?/?\s?a|none|nothing|same(?: as (?:above|before))?|as above|see above|-+|\.+|x+|tbd)", re.IGNORECASE
)


def says_nothing(text: str) -> bool:
    """Whether a field is filled with words that tell nothing, such as "N/A" and "same as above"."""
    words = without_stop(tidy(text))
    return not words or bool(_NOTHING.fullmatch(words))
