"""A letter as a Word file: one string of WordprocessingML in python-docx's package, the same bytes every time."""

from __future__ import annotations

import zipfile
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_HEADER_FOOTER
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.opc.coreprops import CoreProperties
from docx.opc.oxml import serialize_part_xml
from docx.oxml.parser import parse_xml

from poa_app.model.letter import DRAFT_WORDS, Letter
from poa_app.render.wordml import FIRST_LIST, Body, text

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
    prototype = _prototype(styles)
    body = Body()
    made = {
        prototype.document: _document(body.write(letter.blocks), prototype),
        prototype.numbering: _numbering(body.lists, prototype),
        prototype.core: _core(letter, prototype),
        **{name: _header(letter, first) for name, first in prototype.headers},
    }
    when = min(max(letter.dated.year, 1980), 2107), letter.dated.month, letter.dated.day, 0, 0, 0
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, content in prototype.parts:
            entry = zipfile.ZipInfo(name, when)
            entry.create_system = _UNIX
            package.writestr(entry, made.get(name, content), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


@dataclass(frozen=True)
class _Prototype:
    """The parts of ``styles.docx`` by name, in order, and those of them that each letter writes anew.

    Of each header it is told whether it is the first page's own.
    """

    parts: tuple[tuple[str, bytes], ...]
    document: str
    section: Any
    numbering: str
    lists: Any
    core: str
    properties: Any
    headers: tuple[tuple[str, bool], ...]


@cache
def _prototype(styles: Path) -> _Prototype:
    document = docx.Document(str(styles))
    part, core = document.part, document.core_properties
    saved = BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as package:
        parts = tuple((name, package.read(name)) for name in package.namelist())
    section = part.element.xpath("/w:document/w:body/w:sectPr")[0]
    return _Prototype(
        parts=parts,
        document=part.partname.membername,
        section=section,
        numbering=part.numbering_part.partname.membername,
        lists=part.numbering_part.element,
        core=part.package.part_related_by(REL.CORE_PROPERTIES).partname.membername,
        properties=core._element,
        headers=tuple(
            (part.related_parts[reference.rId].partname.membername, reference.type_ == WD_HEADER_FOOTER.FIRST_PAGE)
            for reference in section.xpath("w:headerReference")
        ),
    )


_UNIX = 3
"""What a package's entries say they were made on, whatever they were."""

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _element(name: str, inner: str, attributes: str = "") -> Any:
    """Parse an element, so that nothing but well-formed XML is ever packed."""
    source = f'<w:{name} xmlns:w="{_NAMESPACE}" xmlns:r="{_RELATIONS}"{attributes}>{inner}</w:{name}>'
    return parse_xml(source.encode())


def _document(inner: str, prototype: _Prototype) -> bytes:
    document = _element("document", f"<w:body>{inner}</w:body>")
    document[0].append(deepcopy(prototype.section))
    return serialize_part_xml(document)


def _numbering(lists: int, prototype: _Prototype) -> bytes:
    """Return each numbered list a number of its own, so that each starts at 1."""
    numbering = deepcopy(prototype.lists)
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    for number in range(FIRST_LIST, FIRST_LIST + lists):
        inner = f'<w:abstractNumId w:val="{_NUMBERED}"/>{start}'
        numbering.append(_element("num", inner, f' w:numId="{number}"'))
    return serialize_part_xml(numbering)


def _header(letter: Letter, first: bool) -> bytes:
    """Repeat the title on every page but the first, and mark a draft on all."""
    title = "" if first else f"<w:r>{text(letter.title)}</w:r>"
    mark = f'<w:r><w:tab/></w:r><w:r><w:rPr><w:rStyle w:val="DraftMark"/></w:rPr>{text(DRAFT_WORDS)}</w:r>'
    inner = f'<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{title}{mark if letter.draft else ""}</w:p>'
    return serialize_part_xml(_element("hdr", inner))


def _core(letter: Letter, prototype: _Prototype) -> bytes:
    made = datetime(letter.dated.year, letter.dated.month, letter.dated.day)  # noqa: DTZ001 - a Word file knows no zone
    properties = deepcopy(prototype.properties)
    core = CoreProperties(properties)
    core.title = letter.title[:TITLE_LIMIT]
    core.author = letter.author[:TITLE_LIMIT]
    core.language = "en-US"
    core.created = core.modified = made
    return serialize_part_xml(properties)
