"""Findings where they belong: a number on the row, the words beneath the field, each with its way out."""

from __future__ import annotations

import streamlit as st

from poa_app.desk import work
from poa_app.desk.text_findings import Told
from poa_app.desk.work import View
from poa_app.knowledge import knowledge
from poa_app.model.finding import SEVERITIES, Finding
from poa_app.model.paths import pattern
from poa_app.ui import overruling, session, show, text_findings
from poa_app.ui.finding_words import badge, here, why
from poa_app.ui.labels import source
from poa_app.ui.markup import Markup, bold, gray, md, put, small
from poa_app.ui.words import Reader, join_sentences

UNREAD = ("values.", "dates.time", "dates.zone", "dates.deadline-unread")
"""How the rules begin that say of a typed value that it cannot be read; it would print as it was typed."""


def of(view: View, path: str) -> list[Finding]:
    """List the findings of a field and of what it holds."""
    return [finding for finding in view.findings if finding.path == path or finding.path.startswith(f"{path}/")]


def beneath(reader: Reader, view: View, path: str, row: str, within: bool = True, named: bool = False) -> None:
    """Show the findings of a field beneath it, when they have been asked for; a value that cannot be read always.

    Args:
        reader: whoever reads the page.
        view: the case.
        path: the field.
        row: code of its row.
        within: whether those of what the field holds are shown too, and not by fields of their own.
        named: whether to name the field, because others stand beside it.
    """
    name = bold(reader.localized(knowledge().questions[pattern(path)].label)) if named else md("")
    if not named:
        clash(reader, view, path)
    of_field = [finding for finding in of(view, path) if within or finding.path == path]
    if not st.session_state.get("findings_shown", True):
        of_field = [finding for finding in of_field if finding.rule.startswith(UNREAD)]
    over_words: dict[str, list[Finding]] = {}
    for finding in of_field:
        if text_findings.can_be_marked(view, finding):
            over_words.setdefault(finding.path, []).append(finding)
    others = [one for one in of_field if one not in over_words.get(one.path, ())]
    heavy = [place for place, found in over_words.items() if not others or _is_as_heavy(found[0], others[0])]
    for place in heavy:
        text_findings.beneath(reader, view, place, row, over_words[place], name)
    for finding in others:
        _other(reader, view, finding, name, row)
    for place, found in over_words.items():
        if place not in heavy:
            text_findings.beneath(reader, view, place, row, found, name)


def _other(reader: Reader, view: View, finding: Finding, name: Markup, row: str) -> None:
    """Show a finding that is not about words to mark."""
    if finding.rule == "completeness.missing":
        _gap(reader, view, finding, name, row)
        return
    with st.container(horizontal=True, wrap=False, gap="small", key=f"point{view.id}{finding.key}"):
        said = here(reader, finding)
        said = said if name else said[:1].upper() + said[1:]  # with no name before it, it begins the sentence
        words = put(badge(reader, finding), name, join_sentences(said, gray(why(reader, finding))), by=" ")
        show.markdown(small(words), width="stretch", help=source(reader, finding.source))
        text_findings.mending(reader, view, Told((finding,)), row)
        overruling.overrule(reader, view, (finding,))


def _is_as_heavy(one: Finding, other: Finding) -> bool:
    return SEVERITIES.index(one.severity) <= SEVERITIES.index(other.severity)


def _gap(reader: Reader, view: View, finding: Finding, name: Markup, row: str) -> None:
    """Show that a field is empty; what to enter stands beneath it already where guidance is on."""
    question = knowledge().questions.get(pattern(finding.path))
    ask = reader.localized(question.ask) if question and not st.session_state.guidance else ""
    words = small(put(badge(reader, finding), name, join_sentences(reader.say("Nothing entered yet."), ask), by=" "))
    if not finding.path.endswith("/how"):
        show.markdown(words)
        return
    with st.container(horizontal=True, wrap=False, gap="small"):
        show.markdown(words, width="stretch")
        show.button(
            reader.say("Said under What {row}", row=row),
            key=f"said{view.id}{finding.key}",
            on_click=_said_under_what,
            args=(view.id, finding.path),
        )


def _said_under_what(id: str, path: str) -> None:
    """Answer how a deed was done by what was done, which tells it already."""
    reason = "Said under What"
    session.change(id, lambda case: work.with_not_applicable(case, path, reason), "/not_applicable")


def clash(reader: Reader, view: View, path: str) -> None:
    """Show both texts of a field that was changed elsewhere meanwhile, and let one be chosen."""
    of_field = [clash for clash in view.clashes if clash.path == path]
    for clash in of_field[:1]:  # the newest; settled, it makes room for the one before it
        show.warning(reader.say("This field was changed elsewhere while you typed. Choose which text stays."))
        theirs, mine = st.columns(2)
        for column, words, keep, name in (
            (theirs, clash.theirs, False, reader.say("Keep the saved text")),
            (mine, clash.mine, True, reader.say("Keep mine")),
        ):
            with column:
                show.plain(str(words or "-"))
                show.button(name, key=f"clash{view.id}{path}{keep}", on_click=_settle, args=(view.id, path, keep))


def _settle(id: str, path: str, mine: bool) -> None:
    if not session.settle(id, path, mine):
        return
    key = f"{id}{path}"
    if key in st.session_state:
        st.session_state.shown[key] = st.session_state[key]  # settled: from now on the field follows the store
