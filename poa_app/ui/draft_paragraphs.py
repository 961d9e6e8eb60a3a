"""The paragraphs of a finished draft, or of an earlier appeal, each with where it goes."""

from __future__ import annotations

import streamlit as st

from poa_app.desk import draft_import
from poa_app.ui import session, show, widgets
from poa_app.ui.labels import section
from poa_app.ui.markup import gray, put, small
from poa_app.ui.words import Reader


def paragraphs(reader: Reader, key: str, words: str) -> tuple[draft_import.Paragraph, ...]:
    """Show the paragraphs of a text with where each goes, to be corrected; return them as they were read."""
    found = draft_import.read_draft(words)
    for place, one in enumerate(found):
        _paragraph(reader, f"{key}{place}{len(words)}", one)
    return found


def take_over(id: str, key: str, words: str, fill: bool) -> bool:
    """Take the paragraphs of a text over, each to where it was said to go; return whether anything was."""
    found = draft_import.read_draft(words)
    for place, one in enumerate(found):
        found = draft_import.moved(found, place, st.session_state.get(f"{key}{place}{len(words)}", one.part))
    return bool(found) and session.change(id, lambda case: draft_import.take_draft(case, found, fill), "/root_causes")


def _paragraph(reader: Reader, key: str, one: draft_import.Paragraph) -> None:
    names = {
        "opening": reader.say("Opening"),
        "root_causes": section(reader, "root_causes"),
        "corrective_actions": section(reader, "corrective_actions"),
        "preventive_measures": section(reader, "preventive_measures"),
        "open_points": section(reader, "open_points"),
        "closing": reader.say("Closing"),
        "signatory": reader.say("Signatory"),
        "letter_date": reader.say("Date of the letter"),
        "left_out": reader.say("Leave out"),
    }
    parts = list(draft_import.PARTS)
    said, chosen = st.columns([3, 2], vertical_alignment="center")
    with said:
        kind = reader.say("Chinese draft, not printed") if one.is_chinese else ""
        show.markdown(small(put(one.text, gray(kind) if kind else "", by=" · ")))
    with chosen:
        widgets.note_options(key, parts)
        show.selectbox(
            reader.say("Where “{words}” goes", words=one.text[:30]),
            parts,
            index=parts.index(one.part),
            format_func=names.__getitem__,
            key=key,
            label_visibility="collapsed",
        )
