"""What only the browser knows, said in our words: whether the program answers, and what is saved.

The scripts ``watch`` and ``autosave`` set attributes on the page, and the style shows the words that were there all
along; the name of a field and what was typed in it they put in as text.
"""

from __future__ import annotations

from html import escape

import streamlit as st

from poa_app.ui.scripts import tag
from poa_app.ui.words import say

_STYLE = """<style>
.poa-offline{display:none;position:fixed;left:50%;bottom:1rem;transform:translateX(-50%);z-index:1000100;
width:min(44rem,calc(100vw - 2rem));box-sizing:border-box;padding:.7rem 1rem;border:1px solid #B3261E;
border-left-width:5px;border-radius:.3rem;background:#FBE9E6;color:#1B2130;font-size:14px;line-height:1.5}
html[data-poa-offline] .poa-offline{display:block}
[data-testid="stWidgetLabelRequired"]{display:none}
.poa-saved{display:inline-block;width:15rem;max-width:calc(100vw - 2rem);overflow:hidden;text-overflow:ellipsis;
white-space:nowrap;text-align:right;vertical-align:bottom;font-size:13px;color:#545A66}
.poa-saved > span{display:none}
.poa-saved .poa-unsaved,.poa-saved .poa-kept{color:#7F4606;font-weight:600}
html[data-poa-state=saved] .poa-saved .poa-at{display:inline}
html[data-poa-state=unsaved] .poa-saved .poa-unsaved{display:inline}
html[data-poa-state=kept] .poa-saved .poa-kept{display:inline}
.poa-kept-words{position:fixed;right:1rem;bottom:1rem;z-index:1000090;width:min(26rem,calc(100vw - 2rem));
box-sizing:border-box;padding:.7rem 1rem;border:1px solid #1F4B8F;border-left-width:5px;border-radius:.3rem;
background:#E6EDF8;color:#1B2130;font-size:14px;line-height:1.5}
.poa-kept-words[hidden]{display:none}
.poa-kept-words p{margin:0}
.poa-kept-words pre{margin:.5rem 0;max-height:8rem;overflow:auto;white-space:pre-wrap;overflow-wrap:anywhere;
font:inherit}
.poa-kept-words button{margin-right:.6rem;padding:.25rem .7rem;border:1px solid #918C80;border-radius:.3rem;
background:#fff;color:inherit;font:inherit;cursor:pointer}
html[data-poa-offline] .poa-kept-words{bottom:7rem}
@media (min-width:641px){
[data-testid="stLayoutWrapper"]:has(> .st-key-bar){position:sticky;top:3.7rem;z-index:90;background:#F6F5F1;
padding:.3rem 0}}
@media (max-width:640px){.poa-saved{width:calc(100vw - 2rem)}
[data-testid="stLayoutWrapper"]:has(> div > div > .st-key-state){flex:1 1 100%}}
</style>"""

_AWAY = (
    "The program on this computer does not answer. Everything that was saved is safe. Keep this tab open and start the"
    " program again: the page goes on by itself."
)


def client_script() -> None:
    """Put the scripts on the page, with the words they show."""
    away = f'<div class="poa-offline" role="alert">{escape(say(_AWAY))}</div>'
    kept = {
        "put-back": say("Put back what you typed before the page closed:"),
        "changed": say("You typed this before the page closed, and the field has been changed since:"),
        "elsewhere": say("Kept in this browser and not saved. Open the field to save it:"),
        "again": say("Put it back"),
        "discard": say("Discard"),
    }
    told = "".join(f' data-poa-{name}="{escape(words)}"' for name, words in kept.items())
    words = f"{away}<span{told} hidden></span>"
    st.html(_STYLE + words + tag("watch") + tag("autosave") + tag("clipboard"), unsafe_allow_javascript=True)


def save_indicator(time: str) -> None:
    """Show when the case was saved, or which field is not, or what is kept in the browser alone.

    Args:
        time: of the last save, as the reader's clock shows it.
    """
    at, unsaved, kept = say("Saved {time}", time=time), say("Not saved yet:"), say("Kept in this browser:")
    names = "<span data-poa-names></span>"
    st.html(
        f'<span class="poa-saved" role="status"><span class="poa-at">✓ {escape(at)}</span>'
        f'<span class="poa-unsaved">● {escape(unsaved)} {names}</span>'
        f'<span class="poa-kept">{escape(kept)} {names}</span></span>',
        width="content",
    )
