"""What a notice asks to send decides by which of its enforcement's routes it is answered."""

from __future__ import annotations

import pytest

from poa_app.knowledge import knowledge
from poa_app.model.facts import Stage
from poa_app.model.routes import Route
from poa_app.notice.read import read_notice
from poa_app.notice.routes import asked_route
from tests.each import for_each

PLAN_AND_INVOICES = """Your account has been deactivated. We received complaints that these items were sold as New but
arrived used: ASIN B0EXMPLK77.

To sell again, please send us:
-- Invoices from your supplier from the last 365 days
-- A plan that explains: the root cause of the issue, the actions you have taken, the steps to prevent it going forward
"""
INVOICES_ALONE = """We removed your listing because customers complained that the item is not authentic.
ASIN: B0EXMPLK77.

To reactivate it, please send copies of invoices from your supplier issued in the last 365 days.
"""


@for_each(
    ("slug", "requested", "stage", "route"),
    [
        ("used-sold-as-new", {"plan-of-action"}, "first", "plan-of-action"),
        ("used-sold-as-new", {"plan-of-action", "invoices"}, "rejected", "plan-of-action"),
        ("inauthentic-account", {"plan-of-action", "invoices"}, "first", "plan-of-action"),
        ("inauthentic-complaint", {"invoices", "supplier-contact"}, "first", "documents"),
        ("drop-shipping", {"tracking", "invoices"}, "more-information", "documents"),
        ("inauthentic-complaint", {"invoices"}, "rejected", None),
        ("inauthentic-complaint", {"invoices", "other"}, "first", None),
        ("inauthentic-complaint", set(), "first", None),
        ("late-shipment-rate", {"tracking"}, "first", None),
        ("compliance-documents", {"plan-of-action"}, "first", None),
    ],
)
def test_a_plan_or_papers_alone_name_the_route(
    slug: str, requested: set[str], stage: Stage, route: Route | None
) -> None:
    assert asked_route(knowledge().enforcements[slug], requested, stage) == route


@pytest.mark.parametrize(
    ("notice", "slug", "route"),
    [
        (PLAN_AND_INVOICES, "used-sold-as-new", "plan-of-action"),
        (INVOICES_ALONE, "inauthentic-complaint", "documents"),
    ],
)
def test_a_notice_is_read_with_the_route_it_asks_for(notice: str, slug: str, route: str) -> None:
    read = read_notice(notice, knowledge())
    assert (read.enforcement, read.route) == (slug, route)


def test_the_usual_route_stands_where_a_notice_asks_for_nothing() -> None:
    read = read_notice("Your valid tracking rate is 80%. Your offers in Home were removed.", knowledge())
    assert read.route == knowledge().enforcements["valid-tracking-rate"].routes[0]
