"""What is still missing: the appeal's own validation, told as findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from pydantic import ValidationError

from poa_app.check.context import CheckContext, Span
from poa_app.knowledge import Enforcement
from poa_app.knowledge.asked import given_up, rows_asked, strictest
from poa_app.knowledge.schema import Bilingual
from poa_app.model.appeal import Requirements, answers, appeal
from poa_app.model.case import Case
from poa_app.model.fields import kind_of
from poa_app.model.finding import Finding
from poa_app.model.paths import get
from poa_app.model.routes import DEFAULT
from poa_app.model.text import is_blank


def completeness(context: CheckContext) -> Iterator[Finding]:
    """Find what the route and the enforcements of the case still require."""
    case = context.case
    routes = {violation.route for violation in case.violations if violation.route}
    if len(routes) > 1:
        names = [context.known.routes[route].name for route in sorted(routes)]
        both = Bilingual(en=", ".join(name.en for name in names), zh="、".join(name.zh for name in names))
        yield context.find("case.mixed-routes", "/violations", routes=both)
    if case.route and not case.route_spec.letter:
        known = context.known.routes[case.route]
        yield context.find("completeness.route", "/violations", route=known.name, do=known.do)
        return
    yield from _gaps(context)
    for violation in case.violations:
        named = context.known.enforcements.get(violation.enforcement or "")
        if named and named.typed_name and is_blank(violation.name):
            yield _missing(context, f"/violations/{violation.id}/name")
    for name in rows_asked(case, context.known) if case.route else ():
        if not getattr(case, name):
            yield _missing(context, f"/{name}")
    if case.route_spec.answers and not case.notice.requests:
        yield _missing(context, "/notice/requests")
    silent = all(is_blank(reason) for cause in case.root_causes for reason in cause.unnoticed)
    if case.root_causes and case.route_spec.is_plan and silent:
        yield context.find("completeness.unnoticed", f"/root_causes/{case.root_causes[0].id}/unnoticed")


def requirements_of(enforcements: tuple[Enforcement, ...]) -> Requirements:
    """Return what enforcements require beside the fields of rows."""
    evidence = strictest(one for enforcement in enforcements for one in enforcement.evidence)
    return Requirements(
        metrics=tuple(dict.fromkeys(slug for enforcement in enforcements for slug in enforcement.metrics)),
        exhibits=tuple(dict.fromkeys(one.kind for one in evidence.values() if one.required)),
        exhibit_fields={one.kind: one.fields for one in evidence.values()},
        product_fields=tuple(
            dict.fromkeys(name for enforcement in enforcements for name in enforcement.product_fields)
        ),
    )


def _gaps(context: CheckContext) -> Iterator[Finding]:
    try:
        appeal(context.case.route or DEFAULT).model_validate(
            answers(context.case), context=requirements_of(context.enforcements)
        )
    except ValidationError as error:
        for fault in error.errors():
            path, value = _place(context.case, fault["loc"])
            unread = fault["type"] != "missing" and isinstance(value, str) and kind_of(path)  # said by check/values.py
            if path.removeprefix("/exhibits/") in given_up(context.case):
                continue
            if not unread and not _may_be_unnamed(context.case, path) and not _has_no_orders(context.case, path):
                yield _finding(context, fault["type"], path, value)


def _may_be_unnamed(case: Case, path: str) -> bool:
    """Whether a metric or exhibit that is wanted may be a row that does not say yet which one it is."""
    head, _, last = path.rpartition("/")
    rows = {"/metrics": case.metrics, "/exhibits": case.exhibits}.get(head, ())
    return last not in {row.id for row in rows} and any(
        is_blank(getattr(row, "metric" if head == "/metrics" else "kind")) for row in rows
    )


def _has_no_orders(case: Case, path: str) -> bool:
    """Whether a field of a rate of now has nothing to hold, since there are no orders to measure."""
    way = path.split("/")
    return way[1] == "metrics" and "now" in way[3:4] and get(case, f"/metrics/{way[2]}/now/denominator") == 0


def _place(case: Case, way: tuple[int | str, ...]) -> tuple[str, Any]:
    """Return the path of a place validation names, and what stands there."""
    path, part = "", cast(Any, case)
    for step in way:
        part = part[step] if isinstance(step, int) else getattr(part, step, None)
        path += f"/{getattr(part, 'id', step) if isinstance(step, int) else step}"
    return path, part


def _finding(context: CheckContext, kind: str, path: str, value: Any) -> Finding:
    if path.endswith("/done"):
        return context.find("completeness.not-done", path)
    if kind == "missing":
        return _missing(context, path)
    question, said = context.asked(path), str(value)
    return context.find("completeness.invalid", path, Span(0, len(said), said), ask=question.ask if question else "")


def _missing(context: CheckContext, path: str) -> Finding:
    head, _, last = path.rpartition("/")
    if head == "/exhibits" and last in context.known.evidence:
        own = (one.why for enforcement in context.enforcements for one in enforcement.evidence if one.kind == last)
        return context.find("completeness.evidence", path, why=next(own), evidence=context.known.evidence[last].name)
    if head == "/metrics" and last in context.known.metrics:
        return context.find("completeness.metric", path, metric=context.known.metrics[last].name)
    question = context.asked(path)
    if question is None:
        raise KeyError(path)
    return context.find("completeness.missing", path, why=question.why, ask=question.ask)
