"""Pasted text: lines become rows, a finished draft is split into its sections and rows."""

from __future__ import annotations

import re

from poa_app.model.case import Case
from poa_app.model.rowkinds import add_row

_BULLET = re.compile(
    r"^\s*(?:[-*•·‧▪◦–—]|\(?\d{1,2}(?:\.\d{1,2})?[.)、:：]?|[（(]?[一二三四五六七八九十]+[）)、.])\s+|^\s*\d{1,2}[.)、]\s*"
)
_HEADINGS = (
    ("root_causes", re.compile(r"root\s*cause|cause of|what went wrong|根本原因|原因分析", re.IGNORECASE)),
    ("preventive_measures", re.compile(r"prevent|going forward|future|预防", re.IGNORECASE)),
    (
        "corrective_actions",
        re.compile(r"correct|actions?\b.*(?:taken|resolve)|steps?\b.*taken|resolve|纠正|整改", re.IGNORECASE),
    ),
)
_LONGEST_HEADING = 90

MOST_ROWS = 60
"""Rows taken from one paste; what is beyond stays in the last of them, so that nothing is lost."""


def lines(text: str) -> tuple[str, ...]:
    """Split pasted text into rows: one a line, bullets and numbers taken off; lines beyond the limit share one row."""
    found = [_BULLET.sub("", line).strip() for line in text.splitlines()]
    kept = [line for line in found if line]
    if len(kept) > MOST_ROWS:
        kept = [*kept[: MOST_ROWS - 1], "\n".join(kept[MOST_ROWS - 1 :])]
    return tuple(kept)


def paste_lines(case: Case, rows: str, text: str) -> Case:
    """Add a row for each pasted line, the line as its "what"."""
    for line in lines(text):
        case, _ = add_row(case, rows, what=line)
    return case


def paste_plan(case: Case, text: str) -> tuple[Case, dict[str, int]]:
    """Split a finished draft by its headings and add its paragraphs as passages of new rows.

    What stands before the first heading becomes the opening, if there is none yet; so nothing pasted is lost.

    Returns:
        The new case, and how many rows each list gained.
    """
    section, gained, before = "", {name: 0 for name, _ in _HEADINGS}, []
    for line in (one.strip() for one in text.splitlines()):
        heading = _heading(line)
        if heading:
            section = heading
        elif line and section:
            words = _BULLET.sub("", line).strip()
            if words and gained[section] < MOST_ROWS:
                case, _ = add_row(case, f"/{section}", passage=words)
                gained[section] += 1
            elif words:
                case = _append(case, section, words)
        elif line:
            before.append(line)
    if before:
        opening = "\n".join(before)
        case = case.model_copy(update={"opening": opening if not case.opening else f"{case.opening}\n{opening}"})
    return case, gained


def _append(case: Case, section: str, words: str) -> Case:
    *others, last = getattr(case, section)
    grown = last.model_copy(update={"passage": f"{last.passage}\n{words}"})
    return case.model_copy(update={section: (*others, grown)})


def _heading(line: str) -> str | None:
    bare = _BULLET.sub("", line).rstrip(":：")
    if not bare or len(bare) > _LONGEST_HEADING or bare.endswith((".", "。")):
        return None
    return next((name for name, pattern in _HEADINGS if pattern.search(bare)), None)
