"""The kinds of defect that a rate counts together: how many orders had each, and where what is not ours is disputed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st

from poa_app.desk.work import View
from poa_app.knowledge import knowledge
from poa_app.knowledge.asked import enforcements_of
from poa_app.knowledge.metric_schema import DefectKind
from poa_app.knowledge.rates import concerned_parts, counted_parts, new_parts
from poa_app.knowledge.schema import Prompt
from poa_app.model.case import Case
from poa_app.model.facts import DefectCount
from poa_app.model.paths import edit, get
from poa_app.ui import faults, findings, guide, session, show
from poa_app.ui.enforcement_card import line
from poa_app.ui.labels import asked, label
from poa_app.ui.markup import bold, bullets, gray, small
from poa_app.ui.widgets import text
from poa_app.ui.words import Reader, join_sentences


def defect_counts(reader: Reader, view: View, path: str, name: str) -> None:
    """Ask of a rate how many orders had each kind of defect; nothing of a rate that counts one kind only.

    Args:
        reader: whoever reads the page.
        view: the case.
        path: of the rate.
        name: what its row is called.
    """
    kind = knowledge().metrics.get(get(view.case, path).metric or "")
    if not kind or not kind.parts:
        return
    place = f"{path}/parts"
    held = {one.kind: one for one in reversed(get(view.case, place))}
    with st.container(key=f"{view.id}{place}", gap="xsmall"):
        show.markdown(small(label(reader, place, name)))
        if st.session_state.guidance:
            ask, why, _ = asked(reader, view, place)
            show.markdown(small(gray(join_sentences(ask, why))))
        for part in kind.parts:
            with faults.part(reader):
                if part.slug in held:
                    _count(reader, view, f"{place}/{held[part.slug].id}", part)
        if any(part.slug not in held for part in kind.parts):
            words = reader.say("Split the orders by kind of defect {row}", row=name)
            show.button(
                words, key=f"split{view.id}{place}", icon=":material/call_split:", type="tertiary",
                on_click=_split, args=(view.id, place),
            )  # fmt: skip
        findings.beneath(reader, view, place, name, within=False)
        guide.way_on(reader, view, place)
        _channels(reader, view, kind.parts, held)


def _count(reader: Reader, view: View, path: str, part: DefectKind) -> None:
    """Ask for one kind of defect, on one line."""
    name = reader.localized(part.name)
    count, contested = st.columns(2)
    with count:
        text(view, f"{path}/count", label(reader, f"{path}/count", name))
    with contested:
        text(view, f"{path}/contested", label(reader, f"{path}/contested", name))
    findings.beneath(reader, view, path, name)


def _split(id: str, path: str) -> None:
    def with_parts(case: Case) -> Case:
        kind = knowledge().metrics[get(case, path.rpartition("/")[0]).metric or ""]
        return edit(case, path, new_parts(kind, get(case, path)))

    session.change(id, with_parts, path)


def _channels(reader: Reader, view: View, parts: Sequence[DefectKind], held: dict[str | None, DefectCount]) -> None:
    """Show through which channel each kind of defect is disputed that is not ours to answer for."""
    told = [one for each in enforcements_of(view.case, knowledge()) for one in each.not_ours]
    disputed = any(one.contested for one in held.values())
    shown = [(part, [one for one in told if part.slug in one.parts]) for part in parts]
    if any(lines for _, lines in shown) and (disputed or st.session_state.guidance):
        title = reader.say("Not yours? Where each kind is disputed")
        with show.expander(title, icon=":material/alt_route:", key=f"channels{view.id}{parts[0].slug}"):
            for part, lines in shown:
                if lines:
                    show.markdown(small(bold(reader.localized(part.name))))
                    show.markdown(bullets(small(line(reader, one)) for one in lines))


def by_defect(reader: Reader, view: View, prompts: Sequence[Prompt]) -> Iterator[tuple[str, list[Prompt]]]:
    """Yield prompts as they are shown: first those for all defects, then under the name of each kind its own."""
    general = [one for one in prompts if not one.parts]
    if general:
        yield "", general
    concerned = concerned_parts(view.case, knowledge())
    for _, part, _ in counted_parts(view.case, knowledge()):
        own = [one for one in prompts if part.slug in one.parts]
        if own and part.slug in concerned:
            yield reader.localized(part.name), own
