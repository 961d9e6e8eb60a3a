"""Evidence of stored cases: judged when it comes, kept once, and missed when it is not there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from poa_app.desk import work
from poa_app.desk.evidence import attach, missing_files, open_example
from poa_app.errors import BadEvidence, StaleReference, TooLarge, UnknownCase
from poa_app.intake.evidence import EVIDENCE_LIMIT
from poa_app.model.case import Case
from poa_app.store import Store, Stored

PDF = b"%PDF-1.7\n"


@pytest.fixture
def first(kept: Stored) -> str:
    """The first exhibit of the case that is kept."""
    return kept.case.exhibits[0].id


def _file(store: Store, kept: Stored) -> str | None:
    return store.load(kept.id).case.exhibits[0].file


def test_a_file_is_kept_and_its_exhibit_names_it(store: Store, kept: Stored, first: str) -> None:
    attach(store, kept.id, first, "C:\\scans\\late: orders.pdf", PDF)
    assert _file(store, kept) == "late_ orders.pdf"
    ((name, digest, kind, size),) = store.files(kept.id)
    assert (name, kind, size) == ("late_ orders.pdf", "pdf", len(PDF))
    assert store.file(kept.id, digest) == PDF
    assert first in missing_files(kept.case, store.files(kept.id))
    assert first not in missing_files(store.load(kept.id).case, store.files(kept.id))


@pytest.mark.parametrize(
    ("name", "content", "refused"),
    [
        ("proof.pdf", b"\xff\xd8\xff", BadEvidence),
        ("proof.exe", b"MZ", BadEvidence),
        ("proof.pdf", b"%PDF-" + bytes(EVIDENCE_LIMIT), TooLarge),
    ],
)
def test_a_file_refused_leaves_everything_as_it_was(
    store: Store, kept: Stored, first: str, name: str, content: bytes, refused: type[Exception]
) -> None:
    with pytest.raises(refused):
        attach(store, kept.id, first, name, content)
    assert store.files(kept.id) == ()
    assert store.load(kept.id) == kept


def test_a_file_for_an_exhibit_or_case_that_is_gone_is_told_in_one_sentence(store: Store, kept: Stored) -> None:
    with pytest.raises(StaleReference):
        attach(store, kept.id, "gone00", "proof.pdf", PDF)
    with pytest.raises(UnknownCase):
        attach(store, "nobody000000", "gone00", "proof.pdf", PDF)
    assert store.load(kept.id) == kept


def test_the_same_file_twice_is_kept_once(store: Store, kept: Stored) -> None:
    for exhibit in kept.case.exhibits[:2]:
        attach(store, kept.id, exhibit.id, "proof.pdf", PDF)
    assert len(store.files(kept.id)) == 1
    assert len(missing_files(store.load(kept.id).case, store.files(kept.id))) == len(kept.case.exhibits) - 2


@pytest.mark.parametrize("name", ["发" * 300 + ".pdf", "a" * 10 + "." + "b" * 115 + ".pdf", " .hidden.pdf"])
def test_whatever_a_file_is_called_its_exhibit_finds_it_again(
    store: Store, kept: Stored, first: str, name: str
) -> None:
    attach(store, kept.id, first, name, PDF)
    assert first not in missing_files(store.load(kept.id).case, store.files(kept.id))


def test_an_exhibit_without_a_file_name_misses_nothing(store: Store, kept: Stored) -> None:
    bare = tuple(one.model_copy(update={"file": None}) for one in kept.case.exhibits)
    assert missing_files(kept.case, store.files(kept.id)) == {one.id for one in kept.case.exhibits}
    assert missing_files(kept.case.model_copy(update={"exhibits": bare}), store.files(kept.id)) == frozenset()


def test_an_example_brings_its_exhibits_so_that_nothing_is_missing(
    store: Store, example_file: Path, example: Case
) -> None:
    made = open_example(store, example_file)
    assert missing_files(made.case, store.files(made.id)) == frozenset()
    contents = {store.file(made.id, entry[1]) for entry in store.files(made.id)}
    assert contents == {(example_file.parent / one.file).read_bytes() for one in example.exhibits if one.file}
    day = example.letter_date
    assert isinstance(day, date)
    found = work.view(store, made.id, day).findings
    assert [one for one in found if one.severity == "blocks" or one.rule == "exhibits.file-missing"] == []


def test_each_opening_of_an_example_is_a_copy_of_its_own(store: Store, example_file: Path) -> None:
    one, other = open_example(store, example_file), open_example(store, example_file)
    assert one.id != other.id
    assert one.case == other.case


def test_two_files_of_one_name_are_told_apart_and_the_same_file_is_kept_once(
    store: Store, kept: Stored, first: str
) -> None:
    attach(store, kept.id, first, "scan.pdf", PDF)
    attach(store, kept.id, first, "scan.pdf", PDF + b"another")
    assert _file(store, kept) == "scan-2.pdf"
    attach(store, kept.id, first, "scan.pdf", PDF)
    assert _file(store, kept) == "scan.pdf"
    assert [name for name, *_ in store.files(kept.id)] == ["scan.pdf"]
    assert [one.name for one in store.removed_files(kept.id)] == ["scan-2.pdf"]
