"""The files kept with a case: listed, named for handing over, looked at and packed."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps

from poa_app.errors import PoaError
from poa_app.intake.case_archive import pack
from poa_app.intake.case_files import numbered
from poa_app.intake.evidence import safe_filename
from poa_app.intake.notice_file import read_notice
from poa_app.model.case import Case
from poa_app.model.exhibits import FILES, given_name
from poa_app.model.text import is_blank
from poa_app.store import CaseFile, Removed, Store

__all__ = ["MIME", "Kept", "Removed", "kept", "packed", "picture", "removed", "words"]

MIME = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "txt": "text/plain",
    "eml": "message/rfc822",
    "csv": "text/csv",
}
"""The media type of each type of file that is kept. Source: IANA's registry of media types."""

PICTURES = ("png", "jpg", "gif", "webp")
MOST_PIXELS = 40_000_000
"""Pixels of a picture that is still unpacked to be looked at: about 160 MB."""

WIDEST = 1_400
"""Pixels of a picture as it is looked at, either way."""


@dataclass(frozen=True)
class Kept:
    """A file an exhibit names and the case has.

    Attributes:
        exhibit: row id of the exhibit.
        field: ``file``, or ``translation``.
        name: by which the case knows it.
        given: by which it is handed over, and the letter names it.
        sha256: of its content.
        kind: its type.
        size: in bytes.
    """

    exhibit: str
    field: str
    name: str
    given: str
    sha256: str
    kind: str
    size: int


def kept(case: Case, files: Iterable[CaseFile]) -> tuple[Kept, ...]:
    """List the files of a case by its exhibits; one that two exhibits name is there for each of them."""
    held = {file.name: (file.sha256, file.kind, file.size) for file in files}
    return tuple(
        Kept(exhibit.id, field, name, safe_filename(given_name(case, exhibit, field)), *held[name])
        for exhibit in case.exhibits
        for field in FILES
        if (name := safe_filename(getattr(exhibit, field) or "")) in held and not is_blank(getattr(exhibit, field))
    )


def removed(store: Store, id: str) -> tuple[Removed, ...]:
    """List the files that were removed from a case and can still be brought back."""
    return store.removed_files(id)


def packed(store: Store, id: str) -> bytes:
    """Return all files of a case's exhibits as one zip, each under the name it is handed over by.

    Raises:
        UnknownCase: there is no case with that id.
        DamagedFile: a file is no longer what was put there.
    """
    entries: dict[str, bytes] = {}
    for one in kept(store.load(id).case, store.files(id)):
        name = next(name for name in numbered(one.given) if name not in entries)
        entries[name] = store.file(id, one.sha256)
    return pack(entries.items())


def picture(content: bytes, kind: str) -> bytes | None:
    """Return a picture as a PNG to be looked at, or none where it is no picture or cannot be unpacked safely."""
    if kind not in PICTURES:
        return None
    shown = BytesIO()
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(content), formats=("PNG", "JPEG", "GIF", "WEBP")) as image:
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            if image.width * image.height > MOST_PIXELS:
                return None
            image.draft("RGB", (WIDEST, WIDEST))
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((WIDEST, WIDEST))
            upright.convert("RGBA" if upright.has_transparency_data else "RGB").save(shown, "PNG")
    except Exception:  # whatever is raised over a foreign picture, it cannot be shown
        return None
    return shown.getvalue()


def words(content: bytes, kind: str) -> str:
    """Return the words of a text, mail or PDF, or nothing where there are none to be read."""
    try:
        return read_notice(content, f"file.{'txt' if kind == 'csv' else kind}")
    except PoaError:
        return ""
