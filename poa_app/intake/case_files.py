"""A case with the files of its exhibits: read out of a folder, and named so that each file has a name of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from poa_app.errors import TooLarge, UnreadableFile
from poa_app.intake.evidence import EVIDENCE_LIMIT, detect_file_type, safe_filename
from poa_app.intake.exhibit_files import beside
from poa_app.model.case import Case
from poa_app.model.exhibits import FILES, file_names
from poa_app.model.paths import edit

FILES_LIMIT = 250_000_000
"""Bytes all files of one case may have, so that a case fits into memory; Amazon takes far less."""


@dataclass(frozen=True)
class KeptFile:
    """A file of a case: the name its exhibits know it by, its content, and its type, judged by the content."""

    name: str
    content: bytes
    kind: str


@dataclass(frozen=True)
class CaseFiles:
    """A case with the files of its exhibits.

    Attributes:
        case: its exhibits name the files by their last names.
        files: those that were found, in the order of the exhibits.
    """

    case: Case
    files: tuple[KeptFile, ...]

    @property
    def missing(self) -> frozenset[str]:
        """The row ids of exhibits that name a file which was not found."""
        there = {file.name for file in self.files}
        return frozenset(
            one.id for one in self.case.exhibits if not there.issuperset(map(safe_filename, file_names(one)))
        )

    @property
    def absent(self) -> tuple[str, ...]:
        """The names of files that exhibits name and that were not found."""
        there = {file.name for file in self.files}
        return tuple(name for name in names_of(self.case) if safe_filename(name) not in there)


def names_of(case: Case) -> tuple[str, ...]:
    """Return the name of every file the exhibits of a case name, each once, in their order."""
    return tuple(dict.fromkeys(name for exhibit in case.exhibits for name in file_names(exhibit)))


def numbered(name: str) -> Iterator[str]:
    """Yield a file's name, then the same with a number before its suffix, from 2 on."""
    stem, dot, suffix = name.rpartition(".")
    return chain((name,), (f"{stem}-{number}{dot}{suffix}" for number in count(2)))


def with_files(case: Case, contents: Mapping[str, bytes], file: str) -> CaseFiles:
    """Judge the files of a case, and give each file the last part of its name, or that with a number.

    Args:
        case: as it was read; its exhibits may name files with folders.
        contents: by the names the exhibits use; what is not here was not found.
        file: what was read, for messages.

    Raises:
        TooLarge, BadEvidence: a file is not of a kind that is accepted, or all together are too large.
    """
    total = sum(map(len, contents.values()))
    if total > FILES_LIMIT:
        raise TooLarge(file, total, FILES_LIMIT)
    taken: dict[str, bytes | None] = {}
    given: dict[str, str] = {}
    kept: list[KeptFile] = []
    for name in names_of(case):
        content = contents.get(name)
        own = next(
            one
            for one in numbered(safe_filename(name))
            if one not in taken or (content is not None and taken[one] == content)
        )
        if content is not None and own not in taken:
            kept.append(KeptFile(own, content, detect_file_type(content, own)))
        taken[own], given[name] = content, own if content is not None or own != safe_filename(name) else name
    return CaseFiles(_renamed(case, given), tuple(kept))


def _renamed(case: Case, given: Mapping[str, str]) -> Case:
    for exhibit in case.exhibits:
        for field in FILES:
            name = getattr(exhibit, field)
            if name in given and given[name] != name:
                case = edit(case, f"/exhibits/{exhibit.id}/{field}", given[name])
    return case


def with_files_beside(case: Case, folder: Path, file: str) -> CaseFiles:
    """Find the files of a case in a folder, and judge them.

    Args:
        case: as it was read; nothing outside the folder is looked at, whatever its exhibits name.
        folder: where its file lies.
        file: what was read, for messages.

    Raises:
        InputError: a file it names cannot be used.
    """
    return with_files(case, dict(_beside(folder, names_of(case))), file)


def _beside(folder: Path, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    left = FILES_LIMIT
    for name in names:
        place = beside(folder, name)
        if place is None:
            continue
        try:
            with place.open("rb") as file:
                content = file.read(EVIDENCE_LIMIT + 1)
        except OSError as error:
            raise UnreadableFile(safe_filename(name), (error.strerror or "no access").lower()) from error
        left -= len(content)
        if left < 0:
            raise TooLarge(safe_filename(name), FILES_LIMIT - left, FILES_LIMIT)
        yield name, content
