"""The gate for evidence: a file is judged by what it holds, never by what it is called, and never opened further.

Source: OWASP ASVS 5.0, chapter V5 (file handling).
"""

from __future__ import annotations

import zipfile
from io import BytesIO

from poa_app.errors import BadEvidence, TooLarge, TooPacked

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
_OFFICE = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
_TEXT = ("txt", "eml", "csv")
_ALIASES = {"jpeg": "jpg"}

SUFFIXES = ("pdf", "png", "jpg", "jpeg", "gif", "webp", "docx", "xlsx", "txt", "eml", "csv")
"""What may be given as evidence."""


def judge(content: bytes, name: str) -> str:
    """Tell what kind of file this is.

    Args:
        content: the file.
        name: what its owner calls it.

    Raises:
        TooLarge, TooPacked: it has more bytes than evidence may have, packed or unpacked.
        BadEvidence: its kind is not accepted, or its name says another kind.
    """
    if len(content) > EVIDENCE_LIMIT:
        raise TooLarge(label(name), len(content), EVIDENCE_LIMIT)
    suffix = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    kind = _ALIASES.get(suffix, suffix)
    if suffix not in SUFFIXES or kind != (_kind(content, label(name)) or _text_kind(content, kind)):
        raise BadEvidence(label(name), ", ".join(SUFFIXES))
    return kind


def label(name: str) -> str:
    """Make a file's name a harmless label: its last part, printable, not too long."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(mark if mark.isprintable() and mark not in ':*?"<>|' else "_" for mark in last).strip(". ")
    return shown[-NAME_LIMIT:].strip(". ") or "file"


def _kind(content: bytes, name: str) -> str | None:
    for kind, magic, at in _MAGIC:
        if content[at : at + len(magic)] == magic:
            return kind
    return _office_kind(content, name) if content.startswith(b"PK\x03\x04") else None


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


def _text_kind(content: bytes, kind: str) -> str | None:
    if kind not in _TEXT or b"\x00" in content:
        return None
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        try:
            content.decode("gb18030")
        except UnicodeDecodeError:
            return None
    return kind
