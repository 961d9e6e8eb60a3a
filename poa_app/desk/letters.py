"""Check a case, and write its letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from poa_app.desk.state import CaseState
from poa_app.errors import BadOutput, Incomplete, InputError, UnknownName
from poa_app.facts.invoices import InvoiceFacts
from poa_app.intake.exhibit_files import missing_files
from poa_app.model.case import Case
from poa_app.model.finding import Finding
from poa_app.model.letter import Letter
from poa_app.model.text import is_blank
from poa_app.render.page import page
from poa_app.render.plain import render_text, section_names
from poa_app.render.word import word
from poa_app.resources import folder

WRITERS: dict[str, Callable[[Letter], bytes]] = {
    ".docx": lambda letter: word(letter, folder("templates") / "styles.docx"),
    ".txt": lambda letter: render_text(letter).encode(),
    ".html": lambda letter: page(letter).encode(),
}
"""What can be written, by suffix."""


@dataclass(frozen=True)
class Rendered:
    """A written letter, and the exhibits whose files were not found."""

    content: bytes
    letter: Letter
    missing_files: tuple[str, ...]


def check_case(
    case: Case,
    today: date,
    beside: Path | None = None,
    missing: frozenset[str] = frozenset(),
    papers: Mapping[str, InvoiceFacts] = MappingProxyType({}),
) -> tuple[Finding, ...]:
    """Return what a case still lacks.

    Args:
        case: the case.
        today: the day of the check.
        beside: folder in which the exhibits' files are looked for; none means not to look.
        missing: row ids of exhibits whose file is known not to be there.
        papers: what its papers say, by ``supply.file_key``, where they have been read.
    """
    absent = missing_files(case, beside) if beside else missing
    return CaseState(case, today, absent, papers=frozenset(papers.items())).findings


def render_case(
    case: Case,
    name: str,
    suffix: str,
    template: str,
    today: date,
    draft: bool = False,
    beside: Path | None = None,
) -> Rendered:
    """Write the letter of a case whose files lie in a folder; see ``write_letter``."""
    missing = missing_files(case, beside) if beside else frozenset()
    return write_letter(CaseState(case, today, missing), name, suffix, template, draft)


def write_letter(state: CaseState, name: str, suffix: str, template: str, draft: bool = False) -> Rendered:
    """Write a case's letter.

    Args:
        state: the case, with what its check found.
        name: the case file's name, for messages.
        suffix: ``.docx``, ``.txt`` or ``.html``.
        template: such as ``short`` or ``full``.
        draft: write it even with gaps, with the DRAFT mark.

    Raises:
        BadOutput: there is no such suffix.
        UnknownName: there is no such template.
        Incomplete: something blocks and no draft was asked for.
        TemplateFault: the template cannot be rendered.
    """
    if suffix.lower() not in WRITERS:
        raise BadOutput(name, f"only {', '.join(WRITERS)} are written", f"只支持 {'、'.join(WRITERS)}")
    letter = _letter(state, name, template, draft)
    files = tuple(exhibit.file or "" for exhibit in state.case.exhibits if exhibit.id in state.missing)
    return Rendered(WRITERS[suffix.lower()](letter), letter, files)


def write_section(state: CaseState, name: str, section: str, template: str, draft: bool = False) -> str:
    """Write one section of a letter as text for a box of Seller Central; the arguments are those of a whole letter.

    Raises:
        UnknownName: the letter has no such section, or there is no such template.
        Incomplete: something blocks and no draft was asked for.
    """
    letter = _letter(state, name, template, draft)
    if section not in section_names(letter):
        raise UnknownName("section", "部分", section, section_names(letter))
    return render_text(letter, section)


def file_name(case: Case, id: str, kind: str, suffix: str) -> str:
    """Name a file to take away by client, enforcement and kind, in plain letters and digits.

    Args:
        case: the case.
        id: its id, which stands in where the client's name has no such letters.
        kind: such as ``short``, ``full``, ``draft`` or ``case``.
        suffix: with its dot.
    """
    client = "" if is_blank(case.client.store) else unicodedata.normalize("NFKD", case.client.store or "")
    words = re.findall(r"[a-z0-9]+", client.encode("ascii", "ignore").decode().lower())
    return "-".join(["-".join(words)[:LONGEST_CLIENT].strip("-") or id, *case.enforcements[:1], kind]) + suffix


LONGEST_CLIENT = 60
"""Characters of a client's name in the name of a file."""


def _letter(state: CaseState, name: str, template: str, draft: bool) -> Letter:
    if state.counts.blocking and not draft:
        raise Incomplete(name, state.counts.blocking)
    letter = state.letter(template)
    if letter is None:
        raise InputError(
            f"{name}: its route is not answered by a letter; 'poa check' says what to do.",
            f"{name}：该申诉路径不用申诉信。用 poa check 查看该怎么做。",
        )
    return letter
