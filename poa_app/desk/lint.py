"""Holds English given as a file or typed in against the rules over words, section by section."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from poa_app.check.remarks import remark_finding
from poa_app.desk import spelling
from poa_app.desk.draft_import import heading_of, is_sign_off
from poa_app.desk.recognition import STANDARD_INPUT
from poa_app.english.lint import Match, finding, lint
from poa_app.english.setting import Setting
from poa_app.english.spelling import check_now
from poa_app.errors import InputError, TooLong
from poa_app.intake.case_file import read_bytes
from poa_app.intake.evidence import EVIDENCE_LIMIT
from poa_app.intake.notice_file import read_notice
from poa_app.knowledge import knowledge
from poa_app.model.finding import Finding
from poa_app.model.letter import LetterSection

MOST_CHARACTERS = 100_000
"""Characters of a text; a letter has a tenth of them."""

_SECTIONS: dict[str, LetterSection] = {
    "root_causes": "root-cause",
    "corrective_actions": "corrective",
    "preventive_measures": "preventive",
    "open_points": "open-point",
}
_OF_THE_WHOLE = "repetition"
"""The family whose rules look across sections."""


def read_text(file: str) -> str:
    """Return the text of a file.

    Args:
        file: its path, or "-" for standard input.

    Raises:
        InputError: it cannot be read, holds no text, or more than a letter does.
    """
    try:
        if file == STANDARD_INPUT:
            text = read_notice(sys.stdin.buffer.read(EVIDENCE_LIMIT + 1), "standard input.txt")
        else:
            path = Path(file)
            text = read_notice(read_bytes(path, EVIDENCE_LIMIT), path.name)
    except TooLong:
        raise _too_long(file) from None
    if len(text) > MOST_CHARACTERS:
        raise _too_long(file)
    return text


def _too_long(file: str) -> InputError:
    limit = f"{MOST_CHARACTERS:,}"
    return InputError(
        f"{file}: it holds more than {limit} characters, far more than a letter; give the letter alone.",
        f"{file}：超过 {limit} 个字符，远超一封申诉信的长度。请只提供申诉信正文。",
    )


def lint_text(text: str, section: LetterSection | None = None) -> tuple[Finding, ...]:
    """Return where a text breaks the rules, from its beginning to its end.

    Args:
        text: in English.
        section: the part of an appeal it is; without one the headings in it tell.
    """
    known = knowledge()
    found = [finding(match, known) for match in (_matches(text, section) if section else _by_headings(text))]
    found += _remarks(text, found) if spelling.is_on() else []
    return tuple(sorted(found, key=lambda one: (one.start or 0, one.end or 0, one.rule)))


def _remarks(text: str, found: list[Finding]) -> list[Finding]:
    """Return what is said of the spelling and general grammar, where no rule has found anything."""
    told = {place for one in found for place in range(one.start or 0, one.end or 0)}
    remarks = (remark_finding(remark, text) for remark in check_now(text, frozenset()))
    return [one for one in remarks if told.isdisjoint(range(one.start or 0, one.end or 0))]


def _matches(text: str, section: LetterSection) -> tuple[Match, ...]:
    return lint(text, Setting(section=section))


def _by_headings(text: str) -> Iterator[Match]:
    families = {name: rule.family for name, rule in knowledge().rules.items()}
    yield from (match for match in _matches(text, "letter") if families[match.rule] == _OF_THE_WHOLE)
    for start, end, section in sections(text):
        for match in _matches(text[start:end], section):
            if families[match.rule] != _OF_THE_WHOLE:
                yield Match(
                    match.rule, match.start + start, match.end + start, match.quote, match.fixes, match.sentence
                )


def sections(text: str) -> tuple[tuple[int, int, LetterSection], ...]:
    """Return the stretches of a letter with the section its headings put each in; a heading itself is in none."""
    found: list[tuple[int, int, LetterSection]] = []
    section: LetterSection = "letter"
    at = 0
    for line in text.splitlines(keepends=True):
        heading = heading_of(line.strip()) if line.strip() else None
        if heading or is_sign_off(line.strip()) or _LIST.fullmatch(line.strip()):
            section = _SECTIONS.get(heading or "", "letter")
        here: LetterSection = "letter" if heading else section
        if found and found[-1][2] == here:
            found[-1] = (found[-1][0], at + len(line), here)
        else:
            found.append((at, at + len(line), here))
        at += len(line)
    return tuple(found)


_LIST = re.compile(r"(?:exhibits|attachments|enclosures|evidence|order ids?)\W*", re.IGNORECASE)
"""Headings of lists behind the last section."""


def line_and_column(text: str, place: int) -> tuple[int, int]:
    """Return the line and the column of a place in a text, both counted from 1."""
    before = text[:place]
    return before.count("\n") + 1, place - (before.rfind("\n") + 1) + 1
