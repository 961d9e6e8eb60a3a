"""Which lists of rows the workbench shows."""

from __future__ import annotations

from poa_app.model.case import Case
from poa_app.model.routes import DEFAULT, ROUTES


def workbench_rows(case: Case, suppliers: bool, orders: bool = False) -> tuple[str, ...]:
    """Return the lists of the workbench in order.

    Args:
        case: the case.
        suppliers: whether a plan has the suppliers, because they are named or asked for.
        orders: whether a letter that tells rates has the orders behind them.
    """
    shown = case.route_spec.rows or ROUTES[DEFAULT].rows
    if orders and "/orders" not in case.route_spec.unprinted:
        at = shown.index("metrics") + 1 if "metrics" in shown else shown.index("exhibits")
        shown = (*shown[:at], "orders", *shown[at:])
    if not suppliers or "suppliers" in shown:
        return shown
    after = shown.index("products") + 1 if "products" in shown else 0
    return (*shown[:after], "suppliers", *shown[after:])
