"""How long a notice of usual length takes to be read, once the data are loaded."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from poa_app.knowledge import knowledge
from poa_app.notice.read import read_notice

CASES = sorted((Path(__file__).parent.parent / "notice" / "cases").glob("*.toml"))
AIM = 0.020

pytestmark = pytest.mark.benchmark


def test_a_notice_is_read_within_twenty_milliseconds(
    by_turns: Callable[..., list[float]], report: Callable[[str, str, str], None]
) -> None:
    known = knowledge()
    texts = [tomllib.loads(file.read_text(encoding="utf-8"))["text"] for file in CASES]

    def all_of_them() -> None:
        for text in texts:
            read_notice(text, known)

    longest = max(texts, key=len)
    together, one = by_turns(all_of_them, lambda: read_notice(longest, known), rounds=5)
    report("a notice read", f"{together / len(texts) * 1e3:.1f} ms", "<= 20 ms")
    report(f"the longest, {len(longest)} signs", f"{one * 1e3:.1f} ms", "")
    assert together / len(texts) <= AIM
