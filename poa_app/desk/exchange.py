"""Cases come in from files and go out as files, with their exhibits; everything comes in or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from poa_app.desk.admission import admitted
from poa_app.desk.cases import write_file
from poa_app.desk.letters import file_name
from poa_app.errors import BadOutput
from poa_app.intake.case_archive import ARCHIVE_LIMIT, ARCHIVE_SUFFIX, is_archive, read_archive, write_archive
from poa_app.intake.case_file import parse_case, read_bytes, write_case
from poa_app.intake.case_files import CaseFiles, KeptFile, with_files_beside
from poa_app.store import Store, Stored

__all__ = [
    "ARCHIVE_LIMIT",
    "ARCHIVE_SUFFIX",
    "export_all",
    "export_case",
    "export_file",
    "held_by",
    "import_case",
    "import_file",
    "listed",
    "read_file",
    "source",
]


def read_file(path: Path) -> CaseFiles:
    """Read an archive with its files, or a case file with the files that lie beside it.

    Raises:
        InputError: it cannot be used, or names an unknown enforcement.
    """
    content = read_bytes(path, ARCHIVE_LIMIT)
    held = _read(content, path.name)
    return held if is_archive(content) else with_files_beside(held.case, path.parent, path.name)


def _read(content: bytes, name: str) -> CaseFiles:
    held = read_archive(content, name) if is_archive(content) else CaseFiles(parse_case(content, name), ())
    admitted(held.case, name)
    return held


def import_case(store: Store, content: bytes, name: str) -> Stored:
    """Take in an archive, or a case file without its exhibits' files, as a new case.

    Raises:
        InputError: it cannot be used, or names an unknown enforcement; nothing is kept then.
    """
    return _kept(store, _read(content, name))


def import_file(store: Store, path: Path) -> tuple[Stored, tuple[str, ...]]:
    """Take in an archive, or a case file with the exhibits' files beside it, as a new case.

    Returns:
        The case, and the names of the files its exhibits name that were not found.

    Raises:
        InputError: it cannot be used, or names an unknown enforcement; nothing is kept then.
    """
    held = read_file(path)
    return _kept(store, held), held.absent


def listed(store: Store) -> tuple[dict[str, Any], ...]:
    """List the cases on the board as scripts rely on it, the last saved first."""
    return tuple(
        {
            "id": one.id,
            "client": one.case.client.store,
            "enforcements": list(one.case.enforcements),
            "marketplaces": list(one.case.marketplaces),
            "saved": one.saved.isoformat(timespec="seconds"),
        }
        for one in store.listed()
    )


def export_all(store: Store, folder: Path) -> Iterator[Path]:
    """Write every case on the board as an archive into a folder, which is made where it is not there.

    Raises:
        PoaError: a case cannot be written; those before it stand there.
    """
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise BadOutput(str(folder), (error.strerror or "no access").lower(), "无法建立该文件夹") from error
    for one in store.listed():
        place = folder / file_name(one.case, one.id, one.id, ARCHIVE_SUFFIX)
        write_file(place, export_case(store, one.id))
        yield place


def _kept(store: Store, held: CaseFiles) -> Stored:
    return store.create(held.case, ((file.name, file.content, file.kind) for file in held.files))


def held_by(store: Store, id: str) -> CaseFiles:
    """Return a stored case with its files.

    Raises:
        UnknownCase: there is no case with that id.
        DamagedFile: a file is no longer what was put there.
    """
    files = (KeptFile(name, store.file(id, digest), kind) for name, digest, kind, _ in store.files(id))
    return CaseFiles(store.load(id).case, tuple(files))


def export_case(store: Store, id: str) -> bytes:
    """Return a stored case as an archive.

    Raises:
        UnknownCase: there is no case with that id.
        DamagedFile: a file is no longer what was put there.
        TooLarge: its files are more than an archive may hold.
    """
    return write_archive(held_by(store, id))


def export_file(held: CaseFiles, out: Path) -> None:
    """Write a case as the kind of file a name asks for: with its exhibits as .zip, without them as .json.

    Raises:
        BadOutput: it asks for neither, or the place cannot be written.
        TooLarge: its files are more than an archive may hold.
    """
    if out.suffix.lower() not in (".zip", ".json"):
        raise BadOutput(
            str(out), f"a case is written as {ARCHIVE_SUFFIX} or .json", f"案件只能写成 {ARCHIVE_SUFFIX} 或 .json"
        )
    write_file(out, write_archive(held) if out.suffix.lower() == ".zip" else write_case(held.case))


def source(store: Callable[[], Store], named: str) -> CaseFiles:
    """Return the case somebody named: by its id in the store, or by a case file or archive.

    Raises:
        InputError: it cannot be used, or there is none.
    """
    path = Path(named)
    if ID.fullmatch(named) and not path.exists():
        return held_by(store(), named)
    return read_file(path)


ID = re.compile(r"[a-z0-9]{12}")
"""What the ids of stored cases look like."""
