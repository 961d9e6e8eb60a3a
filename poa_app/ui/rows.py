"""A list of rows: one line each with its state; only the open one shows its fields."""

from __future__ import annotations

from html import escape

import streamlit as st

from poa_app.desk import pasting, work
from poa_app.desk.evidence import SUFFIXES
from poa_app.desk.work import View
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.paths import edit, get
from poa_app.model.rowkinds import add_row, code, move_row, remove_row
from poa_app.ui import findings, guide, session
from poa_app.ui.fields import draft, one_of, some_of, text, tick
from poa_app.ui.forms import CHAINS, ROWS, TALL, WITH_PASSAGE
from poa_app.ui.labels import EMPTY, asked, cause_name, choice, counts, exhibit_name, headline, label, safe
from poa_app.ui.words import joined, say

WRITTEN = TALL | CHAINS | {"head", "when", "where", "frequency", "trigger", "response", "record", "title"}
"""Fields beside which a Chinese draft may stand."""


def rows(view: View, path: str, pasted: bool = False) -> None:
    """Show a list of rows, and below it the ways to add to it.

    Args:
        view: the case.
        path: of the list.
        pasted: whether pasted lines may become rows.
    """
    held = get(view.case, path)
    kind = path.rsplit("/", 1)[-1]
    if not held:
        papers = kind == "exhibits" and view.case.route == "documents"
        empty = say("No exhibit yet. Start with the papers the notice names.") if papers else say(EMPTY[kind])
        st.markdown(f":small[:gray[{empty}]]")
    with st.container(gap="xxsmall", key=f"list{view.id}{path}"):
        for row in held:
            _row(view, f"{path}/{row.id}")
    with st.container(horizontal=True, key=f"ways{view.id}{path}"):
        st.button(
            say("Add {what}", what=say(ADDED[kind])),
            key=f"add{view.id}{path}",
            icon=":material/add:",
            type="tertiary",
            on_click=_add,
            args=(view.id, path),
        )
        if pasted:
            _paste(view, path)


ADDED = {
    "metrics": "a metric",
    "root_causes": "a root cause",
    "corrective_actions": "a corrective action",
    "preventive_measures": "a preventive measure",
    "products": "a product",
    "suppliers": "a supplier",
    "exhibits": "an exhibit",
    "requests": "a request of the notice",
    "identifiers": "a number",
}


def _add(id: str, path: str) -> None:
    made: list[str] = []

    def with_row(case: Case) -> Case:
        case, row = add_row(case, path)
        made.append(row)
        return case

    if session.change(id, with_row, path):
        st.session_state.open = made[-1]
        st.session_state.focus = [f"{id}{made[-1]}/{ROWS[path.rsplit('/', 1)[-1]].first[0][0]}"]


def _prove(id: str, path: str) -> None:
    """Add an exhibit that proves the row, and go to it."""
    made: list[str] = []

    def with_proof(case: Case) -> Case:
        case, exhibit = add_row(case, "/exhibits")
        made.append(exhibit)
        return edit(case, path, (*get(case, path), exhibit.rpartition("/")[2]))

    if session.change(id, with_proof, path):
        st.session_state.open = made[-1]
        st.session_state.focus = [f"{id}{made[-1]}/{ROWS['exhibits'].first[0][0]}"]


def _paste(view: View, path: str) -> None:
    with st.popover(say("Paste lines"), type="tertiary", icon=":material/content_paste:", key=f"paste{view.id}{path}"):
        key = f"lines{view.id}{path}"
        st.text_area(say("One row a line; bullets and numbers are taken off."), key=key, height=160)
        st.button(say("Make rows"), key=f"make{key}", on_click=_make_rows, args=(view.id, path, key))


def _make_rows(id: str, path: str, key: str) -> None:
    words = st.session_state[key]
    if words.strip() and session.change(id, lambda case: pasting.paste_lines(case, path, words), path):
        st.session_state[key] = ""
        beyond = pasting.beyond(words)
        if beyond:
            st.session_state.trouble = say(
                "{n} rows were made, as many as one paste gives. The other {beyond} lines stand in the last of them.",
                n=pasting.MOST_ROWS,
                beyond=beyond,
            )


def _row(view: View, path: str) -> None:
    name = code(view.case, path)
    found = findings.of(view, path)
    blocking = sum(finding.severity == "blocks" for finding in found)
    to_fix = sum(finding.severity == "fix" for finding in found)
    is_open = st.session_state.get("open") == path
    icon = ":material/edit:" if is_open else ":material/pending:" if blocking or to_fix else ":material/check_circle:"
    state = counts(blocking, to_fix)
    line = f"**{name}** {safe(headline(view, path))}" + (f" · {state}" if state else "")
    if is_open:
        # Without on_change, only the key names the step; else its line would, and a line that changes while somebody
        # types in the row would put new fields in place of those with the unsaved words.
        with st.expander(line, expanded=True, key=f"open{view.id}{path}", icon=icon, type="step"):
            _fields(view, path, name)
        return
    key = f"row{view.id}{path}"
    if st.session_state.get(key):
        st.session_state[key] = False
    with st.expander(line, key=key, icon=icon, type="step", on_change=_open, args=(view.id, path)):
        st.html("<span></span>")  # a step without content cannot be opened


def _open(id: str, path: str) -> None:
    st.session_state.open = path
    st.session_state.focus = [f"open{id}{path}"]


def _fields(view: View, path: str, name: str) -> None:
    kind = path.rsplit("/", 2)[-2]
    form = ROWS[kind]
    guide.prompts(view, kind)
    for line in form.first:
        _line(view, path, line, name)
    if kind == "root_causes":
        guide.chains(view, path)
    if kind == "corrective_actions":
        tick(view, f"{path}/done", f"**{say('This has been done.')}** :gray[{name}]")
        _cleared(view, path)
        findings.beneath(view, f"{path}/done", name)
    if kind == "exhibits":
        _file(view, path, name)
    if kind in WITH_PASSAGE:
        _passage(view, path, name)
    if form.folded:
        inside = [f"{path}/{field}" for line in form.folded for field in line]
        wanted = sum(one.severity == "blocks" for field in inside for one in findings.of(view, field))
        filled = any(_filled(view, field) for field in inside)
        more = say("More about {row}", row=name) + (f" · {counts(wanted, 0)}" if wanted else "")
        with st.expander(more, expanded=filled or bool(wanted), key=f"more{view.id}{path}"):
            for line in form.folded:
                _line(view, path, line, name)
    _arrange(view, path, name)


def _cleared(view: View, path: str) -> None:
    at = session.cleared_at(view.id, path)
    if at and not get(view.case, f"{path}/done"):
        words = say("Cleared at {time} because the text changed; tick it again when it is true.", time=f"{at:%H:%M}")
        st.markdown(f":small[:orange[{words}]]")


def _file(view: View, path: str, name: str) -> None:
    """Show the file kept with an exhibit, and take a new one."""
    kept = get(view.case, f"{path}/file")
    if kept:
        st.markdown(f":small[:material/attach_file: {safe(kept)}]")
    exhibit = path.rsplit("/", 1)[-1]
    box = session.box_of(exhibit)
    key = f"upload{view.id}{path}{box.number}"
    st.file_uploader(
        say("File of {row}: PDF, image, Word, Excel, mail or text, at most 25 MB", row=name),
        type=list(SUFFIXES),
        key=key,
        max_upload_size=25,
        on_change=session.attach,
        args=(view.id, exhibit, key),
    )
    if box.refused:
        st.error(box.refused, icon=":material/error:")
    findings.beneath(view, f"{path}/file", name)


def _filled(view: View, path: str) -> bool:
    return get(view.case, path) not in (None, ())


def _line(view: View, path: str, names: tuple[str, ...], row: str) -> None:
    with st.container(key=f"line{view.id}{path}/{names[0]}"):
        _side_by_side(view, path, names, row)


def _side_by_side(view: View, path: str, names: tuple[str, ...], row: str) -> None:
    beside = len(names) == 1 and st.session_state.get("drafts") and names[0] in WRITTEN
    columns = st.columns([3, 2] if beside else len(names))
    for column, name in zip(columns, names, strict=False):
        with column:
            field(view, f"{path}/{name}", row)
    if beside:
        with columns[1]:
            draft(view, f"{path}/{names[0]}", say("Chinese draft of {field}", field=label(f"{path}/{names[0]}", row)))


def field(view: View, path: str, row: str = "") -> None:
    """Show one field with its label, its guidance and its findings.

    What holds it has a key, so that whatever appears above it does not put a new field in its place.
    """
    ask, why, example = asked(view, path)
    hint = say("e.g. {example}", example=example) if example else ""
    name = label(path, row)
    with st.container(gap="xxsmall", key=f"field{view.id}{path}"):
        _widget(view, path, name, hint)
        if st.session_state.guidance and ask:
            st.markdown(f":small[:gray[{joined(safe(ask), safe(why))}]]")
        guide.way_on(view, path)
        findings.beneath(view, path, row)


def _widget(view: View, path: str, name: str, hint: str) -> None:
    last = path.rsplit("/", 1)[-1]
    match last:
        case "causes":
            options = [cause.id for cause in view.case.root_causes]
            some_of(view, path, name, options, lambda one: cause_name(view, one), say("Choose root causes"))
        case "exhibits":
            options = [one.id for one in view.case.exhibits]
            some_of(view, path, name, options, lambda one: exhibit_name(view, one), say("Choose exhibits"))
            if not get(view.case, path):
                st.button(
                    say("Add an exhibit for {row}", row=code(view.case, path.rpartition("/")[0])),
                    key=f"prove{view.id}{path}",
                    icon=":material/attach_file:",
                    type="tertiary",
                    on_click=_prove,
                    args=(view.id, path),
                )
        case "marketplaces":
            some_of(
                view, path, name, list(knowledge().marketplaces), lambda one: choice(view, path, one), say("Choose")
            )
        case _ if (choices := _options(path, last, view)) is not None:
            one_of(view, path, name, choices, lambda one: choice(view, path, one), say("Choose"), last in OPTIONAL)
        case _:
            text(view, path, name, tall=last in TALL or last in CHAINS, hint=hint)


OPTIONAL = ("supplier", "buys_from")
"""Choices that may be taken back."""


def _options(path: str, last: str, view: View) -> list[str] | None:
    known = knowledge()
    match last:
        case "kind" if path.startswith("/identifiers"):
            return ["order", "shipment", "complaint", "case", "sku", "other"]
        case "metric":
            return list(known.metrics)
        case "kind":
            return list(known.evidence)
        case "supplier" | "buys_from":
            return [one.id for one in view.case.suppliers]
        case "role":
            return ["manufacturer", "brand-owner", "distributor", "wholesaler", "trader"]
        case "section":
            return ["root-causes", "corrective-actions", "preventive-measures", "documents", "other"]
        case "fulfilment":
            return ["seller", "amazon", "both"]
        case "level":
            return ["account", "listing", "offer"]
        case "stage":
            return ["first", "rejected", "more-information", "final"]
        case "route":
            return list(known.routes)
        case "enforcement":
            return list(known.enforcements)
    return None


def _passage(view: View, path: str, name: str) -> None:
    place = f"{path}/passage"
    if get(view.case, place):
        text(view, place, f"**{say('Passage')}** :gray[{name}]", tall=True)
        findings.beneath(view, place, name)
        st.button(
            say("Go back to the proposed passage {row}", row=name),
            key=f"propose{view.id}{path}",
            type="tertiary",
            on_click=_set,
            args=(view.id, place, None),
        )
        return
    words = work.proposed(view.case, path)
    st.markdown(f":small[**{say('Passage')}** :gray[{name} · {say('put together from the fields above')}]]")
    st.html(f'<div lang="en" style="font-size:13px;line-height:1.5;padding:.2rem 0">{escape(words)}</div>')
    st.button(
        say("Rewrite {row}", row=name),
        key=f"rewrite{view.id}{path}",
        type="tertiary",
        icon=":material/edit_note:",
        on_click=_set,
        args=(view.id, place, words),
    )


def _set(id: str, path: str, value: str | None) -> None:
    session.change(id, lambda case: edit(case, path, value), path)


def _arrange(view: View, path: str, name: str) -> None:
    ways = {"up": say("Move up"), "down": say("Move down"), "remove": say("Remove")}
    st.menu_button(
        say("Arrange {row}", row=name),
        list(ways),
        format_func=ways.__getitem__,
        key=f"arrange{view.id}{path}",
        on_click=_arranged,
        args=(view.id, path, name, f"arrange{view.id}{path}"),
    )


def _arranged(id: str, path: str, name: str, key: str) -> None:
    way = st.session_state.get(key)
    if way == "remove":
        if session.change(id, lambda case: remove_row(case, path), path):
            st.session_state.open = None
            st.session_state.news = say(
                "{row} is removed, also where other rows named it. Undo brings it back.", row=name
            )
    elif way:
        session.change(id, lambda case: move_row(case, path, -1 if way == "up" else 1), path)
