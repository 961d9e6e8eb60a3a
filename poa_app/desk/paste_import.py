"""Pasted text: lines become rows, a finished draft is split into its sections and rows."""

from __future__ import annotations

import re

from poa_app.model.case import Case
from poa_app.model.row_edits import add_row
from poa_app.model.text import clean

_SYMBOL = re.compile(
    r"\s*(?:(?:[-*+‐‑–—−－]|[-=]?>|——|\[[ xX✓]?\])(?:\s+|$)"
    r"|[•·‧∙▪▫◦●○◉◎■□▢◆◇◾◽⚫⚪★☆✓✔☑☐✅❖✦➢➣➤➔➜►▶▸▹‣⁃⁌⁍→⇒»›※🔹🔸🔷🔶👉📌⭐\ue000-\uf8ff]\ufe0f?\s*"
    r"|[o§üØvqn](?:\t|[ \u00a0]{2,})\s*)"
)
"""A sign that begins a line of a list; also as Word leaves it: a private sign of Symbol, or its letter and a tab."""

_NUMBER = re.compile(
    r"\s*(?:(?:[①-⒵⓫-⓿❶-➓㈠-㈩㉑-㉟㊀-㊉㊱-㊿Ⓐ-ⓩ]|[0-9]\ufe0f?\u20e3|[Ⅰ-ⅿ](?:[.．、)）]|\s))\s*"
    r"|[（(](?:\d{1,2}|[一二三四五六七八九十]+|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})[）)]\s*|\[\d{1,2}\]\s+"
    r"|\d{1,2}(?:\.\d{1,2})?[.．)）、:：](?!\d)\s*|[一二三四五六七八九十]+[.．、)）]\s*"
    r"|(?:[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})[)）、]\s*|(?:[a-z]|[ivx]{2,5}|[IVX]{2,5})[.．]\s+)"
)
"""A number or letter that begins a line of a list; a bare number is none, for it counts: 31 orders, 2.5 percent."""

_CAPITAL = re.compile(r"\s*([A-Z])[.．]\s+")
"""A capital with a point is a number only in a row of them; alone it begins a name: A. Smith."""

_NUMBERED = re.compile(r"\s*(\d{1,3})[.)）、](?!\d)", re.ASCII)
_LONG_NUMBER = 3

_HEADINGS = (
    ("root_causes", re.compile(r"root\s*cause|\bcause of|what went wrong|根本原因|原因分析", re.IGNORECASE)),
    ("preventive_measures", re.compile(r"prevent|going forward|future|预防", re.IGNORECASE)),
    (
        "corrective_actions",
        re.compile(r"correct|actions?\b.*(?:taken|resolve)|steps?\b.*taken|resolve|纠正|整改", re.IGNORECASE),
    ),
)
_SAYS_NO_MORE = re.compile(
    r"(?:root|causes?|the|an?|and|of|for|to|your?|we|our|i|have|has|been|will|what|went|wrong|that|which|this|these"
    r"|actions?|steps?|measures?|plans?|taken|took|take|taking|implemented|correct(?:ed|ions?|ive)?"
    r"|prevent(?:ed|ing|ion|ive|ative)?|resolved?|resolving|issues?|problems?|violations?|complaints?|future|going"
    r"|forward|from|happening|again|analysis|section|part|[ivx]+|s|根本原因|原因分析|原因|分析|预防|纠正|整改|措施"
    r"|性|已|采取|实施|的|和|与|及|我们|未来|问题|方案|计划|[一二三四五六七八九十]|[\W_])*",
    re.IGNORECASE,
)
"""A heading made of these words only names its section, and need not be kept."""

_LONGEST_HEADING = 90

MOST_ROWS = 60
"""Rows taken from one paste; what is beyond stays in the last of them, so that nothing is lost."""


def lines(text: str) -> tuple[str, ...]:
    """Split pasted text into rows: one a line, bullets and numbers taken off; lines beyond the limit share one row."""
    kept = _kept(text)
    if len(kept) > MOST_ROWS:
        kept = [*kept[: MOST_ROWS - 1], "\n".join(kept[MOST_ROWS - 1 :])]
    return tuple(kept)


def beyond(text: str) -> int:
    """Count the lines that share the last row with its first, because one paste gives no more rows."""
    return max(len(_kept(text)) - MOST_ROWS, 0)


def _kept(text: str) -> list[str]:
    """Return the lines that say something, without marks; one of three digits goes where it follows the one before."""
    kept, before = [], 0
    told = [line for line in text.splitlines() if line.strip()]
    lettered = _lettered(told)
    for line in told:
        number = _NUMBERED.match(line)
        if number and int(number[1]) == before + 1 and len(number[1]) == _LONG_NUMBER:
            words = line[number.end() :].strip()
        elif lettered and (capital := _CAPITAL.match(line)):
            words = line[capital.end() :].strip()
        else:
            words = _bare(line)
        before = int(number[1]) if number else before
        if words:
            kept.append(words)
    return kept


def _lettered(told: list[str]) -> bool:
    """Whether the lines are counted by capitals: A., B., C. and so on, or I., II. and so on."""
    capitals = "".join(capital[1] for line in told if (capital := _CAPITAL.match(line)))
    roman = any(re.match(r"\s*II[.．]\s", line) for line in told)
    return capitals.startswith("ABC") or (roman and capitals.startswith("I"))


def paste_lines(case: Case, rows: str, text: str) -> Case:
    """Add a row for each pasted line, the line as its "what"."""
    for line in lines(text):
        case, _ = add_row(case, rows, what=line)
    return case


def paste_plan(case: Case, text: str) -> tuple[Case, dict[str, int]]:
    """Split a finished draft by its headings and add its paragraphs as passages of new rows.

    What stands before the first heading is added to the opening, and a heading that says more than which section it
    begins becomes a row too; so nothing pasted is lost.

    Returns:
        The new case, and how many rows each list gained.
    """
    section, gained, before = "", {name: 0 for name, _ in _HEADINGS}, []
    for line in (clean(one.strip()) for one in text.splitlines()):
        words, heading = _bare(line), _heading(line)
        section = heading or section
        if not words or (heading and _SAYS_NO_MORE.fullmatch(words)):
            continue
        if not section:
            before.append(line)
        elif gained[section] < MOST_ROWS:
            case, _ = add_row(case, f"/{section}", passage=words)
            gained[section] += 1
        else:
            case = _append(case, section, words)
    if before:
        opening = "\n".join(before)
        case = case.model_copy(update={"opening": f"{case.opening}\n{opening}" if case.opening else opening})
    return case, gained


def _append(case: Case, section: str, words: str) -> Case:
    *others, last = getattr(case, section)
    grown = last.model_copy(update={"passage": f"{last.passage}\n{words}"})
    return case.model_copy(update={section: (*others, grown)})


def _bare(line: str) -> str:
    """Take the mark or number off a line; a number that stands alone is what the line says."""
    symbol = _SYMBOL.match(line)
    rest = line[symbol.end() :] if symbol else line
    number = _NUMBER.match(rest)
    bare = rest[number.end() :].strip() if number else rest.strip()
    return bare or ("" if symbol else line.strip())


def _heading(line: str) -> str | None:
    bare = _bare(line).rstrip(":：")
    if _SYMBOL.match(line) or len(bare) > _LONGEST_HEADING or bare.endswith((".", "。", ";", "；")):
        return None
    if any(mark.isdigit() for mark in bare):
        return None  # what counts something says something
    return next((name for name, pattern in _HEADINGS if pattern.search(bare)), None)
