"""The check: what stands between this letter and Amazon, and the letter to take away."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import streamlit as st

from poa_app.desk import client_requests, letters, work, written_letters
from poa_app.desk.text_findings import Told, safe_by_family, told
from poa_app.desk.work import View
from poa_app.errors import PoaError
from poa_app.model.finding import SEVERITIES, Finding, Severity
from poa_app.model.paths import row_of
from poa_app.ui import checked_rules, clock_list, faults, guide, kept_files, overruling, paper_says, session, show
from poa_app.ui.case_bar import case_bar
from poa_app.ui.finding_words import message, quoted, why
from poa_app.ui.labels import choice, counts, name_of, source
from poa_app.ui.markup import bold, coloured, gray, put, small
from poa_app.ui.matrix import matrix
from poa_app.ui.pictures import length_bar, metric_bars
from poa_app.ui.provenance import provenance
from poa_app.ui.text_findings import mending, mending_by_family
from poa_app.ui.words import Reader, join_sentences

HEADS = {"blocks": "Blocks sending: {n}", "fix": "To fix: {n}", "consider": "To consider: {n}"}
COLOURS = {"blocks": "red", "fix": "orange", "consider": "gray"}
WORDS_A_MINUTE = 230
TEXT_HEIGHT = 84
"""Pixels of a text to copy: enough to know it by, and its button is one press away."""


def check(reader: Reader, view: View) -> None:
    """Show the screen."""
    case_bar(reader, view)
    title, far = st.columns([56, 44], gap="medium", vertical_alignment="bottom")
    with title, st.container(gap=None):
        show.title(reader.say("Check"), anchor=False)
        show.markdown(gray(reader.say("What stands between this letter and Amazon, heaviest first.")))
    with far, st.container(gap="xxsmall"):
        _progress(reader, view)
    points, take = st.columns([56, 44], gap="medium")
    with points:
        with faults.part(reader):
            paper_says.unread(reader, view)
        with faults.part(reader):
            _points(reader, view)
        with faults.part(reader):
            checked_rules.checked_rules(reader, view)
        if view.case.route and view.case.route_spec.is_plan:
            with faults.part(reader):
                matrix(reader, view)
        with faults.part(reader):
            provenance(reader, view)
    with take:
        with faults.part(reader):
            for metric in view.case.metrics:
                metric_bars(reader, metric, choice(reader, view, f"/metrics/{metric.id}/metric", metric.metric or ""))
            _attest(reader, view)
        with faults.part(reader):
            _downloads(reader, view)
        with faults.part(reader):
            clock_list.clock_list(reader, view)
        with faults.part(reader):
            kept_files.files_of_case(reader, view)
        with faults.part(reader):
            _copies(reader, view)
        with faults.part(reader):
            _client_list(reader, view)


def _progress(reader: Reader, view: View) -> None:
    done = view.state.done
    state = counts(reader, *view.state.counts) or coloured("green", reader.say("nothing left to mend"))
    show.markdown(small(put(bold(reader.say("{n} % complete", n=int(done * 100))), state, by=" · ")))
    st.progress(done)


def _points(reader: Reader, view: View) -> None:
    if not any(finding.severity in ("blocks", "fix") for finding in view.findings):
        words = reader.say(
            "No rule found anything left to mend. Read the letter once as a stranger would, then download it."
        )
        show.success(words, icon=":material/check_circle:")
    for severity in SEVERITIES:
        found = [finding for finding in view.findings if finding.severity == severity]
        if not found:
            continue
        with st.container(border=True):
            show.markdown(coloured(COLOURS[severity], bold(reader.say(HEADS[severity], n=len(found)))))
            _mend_all(reader, view, severity)
            by_row: dict[str, list[Finding]] = {}
            for finding in found:
                by_row.setdefault(row_of(finding.path), []).append(finding)
            for row, of_row in by_row.items():
                with faults.part(reader), st.container(gap="xxsmall", key=f"told{severity}{view.id}{row}"):
                    if len(of_row) > 1:
                        show.markdown(small(bold(name_of(reader, view.case, row))))
                    for line in told(of_row):
                        _point(reader, view, line)


def _mend_all(reader: Reader, view: View, severity: Severity) -> None:
    """Offer to mend all faults of a family at once, beside the heaviest of them."""
    families = {
        family: found
        for family, found in safe_by_family(view.findings).items()
        if min((one.severity for one in found), key=SEVERITIES.index) == severity
    }
    if families:
        with st.container(horizontal=True, key=f"families{view.id}{severity}"):
            mending_by_family(reader, view, families, "")


def _point(reader: Reader, view: View, line: Told) -> None:
    finding = line.first
    with st.container(horizontal=True, wrap=False, vertical_alignment="center"):
        reason = join_sentences(why(reader, finding), source(reader, finding.source))
        words = join_sentences(message(reader, finding), gray(quoted(reader, line)))
        show.markdown(small(words), width="stretch", help=reason)
        overruling.overrule(reader, view, line.findings)
        if show.button(
            reader.say("Go"), key=f"go{view.id}{finding.key}", type="tertiary", icon=":material/arrow_forward:",
            icon_position="right", help=message(reader, finding),
        ):  # fmt: skip
            guide.go_to_field(view, finding.path)
    if finding.fixes:
        with st.container(horizontal=True, gap="small", key=f"mend{view.id}{finding.key}"):
            mending(reader, view, line, name_of(reader, view.case, row_of(finding.path)))


def _attest(reader: Reader, view: View) -> None:
    open_ = [action for action in view.case.corrective_actions if not action.done]
    if open_ and view.case.route_spec.is_plan:
        show.button(
            reader.say("Confirm that all {n} actions have been done", n=len(view.case.corrective_actions)),
            icon=":material/done_all:",
            on_click=_attest_all,
            args=(view.id,),
            width="stretch",
        )


def _attest_all(id: str) -> None:
    session.change(id, work.attest_all, "/corrective_actions")


def _downloads(reader: Reader, view: View) -> None:
    with st.container(border=True):
        show.subheader(reader.say("Download"), anchor=False)
        if view.state.has_letter:
            with faults.part(reader):
                _letter_files(reader, view)
        kept_files.case_as_file(reader, view.case, view.id, "dlcase")
        note = reader.say(
            "The clean copy opens when nothing blocks. It states no fact that was not entered in this case."
        )
        if not view.state.has_letter:
            note = reader.say("No letter answers this route; the points beside say what to do on Seller Central.")
        show.markdown(small(gray(note)))


def _letter_files(reader: Reader, view: View) -> None:
    _changed_since(reader, view)
    blocking, to_fix = view.state.counts
    if to_fix and not blocking:
        with show.popover(reader.say("Letter as Word: {n} to mend", n=to_fix), width="stretch"):
            show.markdown(
                reader.say("Points still to mend: {n}. A reviewer will see them too. Download anyway?", n=to_fix)
            )
            _clean_copies(reader, view)
    else:
        _clean_copies(reader, view)
    if blocking:
        show.download_button(
            reader.say("Draft as Word, marked DRAFT"), _word(reader, view, "short"),
            file_name=_file_name(view, "draft"),
            on_click="ignore", width="stretch", icon=":material/edit_document:", key="dldraft",
        )  # fmt: skip


def _changed_since(reader: Reader, view: View) -> None:
    """Say when the data files have changed since the last letter was taken away."""
    day = written_letters.written_before_change(session.store(), view.id)
    if day:
        told = reader.say("What is known of Amazon's rules has changed since the letter of {day}.", day=day.isoformat())
        show.warning(join_sentences(told, reader.say("Look at the findings again before you send it.")))


def _clean_copies(reader: Reader, view: View) -> None:
    blocking = view.state.counts.blocking
    names = {"short": reader.say("Letter as Word"), "full": reader.say("Full version as Word")}
    for template in view.state.templates:
        words = names.get(template) or reader.say("Letter “{name}” as Word", name=template)
        show.download_button(
            words,
            _word(reader, view, template),
            file_name=_file_name(view, template),
            disabled=bool(blocking),
            on_click="ignore",
            width="stretch",
            icon=":material/description:",
            type="primary" if template == "short" else "secondary",
            key=f"dl{template}",
        )


def _word(reader: Reader, view: View, template: str) -> Callable[[], bytes]:
    """Return what writes the letter once its download is asked for; with the DRAFT mark as long as something blocks."""
    store, today = session.store(), reader.now().date()

    def write() -> bytes:
        content = letters.write_letter(view.state, view.id, ".docx", template, draft=True).content
        with suppress(PoaError):  # the letter is there, whether or not this can be kept
            written_letters.note_written(store, view.id, today)
        return content

    return write


def _file_name(view: View, kind: str) -> str:
    return letters.file_name(view.case, view.id, kind, ".docx")


def _copies(reader: Reader, view: View) -> None:
    """Show the text whole and by section, each with a button that copies it."""
    texts, blocking = view.state.texts, view.state.counts.blocking
    if not texts:
        return
    count = sum(len(words.split()) for name, words in texts.items() if name not in ("", "exhibits"))
    minutes = max(1, round(count / WORDS_A_MINUTE))
    with st.container(border=True):
        show.subheader(reader.say("Text for Seller Central"), anchor=False)
        told = reader.say("about {n} min to read, exhibits not counted", n=minutes)
        show.markdown(small(put(bold(reader.say("{n} words", n=count)), told, by=" · ")))
        if view.case.route and view.case.route_spec.is_plan:
            length_bar(count)
        for section, words in texts.items():
            name = _section_name(reader, section)
            with st.container(gap="xxsmall", key=f"text{view.id}{section}"):
                many = "" if blocking else reader.say("{n} words", n=len(words.split()))
                show.markdown(small(put(bold(name), many, by=" · ")))
                with st.container(height=TEXT_HEIGHT, border=False):  # st.code's own height: no way in by keyboard
                    show.code(words, language=None, wrap_lines=True)


def _section_name(reader: Reader, section: str) -> str:
    if not section:
        return reader.say("Whole letter")
    if section.startswith("answer-"):
        return reader.say("Answer {n}", n=section.removeprefix("answer-"))
    return reader.say(SECTION_NAMES.get(section, "Other"))


SECTION_NAMES = {
    "opening": "Opening",
    "root-causes": "Root causes",
    "corrective-actions": "Corrective actions",
    "preventive-measures": "Preventive measures",
    "documents": "Documents",
    "open-points": "Still open",
    "closing": "Closing",
    "coverage": "Units sold and invoiced",
    "supply-chain": "Supply chain",
    "contacts": "Contacts",
    "exhibits": "Exhibits",
}


def _client_list(reader: Reader, view: View) -> None:
    with st.container(border=True):
        show.subheader(reader.say("Request list for the client"), anchor=False)
        show.markdown(small(gray(reader.say("To copy: what is still needed from the client, why, and by when."))))
        st.session_state.setdefault("request_language", reader.language)
        chosen = show.segmented_control(
            reader.say("Language of the list"),
            list(session.LANGUAGES),
            format_func=session.LANGUAGES.__getitem__,
            key="request_language",
            required=True,
            label_visibility="collapsed",
        )
        words = client_requests.request_list(view.case, view.findings, reader.now(), chosen or reader.language)
        with st.container(height=3 * TEXT_HEIGHT, border=False):
            show.code(words, language=None, wrap_lines=True)


reader = session.current_reader()
try:
    view = session.in_view(reader)
    if view:
        check(reader, view)
except PoaError as error:
    show.error(reader.error_text(error), icon=":material/error:")
