"""The gate for a notice given as a file: judged by its content, read as text, nothing in it followed or run."""

from __future__ import annotations

from poa_app.errors import NoText, OverLimit, TooLong, UnknownCharacters
from poa_app.intake.charsets import UnknownCharset, decode
from poa_app.intake.evidence import detect_file_type, safe_filename
from poa_app.intake.pdf import MOST_PAGES
from poa_app.intake.reading import read_apart
from poa_app.model.text import clean

NOTICE_SUFFIXES = ("txt", "eml", "html", "pdf", "docx")
"""What a notice may come as."""

MOST_CHARACTERS = 300_000
"""Characters of a notice; far beyond any, and within what a field holds."""


def read_notice(content: bytes, name: str) -> str:
    """Return the text of a notice given as a file; the whole of it or none.

    Args:
        content: the file.
        name: what its owner calls it.

    Raises:
        TooLarge, BadEvidence: it is not of a kind that is accepted.
        NoText: no text can be read out of it, as out of a scan.
        UnknownCharacters: its characters cannot be told for sure.
        TooLong: it is longer than any notice.
        OverLimit: reading it takes more time or memory than a file may.
    """
    kind, shown = detect_file_type(content, name, NOTICE_SUFFIXES), safe_filename(name)
    text = clean(_text(content, shown) if kind == "txt" else _apart(content, kind, shown)).strip()
    if not text:
        raise NoText(shown)
    if len(text) > MOST_CHARACTERS:
        raise TooLong(shown, f"{len(text):,} characters", f"{len(text):,} 个字符")
    return text


def _text(content: bytes, name: str) -> str:
    try:
        return decode(content)
    except UnknownCharset as error:
        raise UnknownCharacters(name, error.guess) from None


def _apart(content: bytes, kind: str, name: str) -> str:
    answer = read_apart(content, kind)
    match answer.get("fault"):
        case None:
            return str(answer["text"])
        case "charset":
            raise UnknownCharacters(name, answer["guess"])
        case "pages":
            raise TooLong(name, f"more than {MOST_PAGES} pages", f"超过 {MOST_PAGES} 页")
        case "limit":
            raise OverLimit(name)
        case _:
            raise NoText(name)
