"""Prompts of an enforcement: what to look into, what stopped the harm first, and where else it could happen."""

from __future__ import annotations

import streamlit as st

from poa_app.desk.work import View
from poa_app.knowledge import knowledge
from poa_app.knowledge.asked import enforcements_of
from poa_app.knowledge.schema import Prompt
from poa_app.model.case import Case
from poa_app.model.paths import edit
from poa_app.model.row_edits import add_row, is_untouched
from poa_app.model.rows import ActionKind
from poa_app.ui import session, show
from poa_app.ui.defects import by_defect
from poa_app.ui.markup import bold, bullets, gray, small
from poa_app.ui.words import Reader

_TYPICAL = {
    "root_causes": "typical_causes",
    "corrective_actions": "typical_actions",
    "preventive_measures": "typical_measures",
}
_FIRST: dict[ActionKind, str] = {"containment": "containment", "read-across": "read_across"}
"""The kinds of action that are asked for until there is one, and what an enforcement says of each."""


def prompts(reader: Reader, view: View, kind: str) -> None:
    """Show what to look into for the enforcements of a case, as questions; never as sentences to copy."""
    if not st.session_state.guidance or kind not in _TYPICAL:
        return
    asked = _said(view, _TYPICAL[kind])
    if asked:
        with show.expander(reader.say("What to look into"), icon=":material/lightbulb:", key=f"prompts{view.id}{kind}"):
            for name, lines in by_defect(reader, view, asked):
                if name:
                    show.markdown(small(bold(name)))
                show.markdown(bullets(small(reader.localized(one)) for one in lines))


def wanted_actions(reader: Reader, view: View) -> None:
    """Ask for what stopped the harm and for where else it could happen, as long as no action says so."""
    there = {row.kind for row in view.case.corrective_actions}
    titles = {
        "containment": (reader.say("First: what stopped the harm?"), reader.say("Add what stopped the harm")),
        "read-across": (reader.say("And where else could it happen?"), reader.say("Add where else you looked")),
    }
    for kind, name in _FIRST.items():
        asked = _said(view, name)
        if not asked or kind in there:
            continue
        title, add = titles[kind]
        with st.container(gap="xxsmall", key=f"wanted{view.id}{kind}"):
            show.markdown(small(bold(title)))
            show.markdown(bullets(small(gray(reader.localized(one))) for one in asked))
            show.button(
                add, key=f"add{kind}{view.id}", type="tertiary", icon=":material/add:", on_click=_add,
                args=(view.id, kind),
            )  # fmt: skip


def _said(view: View, name: str) -> list[Prompt]:
    return [one for each in enforcements_of(view.case, knowledge()) for one in getattr(each, name)]


def _add(id: str, kind: ActionKind) -> None:
    """Add an action of a kind, in the first row nobody has written in if there is one, and go to it."""
    made: list[str] = []

    def with_action(case: Case) -> Case:
        paths = (f"/corrective_actions/{row.id}" for row in case.corrective_actions)
        path = next((path for path in paths if is_untouched(case, path)), None)
        if path is None:
            case, path = add_row(case, "/corrective_actions")
        made.append(path)
        return edit(case, f"{path}/kind", kind)

    if session.change(id, with_action, "/corrective_actions"):
        st.session_state.open_row = made[-1]
        st.session_state.focus = [f"{id}{made[-1]}/what"]
