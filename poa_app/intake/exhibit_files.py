"""Looks whether the files of a case's exhibits lie beside it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from poa_app.model.case import Case
from poa_app.model.exhibits import file_names

UNPACKED = "files"
"""The folder in which an unpacked case archive has its files."""


def missing_files(case: Case, folder: Path) -> frozenset[str]:
    """Return the row ids of exhibits that name a file which does not lie in the folder or below it.

    Args:
        case: the case.
        folder: where its file lies; nothing outside it is looked at.
    """
    return frozenset(
        exhibit.id for exhibit in case.exhibits if any(beside(folder, name) is None for name in file_names(exhibit))
    )


def beside(folder: Path, name: str) -> Path | None:
    """Return where a file lies: in a folder, below it, or where an unpacked archive has it; none where it does not."""
    return next((path for path in (_inside(folder, name), _inside(folder, f"{UNPACKED}/{name}")) if path), None)


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file; its path where it cannot be read, since it is then like no other."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return str(path)


def _inside(folder: Path, name: str) -> Path | None:
    try:
        root = folder.resolve()
        path = (root / name).resolve()
        return path if path.is_relative_to(root) and path.is_file() else None
    except (OSError, ValueError, RuntimeError):  # no access, a zero byte, a ring of links
        return None
