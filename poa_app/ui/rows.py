"""A list of rows: one line each with its state; only the open one shows its fields."""

from __future__ import annotations

from html import escape

import streamlit as st

from poa_app.desk import paste_import, pasted_lines
from poa_app.desk.work import View
from poa_app.knowledge import knowledge
from poa_app.knowledge.rates import site_of
from poa_app.model.case import Case
from poa_app.model.fields import row_types
from poa_app.model.paths import edit, get
from poa_app.model.row_edits import add_row, is_untouched, move_row
from poa_app.model.rows import ROWS_WITH_PASSAGE
from poa_app.ui import faults, findings, guide, paper_says, second_letters, session, show, text_findings
from poa_app.ui.client_messages import told
from poa_app.ui.defects import defect_counts
from poa_app.ui.exhibit_row import age, covers, file, translation
from poa_app.ui.field_view import line
from poa_app.ui.labels import add_words, counts, empty, headline, row_code, section
from poa_app.ui.markup import bold, coloured, gray, put, small
from poa_app.ui.metric_facts import metric_facts
from poa_app.ui.prompts import prompts
from poa_app.ui.widgets import checkbox, text
from poa_app.ui.words import say


def rows(view: View, path: str, pasted: bool = False) -> None:
    """Show a list of rows, and below it the ways to add to it.

    Args:
        view: the case.
        path: of the list.
        pasted: whether pasted lines may become rows.
    """
    held = get(view.case, path)
    kind = path.rsplit("/", 1)[-1]
    with faults.part():
        if not held:
            papers = kind == "exhibits" and not view.case.route_spec.is_plan
            words = say("No exhibit yet. Start with the papers the notice names.") if papers else empty(kind)
            show.markdown(small(gray(words)))
    with st.container(gap="xxsmall", key=f"list{view.id}{path}"):
        for row in held:
            _row(view, f"{path}/{row.id}")
    with st.container(horizontal=True, key=f"ways{view.id}{path}"):
        show.button(
            add_words(kind),
            key=f"add{view.id}{path}",
            icon=":material/add:",
            type="tertiary",
            on_click=_add,
            args=(view.id, path),
        )
        if pasted:
            _paste(view, path)
        if len(held) > 1:
            _remove_several(view, path, [row.id for row in held])


def _remove_several(view: View, path: str, held: list[str]) -> None:
    with show.popover(say("Remove rows"), type="tertiary", icon=":material/delete:", key=f"removing{view.id}{path}"):
        key = f"gone{view.id}{path}"
        chosen = show.pills(
            say("Rows to remove from {list}", list=section(path.rsplit("/", 1)[-1])),
            [f"{path}/{row}" for row in held],
            selection_mode="multi",
            format_func=lambda row: f"{row_code(view.case, row)} {headline(view, row)}"[:60],
            key=key,
        )
        show.button(
            say("Remove {n} rows", n=len(chosen or ())),
            key=f"remove{key}",
            disabled=not chosen,
            on_click=_removed,
            args=(view, key),
        )


def _removed(view: View, key: str) -> None:
    chosen = list(st.session_state.get(key, ()))
    if chosen:
        session.remove(view.id, chosen, [row_code(view.case, path) for path in chosen])
        st.session_state[key] = []


def _add(id: str, path: str) -> None:
    made: list[str] = []

    def with_row(case: Case) -> Case:
        case, row = add_row(case, path)
        made.append(row)
        return case

    if session.change(id, with_row, path):
        st.session_state.open_row = made[-1]
        st.session_state.focus = [f"{id}{made[-1]}/{row_types()[path.rsplit('/', 1)[-1]].spec.first[0][0]}"]


def _paste(view: View, path: str) -> None:
    with show.popover(
        say("Paste lines"), type="tertiary", icon=":material/content_paste:", key=f"paste{view.id}{path}"
    ):
        key = f"lines{view.id}{path}"
        show.text_area(say("One row a line; bullets and numbers are taken off."), key=key, height=160)
        show.button(say("Make rows"), key=f"make{key}", on_click=_make_rows, args=(view.id, path, key))


def _make_rows(id: str, path: str, key: str) -> None:
    words = st.session_state[key]
    made: list[Case] = []

    def with_rows(case: Case) -> Case:
        made.extend((case, paste_import.paste_lines(case, path, words)))
        return made[-1]

    if words.strip() and session.change(id, with_rows, path):
        st.session_state[key] = ""
        if made[-1].drafts != made[-2].drafts:
            session.show_drafts()
        beyond = pasted_lines.beyond(words)
        if beyond:
            st.session_state.error_message = say(
                "{n} rows were made, as many as one paste gives. The other {beyond} lines stand in the last of them.",
                n=pasted_lines.MOST_ROWS,
                beyond=beyond,
            )


def _row(view: View, path: str) -> None:
    name = row_code(view.case, path)
    found = findings.of(view, path)
    blocking = sum(finding.severity == "blocks" for finding in found)
    to_fix = sum(finding.severity == "fix" for finding in found)
    is_open = st.session_state.get("open_row") == path
    icon = ":material/edit:" if is_open else ":material/pending:" if blocking or to_fix else ":material/check_circle:"
    state = coloured("red", say("to write")) if blocking and is_untouched(view.case, path) else counts(blocking, to_fix)
    line = put(put(bold(name), headline(view, path), by=" "), state, by=" · ")
    if is_open:
        # Without on_change, only the key names the step; else its line would, and a line that changes while somebody
        # types in the row would put new fields in place of those with the unsaved words.
        with show.expander(line, expanded=True, key=f"open{view.id}{path}", icon=icon, type="step"):
            _fields(view, path, name)
        return
    key = f"row{view.id}{path}"
    if st.session_state.get(key):
        st.session_state[key] = False
    with show.expander(line, key=key, icon=icon, type="step", on_change=_open, args=(view.id, path)):
        st.html("<span></span>")  # a step without content cannot be opened


def _open(id: str, path: str) -> None:
    st.session_state.open_row = path
    st.session_state.focus = [f"open{id}{path}"]


def _fields(view: View, path: str, name: str) -> None:
    kind = path.rsplit("/", 2)[-2]
    form = row_types()[kind].spec
    if kind == "exhibits":
        paper_says.read_open_row(view, path)
    with st.container(horizontal=True, horizontal_alignment="right", key=f"top{view.id}{path}"):
        _arrange(view, path, name)
    with faults.part():
        prompts(view, kind)
        guide.objections_to(view, path)
    for names in form.first:
        line(view, path, names, name)
        with faults.part():
            _following(view, path, names, name)
    with faults.part():
        _of_kind(view, path, name)
    with faults.part():
        if kind in ROWS_WITH_PASSAGE:
            _passage(view, path, name)
        text_findings.mending_of_row(view, path, name)
    if form.folded:
        inside = [f"{path}/{field}" for line in form.folded for field in line]
        wanted = sum(one.severity == "blocks" for field in inside for one in findings.of(view, field))
        filled = any(_filled(view, field) for field in inside)
        filled = filled or (kind == "exhibits" and paper_says.is_new(view, path, form.folded))
        more = put(say("More about {row}", row=name), counts(wanted, 0), by=" · ")
        with show.expander(more, expanded=filled or bool(wanted), key=f"more{view.id}{path}"):
            for names in form.folded:
                line(view, path, names, name)


def _of_kind(view: View, path: str, name: str) -> None:
    """Show what only rows of one kind have."""
    kind = path.rsplit("/", 2)[-2]
    if kind == "root_causes":
        guide.chains(view, path)
    if kind == "metrics":
        defect_counts(view, path, name)
        _metric(view, path)
    if kind == "corrective_actions":
        checkbox(view, f"{path}/done", put(bold(say("This has been done.")), gray(name), by=" "))
        _cleared(view, path)
        findings.beneath(view, f"{path}/done", name)
    if kind == "exhibits":
        age(view, path)
        file(view, path, name)
        translation(view, path, name)
        covers(view, path, name)
    if kind == "client_messages":
        told(view, path)
    if kind == "earlier_appeals":
        second_letters.offer_wanting(view, path)
        second_letters.what_still_holds(view, path, name)


def _following(view: View, path: str, names: tuple[str, ...], name: str) -> None:
    """Show the lines that a field brings with it where it holds a certain value, or where they are filled already."""
    for field, value, lines in get(view.case, path).spec.following:
        filled = any(_filled(view, f"{path}/{one}") for line in lines for one in line)
        if field in names and (get(view.case, f"{path}/{field}") == value or filled):
            for one in lines:
                line(view, path, one, name)


def _metric(view: View, path: str) -> None:
    metric = get(view.case, path)
    known = knowledge().metrics.get(metric.metric or "")
    if known and st.session_state.guidance:
        site = site_of(view.case, metric)
        with show.expander(say("How Amazon reckons it"), icon=":material/calculate:", key=f"reckoned{view.id}{path}"):
            metric_facts(known.on(site), (site,) if site else view.case.marketplaces)


def _cleared(view: View, path: str) -> None:
    at = session.cleared_at(view.id, path)
    if at and not get(view.case, f"{path}/done"):
        words = say("Cleared at {time} because the text changed; tick it again when it is true.", time=f"{at:%H:%M}")
        show.markdown(small(coloured("orange", words)))


def _filled(view: View, path: str) -> bool:
    return get(view.case, path) not in (None, ())


def _passage(view: View, path: str, name: str) -> None:
    place = f"{path}/passage"
    if get(view.case, place):
        text(view, place, put(bold(say("Passage")), gray(name), by=" "), tall=True)
        findings.beneath(view, place, name)
        show.button(
            say("Go back to the proposed passage {row}", row=name),
            key=f"propose{view.id}{path}",
            type="tertiary",
            on_click=_set,
            args=(view.id, place, None),
        )
        return
    words = view.state.proposed(path)
    made = gray(put(name, say("put together from the fields above"), by=" · "))
    show.markdown(small(put(bold(say("Passage")), made, by=" ")))
    st.html(f'<div lang="en" style="font-size:13px;line-height:1.5;padding:.2rem 0">{escape(words)}</div>')
    show.button(
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
    show.menu_button(
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
        session.remove(id, [path], [name])
    elif way:
        session.change(id, lambda case: move_row(case, path, -1 if way == "up" else 1), path)
