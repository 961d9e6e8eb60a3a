"""A letter as a Word file: one string of WordprocessingML in python-docx's package, the same bytes every time."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.oxml.parser import parse_xml

from poa_app.model.letter import DRAFT_WORDS, Letter
from poa_app.render.wordml import FIRST_LIST, Body

TITLE_LIMIT = 255
"""Longest title a Word file's properties may hold."""

_NUMBERED = "1"
"""The abstract list of ``styles.docx`` that numbered lists follow."""


def word(letter: Letter, styles: Path) -> bytes:
    """Write a letter as a .docx file.

    Args:
        letter: what it says.
        styles: the Word file whose styles, page, header and footer it takes.
    """
    document = deepcopy(_prototype(styles))
    body = Body()
    inner = body.write(letter.blocks)
    part = document.part
    section = part.element.xpath("/w:document/w:body/w:sectPr")[0]
    part._element = parse_xml(_wrapped("document", f"<w:body>{inner}</w:body>"))
    part.element.body.append(section)
    document = docx.document.Document(part.element, part)
    _number_lists(document, body.lists)
    _head(document, letter)
    _name(document, letter)
    return _packed(document, letter)


@cache
def _prototype(styles: Path) -> Document:
    return docx.Document(str(styles))


_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _wrapped(name: str, inner: str, attributes: str = "") -> bytes:
    return f'<w:{name} xmlns:w="{_NAMESPACE}" xmlns:r="{_RELATIONS}"{attributes}>{inner}</w:{name}>'.encode()


def _number_lists(document: Document, lists: int) -> None:
    """Give each numbered list a number of its own, so that each starts at 1."""
    numbering = document.part.numbering_part.element
    for number in range(FIRST_LIST, FIRST_LIST + lists):
        start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        listing = _wrapped("num", f'<w:abstractNumId w:val="{_NUMBERED}"/>{start}', f' w:numId="{number}"')
        numbering.append(parse_xml(listing))


def _head(document: Document, letter: Letter) -> None:
    title = f'<w:r><w:t xml:space="preserve">{escape(letter.title)}</w:t></w:r>'
    mark = f'<w:r><w:tab/></w:r><w:r><w:rPr><w:rStyle w:val="DraftMark"/></w:rPr><w:t>{DRAFT_WORDS}</w:t></w:r>'
    inner = f'<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{title}{mark if letter.draft else ""}</w:p>'
    for relation in document.part.rels.values():
        if relation.reltype == REL.HEADER:
            relation.target_part._element = parse_xml(_wrapped("hdr", inner))


def _name(document: Document, letter: Letter) -> None:
    made = datetime(letter.dated.year, letter.dated.month, letter.dated.day)  # noqa: DTZ001 - a Word file knows no zone
    core = document.core_properties
    core.title = letter.title[:TITLE_LIMIT]
    core.author = letter.author[:TITLE_LIMIT]
    core.language = "en-US"
    core.created = core.modified = made


def _packed(document: Document, letter: Letter) -> bytes:
    """Save with one fixed time on every entry; python-docx would write the clock's."""
    saved, packed = BytesIO(), BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in _entries(source):
            target.writestr(zipfile.ZipInfo(name, _zip_time(letter)), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _entries(source: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    yield from ((name, source.read(name)) for name in source.namelist())


def _zip_time(letter: Letter) -> tuple[int, int, int, int, int, int]:
    return max(letter.dated.year, 1980), letter.dated.month, letter.dated.day, 0, 0, 0
