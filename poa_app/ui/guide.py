"""Guidance for a beginner: why we ask, typical causes as prompts, chains read back, and the way to the next gap."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from poa_app.desk.work import View
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.fields import row_types
from poa_app.model.paths import get, pattern, row_of, steps
from poa_app.ui import session, show
from poa_app.ui.labels import label
from poa_app.ui.markup import Markup, badge, bullets, gray, md, put, small
from poa_app.ui.words import Reader

DEAD_END = "chains.dead-end"
"""The rule about chains that stop at a person; a beginner is told also where findings are not shown."""


def objections(reader: Reader, view: View, kind: str) -> None:
    """Show the reviewer's usual objections to a list of rows, and which of them its words raise or answer."""
    if not st.session_state.guidance:
        return
    of_the_rows = [one for one in view.state.judgements if one.objection.rows == kind]
    if of_the_rows:
        with show.expander(reader.say("Likely objections"), icon=":material/gavel:", key=f"objections{view.id}{kind}"):
            lines = dict.fromkeys((one.objection.en, one.state) for one in of_the_rows)
            said = {one.objection.en: reader.localized(one.objection) for one in of_the_rows}
            show.markdown(bullets(small(put(_mark(reader, state), said[words], by=" ")) for words, state in lines))


def objections_to(reader: Reader, view: View, path: str, papers: str = "") -> None:
    """Show what a reviewer is likely to object to one row, or to the lack of one kind of paper.

    Args:
        reader: whoever reads the page.
        view: the case.
        path: of the row.
        papers: the kind of paper, where no row of it is there.
    """
    if not st.session_state.guidance:
        return
    raised = [one for one in view.state.judgements if one.state == "raised" and not one.quote]
    of_the_row = [one for one in raised if (papers in one.objection.papers if papers else one.path == path)]
    for one in of_the_row:
        words = put(badge("orange", reader.say("likely objection")), reader.localized(one.objection), by=" ")
        show.markdown(small(words))


def _mark(reader: Reader, state: str) -> Markup:
    if state == "unknown":
        return md("")
    return badge("green", reader.say("answered")) if state == "met" else badge("orange", reader.say("open"))


def chains(reader: Reader, view: View, path: str) -> None:
    """Read both why-chains back from the end with "therefore"; an answer alone is no chain."""
    if not st.session_state.guidance:
        return
    for name in ("why", "unnoticed"):
        links = get(view.case, f"{path}/{name}")
        if not links:
            continue
        if len(links) > 1:
            told = put(*reversed(links), by=f" → {reader.say('therefore')} ")
            read = gray(label(reader, f"{path}/{name}"), ". ", reader.say("Read back:"))
            show.markdown(small(put(read, told, by=" ")))
        shown = st.session_state.get("findings_shown")  # then it stands beneath the field already
        if not shown and any(one.rule == DEAD_END and one.path.startswith(f"{path}/{name}/") for one in view.findings):
            words = reader.localized(knowledge().rules[DEAD_END].message)
            show.markdown(small(put(badge("orange", reader.say("Fix")), words, by=" ")))


def next_gap(view: View) -> str | None:
    """Return the path of the next point that blocks.

    In a row the reader has turned to, its first; else the next of those that lay ahead at the last step; else the
    first of all. So somebody who passes over a gap goes on, and comes back to it after the last one.
    """
    gaps = _gaps(view)
    row, led = st.session_state.get("open_row"), st.session_state.get("guided_to")
    if row and not (led or "").startswith(row):
        within = next((path for path in gaps if path.startswith(row)), None)
        if within:
            return within
    ahead = (path for path in st.session_state.get("upcoming_gaps", ()) if path in gaps)
    return next(ahead, gaps[0] if gaps else None)


def _gaps(view: View) -> list[str]:
    paths = dict.fromkeys(finding.path for finding in view.findings if finding.severity == "blocks")
    return sorted(paths, key=lambda path: _place(view.case, path))


def _place(case: Case, path: str) -> tuple[int, int, bool]:
    """Return where a gap stands: its part, its row, and at the row's end a deed's tick, which a later change clears."""
    part, *inside = steps(path)
    rows = [row.id for row in get(case, f"/{part}")] if part in row_types() else []
    row = rows.index(inside[0]) if inside and inside[0] in rows else -1
    return ORDER.index(part) if part in ORDER else len(ORDER), row, path.endswith("/done")


ORDER = (
    "violations", "marketplaces", "fulfilment", "client", "notice", "deadline", "affected", "scope", "identifiers",
    "opening", "metrics", "orders", "root_causes", "corrective_actions", "preventive_measures", "open_points",
    "products", "suppliers", "exhibits", "closing", "letter_date",
)  # fmt: skip
"""In which order a beginner is led: first what the case is about, on which all depends, then as the letter goes."""


def switch(reader: Reader) -> None:
    """Show the switch of the guidance, which is remembered."""
    show.toggle(
        reader.say("Guidance"),
        key="guidance",
        on_change=session.save_toggle,
        args=("guidance",),
        persist_state="session",
    )


def findings_switch(reader: Reader) -> None:
    """Show the switch of the findings beneath the fields, which is remembered."""
    show.toggle(
        reader.say("Findings"),
        key="findings_shown",
        on_change=session.save_toggle,
        args=("findings_shown",),
        persist_state="session",
    )


NEXT = "Alt+N"
"""The key that leads to the next gap from wherever one types."""


def way_to_next(reader: Reader, view: View) -> None:
    """Offer the way to the next gap, with its place among all; both stay where there is none, so that nothing moves.

    A bar that grows by a line, even for one frame, moves the page beneath it, and a list that is open there closes.
    """
    gap, gaps = next_gap(view), _gaps(view)
    led = st.session_state.get("guided_to")
    if led in gaps:
        place = reader.say("{place} of {total}", place=gaps.index(led) + 1, total=len(gaps))
    elif len(gaps) > 1:
        place = reader.say("{total} gaps", total=len(gaps))
    else:
        place = reader.say("1 gap") if gaps else reader.say("No gap left")
    show.markdown(small(gray(place)), width="content")
    key = f"next{view.id}"
    if (
        show.button(
            reader.say("Next gap"), key=key, icon=":material/arrow_downward:", disabled=gap is None, shortcut=NEXT
        )
        and gap
    ):
        go_to_field(view, gap)


def way_on(reader: Reader, view: View, path: str) -> None:
    """Offer the way to the next gap beneath the field to which the last one led."""
    if not st.session_state.guidance or st.session_state.get("guided_to") != path:
        return
    gap = next_gap(view)
    if (
        gap
        and gap != path
        and show.button(reader.say("Next gap"), key=f"on{view.id}", icon=":material/arrow_downward:", type="tertiary")
    ):
        go_to_field(view, gap)


NOTICE_FIELDS = (
    "client", "violations", "notice", "marketplaces", "fulfilment", "scope", "deadline", "identifiers",
    "earlier_appeals", "client_messages",
)  # fmt: skip
"""Parts of a case whose fields stand on the notice screen."""


def screen_of(view: View, path: str) -> str:
    """Return on which screen a field stands; requests stand beside their answers where these are the letter."""
    if path.startswith("/notice/requests") and "notice/requests" in view.case.route_spec.rows:
        return "workbench"
    if steps(path)[0] in NOTICE_FIELDS or path in ("/products", "/affected"):
        return "notice"
    return "workbench"


def left_on_screens(view: View) -> dict[str, int]:
    """Count the rows, and the fields outside of rows, still to complete, by the screen on which they stand."""
    return dict(Counter(screen_of(view, row) for row in {row_of(path) for path in _gaps(view)}))


def go_to_field(view: View, path: str) -> None:
    """Bring the reader to a field: its screen, its row open, its widget in focus."""
    way = steps(path)
    row = f"/{way[0]}/{way[1]}" if len(way) > 2 and pattern(path).startswith(f"/{way[0]}/*") else None
    if path.startswith("/notice/requests/"):
        row = "/" + "/".join(way[:3])
    if len(way) == 2 and pattern(path) == f"/{way[0]}/*":
        row = path
    gaps = _gaps(view)
    st.session_state.guided_to = path
    st.session_state.upcoming_gaps = gaps[gaps.index(path) + 1 :] if path in gaps else gaps
    st.session_state.open_row = row
    there = [f"{view.id}{path}", f"open{view.id}{row}" if row else f"add{view.id}/{way[0]}"]
    st.session_state.focus = there
    st.session_state.show_findings = True
    session.go(screen_of(view, path), view.id)
