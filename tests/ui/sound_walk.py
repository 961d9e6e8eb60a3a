"""With which eyes a walk without a browser reads the letter in which it ends."""

from __future__ import annotations

import re

from tests.browser.sound_letter import MOST_WORDS, faults
from tests.ui.screen_walk import ScreenWalk

TABLE = re.compile(r"^- (?:ASIN|Company): .*$", re.MULTILINE)
"""A line of a table, whose columns are named in it."""

BAD = (
    "because because", "The step belonged", "This had been so", "This went on", "In force since", "As of ",
    "It happened because", "We did not notice this before your notice", "sold again as new", "0 of 0", "1. Documents",
    "The work is recorded in", "This blocks cause", "In turn", "Because ",
)  # fmt: skip
"""Words of the sentences that made the letters of these tasks bad, or stiff."""


def is_sound(walk: ScreenWalk, *names: str) -> str:
    """Assert that the letter could be sent: nothing blocks, nothing is broken, it is short enough; return it."""
    walk.settle()
    assert walk.found() == []
    letter = walk.letter()
    prose = TABLE.sub("", letter.partition("\n\nAnnex 1.")[0])
    assert faults(prose, names) == []
    assert [words for words in BAD if words in letter] == []
    assert len(letter.split()) < MOST_WORDS
    return letter


def holds(letter: str, *facts: str) -> None:
    """Assert that a letter holds certain words."""
    assert [one for one in facts if one not in letter] == []


def left(walk: ScreenWalk, severity: str) -> set[str]:
    """Return the rules that still have something to say."""
    return {one.rule for one in walk.found(severity)}
