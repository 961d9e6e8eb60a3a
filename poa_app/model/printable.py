"""Which fields of a case print: the ``full`` letter holds every one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from poa_app.model.case import Case
from poa_app.model.paths import leaves, pattern

NEVER_PRINTED = (
    "/poa_case",
    "/client/id",
    "/violations/*/level",
    "/violations/*/route",
    "/violations/*/stage",
    "/notice/text",
    "/notice/requests/*/section",
    "/deadline/",
    "/corrective_actions/*/done",
    "/earlier_appeals",
    "/drafts",
    "/not_applicable",
    "/overruled",
)
"""Field patterns, or how they begin, of what stays inside the agency."""

_ONE_ROUTE_ONLY = {
    "documents": ("/root_causes", "/corrective_actions", "/preventive_measures", "/metrics/*/now", "/metrics/*/note"),
}


def printable(case: Case) -> Iterator[tuple[str, Any]]:
    """List the fields that print by the case's route, with what they hold."""
    never = NEVER_PRINTED + _ONE_ROUTE_ONLY.get(case.route or "", ())
    for path, value in leaves(case):
        if value not in (None, ()) and not pattern(path).startswith(never):
            yield path, value
