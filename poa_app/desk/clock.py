"""How much time a case has left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from poa_app.check.deadlines import Assumed, due_moment, is_unread, wants_arrival
from poa_app.knowledge import knowledge
from poa_app.model.case import Case

__all__ = ["Assumed", "Clock", "UnreadClock", "Urgency", "clock"]

Urgency = Literal["calm", "soon", "now", "past", "unread"]


@dataclass(frozen=True)
class Clock:
    """When an answer is due and how long that is from now.

    Attributes:
        due: the moment, in the zone of the notice or of the site.
        left: the time until then, negative once past.
        from_words: whether the notice's own words gave an earlier moment than a typed day, or the only one.
        assumed: what had to be assumed, by the earliest reading, since it was not given.
        latest: the last moment that what was given can mean, where something had to be assumed.
    """

    due: datetime
    left: timedelta
    from_words: bool = False
    assumed: tuple[Assumed, ...] = ()
    latest: datetime | None = None

    @property
    def urgency(self) -> Urgency:
        """Calm; soon under 24 hours; now under 12; past."""
        hours = self.left.total_seconds() / 3600
        return "past" if hours < 0 else "now" if hours < 12 else "soon" if hours < 24 else "calm"


@dataclass(frozen=True)
class UnreadClock:
    """A deadline was entered of which no moment can be read; it counts as the most urgent of all.

    Attributes:
        wants_arrival: whether it counts from the arrival of the notice, whose day is not there yet.
    """

    wants_arrival: bool = False
    urgency: Urgency = "unread"
    left: timedelta = timedelta.min


def clock(case: Case, now: datetime) -> Clock | UnreadClock | None:
    """Read the deadline of a case, by its earliest reading.

    Args:
        case: the case.
        now: this moment, with its zone.

    Returns:
        None where no deadline was entered.
    """
    known = knowledge()
    moment = due_moment(case, known)
    if moment is None:
        return UnreadClock(wants_arrival(case)) if is_unread(case, known) else None
    left = moment.at.astimezone(UTC) - now.astimezone(UTC)
    return Clock(moment.at, left, moment.path == "/deadline/words", moment.assumed, moment.latest)
