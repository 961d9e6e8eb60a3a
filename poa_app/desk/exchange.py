"""Cases come in from files and go out as files, with their exhibits; everything comes in or nothing."""

from __future__ import annotations

from pathlib import Path

from poa_app.desk.admission import admitted
from poa_app.errors import BadOutput
from poa_app.intake.case_archive import ARCHIVE_LIMIT, ARCHIVE_SUFFIX, is_archive, read_archive, write_archive
from poa_app.intake.case_file import parse_case, read_bytes, write_case
from poa_app.intake.case_files import CaseFiles, KeptFile, with_files_beside
from poa_app.intake.evidence import label
from poa_app.store import Store, Stored

__all__ = ["ARCHIVE_LIMIT", "ARCHIVE_SUFFIX", "CaseFiles", "export_case", "export_file", "import_case", "import_file"]


def read_file(path: Path) -> CaseFiles:
    """Read a case file with the files beside it, or an archive with those in it.

    Raises:
        InputError: it cannot be used, or names an enforcement nobody knows.
    """
    content = read_bytes(path, ARCHIVE_LIMIT)
    if is_archive(content):
        held = read_archive(content, path.name)
    else:
        held = with_files_beside(parse_case(content, path.name), path.parent, path.name)
    admitted(held.case, path.name)
    return held


def import_case(store: Store, content: bytes, name: str) -> Stored:
    """Take in an archive, or a case file without its exhibits' files, as a new case.

    Raises:
        InputError: it cannot be used, or names an enforcement nobody knows; nothing is kept then.
    """
    held = read_archive(content, name) if is_archive(content) else CaseFiles(parse_case(content, name), ())
    admitted(held.case, name)
    return _kept(store, held)


def import_file(store: Store, path: Path) -> tuple[Stored, tuple[str, ...]]:
    """Take in an archive, or a case file with the exhibits' files beside it, as a new case.

    Returns:
        The case, and the names of the files its exhibits name that were not found.

    Raises:
        InputError: it cannot be used, or names an enforcement nobody knows; nothing is kept then.
    """
    held = read_file(path)
    return _kept(store, held), held.absent


def _kept(store: Store, held: CaseFiles) -> Stored:
    return store.create(held.case, ((file.name, file.content, file.kind) for file in held.files))


def held_by(store: Store, id: str) -> CaseFiles:
    """Return a stored case with its files.

    Raises:
        UnknownCase: no case bears that id.
        DamagedFile: a file is no longer what was put there.
    """
    files = (KeptFile(name, store.file(id, digest), kind) for name, digest, kind, _ in store.files(id))
    return CaseFiles(store.load(id).case, tuple(files))


def export_case(store: Store, id: str) -> bytes:
    """Return a stored case as an archive.

    Raises:
        UnknownCase: no case bears that id.
        DamagedFile: a file is no longer what was put there.
        TooLarge: its files are more than an archive may hold.
    """
    return write_archive(held_by(store, id))


def exported(held: CaseFiles, name: str) -> bytes:
    """Return a case as the kind of file a name asks for: with its exhibits as .zip, without them as .json.

    Raises:
        BadOutput: it asks for neither.
    """
    if name.lower().endswith(".zip"):
        return write_archive(held)
    if name.lower().endswith(".json"):
        return write_case(held.case)
    raise BadOutput(label(name), f"a case is written as {ARCHIVE_SUFFIX} or .json", f"案件只能写成 {ARCHIVE_SUFFIX} 或 .json")
