"""Cases go out as files and come in again with nothing missing, or do not come in at all."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest

from poa_app import desk
from poa_app.desk import evidence, exchange
from poa_app.errors import BadEvidence, BadOutput, DamagedFile, UnknownCase, UnreadableFile
from poa_app.intake.case_file import write_case
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit
from poa_app.model.paths import edit
from poa_app.store import Store, Stored

pytestmark = pytest.mark.slow


@pytest.fixture
def full(store: Store, example_file: Path) -> Stored:
    """An example with all its exhibits, in the store."""
    return evidence.open_example(store, example_file)


@pytest.fixture
def other(tmp_path: Path) -> Store:
    """A second data folder."""
    (tmp_path / "other").mkdir()
    return Store.open(f"sqlite:///{tmp_path}/other/poa.db")


def test_a_case_moves_to_another_data_folder_with_nothing_missing(store: Store, full: Stored, other: Store) -> None:
    first = full.case.exhibits[0].id
    evidence.attach(store, full.id, first, "发票 译文.pdf", b"%PDF-1.7 in English", field="translation")
    evidence.attach(store, full.id, first, "发票.png", b"\x89PNG\r\n\x1a\n")
    packed = exchange.export_case(store, full.id)
    made = exchange.import_case(other, packed, "x.poa.zip")
    assert made.case == store.load(full.id).case
    assert sorted(other.files(made.id)) == sorted(store.files(full.id))
    assert evidence.missing_files(made.case, other.files(made.id)) == frozenset()
    assert exchange.export_case(other, made.id) == packed


def test_a_removed_file_does_not_go_out(store: Store, full: Stored) -> None:
    first = full.case.exhibits[0]
    store.change(full.id, lambda case: edit(case, f"/exhibits/{first.id}/file", None), "/exhibits")
    with zipfile.ZipFile(BytesIO(exchange.export_case(store, full.id))) as archive:
        assert f"files/{first.file}" not in archive.namelist()
        assert len(archive.namelist()) == len(full.case.exhibits)


def test_a_case_file_comes_in_with_the_files_beside_it(store: Store, example_file: Path, example: Case) -> None:
    made, absent = exchange.import_file(store, example_file)
    assert absent == ()
    assert len(store.files(made.id)) == len({one.file for one in example.exhibits})


def test_an_unpacked_archive_is_read_where_it_lies(store: Store, full: Stored, tmp_path: Path) -> None:
    with zipfile.ZipFile(BytesIO(exchange.export_case(store, full.id))) as archive:
        archive.extractall(tmp_path / "unpacked")
    opened = desk.open_file(tmp_path / "unpacked" / "case.json")
    assert (opened.missing, opened.missing_files) == (frozenset(), ())
    assert exchange.import_file(store, tmp_path / "unpacked" / "case.json")[1] == ()


@pytest.mark.parametrize("suffix", [".poa.zip", ".zip", ".ZIP", ".txt"])
def test_an_archive_is_known_by_its_content(store: Store, full: Stored, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"case{suffix}"
    path.write_bytes(exchange.export_case(store, full.id))
    assert desk.open_file(path).missing_files == ()
    assert desk.open_case(path) == full.case


@pytest.mark.parametrize("bad", [b"MZ", b""])
def test_nothing_comes_in_by_halves(store: Store, tmp_path: Path, bad: bytes) -> None:
    case = Case(exhibits=(Exhibit(id="exhib1", file="a.pdf"), Exhibit(id="exhib2", file="b.pdf")))
    (tmp_path / "case.json").write_bytes(write_case(case))
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "b.pdf").write_bytes(bad)
    with pytest.raises(BadEvidence, match=r"b\.pdf"):
        exchange.import_file(store, tmp_path / "case.json")
    assert store.listed() == ()


def test_files_of_one_name_in_two_folders_are_told_apart(store: Store, tmp_path: Path) -> None:
    names = ("a/scan.pdf", "b/scan.pdf", "c/scan.pdf", "a/scan.pdf")
    case = Case(exhibits=tuple(Exhibit(id=f"exhib{place}", file=name) for place, name in enumerate(names)))
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "scan.pdf").write_bytes(b"%PDF-1.7 " + name.encode())
    (tmp_path / "case.json").write_bytes(write_case(case))
    made, absent = exchange.import_file(store, tmp_path / "case.json")
    assert [one.file for one in made.case.exhibits] == ["scan.pdf", "scan-2.pdf", "scan-3.pdf", "scan.pdf"]
    assert absent == ("scan-3.pdf",)
    assert evidence.missing_files(made.case, store.files(made.id)) == {"exhib2"}


@pytest.mark.parametrize("name", ["../outside.pdf", "/etc/hostname", "..\\outside.pdf", "a/../../outside.pdf"])
def test_nothing_outside_the_folder_comes_in(store: Store, tmp_path: Path, name: str) -> None:
    (tmp_path / "outside.pdf").write_bytes(b"%PDF-1.7 secret")
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "case.json"
    path.write_bytes(write_case(Case(exhibits=(Exhibit(id="exhib1", file=name),))))
    made, absent = exchange.import_file(store, path)
    assert (store.files(made.id), absent) == ((), (name,))


def test_a_damaged_file_does_not_go_out_as_whole(store: Store, full: Stored, tmp_path: Path) -> None:
    store.close()
    with closing(sqlite3.connect(tmp_path / "poa.db")) as connection:
        connection.execute("UPDATE files SET content = x'00' WHERE sha256 = (SELECT min(sha256) FROM files)")
        connection.commit()
    with pytest.raises(DamagedFile):
        exchange.export_case(store, full.id)


def test_a_case_is_named_by_its_id_or_its_file(store: Store, full: Stored, example_file: Path) -> None:
    assert exchange.source(lambda: store, full.id).case == full.case
    assert exchange.source(lambda: store, str(example_file)).absent == ()
    with pytest.raises(UnknownCase):
        exchange.source(lambda: store, "nobody000000")
    with pytest.raises(UnreadableFile):
        exchange.source(lambda: store, "nobody.json")


def test_a_case_is_written_by_the_suffix_asked_for(store: Store, full: Stored, tmp_path: Path) -> None:
    held = exchange.held_by(store, full.id)
    exchange.export_file(held, tmp_path / "x.poa.zip")
    exchange.export_file(held, tmp_path / "x.json")
    assert (tmp_path / "x.poa.zip").read_bytes() == exchange.export_case(store, full.id)
    assert (tmp_path / "x.json").read_bytes() == write_case(full.case)
    with pytest.raises(BadOutput):
        exchange.export_file(held, tmp_path / "x.docx")


def test_all_cases_go_into_one_folder(store: Store, full: Stored, other: Store, tmp_path: Path) -> None:
    twin = store.duplicate(full.id)
    store.trash(store.create(Case()).id)
    places = list(exchange.export_all(store, tmp_path / "backup"))
    assert {exchange.import_file(other, place)[0].case for place in places} == {full.case}
    assert [twin.id in place.name or full.id in place.name for place in places] == [True, True]


def test_the_list_names_what_export_takes(store: Store, full: Stored) -> None:
    (one,) = exchange.listed(store)
    assert (one["id"], one["client"]) == (full.id, full.case.client.store)
    assert one["enforcements"] == list(full.case.enforcements)
