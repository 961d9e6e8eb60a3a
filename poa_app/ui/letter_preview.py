"""The letter as a sheet of paper beside the work: gaps marked, the open row's passage highlighted.

On a wide screen it stays in view while the rows scroll by, and scrolls by itself to the highlighted passage
(``js/watch.js``).
"""

from __future__ import annotations

from html import escape

import streamlit as st

from poa_app.desk import work
from poa_app.desk.work import CaseState
from poa_app.ui.assets import style
from poa_app.ui.words import Reader


def letter_preview(reader: Reader, state: CaseState, highlighted: str | None) -> None:
    """Show the short letter as it stands.

    Args:
        reader: whoever reads the page.
        state: the case.
        highlighted: path of the open row, whose passage is highlighted.
    """
    shown = work.letter_preview(state, highlighted, reader.language)
    gaps = state.counts.blocking
    if shown is None:
        return
    title, body = shown
    mark = f"<b>{escape(reader.say('DRAFT · open points: {n}', n=gaps))}</b>" if gaps else ""
    name = escape(reader.say("The letter"))
    st.html(
        f'{style("letter")}<article class="poa-sheet" lang="en" tabindex="0" aria-label="{name}">'
        f'<div class="poa-draft"><span>{escape(title)}</span>{mark}</div>{body}</article>'
    )
