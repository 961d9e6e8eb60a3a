"""Whether what stopped the harm says how much it concerned, and a search for more of the same how far it went."""

from __future__ import annotations

from collections.abc import Iterator

from poa_app.check.context import CheckContext
from poa_app.facts.tokens import tokens
from poa_app.model.finding import Finding
from poa_app.model.rows import CorrectiveAction
from poa_app.model.text import FIELD_LIMIT, is_blank

SEARCH_FIELDS = ("total", "unit", "looked_at", "found")


def actions(context: CheckContext) -> Iterator[Finding]:
    """Find containment without a quantity, and searches whose counts are missing or do not fit each other."""
    if "corrective_actions" not in context.case.route_spec.rows:
        return
    for row in context.case.corrective_actions:
        path = f"/corrective_actions/{row.id}"
        if row.kind == "containment" and not is_blank(row.what) and not _has_number(row):
            yield context.find("actions.no-quantity", f"{path}/what")
        if row.kind == "read-across":
            yield from _search(context, row, path)


def _search(context: CheckContext, row: CorrectiveAction, path: str) -> Iterator[Finding]:
    blank = next((name for name in SEARCH_FIELDS if is_blank(getattr(row, name))), None)
    if blank:
        yield context.find("actions.search-uncounted", f"{path}/{blank}")
    if not isinstance(row.looked_at, int):
        return
    if isinstance(row.total, int) and row.looked_at > row.total:
        yield context.find("actions.looked-at-more", f"{path}/looked_at", looked_at=row.looked_at, total=row.total)
    elif isinstance(row.total, int) and row.looked_at < row.total:
        yield context.find("actions.search-open", f"{path}/looked_at", left=row.total - row.looked_at, total=row.total)
    if isinstance(row.found, int) and row.found > row.looked_at:
        yield context.find("actions.found-more", f"{path}/found", found=row.found, looked_at=row.looked_at)


def _has_number(row: CorrectiveAction) -> bool:
    """Whether a row says how many it concerned; the number of a day or of an exhibit is none."""
    texts = (row.passage, row.what, row.how, row.where, row.result)
    return any(token.kind == "number" for text in texts if text for token in tokens(text[:FIELD_LIMIT]))
