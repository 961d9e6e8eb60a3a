"""Notices and evidence as they come: cases 50, 51, 53 and 58."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from poa_app.errors import InputError
from poa_app.intake.evidence import detect_file_type, name_for
from poa_app.intake.notice_file import read_notice
from tests.intake.test_notice_file import pdf

INPUTS = Path(__file__).with_name("inputs")
LINE = "Your late shipment rate is 5.2%. 您的账户 镕"
PNG, JPEG, WEBP = b"\x89PNG\r\n\x1a\n....", b"\xff\xd8\xff\xe0\x00\x10JFIF", b"RIFF\x24\x00\x00\x00WEBPVP8 "


def _mail_of(number: str) -> bytes:
    text = next(INPUTS.glob(f"{number}-*")).read_text(encoding="utf-8")
    return text.split("--- save what follows as notice.eml ---\n", 1)[1].encode()


def test_50_cells_of_a_table_stand_apart_and_what_is_hidden_stays_out() -> None:
    read = read_notice(_mail_of("50"), "notice.eml")
    assert {"B0EXMPLZ99", "B0EXMPLZ98"} <= set(read.split())
    assert "hidden" not in read
    assert "Your rate is 5" in read


def test_51_the_page_is_read_where_the_plain_part_is_blank() -> None:
    read = read_notice(_mail_of("51"), "notice.eml")
    assert "Your late shipment rate is 5.2%. ASIN B0EXMPLZ99" in read


def test_53_a_mail_labelled_gb2312_that_is_gbk_is_read_whole() -> None:
    for label in ("; charset=gb2312", ""):
        head = f"Subject: Your account\nContent-Type: text/plain{label}\nContent-Transfer-Encoding: 8bit\n\n"
        assert read_notice(head.encode() + LINE.encode("gbk"), "notice.eml").endswith(LINE)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gbk", "gb18030"])
def test_53_a_text_is_read_in_each_of_them(codec: str) -> None:
    assert read_notice(LINE.encode(codec), "notice.txt") == LINE


def test_53_a_text_of_windows_is_read() -> None:
    assert read_notice("Your “late” rate – 5.2 %".encode("cp1252"), "notice.txt") == "Your “late” rate – 5.2 %"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Your rate is 5.2%. 您的帳戶", "big5"),
        ("Your rate is 5.2%. アカウント", "shift_jis"),
        ("Your 계정 5.2%", "cp949"),
    ],
)
def test_53_others_are_read_or_refused_by_name(text: str, codec: str) -> None:
    try:
        assert read_notice(text.encode(codec), "notice.txt") == text
    except InputError as error:
        assert "its characters cannot be told for sure" in str(error)  # noqa: PT017 - either is right


@pytest.mark.parametrize("before", [b"\r\n", b"\xef\xbb\xbf", b"\n\n "])
def test_58_a_pdf_with_leading_bytes_is_a_pdf(before: bytes) -> None:
    assert detect_file_type(before + pdf("words"), "scan.pdf") == "pdf"


@pytest.mark.parametrize(
    ("content", "name", "kind", "kept"),
    [
        (PNG, "photo.jpg", "png", "photo.png"),
        (WEBP, "photo.jpg", "webp", "photo.webp"),
        (JPEG, "photo.png", "jpg", "photo.jpg"),
        (JPEG, "chat.jfif", "jpg", "chat.jpg"),
        (JPEG, "chat.JPE", "jpg", "chat.jpg"),
        (JPEG, "发票.JPEG", "jpg", "发票.JPEG"),
        (PNG, "a.b.JPG", "png", "a.b.png"),
    ],
)
def test_58_a_picture_is_taken_under_its_true_kind(content: bytes, name: str, kind: str, kept: str) -> None:
    assert detect_file_type(content, name) == kind
    assert name_for(name, kind) == kept


@pytest.mark.parametrize("name", ["phone.heic", "list.tsv", "scan.tif", "mail.msg", "old.doc"])
def test_58_a_refusal_names_the_file_and_the_kinds_once(name: str) -> None:
    with pytest.raises(InputError) as refused:
        detect_file_type(b"anything", name)
    assert str(refused.value).startswith(f"{name}: ")
    assert str(refused.value).count("docx") == 1


def test_a_forwarded_notice_is_read_out_of_the_mail_attached() -> None:
    inner, outer = EmailMessage(), EmailMessage()
    inner["Subject"], outer["Subject"] = "Your account", "Fwd"
    inner.set_content("ASIN B0EXMPLZ99")
    outer.add_attachment(inner)
    assert "B0EXMPLZ99" in read_notice(outer.as_bytes(), "notice.eml").split()
