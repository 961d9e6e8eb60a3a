"""Which letter each exhibit bears, which files it carries, and what they are called when they are handed over."""

from __future__ import annotations

import re
from datetime import date

from poa_app.model.case import Case
from poa_app.model.facts import Exhibit
from poa_app.model.text import is_blank

FILES = ("file", "translation")
"""The fields of an exhibit that name a file kept with the case."""


def exhibit_labels(case: Case) -> dict[str, str]:
    """Return each exhibit's letter by its row id: its frozen one, else the next free by the case's own order."""
    given = {exhibit.id: "" if is_blank(exhibit.letter) else exhibit.letter or "" for exhibit in case.exhibits}
    frozen = set(given.values())
    free = (letter for letter in map(label_for_index, range(len(case.exhibits) + len(frozen))) if letter not in frozen)
    return {exhibit.id: given[exhibit.id] or next(free) for exhibit in case.exhibits}


def label_for_index(place: int) -> str:
    """Return the letter for a place counted from 0: A to Z, then AA, AB, ..."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def file_names(exhibit: Exhibit) -> tuple[str, ...]:
    """Return the name of every file an exhibit carries, each once: the paper itself, then its translation."""
    named = (getattr(exhibit, field) for field in FILES)
    return tuple(dict.fromkeys(name for name in named if not is_blank(name)))


def given_name(case: Case, exhibit: Exhibit, field: str = "file") -> str:
    """Return the name under which a file is handed over, and which the letter prints; empty where there is none.

    That is its own name where an English reader can read it, else one of letter, kind and date, such as
    ``Exhibit A - invoices - 2025-12-16.pdf``; the case itself goes on knowing the file by its own name.

    Args:
        case: the case.
        exhibit: one of its exhibits.
        field: one of ``FILES``.
    """
    own = getattr(exhibit, field) or ""
    if is_blank(own) or (own.isprintable() and max(own) < _FIRST_NOT_LATIN):
        return own
    given = exhibit_labels(case)[exhibit.id]
    plain = re.fullmatch(r"[A-Za-z0-9]{1,8}", given)
    parts = (
        f"Exhibit {given if plain else label_for_index(case.exhibits.index(exhibit))}",
        " ".join(re.findall(r"[A-Za-z0-9]+", exhibit.kind or "")),
        exhibit.date.isoformat() if isinstance(exhibit.date, date) else "",
        "translation" if field == "translation" else "",
    )
    suffix = re.search(r"\.[A-Za-z0-9]{1,5}$", own)
    return " - ".join(filter(None, parts)) + (suffix[0].lower() if suffix else "")


_FIRST_NOT_LATIN = "\u0370"
"""The letters before it are Latin, with their accents. Source: Unicode's blocks."""
