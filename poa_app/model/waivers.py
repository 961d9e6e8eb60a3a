"""Which points of the checklist may be answered with "does not apply", and which of a case are."""

from __future__ import annotations

from poa_app.model.case import Case
from poa_app.model.fields import fields
from poa_app.model.paths import pattern


def group_of(path: str) -> str:
    """Return the group of fields a path belongs to, which is answered at once; the path itself where there is none."""
    head = path.rpartition("/")[0]
    group = fields().get(pattern(head))
    return head if group and group.spec.answered_as_one else path


def may_be_waived(path: str) -> bool:
    """Whether a point may be answered with "does not apply" at all."""
    field = fields().get(pattern(path))
    return field is None or field.spec.can_be_waived


def is_waived(case: Case, path: str) -> bool:
    """Whether a point, or the group it belongs to, is answered with "does not apply" and a reason."""
    paths = {path, group_of(path)}
    return may_be_waived(path) and any(one.path in paths and one.reason.strip() for one in case.not_applicable)
