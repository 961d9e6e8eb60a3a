"""A case as one file: a .poa.zip that holds ``case.json`` and the files of its exhibits below ``files/``.

What comes in is foreign: nothing in it is unpacked to the disk, and each file is judged as an upload is. The same case
always gives the same bytes.

Source: OWASP ASVS 5.0, chapter V5 (file handling); PKWARE APPNOTE 6.3.10, 4.4.4 (flags) and appendix D (names).
"""

from __future__ import annotations

import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import chain
from pathlib import PureWindowsPath

from poa_app.errors import BadArchive, PoaError, TooLarge
from poa_app.intake.case_file import FILE_LIMIT, parse_case, write_case
from poa_app.intake.case_files import FILES_LIMIT, CaseFiles, names_of, numbered, with_files
from poa_app.intake.evidence import EVIDENCE_LIMIT, safe_filename
from poa_app.intake.exhibit_files import UNPACKED

ARCHIVE_SUFFIX = ".poa.zip"
ARCHIVE_LIMIT = FILES_LIMIT + FILE_LIMIT
"""Bytes an archive may have, packed or unpacked."""

MOST_LISTED = 2_000_000
"""Bytes the list of an archive's files may have, which is some thousand files."""

CASE = "case.json"
LONGEST_PLACE = 150
"""UTF-8 bytes of a file's name inside an archive; Linux takes 255, Windows 260 for the whole path."""

_END = struct.Struct("<4s4H2LH")
"""The record that ends a zip: PKWARE APPNOTE 4.3.16."""

_END_MARK, _END_64_MARK = b"PK\x05\x06", b"PK\x06\x07"
_BEGIN = (b"PK\x03\x04", b"PK\x05\x06")
_ENCRYPTED, _UTF8 = 0x1, 0x800
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DROPPED = ("__macosx", ".ds_store", "thumbs.db", "desktop.ini")
"""What systems leave in archives by themselves."""

_DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError,
    IndexError, OverflowError,
)  # fmt: skip


def is_archive(content: bytes) -> bool:
    """Whether a file is a zip, whatever it is called."""
    return content.startswith(_BEGIN)


def write_archive(held: CaseFiles) -> bytes:
    """Return a case with its files as the bytes of an archive.

    Raises:
        TooLarge: the files are more than an archive may hold.
    """
    total = sum(len(file.content) for file in held.files)
    if total > FILES_LIMIT:
        raise TooLarge(CASE, total, FILES_LIMIT)
    kept = {file.name: file.content for file in held.files}
    places = _places(names_of(held.case)).items()
    own = ((place, kept[safe_filename(name)]) for name, place in places if safe_filename(name) in kept)
    return pack(chain(((CASE, write_case(held.case)),), own))


def pack(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """Return files as a zip that is the same whenever and wherever it is made."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for place, content in entries:
            entry = zipfile.ZipInfo(place, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, content)
    return packed.getvalue()


def _places(names: Iterable[str]) -> dict[str, str]:
    """Return where each file lies in an archive: each under its own name where every system allows it."""
    taken: set[str] = set()
    places: dict[str, str] = {}
    for name in names:
        place = next(one for one in numbered(_portable(safe_filename(name))) if _folded(one) not in taken)
        taken.add(_folded(place))
        places[name] = f"{UNPACKED}/{place}"
    return places


def _portable(name: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    room = LONGEST_PLACE - len((dot + suffix).encode())
    stem = stem.encode()[: max(room, 1)].decode(errors="ignore").strip(". ") or "file"
    return f"_{stem}{dot}{suffix}" if PureWindowsPath(stem).is_reserved() else f"{stem}{dot}{suffix}"


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def read_archive(content: bytes, name: str) -> CaseFiles:
    """Read the bytes of an archive.

    Args:
        content: what the file holds.
        name: the file's name, for messages.

    Raises:
        TooLarge: it holds more than is accepted.
        BadArchive: it is damaged, locked or holds what a case archive does not.
        NotJson, NotACase, NewerCase, BadEvidence: what it holds cannot be used.
    """
    if len(content) > ARCHIVE_LIMIT:
        raise TooLarge(name, len(content), ARCHIVE_LIMIT)
    _look_at_list(content, name)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _read(archive, name)
    except PoaError:
        raise
    except _DAMAGE as error:
        raise BadArchive(name, "it is damaged", "文件已损坏") from error


def _look_at_list(content: bytes, name: str) -> None:
    """Refuse an archive whose list of files is too long to be read, before it is."""
    tail = content[-_END.size - 0xFFFF :]
    at = len(tail) - _END.size
    if at < 0 or not tail[at:].startswith(_END_MARK) or tail[-2:] != b"\0\0":
        at = tail.rfind(_END_MARK)
    if at < 0 or len(tail) < at + _END.size:
        raise BadArchive(name, "its end is missing", "文件不完整")
    if _END_64_MARK in tail[max(at - 20, 0) : at] or _END.unpack_from(tail, at)[5] > MOST_LISTED:
        raise BadArchive(name, "it holds too many files", "其中的文件过多")


def _read(archive: zipfile.ZipFile, name: str) -> CaseFiles:
    members = _members(archive, name)
    cases = [place for place in sorted(members, key=len) if place.rpartition("/")[2] == CASE]
    cases = cases or [place for place in members if place.endswith(".json")]
    if not cases:
        raise BadArchive(name, f"there is no {CASE} in it", f"其中没有 {CASE}")
    folder = cases[0][: cases[0].rfind("/") + 1]
    case = parse_case(_content(archive, members.pop(cases[0]), FILE_LIMIT), f"{name}/{safe_filename(cases[0])}")
    contents: dict[str, bytes] = {}
    used: set[str] = set()
    for wanted, place in _places(names_of(case)).items():
        ways = (f"{folder}{wanted}", f"{folder}{place}", f"{folder}{UNPACKED}/{safe_filename(wanted)}")
        found = next((_folded(way) for way in ways if _folded(way) in members), None)
        if found:
            contents[wanted] = _content(archive, members[found], EVIDENCE_LIMIT)
            used.add(found)
    if left := sorted(set(members) - used):
        other = safe_filename(left[0])
        raise BadArchive(name, f"it holds {other}, which no exhibit names", f"其中的 {other} 不属于任何附件")
    return with_files(case, contents, name)


def _members(archive: zipfile.ZipFile, name: str) -> dict[str, zipfile.ZipInfo]:
    """Return the files in an archive by their folded names, once it is certain that all of them are harmless."""
    members: dict[str, zipfile.ZipInfo] = {}
    for member, place in ((member, _place(member)) for member in archive.infolist()):
        parts = place.split("/")
        if place.startswith("/") or ".." in parts or ":" in parts[0] or "\x00" in place:
            raise BadArchive(name, "a name in it leads out of the archive", "其中有文件名指向压缩包之外")
        if member.is_dir() or place.endswith("/") or {part.casefold() for part in parts} & set(_DROPPED):
            continue
        if stat.S_ISLNK(member.external_attr >> 16):
            raise BadArchive(name, "it holds a link instead of a file", "其中有链接，不是文件")
        if member.flag_bits & _ENCRYPTED:
            raise BadArchive(name, "it is locked with a password", "压缩包有密码")
        if member.compress_type not in _METHODS:
            raise BadArchive(name, "it is packed in a way that is not read", "压缩方式不受支持")
        if _folded(place) in members:
            raise BadArchive(name, "two files in it bear the same name", "其中两个文件同名")
        members[_folded(place)] = member
    unpacked = sum(member.file_size for member in members.values())
    if unpacked > ARCHIVE_LIMIT:
        raise TooLarge(name, unpacked, ARCHIVE_LIMIT)
    return members


def _place(member: zipfile.ZipInfo) -> str:
    """Return the name of a file in an archive; one not marked as UTF-8 is in the encoding of whoever packed it."""
    place = member.orig_filename
    if not member.flag_bits & _UTF8 and not place.isascii():
        raw = place.encode("cp437")
        place = next(_decoded(raw), place)
    return place.replace("\\", "/")


def _decoded(raw: bytes) -> Iterator[str]:
    for encoding in ("utf-8", "gb18030"):
        try:
            yield raw.decode(encoding)
        except UnicodeDecodeError:
            continue


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limit: int) -> bytes:
    if member.file_size > limit:
        raise TooLarge(safe_filename(member.filename), member.file_size, limit)
    with archive.open(member) as file:
        return file.read(limit + 1)
