"""The board: every case with its clock, what it still lacks and how far it is; the most urgent first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal, cast

from poa_app.desk.clock import Clock, UnreadClock, clock
from poa_app.desk.paper_reading import read_papers
from poa_app.desk.work import stored_state
from poa_app.errors import StoreFault, UnknownCase
from poa_app.model.case import Case
from poa_app.resources import fingerprint
from poa_app.store import Store, Stored, Summary

__all__ = ["STATES", "Card", "Entry", "State", "board", "cards", "next_clock", "search"]

State = Literal["new", "drafting", "ready"]
STATES: tuple[State, ...] = ("new", "drafting", "ready")

AT_ONCE = 25
"""Cases counted before their summaries are kept: about a quarter of a second of work."""

Progress = Callable[[int, int], None]
"""Told how many of how many cases have been counted."""


@dataclass(frozen=True)
class Entry:
    """One case of the board, as its summary tells it.

    Attributes:
        id: the case's.
        client: the store's name; empty where none was entered.
        state: new until an enforcement is chosen; ready once nothing blocks and nothing is left to fix.
        clock: when its answer is due, in UTC; none where no deadline was entered. One that cannot be read comes first.
        blocking: how many points keep it from being sent.
        to_fix: how many more ought to be mended.
        done: how far it is, from 0 to 1.
        words: everything by which it can be searched for, in lower case.
        day: on which it was counted.
    """

    id: str
    client: str
    state: State
    clock: Clock | UnreadClock | None
    blocking: int
    to_fix: int
    done: float
    words: str
    day: date


@dataclass(frozen=True)
class Card:
    """An entry counted today, with the case itself and its clock in the zone of the notice."""

    entry: Entry
    case: Case
    clock: Clock | UnreadClock | None


def board(store: Store, now: datetime, progress: Progress | None = None) -> tuple[Entry, ...]:
    """List the cases, the most urgent clock first, then the last saved.

    Cases whose summary is of an earlier revision, or was counted by other rules, are counted first.

    Args:
        store: where they are.
        now: this moment, in the reader's zone.
        progress: told how far the counting is, where there is any.
    """
    counted = _count(store, store.uncounted(fingerprint()), now.date(), progress)
    known = {one.case_id: one for one in store.summaries()} | counted
    last_saved = sorted(known.values(), key=lambda one: (one.saved, one.case_id), reverse=True)
    entries = (_entry(one, now) for one in last_saved)
    return tuple(sorted(entries, key=lambda one: one.clock.left if one.clock else timedelta.max))


def cards(store: Store, entries: Iterable[Entry], now: datetime) -> tuple[Card, ...]:
    """Return entries with their cases; those counted on another day are counted again, those deleted are left out."""
    entries = tuple(entries)
    stale = [one.id for one in entries if one.day != now.date()]
    fresh = {id: _entry(summary, now) for id, summary in _count(store, stale, now.date()).items()}
    shown = []
    for one in entries:
        with suppress(UnknownCase):
            case = store.load(one.id).case
            shown.append(Card(fresh.get(one.id, one), case, clock(case, now)))
    return tuple(shown)


def search(entries: Iterable[Entry], words: str, state: str) -> tuple[Entry, ...]:
    """Return the entries that are in a state and hold every word looked for.

    Args:
        entries: of the board.
        words: parts of a client's name, a token, an ASIN, an order or case number, in any order and case.
        state: one of ``STATES``; empty for all.
    """
    wanted = words.casefold().split()
    return tuple(one for one in entries if state in ("", one.state) and all(word in one.words for word in wanted))


def next_clock(entries: Sequence[Entry]) -> tuple[int, timedelta | None]:
    """Return how many clocks still run, and how much time the next one leaves."""
    clocks = (entry.clock for entry in entries)
    running = [one.left for one in clocks if isinstance(one, Clock) and one.urgency != "past"]
    return len(running), min(running, default=None)


def _count(store: Store, ids: Sequence[str], today: date, progress: Progress | None = None) -> dict[str, Summary]:
    """Count cases and keep their summaries, some at a time, so that an end in between loses little."""
    counted: dict[str, Summary] = {}
    for start in range(0, len(ids), AT_ONCE):
        part = {}
        for id in ids[start : start + AT_ONCE]:
            with suppress(UnknownCase):
                part[id] = _summary(store, id, today)
        with suppress(StoreFault):  # a store that cannot be written to is served from what was counted
            store.keep_summaries(part.values())
        counted |= part
        if progress:
            progress(len(counted), len(ids))
    return counted


def _summary(store: Store, id: str, today: date) -> Summary:
    stored, files, _ = store.load_for_editing(id)
    case = stored.case
    state = stored_state(stored, files, today, read_papers(store, files))
    due = clock(case, datetime.now(UTC))
    return Summary(
        case_id=id,
        revision=stored.revision,
        saved=stored.saved,
        rules=fingerprint(),
        day=today,
        blocking=state.rows_left.blocking,
        to_fix=state.rows_left.to_fix,
        permille=int(state.done * 1000),
        state=("drafting" if sum(state.counts) else "ready") if case.enforcements else "new",
        client=(case.client.store or "").strip(),
        words=_words(stored),
        due=due.due.astimezone(UTC) if isinstance(due, Clock) else None,
        is_unread=isinstance(due, UnreadClock),
    )


def _words(stored: Stored) -> str:
    case = stored.case
    client = case.client
    own = [stored.id, client.store, client.legal_name, client.local_name, client.merchant_token, case.notice.reference]
    rows = [*(one.asin for one in case.products), *(one.value for one in case.identifiers)]
    names = (*own, *case.marketplaces, *rows, *case.enforcements)
    return " ".join(name for name in names if name).casefold()


def _entry(one: Summary, now: datetime) -> Entry:
    due = Clock(one.due, one.due - now.astimezone(UTC)) if one.due else None
    return Entry(
        id=one.case_id,
        client=one.client,
        state=cast(State, one.state),
        clock=UnreadClock() if one.is_unread else due,
        blocking=one.blocking,
        to_fix=one.to_fix,
        done=one.permille / 1000,
        words=one.words,
        day=one.day,
    )
