"""A Word document is read as its reader sees it, and a hostile one ends in one sentence, soon."""

from __future__ import annotations

import time
import zipfile
from io import BytesIO

import pytest
from docx import Document

from poa_app.errors import InputError, NoText, OverLimit, TooLong, TooPacked
from poa_app.intake.notice_file import read_notice
from poa_app.intake.word_text import PART_LIMIT, word_text
from tests.each import for_each

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
START = 1.5
"""Seconds that starting a process may take here."""


def _packed(part: bytes, name: str = "word/document.xml", padding: bytes = b"") -> bytes:
    """Return a Word file whose words are a part; padding keeps it from being refused for its ratio alone."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, part)
        if padding:
            package.writestr("word/media/one.bin", padding, zipfile.ZIP_STORED)
    return written.getvalue()


def _body(inner: str, before: str = "") -> bytes:
    return f'{before}<w:document xmlns:w="{W}"><w:body>{inner}</w:body></w:document>'.encode()


def test_paragraphs_points_and_cells_stand_as_a_reader_sees_them() -> None:
    document = Document()
    document.add_paragraph("Dear Seller,")
    document.add_paragraph("The root causes", style="List Bullet")
    row = document.add_table(rows=1, cols=2).rows[0]
    row.cells[0].text, row.cells[1].text = "ASIN", "B0EXMPL001"
    written = BytesIO()
    document.save(written)
    lines = [line.strip() for line in read_notice(written.getvalue(), "notice.docx").splitlines()]
    assert lines == ["Dear Seller,", "The root causes", "ASIN \tB0EXMPL001"]


@for_each(
    ("inner", "read"),
    [
        ("<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r></w:p>", "one\ntwo\tthree"),
        ("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>one</w:t></w:r></w:p>", "one"),
        ("<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>a point</w:t></w:r></w:p>", "- a point"),
        ("<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>a</w:t></w:r></w:ins></w:p>", "a"),
        ("<w:p><w:moveFrom><w:r><w:t>here</w:t></w:r></w:moveFrom><w:r><w:t>there</w:t></w:r></w:p>", "there"),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>shown</w:t></w:r></w:p>", "shown"),
        ('<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r></w:p>', "shown"),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText><w:noBreakHyphen/><w:t>1</w:t></w:r></w:p>", "-1"),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>in a control</w:t></w:r></w:p></w:sdtContent></w:sdt>", "in a control"),
    ],
    ids=["breaks", "tab stops", "a point", "tracked", "moved", "hidden", "not hidden", "a field", "a control"],
)  # fmt: skip
def test_what_a_reader_sees_is_read_and_nothing_else(inner: str, read: str) -> None:
    assert word_text(_packed(_body(inner))).strip() == read


ENTITIES = "<!DOCTYPE d [" + "".join(
    f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "laugh" * 10}">' for n in range(9)
) + "]>"  # fmt: skip


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (_packed(_body("<w:p>" * 10_000 + "</w:p>" * 10_000), padding=bytes(range(256)) * 40), NoText),
        (_packed(_body("<w:p><w:r><w:t>&e8;</w:t></w:r></w:p>", ENTITIES)), NoText),
        (_packed(_body("<w:p/>", '<!DOCTYPE d SYSTEM "file:///etc/passwd">')), NoText),
        (_packed(_body("")), NoText),
        (_packed(b"not XML at all"), NoText),
        (_packed(b"<a/>", "word/document.xml")[:-30] + bytes(30), InputError),
        (_packed(_body("x" * 1_000_000)), TooPacked),
        (_packed(_body(f"<w:p><w:r><w:t>{'word ' * 50}</w:t></w:r></w:p>" * 2_000), padding=bytes(50_000)), TooLong),
    ],
    ids=["deep", "entities", "a type", "empty", "no XML", "torn", "a bomb", "endless"],
)
@pytest.mark.slow
def test_a_hostile_document_ends_in_one_sentence_soon(content: bytes, error: type[InputError]) -> None:
    began = time.monotonic()
    with pytest.raises(error) as raised:
        read_notice(content, "notice.docx")
    assert time.monotonic() - began < 2 + START
    assert raised.value.en.count("\n") == 0


@pytest.mark.slow
def test_words_that_unpack_to_more_than_is_read_are_refused() -> None:
    part = _body("<w:p/>" + " " * (PART_LIMIT + 1))
    with pytest.raises(OverLimit):
        read_notice(_packed(part, padding=bytes(500_000)), "notice.docx")
