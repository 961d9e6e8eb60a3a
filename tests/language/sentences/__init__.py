"""Sentences of many writers, one a line: the families it is of, a bar, and the sentence.

A line in brackets names the section in which the following ones stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

SIGNS = {
    "B": "begging", "T": "threat", "E": "emotion", "L": "blame", "P": "promise", "V": "vague", "X": "prohibited",
}  # fmt: skip
"""Families by the sign that stands for each; 0 stands for none."""
ASIDE_FIRST = frozenset(("chinese-artless", "chinese-service", "indian-indirect", "american-indirect", "british"))
ASIDE_LATER = frozenset(("continental", "small-owners"))
"""Writers who never saw a rule, and labelled nothing but the families above."""
ASIDE = ASIDE_FIRST | ASIDE_LATER
"""Writers of whom nothing is learnt: they tell how well what was learnt from the others holds."""


@dataclass(frozen=True)
class Line:
    """One sentence, or two."""

    writer: str
    section: str
    families: frozenset[str]
    text: str


@cache
def lines() -> tuple[Line, ...]:
    """Return the lines of all writers."""
    found = []
    for path in sorted(Path(__file__).parent.glob("*.txt")):
        section = "letter"
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                section = line.strip("[]")
            elif line:
                signs, _, text = line.partition("|")
                found.append(Line(path.stem, section, frozenset(SIGNS[one] for one in signs if one != "0"), text))
    return tuple(found)
