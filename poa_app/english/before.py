"""What a paragraph has to know of those before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Part = Literal["cause", "corrective", "preventive", "answer", "unknown"]


@dataclass(frozen=True, slots=True)
class Before:
    """What the paragraphs before one have told, as far as it changes what is said of that one.

    Attributes:
        part: of the appeal, which the last heading names.
        dated_heading: whether the heading at hand says on which day.
        any_day: whether any day was named.
        named: whether the line at hand tells a deed of somebody named.
        dated: whether that deed has its day.
        answers: whether the line at hand tells what was done about it.
    """

    part: Part = "unknown"
    dated_heading: bool = False
    any_day: bool = False
    named: bool = False
    dated: bool = False
    answers: bool = False


NOTHING = Before()
"""What stands before the first paragraph."""
