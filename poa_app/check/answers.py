"""Whether what Amazon asks for is in the case, and has its place in the letter."""

from __future__ import annotations

from collections.abc import Iterator

from poa_app.check.context import CheckContext
from poa_app.facts.tokens import tokens
from poa_app.knowledge.asked import CONTACTS, contacts_asked, given_up, kinds_asked
from poa_app.knowledge.schema import Bilingual
from poa_app.model.finding import Finding
from poa_app.model.text import FIELD_LIMIT, is_blank


def answers(context: CheckContext) -> Iterator[Finding]:
    """Find requests for papers without a paper of that kind, and contacts asked for while no supplier is entered.

    An answer that cites an exhibit may mean one that bears another kind.
    """
    case = context.case
    held = {exhibit.kind for exhibit in case.exhibits}
    if case.suppliers:
        held.add(CONTACTS)
    for request in case.notice.requests:
        answer = request.answer or ""
        if request.section not in ("documents", "other", None) or len(answer) > FIELD_LIMIT:
            continue
        if any(token.kind == "exhibit" for token in tokens(answer)):
            continue
        asked = kinds_asked((request.words or "")[:FIELD_LIMIT], context.known)
        wanted = [kind for kind in asked if kind != CONTACTS and kind not in given_up(case)]
        lacking = [context.known.evidence[kind].name for kind in wanted if kind not in held]
        if lacking:
            both = Bilingual(en=", ".join(one.en for one in lacking), zh="、".join(one.zh for one in lacking))
            yield context.find("requests.no-exhibit", f"/notice/requests/{request.id}", evidence=both)
    yield from _without_place(context)
    if case.route and case.route_spec.is_plan and not case.suppliers and contacts_asked(case, context.known):
        yield context.find("suppliers.none", "/suppliers")


def _without_place(context: CheckContext) -> Iterator[Finding]:
    """Find requests that no section of the letter answers: the route has none for them, or it would be empty."""
    route = context.case.route_spec
    for request in context.case.notice.requests:
        if not route.letter or is_blank(request.words) or request.section is None:
            continue
        is_open = request.section == "other" and not route.answers and is_blank(request.answer)
        if request.section in route.sections_left_out or is_open:
            words = " ".join((request.words or "")[:LONGEST_QUOTE].split())
            yield context.find("requests.no-place", f"/notice/requests/{request.id}/section", quote=words)


LONGEST_QUOTE = 120
"""Characters quoted of a request."""
