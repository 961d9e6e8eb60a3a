"""Pasted text: lines become rows, a finished draft is split into its sections and rows."""

from __future__ import annotations

import re
from datetime import date
from itertools import zip_longest
from typing import Any

from poa_app.desk.draft_import import ROWS, facts_in, read_draft, take_draft
from poa_app.desk.pasted_columns import PastedTable, cells_of, is_rule, table_of
from poa_app.desk.pasted_lines import MOST_ROWS, lines
from poa_app.desk.work import draft_of, with_draft
from poa_app.facts.people import people
from poa_app.model.case import Case
from poa_app.model.days import day_of, days_of
from poa_app.model.fields import field_at, row_types
from poa_app.model.paths import edit
from poa_app.model.plain import plain_signs
from poa_app.model.row_edits import add_row, without_untouched
from poa_app.phrases.actor import is_name
from poa_app.phrases.function_words import AGENTS, DEPARTMENTS
from poa_app.phrases.text import is_foreign

BESIDE = ""
"""Key of what no field of a row takes; it stands in the draft beside its "what", which never prints."""

_APART = re.compile(r"\s*(?:\s[-–—:]\s|[:：]\s?|，|,\s|(?<=[日号])\s*)(?=\S)")
_LONGEST_DAY = 30
_BY = re.compile(r"[(（](?P<who>[^()（）]{2,60})[)）]\s?[.。]?\Z")
_LAST = re.compile(r"\s[-–—]\s(?P<who>[^-–—\d]{2,60})\Z")
_LONGEST_BY = 70
_DONE = re.compile(r"(?:done|completed?|finished|yes|ok|已完成|完成|已做|是|√|✓)\W*", re.IGNORECASE)
_PAPER = re.compile(r"\b(?:Exhibits?|Ex\.?)\s+[A-Z]{1,2}\b|附件\s*[A-Z]\b")


def paste_lines(case: Case, rows: str, text: str) -> Case:
    """Add a row for each pasted line; columns copied from a table go to the fields they fit, the rest is its "what".

    What is Chinese becomes the draft beside its field, where the field has one.

    Args:
        case: the case as it stands.
        rows: path of the list, such as ``/corrective_actions``.
        text: one row a line; columns stand apart by tabs.
    """
    name = rows.rsplit("/", 1)[-1]
    table = table_of(text, name)
    told = [_of_table(case, name, table, cells) for cells in table.rows[:MOST_ROWS]] if table else []
    kept = _beyond(table) if table else [*lines(text)]
    if kept or told:
        case = without_untouched(case, rows)
    for found in (*told, *(_fields(case, name, line) for line in kept if not is_rule(line))):
        case = _with_row(case, rows, found)
    return case


def _beyond(table: PastedTable) -> list[str]:
    """Return the rows of a table beyond those that one paste gives, as one text, so that nothing is lost."""
    more = table.rows[MOST_ROWS:]
    return ["\n".join(" ".join(filter(None, cells)) for cells in more)] if more else []


def _with_row(case: Case, rows: str, found: dict[str, Any]) -> Case:
    beside = found.pop(BESIDE, "")
    case, row = add_row(case, rows)
    for field, value in found.items():
        place = f"{row}/{field}"
        chinese = field_at(place).has_draft and isinstance(value, str) and _is_chinese(value)
        case = with_draft(case, place, value) if chinese else edit(case, place, value)
    if beside:
        place = f"{row}/what"
        case = with_draft(case, place, "\n".join(filter(None, (draft_of(case, place), beside))))
    return case


def _of_table(case: Case, rows: str, table: PastedTable, cells: tuple[str, ...]) -> dict[str, Any]:
    """Return what the cells of a row say, by the field their column goes to; the rest stands in the draft beside it."""
    spec = row_types()[rows]
    found: dict[str, Any] = {}
    left: list[str] = []
    for head, field, cell in zip_longest(table.heads, table.fields, cells, fillvalue=""):
        held = _of_cell(case, rows, field, cell) if field and cell else {}
        found |= held
        if cell and not held:
            left.append(f"{head}: {cell}" if head else cell)
    main = "what" if "what" in spec.model_fields else spec.spec.head[-1]
    if left and ("what" not in spec.model_fields or main not in found):
        found[main] = "; ".join(filter(None, (found.get(main), *left)))
        left = []
    return found | ({BESIDE: "\n".join(left)} if left else {})


def _of_cell(case: Case, rows: str, field: str, cell: str) -> dict[str, Any]:
    """Return the fields that one cell fills; none where its words do not fit the field of their column."""
    spec = row_types()[rows]
    match field:
        case "exhibits":
            ids = facts_in(case, rows, cell).get(field) or _papers_named(case, cell)
            return {field: ids} if ids else {}
        case "done":
            return {field: True} if _DONE.fullmatch(cell) else {}
        case "who" if "name" in spec.model_fields:
            return _somebody(cell)
        case spec.spec.dated_by:
            return {field: day_of(cell) or cell}
        case _:
            return {field: cell}


def _papers_named(case: Case, words: str) -> tuple[str, ...]:
    """Return the exhibits whose file or title the words of a cell are."""
    low = words.strip().lower()
    return tuple(
        one.id
        for one in case.exhibits
        if low in ((one.title or "").lower(), (one.file or "").rpartition("/")[2].lower())
    )


def _somebody(cell: str) -> dict[str, str]:
    """Return the role and the name that a cell gives, as in "Sam Ortega, shift lead"; else its words as they stand."""
    said = plain_signs(cell)
    roles = [one for one in people(said) if one.kind == "role" and one.beside]
    if len(roles) == 1 and len(roles[0].value) + len(roles[0].beside) >= len(re.sub(r"[\s,:()-]", "", said)) - 1:
        return {"who": roles[0].value, "name": roles[0].beside}
    return {"who": cell}


def _is_chinese(words: str) -> bool:
    """Whether words are Chinese, and not English with a Chinese name in it."""
    return sum(map(is_foreign, words)) > len(_LATIN.findall(words))


_LATIN = re.compile(r"[A-Za-z]{2,}")


def _fields(case: Case, rows: str, line: str) -> dict[str, Any]:
    """Return what a line says, by the field it belongs to."""
    spec = row_types()[rows]
    dated = spec.spec.dated_by
    found: dict[str, Any] = {}
    cells = [cell for cell in cells_of(line) if cell]
    tabbed = len(cells) > 1
    if not tabbed:
        typed_day, words, who = _parts(line)
        cells = [one for one in (typed_day, words) if one]
        found |= {"who": who} if who and "who" in spec.model_fields else {}
    left: list[str] = []
    for cell in cells:
        if dated and dated not in found and (day := _day(cell)):
            found[dated] = day
        elif "who" in spec.model_fields and "who" not in found and tabbed and _is_somebody(cell):
            found["who"] = cell
        elif "done" in spec.model_fields and tabbed and _DONE.fullmatch(cell):
            found["done"] = True
        elif tabbed and _PAPER.match(cell) and (papers := facts_in(case, rows, cell).get("exhibits")):
            found["exhibits"] = papers
        else:
            left.append(cell)
    return {spec.spec.head[-1] if "what" not in spec.model_fields else "what": "; ".join(left) or line, **found}


def _parts(line: str) -> tuple[str, str, str]:
    """Split a line typed as "24.11.2026 - closed the offers (Helen Marsh)" into its day, its words and who did it."""
    cuts = list(_APART.finditer(line, 0, _LONGEST_DAY))
    dated = next((cut for cut in reversed(cuts) if _day(line[: cut.start()])), None)
    day, rest = (line[: dated.start()], line[dated.end() :]) if dated else ("", line)
    by = _BY.search(rest, max(0, len(rest) - _LONGEST_BY)) or (_LAST.search(rest) if day else None)
    before = rest[: by.start()].rstrip() if by else ""
    who, words = (by["who"], before) if by and before and _is_somebody(by["who"]) else ("", rest)
    return day, words, who


def _day(words: str) -> date | str | None:
    """Return the day that words mean; the words themselves where they name month and day without a year."""
    named = "月" in words or any(mark.isalpha() for mark in words) or "/" in words
    return day_of(words) or (words.strip() if named and days_of(words).yearless else None)


def _is_somebody(words: str) -> bool:
    """Whether words name a role or a person."""
    if len(words) > 60 or any(mark.isdigit() for mark in words):
        return False
    if is_foreign(words):
        return len(words) <= 12 and bool(_CHINESE_ROLE.search(words))
    return is_name(words) or words.lower() in DEPARTMENTS or words.lower().split()[-1].strip(".") in AGENTS


_CHINESE_ROLE = re.compile("主管|经理|店长|运营|客服|仓管|仓库|采购|总监|老板|负责人|专员|助理|财务")


def paste_plan(case: Case, text: str) -> tuple[Case, dict[str, int]]:
    """Split a finished draft by its headings and take all of it over as it was read.

    Returns:
        The new case, and how many rows each list gained.
    """
    taken = take_draft(case, read_draft(text))
    before = {row.id for part in ROWS for row in getattr(case, part)}
    return taken, {part: sum(row.id not in before for row in getattr(taken, part)) for part in ROWS}
