"""The board: by urgency, with what each case lacks, and found again by any of its names."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from poa_app.desk import board, work
from poa_app.desk.clock import UnreadClock
from poa_app.desk.evidence import open_example
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
    assert [card.case.client.store for card in cards] == ["unread", "past", "none"]
    assert cards[0].clock == UnreadClock()


def test_the_board_shows_the_most_urgent_first_and_those_without_a_day_last(store: Store) -> None:
    for name, days in (("calm", 9), ("none", None), ("past", -3), ("soon", 0), ("none too", None)):
        store.create(_named(name, None if days is None else NOW.date() + timedelta(days=days)))
    cards = board.board(store, NOW)
    assert [card.case.client.store for card in cards] == ["past", "soon", "calm", "none too", "none"]
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
    assert board.share_done(case, work.examined(b'{"poa_case": 1}', NOW.date())) == 0


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
    assert len(board.sought(board.board(store, NOW), words, "")) == found


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
    assert [card.id for card in board.sought(cards, "", "ready")] == [kept.id]
    assert board.sought(cards, "", "drafting") == ()


def test_the_next_clock_is_the_one_with_least_time_left_that_still_runs(store: Store) -> None:
    for days in (-3, 0, 2):
        store.create(_named("A", NOW.date() + timedelta(days=days)))
    number, least = board.next_clock(board.board(store, NOW))
    assert (number, least) == (2, timedelta(hours=14, minutes=59))
    assert board.next_clock(()) == (0, None)
