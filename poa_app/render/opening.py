"""What a manager's own sentences at both ends of a letter become, and what an opening gives the reason for."""

from __future__ import annotations

from typing import Any

from poa_app.knowledge.schema import NounForms
from poa_app.model.case import Case
from poa_app.model.paths import get
from poa_app.phrases import things
from poa_app.render import wording
from poa_app.render.field import Field

_OWN = (("opening", "/opening"), ("closing", "/closing"), ("warned", "/notice/warned_after"))
_EFFECTS = frozenset(("complaints", "claims", "returns"))
"""What is counted and has a reason of its own; an order or a listing has none."""


def own_sentences(case: Case) -> dict[str, Any]:
    """Return the sentences of the manager's own, each with whether it still wants its stop."""
    shown: dict[str, Any] = {}
    for name, path in _OWN:
        said, is_open = things.closed(get(case, path) or "")
        shown |= {f"{name}_said": Field(said, path), f"{name}_open": is_open}
    return shown


def reason_given(case: Case, counts: NounForms | None) -> dict[str, Any]:
    """Return an opening with what it gives the reason for, where nothing before it says so: for the 3 complaints."""
    lead, rest = things.reason_opening(things.closed(case.opening or "")[0])
    affected = case.affected
    if (
        not lead
        or case.metrics
        or not isinstance(affected, int)
        or not affected
        or counts is None
        or counts.many not in _EFFECTS
    ):
        return {"opening_lead": None}
    counted = counts.one if affected == 1 else f"{wording.count(affected)} {counts.many}"
    return {
        "opening_lead": Field(f"{lead} {'of' if lead.endswith('cause') else 'for'} the", "/opening"),
        "opening_for": Field(counted, "/affected"),
        "opening_said": Field(rest, "/opening"),
    }
