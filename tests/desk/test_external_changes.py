"""What was changed elsewhere is told apart from what a tab saved itself."""

from __future__ import annotations

from datetime import timedelta

from poa_app.desk.external_changes import SHOWN_FOR, SeenRevision, observe, record_own_save
from poa_app.model.case import Case
from poa_app.store import Store, Stored

OPENING, CLOSING = "/opening", "/closing"


def _saved(store: Store, id: str, path: str, words: str) -> Stored:
    shown = getattr(store.load(id).case, path.removeprefix("/"))
    return store.save(id, path, shown, words)[0]


def test_the_first_look_marks_nothing(store: Store) -> None:
    stored = store.create(Case())
    assert observe(store, None, stored) == SeenRevision(stored.revision)


def test_what_the_tab_saves_itself_is_not_marked(store: Store) -> None:
    seen = observe(store, None, store.create(Case()))
    id = store.listed()[0].id
    for words in ("one", "two"):
        seen = record_own_save(store, seen, _saved(store, id, OPENING, words))
    assert seen == observe(store, seen, store.load(id))
    assert (seen.paths, seen.at) == ((), None)


def test_what_came_between_is_marked_with_its_fields_and_its_time(store: Store) -> None:
    stored = store.create(Case())
    seen = observe(store, None, stored)
    _saved(store, stored.id, OPENING, "theirs")
    theirs = _saved(store, stored.id, CLOSING, "theirs too")
    seen = record_own_save(store, seen, _saved(store, stored.id, "/scope", "mine"))
    assert (seen.paths, seen.at) == ((OPENING, CLOSING), theirs.saved)
    assert observe(store, seen, store.load(stored.id)) == seen


def test_a_look_marks_what_was_saved_since(store: Store) -> None:
    stored = store.create(Case())
    seen = observe(store, None, stored)
    theirs = _saved(store, stored.id, OPENING, "theirs")
    seen = observe(store, seen, theirs)
    assert seen == SeenRevision(theirs.revision, (OPENING,), theirs.saved)
    assert seen.lately(theirs.saved + SHOWN_FOR)
    assert not seen.lately(theirs.saved + SHOWN_FOR + timedelta(seconds=1))


def test_a_save_that_changed_nothing_marks_nothing(store: Store) -> None:
    stored = store.create(Case(opening="same"))
    seen = observe(store, None, stored)
    assert record_own_save(store, seen, _saved(store, stored.id, OPENING, "same")) == seen
