"""Papers in PDF that tests make themselves: lines of text in a fixed pitch, any script, nothing drawn but the words."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from io import BytesIO

from pypdf import PdfReader, PdfWriter

SIZE, PITCH, LEADING, LEFT, TOP = 10, 5, 14, 40, 800
"""Points: the size of the letters, their width, from line to line, and where the first stands."""

_TO_UNICODE = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    b"1 beginbfrange <0000> <FFFF> <0000> endbfrange\nendcmap end end"
)


def pdf(lines: Iterable[str], *more: Iterable[str]) -> bytes:
    """Return a PDF.

    Args:
        lines: of the first page; a line's blanks keep its columns.
        more: lines of the pages that follow.
    """
    pages = [tuple(lines), *map(tuple, more)]
    first = 7
    kids = b" ".join(b"%d 0 R" % (first + 2 * number) for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/DW %d/FontDescriptor 5 0 R>>" % (PITCH * 1000 // SIZE),
        b"<</Type/FontDescriptor/FontName/X/Flags 4/FontBBox[0 0 500 700]/ItalicAngle 0/Ascent 700/Descent 0"
        b"/CapHeight 700/StemV 80>>",
        _stream(_TO_UNICODE),
    ]
    for number, page in enumerate(pages):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 842]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
            % (first + 2 * number + 1)
        )
        objects.append(_stream(_drawn(page)))
    return written(objects)


def _drawn(lines: Sequence[str]) -> bytes:
    shown = []
    for number, line in enumerate(lines):
        code = line.encode("utf-16-be").hex().encode()
        at = b"1 0 0 1 %d %d Tm" % (LEFT, TOP - LEADING * number)
        shown.append(b"BT /F1 %d Tf %s <%s> Tj ET" % (SIZE, at, code))
    return b"\n".join(shown)


def _stream(content: bytes) -> bytes:
    packed = zlib.compress(content)
    return b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed)


def written(objects: Sequence[bytes]) -> bytes:
    """Return a PDF of objects, the first of which is its catalog."""
    made = BytesIO()
    made.write(b"%PDF-1.5\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(made.tell())
        made.write(b"%d 0 obj%s endobj\n" % (number, content))
    start = made.tell()
    made.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    made.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    made.write(b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return made.getvalue()


def packed(block: bytes, times: int) -> bytes:
    """Return a block so many times over, packed as zlib packs it, in the time of packing it once."""
    packer = zlib.compressobj(9)
    head = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    once = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)  # refers to nothing before it
    total = 1
    for _ in range(times):
        total = zlib.adler32(block, total)
    return head + once * times + packer.flush()[:-4] + total.to_bytes(4, "big")


def locked(content: bytes, password: str = "secret") -> bytes:
    """Return a PDF encrypted; an empty password gives one that opens, and only forbids changes."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def scan() -> bytes:
    """Return a PDF without a word."""
    return pdf([])


INVOICE = (
    "Harbor Example Supply LLC",
    "12 Sample Street, Austin TX",
    "",
    "Invoice Number: INV-2026-0042              Bill To:",
    "Invoice Date:   June 5, 2026               Alder Example Goods Inc.",
    "                                           9 Test Road, Reno NV",
    "",
    "Description                         Qty      Unit Price       Amount",
    "Silicone spatula B0EXMPL001         1,200        $2.50    $3,000.00",
    "Garlic press B0EXMPL002               300        $4.00    $1,200.00",
    "Total                                                     $4,200.00",
)
"""An invoice as many are; its firms are invented."""
