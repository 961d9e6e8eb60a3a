"""The words of a PDF, where it holds any."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader

MOST_PAGES = 60
"""Pages read of a PDF; a notice has two or three."""


class TooManyPages(ValueError):
    """A PDF of more pages than are read."""


def pdf_words(content: bytes) -> str:
    """Return the words of a PDF; none for a scan.

    Args:
        content: the file.

    Raises:
        TooManyPages: it has more pages than are read.
        Exception: it is broken or locked; pypdf names no common kind.
    """
    pages = PdfReader(BytesIO(content)).pages
    if len(pages) > MOST_PAGES:
        raise TooManyPages
    return "\n".join(page.extract_text() for page in pages)
