"""What the papers of a case say: read once when a file comes in, kept beside it, and looked up by its SHA-256."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from poa_app.check.paper_facts import may_be_invoice
from poa_app.facts.invoices import InvoiceFacts, invoice_facts
from poa_app.intake.evidence import safe_filename
from poa_app.intake.paper_text import READ_KINDS, Fault, PaperText, read_paper
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit
from poa_app.model.supply import file_key
from poa_app.store import CaseFile, Store

__all__ = [
    "CaseFile",
    "ReadPaper",
    "by_exhibit",
    "facts_by_key",
    "is_read_for",
    "keep_reading",
    "read_now",
    "read_papers",
    "safe_name",
    "unread",
]

MOST_HELD = 2_000
"""Papers whose facts stay in memory, some kilobytes each."""


@dataclass(frozen=True)
class ReadPaper:
    """What a file says.

    Attributes:
        facts: of the invoice it is; blank for any other paper.
        fault: why nothing could be read.
    """

    facts: InvoiceFacts
    fault: Fault = ""


_held: OrderedDict[tuple[str, str], ReadPaper] = OrderedDict()
"""What was read, by the SHA-256 of the file and the fault; a file says the same in every store."""


def read_papers(store: Store, files: Iterable[CaseFile]) -> dict[str, ReadPaper]:
    """Return what files say that have been read, by their SHA-256; nothing is read here."""
    wanted = {file.sha256 for file in files if file.kind in READ_KINDS}
    known = {sha256: _held[sha256, ""] for sha256 in wanted if (sha256, "") in _held}
    missing = wanted - set(known)
    texts = store.paper_texts(missing) if missing else {}
    return known | {sha256: _understood(sha256, text) for sha256, text in texts.items()}


def _understood(sha256: str, read: PaperText) -> ReadPaper:
    if read.fault:
        return ReadPaper(InvoiceFacts(), read.fault)
    paper = _held[sha256, ""] = ReadPaper(invoice_facts(read.text))
    while len(_held) > MOST_HELD:
        _held.popitem(last=False)
    return paper


def keep_reading(store: Store, sha256: str, content: bytes, kind: str) -> None:
    """Read a file that has come in and keep what it says; a kind that is not read is left alone."""
    if kind in READ_KINDS:
        store.keep_paper_text(sha256, read_paper(content))


def read_now(store: Store, id: str, files: Iterable[CaseFile]) -> None:
    """Read files of a case that were kept before there was anything to read them, or in another way.

    Raises:
        UnknownCase, StaleReference, DamagedFile: a file is not there as it was kept.
    """
    for file in files:
        keep_reading(store, file.sha256, store.file(id, file.sha256), file.kind)


def safe_name(name: str | None) -> str:
    """Return the name under which a file is kept."""
    return safe_filename(name or "")


def is_read_for(case: Case, exhibit: Exhibit) -> bool:
    """Whether a paper is read as an invoice."""
    return may_be_invoice(case, exhibit, knowledge())


def unread(case: Case, files: Iterable[CaseFile], read: Mapping[str, ReadPaper]) -> tuple[CaseFile, ...]:
    """Return the files of invoices of a case that have not been read."""
    named = {safe_name(one.file) for one in case.exhibits if one.file and is_read_for(case, one)}
    return tuple(
        file for file in files if file.name in named and file.kind in READ_KINDS and file.sha256 not in read
    )  # fmt: skip


def by_exhibit(case: Case, files: Iterable[CaseFile], read: Mapping[str, ReadPaper]) -> dict[str, ReadPaper]:
    """Return what the papers of a case say, by the row id of their exhibit."""
    held = {file.name: file.sha256 for file in files}
    digests = {one.id: held.get(safe_name(one.file), "") for one in case.exhibits if one.file}
    return {exhibit: read[digest] for exhibit, digest in digests.items() if digest in read}


def facts_by_key(files: Iterable[CaseFile], read: Mapping[str, ReadPaper]) -> frozenset[tuple[str, InvoiceFacts]]:
    """Return what files say, each by its compared name, as a check is given it."""
    return frozenset((file_key(file.name), read[file.sha256].facts) for file in files if file.sha256 in read)
