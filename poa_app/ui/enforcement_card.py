"""What is known of an enforcement: what to send, the first hour, what Amazon wants, what gets refused."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from poa_app.knowledge import Enforcement, knowledge
from poa_app.knowledge.schema import Evidence, Placed, Source, Statement
from poa_app.model.routes import Route
from poa_app.ui import show
from poa_app.ui.labels import GRADES
from poa_app.ui.markup import Markup, bold, bullets, coloured, gray, icon, md, put, small
from poa_app.ui.words import Reader

OLD = 365
"""Days after which a source may no longer say what Amazon says today."""


def card(reader: Reader, one: Enforcement, route: Route | None, key: str) -> None:
    """Show what to do about an enforcement before a word is written: the road, the first hour, then the rest folded.

    Args:
        reader: whoever reads the page.
        one: the enforcement.
        route: by which it is answered; none shows its usual one.
        key: what the parts that open are told apart by.
    """
    routes = knowledge().routes
    chosen = route or one.routes[0]
    show.markdown(bold(reader.localized(one.name)))
    show.markdown(line(reader, one.send))
    if not one.plan_expected:
        show.markdown(small(coloured("orange", reader.say("A plan of action is not what Amazon wants here first."))))
    if chosen != one.routes[0]:
        first = routes[one.routes[0]]
        usual = put(reader.say("Usually first"), reader.localized(first.name), by=" · ")
        show.markdown(small(put(bold(usual), reader.localized(first.do), by=reader.colon)))
    show.markdown(
        small(put(bold(reader.localized(routes[chosen].name)), reader.localized(routes[chosen].do), by=reader.colon))
    )
    show.markdown(small(put(icon("timer"), line(reader, one.clock.words), by=" ")))
    _open(reader, reader.say("First hour: do now"), one.do_first)
    _open(reader, reader.say("First hour: do not"), one.do_not)
    folded = (
        (reader.say("What not to send"), one.leave_out),
        (reader.say("What happens to money and stock"), one.at_stake),
        (reader.say("What Amazon wants"), one.wants),
        (reader.say("What is not yours to answer for"), one.not_ours),
        (reader.say("What gets refused"), one.refused_when),
        (reader.say("What not to admit"), one.admission_traps),
        (reader.say("Where to submit"), one.submit),
    )
    for title, statements in folded:
        if statements:
            with show.expander(title, key=f"{key}{title}"):
                show.markdown(
                    bullets(
                        small(put(line(reader, statement), _place(reader, statement), by=" "))
                        for statement in statements
                    )
                )
    if one.evidence:
        with show.expander(reader.say("Evidence"), key=f"{key}evidence"):
            for wanted in one.evidence:
                _evidence(reader, wanted)


def prompts(reader: Reader, one: Enforcement, key: str) -> None:
    """Show the questions that help to find causes, actions and measures."""
    for title, asked in (
        (reader.say("Root causes: what to look into"), one.typical_causes),
        (reader.say("What stops the harm first"), one.containment),
        (reader.say("Corrective actions: what to look into"), one.typical_actions),
        (reader.say("Where else it could happen"), one.read_across),
        (reader.say("Preventive measures: what to look into"), one.typical_measures),
    ):
        if asked:
            with show.expander(title, key=f"{key}{title}"):
                words = (put(reader.localized(statement), _place(reader, statement), by=" ") for statement in asked)
                show.markdown(bullets(small(one) for one in words))


def _place(reader: Reader, said: Statement | Placed) -> Markup:
    """Return for which sites, orders and kinds of defect something holds; nothing where it holds for all."""
    if not isinstance(said, Placed):
        return md("")
    kinds = [part for metric in knowledge().metrics.values() for part in metric.parts if part.slug in said.parts]
    channel = {"seller": reader.say("Seller-fulfilled"), "amazon": reader.say("FBA")}.get(said.channel or "", "")
    holds = (
        reader.comma.join(said.marketplaces),
        channel,
        reader.comma.join(reader.localized(part.name) for part in kinds),
    )
    told = put(*(one for one in holds if one), by=" · ")
    return gray(put("[", told, "]")) if told else md("")


def _open(reader: Reader, title: str, statements: Iterable[Statement]) -> None:
    lines = [small(reader.localized(statement)) for statement in statements]
    if lines:
        show.markdown(small(bold(title)))
        show.markdown(bullets(lines))


def line(reader: Reader, statement: Statement) -> Markup:
    """Return a statement with who stands behind it, since when, and a mark where that is long ago."""
    source = knowledge().sources[statement.source]
    read = put(reader.say(GRADES[source.grade]), source.read[:7], by=reader.comma)
    mark = coloured("orange", reader.say("older than a year")) if _is_old(source, reader.now().date()) else ""
    return put(reader.localized(statement), gray(f"({read})"), mark, by=" ")


def _is_old(source: Source, today: date) -> bool:
    return (today - date.fromisoformat(source.read)).days > OLD


def _evidence(reader: Reader, wanted: Evidence) -> None:
    name = bold(reader.localized(knowledge().evidence[wanted.kind].name))
    needed = coloured("red", reader.say("required")) if wanted.required else ""
    show.markdown(
        small(
            put(
                put(put(name, needed, by=" · "), reader.localized(wanted.why), by=reader.colon),
                _place(reader, wanted),
                by=" ",
            )
        )
    )
    for title, statements in (
        (reader.say("Worthless if:"), wanted.disqualifiers),
        (reader.say("If you cannot get it:"), wanted.alternatives),
    ):
        if statements:
            show.markdown(small(gray(title)))
            show.markdown(bullets(small(line(reader, statement)) for statement in statements))
