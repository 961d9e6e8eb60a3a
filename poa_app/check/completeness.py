"""What is still missing: the appeal's own validation, told as findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from pydantic import ValidationError

from poa_app.check.exam import Exam, Span
from poa_app.knowledge import Enforcement
from poa_app.knowledge.asked import strictest
from poa_app.knowledge.schema import Both
from poa_app.model.appeal import Wanted, answers, appeal
from poa_app.model.case import Case
from poa_app.model.fields import kind_of
from poa_app.model.finding import Finding
from poa_app.model.paths import get
from poa_app.model.routes import DEFAULT
from poa_app.model.text import is_blank


def completeness(exam: Exam) -> Iterator[Finding]:
    """Say what the case's route and enforcement still want."""
    case = exam.case
    routes = {violation.route for violation in case.violations if violation.route}
    if len(routes) > 1:
        names = [exam.known.routes[route].name for route in sorted(routes)]
        both = Both(en=", ".join(name.en for name in names), zh="、".join(name.zh for name in names))
        yield exam.find("case.mixed-routes", "/violations", routes=both)
    if case.route and not case.route_spec.letter:
        known = exam.known.routes[case.route]
        yield exam.find("completeness.route", "/violations", route=known.name, do=known.do)
        return
    yield from _gaps(exam)
    for name in case.route_spec.required_rows if case.route else ():
        if not getattr(case, name):
            yield _missing(exam, f"/{name}")
    silent = all(is_blank(reason) for cause in case.root_causes for reason in cause.unnoticed)
    if case.root_causes and case.route_spec.is_plan and silent:
        yield exam.find("completeness.unnoticed", f"/root_causes/{case.root_causes[0].id}/unnoticed")


def wanted(enforcements: tuple[Enforcement, ...]) -> Wanted:
    """Say what enforcements want beside the fields of rows."""
    evidence = strictest(one for enforcement in enforcements for one in enforcement.evidence)
    return Wanted(
        metrics=tuple(dict.fromkeys(slug for enforcement in enforcements for slug in enforcement.metrics)),
        exhibits=tuple(dict.fromkeys(one.kind for one in evidence.values() if one.required)),
        exhibit_fields={one.kind: one.fields for one in evidence.values()},
        product_fields=tuple(
            dict.fromkeys(name for enforcement in enforcements for name in enforcement.product_fields)
        ),
    )


def _gaps(exam: Exam) -> Iterator[Finding]:
    try:
        appeal(exam.case.route or DEFAULT).model_validate(answers(exam.case), context=wanted(exam.enforcements))
    except ValidationError as error:
        for fault in error.errors():
            path, value = _place(exam.case, fault["loc"])
            unread = fault["type"] != "missing" and isinstance(value, str) and kind_of(path)  # said by check/values.py
            if not unread and not _may_be_unnamed(exam.case, path) and not _has_no_orders(exam.case, path):
                yield _finding(exam, fault["type"], path, value)


def _may_be_unnamed(case: Case, path: str) -> bool:
    """Tell whether a metric or exhibit that is wanted may be a row that does not say yet which one it is."""
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
    """Give the path of a place validation names, and what stands there."""
    path, part = "", cast(Any, case)
    for step in way:
        part = part[step] if isinstance(step, int) else getattr(part, step, None)
        path += f"/{getattr(part, 'id', step) if isinstance(step, int) else step}"
    return path, part


def _finding(exam: Exam, kind: str, path: str, value: Any) -> Finding:
    if path.endswith("/done"):
        return exam.find("completeness.not-done", path)
    if kind == "missing":
        return _missing(exam, path)
    question, said = exam.asked(path), str(value)
    return exam.find("completeness.invalid", path, Span(0, len(said), said), ask=question.ask if question else "")


def _missing(exam: Exam, path: str) -> Finding:
    head, _, last = path.rpartition("/")
    if head == "/exhibits" and last in exam.known.evidence:
        own = (one.why for enforcement in exam.enforcements for one in enforcement.evidence if one.kind == last)
        return exam.find("completeness.evidence", path, why=next(own), evidence=exam.known.evidence[last].name)
    if head == "/metrics" and last in exam.known.metrics:
        return exam.find("completeness.metric", path, metric=exam.known.metrics[last].name)
    question = exam.asked(path)
    if question is None:
        raise KeyError(path)
    return exam.find("completeness.missing", path, why=question.why, ask=question.ask)
