"""Whether a file given as the notice is rather a paper that proves something, such as an invoice."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path


def looks_like_paper(text: str) -> bool:
    """Whether a text says more of what papers say than of what notices say.

    Args:
        text: what was read out of the file.
    """
    paper, notice = (sum(1 for kind in kinds if kind.search(text)) for kinds in _kinds())
    return paper >= 2 and paper > notice


@cache
def _kinds() -> tuple[list[re.Pattern[str]], list[re.Pattern[str]]]:
    """Return what papers and what notices say, a pattern for each kind of thing."""
    tables = tomllib.loads(Path(__file__).with_name("papers.toml").read_text(encoding="utf-8"))
    paper, notice = ([_pattern(words) for words in tables[name].values()] for name in ("paper", "notice"))
    return paper, notice


def _pattern(words: list[str]) -> re.Pattern[str]:
    each = (rf"\b{re.escape(word)}(?!\w)" if word.isascii() else re.escape(word) for word in words)
    return re.compile("|".join(each), re.IGNORECASE)
