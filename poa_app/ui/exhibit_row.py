"""What only an exhibit's row has: its file, and how many units of which product a paper covers."""

from __future__ import annotations

import streamlit as st

from poa_app.desk.work import View
from poa_app.knowledge import knowledge
from poa_app.knowledge.asked import evidence_of
from poa_app.model.case import Case
from poa_app.model.paths import edit, get
from poa_app.model.row_edits import add_row
from poa_app.ui import clock_list, findings, guide, kept_files, paper_says, session, show, uploads
from poa_app.ui.field_view import field
from poa_app.ui.labels import asked, label, row_code
from poa_app.ui.markup import gray, small
from poa_app.ui.words import Reader, join_sentences


def translation(reader: Reader, view: View, path: str, name: str) -> None:
    """Offer a file of its own for the translation; open where there is one, or the paper is in another script."""
    place = f"{path}/translation"
    wanted = any(finding.path == place for finding in view.findings)
    ask, why, _ = asked(reader, view, place)
    held = bool(get(view.case, place))
    title = reader.say("English translation of {row}", row=name)
    with show.expander(title, expanded=held or wanted, key=f"more{view.id}{place}"):
        if st.session_state.guidance:
            show.markdown(small(gray(join_sentences(ask, why))))
        file(reader, view, path, name, "translation")


def age(reader: Reader, view: View, path: str) -> None:
    """Show how long a paper is still young enough, looked at from the day of sending."""
    clock_list.of_paper(reader, view, path.rpartition("/")[2])


def file(reader: Reader, view: View, path: str, name: str, field: str = "file") -> None:
    """Show the file kept with an exhibit, or its translation, and take a new one."""
    kept_files.kept_file(reader, view, f"{path}/{field}", name)
    if field == "file":
        paper_says.fault(reader, view, path)
    exhibit = path.rsplit("/", 1)[-1]
    box = uploads.box_of(exhibit if field == "file" else f"{exhibit}/{field}")
    key = f"upload{view.id}{path}{box.number}" if field == "file" else f"upload{view.id}{path}/{field}{box.number}"
    words = reader.say("File of {row}: PDF, image, Word, Excel, mail or text, at most 25 MB", row=name)
    if field == "translation":
        words = reader.say("Translation of {row} as a file: PDF or image, at most 25 MB", row=name)
    if get(view.case, f"{path}/{field}"):
        words = reader.say("Replace it by another file. {words}", words=words)
    show.file_uploader(
        words,
        key=key,
        max_upload_size=25,
        on_change=uploads.attach,
        args=(reader, view.id, exhibit, key, field),
    )
    if box.refused:
        show.error(box.refused, icon=":material/error:")
    findings.beneath(reader, view, f"{path}/{field}", name)


def covers(reader: Reader, view: View, path: str, name: str) -> None:
    """Show how many units of which product a paper covers, where papers of its kind are asked for them."""
    held, kind = get(view.case, f"{path}/covers"), get(view.case, f"{path}/kind")
    wanted = evidence_of(view.case, knowledge()).get(kind or "")
    asked_for = wanted is not None and "covers" in wanted.fields
    if not held and not asked_for:
        return
    place = f"{path}/covers"
    ask, why, _ = asked(reader, view, place)
    with st.container(key=f"{view.id}{place}", gap="xsmall"):
        show.markdown(small(label(reader, place, name)))
        for line in held:
            own = f"{name} {row_code(reader, view.case, f'{place}/{line.id}')}"
            which, many, away = st.columns([4, 3, 2], vertical_alignment="bottom")
            with which:
                field(reader, view, f"{place}/{line.id}/product", own)
            with many:
                field(reader, view, f"{place}/{line.id}/quantity", own)
            with away:
                show.button(
                    reader.say("Remove {row}", row=own),
                    key=f"remove{view.id}{place}/{line.id}",
                    type="tertiary",
                    on_click=session.remove,
                    args=(reader, view.id, [f"{place}/{line.id}"], [own]),
                )
        paper_says.units(reader, view, place, name)
        show.button(
            reader.say("Add units of a product {row}", row=name),
            key=f"add{view.id}{place}",
            icon=":material/add:",
            type="tertiary",
            on_click=_add_line,
            args=(view.id, place),
        )
        if st.session_state.guidance:
            show.markdown(small(gray(join_sentences(ask, why))))
        guide.way_on(reader, view, place)
        findings.beneath(reader, view, place, name, within=False)


def _add_line(id: str, path: str) -> None:
    made: list[str] = []

    def with_line(case: Case) -> Case:
        case, line = add_row(case, path)
        made.append(line)
        return edit(case, f"{line}/product", case.products[0].id) if len(case.products) == 1 else case

    if session.change(id, with_line, path):
        st.session_state.focus = [f"{id}{made[-1]}/product"]
