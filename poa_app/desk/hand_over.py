"""Chinese drafts handed over to a translator as one numbered text, and the English taken back by number.

Nothing is sent by the program: the manager copies the text to a translator of his own and pastes what comes back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from poa_app.knowledge import Knowledge
from poa_app.knowledge.asked import enforcements_of
from poa_app.model.case import Case, Draft
from poa_app.model.fields import field_at
from poa_app.model.paths import edit, get, pattern, row_of, steps
from poa_app.model.row_edits import row_number
from poa_app.model.text import is_blank

_NUMBERED = re.compile(r"\s*(?P<number>\d{1,3})\s*[.．、)）:：]\s*(?:[【\[][^】\]]*[】\]]\s*)?(?P<words>\S.*)")


def hand_over(case: Case, known: Knowledge) -> str:
    """Return all Chinese drafts of fields still without English as one numbered text, each with what it must look like.

    Args:
        case: the case as it stands.
        known: the names of its fields, and an example of each.
    """
    lines: list[str] = []
    for number, draft in _open(case):
        question = known.questions.get(pattern(draft.path))
        name = question.label.zh if question else draft.path
        example = _example(case, known, draft.path)
        if example:
            lines.append(f"# {number} 译成这样的形式：{example}")
        words = " ".join(draft.text.split())
        lines.append(f"{number}. 【{_place(case, known, draft.path)}{name}】{words}")
    return "\n".join(lines)


def take_back(case: Case, text: str) -> tuple[Case, int]:
    """Put the English of a pasted text into the fields whose drafts bear its numbers.

    Args:
        case: the case as it stands; a field that got English since it was handed over is left alone.
        text: one numbered piece a line; a line without a number goes on with the piece before it.

    Returns:
        The new case, and how many fields were filled.
    """
    paths = {number: draft.path for number, draft in _open(case)}
    said: dict[int, str] = {}
    current = 0
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = _NUMBERED.match(line)
        if found and int(found["number"]) <= len(case.drafts):
            current = int(found["number"])
            said[current] = found["words"].strip()
        elif current:
            said[current] += f" {line.strip()}"
    filled = {paths[number]: words for number, words in said.items() if number in paths}
    for path, words in filled.items():
        case = edit(case, path, (words,) if field_at(path).is_list else words)
    return case, len(filled)


def _open(case: Case) -> Iterator[tuple[int, Draft]]:
    """Yield the drafts beside fields still without words, by their numbers, which stay when others get theirs."""
    for number, draft in enumerate(case.drafts, 1):
        try:
            held = get(case, draft.path)
        except KeyError:
            continue  # its row is gone
        if draft.text.strip() and is_blank(held):
            yield number, draft


def _example(case: Case, known: Knowledge, path: str) -> str:
    """Return an example of a field, of the case's own enforcement where it has one."""
    kind = pattern(path)
    own = (asked.example for one in enforcements_of(case, known) for asked in one.questions if asked.field == kind)
    question = known.questions.get(kind)
    return next(filter(None, own), question.example if question else "")


def _place(case: Case, known: Knowledge, path: str) -> str:
    row = row_of(path)
    return f"{known.rows[steps(row)[0]].code.zh.format(n=row_number(case, row))} · " if row != path else ""
