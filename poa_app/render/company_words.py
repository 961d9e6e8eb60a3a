"""A case whose rows speak as the company that signs the letter does: we, and its people by their roles."""

from __future__ import annotations

from typing import Any

from poa_app.model.base import Row
from poa_app.model.case import Case
from poa_app.model.row_edits import changed_texts
from poa_app.model.rows import ROWS_WITH_PASSAGE
from poa_app.phrases.company_voice import of_company, of_signatory

_WORDS = ("what", "why", "unnoticed", "how", "result", "trigger", "response")


def as_company(case: Case) -> Case:
    """Return a case in which what one person typed as "I" is told as the company's deed.

    "I" in a letter is who signs it; whose title the letter has, stands by this role.
    """
    changed: dict[str, Any] = {}
    for rows in (*ROWS_WITH_PASSAGE, "open_points"):
        held = getattr(case, rows)
        said = tuple(_row(row, case.client.signatory_title or "") for row in held)
        if any(one is not other for one, other in zip(said, held, strict=True)):
            changed[rows] = said
    for name in ("opening", "closing"):
        typed = getattr(case, name)
        if typed and (told := of_company(typed)) != typed:
            changed[name] = told
    return case.model_copy(update=changed) if changed else case


def _row(row: Row, title: str) -> Row:
    changed = changed_texts(row, _WORDS, lambda text: of_company(text, title))
    for name in ("who", "deputy"):
        typed = getattr(row, name, None)
        if typed and (role := of_signatory(typed, title)) != typed:
            changed[name] = role
    return row.model_copy(update=changed) if changed else row
