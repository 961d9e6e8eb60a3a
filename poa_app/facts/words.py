"""Words by which people and counted things are known in what clients send, out of ``words.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path

_LISTS: dict[str, str] = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


def words(name: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(_LISTS[name].split())


def signs(name: str) -> str:
    """Return the single signs of a list, one after another."""
    return "".join(_LISTS[name].split())


def either(name: str) -> str:
    """Return a pattern for any word of a list, the longer ones tried first."""
    return "|".join(sorted(words(name), key=lambda word: (-len(word), word)))
