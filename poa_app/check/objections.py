"""What a reviewer is likely to object, as far as words can show it: reasons of refusal held against the rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from poa_app.check.context import CheckContext
from poa_app.knowledge.schema import Objection
from poa_app.model.base import Row
from poa_app.model.finding import Finding
from poa_app.model.row_edits import is_untouched
from poa_app.model.text import FIELD_LIMIT

State = Literal["raised", "met", "unknown"]
"""Whether the words of the case give rise to an objection, meet it, or say nothing a machine could tell."""


@dataclass(frozen=True)
class Judgement:
    """An objection, and how the case stands to it.

    Attributes:
        objection: the reason of refusal.
        state: whether the words of the rows raise it.
        path: of the row or the list that raises it.
        quote: the words that raise it, if some do.
    """

    objection: Objection
    state: State
    path: str = ""
    quote: str = ""


def objections(context: CheckContext) -> Iterator[Finding]:
    """Find what a reviewer is likely to object to."""
    for one in judgements(context):
        if one.state != "raised":
            continue
        if one.quote:
            found = context.find("objections.raised", one.path, objection=one.objection, said=one.quote)
        else:
            found = context.find("objections.unmet", one.path, objection=one.objection)
        yield found.model_copy(update={"source": one.objection.source})


def judgements(context: CheckContext) -> Iterator[Judgement]:
    """Yield the reasons of refusal of the case's enforcements, each with how the case stands to it."""
    seen: set[str] = set()
    for enforcement in context.enforcements:
        for objection in enforcement.refused_when:
            if objection.en not in seen:
                seen.add(objection.en)
                yield from _judged(context, objection)


def _judged(context: CheckContext, objection: Objection) -> Iterator[Judgement]:
    """Yield how the rows stand to an objection: each row that raises it, else once whether it is met."""
    name = objection.rows
    if not name or not (objection.shown_by or objection.met_by) or name not in context.case.route_spec.rows:
        yield Judgement(objection, "unknown")
        return
    texts = {
        f"/{name}/{row.id}": _words(context, row)
        for row in getattr(context.case, name)
        if not is_untouched(context.case, f"/{name}/{row.id}")
    }
    if not texts:
        yield Judgement(objection, "unknown")
        return
    met = objection.met_by and any(_compiled(objection.met_by).search(text) for text in texts.values())
    if met or not objection.shown_by:
        yield Judgement(objection, "met") if met else Judgement(objection, "raised", f"/{name}")
        return
    shown = {path: _compiled(objection.shown_by).search(text) for path, text in texts.items()}
    raised = [Judgement(objection, "raised", path, match[0].strip()) for path, match in shown.items() if match]
    yield from raised or [Judgement(objection, "unknown")]


def _words(context: CheckContext, row: Row) -> str:
    """Return all English words of a row; an exhibit's begin with what kind of paper it is."""
    kind = context.known.evidence.get(getattr(row, "kind", None) or "")
    return " . ".join([kind.name.en if kind else "", *_texts(row)])[:FIELD_LIMIT]


def _texts(row: Row) -> Iterator[str]:
    values: dict[str, Any] = {name: getattr(row, name) for name in type(row).model_fields if name != "id"}
    for value in values.values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from (one for one in value if isinstance(one, str))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
