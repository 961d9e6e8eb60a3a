"""What is known of an enforcement: what to send, the first hour, what Amazon wants, what gets refused."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from poa_app.knowledge import Enforcement, knowledge
from poa_app.knowledge.schema import Evidence, Placed, Source, Statement
from poa_app.model.routes import Route
from poa_app.ui import session, show
from poa_app.ui.labels import GRADES
from poa_app.ui.markup import Markup, bold, bullets, coloured, gray, icon, md, put, small
from poa_app.ui.words import localized, say

OLD = 365
"""Days after which a source may no longer say what Amazon says today."""


def card(one: Enforcement, route: Route | None, key: str) -> None:
    """Show what to do about an enforcement before a word is written: the road, the first hour, then the rest folded.

    Args:
        one: the enforcement.
        route: by which it is answered; none shows its usual one.
        key: what the parts that open are told apart by.
    """
    routes = knowledge().routes
    chosen = route or one.routes[0]
    show.markdown(bold(localized(one.name)))
    show.markdown(line(one.send))
    if not one.plan_expected:
        show.markdown(small(coloured("orange", say("A plan of action is not what Amazon wants here first."))))
    if chosen != one.routes[0]:
        first = routes[one.routes[0]]
        usual = put(say("Usually first"), localized(first.name), by=" · ")
        show.markdown(small(put(bold(usual), localized(first.do), by=": ")))
    show.markdown(small(put(bold(localized(routes[chosen].name)), localized(routes[chosen].do), by=": ")))
    show.markdown(small(put(icon("timer"), line(one.clock.words), by=" ")))
    _open(say("First hour: do now"), one.do_first)
    _open(say("First hour: do not"), one.do_not)
    folded = (
        (say("What not to send"), one.leave_out),
        (say("What happens to money and stock"), one.at_stake),
        (say("What Amazon wants"), one.wants),
        (say("What is not yours to answer for"), one.not_ours),
        (say("What gets refused"), one.refused_when),
        (say("What not to admit"), one.admission_traps),
        (say("Where to submit"), one.submit),
    )
    for title, statements in folded:
        if statements:
            with show.expander(title, key=f"{key}{title}"):
                show.markdown(
                    bullets(small(put(line(statement), _place(statement), by=" ")) for statement in statements)
                )
    if one.evidence:
        with show.expander(say("Evidence"), key=f"{key}evidence"):
            for wanted in one.evidence:
                _evidence(wanted)


def prompts(one: Enforcement, key: str) -> None:
    """Show the questions that help to find causes, actions and measures."""
    for title, asked in (
        (say("Root causes: what to look into"), one.typical_causes),
        (say("What stops the harm first"), one.containment),
        (say("Corrective actions: what to look into"), one.typical_actions),
        (say("Where else it could happen"), one.read_across),
        (say("Preventive measures: what to look into"), one.typical_measures),
    ):
        if asked:
            with show.expander(title, key=f"{key}{title}"):
                words = (put(localized(statement), _place(statement), by=" ") for statement in asked)
                show.markdown(bullets(small(one) for one in words))


def _place(said: Statement | Placed) -> Markup:
    """Return for which sites, orders and kinds of defect something holds; nothing where it holds for all."""
    if not isinstance(said, Placed):
        return md("")
    kinds = [part for metric in knowledge().metrics.values() for part in metric.parts if part.slug in said.parts]
    channel = {"seller": say("Seller-fulfilled"), "amazon": say("FBA")}.get(said.channel or "", "")
    holds = (", ".join(said.marketplaces), channel, ", ".join(localized(part.name) for part in kinds))
    told = put(*(one for one in holds if one), by=" · ")
    return gray(put("[", told, "]")) if told else md("")


def _open(title: str, statements: Iterable[Statement]) -> None:
    lines = [small(localized(statement)) for statement in statements]
    if lines:
        show.markdown(small(bold(title)))
        show.markdown(bullets(lines))


def line(statement: Statement) -> Markup:
    """Return a statement with who stands behind it, since when, and a mark where that is long ago."""
    source = knowledge().sources[statement.source]
    read = put(say(GRADES[source.grade]), source.read[:7], by=", ")
    mark = coloured("orange", say("older than a year")) if _is_old(source, session.now().date()) else ""
    return put(localized(statement), gray(f"({read})"), mark, by=" ")


def _is_old(source: Source, today: date) -> bool:
    return (today - date.fromisoformat(source.read)).days > OLD


def _evidence(wanted: Evidence) -> None:
    name = bold(localized(knowledge().evidence[wanted.kind].name))
    needed = coloured("red", say("required")) if wanted.required else ""
    show.markdown(small(put(put(put(name, needed, by=" · "), localized(wanted.why), by=": "), _place(wanted), by=" ")))
    for title, statements in (
        (say("Worthless if:"), wanted.disqualifiers),
        (say("If you cannot get it:"), wanted.alternatives),
    ):
        if statements:
            show.markdown(small(gray(title)))
            show.markdown(bullets(small(line(statement)) for statement in statements))
