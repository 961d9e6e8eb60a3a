"""What a reviewer is likely to object: reasons of refusal held against words, kinds of row, papers and findings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from poa_app.check.context import CheckContext
from poa_app.knowledge.asked import given_up
from poa_app.knowledge.schema import Objection
from poa_app.model.base import Row
from poa_app.model.finding import Finding
from poa_app.model.paths import row_of, steps
from poa_app.model.routes import DEFAULT
from poa_app.model.row_edits import is_untouched
from poa_app.model.text import FIELD_LIMIT, is_blank

State = Literal["raised", "met", "unknown"]
"""Whether the case gives rise to an objection, meets it, or says nothing a machine could tell."""


@dataclass(frozen=True)
class Judgement:
    """An objection, and how the case stands to it.

    Attributes:
        objection: the reason of refusal.
        state: whether the case raises it.
        path: of the row or the list that raises it.
        quote: the words that raise it, if some do.
        is_told: whether another finding says so already.
    """

    objection: Objection
    state: State
    path: str = ""
    quote: str = ""
    is_told: bool = False


def objections(context: CheckContext, findings: Collection[Finding] = ()) -> Iterator[Finding]:
    """Find what a reviewer is likely to object to, where no other finding says so already.

    Args:
        context: the case under examination.
        findings: what the other checks found.
    """
    for one in judgements(context, findings):
        if one.state != "raised" or one.is_told:
            continue
        if one.quote:
            found = context.find("objections.raised", one.path, objection=one.objection, said=one.quote)
        elif one.objection.papers:
            found = context.find("objections.no-paper", one.path, objection=one.objection)
        else:
            found = context.find("objections.unmet", one.path, objection=one.objection)
        yield found.model_copy(update={"source": one.objection.source})


def judgements(context: CheckContext, findings: Collection[Finding] = ()) -> Iterator[Judgement]:
    """Yield the reasons of refusal of the case's enforcements on its route, each with how the case stands to it.

    Args:
        context: the case under examination.
        findings: what the other checks found; some of it raises an objection, too.
    """
    seen: set[str] = set()
    for enforcement in context.enforcements:
        for objection in enforcement.refused_when:
            elsewhere = objection.routes and (context.case.route or DEFAULT) not in objection.routes
            if objection.en not in seen and not elsewhere:
                seen.add(objection.en)
                yield from _judged(context, objection, findings)


def _judged(context: CheckContext, objection: Objection, findings: Collection[Finding]) -> Iterator[Judgement]:
    """Yield how the case stands to an objection: each place that raises it, else once whether it is met."""
    raised = list(_by_findings(context, objection, findings))
    if raised:
        yield from raised
    elif objection.papers and not objection.raised_by:
        yield _by_papers(context, objection, findings)
    elif objection.rows in context.case.route_spec.rows and (
        objection.shown_by or objection.met_by or objection.met_by_kind
    ):
        yield from _by_rows(context, objection, objection.rows)
    else:
        yield Judgement(objection, "unknown")


def _by_findings(context: CheckContext, objection: Objection, findings: Collection[Finding]) -> Iterator[Judgement]:
    """Yield each place where a rule that raises an objection has found something."""
    kinds = {f"/exhibits/{exhibit.id}": exhibit.kind for exhibit in context.case.exhibits}
    raised = [
        row_of(finding.path)
        for finding in findings
        if finding.rule in objection.raised_by
        and (not objection.rows or steps(finding.path)[0] == objection.rows)
        and (not objection.papers or kinds.get(row_of(finding.path)) in objection.papers)
    ]
    yield from (Judgement(objection, "raised", path, is_told=True) for path in dict.fromkeys(raised))


def _by_papers(context: CheckContext, objection: Objection, findings: Collection[Finding]) -> Judgement:
    """Return whether one of the papers that meet an objection is there; while no paper is, nobody can tell."""
    case = context.case
    if any(exhibit.kind in objection.papers for exhibit in case.exhibits):
        return Judgement(objection, "met", "/exhibits")
    begun = any(not is_blank(exhibit.kind) for exhibit in case.exhibits) or given_up(case) & set(objection.papers)
    if "exhibits" not in case.route_spec.rows or not begun or any(is_blank(one.kind) for one in case.exhibits):
        return Judgement(objection, "unknown")
    missing = {f"/exhibits/{kind}" for kind in objection.papers}
    told = any(finding.rule == "completeness.evidence" and finding.path in missing for finding in findings)
    return Judgement(objection, "raised", "/exhibits", is_told=told)


def _by_rows(context: CheckContext, objection: Objection, name: str) -> Iterator[Judgement]:
    """Yield each row that raises an objection by its words, else whether one of the rows meets it."""
    rows = {
        path: row for row in getattr(context.case, name) if not is_untouched(context.case, path := f"/{name}/{row.id}")
    }
    if not rows:
        yield Judgement(objection, "unknown")
        return
    if any(_meets(context, objection, row) for row in rows.values()):
        yield Judgement(objection, "met")
        return
    if not objection.shown_by:
        yield Judgement(objection, "raised", f"/{name}")
        return
    shown = {path: _compiled(objection.shown_by).search(_words(context, row)) for path, row in rows.items()}
    raised = [Judgement(objection, "raised", path, match[0].strip()) for path, match in shown.items() if match]
    yield from raised or [Judgement(objection, "unknown")]


def _meets(context: CheckContext, objection: Objection, row: Row) -> bool:
    """Whether a row meets an objection by its kind or by its words."""
    if objection.met_by_kind and getattr(row, "kind", None) == objection.met_by_kind:
        return True
    return bool(objection.met_by and _compiled(objection.met_by).search(_words(context, row)))


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
