"""Whether the words of each field can be read as what its place in the letter needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from poa_app.check.context import CheckContext, Span
from poa_app.model.finding import Finding
from poa_app.model.paths import get, steps
from poa_app.model.rows import ROWS_WITH_PASSAGE
from poa_app.model.text import FIELD_LIMIT, is_blank
from poa_app.phrases.reading import HEADINGS, Form, is_past, reading, says_nothing, words_ahead
from poa_app.phrases.text import is_foreign
from poa_app.phrases.things import HEADING_LIMIT

DONE: frozenset[Form] = frozenset(("deed", "habit", "method", "result"))
"""What is said to be finished or in force, so that nothing of it may lie ahead."""


def readings(context: CheckContext) -> Iterator[Finding]:
    """Find words that tell nothing, that lie ahead, or that can only stand as a sentence of their own."""
    for path, text in context.printed:
        question = context.question(path)
        if not isinstance(text, str) or not text.strip() or len(text) > FIELD_LIMIT or not _is_passage(path, question):
            continue
        if path.endswith("/passage"):
            yield from _ahead(context, path, text, "form.passage-ahead")
        elif question and question.form and not is_foreign(text):
            asked = context.asked(path)
            example = (asked.example if asked else "") or question.example
            yield from _field(context, path, text, question.form, example)


def _is_passage(path: str, question: Any) -> bool:
    row = path.startswith(("/corrective_actions/", "/preventive_measures/"))
    return bool(question and question.form) or (row and path.endswith("/passage"))


def _field(context: CheckContext, path: str, text: str, form: Form, example: str) -> Iterator[Finding]:
    whole = Span(0, len(text), text)
    if says_nothing(text) and form not in ("role", "record"):
        yield context.find("form.nothing", path, whole)
        return
    if form in DONE:
        ahead = list(_ahead(context, path, text, "form.ahead"))
        yield from ahead
        if ahead:
            return
    if form in HEADINGS:
        count = len(text.split())
        if count > HEADING_LIMIT:
            yield context.find("form.heading", path, count=count, limit=HEADING_LIMIT)
        return
    if _is_rewritten(context, path):
        return
    read = reading(form, text, _who(context, path))
    if form == "habit" and not read.certain and is_past(text):
        yield context.find("form.past", path, whole, example=example)
    elif not read.certain:
        yield context.find("form.apart", path, whole, example=example)


def _ahead(context: CheckContext, path: str, text: str, rule: str) -> Iterator[Finding]:
    found = words_ahead(text, is_deed=path.startswith("/corrective_actions/"))
    if found:
        yield context.find(rule, path, Span(found.start(), found.end(), found[0]))


def _is_rewritten(context: CheckContext, path: str) -> bool:
    """Whether a passage in the manager's own words stands for the row of a field."""
    return steps(path)[0] in ROWS_WITH_PASSAGE and not is_blank(get(context.case, f"{_row(path)}/passage"))


def _who(context: CheckContext, path: str) -> str:
    """Return who the row of a field names."""
    return str(get(context.case, f"{_row(path)}/who") or "") if steps(path)[0] in ROWS_WITH_PASSAGE else ""


def _row(path: str) -> str:
    return "/" + "/".join(steps(path)[:2])
