"""Guidance for a beginner: why we ask, typical causes as prompts, chains read back, and the way to the next gap."""

from __future__ import annotations

import re

import streamlit as st

from poa_app.desk.work import View
from poa_app.knowledge import knowledge
from poa_app.knowledge.schema import Statement
from poa_app.model.finding import Finding
from poa_app.model.paths import get, pattern, steps
from poa_app.ui import session
from poa_app.ui.labels import safe
from poa_app.ui.words import both, say

_DEAD_ENDS = re.compile(
    r"human error|carelessness|careless|new (?:employee|staff|hire)|untrained|supplier(?:'s)? (?:fault|mistake|error)"
    r"|did not know|unaware|人为|疏忽|新员工|不知道",
    re.IGNORECASE,
)

_ASK_ON = "The chain stops at a person or somebody else. Ask once more: which step of your own process let it through?"

_PROMPTS = {
    "root_causes": "typical_causes",
    "corrective_actions": "typical_actions",
    "preventive_measures": "typical_measures",
}


def prompts(view: View, kind: str) -> None:
    """Show what to look into for this enforcement, as questions; never as sentences to copy."""
    if not st.session_state.guidance or kind not in _PROMPTS:
        return
    known = knowledge().enforcements
    asked: list[Statement] = [
        one for slug in view.case.enforcements if slug in known for one in getattr(known[slug], _PROMPTS[kind])
    ]
    if asked:
        with st.expander(say("What to look into"), icon=":material/lightbulb:", key=f"prompts{view.id}{kind}"):
            for one in asked:
                st.markdown(f"- :small[{safe(both(one))}]")


def chains(view: View, path: str) -> None:
    """Read both why-chains back from the end with "therefore", and say when one stops too early."""
    if not st.session_state.guidance:
        return
    for name in ("why", "unnoticed"):
        links = get(view.case, f"{path}/{name}")
        if not links:
            continue
        told = f" → {say('therefore')} ".join(safe(link) for link in reversed(links))
        st.markdown(f":small[:gray[{say('Read back:')}] {told}]")
        if _DEAD_ENDS.search(links[-1]):
            st.markdown(f":small[:orange-badge[{say('Fix')}] {say(_ASK_ON)}]")


def next_gap(view: View, after: str | None) -> Finding | None:
    """Give the next point that blocks, in the order of the case, after the open row."""
    blocking = [finding for finding in view.findings if finding.severity == "blocks"]
    if not blocking:
        return None
    places = [number for number, finding in enumerate(blocking) if after and finding.path.startswith(after)]
    return blocking[(places[-1] + 1) % len(blocking)] if places else blocking[0]


NOTICE_FIELDS = ("client", "violations", "notice", "marketplaces", "fulfilment", "scope", "deadline", "identifiers")
"""Parts of a case whose fields stand on the notice screen."""


def screen_of(path: str) -> str:
    """Tell on which screen a field stands."""
    if steps(path)[0] in NOTICE_FIELDS or path in ("/products", "/affected"):
        return "notice"
    return "workbench"


def lead_to(view: View, path: str) -> None:
    """Bring the reader to a field: its screen, its row open, its widget in focus."""
    way = steps(path)
    row = f"/{way[0]}/{way[1]}" if len(way) > 2 and pattern(path).startswith(f"/{way[0]}/*") else None
    if path.startswith("/notice/requests/"):
        row = "/" + "/".join(way[:3])
    if len(way) == 2 and pattern(path) == f"/{way[0]}/*":
        row = path
    st.session_state.open = row
    st.session_state.focus = f"{view.id}{path}"
    st.session_state.findings_shown = True
    session.go(screen_of(path), view.id)
