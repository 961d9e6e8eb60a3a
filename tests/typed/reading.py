"""What people type into a field: the lists in ``values/``, and how the program takes each of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from poa_app.check.context import CheckContext
from poa_app.check.identifiers import identifiers
from poa_app.check.values import values
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.letter import Letter
from poa_app.model.paths import get

FOLDER = Path(__file__).resolve().parent
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
TODAY = date(2026, 11, 30)


class Typed(NamedTuple):
    """One input with what is right for it."""

    text: str
    right: str
    anchor: date | None
    where: str

    @property
    def id(self) -> str:
        """What it is called where it fails."""
        return f"{self.where} {self.text!r}"


class Taken(NamedTuple):
    """How a field takes what was typed: the value it holds, else what it offers and what it says."""

    value: str
    offered: tuple[str, ...]
    said: tuple[str, ...]


def typed(name: str) -> list[Typed]:
    """Return the inputs of one list."""
    anchor, where, found = None, "", []
    for line in (FOLDER / "values" / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        if line.startswith("["):
            where = line.strip("[]")
            day = re.search(r"anchor=(\S+)", where)
            anchor = date.fromisoformat(day[1]) if day else None
        elif " => " in line:
            text, _, right = line.rpartition(" => ")
            found.append(Typed(_ESCAPE.sub(lambda code: chr(int(code[1], 16)), text), right, anchor, where))
    return found


def taken(case: dict[str, Any], path: str, today: date = TODAY) -> Taken:
    """Return how a field of a case takes what stands in it."""
    held = Case.model_validate(case)
    context = CheckContext(held, Letter("", "", "", today, True, ()), today, knowledge())
    found = [one for part in (values, identifiers) for one in part(context) if one.path == path]
    value = "" if found else str(get(held, path))
    offered = tuple(fix.text for one in found for fix in one.fixes)
    return Taken(value, offered, tuple(one.message for one in found))


def fault(right: str, got: Taken, same: Callable[[str, str], bool] = str.__eq__) -> str:
    """Return what is wrong with how a value was taken; nothing where it is right."""
    if not got.value and len(got.said) != 1:
        return f"said {len(got.said)} times, not once"
    if right == "-":
        return f"read as {got.value}" if got.value else f"offers {got.offered}" if got.offered else ""
    if right.startswith("?"):
        if got.value:
            return f"read as {got.value}, not asked"
        return "" if set(got.offered) == set(right[1:].split()) else f"offers {got.offered}"
    loose = right.endswith("~")
    right = right.rstrip(" ~")
    if got.value:
        return "" if right and same(got.value, right) else f"read as {got.value}"
    if right and any(same(one, right) for one in got.offered):
        return ""
    if loose and right and got.offered:
        return f"offers {got.offered} without the right one"
    return "" if loose else f"neither read nor offered: {got.said}"
