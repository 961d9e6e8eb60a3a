"""Waits for the engine that reads spelling and general grammar, without holding up the screen."""

from __future__ import annotations

import streamlit as st

from poa_app.desk import spelling
from poa_app.desk.work import View

SECONDS = 0.7
"""Between two looks at whether everything has been read."""


def wait_for_spelling(view: View) -> None:
    """Run the page once more when the engine has read the case; what the rules found stands there by then."""
    if not view.spelling.is_complete:
        _look(view)


@st.fragment(run_every=SECONDS)
def _look(view: View) -> None:
    if spelling.is_read(view.case):
        st.rerun()
