"""How values read in a letter: dates, counts, lists of names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

Dates = Literal["month-first", "day-first"]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def day(value: date, dates: Dates) -> str:
    """Write a date in full, as the marketplace's readers do: November 9, 2026 or 9 November 2026."""
    short = short_day(value, dates)
    return f"{short}, {value.year}" if dates == "month-first" else f"{short} {value.year}"


def short_day(value: date, dates: Dates) -> str:
    """Write a date without its year: November 9 or 9 November."""
    month = MONTHS[value.month - 1]
    return f"{month} {value.day}" if dates == "month-first" else f"{value.day} {month}"


def count(value: int) -> str:
    """Write a whole number, with commas."""
    return f"{value:,}"


def number(value: Decimal) -> str:
    """Write a decimal number with the places it was given."""
    return format(value, "f")


def listed(names: Sequence[str]) -> str:
    """Join names as a sentence does: A; A and B; A, B and C."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def with_noun(one: str, many: str, names: Sequence[str]) -> str:
    """Put the right noun before names: cause 1.1; causes 1.1 and 1.2."""
    return f"{one if len(names) == 1 else many} {listed(names)}" if names else ""


def is_told(counted: str, head: str) -> bool:
    """Whether a heading tells a count with its noun already: Warehouse move, 41 orders."""
    return bool(counted) and re.search(rf"(?<![\w.,]){re.escape(counted)}\b", head, re.IGNORECASE) is not None
