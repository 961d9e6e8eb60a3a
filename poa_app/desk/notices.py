"""What the manager reads out of a notice: its enforcement, and everything that follows from that."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from poa_app.desk.notice_readings import reading
from poa_app.errors import BadEvidence, InputError, NoText
from poa_app.intake.evidence import detect_file_type
from poa_app.intake.notice_file import read_notice
from poa_app.intake.paper import looks_like_paper
from poa_app.knowledge import knowledge
from poa_app.knowledge.rates import new_rate
from poa_app.knowledge.schema import Enforcement
from poa_app.model.base import new_row_id
from poa_app.model.case import Case
from poa_app.model.factory import with_first_rows
from poa_app.model.facts import Metric, Violation
from poa_app.model.routes import Route
from poa_app.model.text import is_blank
from poa_app.notice.routes import asked_route

__all__ = [
    "GivenFile",
    "add_violation",
    "begin",
    "choose_enforcement",
    "opened",
    "remove_violation",
    "route_asked_for",
    "take_text",
]


TABLES = (".xlsx", ".csv")
"""How the names of tables end."""


@dataclass(frozen=True)
class GivenFile:
    """A file given as the notice.

    Args:
        name: what its owner calls it.
        content: the file.
        text: what can be read in it.
        refusal: why nothing can be read in it as in a notice.
    """

    name: str
    content: bytes
    text: str = ""
    refusal: InputError | None = None

    @property
    def is_doubtful(self) -> bool:
        """Whether it is rather evidence than the notice."""
        return self.refusal is not None or looks_like_paper(self.text)

    @property
    def is_table(self) -> bool:
        """Whether it holds cells, whose orders the workbench takes in, and no message."""
        return self.refusal is not None and self.name.lower().endswith(TABLES)


def opened(content: bytes, name: str) -> GivenFile:
    """Return a file given as the notice, with what can be read in it.

    Raises:
        InputError: it can be neither a notice nor evidence.
    """
    try:
        return GivenFile(name, content, text=read_notice(content, name))
    except (BadEvidence, NoText) as error:
        try:
            detect_file_type(content, name)
        except InputError:
            raise error from None
        return GivenFile(name, content, refusal=error)


def begin() -> Case:
    """Make the case of a notice nobody has read yet."""
    return Case(violations=(Violation(id=new_row_id(), stage="first"),))


def add_violation(case: Case) -> Case:
    """Return the case with one more violation nobody has named, answered in the same letter."""
    return case.model_copy(update={"violations": (*case.violations, Violation(id=new_row_id(), stage="first"))})


def remove_violation(case: Case, row: str) -> Case:
    """Return the case without a violation, and without the metrics that came with it and nobody has filled in.

    Args:
        case: the case; its last violation stays.
        row: id of the violation.
    """
    if len(case.violations) < 2:
        return case
    kept = case.model_copy(update={"violations": tuple(one for one in case.violations if one.id != row)})
    wanted = _metrics_of(kept)
    metrics = tuple(one for one in case.metrics if one.metric in wanted or not _is_untouched(one))
    return kept.model_copy(update={"metrics": metrics})


def _metrics_of(case: Case) -> frozenset[str]:
    """Return the metrics that the enforcements of a case bring."""
    known = knowledge().enforcements
    return frozenset(metric for slug in case.enforcements if slug in known for metric in known[slug].metrics)


def choose_enforcement(case: Case, row: str, slug: str | None) -> Case:
    """Set the enforcement of a violation; its level, its route and its metrics come with it.

    The route is the one the notice asks for, else the usual one. A further violation takes the route of the first
    where that may answer it, too. Metrics nobody has filled in yet go with the enforcement they came with.

    Args:
        case: the case.
        row: id of the violation.
        slug: the enforcement; none clears it.
    """
    known = knowledge()
    one = known.enforcements.get(slug or "")
    others = [violation.route for violation in case.violations if violation.id != row]
    changed = []
    for violation in case.violations:
        if violation.id == row:
            more = {"level": one.levels[0], "route": _route(case, one, others)} if one else {}
            changed.append(violation.model_copy(update={"enforcement": slug, **more}))
        else:
            changed.append(violation)
    case = case.model_copy(update={"violations": tuple(changed)})
    if one is None:
        return case
    wanted = _metrics_of(case)
    kept = tuple(metric for metric in case.metrics if metric.metric in wanted or not _is_untouched(metric))
    there = {metric.metric for metric in kept}
    added = tuple(new_rate(metric, known, case.marketplaces) for metric in one.metrics if metric not in there)
    return with_first_rows(case.model_copy(update={"metrics": (*kept, *added)}))


def _route(case: Case, one: Enforcement, others: Collection[Route | None]) -> Route:
    shared = next((route for route in others if route in one.routes), None)
    return shared or route_asked_for(case, one) or one.usual_route


def route_asked_for(case: Case, one: Enforcement) -> Route | None:
    """Return the route of an enforcement that the notice of a case asks for; None where it leaves that open."""
    read = reading(case)
    return asked_route(one, {wanted.value for wanted in read.requested}, read.stage) if read else None


def take_text(case: Case, text: str) -> Case:
    """Return the case with a text beneath what stands in the notice already."""
    held = "" if is_blank(case.notice.text) else case.notice.text or ""
    whole = f"{held.rstrip()}\n\n{text}" if held else text
    return case.model_copy(update={"notice": case.notice.model_copy(update={"text": whole})})


def _is_untouched(metric: Metric) -> bool:
    bare = metric.model_copy(update={"parts": ()})
    counted = any(not is_blank(number) for part in metric.parts for number in (part.count, part.contested))
    return bare == Metric(id=metric.id, metric=metric.metric, target=metric.target) and not counted
