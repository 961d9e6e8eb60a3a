"""How much time a case has left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta, timezone
from typing import Literal
from zoneinfo import ZoneInfo

from poa_app.model.case import Case
from poa_app.model.moments import time_of, zone_of
from poa_app.model.text import is_blank

Urgency = Literal["calm", "soon", "now", "past"]


@dataclass(frozen=True)
class Clock:
    """When an answer is due and how long that is from now."""

    due: datetime
    left: timedelta

    @property
    def urgency(self) -> Urgency:
        """Calm; soon under 24 hours; now under 12; past."""
        hours = self.left.total_seconds() / 3600
        return "past" if hours < 0 else "now" if hours < 12 else "soon" if hours < 24 else "calm"


def clock(case: Case, now: datetime) -> Clock | None:
    """Read the deadline of a case; a day without a time ends at its last minute, a time without a zone is UTC.

    Args:
        case: the case.
        now: this moment, with its zone.
    """
    due = case.deadline.due
    if not isinstance(due, date) or due.year in (MINYEAR, MAXYEAR):
        return None  # the edge of the calendar has no moment in every zone
    at = time_of(case.deadline.time) or time(23, 59)
    moment = datetime.combine(due, at, _zone(case.deadline.zone) or _zone(case.notice.zone) or UTC)
    return Clock(moment, moment.astimezone(UTC) - now.astimezone(UTC))


def _zone(name: str | None) -> ZoneInfo | timezone | None:
    return None if is_blank(name) else zone_of(name) or UTC
