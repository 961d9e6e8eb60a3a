"""The board: by urgency, with what each case lacks, and found again by any of its names."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from poa_app.desk import board, work
from poa_app.desk.clock import UnreadClock
from poa_app.desk.evidence import open_example
from poa_app.errors import ReadOnlyStore
from poa_app.model.case import Case
from poa_app.model.facts import Client, Deadline, Violation
from poa_app.model.paths import edit
from poa_app.resources import folder
from poa_app.store import Store, Stored

EXAMPLE = folder("examples") / "late-shipment-rate.json"
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def _named(store: str, due: date | None) -> Case:
    return Case(client=Client(store=store), deadline=Deadline(due=due), marketplaces=("UK",))


def test_a_deadline_that_cannot_be_read_comes_first_of_all(store: Store) -> None:
    for name, due in (("past", NOW.date() - timedelta(days=3)), ("unread", "soon"), ("none", None)):
        store.create(Case.model_validate({"client": {"store": name}, "deadline": {"due": due}}))
    cards = board.board(store, NOW)
    assert [card.client for card in cards] == ["unread", "past", "none"]
    assert cards[0].clock == UnreadClock()


def test_the_board_shows_the_most_urgent_first_and_those_without_a_day_last(store: Store) -> None:
    for name, days in (("calm", 9), ("none", None), ("past", -3), ("soon", 0), ("none too", None)):
        store.create(_named(name, None if days is None else NOW.date() + timedelta(days=days)))
    cards = board.board(store, NOW)
    assert [card.client for card in cards] == ["past", "soon", "calm", "none too", "none"]
    assert [card.clock and card.clock.urgency for card in cards] == ["past", "soon", "calm", None, None]


def test_a_card_counts_what_the_check_finds(store: Store, kept: Stored, today: date) -> None:
    gap = edit(kept.case, f"/root_causes/{kept.case.root_causes[0].id}/what", None)
    store.create(gap)
    cards = {card.id: card for card in board.board(store, datetime(today.year, today.month, today.day, tzinfo=UTC))}
    whole = cards.pop(kept.id)
    (torn,) = cards.values()
    assert (whole.blocking, whole.to_fix) == (0, sum(one.file is not None for one in kept.case.exhibits))
    assert 0.9 < whole.done < 1  # its files are not kept with it
    assert torn.blocking > 0
    assert 0 < torn.done < 1


def test_nothing_entered_is_nothing_done() -> None:
    case = Case(violations=(Violation(id="viol01"),))
    assert work.CaseState(case, NOW.date()).done == 0


def test_a_case_is_new_until_it_is_about_something_and_ready_once_nothing_is_left_to_mend(
    store: Store, today: date
) -> None:
    now = datetime(today.year, today.month, today.day, tzinfo=UTC)
    whole = open_example(store, EXAMPLE)
    store.create(Case())
    store.create(edit(whole.case, f"/root_causes/{whole.case.root_causes[0].id}/what", None))
    assert sorted(card.state for card in board.board(store, now)) == ["drafting", "new", "ready"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", 2),
        ("PINEFIELD", 1),
        ("garden pinefield", 1),
        ("b0exmplg01", 1),
        ("000-7310161-0000023", 1),
        ("late-shipment", 1),
        ("other shop", 1),
        ("pinefield shop", 0),
        ("nobody", 0),
    ],
)
def test_a_case_is_found_by_any_of_its_names(store: Store, kept: Stored, words: str, found: int) -> None:
    store.create(_named("Other Example Shop", None))
    assert len(board.search(board.board(store, NOW), words, "")) == found


def test_the_board_judges_a_case_by_the_findings_its_own_screens_show(store: Store, kept: Stored, today: date) -> None:
    (card,) = board.board(store, datetime(today.year, today.month, today.day, tzinfo=UTC))
    found = work.view(store, kept.id, today).findings
    assert card.blocking == sum(one.severity == "blocks" for one in found)
    assert card.to_fix == sum(one.severity == "fix" for one in found)
    assert card.to_fix > 5


def test_a_state_narrows_the_board(store: Store, today: date) -> None:
    kept = open_example(store, EXAMPLE)
    store.create(Case())
    cards = board.board(store, datetime(today.year, today.month, today.day, tzinfo=UTC))
    assert [card.id for card in board.search(cards, "", "ready")] == [kept.id]
    assert board.search(cards, "", "drafting") == ()


def test_the_next_clock_is_the_one_with_least_time_left_that_still_runs(store: Store) -> None:
    for days in (-3, 0, 2):
        store.create(_named("A", NOW.date() + timedelta(days=days)))
    number, least = board.next_clock(board.board(store, NOW))
    assert (number, least) == (2, timedelta(hours=14, minutes=59))
    assert board.next_clock(()) == (0, None)


def test_the_board_counts_a_case_once_and_again_only_when_it_has_changed(
    store: Store, kept: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[str] = []
    summary = board._summary
    monkeypatch.setattr(board, "_summary", lambda store, id, today: counted.append(id) or summary(store, id, today))
    board.board(store, NOW)
    board.board(store, NOW)
    assert counted == [kept.id]
    store.save(kept.id, "/opening", kept.case.opening, "Another opening.")
    board.board(store, NOW)
    assert counted == [kept.id] * 2
    monkeypatch.setattr(board, "fingerprint", lambda: "other rules")
    board.board(store, NOW)
    assert counted == [kept.id] * 3


def test_a_card_of_another_day_is_counted_again_before_it_is_shown(store: Store, late_shipment: Case) -> None:
    review = date(2026, 3, 10)
    row = late_shipment.corrective_actions[0]
    made = store.create(edit(late_shipment, f"/corrective_actions/{row.id}/date", review))
    early = datetime(2026, 3, 9, 12, tzinfo=UTC)
    before = board.cards(store, board.board(store, early), early)[0].entry
    later = early + timedelta(days=2)
    after = board.cards(store, board.board(store, later), later)[0].entry
    future = [one for one in work.view(store, made.id, early.date()).findings if one.rule == "dates.future"]
    assert future
    assert (before.day, after.day) == (early.date(), later.date())
    assert before.done != after.done
    assert board.board(store, later)[0].day == later.date()


def test_the_board_tells_how_far_the_counting_is(store: Store, late_shipment: Case) -> None:
    for number in range(board.AT_ONCE + 1):
        store.create(_named(f"Shop {number}", None))
    told: list[tuple[int, int]] = []
    entries = board.board(store, NOW, lambda done, of: told.append((done, of)))
    assert told == [(board.AT_ONCE, board.AT_ONCE + 1), (board.AT_ONCE + 1, board.AT_ONCE + 1)]
    assert len(entries) == board.AT_ONCE + 1


def test_a_board_that_cannot_be_written_to_still_shows_every_case(
    store: Store, kept: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(counted: object) -> None:
        raise ReadOnlyStore("poa.db")

    monkeypatch.setattr(store, "keep_summaries", refuses)
    (entry,) = board.board(store, NOW)
    assert (entry.id, entry.client) == (kept.id, kept.case.client.store)
    assert store.summaries() == ()


def test_a_case_in_the_trash_or_deleted_is_not_on_the_board(store: Store, kept: Stored) -> None:
    other = store.create(_named("Other", None))
    entries = board.board(store, NOW)
    store.trash(other.id)
    assert [one.id for one in board.board(store, NOW)] == [kept.id]
    store.delete_trashed(datetime.now(UTC) + timedelta(days=1))
    assert [one.entry.id for one in board.cards(store, entries, NOW)] == [kept.id]
    assert [one.case_id for one in store.summaries()] == [kept.id]
