"""Which lists of rows the workbench shows."""

from __future__ import annotations

from poa_app.model.case import Case
from poa_app.model.routes import DEFAULT, ROUTES


def workbench_rows(case: Case, suppliers: bool) -> tuple[str, ...]:
    """Return the lists of the workbench in order; a plan has the suppliers where they are named or asked for."""
    shown = case.route_spec.rows or ROUTES[DEFAULT].rows
    if not suppliers or "suppliers" in shown:
        return shown
    after = shown.index("products") + 1 if "products" in shown else 0
    return (*shown[:after], "suppliers", *shown[after:])
