"""Watches what only the browser knows: whether the program answers, and whether a field has words not left yet.

The script is constant and writes no text: it sets two attributes on the page, and the style shows the words that were
there all along. Whoever would close or reload a page with such words is asked by the browser first. It also scrolls
the letter to its lit passage, and else leaves it where it was; and it takes the marks of Markdown out of the names by
which a screen reader calls the fields, where Streamlit puts them.
"""

from __future__ import annotations

from html import escape

import streamlit as st

from poa_app.ui.words import say

_STYLE = """<style>
.poa-offline{display:none;position:fixed;left:50%;bottom:1rem;transform:translateX(-50%);z-index:1000100;
width:min(44rem,calc(100vw - 2rem));box-sizing:border-box;padding:.7rem 1rem;border:1px solid #B3261E;
border-left-width:5px;border-radius:.3rem;background:#FBE9E6;color:#1B2130;font-size:14px;line-height:1.5}
html[data-poa-offline] .poa-offline{display:block}
[data-testid="stWidgetLabelRequired"]{display:none}
.poa-saved{font-size:13px;color:#545A66;white-space:nowrap}
.poa-saved .poa-typing{display:none;color:#7F4606;font-weight:600}
html[data-poa-typing] .poa-saved .poa-typing{display:inline}
html[data-poa-typing] .poa-saved .poa-at{display:none}
@media (min-width:641px){
[data-testid="stLayoutWrapper"]:has(> .st-key-bar){position:sticky;top:3.7rem;z-index:90;background:#F6F5F1;
padding:.3rem 0}}
@media (max-width:640px){[data-testid="stLayoutWrapper"]:has(> div > div > .st-key-state){flex:1 1 100%}}
</style>"""

_WATCH = r"""<script>
(() => {
  if (window.poaWatch) return;
  window.poaWatch = true;
  const root = document.documentElement;
  const place = "[data-testid='stTextInput'], [data-testid='stTextArea']";
  let typed = null, was = "", sent = false, away = 0;
  const show = () => root.toggleAttribute("data-poa-typing", Boolean(typed));
  const field = (one) => one.matches("textarea, input") && one.closest(place) && !one.closest("[role='dialog']");
  document.addEventListener("focusin", ({target}) => {
    if (target !== typed && "value" in target) was = target.value;
  });
  document.addEventListener("input", ({target}) => {
    if (field(target)) { typed = target; sent = false; show(); }
  });
  document.addEventListener("focusout", ({target}) => {
    if (target === typed && target.value === was) { typed = null; show(); }
  });
  document.addEventListener("keydown", ({target, key, ctrlKey, metaKey}) => {
    if (target === typed && key === "Enter" && (ctrlKey || metaKey || target.matches("input"))) sent = true;
  });
  window.addEventListener("beforeunload", (event) => { if (typed) event.preventDefault(); });
  const look = () => {
    const app = document.querySelector("[data-testid='stApp']");
    if (!app) return;
    clearTimeout(away);
    if (app.dataset.testConnectionState === "CONNECTED") root.removeAttribute("data-poa-offline");
    else away = setTimeout(() => root.setAttribute("data-poa-offline", ""), 1200);
    if (app.dataset.testScriptState !== "notRunning" || app.dataset.testConnectionState !== "CONNECTED") return;
    if (typed && (sent || !typed.isConnected || typed !== document.activeElement)) {
      if (typed === document.activeElement) was = typed.value;
      typed = null; show();
    }
  };
  let sheet = null, top = 0;
  const light = () => {
    const now = document.querySelector(".poa-sheet");
    if (!now || now === sheet) return;
    sheet = now;
    sheet.addEventListener("scroll", () => { top = sheet.scrollTop; }, {passive: true});
    const passage = sheet.querySelector(".lit");
    const above = passage ? passage.offsetTop - sheet.offsetTop : 0;
    const inView = above >= top && above < top + sheet.clientHeight - 40;
    sheet.scrollTop = passage && !inView ? above - sheet.clientHeight / 3 : top;
  };
  const name = () => {
    for (const one of document.querySelectorAll('[aria-label*="**"], [aria-label*=":gray["]'))
      one.setAttribute("aria-label", one.getAttribute("aria-label").replace(/\*\*|:gray\[|\]/g, ""));
  };
  new MutationObserver(() => { light(); name(); }).observe(document.body, {
    subtree: true, childList: true, attributes: true, attributeFilter: ["aria-label"],
  });
  new MutationObserver(look).observe(document.body, {
    subtree: true, attributes: true,
    attributeFilter: ["data-test-connection-state", "data-test-script-state"],
  });
})();
</script>"""

_AWAY = (
    "The program on this computer does not answer. Everything that was saved is safe. Keep this tab open and start the"
    " program again: the page goes on by itself."
)


def watch() -> None:
    """Put the watch on the page."""
    words = f'<div class="poa-offline" role="alert">{escape(say(_AWAY))}</div>'
    st.html(_STYLE + words + _WATCH, unsafe_allow_javascript=True)


def saved(time: str) -> None:
    """Say when the case was saved, or, while a field has words that were not left yet, that they are not.

    Args:
        time: of the last save, as the reader's clock shows it.
    """
    at, typing = escape(say("Saved {time}", time=time)), escape(say("Not saved yet: leave the field"))
    st.html(
        f'<span class="poa-saved" role="status"><span class="poa-at">✓ {at}</span>'
        f'<span class="poa-typing">● {typing}</span></span>',
        width="content",
    )
