"""Evidence is taken in by what it holds; its name is a label that can do no harm."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.errors import BadEvidence, PoaError, TooLarge
from poa_app.intake import evidence
from poa_app.intake.evidence import EVIDENCE_LIMIT, MEMBERS_LIMIT, NAME_LIMIT, SUFFIXES, detect_file_type, safe_filename
from tests.each import for_each


def _package(*parts: str, body: bytes = b"<x/>") -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for part in parts:
            package.writestr(part, body)
    return packed.getvalue()


DOCX = _package("[Content_Types].xml", "word/document.xml")
XLSX = _package("[Content_Types].xml", "xl/workbook.xml")
CHINESE = "快递单号 1Z999，签收日期 2026年3月2日\n"

GOOD = {
    "pdf": b"%PDF-1.7\n%\xe2\xe3",
    "png": b"\x89PNG\r\n\x1a\n\x00\x00",
    "jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "jpeg": b"\xff\xd8\xff\xe1",
    "gif": b"GIF89a\x01\x00",
    "webp": b"RIFF\x24\x00\x00\x00WEBPVP8 ",
    "docx": DOCX,
    "xlsx": XLSX,
    "txt": CHINESE.encode(),
    "eml": b"From: a@example.com\r\nSubject: invoice\r\n\r\nHello",
    "csv": b"\xef\xbb\xbforder,late\n1,yes\n",
}


def test_every_kind_offered_is_tried_here() -> None:
    assert set(GOOD) == set(SUFFIXES)


@for_each("suffix", SUFFIXES)
@for_each("name", ["proof.{}", "PROOF.{}", "a.b.{}", "C:\\scans\\proof.{}", "采购发票.{}"])
def test_each_kind_is_accepted_by_its_content(suffix: str, name: str) -> None:
    kind = "jpg" if suffix == "jpeg" else suffix
    assert detect_file_type(GOOD[suffix], name.format(suffix.upper() if name.isupper() else suffix)) == kind


@for_each("suffix", [suffix for suffix in SUFFIXES if suffix not in ("txt", "eml", "csv")])
@for_each("said", SUFFIXES)
def test_a_name_that_says_another_kind_is_refused(suffix: str, said: str) -> None:
    pictures = {"png", "jpg", "jpeg", "gif", "webp"}
    if suffix == said or {suffix, said} <= pictures:
        assert detect_file_type(GOOD[suffix], f"proof.{said}") == ("jpg" if suffix == "jpeg" else suffix)
        return
    with pytest.raises(BadEvidence) as refused:
        detect_file_type(GOOD[suffix], f"proof.{said}")
    kind = "JPG" if suffix == "jpeg" else suffix.upper()
    assert refused.value.en.startswith(f"proof.{said}: it holds {kind}, which is not what its name says")
    assert "与文件名不符" in refused.value.zh


@for_each("name", ["", "proof", "proof.", ".", "proof.exe", "proof.docm", "proof.svg", "proof.html", "pdf"])
def test_a_kind_not_accepted_is_refused_whatever_it_holds(name: str) -> None:
    for content in GOOD.values():
        with pytest.raises(BadEvidence):
            detect_file_type(content, name)


@for_each("part", ["word/vbaProject.bin", "word/VBAPROJECT.BIN", "xl/vbaProject.bin", "vbaProject.bin"])
@for_each("suffix", ["docx", "xlsx"])
def test_a_document_with_macros_is_refused_under_any_name(part: str, suffix: str) -> None:
    body = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}[suffix]
    assert detect_file_type(_package(body), f"proof.{suffix}") == suffix
    with pytest.raises(BadEvidence):
        detect_file_type(_package(body, part), f"proof.{suffix}")


def test_a_zip_that_is_no_document_is_refused() -> None:
    for content in (_package("readme.txt"), DOCX[:40], b"PK\x03\x04" + b"\x00" * 100):
        with pytest.raises(BadEvidence):
            detect_file_type(content, "proof.docx")


def test_a_bomb_is_refused_by_its_ratio() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * 3_000_000)
    assert len(packed.getvalue()) * evidence.RATIO_LIMIT < 3_000_000
    with pytest.raises(TooLarge):
        detect_file_type(packed.getvalue(), "proof.docx")


def test_a_bomb_is_refused_by_its_many_members() -> None:
    names = ["word/document.xml", *(f"word/{number}" for number in range(MEMBERS_LIMIT))]
    with pytest.raises(TooLarge):
        detect_file_type(_package(*names), "proof.docx")
    assert detect_file_type(_package(*names[:-1]), "proof.docx") == "docx"


def test_a_bomb_is_refused_by_what_it_says_it_unpacks_to(monkeypatch: pytest.MonkeyPatch) -> None:
    package = _package("word/document.xml", body=b"x" * 1_000)
    monkeypatch.setattr(evidence, "UNPACKED_LIMIT", 1_000)
    assert detect_file_type(package, "proof.docx") == "docx"
    monkeypatch.setattr(evidence, "UNPACKED_LIMIT", 999)
    with pytest.raises(TooLarge) as refused:
        detect_file_type(package, "proof.docx")
    assert refused.value.en.startswith("proof.docx: it unpacks to 1,000 bytes, more than the 999 accepted")


def test_one_byte_more_than_25_mb_is_refused() -> None:
    full = b"%PDF-" + bytes(EVIDENCE_LIMIT - 5)
    assert len(full) == 25_000_000
    assert detect_file_type(full, "proof.pdf") == "pdf"
    with pytest.raises(TooLarge) as refused:
        detect_file_type(full + b"0", "proof.pdf")
    assert "25,000,001 bytes is more than the 25,000,000 accepted" in refused.value.en


@for_each("suffix", ["txt", "csv", "eml"])
@for_each("coding", ["ascii", "utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_may_be_in_any_usual_characters(suffix: str, coding: str) -> None:
    words = "late orders\n" if coding == "ascii" else CHINESE + "\N{GRINNING FACE}"
    assert detect_file_type(words.encode(coding), f"list.{suffix}") == suffix


@for_each("content", [b"a\x00b", b"\xff\xff\xff", b"\x00\x01\x02\x03" * 9, GOOD["pdf"], DOCX])
def test_what_is_no_text_is_not_taken_for_it(content: bytes) -> None:
    with pytest.raises(BadEvidence):
        detect_file_type(content, "list.txt")


@for_each(
    ("name", "shown"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\li\\invoice.pdf", "invoice.pdf"),
        ("a:b*c?.pdf", "a_b_c_.pdf"),
        ('"<script>|.pdf', "__script__.pdf"),
        ("in\x00voice\r\n.pdf", "in_voice__.pdf"),
        ("invoice\N{RIGHT-TO-LEFT OVERRIDE}fdp.exe", "invoice_fdp.exe"),
        ("\ud800.pdf", "_.pdf"),
        ("..hidden.pdf. ", "hidden.pdf"),
        ("发票 (3).pdf", "发票 (3).pdf"),
        ("", "file"),
        ("...", "file"),
        ("folder/", "file"),
    ],
)
def test_a_name_becomes_a_harmless_label(name: str, shown: str) -> None:
    assert safe_filename(name) == shown


def test_a_long_name_keeps_its_end() -> None:
    assert safe_filename("发" * 300 + ".pdf") == "发" * (NAME_LIMIT - 4) + ".pdf"


@settings(deadline=None, max_examples=300, derandomize=True)
@given(st.text(max_size=300) | st.text("ab. /\\:", max_size=300))
def test_a_label_is_printable_short_no_path_and_its_own_label(name: str) -> None:
    shown = safe_filename(name)
    assert shown
    assert shown.isprintable()
    assert len(shown) <= NAME_LIMIT
    assert not set(shown) & set('/\\:*?"<>|')
    assert not shown.startswith(".")
    assert safe_filename(shown) == shown


def test_a_label_cut_before_a_dot_is_still_its_own_label() -> None:
    shown = safe_filename("a" * 10 + "." + "b" * (NAME_LIMIT - 5) + ".pdf")
    assert safe_filename(shown) == shown


_NAMES = st.text(max_size=30) | st.sampled_from(SUFFIXES).map("proof.{}".format)


def _judged(content: bytes, name: str) -> str:
    """Return the kind, or the refusal; any other error is let through."""
    try:
        return detect_file_type(content, name)
    except PoaError as error:
        return str(error)


@settings(deadline=None, max_examples=400, derandomize=True)
@given(st.binary(max_size=300) | st.sampled_from(list(GOOD.values())), _NAMES)
def test_whatever_is_given_is_judged_or_refused_in_one_line(content: bytes, name: str) -> None:
    told = _judged(content, name)
    assert told in SUFFIXES or re.fullmatch(
        re.escape(safe_filename(name)) + ": .+(accepted here: |the original as one of ).+\\.", told
    )


@settings(deadline=None, max_examples=400, derandomize=True)
@given(st.data())
def test_a_torn_document_is_judged_or_refused(data: st.DataObject) -> None:
    torn = bytearray(data.draw(st.sampled_from([DOCX, XLSX])))
    for _ in range(data.draw(st.integers(1, 6))):
        torn[data.draw(st.integers(4, len(torn) - 1))] = data.draw(st.integers(0, 255))
    assert _judged(bytes(torn), "proof.docx").startswith(("docx", "proof.docx: "))
