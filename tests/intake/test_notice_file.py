"""A notice given as a file is read as text, whatever it pretends to be; nothing in it is followed or run."""

from __future__ import annotations

from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from poa_app.errors import BadEvidence, NoText, TooLong
from poa_app.intake.notice_file import MOST_CHARACTERS, NOTICE_SUFFIXES, read_notice
from tests.each import for_each

PAPER = sorted((Path(__file__).parents[2] / "examples").rglob("*.pdf"))[0]
WORDS = "Your offers have been deactivated.\nSend a plan of action within 72 hours."


def pdf(words: str, pages: int = 1) -> bytes:
    """Return a PDF that shows some words on each page."""
    writer = PdfWriter()
    for _ in range(pages):
        page = writer.add_blank_page(width=300, height=300)
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 20 200 Td ({words}) Tj ET".encode())
        page[NameObject("/Contents")] = writer._add_object(stream)
        font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
        named = DictionaryObject({NameObject(key): NameObject(value) for key, value in font.items()})
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): named})}
        )
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def _mail(plain: str | None = None, page: str | None = None) -> bytes:
    mail = EmailMessage()
    mail["Subject"] = "Your Amazon.com offers"
    mail["From"] = "notice@example.com"
    if plain is not None:
        mail.set_content(plain)
    if page is not None:
        mail.add_alternative(page, subtype="html") if plain else mail.set_content(page, subtype="html")
    return mail.as_bytes()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_text_is_read_in_the_usual_encodings(encoding: str) -> None:
    assert read_notice(f"{WORDS} 申诉".encode(encoding), "notice.txt") == f"{WORDS} 申诉"


def test_of_a_mail_the_subject_and_the_plain_words_are_taken() -> None:
    read = read_notice(_mail(WORDS, "<p>another</p>"), "notice.eml")
    assert read == f"Subject: Your Amazon.com offers\n\n{WORDS}"


def test_of_a_mail_that_is_a_page_the_words_a_reader_sees_are_taken() -> None:
    page = (
        "<html><head><title>no</title><style>p {}</style></head>"
        "<body><p>Your offers   have been <b>deactivated</b>.</p>"
        "<script>alert(1)</script><ul><li>ASIN B0EXMPL001</li></ul><img src='http://example.com/x.png'></body></html>"
    )
    read = read_notice(_mail(page=page), "notice.eml")
    assert "Your offers have been deactivated." in read
    assert "ASIN B0EXMPL001" in read
    assert not any(word in read for word in ("alert", "<", "title", "example.com/x"))


def test_the_words_of_a_pdf_are_taken() -> None:
    assert len(read_notice(PAPER.read_bytes(), "notice.pdf").split()) > 5


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b" \n ", "empty.txt"),
        (b"%PDF-1.7\nbroken", "broken.pdf"),
        (b"Subject: \n\n", "empty.eml"),
    ],
)
def test_a_file_without_words_says_so(content: bytes, name: str) -> None:
    with pytest.raises(NoText, match=name):
        read_notice(content, name)


@pytest.mark.parametrize(
    ("content", "name"), [(b"MZ\x90\x00", "notice.pdf"), (b"%PDF-1.7", "notice.txt"), (b"x", "notice.exe")]
)
def test_a_file_that_lies_about_itself_is_refused(content: bytes, name: str) -> None:
    with pytest.raises((BadEvidence, NoText)):
        read_notice(content, name)


def test_a_text_longer_than_any_notice_is_refused_whole_and_never_cut() -> None:
    whole = "word " * (MOST_CHARACTERS // 5 - 2) + "B0EXMPLZ99"
    assert read_notice(whole.encode(), "notice.txt") == whole
    with pytest.raises(TooLong, match="300,011 characters"):
        read_notice(whole.encode() + b" more words", "notice.txt")


def test_a_pdf_of_many_pages_is_refused_whole() -> None:
    with pytest.raises(TooLong, match="more than 60 pages"):
        read_notice(pdf("one word", pages=61), "notice.pdf")
    assert read_notice(pdf("one word", pages=60), "notice.pdf").count("one word") == 60


@for_each("before", [b"\r\n", b"\xef\xbb\xbf", b"HTTP/1.1 200 OK\r\n\r\n", b"\n" * 1000])
def test_a_pdf_with_something_before_its_header_is_read(before: bytes) -> None:
    assert "one word" in read_notice(before + pdf("one word"), "notice.pdf")


@for_each("name", ["scan.png", "photo.jpg", "list.csv", "report.xlsx", "phone.heic", "mail.msg", "notice"])
def test_a_refusal_names_the_kinds_of_a_notice_alone(name: str) -> None:
    with pytest.raises(BadEvidence) as refused:
        read_notice(b"\x89PNG\r\n\x1a\n....", name)
    assert str(refused.value).startswith(f"{name}: ")
    assert str(refused.value).endswith("txt, eml, html, pdf, docx.")


def test_the_kinds_named_are_the_kinds_read() -> None:
    assert NOTICE_SUFFIXES == ("txt", "eml", "html", "pdf", "docx")


@pytest.mark.parametrize("name", ["notice.html", "Notice.HTM"])
def test_a_saved_page_is_read_as_a_reader_sees_it(name: str) -> None:
    page = "<html><head><title>x</title></head><body><p>Hello,</p><ul><li>The root causes</li></ul></body></html>"
    assert read_notice(page.encode(), name) == "Hello,\n\nThe root causes"


@for_each("charset", ["gb2312", "GB18030", "utf-8", "big5"])
def test_a_page_is_read_in_the_characters_its_head_names(charset: str) -> None:
    words = "卖家您好，请提供发票" if charset != "big5" else "賣家您好，請提供發票"
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head><p>{words}</p>'
    assert read_notice(page.encode(charset), "notice.html") == words


def test_a_page_without_words_is_refused() -> None:
    with pytest.raises(NoText):
        read_notice(b"<html><body><img src=x></body></html>", "notice.html")
