"""The order of a letter's sections, and the numbers of the causes in it."""

from __future__ import annotations

from poa_app.model.case import Case
from poa_app.model.facts import Request
from poa_app.model.routes import Section

Asked = tuple[Section, tuple[Request, ...]]
"""A section with the requests it answers."""


def asked(case: Case) -> tuple[Asked, ...]:
    """Return the letter's sections in the notice's order, each with the requests it answers.

    A letter holds the sections of its route even where the notice names fewer, and none of another route. Every "other"
    request, and every one nobody has sorted yet, is a section of its own, and so is each of a section the route keeps
    apart.
    """
    route = case.route_spec
    sections: list[Asked] = []
    for request in case.notice.requests:
        name = request.section or "other"
        if name in route.sections_apart:
            sections.append((name, (request,)))
        elif name not in (one for one, _ in sections):
            sections.append((name, tuple(one for one in case.notice.requests if one.section == request.section)))
    kept = [one for one in sections if one[0] not in route.sections_left_out]
    for place, name in enumerate(route.sections):
        _insert(kept, name, route.sections[:place], route.sections[place + 1 :])
    return tuple(kept)


def _insert(sections: list[Asked], name: Section, before: tuple[Section, ...], after: tuple[Section, ...]) -> None:
    """Add a section nobody asked for where the route has it: behind those before it, else in front of those after."""
    named = [one for one, _ in sections]
    if name in named:
        return
    first = next((named.index(later) for later in after if later in named), 0)
    sections.insert(
        max((named.index(earlier) + 1 for earlier in before if earlier in named), default=first), (name, ())
    )


def rows_of(section: str) -> str:
    """Return the list of rows a section of a plan is made of."""
    return section.replace("-", "_")


def cause_labels(case: Case) -> dict[str, str]:
    """Return each root cause's label, such as 1.2, by its row id."""
    names = [name for name, _ in asked(case)]
    number = names.index("root-causes") + 1 if "root-causes" in names else 1
    return {cause.id: f"{number}.{place}" for place, cause in enumerate(case.root_causes, 1)}
