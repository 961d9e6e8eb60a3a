"""One field of a row, or of a screen: its label, its widget, its guidance and its findings."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit as st

from poa_app.desk.work import View
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit, Supplier
from poa_app.model.fields import CaseField, field_at
from poa_app.model.paths import edit, get, pattern, row_of, steps
from poa_app.model.row_edits import add_row
from poa_app.model.rows import ROWS_WITH_PASSAGE
from poa_app.model.text import is_blank
from poa_app.phrases.reading import reading
from poa_app.ui import findings, guide, paper_says, session, show
from poa_app.ui.labels import asked, cause_name, choice, exhibit_name, label, row_code
from poa_app.ui.markup import gray, small
from poa_app.ui.offers import offered, told_beneath
from poa_app.ui.widgets import checkbox, draft, multiselect, select, text
from poa_app.ui.words import Reader, join_sentences


def field(reader: Reader, view: View, path: str, row: str = "", alone: bool = True) -> None:
    """Show one field with its label, how its words are read, its guidance and, where it stands alone, its findings.

    What holds it has a key, so that whatever appears above it does not put a new field in its place.
    """
    ask, why, example = asked(reader, view, path)
    hint = reader.say("e.g. {example}", example=example) if example else ""
    name = label(reader, path, row)
    with st.container(gap="xxsmall", key=f"field{view.id}{path}"):
        _widget(reader, view, path, name, hint)
        _reads_as(reader, view, path)
        offered(reader, view, path)
        paper_says.beside(reader, view, path)
        if st.session_state.guidance and ask:
            st.html(f'<span class="poa-guidance">{escape(join_sentences(ask, why))}</span>')
        guide.way_on(reader, view, path)
        if alone:
            told_beneath(reader, view, (path,))
            findings.beneath(reader, view, path, row)
        else:
            findings.clash(reader, view, path)


def _reads_as(reader: Reader, view: View, path: str) -> None:
    """Show how the words of a field print, where they print otherwise than they were typed; a chain link by link."""
    question = knowledge().questions.get(pattern(path))
    words = get(view.case, path)
    typed = words if isinstance(words, tuple) else (words,)
    row = row_of(path)
    if not question or not question.form or not all(isinstance(one, str) for one in typed):
        return
    if steps(path)[0] in ROWS_WITH_PASSAGE and get(view.case, f"{row}/passage"):
        return
    who = get(view.case, f"{row}/who") if steps(path)[0] in ROWS_WITH_PASSAGE else ""
    read = [(one.strip(), reading(question.form, one, who or "")) for one in typed if not is_blank(one)]
    said = [one.text if one.certain else words for words, one in read]
    if said != [words for words, _ in read]:
        show.markdown(small(gray(reader.say("Reads as: {words}", words=" / ".join(said)))))


def line(reader: Reader, view: View, path: str, names: tuple[str, ...], row: str) -> None:
    """Show the fields of one line of a row side by side; one that stands alone may have a Chinese draft beside it."""
    with st.container(key=f"line{view.id}{path}/{names[0]}"):
        _side_by_side(reader, view, path, names, row)


def _side_by_side(reader: Reader, view: View, path: str, names: tuple[str, ...], row: str) -> None:
    beside = len(names) == 1 and st.session_state.get("drafts") and field_at(f"{path}/{names[0]}").has_draft
    with st.container(horizontal=True, key=f"across{view.id}{path}/{names[0]}"):
        for name in names:
            field(reader, view, f"{path}/{name}", row, alone=len(names) == 1)
        if beside:
            draft(
                view,
                f"{path}/{names[0]}",
                reader.say("Chinese draft of {field}", field=label(reader, f"{path}/{names[0]}", row)),
            )
    if len(names) > 1:
        told_beneath(reader, view, tuple(f"{path}/{name}" for name in names))
        for name in names:
            findings.beneath(reader, view, f"{path}/{name}", row, named=True)


def _widget(reader: Reader, view: View, path: str, name: str, hint: str) -> None:
    field = field_at(path)
    options = _options(field, path, view)
    if field.spec.widget == "tick":
        checkbox(view, path, name)
    elif options is None:
        text(view, path, name, tall=field.is_long, hint=hint)
    elif field.is_list:
        hints = {"root_causes": reader.say("Choose root causes"), "exhibits": reader.say("Choose exhibits")}
        choose = hints.get(field.spec.refers_to or "", reader.say("Choose"))
        multiselect(view, path, name, options, lambda one: _option_name(reader, view, field, path, one), choose)
        if field.spec.refers_to == "exhibits" and field.prints and not get(view.case, path):
            show.button(
                reader.say("Add an exhibit for {row}", row=row_code(reader, view.case, path.rpartition("/")[0])),
                key=f"prove{view.id}{path}",
                icon=":material/attach_file:",
                type="tertiary",
                on_click=_prove,
                args=(view.id, path),
            )
    else:
        clearable = not field.spec.required_by
        select(
            view,
            path,
            name,
            options,
            lambda one: _option_name(reader, view, field, path, one),
            reader.say("Choose"),
            clearable,
        )
        if field.spec.refers_to == "suppliers" and not options:
            _offer_supplier(reader, view, path)


def _options(field: CaseField, path: str, view: View) -> list[str] | None:
    """Return the choices of a field, in order; none where it is typed."""
    spec = field.spec
    if spec.refers_to:
        return [row.id for row in getattr(view.case, spec.refers_to) if row.id != path.split("/")[2]]
    if spec.choices == "marketplaces" and not field.is_list and view.case.marketplaces:
        return list(view.case.marketplaces)
    if spec.choices:
        return list(getattr(knowledge(), spec.choices))
    return list(field.options) or None


def _option_name(reader: Reader, view: View, field: CaseField, path: str, value: str) -> str:
    named = {"root_causes": partial(cause_name, reader), "exhibits": partial(exhibit_name, reader)}.get(
        field.spec.refers_to or ""
    )
    return named(view, value) if named else choice(reader, view, path, value)


def _offer_supplier(reader: Reader, view: View, path: str) -> None:
    """Offer, where no supplier can be chosen yet, to add one, choose it and go to its row."""
    row = row_code(reader, view.case, path.rpartition("/")[0])
    words = reader.say("Add a supplier for {row}", row=row)
    if not show.button(words, key=f"supply{view.id}{path}", icon=":material/add:", type="tertiary"):
        return
    made: list[str] = []

    def with_supplier(case: Case) -> Case:
        case, supplier = add_row(case, "/suppliers")
        made.append(supplier)
        return edit(case, path, supplier.rpartition("/")[2])

    if session.change(view.id, with_supplier, path):
        st.session_state.open_row = made[-1]
        st.session_state.focus = [f"{view.id}{made[-1]}/{Supplier.spec.first[0][0]}"]
        session.go("workbench", view.id)


def _prove(id: str, path: str) -> None:
    """Add an exhibit that proves the row, and go to it."""
    made: list[str] = []

    def with_proof(case: Case) -> Case:
        case, exhibit = add_row(case, "/exhibits")
        made.append(exhibit)
        return edit(case, path, (*get(case, path), exhibit.rpartition("/")[2]))

    if session.change(id, with_proof, path):
        st.session_state.open_row = made[-1]
        st.session_state.focus = [f"{id}{made[-1]}/{Exhibit.spec.first[0][0]}"]
