"""The files of a case are listed under the names they are handed over by, and looked at without harm."""

from __future__ import annotations

import struct
import zipfile
import zlib
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from poa_app.desk import kept_files
from poa_app.desk.evidence import attach
from poa_app.desk.kept_files import MIME, WIDEST, kept, packed, picture, words
from poa_app.errors import DamagedFile
from poa_app.intake.evidence import SUFFIXES
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit
from poa_app.store import Store, Stored
from tests.each import for_each

PDF = b"%PDF-1.7\n"


@pytest.fixture
def three(store: Store) -> Stored:
    """A case of three exhibits: two of one Chinese name with a translation, one without a file."""
    kind, day = "invoices", date(2025, 12, 16)
    rows = tuple(Exhibit(id=f"exhib{n}", kind=kind, date=day, letter="A" if n < 2 else None) for n in range(3))
    made = store.create(Case(exhibits=rows))
    attach(store, made.id, "exhib0", "发票.pdf", PDF)
    attach(store, made.id, "exhib1", "发票.pdf", PDF + b"another")
    return attach(store, made.id, "exhib0", "发票译文.pdf", PDF + b"in English", "translation")


def test_each_file_is_listed_by_its_exhibit(store: Store, three: Stored) -> None:
    assert [(one.exhibit, one.field, one.name, one.given) for one in kept(three.case, store.files(three.id))] == [
        ("exhib0", "file", "发票.pdf", "Exhibit A - invoices - 2025-12-16.pdf"),
        ("exhib0", "translation", "发票译文.pdf", "Exhibit A - invoices - 2025-12-16 - translation.pdf"),
        ("exhib1", "file", "发票-2.pdf", "Exhibit A - invoices - 2025-12-16.pdf"),
    ]


def test_all_files_go_into_one_zip_each_under_a_name_of_its_own(store: Store, three: Stored) -> None:
    with zipfile.ZipFile(BytesIO(packed(store, three.id))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "Exhibit A - invoices - 2025-12-16.pdf": PDF,
            "Exhibit A - invoices - 2025-12-16 - translation.pdf": PDF + b"in English",
            "Exhibit A - invoices - 2025-12-16-2.pdf": PDF + b"another",
        }


def test_every_type_that_is_taken_has_its_media_type() -> None:
    assert {"jpg" if suffix == "jpeg" else suffix for suffix in SUFFIXES} <= set(MIME)


def _png(width: int, height: int) -> bytes:
    """Return a PNG that says how large it is, and holds next to nothing."""

    def chunk(kind: bytes, held: bytes) -> bytes:
        return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@for_each(("form", "kind"), [("PNG", "png"), ("JPEG", "jpg"), ("GIF", "gif"), ("WEBP", "webp")])
def test_a_picture_is_looked_at_in_a_size_a_screen_can_show(form: str, kind: str) -> None:
    given = BytesIO()
    Image.new("RGB", (3000, 200), "red").save(given, form)
    shown = picture(given.getvalue(), kind)
    assert shown
    with Image.open(BytesIO(shown)) as image:
        assert (image.format, image.width) == ("PNG", WIDEST)


@for_each(
    "content",
    [_png(60_000, 60_000), _png(20_000, 15_000), _png(10, 10), b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b""],
    ids=["a bomb", "a smaller bomb", "cut off", "a beginning", "a beginning of JPEG", "a beginning of GIF", "nothing"],
)
def test_a_picture_that_cannot_be_shown_is_none(content: bytes) -> None:
    for kind in kept_files.PICTURES:
        assert picture(content, kind) is None


def test_words_are_shown_of_what_has_some() -> None:
    assert words("62 orders，共".encode(), "txt") == "62 orders，共"
    assert words(b"order,date\n1,2\n", "csv") == "order,date\n1,2"
    assert words(b"Subject: Proof\r\n\r\nDelivered.", "eml") == "Subject: Proof\n\nDelivered."
    for content, kind in ((PDF, "pdf"), (b"PK\x03\x04", "docx"), (b"MZ", "txt")):
        assert words(content, kind) in ("", "MZ")


def test_a_damaged_file_is_not_packed(store: Store, three: Stored, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(*_: object) -> bytes:
        raise DamagedFile("poa.db", "发票.pdf")

    monkeypatch.setattr(store, "file", damaged)
    with pytest.raises(DamagedFile):
        packed(store, three.id)
