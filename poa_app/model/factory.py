"""Makes a new case, and splits one whose violations want different routes."""

from __future__ import annotations

from collections.abc import Iterable

from poa_app.model.base import new_row_id
from poa_app.model.case import Case
from poa_app.model.facts import Level, Metric, Violation
from poa_app.model.fields import row_types
from poa_app.model.routes import DEFAULT, Route
from poa_app.model.rows import ROWS_WITH_PASSAGE


def new_case(enforcement: str, level: Level, route: Route, metrics: Iterable[Metric]) -> Case:
    """Make an empty case for one enforcement, with its metrics, and a first row of each kind its route asks for.

    Args:
        enforcement: its slug.
        level: the level it usually concerns.
        route: the route it is usually answered by.
        metrics: the rates the letter must give.
    """
    case = Case(
        violations=(Violation(id=new_row_id(), enforcement=enforcement, level=level, route=route, stage="first"),),
        metrics=tuple(metrics),
    )
    return with_first_rows(case)


def with_first_rows(case: Case) -> Case:
    """Return the case with an empty row to begin with in each list its route begins with one."""
    first = {
        name: (row_types()[name](id=new_row_id()),) for name in case.route_spec.first_rows if not getattr(case, name)
    }
    return case.model_copy(update=first) if case.route else case


def split(case: Case) -> tuple[Case, ...]:
    """Split a case into siblings, one a route, all of the same client, notice and facts.

    A case whose violations share a route comes back alone and unchanged. The sibling that wants a plan of action, or
    the first, keeps what was written so far; the others start with the facts only.
    """
    routes = tuple(dict.fromkeys(violation.route for violation in case.violations))
    if len(routes) < 2:
        return (case,)
    keeps = DEFAULT if DEFAULT in routes else routes[0]
    return tuple(_sibling(case, route, keeps_plan=route == keeps) for route in routes)


def _sibling(case: Case, route: Route | None, keeps_plan: bool) -> Case:
    violations = tuple(violation for violation in case.violations if violation.route == route)
    if keeps_plan:
        return case.model_copy(update={"violations": violations})
    plan = {**dict.fromkeys(ROWS_WITH_PASSAGE, ()), "opening": None, "closing": None}
    own = {"drafts": (), "not_applicable": (), "overruled": (), "earlier_appeals": ()}
    return case.model_copy(update={"violations": violations, **plan, **own})
