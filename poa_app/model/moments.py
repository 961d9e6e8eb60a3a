"""Times of day and time zones as people write them."""

from __future__ import annotations

import re
from datetime import time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:([ap])\.?m\.?)?", re.ASCII | re.IGNORECASE)
_HOURS, _MINUTES, _NOON = 24, 60, 12


def time_of(text: str | None) -> time | None:
    """Read a time of day: 23:59, 9:05, 3 pm; none where it cannot be read."""
    given = _TIME.fullmatch((text or "").strip())
    if not given or (given[2] is None and given[3] is None):
        return None
    hour, minute = int(given[1]), int(given[2] or 0)
    if given[3]:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if given[3].lower() == "p" else 0)
    return time(hour, minute) if hour < _HOURS and minute < _MINUTES else None


def zone_of(text: str | None) -> ZoneInfo | None:
    """Find a time zone by its name in the zone database, such as America/Los_Angeles; none where there is no such."""
    try:
        return ZoneInfo((text or "").strip())
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
