"""The two constant scripts: one names the page's language, one brings the reader to the field a point names.

Neither is built from text: they read what they need from the attributes of an element, where it is only ever text.
"""

from __future__ import annotations

import re
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

_OWN_WORDS = """<style>
html[lang="zh-CN"] [data-testid="stFileUploaderDropzone"] button p,
html[lang="zh-CN"] [data-testid="stSelectboxVirtualDropdown"] [data-empty] span{font-size:0}
html[lang="zh-CN"] [data-testid="stFileUploaderDropzone"] button p::after{content:"选择文件";font-size:15px}
html[lang="zh-CN"] [data-testid="stSelectboxVirtualDropdown"] [data-empty] span::after{content:"没有匹配项";
font-size:14px}
html[lang="zh-CN"] [data-testid="stFileUploaderDropzoneInstructions"]{display:none}
</style>"""
"""Chinese in the place of Streamlit's own English words; the label of a box for files names kinds and size already."""

_FOCUS = """<script>
(() => {
  const marks = document.querySelectorAll("[data-poa-focus]");
  const mark = marks[marks.length - 1];
  if (!mark) return;
  const wanted = mark.dataset.poaFocus.split(" ");
  const shut = "details:not([open])";
  let tries = 0;
  const look = () => {
    const box = wanted.slice(0, tries < 15 ? 1 : undefined)
      .map((name) => document.getElementsByClassName(name)[0]).find((one) => one);
    const row = box && box.className.includes("st-key-open");
    const field = box && box.querySelector(row ? "summary" : "textarea, input, button, [role='combobox']");
    if (field) {
      for (let fold = field.closest(shut); fold; fold = fold.parentElement.closest(shut))
        fold.querySelector("summary").click();
      field.focus({preventScroll: true});
      const {top, bottom} = field.getBoundingClientRect();
      if (!row || top < 130 || bottom > innerHeight - 200) (row ? field : box).scrollIntoView({block: "center"});
      if (document.activeElement === field) return;
    }
    if (tries++ < 40) setTimeout(look, 50);
  };
  look();
})();
</script>"""


def set_page_language() -> None:
    """Tell the browser, and so a screen reader, which language the page is in."""
    code = "zh-CN" if language() == "zh" else "en"
    st.html(f'<span data-poa-lang="{code}" hidden></span>{_OWN_WORDS}{_LANGUAGE}', unsafe_allow_javascript=True)


def focus(keys: list[str], step: int) -> None:
    """Bring the reader to the first of several widgets that is there.

    Args:
        keys: of the widgets.
        step: differs from time to time, so that the way to the same widget can be gone again.
    """
    names = " ".join(f"st-key-{re.sub('[^A-Za-z0-9_-]', '-', key)}" for key in keys)
    mark = f'<span data-poa-focus="{escape(names)}" data-poa-step="{step}" hidden></span>'
    st.html(mark + _FOCUS, unsafe_allow_javascript=True)
