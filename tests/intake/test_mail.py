"""A mail is read whole: its subject, its body in whatever form, and the mails within it."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from poa_app.intake.mail import MOST_MAILS, mail_words
from tests.each import for_each

NOTICE = "Your late shipment rate is 5.2%. ASIN B0EXMPLZ99"


def _both(plain: str, page: str) -> bytes:
    mail = EmailMessage()
    mail["Subject"] = "Your account"
    mail.set_content(plain)
    mail.add_alternative(page, subtype="html")
    return mail.as_bytes()


@for_each(
    "plain",
    [" \n", "", "This message needs a program that shows HTML.", "View it in your browser: https://example.com"],
)
def test_the_page_is_read_where_the_plain_part_is_blank_or_a_hint(plain: str) -> None:
    read = mail_words(_both(plain, f"<p>{NOTICE}</p><p>Please send us a plan of action within 72 hours of this.</p>"))
    assert NOTICE in read
    assert "browser" not in read


def test_the_plain_part_is_read_where_it_says_as_much() -> None:
    assert mail_words(_both(f"{NOTICE} plain", f"<p>{NOTICE}</p>")).endswith("plain")


@pytest.mark.parametrize("depth", [1, 2, 5])
def test_mails_within_mails_are_read(depth: int) -> None:
    mail = EmailMessage()
    mail["Subject"] = "Your account"
    mail.set_content(NOTICE)
    for number in range(depth):
        outer = EmailMessage()
        outer["Subject"] = f"Fwd {number}"
        outer.set_content("See the mail attached.")
        outer.add_attachment(mail)
        mail = outer
    read = mail_words(mail.as_bytes())
    assert NOTICE in read
    assert all(f"Fwd {number}" in read for number in range(depth))


def test_no_more_mails_are_read_than_anyone_forwards() -> None:
    mail = EmailMessage()
    mail.set_content("innermost")
    for _ in range(MOST_MAILS + 5):
        outer = EmailMessage()
        outer.set_content("around")
        outer.add_attachment(mail)
        mail = outer
    assert mail_words(mail.as_bytes()).count("around") == MOST_MAILS


def test_files_attached_are_not_part_of_the_words() -> None:
    mail = EmailMessage()
    mail.set_content(NOTICE)
    mail.add_attachment("no word of the notice", filename="list.txt")
    mail.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="x.pdf")
    assert mail_words(mail.as_bytes()) == NOTICE


@for_each("named", ["gb2312", "gbk", "gb18030", "utf-8", None])
def test_chinese_is_read_under_whatever_name(named: str | None) -> None:
    label = f"; charset={named}" if named else ""
    body = f"{NOTICE} 您的账户 镕".encode("utf-8" if named == "utf-8" else "gbk")
    read = mail_words(f"Content-Type: text/plain{label}\nContent-Transfer-Encoding: 8bit\n\n".encode() + body)
    assert read == f"{NOTICE} 您的账户 镕"


@for_each(
    ("subject", "wanted"),
    [
        (b"=?gb2312?B?xPq1xNXKu6c=?=", "您的帐户"),
        (b"=?utf-8?B?5oKo55qE?= =?utf-8?B?6LSm5oi3?=", "您的账户"),
        (b"=?utf-8?B?5oKo55o=?= =?utf-8?B?hOi0puaItw==?=", "您的账户"),
        ("您的账户".encode("gbk"), "您的账户"),
        ("您的账户".encode(), "您的账户"),
        (b"=?no-such-set?B?eA==?= plain", "x plain"),
        (b"=?utf-8?Q?broken", "=?utf-8?Q?broken"),
        (b"folded\n  subject", "folded subject"),
    ],
)
def test_a_subject_is_read_however_it_is_written(subject: bytes, wanted: str) -> None:
    assert mail_words(b"Subject: " + subject + b"\n\nwords") == f"Subject: {wanted}\n\nwords"
