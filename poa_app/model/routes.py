"""The routes: what Amazon wants in answer, and what follows for the case, the check, the screens and the letter.

A new route is one value here, its words in ``routes.toml`` and, where a letter answers it, a folder of templates.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, get_args

Route = Literal[
    "plan-of-action",
    "documents",
    "questionnaire",
    "acknowledgement",
    "explanation",
    "retraction",
    "counter-notice",
    "claim",
    "interview",
    "fix-listing",
    "other-procedure",
]
"""What Amazon wants in answer."""

Section = Literal["root-causes", "corrective-actions", "preventive-measures", "documents", "other"]
"""A section of a letter that answers requests of the notice."""

EVERY: frozenset[Route] = frozenset(get_args(Route))
"""All routes; a field required by all of them is asked for wherever a letter answers."""


@dataclass(frozen=True, kw_only=True)
class RouteSpec:
    """What one route asks for.

    Attributes:
        letter: whether a letter of ours answers it; else it is gone on Seller Central itself.
        sections: the sections its letter always holds, asked for or not, in their order.
        sections_left_out: sections that answer nothing on this route.
        sections_apart: sections of which each request is one of its own.
        rows: the lists of rows on its workbench, in the order in which the letter is thought out.
        required_rows: the lists that must hold at least one row.
        first_rows: the lists that begin with an empty row.
        unasked_rows: the lists whose rows need not be complete.
        unprinted: kinds of fields, or how they begin, that its letter leaves out.
        shows_coverage: whether its letter always sets invoices against units sold.
        measured: whether the length of its letter is held against what a reviewer reads.
        answers: whether its letter is the answers to the requests, each of which must have one.
    """

    letter: bool = False
    sections: tuple[Section, ...] = ()
    sections_left_out: tuple[Section, ...] = ()
    sections_apart: tuple[Section, ...] = ("other",)
    rows: tuple[str, ...] = ()
    required_rows: tuple[str, ...] = ()
    first_rows: tuple[str, ...] = ()
    unasked_rows: tuple[str, ...] = ()
    unprinted: tuple[str, ...] = ()
    shows_coverage: bool = False
    measured: bool = False
    answers: bool = False

    @property
    def is_plan(self) -> bool:
        """Whether it is answered by causes, actions and measures."""
        return "root_causes" in self.required_rows


_PLAN_ROWS = ("root_causes", "corrective_actions", "preventive_measures")
_UNPRINTED = tuple(f"/{rows}" for rows in _PLAN_ROWS)

PLAN = RouteSpec(
    letter=True,
    sections=("root-causes", "corrective-actions", "preventive-measures"),
    rows=("metrics", *_PLAN_ROWS, "open_points", "products", "exhibits"),
    required_rows=_PLAN_ROWS,
    first_rows=_PLAN_ROWS,
    unasked_rows=("suppliers",),
    measured=True,
)
"""A plan of action; a case without a route is taken for one."""

DOCUMENTS = RouteSpec(
    letter=True,
    sections=("documents",),
    sections_left_out=PLAN.sections,
    sections_apart=("documents", "other"),
    rows=("products", "suppliers", "open_points", "exhibits"),
    required_rows=("exhibits",),
    unasked_rows=_PLAN_ROWS,
    unprinted=(*_UNPRINTED, "/metrics/*/now", "/metrics/*/note", "/orders"),
    shows_coverage=True,
)
"""The papers alone, with a letter that says what each of them shows."""

_ANSWERS = RouteSpec(
    letter=True,
    sections_apart=get_args(Section),
    rows=("notice/requests", "metrics", "open_points", "products", "exhibits"),
    unasked_rows=(*_PLAN_ROWS, "suppliers"),
    unprinted=(*_UNPRINTED, "/suppliers"),
    answers=True,
)

ROUTES: dict[Route, RouteSpec] = {route: RouteSpec() for route in get_args(Route)} | {
    "plan-of-action": PLAN,
    "documents": DOCUMENTS,
    "questionnaire": _ANSWERS,
    "explanation": _ANSWERS,
    "claim": replace(_ANSWERS, rows=("notice/requests", "open_points", "exhibits"), answers=False),
}

ANSWERED: frozenset[Route] = frozenset(route for route, spec in ROUTES.items() if spec.answers)
"""The routes whose letter is the answers to the requests."""

DEFAULT: Route = "plan-of-action"
"""The route of a case that has none yet."""


def letter_routes() -> tuple[Route, ...]:
    """Return the routes that are answered by a letter of ours."""
    return tuple(route for route, spec in ROUTES.items() if spec.letter)
