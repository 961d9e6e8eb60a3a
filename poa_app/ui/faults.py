"""Unexpected errors: logged under a number, told as that number, and kept to the part of a screen they arose in."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from poa_app.ui import show
from poa_app.ui.words import say

LOG = logging.getLogger("poa_app")


def report(error: Exception) -> bool:
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
    show.error(say("Something went wrong, number {number}. What was saved is safe; reload the page.", number=number))
    return True


@contextmanager
def part() -> Iterator[None]:
    """Keep an error of one part of a screen from taking the rest with it."""
    try:
        yield
    except Exception as error:  # Streamlit's own signals, such as a switch of pages, are no Exception
        report(error)
