"""The year of a day that names none, out of the day on which it was told."""

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
