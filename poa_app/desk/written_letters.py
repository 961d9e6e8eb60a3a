"""Which state of the data files the last letter of a case was written by."""

from __future__ import annotations

from datetime import date

from poa_app.knowledge import knowledge
from poa_app.store import Store

_WRITTEN = "written-{id}"


def note_written(store: Store, id: str, today: date) -> None:
    """Keep with a case which state of the data files its last letter was written by, and on which day."""
    store.set_setting(_WRITTEN.format(id=id), f"{knowledge().version} {today.isoformat()}")


def written_before_change(store: Store, id: str) -> date | None:
    """Return the day of a case's last letter where the data files have changed since; none where they have not."""
    version, _, day = (store.get_setting(_WRITTEN.format(id=id)) or "").partition(" ")
    return date.fromisoformat(day) if day and version != knowledge().version else None
