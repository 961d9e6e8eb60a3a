"""No foreign file takes more than two seconds or 200 MB, or raises anything but a sentence."""

from __future__ import annotations

import random
import time
from email.message import EmailMessage

import pytest

from poa_app.errors import InputError, OverLimit
from poa_app.intake import reading
from poa_app.intake.notice_file import read_notice
from poa_app.intake.reading import TIME_LIMIT, read_apart
from tests.pdfs import packed

pytestmark = pytest.mark.slow

START = 1.5
"""Seconds that starting a process may take here."""


def _pdf_with(block: bytes, times: int = 1) -> bytes:
    """Return a PDF of one page, which draws a block so many times over."""
    drawn = packed(block, times)
    parts = [
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n",
        b"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n" % len(drawn),
        drawn,
        b"\nendstream endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF",
    ]
    return b"".join(parts)


def _nested(depth: int) -> bytes:
    return b"".join(b"Content-Type: message/rfc822\n\n" for _ in range(depth)) + b"Subject: x\n\nx"


HEAVY = {
    "many encoded words": (b"Subject: " + b"=?utf-8?B?eA==?= " * 40_000 + b"\n\nwords", "notice.eml"),
    "many parameters": (b"Content-Type: text/plain" + b";a=b" * 200_000 + b"\n\nwords", "notice.eml"),
    "many brackets": (b"Content-Type: " + b"(" * 300_000 + b"\n\nwords", "notice.eml"),
    "mails in mails": (_nested(2_000), "notice.eml"),
    "a million operators": (_pdf_with(b"BT /F1 12 Tf (x) Tj ET\n" * 10_000, 100), "notice.pdf"),
    "a stream that unpacks to a gigabyte": (_pdf_with(b"\x00" * 1_000_000, 900), "notice.pdf"),
    "deep elements": (b"Content-Type: text/html\n\n" + b"<div>" * 3_000_000, "notice.eml"),
}


def _told(content: bytes, name: str) -> str:
    """Return what a reader is told of a file that cannot be read."""
    try:
        read_notice(content, name)
    except InputError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("what", HEAVY)
def test_a_file_made_to_eat_the_machine_is_given_up_soon(what: str) -> None:
    content, name = HEAVY[what]
    began = time.monotonic()
    told = _told(content, name)
    assert told.startswith(f"{name}: ") or told == ""
    assert time.monotonic() - began < TIME_LIMIT + START


def test_the_pages_of_these_tests_can_be_read() -> None:
    assert read_notice(_pdf_with(b"BT /F1 12 Tf (one word) Tj ET"), "notice.pdf") == "one word"


@pytest.mark.parametrize("what", ["a million operators", "many parameters"])
def test_what_took_too_long_says_so(what: str) -> None:
    with pytest.raises(OverLimit, match="more than 2 seconds or 200 MB"):
        read_notice(*HEAVY[what])


def test_a_process_that_does_not_answer_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "TIME_LIMIT", -reading._WAIT)
    assert read_apart(b"Subject: x\n\nx", "eml") == {"fault": "limit"}


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7\nbroken", b"%PDF-", b"%PDF-1.4\ntrailer<</Root 1 0 R/Encrypt<</Filter/Standard/V 5>>>>"],
)
def test_a_broken_or_locked_file_is_told_in_a_sentence(content: bytes) -> None:
    with pytest.raises(InputError, match=r"^notice\.pdf: .+\.$"):
        read_notice(content, "notice.pdf")


def test_torn_mails_and_pdfs_are_read_or_refused() -> None:
    rnd = random.Random(7)
    mail = EmailMessage()
    mail["Subject"] = "您的账户"
    mail.set_content("plain 您的")
    mail.add_alternative("<table><tr><td>a</td></tr></table>", subtype="html")
    for _ in range(12):
        for name, whole in (("x.eml", mail.as_bytes()), ("x.pdf", _pdf_with(b"BT /F1 12 Tf (one word) Tj ET"))):
            torn = bytearray(whole)
            for _ in range(rnd.randint(1, 8)):
                torn[rnd.randrange(9, len(torn))] = rnd.randrange(256)
            assert "\n" not in _told(bytes(torn), name)
