"""A case and its exhibits go into one file and come out whole; what is no such file is refused in a sentence."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from poa_app.errors import BadArchive, BadEvidence, InputError, NotJson, TooLarge
from poa_app.intake import case_archive
from poa_app.intake.case_archive import is_archive, read_archive, write_archive
from poa_app.intake.case_file import write_case
from poa_app.intake.case_files import CaseFiles, KeptFile
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit
from tests.each import for_each

PDF = b"%PDF-1.7\n"
NAMES = [
    "invoice.pdf",
    "发票 2026年11月.pdf",
    "Rechnung Müller.pdf",
    "a" * 116 + ".pdf",
    "发" * 116 + ".pdf",
    "con.pdf",
]


def _case(*names: str, translation: str | None = None) -> Case:
    rows = [Exhibit(id=f"exhi{place:02}", file=name) for place, name in enumerate(names)]
    rows[0] = rows[0].model_copy(update={"translation": translation})
    return Case(exhibits=tuple(rows))


def _held(*names: str) -> CaseFiles:
    files = tuple(KeptFile(name, PDF + name.encode(), "pdf") for name in names)
    return CaseFiles(_case(*names), files)


@dataclass
class Zip:
    """A zip somebody else has made: names and contents, and what is done to each entry."""

    entries: list[tuple[str, bytes]] = field(default_factory=list)

    def packed(
        self, change: Callable[[zipfile.ZipInfo], None] = lambda _: None, way: int = zipfile.ZIP_DEFLATED
    ) -> bytes:
        """Return its bytes."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", way) as archive:
            for name, content in self.entries:
                entry = zipfile.ZipInfo(name)
                entry.compress_type = way
                change(entry)
                archive.writestr(entry, content)
        return out.getvalue()


CASE = write_case(_case("invoice.pdf"))
GOOD = [("case.json", CASE), ("files/invoice.pdf", PDF)]


@for_each("names", [NAMES, NAMES[::-1], ["A.pdf", "a.pdf", "a-2.pdf"], ["é.pdf", "e\u0301.pdf"]])
def test_a_case_comes_back_whole_under_the_same_names(names: list[str]) -> None:
    held = _held(*names)
    packed = write_archive(held)
    assert is_archive(packed)
    assert read_archive(packed, "x.poa.zip") == held


def test_a_translation_comes_along() -> None:
    case = _case("发票.pdf", translation="invoice in English.pdf")
    held = CaseFiles(case, (KeptFile("发票.pdf", PDF, "pdf"), KeptFile("invoice in English.pdf", PDF + b"en", "pdf")))
    assert read_archive(write_archive(held), "x.poa.zip") == held


def test_the_same_case_gives_the_same_bytes_and_every_system_can_unpack_them() -> None:
    packed = write_archive(_held(*NAMES))
    assert packed == write_archive(_held(*NAMES))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert archive.read("case.json") == write_case(_case(*NAMES))
    assert names[0] == "case.json"
    assert all(len(name.encode()) <= 160 for name in names)
    assert "files/con.pdf" not in names
    assert len({name.casefold() for name in names}) == len(names)


def test_a_file_that_is_not_there_is_missing_not_refused() -> None:
    held = CaseFiles(_case("there.pdf", "gone.pdf"), (KeptFile("there.pdf", PDF, "pdf"),))
    read = read_archive(write_archive(held), "x.poa.zip")
    assert (read.absent, read.missing) == (("gone.pdf",), {"exhi01"})


@for_each(
    "entries",
    [
        [("invoice/case.json", CASE), ("invoice/files/invoice.pdf", PDF)],
        [("case.json", CASE), ("invoice.pdf", PDF)],
        [*GOOD, ("__MACOSX/._case.json", b"x"), (".DS_Store", b"x"), ("files/Thumbs.db", b"x")],
        [("files/", b""), *GOOD],
        [("case.json", CASE), ("files\\invoice.pdf", PDF)],
        [("late-shipment-rate.json", write_case(_case("proofs/invoice.pdf"))), ("proofs/invoice.pdf", PDF)],
    ],
    ids=["in a folder", "beside", "droppings", "folder entry", "backslashes", "a folder as examples are"],
)
def test_what_people_and_systems_do_to_a_zip_is_understood(entries: list[tuple[str, bytes]]) -> None:
    read = read_archive(Zip(entries).packed(), "x.zip")
    assert [(one.name, one.content) for one in read.files] == [("invoice.pdf", PDF)]
    assert read.absent == ()


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_packed_without_saying_their_encoding_are_found(encoding: str) -> None:
    raw = "files/发票.pdf".encode(encoding)
    stand_in = "files/" + "x" * (len(raw) - 6)
    packed = Zip([("case.json", write_case(_case("发票.pdf"))), (stand_in, PDF)]).packed()
    read = read_archive(packed.replace(stand_in.encode(), raw), "x.zip")
    assert [one.name for one in read.files] == ["发票.pdf"]


def test_a_name_as_macs_write_it_is_found() -> None:
    read = read_archive(Zip([("case.json", write_case(_case("é.pdf"))), ("files/e\u0301.pdf", PDF)]).packed(), "x.zip")
    assert [one.name for one in read.files] == ["é.pdf"]


def _link(entry: zipfile.ZipInfo) -> None:
    if entry.filename != "case.json":
        entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16


def _locked(packed: bytes) -> bytes:
    """Mark every file of an archive as encrypted."""
    return packed.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01").replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
    )


REFUSED = {
    "path up": ([*GOOD, ("../evil.pdf", PDF)], "leads out"),
    "path up inside": ([*GOOD, ("files/../../evil.pdf", PDF)], "leads out"),
    "path up with backslashes": ([*GOOD, ("..\\evil.pdf", PDF)], "leads out"),
    "absolute": ([*GOOD, ("/etc/passwd", b"x")], "leads out"),
    "drive": ([*GOOD, ("C:/evil.pdf", PDF)], "leads out"),
    "unnamed": ([*GOOD, ("files/other.pdf", PDF)], "other.pdf, which no exhibit names"),
    "program": ([*GOOD, ("setup.exe", b"MZ")], "setup.exe, which no exhibit names"),
    "twice": ([*GOOD, ("FILES/Invoice.PDF", PDF)], "bear the same name"),
    "two cases": ([*GOOD, ("other/case.json", CASE)], "which no exhibit names"),
    "no case": ([("files/invoice.pdf", PDF)], "no case.json"),
    "empty": ([], "no case.json"),
}


@for_each(("entries", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_a_case_archive_never_holds_is_refused(entries: list[tuple[str, bytes]], reason: str) -> None:
    with pytest.raises(BadArchive, match=reason) as refused:
        read_archive(Zip(entries).packed(), "x.zip")
    assert "未导入任何内容" in refused.value.zh


def test_links_locks_and_other_ways_of_packing_are_refused() -> None:
    with pytest.raises(BadArchive, match="link"):
        read_archive(Zip(GOOD).packed(_link), "x.zip")
    with pytest.raises(BadArchive, match="password"):
        read_archive(_locked(Zip(GOOD).packed()), "x.zip")
    for way in (zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2):
        with pytest.raises(BadArchive, match="packed in a way"):
            read_archive(Zip(GOOD).packed(way=way), "x.zip")


@for_each("content", [b"MZ", b"PK\x03\x04 nested", b"<html>", b""])
def test_a_file_in_it_is_judged_as_an_upload_is(content: bytes) -> None:
    with pytest.raises(BadEvidence, match=r"invoice\.pdf"):
        read_archive(Zip([("case.json", CASE), ("files/invoice.pdf", content)]).packed(), "x.zip")


def test_a_case_in_it_is_read_as_a_case_file_is() -> None:
    with pytest.raises(NotJson, match=r"x\.zip/case\.json"):
        read_archive(Zip([("case.json", b"{")]).packed(), "x.zip")


@pytest.mark.parametrize("name", ["case.json", "files/invoice.pdf"])
def test_a_bomb_is_refused_by_what_it_says_it_unpacks_to(name: str) -> None:
    contents = {"case.json": CASE, "files/invoice.pdf": PDF, name: bytes(30_000_000)}
    with pytest.raises(TooLarge, match="30,000,000 bytes"):
        read_archive(Zip(list(contents.items())).packed(), "x.zip")


def test_all_files_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_archive, "ARCHIVE_LIMIT", 1_000)
    with pytest.raises(TooLarge):
        read_archive(Zip([("case.json", CASE), *((f"files/{n}.pdf", bytes(300)) for n in range(4))]).packed(), "x.zip")


def test_a_list_of_names_without_end_is_refused_before_it_is_read() -> None:
    packed = Zip([*GOOD, *((f"{n:0200}", b"") for n in range(9_000))]).packed(way=zipfile.ZIP_STORED)
    with pytest.raises(BadArchive, match="too many files"):
        read_archive(packed, "x.zip")


def test_a_size_that_is_a_lie_is_found_out() -> None:
    packed = Zip([("case.json", CASE), ("files/invoice.pdf", bytes(1_000_000))]).packed()
    lie = packed.replace((1_000_000).to_bytes(4, "little"), (1_000).to_bytes(4, "little"))
    with pytest.raises(InputError):
        read_archive(lie, "x.zip")


@for_each("step", range(1, 40))
def test_whatever_is_damaged_one_sentence_says_so(step: int) -> None:
    packed = write_archive(_held("a.pdf", "发票.pdf"))
    at = len(packed) * step // 40
    said = [_said(one) for one in (packed[:at], packed[at:], packed[:at] + b"\xff\x00\xff" + packed[at + 3 :])]
    assert all(sentence.endswith(".") for sentence in said)


def _said(content: bytes) -> str:
    try:
        return f"{len(read_archive(content, 'x.zip').files)} files."
    except InputError as error:
        return error.en
