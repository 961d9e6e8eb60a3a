"""A notice given as a file is read as text, whatever it pretends to be; nothing in it is followed or run."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from poa_app.errors import BadEvidence, NoText
from poa_app.intake.notice_file import MOST_CHARACTERS, NOTICE_SUFFIXES, read_notice

PAPER = sorted((Path(__file__).parents[2] / "examples").rglob("*.pdf"))[0]
WORDS = "Your offers have been deactivated.\nSend a plan of action within 72 hours."


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
        (b"\x89PNG\r\n\x1a\n....", "scan.png"),
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


def test_a_text_without_end_is_cut_where_no_notice_goes_on() -> None:
    assert len(read_notice(b"word " * 100_000, "notice.txt")) == MOST_CHARACTERS


def test_the_kinds_named_are_the_kinds_read() -> None:
    assert NOTICE_SUFFIXES == ("txt", "eml", "pdf")
