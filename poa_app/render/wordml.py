"""Blocks as WordprocessingML, the markup inside a Word file.

Source: ECMA-376 part 1, chapter 17. Every printed field stands in a content control whose tag is its path, and in a
hidden bookmark, since LibreOffice keeps the controls but drops their tags.
"""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Iterator
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

TAG_LIMIT = 64
"""Longest tag Word accepts for a content control."""

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


def bookmark(path: str) -> str:
    """Give the stem of the hidden bookmark for a field; a Word return finds the field by trying its case's paths."""
    return "_f" + b32encode(blake2b(path.encode(), digest_size=10).digest()).decode().lower()


class Body:
    """Writes one letter's blocks; counts its controls, bookmarks and numbered lists."""

    def __init__(self) -> None:
        self.ids = count(1)
        self.lists = 0

    def write(self, blocks: tuple[Block, ...]) -> str:
        """Give the paragraphs and tables of a letter."""
        return "".join(part for block in blocks for part in self._block(block))

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

    def _paragraph(self, line: Line, style: str, more: str = "") -> str:
        runs = "".join(self._run(run) for run in line)
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{runs}</w:p>'

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
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="{"0420" if table.head else "0480"}" w:firstRow="{int(bool(table.head))}" w:lastRow="0"'
            f' w:firstColumn="0" w:lastColumn="0" w:noHBand="{int(not table.head)}" w:noVBand="1"/>'
            f"<w:tblCaption w:val={quoteattr(table.caption)}/></w:tblPr>"
        )
        yield "<w:tblGrid>" + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths) + "</w:tblGrid>"
        if table.head:
            yield self._row(table.head, widths, "<w:cantSplit/><w:tblHeader/>", _KEEP)
        together = _fits(table)
        for place, row in enumerate(table.rows, 1):
            keep = _KEEP if together and place < len(table.rows) else ""
            yield self._row(row, widths, "<w:cantSplit/>" if _is_short(row) else "", keep)
        yield '</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>'

    def _row(self, cells: tuple[Cell, ...], widths: list[int], properties: str, keep: str) -> str:
        inner, left = "", list(widths)
        for cell in cells:
            taken, left = left[: cell.span], left[cell.span :]
            inner += self._cell(cell, sum(taken), keep, in_head="tblHeader" in properties)
        return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>" if properties else f"<w:tr>{inner}</w:tr>"

    def _cell(self, cell: Cell, width: int, keep: str, in_head: bool) -> str:
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        label = cell.header and not in_head
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{LABEL_TINT}"/>' if label else ""
        style = "TableLabel" if label else "TableHead" if cell.header else "TableText"
        properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{shade}</w:tcPr>'
        return f"<w:tc>{properties}{self._paragraph(cell.line, style, keep)}</w:tc>"

    def _run(self, run: Run) -> str:
        manner = ('<w:rStyle w:val="Gap"/>' if run.gap else "") + "<w:b/>" * run.bold + "<w:i/>" * run.italic
        properties = f"<w:rPr>{manner}</w:rPr>" if manner else ""
        words = f"<w:r>{properties}{text(run.text)}</w:r>"
        return words if run.path is None else self._control(run.path, words)

    def _control(self, path: str, words: str) -> str:
        number = next(self.ids)
        tag = quoteattr(path[:TAG_LIMIT])
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{bookmark(path)}_{number}"/>'
            f'<w:sdt><w:sdtPr><w:tag w:val={tag}/><w:id w:val="{number}"/></w:sdtPr>'
            f'<w:sdtContent>{words}</w:sdtContent></w:sdt><w:bookmarkEnd w:id="{number}"/>'
        )


_OPEN, _CLOSE = '<w:t xml:space="preserve">', "</w:t>"


def text(words: str) -> str:
    """Give the inside of a run: words as they are, their line ends and tabs as Word's own."""
    inner = _OPEN + escape(words) + _CLOSE
    for mark, element in (("\n", "<w:br/>"), ("\t", "<w:tab/>")):
        inner = inner.replace(mark, _CLOSE + element + _OPEN)
    return inner.replace(_OPEN + _CLOSE, "")


_KEEP = "<w:keepNext/>"


def _fits(table: Table) -> bool:
    """Tell whether a table is small enough to be kept on one page."""
    words = sum(len(run.text) for row in table.rows for cell in row for run in cell.line)
    return len(table.rows) <= 12 and words < 1_800


def _is_short(row: tuple[Cell, ...]) -> bool:
    """Tell whether a row fits a page, so that it may be kept whole."""
    return all(sum(len(run.text) for run in cell.line) < 1_500 for cell in row)
