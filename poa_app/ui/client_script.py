"""What only the browser knows, said in our words: whether the program answers, and what is saved.

The scripts ``watch`` and ``autosave`` set attributes on the page, and the style shows the words that were there all
along; the name of a field and what was typed in it they put in as text.
"""

from __future__ import annotations

from html import escape

import streamlit as st

from poa_app.ui.assets import script, style
from poa_app.ui.words import Reader

_AWAY = (
    "The program on this computer does not answer. Everything that was saved is safe. Keep this tab open and start the"
    " program again: the page goes on by itself."
)


def client_script(reader: Reader) -> None:
    """Put the scripts on the page, with the words they show."""
    away = f'<div class="poa-offline" role="alert">{escape(reader.say(_AWAY))}</div>'
    kept = {
        "put-back": reader.say("Put back what you typed before the page closed:"),
        "changed": reader.say("You typed this before the page closed, and the field has been changed since:"),
        "elsewhere": reader.say("Kept in this browser and not saved. Open the field to save it:"),
        "again": reader.say("Put it back"),
        "discard": reader.say("Discard"),
    }
    told = "".join(f' data-poa-{name}="{escape(words)}"' for name, words in kept.items())
    words = f"{away}<span{told} hidden></span>"
    st.html(
        style("page") + words + script("watch") + script("autosave") + script("clipboard"), unsafe_allow_javascript=True
    )


def save_indicator(reader: Reader, time: str) -> None:
    """Show when the case was saved, or which field is not, or what is kept in the browser alone.

    Args:
        reader: whoever reads the page.
        time: of the last save, as the reader's clock shows it.
    """
    at, unsaved, kept = (
        reader.say("Saved {time}", time=time),
        reader.say("Not saved yet:"),
        reader.say("Kept in this browser:"),
    )
    names = "<span data-poa-names></span>"
    st.html(
        f'<span class="poa-saved" role="status"><span class="poa-at">✓ {escape(at)}</span>'
        f'<span class="poa-unsaved">● {escape(unsaved)} {names}</span>'
        f'<span class="poa-kept">{escape(kept)} {names}</span></span>',
        width="content",
    )
