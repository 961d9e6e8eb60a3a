"""The board: every case with its clock, what it still lacks and how far it is; the most urgent first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from poa_app.desk.clock import Clock, UnreadClock, clock
from poa_app.desk.evidence import absent, digests
from poa_app.desk.work import examined
from poa_app.intake.case_file import write_case
from poa_app.model.case import Case
from poa_app.model.finding import Finding
from poa_app.model.printable import printable
from poa_app.store import Listed, Store

__all__ = ["STATES", "Card", "State", "board", "next_clock", "share_done", "sought"]

State = Literal["new", "drafting", "ready"]
STATES: tuple[State, ...] = ("new", "drafting", "ready")


@dataclass(frozen=True)
class Card:
    """One case as the board shows it.

    Attributes:
        id: the case's.
        case: what was entered so far.
        saved: when it was last changed.
        clock: when its answer is due; none where no deadline was entered. One that cannot be read comes first.
        blocking: how many points keep it from being sent.
        to_fix: how many more ought to be mended.
        done: how far it is, from 0 to 1.
    """

    id: str
    case: Case
    saved: datetime
    clock: Clock | UnreadClock | None
    blocking: int
    to_fix: int
    done: float

    @property
    def state(self) -> State:
        """New until an enforcement is chosen; ready once nothing blocks and nothing is left to fix."""
        if not self.case.enforcements:
            return "new"
        return "drafting" if self.blocking or self.to_fix else "ready"


def board(store: Store, now: datetime) -> tuple[Card, ...]:
    """List the cases, the most urgent clock first, then the newest."""
    cards = [_card(store, listed, now) for listed in store.listed()]
    return tuple(sorted(cards, key=lambda card: card.clock.left if card.clock else timedelta.max))


def _card(store: Store, listed: Listed, now: datetime) -> Card:
    missing, kept = absent(store, listed.id, listed.case), digests(store, listed.id)
    found = examined(write_case(listed.case), now.date(), missing, kept)
    blocking = sum(finding.severity == "blocks" for finding in found)
    to_fix = sum(finding.severity == "fix" for finding in found)
    return Card(
        listed.id, listed.case, listed.saved, clock(listed.case, now), blocking, to_fix, share_done(listed.case, found)
    )


def share_done(case: Case, findings: tuple[Finding, ...]) -> float:
    """Return how far a case is, from 0 to 1: what is answered against what is answered, missing or to be mended.

    It is 1 only when nothing blocks and nothing is left to fix.
    """
    open_points = sum(finding.severity in ("blocks", "fix") for finding in findings)
    answered = sum(1 for _ in printable(case))
    return answered / (answered + open_points) if open_points else 1.0


def sought(cards: Iterable[Card], words: str, state: str) -> tuple[Card, ...]:
    """Give the cards that are in a state and hold every word looked for.

    Args:
        cards: the board.
        words: parts of a client's name, a token, an ASIN, an order or case number, in any order and case.
        state: one of ``STATES``; empty for all.
    """
    wanted = words.casefold().split()
    return tuple(card for card in cards if state in ("", card.state) and all(word in _names(card) for word in wanted))


def _names(card: Card) -> str:
    case = card.case
    client, notice = case.client, case.notice
    own = [card.id, client.store, client.legal_name, client.local_name, client.merchant_token, notice.reference]
    own += case.marketplaces
    rows = [*(one.asin for one in case.products), *(one.value for one in case.identifiers)]
    return " ".join(name for name in (*own, *rows, *case.enforcements) if name).casefold()


def next_clock(cards: Sequence[Card]) -> tuple[int, timedelta | None]:
    """Return how many clocks still run, and how much time the next one leaves."""
    clocks = (card.clock for card in cards)
    running = [one.left for one in clocks if isinstance(one, Clock) and one.urgency != "past"]
    return len(running), min(running, default=None)
