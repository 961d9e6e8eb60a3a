"""Findings over words, beneath their text: the words marked in it, a line for each rule, and what mends them."""

from __future__ import annotations

from html import escape

import streamlit as st

from poa_app.desk import text_findings, work
from poa_app.desk.text_findings import Told
from poa_app.desk.work import View
from poa_app.model.finding import Finding, Fix
from poa_app.model.paths import get
from poa_app.ui import overruling, session, show
from poa_app.ui.finding_words import badge, family_name, here, places, why
from poa_app.ui.labels import source
from poa_app.ui.markup import Markup, gray, put, small
from poa_app.ui.words import Reader, join_sentences

LAST_CIRCLE = 20
"""The highest number that stands in a circle as one character."""


def can_be_marked(view: View, finding: Finding) -> bool:
    """Whether the words of a finding can be marked in the text of its field."""
    held = get(view.case, finding.path) if text_findings.is_over_words(finding) else None
    return isinstance(held, str) and held[finding.start : finding.end] == finding.quote


def beneath(reader: Reader, view: View, path: str, row: str, found: list[Finding], name: Markup) -> None:
    """Show the findings over the words of one field.

    Args:
        reader: whoever reads the page.
        view: the case.
        path: the field, which holds a text.
        row: code of its row.
        found: those findings.
        name: the field's name where others stand beside it; else nothing.
    """
    lines = text_findings.told(found)
    with st.container(gap="xxsmall", key=f"words{view.id}{path}"):
        _marked(str(get(view.case, path)), lines)
        reasons: set[str] = set()
        for number, line in enumerate(lines, start=1):
            head = put(number_sign(number) if len(lines) > 1 else "", badge(reader, line.first), name, by=" ")
            reason = why(reader, line.first)
            _line(reader, view, line, row, head, "" if reason in reasons else reason)
            reasons.add(reason)
        by_family = text_findings.safe_by_family(found)
        several = {family: one for family, one in by_family.items() if len({finding.rule for finding in one}) > 1}
        mending_by_family(reader, view, several, path, row)


def number_sign(number: int) -> str:
    """Return the number of a line, as it stands behind its words in the marked text too."""
    return chr(0x2460 + number - 1) if number <= LAST_CIRCLE else f"({number})"


def _marked(text: str, lines: tuple[Told, ...]) -> None:
    made = []
    for piece in text_findings.marked(text, lines):
        words = escape(piece.text)
        if piece.severity:
            words = f'<mark class="{piece.severity}">{words}</mark>'
        if piece.numbers and len(lines) > 1:
            words += f"<sup>{''.join(map(number_sign, piece.numbers))}</sup>"
        made.append(words)
    st.html(f'<div lang="en" class="poa-words">{"".join(made)}</div>')


def _line(reader: Reader, view: View, line: Told, row: str, head: Markup, reason: str) -> None:
    """Show one line, with its reason where no line above it gives the same."""
    finding = line.first
    choose = len(line.findings) == 1 and len(finding.fixes) > 1
    with st.container(gap=None, key=f"told{view.id}{finding.key}"):
        with st.container(horizontal=True, wrap=False, gap="small"):
            words = put(head, join_sentences(here(reader, finding), gray(reason), gray(places(reader, line))), by=" ")
            show.markdown(
                small(words), width="stretch", help=join_sentences(why(reader, finding), source(reader, finding.source))
            )
            if not choose:
                mending(reader, view, line, row)
            overruling.overrule(reader, view, line.findings)
        if choose:
            with st.container(horizontal=True, gap="small"):
                mending(reader, view, line, row)


def mending(reader: Reader, view: View, line: Told, row: str) -> None:
    """Offer each fix of a finding, or to mend all places of a line where that is safe."""
    finding = line.first
    if len(line.findings) > 1 and line.are_mended_alike:
        show.button(
            reader.say("Mend all {n} {row}", n=len(line.findings), row=row),
            key=f"fixes{view.id}{finding.key}",
            on_click=_mend,
            args=(view.id, line.findings),
        )
    elif len(line.findings) == 1 and finding.fixes and isinstance(get(view.case, finding.path), str):
        for number, fix in enumerate(finding.fixes):
            _fix(reader, view, finding, fix, f"fix{view.id}{finding.key}{number or ''}", row)


def _fix(reader: Reader, view: View, finding: Finding, fix: Fix, key: str, row: str) -> None:
    chosen = finding.model_copy(update={"fixes": (fix,)})
    words = (
        reader.say("Use “{words}” {row}", words=fix.text, row=row)
        if fix.text.strip()
        else reader.say("Take out {row}", row=row)
    )
    show.button(words, key=key, on_click=_mend, args=(view.id, (chosen,)))


def _mend(id: str, found: tuple[Finding, ...]) -> None:
    """Put the first fix of each finding in place of the words it mends."""
    session.change(id, lambda case: work.mended(case, found), found[0].path)


def mending_by_family(
    reader: Reader, view: View, families: dict[str, tuple[Finding, ...]], place: str, row: str = ""
) -> None:
    """Offer to mend all findings of a family at once.

    Args:
        reader: whoever reads the page.
        view: the case.
        families: findings that can be mended safely, by family.
        place: what tells these buttons from those of another place.
        row: code of the row, where they are of one.
    """
    for family, found in families.items():
        words = reader.say("Mend all {n}: {family}", n=len(found), family=family_name(reader, family))
        show.button(
            f"{words} {row}".strip(),
            key=f"all{view.id}{place}{family}",
            icon=":material/auto_fix_high:",
            on_click=_mend,
            args=(view.id, found),
        )


def mending_of_row(reader: Reader, view: View, path: str, row: str) -> None:
    """Offer to mend all findings of a family in a row at once, where they stand in several of its fields."""
    if not st.session_state.get("findings_shown", True):
        return
    of_row = [one for one in view.findings if one.path.startswith(f"{path}/")]
    by_family = text_findings.safe_by_family(of_row)
    families = {family: found for family, found in by_family.items() if len({one.path for one in found}) > 1}
    if families:
        with st.container(horizontal=True, key=f"mend{view.id}{path}"):
            mending_by_family(reader, view, families, path, row)
