"""The order of a letter's sections, and the numbers of the causes in it."""

from __future__ import annotations

from poa_app.model.case import Case
from poa_app.model.facts import Request, Section

PLAN: tuple[Section, ...] = ("root-causes", "corrective-actions", "preventive-measures")
"""What a plan of action always answers, asked or not."""


def asked(case: Case) -> tuple[tuple[Section, tuple[Request, ...]], ...]:
    """Give the letter's sections in the notice's order, each with the requests it answers.

    A plan of action holds its three sections even where the notice names fewer. Every "other" request, and every one
    nobody has sorted yet, is a section of its own, and so is every request for documents where documents are all that
    is wanted.
    """
    sections: list[tuple[Section, tuple[Request, ...]]] = []
    for request in case.notice.requests:
        if request.section in ("other", None):
            sections.append(("other", (request,)))
        elif request.section == "documents" and case.route == "documents":
            sections.append(("documents", (request,)))
        elif request.section not in (name for name, _ in sections):
            same = tuple(one for one in case.notice.requests if one.section == request.section)
            sections.append((request.section, same))
    if case.route == "documents":
        kept = [one for one in sections if one[0] not in PLAN]
        return tuple(kept) if any(name == "documents" for name, _ in kept) else (("documents", ()), *kept)
    for place, name in enumerate(PLAN):
        named = [one for one, _ in sections]
        if name not in named:
            before = next((named.index(later) for later in PLAN[place + 1 :] if later in named), 0)
            after = max((named.index(earlier) + 1 for earlier in PLAN[:place] if earlier in named), default=before)
            sections.insert(after, (name, ()))
    return tuple(sections)


def cause_labels(case: Case) -> dict[str, str]:
    """Give each root cause's label, such as 1.2, by its row id."""
    names = [name for name, _ in asked(case)]
    number = names.index("root-causes") + 1 if "root-causes" in names else 1
    return {cause.id: f"{number}.{place}" for place, cause in enumerate(case.root_causes, 1)}
