"""Labelled English: one text a file, and every fault a careful reviewer sees in it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal

import tomli
from pydantic import BaseModel, ConfigDict, Field

HERE = Path(__file__).parent
HELD_OUT = tuple(sorted((HERE / "held_out").glob("*.toml")))
HELD_OUT_LATER = tuple(sorted((HERE / "held_out_later").glob("*.toml")))
"""Written later; labelled in full for what ``AIMS`` of ``test_held_out.py`` names, but not for deeds or papers."""
CASES = tuple(sorted((HERE / "cases").glob("*.toml")))

Section = Literal["root-cause", "corrective", "preventive", "letter", "buyer-message"]
Family = Literal[
    "contraction",
    "emotion",
    "begging",
    "blame",
    "threat",
    "vague",
    "promise",
    "date",
    "owner",
    "evidence",
    "characters",
    "link",
    "template",
    "spelling",
    "grammar",
    "length",
    "repetition",
    "prohibited",
    "privacy",
    "admission",
]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Fault(_Strict):
    """One fault: the `nth` place where the words of `quote` stand, and the words to put there if they are certain."""

    family: Family
    quote: str = Field(min_length=1)
    nth: int = Field(ge=1)
    fix: str
    severity: Literal["blocks", "fix", "consider"]


class Labelled(_Strict):
    """One text and every fault in it."""

    section: Section
    kind: Literal["draft", "clean"]
    names: list[str]
    exhibits: list[str]
    text: str
    expect: list[Fault] = []


@cache
def read(path: Path) -> Labelled:
    """Return the labelled text of one TOML file; no test changes it, so that one reading serves all of a process."""
    return Labelled.model_validate(tomli.loads(path.read_text(encoding="utf-8")))


def starts(text: str, quote: str) -> list[int]:
    """Return where `quote` begins in `text`, in code points, overlapping places too."""
    return [match.start() for match in re.finditer(f"(?={re.escape(quote)})", text)]


def span(text: str, fault: Fault) -> tuple[int, int]:
    """Return the first code point of `fault` in `text` and the one after its last."""
    start = starts(text, fault.quote)[fault.nth - 1]
    return start, start + len(fault.quote)
