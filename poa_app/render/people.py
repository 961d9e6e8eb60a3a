"""The people of a case as a letter may name them: in Latin letters, or not at all."""

from __future__ import annotations

from typing import Any

from poa_app.model.base import Row
from poa_app.model.case import Case
from poa_app.model.rows import ROWS_WITH_PASSAGE
from poa_app.model.scripts import latin_part, own_script


def in_latin(case: Case) -> Case:
    """Return a case whose roles and names of people are left without the words of another script."""
    changed: dict[str, Any] = {}
    for rows in ROWS_WITH_PASSAGE:
        held = getattr(case, rows)
        said = tuple(_row(row) for row in held)
        if any(one is not other for one, other in zip(said, held, strict=True)):
            changed[rows] = said
    return case.model_copy(update=changed) if changed else case


def _row(row: Row) -> Row:
    held = {name: getattr(row, name, None) for name in ("who", "name", "deputy")}
    changed = {name: latin_part(said or "") or None for name, said in held.items() if own_script(said)}
    return row.model_copy(update=changed) if changed else row
