"""Evidence of stored cases: taken in by content, kept once, and looked for when a case is checked."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from poa_app.desk.exchange import import_file
from poa_app.desk.paper_reading import keep_reading
from poa_app.errors import StaleReference
from poa_app.intake.evidence import SUFFIXES, detect_file_type, name_for, safe_filename
from poa_app.model.case import Case
from poa_app.model.exhibits import file_names
from poa_app.model.row_edits import add_row
from poa_app.model.supply import file_key
from poa_app.store import CaseFile, Store, Stored

__all__ = ["SUFFIXES", "add", "attach", "digests", "missing_files", "open_example"]

ACCEPTED = {"file": SUFFIXES, "translation": ("pdf", "png", "jpg", "jpeg", "gif")}
"""Kinds of file by the field of an exhibit; a translation has one that Amazon takes."""


def attach(store: Store, id: str, exhibit: str, name: str, content: bytes, field: str = "file") -> Stored:
    """Keep a file as the evidence of an exhibit, in place of the one it had.

    Args:
        store: where to keep it.
        id: the case.
        exhibit: row id of the exhibit.
        name: what its owner calls it; kept as a label, with the suffix that says what it holds.
        content: the file.
        field: ``file``, or ``translation`` for its translation.

    What it says is read at once, and kept beside it.

    Raises:
        InputError: the file is too large, of a kind not accepted, or not what its name says; or the exhibit or the
            case is gone.
    """
    kind = detect_file_type(content, name, ACCEPTED[field])
    try:
        stored = store.attach(id, f"/exhibits/{exhibit}/{field}", name_for(name, kind), content, kind)
    except KeyError:
        raise StaleReference("exhibit", "附件") from None
    if field == "file":
        keep_reading(store, sha256(content).hexdigest(), content, kind)
    return stored


def add(store: Store, id: str, name: str, content: bytes) -> tuple[Stored, str]:
    """Keep a file as the evidence of a new exhibit.

    Returns:
        The case, and the path of the exhibit.

    Raises:
        InputError: the file is not accepted, or the case is gone.
    """
    detect_file_type(content, name)
    made = ""

    def with_row(case: Case) -> Case:
        nonlocal made
        case, made = add_row(case, "/exhibits")
        return case

    store.change(id, with_row, "/exhibits")
    return attach(store, id, made.rsplit("/", 1)[-1], name, content), made


def missing_files(case: Case, files: Iterable[CaseFile]) -> frozenset[str]:
    """Return the row ids of exhibits that name a file which is not kept with the case."""
    kept = {file.name for file in files}
    return frozenset(one.id for one in case.exhibits if not kept.issuperset(map(safe_filename, file_names(one))))


def digests(files: Iterable[CaseFile]) -> frozenset[tuple[str, str]]:
    """Return files kept with a case, each as its compared name and the SHA-256 of its content."""
    return frozenset((file_key(file.name), file.sha256) for file in files)


def open_example(store: Store, path: Path) -> Stored:
    """Take in a shipped example with its exhibits, as a case of one's own."""
    return import_file(store, path)[0]
