"""The only way by which text reaches a page: every Streamlit call that shows text, with text escaped by default.

The calls bear Streamlit's names and take its arguments. Text goes in as ``str`` and is shown as it stands; what is
meant as Markdown is ``Markup``. Choices of a list to pick from, the hints within fields and the cells of a data
frame are no Markdown to Streamlit, and go in as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any, TypeVar, cast

import streamlit as st

from poa_app.ui.markup import md

Sink = TypeVar("Sink", bound=Callable[..., Any])


def _escaping(sink: Sink, *names: str, options: bool = False) -> Sink:
    """Return a Streamlit call that escapes its text.

    Args:
        sink: the call.
        names: of the arguments that Streamlit reads as Markdown; the first may be given by its place.
        options: whether Streamlit reads the names of its choices as Markdown too.
    """

    @wraps(sink)
    def shown(*args: Any, **more: Any) -> Any:
        if args:
            args = (md(args[0]), *args[1:])
        for name in names:
            if more.get(name) is not None:
                more[name] = md(more[name])
        if options:
            named: Callable[[Any], str] = more.get("format_func", str)
            more["format_func"] = lambda option: md(named(option))
        return sink(*args, **more)

    return cast(Sink, shown)


markdown = _escaping(st.markdown, "body", "help")
title = _escaping(st.title, "body", "help")
subheader = _escaping(st.subheader, "body", "help")
success = _escaping(st.success, "body", "title")
warning = _escaping(st.warning, "body", "title")
error = _escaping(st.error, "body", "title")
toast = _escaping(st.toast, "body")
button = _escaping(st.button, "label", "help")
download_button = _escaping(st.download_button, "label", "help")
menu_button = _escaping(st.menu_button, "label", "help", options=True)
segmented_control = _escaping(st.segmented_control, "label", "help", options=True)
pills = _escaping(st.pills, "label", "help", options=True)
selectbox = _escaping(st.selectbox, "label", "help")
multiselect = _escaping(st.multiselect, "label", "help")
checkbox = _escaping(st.checkbox, "label", "help")
toggle = _escaping(st.toggle, "label", "help")
text_input = _escaping(st.text_input, "label", "help")
text_area = _escaping(st.text_area, "label", "help")
file_uploader = _escaping(st.file_uploader, "label", "help")
expander = _escaping(st.expander, "label")
popover = _escaping(st.popover, "label", "help")
dialog = _escaping(st.dialog, "title")
page = _escaping(st.Page, "title", "help")
image = st.image
dataframe = st.dataframe
plain = st.text
code = st.code


def progress_bar(share: float, words: str) -> None:
    """Show how far long work is, from 0 to 1, in words beside the bar."""
    st.progress(share, md(words))


def table(columns: Mapping[str, Sequence[str]]) -> None:
    """Show a table of text or Markdown, given by its columns."""
    st.table({md(name): [md(cell) for cell in cells] for name, cells in columns.items()}, border="horizontal")
