"""Names the page's language to the browser, and brings the reader to the field a point names."""

from __future__ import annotations

import re
from html import escape

import streamlit as st

from poa_app.ui.scripts import tag
from poa_app.ui.words import language

_OWN_WORDS = """<style>
html[lang="zh-CN"] [data-testid="stFileUploaderDropzone"] button p,
html[lang="zh-CN"] [data-testid="stSelectboxVirtualDropdown"] [data-empty] span{font-size:0}
html[lang="zh-CN"] [data-testid="stFileUploaderDropzone"] button p::after{content:"选择文件";font-size:15px}
html[lang="zh-CN"] [data-testid="stSelectboxVirtualDropdown"] [data-empty] span::after{content:"没有匹配项";
font-size:14px}
html[lang="zh-CN"] [data-testid="stFileUploaderDropzoneInstructions"]{display:none}
</style>"""
"""Chinese in the place of Streamlit's own English words; the label of a box for files names kinds and size already."""


def set_page_language() -> None:
    """Return the browser, and so a screen reader, which language the page is in."""
    code = "zh-CN" if language() == "zh" else "en"
    mark = f'<span data-poa-lang="{code}" hidden></span>'
    st.html(mark + _OWN_WORDS + tag("language"), unsafe_allow_javascript=True)


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
    st.html(mark + tag("focus"), unsafe_allow_javascript=True)
