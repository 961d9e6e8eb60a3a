"""Boxes that take a file: an exhibit's, or the notice itself; what is refused is said beside the box."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st

from poa_app.desk import evidence, notices, work
from poa_app.errors import PoaError
from poa_app.ui import session


class Box(NamedTuple):
    """A box for one file: which one, since each takes one file, and what was said of the last file."""

    number: int = 0
    refused: str | None = None


def attach(id: str, exhibit: str, key: str, field: str = "file") -> None:
    """Keep an uploaded file with its exhibit, or its translation; say beside the box where it is not accepted.

    Either way the box is empty again: what is kept stands beside it, not in it.
    """
    owner = exhibit if field == "file" else f"{exhibit}/{field}"
    _take_in(owner, key, lambda name, content: evidence.attach(session.store(), id, exhibit, name, content, field))


def take_notice(id: str, key: str) -> None:
    """Take the text out of a notice given as a file; say beside the box where there is none."""

    def take(name: str, content: bytes) -> work.Stored:
        return work.change(session.store(), id, lambda case: notices.take_text(case, content, name), "/notice/text")

    _take_in(id, key, take)


def _take_in(owner: str, key: str, take: Callable[[str, bytes], work.Stored]) -> None:
    given = st.session_state.get(key)
    if given is None:
        return
    refused, note = None, session.noting()
    try:
        note(take(given.name, given.getvalue()))
    except PoaError as error:
        refused = session.said(error)
    boxes = st.session_state.setdefault("boxes", {})
    boxes[owner] = Box(box_of(owner).number + 1, refused)


def box_of(owner: str) -> Box:
    """Give the present box for the file of an exhibit, or of a case's notice."""
    box: Box = st.session_state.get("boxes", {}).get(owner, Box())
    return box
