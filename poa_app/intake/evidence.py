"""The gate for evidence: a file is judged by what it holds, never by what it is called, and never opened further.

Source: OWASP ASVS 5.0, chapter V5 (file handling).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection
from io import BytesIO

from poa_app.errors import BadEvidence, TooLarge, TooPacked
from poa_app.intake.charsets import LEGACY, UnknownCharset, decode
from poa_app.intake.page import charset_named

EVIDENCE_LIMIT = 25_000_000
"""Bytes one piece of evidence may have."""

UNPACKED_LIMIT = 200_000_000
MEMBERS_LIMIT = 2_000
RATIO_LIMIT = 100

NAME_LIMIT = 120
"""Longest name kept of a file; the name is only a label."""

_MAGIC: tuple[tuple[str, bytes, int], ...] = (
    ("pdf", b"%PDF-", 0),
    ("png", b"\x89PNG\r\n\x1a\n", 0),
    ("jpg", b"\xff\xd8\xff", 0),
    ("gif", b"GIF8", 0),
    ("webp", b"WEBP", 8),
)
PDF_HEADER_WITHIN = 1_024
"""Bytes within which readers accept the header of a PDF; some programs write line ends or a mail's header before it."""

_PICTURES = frozenset({"png", "jpg", "gif", "webp"})
_OFFICE = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
_TEXT = ("txt", "eml", "csv", "html")
_ALIASES = {"jpeg": "jpg", "jpe": "jpg", "jfif": "jpg", "htm": "html"}
_MAIL = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:From |[!-9;-~]+:)")

SUFFIXES = ("pdf", "png", "jpg", "jpeg", "gif", "webp", "docx", "xlsx", "txt", "eml", "csv")
"""What may be given as evidence."""


def detect_file_type(content: bytes, name: str, accepted: Collection[str] = SUFFIXES) -> str:
    """Return what kind of file this is, as its usual suffix.

    A picture may be of another kind than its name says, as chat programs leave them.

    Args:
        content: the file.
        name: what its owner calls it.
        accepted: the kinds that are accepted.

    Raises:
        TooLarge, TooPacked: it has more bytes than evidence may have, packed or unpacked.
        BadEvidence: its kind is not accepted, or its name says another kind.
    """
    if len(content) > EVIDENCE_LIMIT:
        raise TooLarge(safe_filename(name), len(content), EVIDENCE_LIMIT)
    suffix = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    said = _ALIASES.get(suffix, suffix)
    kind = _kind(content, said, safe_filename(name)) if said in accepted else None
    if kind == said or {kind, said} <= _PICTURES:
        return kind or said
    raise BadEvidence(safe_filename(name), accepted, kind.upper() if kind else None)


def name_for(name: str, kind: str) -> str:
    """Return the label of a file, with the suffix that says what it holds.

    Args:
        name: what its owner calls it.
        kind: what it holds, as ``detect_file_type`` returns it.
    """
    shown = safe_filename(name)
    stem, _, suffix = shown.rpartition(".")
    said = suffix.lower()
    return shown if said == kind or (kind, said) == ("jpg", "jpeg") else f"{stem or shown}.{kind}"


def safe_filename(name: str) -> str:
    """Make a file's name a harmless label: its last part, printable, not too long."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(mark if mark.isprintable() and mark not in ':*?"<>|' else "_" for mark in last).strip(". ")
    return shown[-NAME_LIMIT:].strip(". ") or "file"


def _kind(content: bytes, said: str, name: str) -> str | None:
    for kind, magic, at in _MAGIC:
        if content[at : at + len(magic)] == magic:
            return kind
    if said == "pdf" and b"%PDF-" in content[:PDF_HEADER_WITHIN]:
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        return _office_kind(content, name)
    return said if said in _TEXT and _is_text(content, said) else None


def _office_kind(content: bytes, name: str) -> str | None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            members = package.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return None
    _look_for_bomb(name, len(members), sum(member.file_size for member in members), len(content))
    names = {member.filename for member in members}
    if any(one.lower().endswith("vbaproject.bin") for one in names):
        return None
    return next((kind for kind, part in _OFFICE.items() if part in names), None)


def _look_for_bomb(name: str, members: int, unpacked: int, packed: int) -> None:
    if members > MEMBERS_LIMIT:
        raise TooPacked(
            name,
            f"it holds {members:,} packed files, more than the {MEMBERS_LIMIT:,} accepted",
            f"内含 {members:,} 个压缩文件，超过上限 {MEMBERS_LIMIT:,} 个",
        )
    if unpacked > UNPACKED_LIMIT:
        raise TooPacked(
            name,
            f"it unpacks to {unpacked:,} bytes, more than the {UNPACKED_LIMIT:,} accepted",
            f"解压后有 {unpacked:,} 字节，超过上限 {UNPACKED_LIMIT:,} 字节",
        )
    if unpacked > RATIO_LIMIT * max(packed, 1):
        raise TooPacked(
            name,
            f"it unpacks to {unpacked:,} bytes, more than {RATIO_LIMIT} times its own size",
            f"解压后有 {unpacked:,} 字节，超过自身大小的 {RATIO_LIMIT} 倍",
        )


def _is_text(content: bytes, said: str) -> bool:
    """Whether a file is text, be it in characters that cannot be told for sure."""
    if said == "eml" and b"\x00" not in content and _MAIL.match(content):
        return True  # its parts may be written in several character sets
    try:
        decode(content, charset_named(content) if said == "html" else None)
    except UnknownCharset as error:
        return error.guess in LEGACY
    return True
