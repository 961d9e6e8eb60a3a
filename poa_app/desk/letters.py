"""Check a case, and write its letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from poa_app.check.exam import Exam
from poa_app.check.examine import examine
from poa_app.errors import BadOutput, Incomplete, InputError, UnknownName
from poa_app.intake.exhibit_files import absent
from poa_app.knowledge import knowledge
from poa_app.model.appeal import LETTER_ROUTES
from poa_app.model.case import Case
from poa_app.model.finding import Finding
from poa_app.model.letter import Letter
from poa_app.model.text import is_blank
from poa_app.render.letter import compose, templates
from poa_app.render.page import page
from poa_app.render.plain import plain, section_names
from poa_app.render.word import word
from poa_app.resources import folder

WRITERS: dict[str, Callable[[Letter], bytes]] = {
    ".docx": lambda letter: word(letter, folder("templates") / "styles.docx"),
    ".txt": lambda letter: plain(letter).encode(),
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
    digests: Mapping[str, str] | None = None,
) -> tuple[Finding, ...]:
    """Say what a case still lacks.

    Args:
        case: the case.
        today: the day of the check.
        beside: folder in which the exhibits' files are looked for; none means not to look.
        missing: row ids of exhibits whose file is known not to be there.
        digests: the SHA-256 of the case's files by ``supply.file_key``, where their contents are at hand.
    """
    more: list[Letter] = []
    if case.route and case.route not in LETTER_ROUTES:
        letter = Letter("", "", "", today, draft=True)
    else:
        root = folder("templates")
        letter = compose(case, knowledge(), root, "short", draft=True)
        others = (name for name in templates(root, case.route or "plan-of-action") if name != "short")
        more = [compose(case, knowledge(), root, name, draft=True) for name in others]
    missing = absent(case, beside) if beside else missing
    return examine(Exam(case, letter, today, knowledge(), missing, digests or {}, tuple(more)))


def render_case(
    case: Case,
    name: str,
    suffix: str,
    template: str,
    today: date,
    draft: bool = False,
    beside: Path | None = None,
    findings: tuple[Finding, ...] | None = None,
) -> Rendered:
    """Write a case's letter.

    Args:
        case: the case.
        name: the case file's name, for messages.
        suffix: ``.docx``, ``.txt`` or ``.html``.
        template: such as ``short`` or ``full``.
        today: the day it is written.
        draft: write it even with gaps, with the DRAFT mark.
        beside: folder in which the exhibits' files are looked for.
        findings: what the check of this state found, where it is known already.

    Raises:
        BadOutput: there is no such suffix.
        UnknownName: there is no such template.
        Incomplete: something blocks and no draft was asked for.
        TemplateFault: the template cannot be rendered.
    """
    if suffix.lower() not in WRITERS:
        raise BadOutput(name, f"only {', '.join(WRITERS)} are written", f"只支持 {'、'.join(WRITERS)}")
    found = check_case(case, today, beside) if findings is None else findings
    letter = _letter(case, name, template, found, draft)
    missing = absent(case, beside) if beside else frozenset()
    files = tuple(exhibit.file or "" for exhibit in case.exhibits if exhibit.id in missing)
    return Rendered(WRITERS[suffix.lower()](letter), letter, files)


def render_section(
    case: Case,
    name: str,
    section: str,
    template: str,
    today: date,
    draft: bool = False,
    findings: tuple[Finding, ...] | None = None,
) -> str:
    """Write one section of a letter as text for a box of Seller Central; the arguments are those of a whole letter.

    Raises:
        UnknownName: the letter has no such section, or there is no such template.
        Incomplete: something blocks and no draft was asked for.
    """
    found = check_case(case, today) if findings is None else findings
    letter = _letter(case, name, template, found, draft)
    if section not in section_names(letter):
        raise UnknownName("section", "部分", section, section_names(letter))
    return plain(letter, section)


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


def texts(case: Case, draft: bool) -> dict[str, str]:
    """Give the short letter as text, whole under the empty name, then by section; nothing where no letter answers."""
    if case.route and case.route not in LETTER_ROUTES:
        return {}
    letter = compose(case, knowledge(), folder("templates"), "short", draft)
    return {"": plain(letter), **{name: plain(letter, name) for name in section_names(letter)}}


def _letter(case: Case, name: str, template: str, findings: tuple[Finding, ...], draft: bool) -> Letter:
    blocking = sum(finding.severity == "blocks" for finding in findings)
    if blocking and not draft:
        raise Incomplete(name, blocking)
    if case.route and case.route not in LETTER_ROUTES:
        raise InputError(
            f"{name}: its route is not answered by a letter; 'poa check' says what to do.",
            f"{name}：该申诉路径不用申诉信。用 poa check 查看该怎么做。",
        )
    return compose(case, knowledge(), folder("templates"), template, draft=bool(blocking))
