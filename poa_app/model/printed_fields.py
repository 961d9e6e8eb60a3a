"""Which fields of a case print: the ``full`` letter holds every one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from poa_app.model import sections
from poa_app.model.case import Case
from poa_app.model.exhibits import FILES, given_name
from poa_app.model.fields import field_at
from poa_app.model.orders import TIMELINE
from poa_app.model.paths import pattern, steps, typed_leaves


def printed_fields(case: Case) -> Iterator[tuple[str, Any]]:
    """Yield the fields that print on the case's route with their values; a file prints by the name it is given."""
    unprinted = case.route_spec.unprinted
    files = {
        f"/exhibits/{exhibit.id}/{field}": given_name(case, exhibit, field)
        for exhibit in case.exhibits
        for field in FILES
    }
    answered = {request.id for _, requests in sections.asked(case) for request in requests}
    for path, value in typed_leaves(case):
        if value in (None, ()) or not field_at(path).prints or pattern(path).startswith(unprinted):
            continue
        if path.startswith("/notice/requests/") and steps(path)[2] not in answered:
            continue  # another route answers it
        yield path, files.get(path, value)
    if "/orders" not in unprinted:
        yield from _of_orders(case)


def _of_orders(case: Case) -> Iterator[tuple[str, Any]]:
    """Yield the numbers of the orders, and the days of those for which a timeline is wanted."""
    names = ("order", *TIMELINE) if case.order_timeline else ("order",)
    for order in case.orders:
        for name in names:
            if getattr(order, name) is not None:
                yield f"/orders/{order.id}/{name}", getattr(order, name)
