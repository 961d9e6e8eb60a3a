"""The two constant scripts: one names the page's language, one brings the reader to the field a point names.

Neither is built from text: they read what they need from the attributes of an element, where it is only ever text.
"""

from __future__ import annotations

from html import escape

import streamlit as st

from poa_app.ui.words import language

_LANGUAGE = """<script>
(() => {
  const marks = document.querySelectorAll("[data-poa-lang]");
  const mark = marks[marks.length - 1];
  if (mark) document.documentElement.lang = mark.dataset.poaLang;
})();
</script>"""

_FOCUS = """<script>
(() => {
  const marks = document.querySelectorAll("[data-poa-focus]");
  const mark = marks[marks.length - 1];
  if (!mark) return;
  const wanted = mark.dataset.poaFocus;
  let tries = 0;
  const look = () => {
    const box = Array.from(document.querySelectorAll("[class*='st-key-']"))
      .find((one) => one.classList.contains(wanted));
    const field = box && box.querySelector("textarea, input, button, [role='combobox']");
    if (field) { field.focus({preventScroll: true}); box.scrollIntoView({block: "center"}); return; }
    if (tries++ < 40) setTimeout(look, 50);
  };
  look();
})();
</script>"""


def set_page_language() -> None:
    """Tell the browser, and so a screen reader, which language the page is in."""
    code = "zh-CN" if language() == "zh" else "en"
    st.html(f'<span data-poa-lang="{code}" hidden></span>{_LANGUAGE}', unsafe_allow_javascript=True)


def focus(key: str) -> None:
    """Bring the reader to a widget, by its key."""
    name = "st-key-" + "".join(mark if mark.isalnum() or mark in "-_" else "-" for mark in key)
    st.html(f'<span data-poa-focus="{escape(name)}" hidden></span>{_FOCUS}', unsafe_allow_javascript=True)
