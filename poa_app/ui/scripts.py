"""The scripts of the pages: constant files in ``js/``, never built from text, and all listed here.

What a script has to know it reads from attributes of an element, where it is only ever text. A Content-Security-Policy
names the scripts by their hashes.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("js")
SCRIPTS = ("language", "focus", "watch", "autosave", "clipboard")


@cache
def source(name: str) -> str:
    """Return the text of a script."""
    return (FOLDER / f"{name}.js").read_text(encoding="utf-8")


def tag(name: str) -> str:
    """Return a script as the element that runs it."""
    return f"<script>{source(name)}</script>"
