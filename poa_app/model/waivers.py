"""Which points of the checklist may be answered with "does not apply", and which of a case are."""

from __future__ import annotations

from poa_app.model.case import Case
from poa_app.model.paths import pattern

_NEVER = (
    "/violations",
    "/violations/*/enforcement",
    "/violations/*/route",
    "/root_causes",
    "/corrective_actions",
    "/preventive_measures",
    "/corrective_actions/*/done",
    "/letter_date",
)
"""What no letter can do without, by kind of field."""

GROUPS = ("/metrics/*/then", "/metrics/*/now")
"""Fields that can only be absent together: the figures of one reading of a metric."""


def group_of(path: str) -> str:
    """Return the group of fields a path belongs to, which is answered at once; the path itself where there is none."""
    head = path.rpartition("/")[0]
    return head if pattern(head) in GROUPS else path


def may_be_waived(path: str) -> bool:
    """Whether a point may be answered with "does not apply" at all."""
    return pattern(path) not in _NEVER


def is_waived(case: Case, path: str) -> bool:
    """Whether a point, or the group it belongs to, is answered with "does not apply" and a reason."""
    paths = {path, group_of(path)}
    return may_be_waived(path) and any(one.path in paths and one.reason.strip() for one in case.not_applicable)
