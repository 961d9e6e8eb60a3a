"""The year of a day that names none, out of the day on which it was told; and whether there is such a day."""

from __future__ import annotations

from datetime import date


def nearest_day(month: int, day: int, near: date) -> date | None:
    """Return the day of that month nearest to another; none where no year near it has it."""
    found = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return min(found, key=lambda one: abs((one - near).days), default=None)


def day_of_iso(value: str) -> date | None:
    """Return the day that 2026-11-12 names; none where the calendar has no such day, or a part of it is left open."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
