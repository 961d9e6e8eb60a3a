"""The text of a paper that is kept as evidence, read once when it comes in, and why there is none."""

from __future__ import annotations

from typing import Literal, NamedTuple, cast

from poa_app.intake.reading import read_apart
from poa_app.model.text import clean

READER = "1"
"""Which way of reading a text comes from; one read in another way is read again. To be raised with every change."""

MOST_CHARACTERS = 200_000
"""Characters kept of a paper; an invoice has some thousands, and what comes after says nothing new of it."""

Fault = Literal["", "scan", "locked", "pages", "limit", "broken"]
"""Why a paper has no text: nothing but pictures, encrypted, too many pages, too much time or memory, damaged."""

READ_KINDS = ("pdf",)
"""Kinds of file that are read."""


class PaperText(NamedTuple):
    """What was read of a file.

    Attributes:
        text: its words, in lines with wide blanks between what stands side by side; empty where there is a fault.
        fault: why there are none.
    """

    text: str
    fault: Fault = ""


def read_paper(content: bytes) -> PaperText:
    """Return the text of a PDF, read in a process of its own.

    Args:
        content: the file.
    """
    try:
        answer = read_apart(content, "paper")
    except OSError:  # the machine has no room for another process now
        return PaperText("", "limit")
    fault = answer.get("fault")
    if fault:
        return PaperText("", cast(Fault, fault if fault in ("locked", "pages", "limit") else "broken"))
    text = clean(str(answer.get("text", "")))[:MOST_CHARACTERS].rstrip()
    return PaperText(text) if text.strip() else PaperText("", "scan")
