"""The route a notice asks for, by what it asks to send."""

from __future__ import annotations

from collections.abc import Collection

from poa_app.knowledge.schema import Enforcement
from poa_app.model.facts import Stage
from poa_app.model.routes import Route

PLAN: Route = "plan-of-action"
PAPERS: Route = "documents"

_NO_PAPERS = frozenset((PLAN, "retraction", "translation", "other"))
"""What a notice asks for besides papers that prove something."""


def asked_route(one: Enforcement, requested: Collection[str], stage: Stage) -> Route | None:
    """Return the route of an enforcement that a notice asks for; None where its words leave that open.

    Who is asked for a plan sends a plan, also where the enforcement is more often answered otherwise; who is asked for
    papers alone sends papers. A refusal says what an earlier answer lacked, not by which route it came.
    Source: Amazon, help page G200370560: an appeal is what the notice asks for, be it a plan, answers or documents.

    Args:
        one: the enforcement.
        requested: slugs of what the notice asks to send.
        stage: of the notice.
    """
    if PLAN in requested:
        return PLAN if PLAN in one.routes else None
    papers_alone = bool(requested) and not _NO_PAPERS & set(requested)
    return PAPERS if papers_alone and PAPERS in one.routes and stage in ("first", "more-information") else None
