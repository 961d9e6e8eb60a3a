"""What the client told: the facts of each message, their use in the letter, and the sources of the letter's own."""

from __future__ import annotations

from poa_app.check.provenance import LetterFact, Provenance
from poa_app.check.sources import Source
from poa_app.check.told_use import ToldUse
from poa_app.facts.told import ToldLine, lines_of
from poa_app.model.case import Case

__all__ = ["LetterFact", "Provenance", "Source", "ToldLine", "ToldUse", "facts_by_line"]


def facts_by_line(case: Case, message: str) -> tuple[ToldLine, ...]:
    """Return the sentences of one message that hold a fact.

    Args:
        case: the case.
        message: id of the message.
    """
    return tuple(line for line in lines_of(case) if line.message == message and line.facts)
