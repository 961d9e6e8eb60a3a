"""The words of a Word document: its paragraphs and tables as a reader sees them, nothing in it followed or run."""

from __future__ import annotations

import zipfile
from io import BytesIO

from lxml import etree

PART = "word/document.xml"
"""Where a document's own words stand."""

PART_LIMIT = 40_000_000
"""Bytes read of that part; a letter of 300,000 characters has a tenth of it."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OUT = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", _FALLBACK))
"""What is no longer there, what tells a field how to work, and a second copy for older programs."""
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_PARAGRAPH, _RUN, _TEXT, _CELL, _ROW = f"{_W}p", f"{_W}r", f"{_W}t", f"{_W}tc", f"{_W}tr"


class TooPackedPart(ValueError):
    """A document whose words unpack to more than is read."""


def word_text(content: bytes) -> str:
    """Return the words of a Word document, a line for each paragraph and for each row of a table.

    Args:
        content: the file.

    Raises:
        TooPackedPart: its words unpack to more than is read.
        Exception: it is broken, or its elements stand deeper in each other than is read.
    """
    with zipfile.ZipFile(BytesIO(content)) as package:
        if package.getinfo(PART).file_size > PART_LIMIT:
            raise TooPackedPart
        part = package.read(PART)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(part, parser)
    if root.getroottree().docinfo.doctype:
        raise ValueError("a document of Word declares no types")  # what would declare entities
    return _text(root)


def _text(root: etree._Element) -> str:
    """Walk a document once, without recursion."""
    parts: list[str] = []
    out = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        is_out = tag in _OUT or (tag == _RUN and _is_hidden(element))
        if event == "start":
            out += is_out
            if not out:
                parts.append(_opened(element, tag))
            continue
        out -= is_out
        if not out:
            parts.append(_closed(element, tag))
    return "".join(parts)


def _opened(element: etree._Element, tag: str) -> str:
    if tag == _TEXT:
        return element.text or ""
    if tag in _SIGNS and _within(element, _RUN):  # a paragraph's own tab stops bear the same name
        return _SIGNS[tag]
    return "- " if tag == _PARAGRAPH and element.find(f"{_W}pPr/{_W}numPr") is not None else ""


def _closed(element: etree._Element, tag: str) -> str:
    """Return what ends: a paragraph of a cell by a space, its cell by a tab, all else by a line."""
    if tag == _PARAGRAPH:
        return " " if _within(element, _CELL) else "\n"
    return {_CELL: "\t", _ROW: "\n"}.get(tag, "")


def _within(element: etree._Element, tag: str) -> bool:
    above = element.getparent()
    return above is not None and above.tag == tag


def _is_hidden(run: etree._Element) -> bool:
    mark = run.find(f"{_W}rPr/{_W}vanish")
    return mark is not None and mark.get(f"{_W}val") not in ("0", "false", "off")
