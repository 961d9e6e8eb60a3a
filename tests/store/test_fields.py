from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from poa_app.errors import BadValue, StaleReference
from poa_app.model.case import Case
from poa_app.model.paths import get, leaves
from poa_app.store import Conflict, Store, Stored


def remove_first_cause(case: Case) -> Case:
    return case.model_copy(update={"root_causes": case.root_causes[1:]})


def test_a_field_is_saved(store: Store, kept: Stored, what: str, clock: Any) -> None:
    clock.on(seconds=5)
    stored, clash = store.save(kept.id, what, get(kept.case, what), "Typed")
    assert clash is None
    assert get(stored.case, what) == "Typed"
    assert (stored.revision, stored.saved) == (2, clock.moment)
    assert store.load(kept.id) == stored


def test_what_is_there_already_is_not_saved(store: Store, kept: Stored, what: str, clock: Any) -> None:
    clock.on(seconds=5)
    assert store.save(kept.id, what, "stale", get(kept.case, what)) == (kept, None)
    assert len(store.revisions(kept.id)) == 1


@pytest.mark.slow
def test_every_field_of_an_example_can_be_saved_as_json_shows_it(store: Store, example: Case) -> None:
    kept = store.create(example)
    json_form = dict(leaves(Case.model_validate_json(example.model_dump_json())))
    for path, value in leaves(example):
        assert store.save(kept.id, path, value, value) == (kept, None), path
        assert json_form[path] == value, path


@pytest.mark.parametrize(
    ("path", "first", "typed", "held"),
    [
        ("/letter_date", date(2026, 1, 2), "2026-01-03", date(2026, 1, 3)),
        ("/letter_date", "2026-01-02", date(2026, 1, 3), date(2026, 1, 3)),
        ("/letter_date", "2026-01-02", "soon", "soon"),
        ("/affected", "12", 13, 13),
        ("/affected", 12, "some", "some"),
        ("/marketplaces", ["US"], ("US", "CA"), ("US", "CA")),
        ("/deadline/certain", False, True, True),
        ("/fulfilment", "seller", "both", "both"),
        ("/scope", "a\r\nb", "a\r\nb\ufffe", "a\nb\ufffd"),
    ],
)
def test_shown_and_typed_may_be_json_or_the_fields_own_type(
    store: Store, path: str, first: Any, typed: Any, held: Any
) -> None:
    made = store.create(Case())
    assert store.save(made.id, path, None, first)[1] is None
    stored, clash = store.save(made.id, path, first, typed)
    assert clash is None
    assert get(stored.case, path) == held
    assert store.save(made.id, path, "stale", typed) == (stored, None)


def test_a_number_keeps_its_places(store: Store, kept: Stored, late_shipment: Case) -> None:
    path = f"/metrics/{late_shipment.metrics[0].id}/then/value"
    store.save(kept.id, path, get(kept.case, path), "4.50")
    for shown in ("4.50", Decimal("4.50")):
        stored, clash = store.save(kept.id, path, shown, "4.5")
        assert (get(stored.case, path), clash) == (Decimal("4.5"), None)
        store.save(kept.id, path, 4.5, "4.50")


def test_two_people_keep_different_fields(store: Store, kept: Stored, what: str) -> None:
    store.save(kept.id, what, get(kept.case, what), "Mine")
    stored, clash = store.save(kept.id, "/scope", kept.case.scope, "Theirs")
    assert clash is None
    assert (get(stored.case, what), stored.case.scope) == ("Mine", "Theirs")


def test_a_clash_overwrites_nothing_and_survives(store: Store, kept: Stored, what: str) -> None:
    shown = get(kept.case, what)
    theirs, _ = store.save(kept.id, what, shown, "Theirs")
    assert store.save(kept.id, what, shown, "Mine") == (theirs, Conflict(what, "Theirs", "Mine"))
    assert store.load(kept.id) == theirs
    assert store.clashes(kept.id) == (Conflict(what, "Theirs", "Mine"),)
    store.close()
    assert store.clashes(kept.id) == (Conflict(what, "Theirs", "Mine"),)


def test_a_clash_shows_the_present_value(store: Store, kept: Stored, what: str) -> None:
    store.save(kept.id, what, "stale", "Mine")
    store.save(kept.id, what, get(kept.case, what), "Later")
    assert store.clashes(kept.id) == (Conflict(what, "Later", "Mine"),)


def test_who_goes_on_typing_has_one_clash(store: Store, kept: Stored, what: str) -> None:
    store.save(kept.id, what, "stale", "Mine")
    store.save(kept.id, what, "Mine", "Mine, longer")
    store.save(kept.id, what, "Mine, longer", "Mine, longer")
    assert [clash.mine for clash in store.clashes(kept.id)] == ["Mine, longer"]


def test_a_third_persons_words_are_kept_too(store: Store, kept: Stored, what: str) -> None:
    store.save(kept.id, what, "stale", "Second")
    store.save(kept.id, what, "stale", "Third")
    assert [clash.mine for clash in store.clashes(kept.id)] == ["Third", "Second"]
    store.settle(kept.id, what, keep_mine=False)
    stored = store.settle(kept.id, what, keep_mine=True)
    assert get(stored.case, what) == "Second"
    assert store.clashes(kept.id) == ()


def test_typing_what_the_other_typed_ends_the_clash(store: Store, kept: Stored, what: str) -> None:
    shown = get(kept.case, what)
    store.save(kept.id, what, "stale", "Mine")
    store.save(kept.id, what, shown, "Mine")
    store.save(kept.id, what, "Mine", "Later")
    assert store.clashes(kept.id) == ()


def test_settle_keeps_one_and_the_other_can_be_restored(store: Store, kept: Stored, what: str) -> None:
    shown = get(kept.case, what)
    store.save(kept.id, what, shown, "Theirs")
    store.save(kept.id, what, shown, "Mine")
    settled = store.settle(kept.id, what, keep_mine=True)
    assert get(settled.case, what) == "Mine"
    assert store.clashes(kept.id) == ()
    before = store.revisions(kept.id)[1]
    assert get(store.revert(kept.id, before.number).case, what) == "Theirs"


def test_settle_drops_mine_and_may_be_pressed_twice(store: Store, kept: Stored, what: str) -> None:
    store.save(kept.id, what, "stale", "Mine")
    assert store.settle(kept.id, what, keep_mine=False) == kept
    assert store.settle(kept.id, what, keep_mine=True) == kept
    assert store.clashes(kept.id) == ()


@pytest.mark.parametrize("shown", [None, "", ()])
@pytest.mark.parametrize("value", [None, "", ()])
def test_a_blank_widget_never_overwrites(store: Store, kept: Stored, what: str, shown: Any, value: Any) -> None:
    assert store.save(kept.id, what, shown, value) == (kept, None)
    assert store.save(kept.id, "/marketplaces", shown, value) == (kept, None)
    assert store.clashes(kept.id) == ()


def test_a_field_can_be_emptied_by_who_saw_it(store: Store, kept: Stored, what: str) -> None:
    stored, clash = store.save(kept.id, what, get(kept.case, what), "")
    assert clash is None
    assert not get(stored.case, what)
    assert store.save(kept.id, what, "", "Again")[1] is None


def test_emptying_what_somebody_changed_is_a_clash(store: Store, kept: Stored, what: str) -> None:
    assert store.save(kept.id, what, "stale", "")[1] == Conflict(what, get(kept.case, what), None)
    assert not get(store.settle(kept.id, what, keep_mine=True).case, what)


def test_words_typed_into_a_removed_row_are_kept(store: Store, kept: Stored, what: str) -> None:
    removed = store.change(kept.id, remove_first_cause, "/root_causes")
    assert store.save(kept.id, what, None, "") == (removed, None)
    assert store.save(kept.id, what, get(kept.case, what), "Mine") == (removed, Conflict(what, None, "Mine"))
    with pytest.raises(StaleReference) as caught:
        store.settle(kept.id, what, keep_mine=True)
    assert "条目" in caught.value.zh
    assert store.clashes(kept.id) == (Conflict(what, None, "Mine"),)
    store.revert(kept.id, 1)
    assert get(store.settle(kept.id, what, keep_mine=True).case, what) == "Mine"


def test_a_changed_fact_of_a_deed_clears_done(store: Store, kept: Stored, late_shipment: Case) -> None:
    row = late_shipment.corrective_actions[0]
    stored, _ = store.save(kept.id, f"/corrective_actions/{row.id}/who", row.who, "Somebody else")
    assert (row.done, stored.case.corrective_actions[0].done) == (True, None)


@pytest.mark.parametrize(
    ("path", "value"), [("/scope", "SECRET" * 200_000), ("/fulfilment", "SECRET"), ("/scope", ["SECRET"])]
)
def test_a_value_the_field_cannot_hold_is_one_sentence(store: Store, kept: Stored, path: str, value: Any) -> None:
    with pytest.raises(BadValue) as caught:
        store.save(kept.id, path, get(kept.case, path), value)
    assert "SECRET" not in str(caught.value)
    assert caught.value.__suppress_context__
    assert store.load(kept.id) == kept


def test_a_path_that_no_case_has_is_our_own_fault(store: Store, kept: Stored) -> None:
    with pytest.raises(KeyError):
        store.save(kept.id, "/nonsense", None, "x")
