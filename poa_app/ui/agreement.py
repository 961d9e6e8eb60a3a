"""What the store holds of every field on the page, published for the browser to compare with what the fields show.

Only the browser knows what stands in a field, and only the server what is saved. A run notes a checksum for each field
it shows; the script ``autosave`` says "Saved" when all of them agree, and keeps in the browser what does not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from zlib import crc32

import streamlit as st

from poa_app.ui.lang import class_of


def begin() -> None:
    """Start the notes of a run."""
    st.session_state.agreement = {"fields": {}, "unsaved": []}


def note_text(key: str, text: str, one_line: bool) -> None:
    """Note what is saved of a text field, in the form in which its widget shows it."""
    text = text.replace("\n", "") if one_line else text  # a field of one line shows no line ends
    st.session_state.agreement["fields"][class_of(key)] = checksum(text)


def note_unsaved(key: str) -> None:
    """Note a choice that could not be saved."""
    st.session_state.agreement["unsaved"].append(class_of(key))


def note_cases(ids: Iterable[str]) -> None:
    """Note which cases there are; words kept in the browser for any other are dropped."""
    st.session_state.agreement["cases"] = list(ids)


def publish(id: str | None) -> None:
    """Put the notes on the page.

    Args:
        id: the case whose fields are on the page, if there is one.
    """
    notes = st.session_state.agreement | {"case": id}
    st.html(f'<span data-poa-agreement="{escape(json.dumps(notes))}" hidden></span>')


def checksum(text: str) -> str:
    """Return the CRC-32 of a text in UTF-8, and its length; ``autosave.js`` computes the same."""
    content = text.encode("utf-8", "surrogatepass")
    return f"{crc32(content):x}.{len(content)}"
