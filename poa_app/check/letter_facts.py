"""The facts a field of the letter states and somebody must have told: dates, numbers, names, ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from poa_app.check.sources import Fact
from poa_app.facts.people import people
from poa_app.facts.tokens import Token, normalize_number, tokens
from poa_app.model.fields import field_at
from poa_app.model.plain import plain_signs
from poa_app.model.text import FIELD_LIMIT


def facts_of_field(path: str, value: Any) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    """Yield the facts of a field that somebody must have told, each with every value it can mean."""
    if isinstance(value, tuple):
        return
    if isinstance(value, date):
        yield value.isoformat(), (("date", value.isoformat()),)
    elif isinstance(value, int | Decimal) and not isinstance(value, bool):
        if value > 1:
            yield str(value), (("number", normalize_number(Decimal(value))),)
    elif isinstance(value, str) and len(value) <= FIELD_LIMIT:
        field = field_at(path)
        if field.spec.is_name:
            yield value.strip(), (("name", value.strip().casefold()),)
        elif path.startswith("/identifiers/") and path.endswith("/value"):
            yield value.strip(), (("id", "".join(plain_signs(value).split()).upper()),)
        elif not field.options and not field.spec.choices and not field.spec.refers_to:
            yield from _of_text(value)


_NUMBERED = re.compile(
    r"(?:\b(?:sections?|steps?|parts?|polic(?:y|ies)|chapters?|annex|levels?|phases?|questions?|answers?|points?|no\.?"
    r"|article|clause|class|page|version|exhibit|cause|line)\s|#|(?:\A|\n)\s{0,4})\Z",
    re.IGNORECASE,
)
"""What stands before a number that names something; at the beginning of a line it numbers a list."""
_LISTED = re.compile(r"[.)]\s")
_YEAR = re.compile(r"(?:19|20)\d\d")


def _of_text(text: str) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    for token in tokens(text):
        if token.kind == "date":
            yield token.quote, tuple(("date", value) for value in token.values)
        elif token.kind == "number" and _counts(token, text):
            yield token.quote, (("number", token.value),)
        elif token.kind == "identifier":
            yield token.quote, (("id", token.value),)
        elif token.kind == "code" and not _YEAR.fullmatch(token.value) and token.quote[0] not in "+(":
            money = token.value.replace(",", "")
            number = money if re.fullmatch(r"\d{1,12}(?:\.\d{1,4})?", money) else ""
            yield (
                token.quote,
                (("id", token.value), *((("number", normalize_number(Decimal(number))),) if number else ())),
            )
    for person in people(plain_signs(text)):
        if person.kind == "name":
            yield person.value, (("name", person.value.casefold()),)


def _counts(token: Token, text: str) -> bool:
    """Whether a number says how many; a spelled-out one, a number of a list and none or one at all say nothing new."""
    if not token.quote[:1].isdigit() or token.value in ("0", "1"):
        return False
    before = _NUMBERED.search(text, max(0, token.start - 16), token.start)
    if not before:
        return True
    return before[0].strip() == "" and not _LISTED.match(text, token.end)
