"""Tables among pasted lines: their cells, and which field of a row each column goes to by what heads it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from poa_app.model.days import Days, days_of
from poa_app.model.fields import row_types
from poa_app.model.plain import plain_signs

_RULE = re.compile(r"[\s|:+=-]+")
_MARKS = re.compile(r"^[*_`\s]+|[*_`\s]+$")
_PIPES = 2
_LONGEST_HEAD = 40


@dataclass(frozen=True)
class PastedTable:
    """Rows of cells, and the heads of their columns.

    Attributes:
        heads: what heads each column, as pasted.
        fields: the field each column goes to; none where nobody can tell.
        rows: the cells below.
    """

    heads: tuple[str, ...]
    fields: tuple[str | None, ...]
    rows: tuple[tuple[str, ...], ...]


def cells_of(line: str) -> tuple[str, ...]:
    """Return the cells of a line copied from a table, by tabs or by the strokes of Markdown; else the line alone."""
    if "\t" in line:
        parts = line.split("\t")
    elif line.count("|") >= _PIPES and (line.strip().startswith("|") or " | " in line):
        parts = line.strip().removeprefix("|").removesuffix("|").split("|")
    else:
        return (line.strip(),)
    return tuple(_MARKS.sub("", part) for part in parts)


def is_rule(line: str) -> bool:
    """Whether a line only draws the rule below the head of a table: |---|---|."""
    return "-" in line and bool(_RULE.fullmatch(line))


def table_of(text: str, rows: str) -> PastedTable | None:
    """Return pasted lines as a table, where the first of them heads its columns; else none.

    Args:
        text: as pasted.
        rows: name of the list its rows go to, such as ``corrective_actions``.
    """
    told = [line for line in text.splitlines() if line.strip()]
    lines = [line for line in told if not is_rule(line)]
    if len(lines) < 2:
        return None
    cut = [cells_of(line) for line in lines]
    if len(cut[0]) == 1 and all(";" in line for line in lines):
        cut = [tuple(part.strip() for part in line.split(";")) for line in lines]
    fields = tuple(_field(head, rows) for head in cut[0])
    known = [field for field in fields if field]
    ruled = len(told) > 1 and is_rule(told[1]) and len(cut[0]) > 1
    if len(cut[0]) == 1 or any(days_of(head) != Days() for head in cut[0]):
        return None
    if not ruled and (len(known) < 2 or len(known) * 2 < len(cut[0])):
        return None
    return PastedTable(cut[0], _each_once(fields), tuple(cut[1:]))


def _field(head: str, rows: str) -> str | None:
    """Return the field of a row that the head of a column names."""
    said = " ".join(re.sub(r"[^\w\s]|_", " ", plain_signs(head)).lower().split())
    row = row_types()[rows]
    if not said or len(said) > _LONGEST_HEAD:
        return None
    own = [name for name, heads in _words().items() if said in heads and (name == "day" or name in row.model_fields)]
    dated = row.spec.dated_by
    if "day" in own:
        return dated
    return own[0] if own else None


def _each_once(fields: tuple[str | None, ...]) -> tuple[str | None, ...]:
    """Leave the first column of each field; a second one is nobody's."""
    return tuple(None if field in fields[:at] else field for at, field in enumerate(fields))


@cache
def _words() -> dict[str, frozenset[str]]:
    told = tomllib.loads(Path(__file__).with_name("column_words.toml").read_text(encoding="utf-8"))
    return {name: frozenset(heads) for name, heads in told.items()}
