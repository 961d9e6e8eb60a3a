"""Which fields of a case print: the ``full`` letter holds every one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from poa_app.model import sections
from poa_app.model.case import Case
from poa_app.model.exhibits import FILES, given_name
from poa_app.model.paths import leaves, pattern, steps

NEVER_PRINTED = (
    "/poa_case",
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
"""Field patterns, or how they begin, of what stays inside the agency; no id prints either."""

_ONE_ROUTE_ONLY = {
    "documents": ("/root_causes", "/corrective_actions", "/preventive_measures", "/metrics/*/now", "/metrics/*/note"),
}


def printable(case: Case) -> Iterator[tuple[str, Any]]:
    """List the fields that print by the case's route, with what they hold; a file prints by the name it is given by."""
    never = NEVER_PRINTED + _ONE_ROUTE_ONLY.get(case.route or "", ())
    files = {
        f"/exhibits/{exhibit.id}/{field}": given_name(case, exhibit, field)
        for exhibit in case.exhibits
        for field in FILES
    }
    answered = {request.id for _, requests in sections.asked(case) for request in requests}
    for path, value in leaves(case):
        if value in (None, ()) or path.endswith("/id") or pattern(path).startswith(never):
            continue
        if path.startswith("/notice/requests/") and steps(path)[2] not in answered:
            continue  # another route answers it
        yield path, files.get(path, value)
