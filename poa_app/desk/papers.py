"""The papers Amazon wants of a case: which of them are there, on their way, or not to be had."""

from __future__ import annotations

from dataclasses import dataclass

from poa_app.knowledge import knowledge
from poa_app.knowledge.asked import evidence_of, kinds_asked
from poa_app.knowledge.schema import Evidence
from poa_app.model.case import Case
from poa_app.model.exhibits import exhibit_labels
from poa_app.model.facts import PaperState, WantedPaper
from poa_app.model.paths import edit
from poa_app.model.row_edits import add_row, remove_row


@dataclass(frozen=True)
class Paper:
    """A kind of paper that is wanted.

    Attributes:
        kind: of evidence.
        evidence: what the enforcement says of it; none where only the notice asks for it.
        required: whether the letter cannot go out without it.
        by_notice: whether a request of the notice asks for it.
        letters: of the exhibits of this kind.
        row: what the manager says of it, if anything.
    """

    kind: str
    evidence: Evidence | None
    required: bool
    by_notice: bool
    letters: tuple[str, ...]
    row: WantedPaper | None


def wanted_papers(case: Case) -> tuple[Paper, ...]:
    """Return the kinds of paper that the enforcements and the notice want, what is required first."""
    known = knowledge()
    evidence = evidence_of(case, known)
    asked = {kind for request in case.notice.requests for kind in kinds_asked(request.words or "", known)}
    rows = {row.kind: row for row in reversed(case.wanted_papers)}
    labels = exhibit_labels(case)
    papers = [
        Paper(
            kind=kind,
            evidence=evidence.get(kind),
            required=kind in asked or (kind in evidence and evidence[kind].required),
            by_notice=kind in asked,
            letters=tuple(labels[one.id] for one in case.exhibits if one.kind == kind),
            row=rows.get(kind),
        )
        for kind in dict.fromkeys((*evidence, *sorted(asked), *(kind for kind in rows if kind)))
        if kind in known.evidence
    ]
    return tuple(sorted(papers, key=lambda paper: not paper.required))


def set_paper(case: Case, kind: str, state: PaperState | None) -> Case:
    """Say how it stands with a kind of paper; none takes back what was said."""
    held = [row for row in case.wanted_papers if row.kind == kind]
    if state is None:
        for row in held:
            case = remove_row(case, f"/wanted_papers/{row.id}")
        return case
    if held:
        return edit(case, f"/wanted_papers/{held[0].id}/state", state)
    case, path = add_row(case, "/wanted_papers")
    return edit(edit(case, f"{path}/kind", kind), f"{path}/state", state)
