"""A table as people give it: CSV, TSV, semicolons, or cells pasted out of a spreadsheet; every cell is text.

Nothing is computed: a cell that looks like a formula is its characters. ``="0123"``, by which programs keep a
spreadsheet from taking text for a number, is read as the text between its quotes.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from poa_app.errors import NoText, TooMany, UnknownCharacters
from poa_app.intake.charsets import UnknownCharset, decode
from poa_app.intake.evidence import detect_file_type, safe_filename
from poa_app.model.plain import plain_signs
from poa_app.model.text import clean

MOST_ROWS = 20_000
"""Rows of a table that are worked through."""

MOST_COLUMNS = 200
"""Cells of a row that are looked at."""

LONGEST_CELL = 1_000
"""Characters of a cell above which it is no value of a table."""

DELIMITERS = "\t;,|"
TABLE_SUFFIXES = ("csv", "txt")
"""What a table may come as; ``.tsv`` is taken for ``.txt``."""

_HEAD_WITHIN = 20
_LOOKED_AT = 30
_IN_BRACKETS = re.compile(r"[(（\[【][^()（）\[\]【】]{0,40}[)）\]】]")
_NO_LETTER = re.compile(r"[\W_]+")
_KEPT_AS_TEXT = re.compile(r'="([^"]*)"')


@dataclass(frozen=True)
class Line:
    """A row of a table: its number in the file, counted from 1, and its cells."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class SourceTable:
    """A table out of a file or a paste; one read again is another one.

    Attributes:
        name: of the file, for messages.
        header: the names of its columns; blank where it has none.
        lines: its rows, blank ones left out.
    """

    name: str
    header: tuple[str, ...]
    lines: tuple[Line, ...]

    def column(self, place: int) -> Iterator[str]:
        """Yield the cells of a column; a row that ends before it has a blank one."""
        for line in self.lines:
            yield line.cells[place] if place < len(line.cells) else ""


def read_table(content: bytes, name: str, known: frozenset[str]) -> SourceTable:
    """Read a table out of a file.

    Args:
        content: the file.
        name: what its owner calls it.
        known: names of columns, in the form of ``plain_name``, by which its header is known.

    Raises:
        TooLarge, BadEvidence: it is not of a kind that is accepted.
        UnknownCharacters: its characters cannot be told for sure.
        NoText: it holds no words.
        TooMany: it has more rows or columns than are worked through.
    """
    shown = safe_filename(name)
    bare, dot, suffix = name.rpartition(".")
    detect_file_type(content, f"{bare}.txt" if dot and suffix.lower() == "tsv" else name, TABLE_SUFFIXES)
    try:
        text = decode(content)
    except UnknownCharset as error:
        raise UnknownCharacters(shown, error.guess) from None
    return parse_table(text, shown, known)


def parse_table(text: str, name: str, known: frozenset[str]) -> SourceTable:
    """Read a table out of text.

    Args:
        text: its lines.
        name: what it is called in messages.
        known: names of columns, in the form of ``plain_name``, by which its header is known.

    Raises:
        NoText: it holds no words.
        TooMany: it has more rows or columns than are worked through.
    """
    text = clean(text.removeprefix("\ufeff"))
    rows = [Line(number, cells) for number, cells in _rows(text, name) if any(cells)]
    if not rows:
        raise NoText(name)
    at = _header(rows, known)
    header = rows[at].cells if at is not None else ("",) * max(len(row.cells) for row in rows)
    return SourceTable(name, header, tuple(rows if at is None else rows[at + 1 :]))


def plain_name(words: str) -> str:
    """Return the name of a column without what makes no difference: case, width, spaces, signs, what is in brackets."""
    plain = plain_signs(words[:LONGEST_CELL])
    return _NO_LETTER.sub("", _IN_BRACKETS.sub(" ", plain)).casefold() or _NO_LETTER.sub("", plain).casefold()


def _rows(text: str, name: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    delimiter = _delimiter(text)
    for count, (number, cells) in enumerate(_quoted(text, delimiter) or _split(text, delimiter)):
        if count > MOST_ROWS + _HEAD_WITHIN:
            raise TooMany(name, "CSV", text.count("\n") + 1, MOST_ROWS)
        if len(cells) > MOST_COLUMNS:
            raise TooMany(name, f"#{number}", len(cells), MOST_COLUMNS)
        yield number, tuple(_KEPT_AS_TEXT.sub(r"\1", cell.strip()) for cell in cells)


def _delimiter(text: str) -> str:
    """Return the sign that stands most evenly in the first lines."""
    lines = [line for line in text[:200_000].split("\n") if line.strip()][:_LOOKED_AT]
    best, weight = ",", 0
    for sign in DELIMITERS:
        counts = Counter(line.count(sign) for line in lines if sign in line)
        if counts:
            each, often = counts.most_common(1)[0]
            if often * (each + 1) > weight:
                best, weight = sign, often * (each + 1)
    return best


def _quoted(text: str, delimiter: str) -> list[tuple[int, list[str]]] | None:
    """Read cells that may stand in quotes; none where the quotes do not close, which would swallow the rest."""
    if '"' not in text:
        return None
    found: list[tuple[int, list[str]]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    before = 0
    try:
        for cells in reader:
            found.append((before + 1, cells))
            before = reader.line_num
            if len(found) > MOST_ROWS + _HEAD_WITHIN + 1:
                break
    except csv.Error:
        return None
    return found


def _split(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Cut lines where the delimiter stands; a cell in quotes of its own loses them."""
    for number, line in enumerate(text.split("\n"), 1):
        cells = line.split(delimiter, MOST_COLUMNS + 1)
        yield number, [_unquoted(cell.strip()) for cell in cells]


def _unquoted(cell: str) -> str:
    inner = cell[1:-1]
    return inner if len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in inner else cell


def _header(rows: list[Line], known: frozenset[str]) -> int | None:
    """Return the place of the row that names the columns: of the first rows the one with the most known names."""
    counts = [sum(plain_name(cell) in known for cell in row.cells if cell) for row in rows[:_HEAD_WITHIN]]
    if max(counts) > 0:
        return counts.index(max(counts))
    first = [cell for cell in rows[0].cells if cell]
    return None if any(any(char.isdigit() for char in cell) for cell in first) else 0
