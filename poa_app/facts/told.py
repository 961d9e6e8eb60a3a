"""What a client sent, sentence by sentence, each with its facts and the line it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from poa_app.facts.chat import ChatLine, chat_lines
from poa_app.facts.told_fact import LONGEST_PIECE, Told
from poa_app.facts.told_reader import facts_in
from poa_app.model.case import Case

READ_LIMIT = 60_000
"""Characters of one message above which it is not read; a client's whole chat has fewer."""


@dataclass(frozen=True)
class ToldLine:
    """One sentence of what a client sent, with its facts.

    Attributes:
        message: id of the message.
        number: of its line in the message, from 1; sentences of one line share it.
        text: its words.
        facts: in their order.
    """

    message: str
    number: int
    text: str
    facts: tuple[Told, ...]


@lru_cache(maxsize=1_024)
def told_lines(message: str, text: str, received: date | None, notice: date | None) -> tuple[ToldLine, ...]:
    """Read a message sentence by sentence; what a chat or a mail puts around its lines is no part of it.

    Args:
        message: its id.
        text: as pasted.
        received: the day it came, which "yesterday" and days without a year are counted from.
        notice: the day of Amazon's notice, which stands in where neither it nor the message itself tells a day.
    """
    near = received or notice
    found: list[ToldLine] = []
    for line in chat_lines(text[:READ_LIMIT], near):
        for piece in sentences(line):
            said = line.day or received
            found.append(ToldLine(message, line.number, piece, facts_in(piece, said, said or notice)))
    return tuple(found)


def lines_of(case: Case) -> tuple[ToldLine, ...]:
    """Return every sentence of what the client of a case sent, message by message."""
    notice = _day(case.notice.received)
    return tuple(
        line
        for message in case.client_messages
        for line in told_lines(message.id, message.text or "", _day(message.received), notice)
    )


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


_END = re.compile(r"(?<=[。！？；!?;])\s*|(?<=[a-z0-9)][a-z0-9)]\.)\s+(?=[A-Z])")


def sentences(line: ChatLine) -> Iterator[str]:
    """Yield the sentences of a line; a row of cells is one."""
    pieces = [line.text] if "\t" in line.text else _END.split(line.text)
    for piece in pieces:
        for at in range(0, len(piece), LONGEST_PIECE):
            if words := piece[at : at + LONGEST_PIECE].strip():
                yield words
