"""Brings the reader to the field a checklist point named, once."""

from __future__ import annotations

import streamlit as st

from poa_app.ui.lang import focus


def bring_focus() -> None:
    """Put the cursor where the last checklist point led."""
    keys = st.session_state.pop("focus", None)
    if keys:
        st.session_state.steps = st.session_state.get("steps", 0) + 1
        focus(keys, st.session_state.steps)
