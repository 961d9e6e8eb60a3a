"""The letter as a sheet of paper beside the work: gaps marked, the open row's passage highlighted.

On a wide screen it stays in view while the rows scroll by, and scrolls by itself to the highlighted passage
(``js/watch.js``).
"""

from __future__ import annotations

from html import escape

import streamlit as st

from poa_app.desk import work
from poa_app.desk.work import CaseState
from poa_app.ui.words import language, say

STYLE = """<style>
.poa-sheet{background:#fff;color:#1B2130;box-shadow:0 1px 6px rgba(27,33,48,.18);padding:1.6rem 1.8rem;
font:13px/1.5 Calibri,Carlito,'Source Sans',sans-serif;overflow-wrap:anywhere}
.poa-sheet h1{font-size:19px;line-height:1.25;color:#1F3864;margin:0 0 4px;padding:0;font-weight:700}
.poa-sheet h2{font-size:15px;color:#1F3864;margin:16px 0 6px;padding:0 0 2px;border-bottom:1px solid #C9CED8}
.poa-sheet h3{font-size:13.5px;color:#1F3864;margin:10px 0 4px;padding:0}
.poa-sheet p,.poa-sheet li{font-size:13px;margin:0 0 7px;white-space:pre-wrap}
.poa-sheet ul,.poa-sheet ol{margin:0 0 7px;padding-left:1.1rem}
.poa-sheet .by-line,.poa-sheet .dated{color:#545A66}.poa-sheet .signature{font-weight:700;margin:14px 0 0}
.poa-sheet table{border-collapse:collapse;width:100%;margin:0 0 10px;font-size:12px}
.poa-sheet td,.poa-sheet th{border-bottom:1px solid #C9CED8;padding:3px 6px;text-align:left;vertical-align:top}
.poa-sheet th{overflow-wrap:normal}
.poa-sheet thead th{background:#1F3864;color:#fff}
.poa-sheet caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.poa-sheet .gap{background:#FBEFDC;color:#7F4606;border-bottom:1px dashed #B4690E;font-weight:700}
.poa-sheet .lit{border-left:3px solid #1F4B8F;background:#E6EDF8;padding-left:8px;margin-left:-11px}
.poa-draft{display:flex;justify-content:space-between;font-size:11.5px;color:#545A66;margin-bottom:10px}
.poa-draft b{color:#9A1B14;letter-spacing:.04em}
@media (min-width:641px){
[data-testid="stLayoutWrapper"]:has(> .st-key-letter){position:sticky;top:7.4rem}
.st-key-letter .poa-sheet{max-height:calc(100vh - 15.6rem);overflow-y:auto}}
</style>"""


def letter_preview(state: CaseState, highlighted: str | None) -> None:
    """Show the short letter as it stands.

    Args:
        state: the case.
        highlighted: path of the open row, whose passage is highlighted.
    """
    shown = work.letter_preview(state, highlighted, language())
    gaps = state.counts.blocking
    if shown is None:
        return
    title, body = shown
    mark = f"<b>{escape(say('DRAFT · open points: {n}', n=gaps))}</b>" if gaps else ""
    st.html(
        f'{STYLE}<article class="poa-sheet" lang="en" tabindex="0" aria-label="{escape(say("The letter"))}">'
        f'<div class="poa-draft"><span>{escape(title)}</span>{mark}</div>{body}</article>'
    )
