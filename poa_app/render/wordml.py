"""Blocks as WordprocessingML, the markup inside a Word file.

Source: ECMA-376 part 1, chapter 17. Every printed field is wrapped in a hidden bookmark. No content controls: readers
built on python-docx skip inline ones, and with them nearly every word of the letter.
"""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from poa_app.model.letter import Block, Cell, Heading, Line, Listing, Paragraph, Run, Table

TEXT_WIDTH = 9526
"""Width between the margins of ``styles.docx``, in twentieths of a point."""

FIRST_LIST = 100
"""First id of the numbered lists made here; those of ``styles.docx`` are lower."""

LABEL_TINT = "F2F5FA"
"""Colour behind the labels of a table's rows."""

_STYLES = {
    "body": "BodyText",
    "by-line": "ByLine",
    "asked": "Asked",
    "numbered": "NumberedItem",
    "told": "Told",
    "closing": "Closing",
    "exhibit-list": "ExhibitList",
    "signature": "Signature",
    "dated": "Dated",
}
_TABLE_STYLES = {"grid": "AppealGrid", "facts": "AppealFacts", "w1h": "AppealFacts"}


@lru_cache(maxsize=8_192)
def bookmark(path: str) -> str:
    """Return the stem of the hidden bookmark for a field; a Word return finds the field by trying its case's paths."""
    return "_f" + b32encode(blake2b(path.encode(), digest_size=10).digest()).decode().lower()


class Body:
    """Writes one letter's blocks; counts its bookmarks, tables and numbered lists."""

    def __init__(self) -> None:
        self.ids = count(1)
        self.tables = count(1)
        self.lists = 0

    def write(self, blocks: tuple[Block, ...]) -> str:
        """Return the paragraphs and tables of a letter."""
        inner = "".join(part for block in blocks for part in self._block(block))
        return inner.removesuffix(_AFTER_TABLE) + _AT_THE_END if inner.endswith(_AFTER_TABLE) else inner

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(level, line):
                yield self._paragraph(line, "Title" if level == 1 else f"Heading{level - 1}")
            case Paragraph(line, manner):
                yield self._paragraph(line, _STYLES.get(manner, "BodyText"))
            case Listing(items, numbered):
                yield from self._listing(items, numbered)
            case Table():
                yield from self._table(block)

    def _paragraph(self, line: Line, style: str, more: str = "", mark: str = "") -> str:
        runs = "".join(self._run(run) for run in line)
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{mark}{runs}</w:p>'

    def _listing(self, items: tuple[Line, ...], numbered: bool) -> Iterator[str]:
        if not numbered:
            yield from (self._paragraph(item, "ListBullet") for item in items)
            return
        number = FIRST_LIST + self.lists
        self.lists += 1
        place = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        yield from (self._paragraph(item, "ListNumber", place) for item in items)

    def _table(self, table: Table) -> Iterator[str]:
        total = sum(table.widths)
        widths = [TEXT_WIDTH * width // total for width in table.widths]
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{_TABLE_STYLES.get(table.manner, "AppealGrid")}"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{_look(table)}'
            f"<w:tblCaption w:val={quoteattr(table.caption)}/></w:tblPr>"
        )
        yield "<w:tblGrid>" + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths) + "</w:tblGrid>"
        mark = self._title_mark(table)
        if table.head:
            yield self._row(table.head, widths, "<w:cantSplit/><w:tblHeader/>", _KEEP, mark)
        together = _fits(table)
        for place, row in enumerate(table.rows, 1):
            keep = _KEEP if together and place < len(table.rows) else ""
            first = mark if place == 1 and not table.head else ""
            yield self._row(row, widths, "<w:cantSplit/>" if _is_short(row) else "", keep, first)
        yield "</w:tbl>" + _AFTER_TABLE

    def _title_mark(self, table: Table) -> str:
        """Return the bookmark by which JAWS and NVDA know a table's header row, its label column, or both.

        Source: the screen readers' convention of bookmarks named ``ColumnTitle``, ``RowTitle`` and ``Title`` in a
        table's first cell, each name once in a document.
        """
        names = {(True, True): "Title", (True, False): "ColumnTitle", (False, True): "RowTitle"}
        name = names.get((bool(table.head), _has_labels(table)))
        if name is None:
            return ""
        number = next(self.ids)
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}_{next(self.tables)}"/><w:bookmarkEnd w:id="{number}"/>'

    def _row(self, cells: tuple[Cell, ...], widths: list[int], properties: str, keep: str, mark: str = "") -> str:
        inner, left = "", list(widths)
        for place, cell in enumerate(cells):
            taken, left = left[: cell.span], left[cell.span :]
            inner += self._cell(cell, sum(taken), keep, "tblHeader" in properties, "" if place else mark)
        return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>" if properties else f"<w:tr>{inner}</w:tr>"

    def _cell(self, cell: Cell, width: int, keep: str, in_head: bool, mark: str) -> str:
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        label = cell.header and not in_head
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{LABEL_TINT}"/>' if label else ""
        style = "TableLabel" if label else "TableHead" if cell.header else "TableText"
        properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{shade}</w:tcPr>'
        return f"<w:tc>{properties}{self._paragraph(cell.line, style, keep, mark)}</w:tc>"

    def _run(self, run: Run) -> str:
        manner = ('<w:rStyle w:val="Gap"/>' if run.gap else "") + "<w:b/>" * run.bold + "<w:i/>" * run.italic
        properties = f"<w:rPr>{manner}</w:rPr>" if manner else ""
        words = f"<w:r>{properties}{text(run.text)}</w:r>"
        return words if run.path is None else self._bookmarked(run.path, words)

    def _bookmarked(self, path: str, words: str) -> str:
        number = next(self.ids)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark(path)}_{number}"/>'
        return f'{start}{words}<w:bookmarkEnd w:id="{number}"/>'


_OPEN, _CLOSE = '<w:t xml:space="preserve">', "</w:t>"


def text(words: str) -> str:
    """Return the inside of a run: words as they are, their line ends and tabs as Word's own."""
    inner = _OPEN + escape(words) + _CLOSE
    for mark, element in (("\n", "<w:br/>"), ("\t", "<w:tab/>")):
        inner = inner.replace(mark, _CLOSE + element + _OPEN)
    return inner.replace(_OPEN + _CLOSE, "")


_AFTER_TABLE = '<w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>'
_AT_THE_END = _AFTER_TABLE.replace("/></w:pPr>", '/><w:spacing w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>')
"""Word wants a paragraph after a table; at the end of a letter it must not open an empty page."""

_KEEP = "<w:keepNext/>"


def _has_labels(table: Table) -> bool:
    """Whether the first cell of every row below the head labels its row."""
    return bool(table.rows) and all(row[0].header for row in table.rows)


def _look(table: Table) -> str:
    """Return which of a table style's special formats apply; the hexadecimal value repeats the single flags."""
    flags = {
        "firstRow": (0x0020, bool(table.head)),
        "lastRow": (0x0040, False),
        "firstColumn": (0x0080, _has_labels(table)),
        "lastColumn": (0x0100, False),
        "noHBand": (0x0200, not table.head),
        "noVBand": (0x0400, True),
    }
    value = sum(bit for bit, is_set in flags.values() if is_set)
    single = "".join(f' w:{name}="{int(is_set)}"' for name, (_, is_set) in flags.items())
    return f'<w:tblLook w:val="{value:04X}"{single}/>'


def _fits(table: Table) -> bool:
    """Whether a table is small enough to be kept on one page."""
    words = sum(len(run.text) for row in table.rows for cell in row for run in cell.line)
    return len(table.rows) <= 12 and words < 1_800


def _is_short(row: tuple[Cell, ...]) -> bool:
    """Whether a row fits a page, so that it may be kept whole."""
    return all(sum(len(run.text) for run in cell.line) < 1_500 for cell in row)
