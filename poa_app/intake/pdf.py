"""The words of a PDF, where it holds any."""

from __future__ import annotations

from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import LimitReachedError, PyPdfError

MOST_PAGES = 60
"""Pages read of a PDF; a notice has two or three."""


class TooManyPages(ValueError):
    """A PDF of more pages than are read."""


class LockedPdf(ValueError):
    """A PDF that opens with a password, or in a way that is not read here."""


def paper_words(content: bytes) -> str:
    """Return the words of a paper in PDF, laid out in lines as they are printed; none for a scan.

    Args:
        content: the file.

    Raises:
        LockedPdf: it is encrypted.
        TooManyPages: it has more pages than are read.
        Exception: it is broken; pypdf names no common kind.
    """
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and not _opens(reader):
        raise LockedPdf
    if len(reader.pages) > MOST_PAGES:
        raise TooManyPages
    return "\n".join(map(_laid_out, reader.pages))


def _opens(reader: PdfReader) -> bool:
    """Whether an encrypted file opens without a password, as those do that only forbid changes."""
    try:
        return bool(reader.decrypt(""))
    except (PyPdfError, NotImplementedError, ValueError):  # in a way for which a library is missing
        return False


def _laid_out(page: PageObject) -> str:
    """Return the words of a page as they stand side by side; in the order of the file where no place can be told."""
    try:
        return page.extract_text(extraction_mode="layout")
    except LimitReachedError:
        raise MemoryError from None
    except (PyPdfError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError):
        return page.extract_text()


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
