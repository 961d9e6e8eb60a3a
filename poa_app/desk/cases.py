"""Open, make, split and save cases."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path

from poa_app.check.paper_facts import may_be_invoice
from poa_app.desk.admission import admitted, likely
from poa_app.desk.state import CaseState
from poa_app.errors import BadOutput, UnknownName
from poa_app.facts.invoices import InvoiceFacts, invoice_facts
from poa_app.intake.case_archive import ARCHIVE_LIMIT, is_archive, read_archive
from poa_app.intake.case_file import parse_case, read_bytes, write_case
from poa_app.intake.case_files import names_of
from poa_app.intake.evidence import EVIDENCE_LIMIT, PDF_HEADER_WITHIN
from poa_app.intake.exhibit_files import beside, digest_of, missing_files
from poa_app.intake.paper_text import read_paper
from poa_app.knowledge import knowledge
from poa_app.knowledge.rates import new_rate
from poa_app.model import factory
from poa_app.model.case import Case
from poa_app.model.supply import file_key


@dataclass(frozen=True)
class Opened:
    """A case read from a file.

    Attributes:
        case: as it was read.
        missing: row ids of exhibits that name a file which is neither in the archive nor beside the case file.
        absent: the names of those files.
        digests: the SHA-256 of the files that are there, by ``supply.file_key``.
        papers: what its invoices say, by ``supply.file_key``, where they were asked to be read.
    """

    case: Case
    missing: frozenset[str]
    missing_files: tuple[str, ...]
    digests: Mapping[str, str]
    papers: Mapping[str, InvoiceFacts] = field(default_factory=dict)

    def state(self, today: date) -> CaseState:
        """Return what follows from the case and its files on a day."""
        return CaseState(self.case, today, self.missing, frozenset(self.digests.items()), self._said)

    @property
    def _said(self) -> frozenset[tuple[str, InvoiceFacts]]:
        return frozenset(self.papers.items())


def open_file(path: Path, with_papers: bool = False) -> Opened:
    """Read a case file or an archive, and look which of its exhibits' files are there.

    Args:
        path: of the file.
        with_papers: whether its invoices are read, which takes a moment each.

    Raises:
        InputError: the file cannot be used, or names an unknown enforcement.
    """
    content = read_bytes(path, ARCHIVE_LIMIT)
    if is_archive(content):
        held = read_archive(content, path.name)
        digests = {file_key(file.name): sha256(file.content).hexdigest() for file in held.files}
        contents = {file.name: file.content for file in held.files}
        papers = _papers(held.case, contents.get) if with_papers else {}
        return Opened(admitted(held.case, path.name), held.missing, held.absent, digests, papers)
    case = admitted(parse_case(content, path.name), path.name)
    places = {name: beside(path.parent, name) for name in names_of(case)}
    digests = {file_key(name): digest_of(place) for name, place in places.items() if place}
    absent = tuple(name for name in places if not places[name])
    papers = _papers(case, lambda name: _content(places.get(name))) if with_papers else {}
    return Opened(case, missing_files(case, path.parent), absent, digests, papers)


def _papers(case: Case, content_of: Callable[[str], bytes | None]) -> dict[str, InvoiceFacts]:
    """Read the invoices of a case, each file once."""
    named = [one.file for one in case.exhibits if one.file and may_be_invoice(case, one, knowledge())]
    contents = ((name, content_of(name) or b"") for name in dict.fromkeys(named))
    pdfs = ((name, content) for name, content in contents if b"%PDF-" in content[:PDF_HEADER_WITHIN])
    return {file_key(name): invoice_facts(read_paper(content).text) for name, content in pdfs}


def _content(place: Path | None) -> bytes | None:
    try:
        return place.read_bytes() if place and place.stat().st_size <= EVIDENCE_LIMIT else None
    except OSError:  # the check says that it is not there
        return None


def open_case(path: Path) -> Case:
    """Read a case file or an archive.

    Raises:
        InputError: the file cannot be used, or names an unknown enforcement.
    """
    return open_file(path).case


def create(slug: str) -> Case:
    """Make an empty case for an enforcement.

    Raises:
        UnknownName: there is no such enforcement.
    """
    known = knowledge()
    if slug not in known.enforcements:
        raise UnknownName("enforcement", "违规类型", slug, likely(slug))
    one = known.enforcements[slug]
    return factory.new_case(slug, one.levels[0], one.usual_route, [new_rate(rate, known) for rate in one.metrics])


def siblings(case: Case) -> tuple[Case, ...]:
    """Split a case into one a route."""
    return factory.split(case)


def save_case(case: Case, path: Path) -> None:
    """Write a case file, whole or not at all.

    Raises:
        BadOutput: the place cannot be written.
    """
    write_file(path, write_case(case))


def write_file(path: Path, content: bytes) -> None:
    """Write a file so that at no moment half of it stands there; a link is followed, and its target written.

    Raises:
        BadOutput: the folder is missing or cannot be written, or something that is no file stands where it should.
    """
    place = Path(os.path.realpath(path))
    if not os.path.isdir(place.parent):
        raise BadOutput(str(path), "there is no such folder", "文件夹不存在")
    if os.path.isdir(place):
        raise BadOutput(str(path), "a folder stands there", "该处是文件夹")
    if os.path.lexists(place) and not os.path.isfile(place):
        raise BadOutput(str(path), "a pipe, a device or a ring of links stands there", "该处是管道、设备或循环链接")
    held = place.with_name(f".poa-{secrets.token_hex(8)}")
    try:
        with open(held, "xb") as file:
            file.write(content)
        if place.exists():
            os.chmod(held, stat.S_IMODE(place.stat().st_mode))  # a file written over keeps its rights
        os.replace(held, place)
    except OSError as error:
        raise BadOutput(str(path), (error.strerror or "no access").lower(), "没有写入权限或空间不足") from error
    finally:
        held.unlink(missing_ok=True)
