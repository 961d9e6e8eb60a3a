"""Tells what was changed elsewhere, in another tab or by somebody else, while a case was in view."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from poa_app.store import Store, Stored

__all__ = ["SHOWN_FOR", "SeenRevision", "observe", "record_own_save"]

SHOWN_FOR = timedelta(minutes=10)
"""How long a change made elsewhere stays marked."""


@dataclass(frozen=True)
class SeenRevision:
    """What one tab knows of a case.

    Attributes:
        revision: the newest it has shown or made itself.
        paths: what was changed elsewhere, the newest last.
        at: when that was, in UTC; none where nothing was.
    """

    revision: int
    paths: tuple[str, ...] = ()
    at: datetime | None = None

    def lately(self, now: datetime) -> bool:
        """Whether something was changed elsewhere within the time it is marked."""
        return self.at is not None and now - self.at <= SHOWN_FOR


def observe(store: Store, seen: SeenRevision | None, stored: Stored) -> SeenRevision:
    """Look at a case: every revision since the last look that the tab did not make was made elsewhere.

    Args:
        store: where the case is.
        seen: what the tab knew; none at its first look.
        stored: the case as it stands.
    """
    return _followed(store, seen, stored, stored.revision)


def record_own_save(store: Store, seen: SeenRevision | None, stored: Stored) -> SeenRevision:
    """Note a state that the tab itself has just saved; those between it and the last look were made elsewhere.

    Args:
        store: where the case is.
        seen: what the tab knew.
        stored: what its save gave.
    """
    return _followed(store, seen, stored, stored.revision - 1)


def _followed(store: Store, seen: SeenRevision | None, stored: Stored, last: int) -> SeenRevision:
    if seen is None:
        return SeenRevision(stored.revision)
    if last > seen.revision:
        fresh = [one for one in store.revisions(stored.id) if seen.revision < one.number <= last]
        if fresh:
            paths = dict.fromkeys([*seen.paths, *(one.path for one in reversed(fresh))])
            seen = replace(seen, paths=tuple(paths), at=fresh[0].made)
    return replace(seen, revision=max(seen.revision, stored.revision))
