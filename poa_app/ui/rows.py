"""A list of rows: one line each with its state; only the open one shows its fields."""

from __future__ import annotations

from html import escape

import streamlit as st

from poa_app.desk import paste_import, pasted_lines
from poa_app.desk.work import View
from poa_app.knowledge import knowledge
from poa_app.knowledge.rates import site_of
from poa_app.model.case import Case
from poa_app.model.fields import field_at, row_types
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
from poa_app.ui.words import Reader


def rows(reader: Reader, view: View, path: str, pasted: bool = False) -> None:
    """Show a list of rows, and below it the ways to add to it.

    Args:
        reader: whoever reads the page.
        view: the case.
        path: of the list.
        pasted: whether pasted lines may become rows.
    """
    held = get(view.case, path)
    kind = path.rsplit("/", 1)[-1]
    with faults.part(reader):
        if not held:
            papers = kind == "exhibits" and not view.case.route_spec.is_plan
            words = (
                reader.say("No exhibit yet. Start with the papers the notice names.") if papers else empty(reader, kind)
            )
            show.markdown(small(gray(words)))
    with st.container(gap="xxsmall", key=f"list{view.id}{path}"):
        for row in held:
            _row(reader, view, f"{path}/{row.id}")
    with st.container(horizontal=True, key=f"ways{view.id}{path}"):
        show.button(
            add_words(reader, kind),
            key=f"add{view.id}{path}",
            icon=":material/add:",
            type="tertiary",
            on_click=_add,
            args=(view.id, path),
        )
        if pasted:
            _paste(reader, view, path)
        if len(held) > 1:
            _remove_several(reader, view, path, [row.id for row in held])


def _remove_several(reader: Reader, view: View, path: str, held: list[str]) -> None:
    words = reader.say("Remove rows")
    popover = show.popover(
        words, type="tertiary", icon=":material/delete:", key=f"removing{view.id}{path}", on_change="rerun"
    )
    if not popover.open:
        return
    with popover:
        key = f"gone{view.id}{path}"
        chosen = show.pills(
            reader.say("Rows to remove from {list}", list=section(reader, path.rsplit("/", 1)[-1])),
            [f"{path}/{row}" for row in held],
            selection_mode="multi",
            format_func=lambda row: f"{row_code(reader, view.case, row)} {headline(reader, view, row)}"[:60],
            key=key,
        )
        show.button(
            reader.say("Remove {n} rows", n=len(chosen or ())),
            key=f"remove{key}",
            disabled=not chosen,
            on_click=_removed,
            args=(reader, view, key),
        )


def _removed(reader: Reader, view: View, key: str) -> None:
    chosen = list(st.session_state.get(key, ()))
    if chosen:
        session.remove(reader, view.id, chosen, [row_code(reader, view.case, path) for path in chosen])
        st.session_state[key] = []


def _add(id: str, path: str) -> None:
    made: list[str] = []

    def with_row(case: Case) -> Case:
        case, row = add_row(case, path)
        made.append(row)
        return case

    if session.change(id, with_row, path):
        st.session_state.open_row = made[-1]
        names = [name for line in row_types()[path.rsplit("/", 1)[-1]].spec.first for name in line]
        pasted = (name for name in names if field_at(f"{made[-1]}/{name}").spec.widget == "message")
        st.session_state.focus = [f"{id}{made[-1]}/{next(pasted, names[0])}"]


def _paste(reader: Reader, view: View, path: str) -> None:
    with show.popover(
        reader.say("Paste lines"), type="tertiary", icon=":material/content_paste:", key=f"paste{view.id}{path}"
    ):
        key = f"lines{view.id}{path}"
        show.text_area(reader.say("One row a line; bullets and numbers are taken off."), key=key, height=160)
        show.button(reader.say("Make rows"), key=f"make{key}", on_click=_make_rows, args=(reader, view.id, path, key))


def _make_rows(reader: Reader, id: str, path: str, key: str) -> None:
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
            st.session_state.error_message = reader.say(
                "{n} rows were made, as many as one paste gives. The other {beyond} lines stand in the last of them.",
                n=pasted_lines.MOST_ROWS,
                beyond=beyond,
            )


def _row(reader: Reader, view: View, path: str) -> None:
    name = row_code(reader, view.case, path)
    found = findings.of(view, path)
    blocking = sum(finding.severity == "blocks" for finding in found)
    to_fix = sum(finding.severity == "fix" for finding in found)
    is_open = st.session_state.get("open_row") == path
    icon = ":material/edit:" if is_open else ":material/pending:" if blocking or to_fix else ":material/check_circle:"
    state = (
        coloured("red", reader.say("to write"))
        if blocking and is_untouched(view.case, path)
        else counts(reader, blocking, to_fix)
    )
    line = put(put(bold(name), headline(reader, view, path), by=" "), state, by=" · ")
    if is_open:
        # Without on_change, only the key names the step; else its line would, and a line that changes while somebody
        # types in the row would put new fields in place of those with the unsaved words.
        with show.expander(line, expanded=True, key=f"open{view.id}{path}", icon=icon, type="step"):
            _fields(reader, view, path, name)
        return
    key = f"row{view.id}{path}"
    if st.session_state.get(key):
        st.session_state[key] = False
    with show.expander(line, key=key, icon=icon, type="step", on_change=_open, args=(view.id, path)):
        st.html("<span></span>")  # a step without content cannot be opened


def _open(id: str, path: str) -> None:
    st.session_state.open_row = path
    st.session_state.focus = [f"open{id}{path}"]


def _fields(reader: Reader, view: View, path: str, name: str) -> None:
    kind = path.rsplit("/", 2)[-2]
    form = row_types()[kind].spec
    if kind == "exhibits":
        paper_says.read_open_row(reader, view, path)
    with st.container(horizontal=True, horizontal_alignment="right", key=f"top{view.id}{path}"):
        _arrange(reader, view, path, name)
    with faults.part(reader):
        prompts(reader, view, kind)
        guide.objections_to(reader, view, path)
    for names in form.first:
        line(reader, view, path, names, name)
        with faults.part(reader):
            _following(reader, view, path, names, name)
    with faults.part(reader):
        _of_kind(reader, view, path, name)
    with faults.part(reader):
        if kind in ROWS_WITH_PASSAGE:
            _passage(reader, view, path, name)
        text_findings.mending_of_row(reader, view, path, name)
    if form.folded:
        inside = [f"{path}/{field}" for line in form.folded for field in line]
        wanted = sum(one.severity == "blocks" for field in inside for one in findings.of(view, field))
        filled = any(_filled(view, field) for field in inside)
        filled = filled or (kind == "exhibits" and paper_says.is_new(view, path, form.folded))
        more = put(reader.say("More about {row}", row=name), counts(reader, wanted, 0), by=" · ")
        with show.expander(more, expanded=filled or bool(wanted), key=f"more{view.id}{path}"):
            for names in form.folded:
                line(reader, view, path, names, name)


def _of_kind(reader: Reader, view: View, path: str, name: str) -> None:
    """Show what only rows of one kind have."""
    kind = path.rsplit("/", 2)[-2]
    if kind == "root_causes":
        guide.chains(reader, view, path)
    if kind == "metrics":
        defect_counts(reader, view, path, name)
        _metric(reader, view, path)
    if kind == "corrective_actions":
        checkbox(view, f"{path}/done", put(bold(reader.say("This has been done.")), gray(name), by=" "))
        _cleared(reader, view, path)
        findings.beneath(reader, view, f"{path}/done", name)
    if kind == "exhibits":
        age(reader, view, path)
        file(reader, view, path, name)
        translation(reader, view, path, name)
        covers(reader, view, path, name)
    if kind == "client_messages":
        told(reader, view, path)
    if kind == "earlier_appeals":
        second_letters.offer_wanting(reader, view, path)
        second_letters.what_still_holds(reader, view, path, name)


def _following(reader: Reader, view: View, path: str, names: tuple[str, ...], name: str) -> None:
    """Show the lines that a field brings with it where it holds a certain value, or where they are filled already."""
    for field, value, lines in get(view.case, path).spec.following:
        filled = any(_filled(view, f"{path}/{one}") for line in lines for one in line)
        if field in names and (get(view.case, f"{path}/{field}") == value or filled):
            for one in lines:
                line(reader, view, path, one, name)


def _metric(reader: Reader, view: View, path: str) -> None:
    metric = get(view.case, path)
    known = knowledge().metrics.get(metric.metric or "")
    if known and st.session_state.guidance:
        site = site_of(view.case, metric)
        with show.expander(
            reader.say("How Amazon reckons it"), icon=":material/calculate:", key=f"reckoned{view.id}{path}"
        ):
            metric_facts(reader, known.on(site), (site,) if site else view.case.marketplaces)


def _cleared(reader: Reader, view: View, path: str) -> None:
    at = session.cleared_at(view.id, path)
    if at and not get(view.case, f"{path}/done"):
        words = reader.say(
            "Cleared at {time} because the text changed; tick it again when it is true.", time=f"{at:%H:%M}"
        )
        show.markdown(small(coloured("orange", words)))


def _filled(view: View, path: str) -> bool:
    return get(view.case, path) not in (None, ())


def _passage(reader: Reader, view: View, path: str, name: str) -> None:
    place = f"{path}/passage"
    if get(view.case, place):
        text(view, place, put(bold(reader.say("Passage")), gray(name), by=" "), tall=True)
        findings.beneath(reader, view, place, name)
        show.button(
            reader.say("Go back to the proposed passage {row}", row=name),
            key=f"propose{view.id}{path}",
            type="tertiary",
            on_click=_set,
            args=(view.id, place, None),
        )
        return
    words = view.state.proposed(path)
    made = gray(put(name, reader.say("put together from the fields above"), by=" · "))
    show.markdown(small(put(bold(reader.say("Passage")), made, by=" ")))
    shown = view.state.proposed(path, reader.language)
    st.html(f'<div lang="en" style="font-size:13px;line-height:1.5;padding:.2rem 0">{escape(shown)}</div>')
    show.button(
        reader.say("Rewrite {row}", row=name),
        key=f"rewrite{view.id}{path}",
        type="tertiary",
        icon=":material/edit_note:",
        on_click=_set,
        args=(view.id, place, words),
    )


def _set(id: str, path: str, value: str | None) -> None:
    session.change(id, lambda case: edit(case, path, value), path)


def _arrange(reader: Reader, view: View, path: str, name: str) -> None:
    ways = {"up": reader.say("Move up"), "down": reader.say("Move down"), "remove": reader.say("Remove")}
    show.menu_button(
        reader.say("Arrange {row}", row=name),
        list(ways),
        format_func=ways.__getitem__,
        key=f"arrange{view.id}{path}",
        on_click=_arranged,
        args=(reader, view.id, path, name, f"arrange{view.id}{path}"),
    )


def _arranged(reader: Reader, id: str, path: str, name: str, key: str) -> None:
    way = st.session_state.get(key)
    if way == "remove":
        session.remove(reader, id, [path], [name])
    elif way:
        session.change(id, lambda case: move_row(case, path, -1 if way == "up" else 1), path)
