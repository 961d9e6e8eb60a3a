"""Unexpected errors: logged under a number, told as that number, and kept to the part of a screen they arose in."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit as st

from poa_app.ui import show
from poa_app.ui.words import Reader

LOG = logging.getLogger("poa_app")


def report(reader: Reader, error: Exception) -> bool:
    """Log an error under a number, and show only the number; case text stays out of both.

    Returns:
        True, by which Streamlit knows that the error is dealt with.
    """
    number = secrets.token_hex(4)
    frames = []
    step = error.__traceback__
    while step:
        frames.append(f"{Path(step.tb_frame.f_code.co_filename).name}:{step.tb_lineno}")
        step = step.tb_next
    LOG.error("error %s: %s at %s", number, type(error).__name__, " > ".join(frames[-6:]))
    show.error(
        reader.say("Something went wrong, number {number}. What was saved is safe; reload the page.", number=number)
    )
    return True


@contextmanager
def part(reader: Reader) -> Iterator[None]:
    """Keep one part of a screen in a place of its own, so that neither its error nor its growth concerns the rest.

    Streamlit knows what it has drawn by its place. Were something to come in ahead of a field, a slow browser would
    for a moment find nothing at the field's old place, and take it away under the hand that types in it. So whatever
    comes and goes ahead of a field stands in a container that is always there.
    """
    with st.container():
        try:
            yield
        except Exception as error:  # Streamlit's own signals, such as a switch of pages, are no Exception
            report(reader, error)
