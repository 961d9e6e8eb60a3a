"""Brings the reader to the field a checklist point named, once."""

from __future__ import annotations

import streamlit as st

from poa_app.ui.lang import focus


def bring_focus() -> None:
    """Put the cursor where the last checklist point led."""
    key = st.session_state.pop("focus", None)
    if key:
        focus(key)
