"""The gate for a notice given as a file: judged by its content, read as text, nothing in it followed or run."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from html.parser import HTMLParser
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from poa_app.errors import NoText
from poa_app.intake.evidence import judge, label
from poa_app.model.text import clean

NOTICE_SUFFIXES = ("txt", "eml", "pdf")
"""What a notice may come as."""

MOST_PAGES = 60
"""Pages read of a PDF; a notice has two or three."""

MOST_CHARACTERS = 100_000


def read_notice(content: bytes, name: str) -> str:
    """Read the text of a notice out of a file.

    Args:
        content: the file.
        name: what its owner calls it.

    Raises:
        TooLarge, BadEvidence: it is not of a kind that is accepted.
        NoText: no text can be read out of it, as out of a scan.
    """
    kind = judge(content, name)
    readers = {"txt": _text, "eml": _mail, "pdf": _pdf}
    text = clean(readers[kind](content)).strip() if kind in readers else ""
    if not text:
        raise NoText(label(name))
    return text[:MOST_CHARACTERS]


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030", "replace")


def _mail(content: bytes) -> str:
    mail = message_from_bytes(content, policy=policy.default)
    body = mail.get_body(("plain", "html"))
    if body is None:
        return ""
    try:
        words = str(body.get_content())
    except (LookupError, KeyError, ValueError):
        raw = body.get_payload(decode=True)
        words = _text(raw) if isinstance(raw, bytes) else ""
    if body.get_content_subtype() == "html":
        words = _shown(words)
    subject = str(mail["subject"] or "").strip()
    return f"Subject: {subject}\n\n{words}" if subject else words


def _pdf(content: bytes) -> str:
    try:
        pages = PdfReader(BytesIO(content)).pages[:MOST_PAGES]
        return "\n".join(page.extract_text() for page in pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return ""  # broken or locked: as little to be read as in a scan


class _Shown(HTMLParser):
    """Keeps what a reader of a page would see."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _HIDDEN
        if tag in _BREAKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in _HIDDEN and self._hidden > 0
        if tag in _BREAKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(re.sub(r"\s+", " ", data))


_HIDDEN = ("script", "style", "head", "title")
_BREAKS = ("p", "div", "br", "li", "tr", "h1", "h2", "h3", "table", "ul", "ol")


def _shown(page: str) -> str:
    reader = _Shown()
    reader.feed(page)
    lines = (line.strip() for line in "".join(reader.parts).splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
