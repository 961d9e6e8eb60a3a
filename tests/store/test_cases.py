from __future__ import annotations

import re
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from poa_app.errors import BadValue, TooLarge, UnknownCase
from poa_app.model.base import new_row_id
from poa_app.model.case import Case
from poa_app.model.facts import Client, Product
from poa_app.model.rows import RootCause
from poa_app.store import Store, Stored


def add_cause(case: Case) -> Case:
    return case.model_copy(update={"root_causes": (*case.root_causes, RootCause(id=new_row_id(), what="New"))})


def test_an_example_comes_back_as_it_was(store: Store, example: Case) -> None:
    made = store.create(example)
    assert made.case == example
    assert store.load(made.id) == made


def test_an_example_comes_back_from_another_program(store: Store, database: Path, example: Case, clock: Any) -> None:
    made = store.create(example)
    store.close()
    again = Store.open(f"sqlite:///{database}", now=clock)
    assert again.load(made.id) == made
    again.close()


def test_ids_are_short_and_never_alike(store: Store) -> None:
    ids = {store.create(Case()).id for _ in range(50)}
    assert len(ids) == 50
    assert all(re.fullmatch("[a-z0-9]{12}", one) for one in ids)


@pytest.mark.parametrize("ident", ["", "aaaaaaaaaaaa", "../poa.db", "' OR 1=1 --", "a\x00b", "\ud800", "x" * 9_999])
def test_an_id_nobody_gave_is_one_sentence(store: Store, kept: Stored, ident: str) -> None:
    calls: list[Any] = [
        store.load,
        store.duplicate,
        store.trash,
        store.restore,
        store.revisions,
        store.clashes,
        store.files,
        lambda one: store.save(one, "/client/store", None, "x"),
        lambda one: store.change(one, add_cause, "/root_causes"),
        lambda one: store.revert(one, 1),
        lambda one: store.earlier(one, "/client/store"),
        lambda one: store.settle(one, "/client/store", True),
        lambda one: store.put_file(one, "a.pdf", b"x", "application/pdf"),
        lambda one: store.file(one, "0" * 64),
    ]
    for call in calls:
        with pytest.raises(UnknownCase) as caught:
            call(ident)
        assert "address" in str(caught.value)
        assert "案件" in caught.value.zh
    assert [one.id for one in store.listed()] == [kept.id]


def test_moments_are_utc(store: Store, kept: Stored, clock: Any) -> None:
    assert kept.saved == clock.moment
    assert kept.saved.tzinfo is UTC
    assert store.listed()[0].created.tzinfo is UTC


def test_change_adds_a_row(store: Store, kept: Stored) -> None:
    changed = store.change(kept.id, add_cause, "/root_causes")
    assert changed.case.root_causes[-1].what == "New"
    assert changed.revision == 2
    assert store.load(kept.id) == changed


def test_change_that_changes_nothing_is_no_revision(store: Store, kept: Stored) -> None:
    assert store.change(kept.id, lambda case: case, "/root_causes") == kept


def test_change_that_fails_changes_nothing(store: Store, kept: Stored) -> None:
    def fail(case: Case) -> Case:
        raise KeyError("gone")

    with pytest.raises(KeyError, match="gone"):
        store.change(kept.id, fail, "/root_causes")
    assert store.load(kept.id) == kept


def test_a_case_that_could_not_be_read_again_is_refused(store: Store, kept: Stored) -> None:
    twins = (Product(id="aaaaaa", name="SECRET"), Product(id="aaaaaa"))
    with pytest.raises(BadValue) as caught:
        store.change(kept.id, lambda case: case.model_copy(update={"products": twins}), "/products")
    assert "SECRET" not in str(caught.value)
    assert store.load(kept.id) == kept


@pytest.mark.slow
def test_a_case_too_large_to_be_read_again_is_refused(store: Store, kept: Stored) -> None:
    many = tuple(Product(id=f"{number:06d}", name="x" * 1_000_000) for number in range(21))
    with pytest.raises(TooLarge):
        store.change(kept.id, lambda case: case.model_copy(update={"products": many}), "/products")
    assert store.load(kept.id) == kept


def test_the_last_saved_comes_first(store: Store, clock: Any) -> None:
    first, second, third = (store.create(Case(client=Client(store=name))).id for name in "abc" if not clock.on(hours=1))
    clock.on(minutes=1)
    store.save(first, "/scope", None, "All")
    assert [one.id for one in store.listed()] == [first, third, second]


def test_a_copy_keeps_case_and_files_but_no_past(store: Store, kept: Stored, clock: Any) -> None:
    store.save(kept.id, "/scope", kept.case.scope, "Other")
    store.save(kept.id, "/scope", "stale", "Mine")
    digest = store.put_file(kept.id, "a.pdf", b"%PDF", "application/pdf")
    clock.on(days=1)
    copy = store.duplicate(kept.id)
    assert copy.id != kept.id
    assert (copy.revision, copy.saved) == (1, clock.moment)
    assert copy.case == store.load(kept.id).case
    assert copy.case.client == kept.case.client
    assert store.file(copy.id, digest) == b"%PDF"
    assert (len(store.revisions(copy.id)), store.clashes(copy.id)) == (1, ())
    store.save(copy.id, "/scope", "Other", "Copy's own")
    assert store.load(kept.id).case.scope == "Other"


def test_trash_and_back(store: Store, kept: Stored, clock: Any) -> None:
    clock.on(hours=1)
    store.trash(kept.id)
    thrown = clock.moment
    clock.on(hours=1)
    store.trash(kept.id)
    assert store.listed() == ()
    assert [(one.id, one.trashed) for one in store.listed(trashed=True)] == [(kept.id, thrown)]
    assert store.load(kept.id) == kept
    saved, _ = store.save(kept.id, "/scope", kept.case.scope, "Typed in a tab left open")
    assert store.listed() == ()
    store.restore(kept.id)
    assert store.listed()[0].case == saved.case
    assert store.listed(trashed=True) == ()


SECRET = "Tiefseeanglerfisch-7261"


def on_disk(database: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(database.parent.iterdir()))


def test_deleting_really_deletes(store: Store, database: Path, clock: Any, late_shipment: Case) -> None:
    case = late_shipment.model_copy(update={"client": Client(store=SECRET)})
    made, other = store.create(case), store.create(late_shipment)
    for number in range(30):
        store.save(made.id, "/scope", store.load(made.id).case.scope, f"{SECRET} {number}" * 200)
        clock.on(minutes=1)
    store.save(made.id, "/scope", "stale", SECRET)
    store.put_file(made.id, f"{SECRET}.pdf", b"%PDF own " + SECRET.encode() * 2000, "application/pdf")
    shared = store.put_file(made.id, "shared.pdf", b"%PDF shared", "application/pdf")
    store.put_file(other.id, "mine.pdf", b"%PDF shared", "application/pdf")
    peek = create_engine(f"sqlite:///{database}")
    with peek.connect() as connection:
        packed = [
            row[0]
            for table, column in (("revisions", "content"), ("clashes", "mine"))
            for row in connection.execute(text(f"SELECT {column} FROM {table} WHERE case_id = '{made.id}'"))
        ]
    peek.dispose()
    secrets = [SECRET.encode(), made.id.encode(), *(blob[-40:] for blob in packed)]
    assert len(packed) == 32
    assert all(secret in on_disk(database) for secret in secrets)

    store.trash(made.id)
    store.trash(other.id)
    store.restore(other.id)
    assert store.delete_trashed(clock.moment) == 0
    assert store.delete_trashed(clock.moment + timedelta(seconds=1)) == 1
    left = on_disk(database)
    assert [secret for secret in secrets if secret in left] == []
    with pytest.raises(UnknownCase):
        store.load(made.id)
    assert store.load(other.id) == other
    assert store.file(other.id, shared) == b"%PDF shared"
    assert store.delete_trashed(clock.moment + timedelta(days=9)) == 0
