"""Looks whether the files of a case's exhibits lie beside it."""

from __future__ import annotations

from pathlib import Path

from poa_app.model.case import Case


def absent(case: Case, folder: Path) -> frozenset[str]:
    """Give the row ids of exhibits whose file is named but does not lie in the folder or below it.

    Args:
        case: the case.
        folder: where its file lies; nothing outside it is looked at.
    """
    root = folder.resolve()
    return frozenset(exhibit.id for exhibit in case.exhibits if exhibit.file and not _is_there(root, exhibit.file))


def _is_there(root: Path, name: str) -> bool:
    try:
        path = (root / name).resolve()
        return path.is_relative_to(root) and path.is_file()
    except (OSError, ValueError, RuntimeError):  # no access, a zero byte, a ring of links
        return False
