"""A finding: one thing to mend, where it is, why it matters and what would mend it."""

from __future__ import annotations

from typing import Literal

from poa_app.model.base import Part

Severity = Literal["blocks", "fix", "consider"]

SEVERITIES: tuple[Severity, ...] = ("blocks", "fix", "consider")
"""From the heaviest to the lightest."""


class Fix(Part):
    """A replacement for the finding's words; automatic only where it cannot change the meaning."""

    text: str
    automatic: bool = False


class Finding(Part):
    """One thing to mend; start and end count code points in the field's text."""

    rule: str
    family: str
    severity: Severity
    path: str
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    message: str
    message_zh: str
    why: str
    why_zh: str
    source: str
    fixes: tuple[Fix, ...] = ()
    can_be_overruled: bool = True
