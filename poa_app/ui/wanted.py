"""The papers Amazon wants: which are there, which are on their way, and what to do where one cannot be had."""

from __future__ import annotations

import streamlit as st

from poa_app.desk.papers import Paper, set_paper, wanted_papers
from poa_app.desk.work import View
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit, PaperState
from poa_app.model.paths import edit
from poa_app.model.row_edits import add_row
from poa_app.ui import guide, session, show
from poa_app.ui.field_view import field
from poa_app.ui.labels import STRENGTHS
from poa_app.ui.markup import Markup, badge, bold, bullets, gray, md, put, small
from poa_app.ui.words import Reader


def papers(reader: Reader, view: View) -> None:
    """Show the kinds of paper that are wanted, each with how it stands."""
    wanted = wanted_papers(view.case)
    if not wanted:
        return
    have = sum(bool(paper.letters) for paper in wanted)
    words = reader.say("Papers Amazon wants: {have} of {all} there", have=have, all=len(wanted))
    with show.expander(words, icon=":material/inventory_2:", key=f"papers{view.id}", on_change="rerun") as papers:
        for paper in wanted if papers.open else ():
            with st.container(gap="xxsmall", key=f"paper{view.id}{paper.kind}"):
                _paper(reader, view, paper)


def _paper(reader: Reader, view: View, paper: Paper) -> None:
    known = knowledge().evidence[paper.kind]
    told = put(
        bold(reader.localized(known.name)), _mark(reader, paper), gray(reader.say(STRENGTHS[known.strength])), by=" · "
    )
    show.markdown(small(told))
    if paper.evidence:
        show.markdown(small(gray(reader.localized(paper.evidence.why))))
    if paper.letters:
        return
    guide.objections_to(reader, view, "", paper.kind)
    if paper.row and paper.row.state:
        path = f"/wanted_papers/{paper.row.id}"
        field(reader, view, f"{path}/state")
        if paper.row.state != "waiting":
            field(reader, view, f"{path}/reason")
            _instead(reader, paper)
    with st.container(horizontal=True, gap="small", key=f"ways{view.id}{paper.kind}"):
        name = reader.localized(known.name)
        _way(view, paper, reader.say("Add {paper}", paper=name), None, add=True)
        if not paper.row:
            _way(view, paper, reader.say("{paper}: on its way", paper=name), "waiting")
            _way(view, paper, reader.say("{paper}: cannot be had", paper=name), "cannot")
        else:
            _way(view, paper, reader.say("{paper}: still to get", paper=name), None)


def _mark(reader: Reader, paper: Paper) -> Markup:
    if paper.letters:
        return badge("green", reader.say("Exhibit {letters}", letters=reader.comma.join(paper.letters)))
    if paper.row and paper.row.state:
        words = {
            "waiting": reader.say("on its way"),
            "cannot": reader.say("cannot be had"),
            "will-not": reader.say("kept back"),
        }
        return badge("orange", words[paper.row.state])
    if paper.required:
        return badge("red", reader.say("the notice asks for it") if paper.by_notice else reader.say("required"))
    return md(reader.say("useful"))


def _instead(reader: Reader, paper: Paper) -> None:
    """Show what is honest and possible without the paper."""
    known = knowledge().evidence[paper.kind]
    ways = paper.evidence.alternatives if paper.evidence else known.alternatives
    show.markdown(
        small(
            gray(reader.say("The letter never claims it. Without it a reviewer may refuse; what you can do instead:"))
        )
    )
    if ways:
        show.markdown(bullets(small(reader.localized(way)) for way in ways))
    else:
        show.markdown(small(reader.say("Say openly that it is not there, and show the nearest paper that is.")))


def _way(view: View, paper: Paper, words: str, state: PaperState | None, add: bool = False) -> None:
    show.button(
        words,
        key=f"{'add' if add else state or 'open'}{view.id}{paper.kind}",
        type="tertiary",
        on_click=_add if add else _set,
        args=(view.id, paper.kind) if add else (view.id, paper.kind, state),
    )


def _set(id: str, kind: str, state: PaperState | None) -> None:
    session.change(id, lambda case: set_paper(case, kind, state), "/wanted_papers")


def _add(id: str, kind: str) -> None:
    """Add an exhibit of a kind, and go to its row; what was said of the missing paper goes."""
    made: list[str] = []

    def with_exhibit(case: Case) -> Case:
        case, path = add_row(set_paper(case, kind, None), "/exhibits")
        made.append(path)
        return edit(case, f"{path}/kind", kind)

    if session.change(id, with_exhibit, "/exhibits"):
        st.session_state.open_row = made[-1]
        st.session_state.focus = [f"{id}{made[-1]}/{Exhibit.spec.first[-1][0]}"]
