from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from poa_app.errors import StaleReference
from poa_app.model.case import Case
from poa_app.model.facts import Client
from poa_app.model.paths import get
from poa_app.store import Revision, Store, Stored


def type_in(store: Store, kept: Stored, path: str, *texts: str) -> Stored:
    for text in texts:
        kept, clash = store.save(kept.id, path, get(kept.case, path), text)
        assert clash is None
    return kept


def states(store: Store, kept: Stored, path: str) -> list[Any]:
    """What the field was in every revision, the last first; reading them leaves the case as it was."""
    copies = []
    for revision in store.revisions(kept.id):
        copies.append(get(store.revert(kept.id, revision.number).case, path))
        store.revert(kept.id, max(one.number for one in store.revisions(kept.id) if one.number <= revision.number))
    return copies


def test_a_new_case_is_revision_one(store: Store, kept: Stored, clock: Any) -> None:
    assert kept.revision == 1
    assert store.revisions(kept.id) == (Revision(1, "", clock.moment),)


def test_a_minutes_edits_of_one_field_are_one_revision(store: Store, kept: Stored, what: str, clock: Any) -> None:
    last = type_in(store, kept, what, "a", "ab", "abc")
    assert (last.revision, store.revisions(kept.id)[0].number) == (4, 4)
    assert [revision.path for revision in store.revisions(kept.id)] == [what, ""]
    clock.on(minutes=1)
    type_in(store, last, what, "abcd")
    assert [revision.number for revision in store.revisions(kept.id)] == [5, 4, 1]
    assert states(store, kept, what) == ["abcd", "abc", get(kept.case, what)]


def test_another_field_between_ends_the_run(store: Store, kept: Stored, what: str) -> None:
    last = type_in(store, kept, what, "a", "ab")
    last = type_in(store, last, "/scope", "x")
    type_in(store, last, what, "abc")
    assert [revision.path for revision in store.revisions(kept.id)] == [what, "/scope", what, ""]


def test_emptying_a_field_leaves_what_was_in_it(store: Store, kept: Stored, what: str) -> None:
    last = type_in(store, kept, what, "Long words pasted", "")
    before = store.revisions(kept.id)[1]
    assert not get(last.case, what)
    assert get(store.revert(kept.id, before.number).case, what) == "Long words pasted"


def test_changes_of_rows_never_merge(store: Store, kept: Stored) -> None:
    store.change(kept.id, lambda case: case.model_copy(update={"root_causes": case.root_causes[:1]}), "/root_causes")
    store.change(kept.id, lambda case: case.model_copy(update={"root_causes": ()}), "/root_causes")
    assert len(store.revisions(kept.id)) == 3


def test_undo_is_a_revision_and_can_be_undone(store: Store, kept: Stored, what: str) -> None:
    typed = type_in(store, kept, what, "Typed")
    undone = store.revert(kept.id, 1)
    assert (undone.case, undone.revision) == (kept.case, 3)
    again = store.revert(kept.id, typed.revision)
    assert (again.case, again.revision) == (typed.case, 4)
    assert [revision.path for revision in store.revisions(kept.id)] == ["", "", what, ""]


def test_undo_to_the_present_changes_nothing(store: Store, kept: Stored) -> None:
    assert store.revert(kept.id, 1) == kept


def test_a_revision_that_has_grown_is_the_grown_one(store: Store, kept: Stored, what: str, clock: Any) -> None:
    first = type_in(store, kept, what, "a")
    grown = type_in(store, first, what, "ab")
    clock.on(minutes=2)
    type_in(store, grown, what, "later")
    assert get(store.revert(kept.id, first.revision).case, what) == "ab"


@pytest.mark.parametrize("number", [-1, 0, 2, 10**9])
def test_a_revision_nobody_made_is_one_sentence(store: Store, kept: Stored, number: int) -> None:
    with pytest.raises(StaleReference, match="revision"):
        store.revert(kept.id, number)
    assert store.load(kept.id) == kept


def test_a_clock_set_back_loses_nothing(store: Store, kept: Stored, what: str, clock: Any) -> None:
    last = type_in(store, kept, what, "a")
    clock.on(hours=-3)
    last = type_in(store, last, what, "b")
    clock.moment = clock.moment.astimezone(timezone(timedelta(hours=8)))
    type_in(store, last, what, "c")
    assert [revision.number for revision in store.revisions(kept.id)] == [4, 2, 1]
    assert store.load(kept.id).saved == clock.moment
    assert isinstance(store.load(kept.id).saved, datetime)


def test_earlier_values_are_known_even_within_the_minute(store: Store, kept: Stored, what: str, clock: Any) -> None:
    first = get(kept.case, what)
    last = type_in(store, kept, what, "a", "b", "c")
    assert store.earlier(kept.id, what) == {first, "a", "b"}
    clock.on(minutes=5)
    last = type_in(store, last, what, "d", first)
    assert store.earlier(kept.id, what) == {"a", "b", "c", "d"}
    assert store.earlier(kept.id, "/scope") == frozenset()


def test_earlier_values_of_lists_and_of_fields_once_blank(store: Store, clock: Any) -> None:
    made = store.create(Case(marketplaces=("US",)))
    store.save(made.id, "/marketplaces", ["US"], ["US", "CA"])
    store.save(made.id, "/client/store", None, "Shop")
    store.save(made.id, "/affected", None, "7")
    store.save(made.id, "/affected", 7, 8)
    assert store.earlier(made.id, "/marketplaces") == {("US",)}
    assert store.earlier(made.id, "/client/store") == {None}
    assert store.earlier(made.id, "/affected") == {None, 7}
    assert store.load(made.id).case.client == Client(store="Shop")
