"""The last look: what the letter itself would print, whatever was answered or overruled before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from poa_app.check.context import CheckContext
from poa_app.model.fields import field_at
from poa_app.model.finding import Finding
from poa_app.model.letter import Block, Heading, Letter, Paragraph, Table, lines_of

_SECTIONS = {
    "root-causes": "/root_causes",
    "corrective-actions": "/corrective_actions",
    "preventive-measures": "/preventive_measures",
    "opening": "/opening",
    "closing": "/closing",
    "exhibits": "/exhibits",
    "open-points": "/open_points",
    "coverage": "/products",
    "supply-chain": "/products",
    "contacts": "/suppliers",
    "metrics": "/metrics",
}
"""Where the content of a section is entered."""


def rendered(context: CheckContext, standing: Iterable[Finding]) -> Iterator[Finding]:
    """Find gap marks, and headings with nothing beneath them, in every letter of the case's route.

    Args:
        context: the case and its letters.
        standing: what the other checks found. A place they block already is not said again; and as long as a point
            of the checklist is open, gaps and empty sections may be its consequences, and are left for later.
    """
    standing = tuple(standing)
    blocked = {finding.path for finding in standing if finding.severity == "blocks"}
    is_open = any(finding.family == "completeness" for finding in standing)
    seen: set[tuple[str, str]] = set()
    for letter in (context.letter, *context.more_letters):
        left = () if is_open else (*_gaps(letter), *empty_sections(letter))
        for rule, path, words in (*left, *_foreign(letter)):
            if (rule, path) not in seen and not _is_blocked(path, blocked):
                seen.add((rule, path))
                yield context.find(rule, path, **words)


def _is_blocked(path: str, blocked: set[str]) -> bool:
    """Whether a point blocks already at the place, in what it holds, or in the row it belongs to."""
    return any(one == path or one.startswith(f"{path}/") or path.startswith(f"{one}/") for one in blocked)


Place = tuple[str, str, dict[str, Any]]
"""A rule, the field it concerns, and what fills its message."""


def _gaps(letter: Letter) -> Iterator[Place]:
    for run in letter.runs():
        if run.gap and run.path:
            yield "letter.gap", run.path, {}


def _foreign(letter: Letter) -> Iterator[Place]:
    """Yield what is no English in the words of a field, names in their own script left aside."""
    for run in letter.runs():
        if run.path is None or run.gap or run.text.isascii() or field_at(run.path).spec.is_name:
            continue  # a name has its own rules, and its own script where the register has it so
        if found := _NOT_ENGLISH.search(run.text):
            yield "letter.characters", run.path, {"quote": found.group()}


_NOT_ENGLISH = re.compile(
    r"[\u0370-\u1dff\u2028-\u202e\u2060-\u206f\u2e80-\ua4cf\ua960-\ua97f\uac00-\uffff\U0001b000-\U0010ffff]+"
)
"""Other scripts, full-width forms, invisible, private-use and broken characters."""


def empty_sections(letter: Letter) -> Iterator[Place]:
    """Yield each place where a heading is followed at once by another of its level or above, the closing or the end."""
    for place, block in enumerate(letter.blocks):
        if isinstance(block, Heading) and block.level > 1 and not _has_content(letter.blocks[place + 1 :], block.level):
            yield "letter.empty-section", _place_of(block), {}


def _has_content(rest: tuple[Block, ...], level: int) -> bool:
    for block in rest:
        if (isinstance(block, Heading) and block.level <= level) or block.section == "closing":
            return False
        if (isinstance(block, Table) and not block.rows) or (isinstance(block, Paragraph) and block.manner == "asked"):
            continue
        if not isinstance(block, Heading) and any(run.text.strip() for line in lines_of(block) for run in line):
            return True
    return False


def _place_of(heading: Heading) -> str:
    asked = next((run.path for run in heading.line if run.path and run.path.startswith("/notice/requests/")), None)
    if heading.section in ("other", "documents") and asked:
        return asked.rpartition("/")[0] + "/answer"
    return _SECTIONS.get(heading.section) or asked or "/opening"
