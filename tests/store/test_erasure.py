"""A file no exhibit names is out of the case, comes back with undo, and is gone for good when that is asked for."""

from __future__ import annotations

import zlib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from poa_app.errors import StaleReference, UnknownCase
from poa_app.model.case import Case
from poa_app.model.facts import Client, Exhibit
from poa_app.model.paths import edit
from poa_app.model.row_edits import remove_row
from poa_app.store import Store, Stored

PASSPORT = b"%PDF passport of Li Na " + b"E12345678 " * 3000
INVOICE = b"%PDF invoice"
FILE = "/exhibits/exhib1/file"


@pytest.fixture
def case(store: Store) -> Stored:
    """A case of two exhibits, the first of which carries a passport by mistake."""
    made = store.create(Case(exhibits=(Exhibit(id="exhib1"), Exhibit(id="exhib2"))))
    store.attach(made.id, FILE, "Li Na passport.pdf", PASSPORT, "pdf")
    return store.load(made.id)


def _names(store: Store, id: str) -> list[str]:
    return [name for name, *_ in store.files(id)]


def _removed(store: Store, id: str) -> list[str]:
    return [one.name for one in store.removed_files(id)]


def _clear(case: Case) -> Case:
    return edit(case, FILE, None)


def _on_disk(database: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(database.parent.iterdir()))


def _all_revisions(database: Path, id: str) -> str:
    engine = create_engine(f"sqlite:///{database}")
    with engine.connect() as connection:
        rows = connection.execute(text(f"SELECT content FROM revisions WHERE case_id = '{id}'")).scalars()
        words = "".join(zlib.decompress(row).decode() for row in rows)
    engine.dispose()
    return words


@pytest.mark.parametrize(
    "change",
    [
        _clear,
        lambda case: edit(case, FILE, "another.pdf"),
        lambda case: remove_row(case, "/exhibits/exhib1"),
        lambda case: case.model_copy(update={"exhibits": ()}),
    ],
    ids=["cleared", "named otherwise", "row removed", "all rows removed"],
)
def test_a_file_no_exhibit_names_is_out_of_the_case_and_undo_brings_it_back(
    store: Store, case: Stored, clock: Any, change: Any
) -> None:
    clock.on(minutes=5)
    store.change(case.id, change, "/exhibits")
    assert (_names(store, case.id), _removed(store, case.id)) == ([], ["Li Na passport.pdf"])
    assert store.removed_files(case.id)[0].removed == clock.moment
    store.revert(case.id, case.revision)
    assert (_names(store, case.id), _removed(store, case.id)) == (["Li Na passport.pdf"], [])


def test_a_file_two_exhibits_name_stays_until_neither_does(store: Store, case: Stored) -> None:
    store.attach(case.id, "/exhibits/exhib2/file", "Li Na passport.pdf", PASSPORT, "pdf")
    store.change(case.id, _clear, FILE)
    assert _names(store, case.id) == ["Li Na passport.pdf"]
    store.change(case.id, lambda one: edit(one, "/exhibits/exhib2/file", None), FILE)
    assert _names(store, case.id) == []


def test_a_replaced_file_makes_room_for_its_successor_of_the_same_name(store: Store, case: Stored) -> None:
    store.attach(case.id, FILE, "Li Na passport.pdf", INVOICE, "pdf")
    assert _names(store, case.id) == ["Li Na passport-2.pdf"]
    assert _removed(store, case.id) == ["Li Na passport.pdf"]


def test_a_file_for_a_field_or_case_that_is_gone_leaves_nothing_behind(store: Store, case: Stored) -> None:
    with pytest.raises(KeyError):
        store.attach(case.id, "/exhibits/gone00/file", "a.pdf", INVOICE, "pdf")
    with pytest.raises(UnknownCase):
        store.attach("nobody000000", FILE, "a.pdf", INVOICE, "pdf")
    assert _names(store, case.id) == ["Li Na passport.pdf"]
    assert store.load(case.id) == case


@pytest.mark.parametrize("removed", [False, True], ids=["attached", "removed before"])
def test_deleted_for_good_nothing_of_it_is_left(
    store: Store, case: Stored, database: Path, clock: Any, removed: bool
) -> None:
    clock.on(minutes=2)
    store.save(case.id, "/scope", None, "All offers")
    clock.on(minutes=2)
    if removed:
        store.change(case.id, _clear, FILE)
    digest = (store.removed_files(case.id)[0].sha256) if removed else store.files(case.id)[0][1]
    stored, others = store.delete_file(case.id, digest)
    assert others == 0
    assert stored == store.load(case.id)
    assert stored.case.exhibits[0].file is None
    assert stored.case.scope == "All offers"
    assert (_names(store, case.id), _removed(store, case.id)) == ([], [])
    assert "passport" not in _all_revisions(database, case.id)
    assert b"E12345678" not in _on_disk(database)
    assert b"Li Na passport" not in _on_disk(database)
    with pytest.raises(StaleReference):
        store.file(case.id, digest)
    with pytest.raises(StaleReference):
        store.delete_file(case.id, digest)


def test_after_a_deletion_undo_goes_on_with_what_was_before(store: Store, case: Stored, clock: Any) -> None:
    clock.on(minutes=2)
    store.save(case.id, "/scope", None, "All offers")
    stored, _ = store.delete_file(case.id, store.files(case.id)[0][1])
    numbers = [one.number for one in store.revisions(case.id)]
    assert numbers[0] == stored.revision
    assert store.revert(case.id, numbers[1]).case.scope is None
    contents = {number: store.revert(case.id, number).case.exhibits[0].file for number in numbers}
    assert set(contents.values()) == {None}


def test_another_case_keeps_the_same_content_and_it_is_said(store: Store, case: Stored) -> None:
    digest = store.files(case.id)[0][1]
    copy = store.duplicate(case.id)
    assert store.delete_file(case.id, digest)[1] == 1
    assert store.file(copy.id, digest) == PASSPORT


def test_a_copy_does_not_take_removed_files_along(store: Store, case: Stored) -> None:
    store.change(case.id, _clear, FILE)
    copy = store.duplicate(case.id)
    assert (_names(store, copy.id), _removed(store, copy.id)) == ([], [])


def test_emptying_the_trash_deletes_removed_files_for_good(
    store: Store, case: Stored, database: Path, clock: Any
) -> None:
    store.attach(case.id, "/exhibits/exhib2/file", "invoice.pdf", INVOICE, "pdf")
    clock.on(hours=1)
    store.change(case.id, _clear, FILE)
    assert store.delete_trashed(clock.moment) == 0
    assert _removed(store, case.id) == ["Li Na passport.pdf"]
    assert store.delete_trashed(clock.moment + timedelta(seconds=1)) == 0
    assert (_names(store, case.id), _removed(store, case.id)) == (["invoice.pdf"], [])
    assert b"E12345678" not in _on_disk(database)
    assert "passport" not in _all_revisions(database, case.id)


def test_files_of_cases_in_the_trash_are_not_listed_as_removed_from_the_board(store: Store, case: Stored) -> None:
    store.change(case.id, _clear, FILE)
    assert len(store.removed_files()) == 1
    store.trash(case.id)
    assert store.removed_files() == ()


def test_a_case_comes_in_with_its_files_or_not_at_all(store: Store) -> None:
    made = store.create(Case(exhibits=(Exhibit(id="exhib1", file="a.pdf"),)), [("a.pdf", INVOICE, "pdf")])
    assert _names(store, made.id) == ["a.pdf"]

    def broken() -> Any:
        yield "a.pdf", INVOICE, "pdf"
        raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError):
        store.create(Case(client=Client(store="Half")), broken())
    assert [one.id for one in store.listed()] == [made.id]
