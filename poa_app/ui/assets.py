"""The scripts and styles of the pages: constant files in ``js/`` and ``css/``, never built from text, all listed here.

What a script has to know it reads from attributes of an element, where it is only ever text. A Content-Security-Policy
names the scripts by their hashes.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
SCRIPTS = ("language", "focus", "watch", "autosave", "clipboard")
STYLES = ("page", "letter", "chinese")


@cache
def source(name: str) -> str:
    """Return the text of a script."""
    return (FOLDER / "js" / f"{name}.js").read_text(encoding="utf-8")


def script(name: str) -> str:
    """Return a script as the element that runs it."""
    return f"<script>{source(name)}</script>"


@cache
def style(name: str) -> str:
    """Return a stylesheet as an element."""
    return f"<style>{(FOLDER / 'css' / f'{name}.css').read_text(encoding='utf-8')}</style>"
