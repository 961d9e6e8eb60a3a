"""How long a notice of usual length takes to be read, once the data are loaded."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from poa_app.facts.folding import fold
from poa_app.facts.tokens import tokens
from poa_app.knowledge import knowledge
from poa_app.notice.read import read_notice

CASES = sorted((Path(__file__).parent.parent / "notice" / "cases").glob("*.toml"))
MOST_TIMES = 35
"""How much longer reading may take than finding the facts of a text: as 20 ms are to the 12.7 once measured."""

pytestmark = pytest.mark.benchmark


def test_a_notice_is_read_within_its_time(
    by_turns: Callable[..., list[float]], report: Callable[[str, str, str], None]
) -> None:
    known = knowledge()
    texts = [tomllib.loads(file.read_text(encoding="utf-8"))["text"] for file in CASES]

    def all_of_them() -> None:
        for text in texts:
            read_notice(text, known)

    def facts_alone() -> None:
        for text in texts:
            fold(text)
            tokens(text)

    longest = max(texts, key=len)
    together, alone, one = by_turns(all_of_them, facts_alone, lambda: read_notice(longest, known), rounds=4)
    report("a notice read", f"{together / len(texts) * 1e3:.1f} ms", "aim: 20 ms")
    report("the same, against finding its facts alone", f"{together / alone:.1f} times", f"gate: {MOST_TIMES}")
    report(f"the longest, {len(longest)} signs", f"{one * 1e3:.1f} ms", "")
    assert together / alone <= MOST_TIMES
