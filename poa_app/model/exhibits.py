"""Which letter each exhibit bears, and which files it carries."""

from __future__ import annotations

from poa_app.model.case import Case
from poa_app.model.facts import Exhibit
from poa_app.model.text import is_blank

FILES = ("file", "translation")
"""The fields of an exhibit that name a file kept with the case."""


def letters(case: Case) -> dict[str, str]:
    """Give each exhibit's letter by its row id: its frozen one, else the next free by the case's own order."""
    given = {exhibit.id: "" if is_blank(exhibit.letter) else exhibit.letter or "" for exhibit in case.exhibits}
    frozen = set(given.values())
    free = (letter for letter in map(letter_at, range(len(case.exhibits) + len(frozen))) if letter not in frozen)
    return {exhibit.id: given[exhibit.id] or next(free) for exhibit in case.exhibits}


def letter_at(place: int) -> str:
    """Give the letter for a place counted from 0: A to Z, then AA, AB, ..."""
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
