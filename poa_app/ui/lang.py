"""Names the page's language to the browser, and brings the reader to the field a point names."""

from __future__ import annotations

import re
from html import escape

import streamlit as st

from poa_app.ui.assets import script, style
from poa_app.ui.words import Reader


def set_page_language(reader: Reader) -> None:
    """Return the browser, and so a screen reader, which language the page is in."""
    code = "zh-CN" if reader.language == "zh" else "en"
    mark = f'<span data-poa-lang="{code}" hidden></span>'
    st.html(mark + style("chinese") + script("language"), unsafe_allow_javascript=True)


def class_of(key: str) -> str:
    """Return the class Streamlit gives to what bears a key."""
    return "st-key-" + re.sub("[^A-Za-z0-9_-]", "-", key)


def focus(keys: list[str], step: int) -> None:
    """Bring the reader to the first of several widgets that is there.

    Args:
        keys: of the widgets.
        step: differs from time to time, so that the way to the same widget can be gone again.
    """
    names = " ".join(map(class_of, keys))
    mark = f'<span data-poa-focus="{escape(names)}" data-poa-step="{step}" hidden></span>'
    st.html(mark + script("focus"), unsafe_allow_javascript=True)
