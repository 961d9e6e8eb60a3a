"""How long it takes to hold a text of usual length against the rules over words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

import pytest

from poa_app.english.lint import lint
from poa_app.english.setting import Setting
from tests.language.labelled import CASES, read

pytestmark = pytest.mark.benchmark

WORDS = 600
FIRST, AGAIN = 0.025, 0.005
"""Seconds for a text never seen, and after an edit of one of its paragraphs."""
PLAIN_PASSES = 1_000
"""How many passes of one plain pattern over the same text a first reading may cost: a bound that no machine changes."""


def _paragraphs() -> list[str]:
    """Return paragraphs of labelled drafts, of some sixty words each, until there are 600 words."""
    sentences = [line for path in CASES for line in read(path).text.splitlines() if line.strip()]
    found: list[str] = []
    while len(" ".join(found).split()) < WORDS:
        paragraph = ""
        while len(paragraph.split()) < 55:
            paragraph = f"{paragraph} {sentences.pop(0)}".strip()
        found.append(paragraph)
    return found


def test_rules_over_words_are_quick(
    by_turns: Callable[..., list[float]], report: Callable[[str, str, str], None]
) -> None:
    paragraphs = _paragraphs()
    text = "\n\n".join(paragraphs)
    around = Setting(section="corrective")
    edits = itertools.count()
    word = re.compile(r"\bnever\s+again\b", re.IGNORECASE)

    def first() -> None:
        number = next(edits)
        lint("\n\n".join(f"Lot {number} waits. {paragraph}" for paragraph in paragraphs), around)

    def again() -> None:
        changed = [*paragraphs[:4], f"{paragraphs[4]} Batch {next(edits)}.", *paragraphs[5:]]
        lint("\n\n".join(changed), around)

    def plain() -> None:
        for _ in word.finditer(text):
            pass

    whole, after, once = by_turns(first, again, plain, rounds=15)
    report(f"rules over words, {len(text.split())} words, first", f"{whole * 1e3:.1f} ms", "<= 25 ms")
    report("rules over words, after an edit", f"{after * 1e3:.1f} ms", "<= 5 ms")
    assert after <= whole / 5
    assert whole <= PLAIN_PASSES * once
