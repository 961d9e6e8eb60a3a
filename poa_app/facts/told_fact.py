"""One fact in what a client sent, and the sentence it is read out of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from poa_app.facts.tokens import Token, tokens
from poa_app.model.plain import plain_signs

ToldKind = Literal[
    "date", "time", "count", "percentage", "order", "asin", "shipment", "tracking", "code", "role", "name", "file",
    "money",
]  # fmt: skip
Counted = Literal["things", "people", "spans", ""]

LONGEST_PIECE = 600
"""Characters of one sentence above which it is read in pieces."""


@dataclass(frozen=True)
class Told:
    """One fact in what a client sent.

    Attributes:
        kind: what it is.
        value: in the one form of its kind: 2026-11-12, 15:00, 1412, an id in capitals, else its words.
        start: of its words in the line.
        end: of its words in the line.
        quote: its words.
        readings: every value it can mean, the likeliest first, where there are several.
        beside: the name of a role, or the role of a name.
        counted: what a count counts, broadly; nothing where its noun is not known.
        about: whether a count is an estimate.
    """

    kind: ToldKind
    value: str
    start: int
    end: int
    quote: str
    readings: tuple[str, ...] = ()
    beside: str = ""
    counted: Counted = ""
    about: bool = False

    @property
    def values(self) -> tuple[str, ...]:
        """Every value it can mean, the likeliest first."""
        return self.readings or (self.value,)


class Sentence:
    """A sentence on its way to its facts; what one pattern has read, the next does not see."""

    def __init__(self, text: str, said: date | None, near: date | None) -> None:
        self.text, self.said, self.near = text, said, near
        self.plain = self.left = plain_signs(text)
        self.found: list[Told] = []

    def add(self, kind: ToldKind, values: Iterable[str], span: tuple[int, int], **more: object) -> None:
        """Note a fact and take its words out of what is still to be read."""
        held = tuple(dict.fromkeys(values))
        if held:
            start, end = span
            one = Told(kind, held[0], start, end, self.text[start:end], held if len(held) > 1 else ())
            self.found.append(replace(one, **more))  # type: ignore[arg-type]
        self.hide(span)

    def hide(self, span: tuple[int, int]) -> None:
        """Take words out of what is still to be read."""
        start, end = span
        self.left = f"{self.left[:start]}{' ' * (end - start)}{self.left[end:]}"

    def each(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """Return where a pattern stands in what is still to be read."""
        return list(pattern.finditer(self.left))

    def tokens(self, *kinds: str) -> list[Token]:
        """Return what the reader of English text finds in what is still to be read."""
        return [token for token in tokens(_COMMA.sub(" ", self.left)) if token.kind in kinds]


_COMMA = re.compile(r"(?<!\d),(?=\d)", re.ASCII)
"""A comma that parts a number from words, as 没发，41 of 418 has it, and not its thousands."""
