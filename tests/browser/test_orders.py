"""A defect report is pasted, its picture shows the cause, a group is put under it, and all of it is there after F5."""

from __future__ import annotations

from typing import Any

from poa_app.model.case import Case

REPORT = "\n".join(
    [
        "Order ID\tOrder date\tExpected ship date\tShip confirm date\tCarrier\tDays late",
        *(
            f"111-0000000-{n:07d}\t2026-10-{12 + n % 4}\t2026-10-{13 + n % 4}\t2026-10-{16 + n % 4}"
            f"\t{'UPS' if n < 9 else 'DHL'}\t2"
            for n in range(12)
        ),
        "Total\t\t\t\t\t24",
    ]
)


def test_a_report_shows_its_cause_and_keeps_it(narrow: Any, late_shipment: Case) -> None:
    desk = narrow
    desk.open(late_shipment)
    desk.keyed(f"report{desk.id}False").locator("summary").click()
    rows = desk.page.locator("[class*='st-key-order-rows'] textarea").first
    rows.fill(REPORT)
    rows.press("Tab")
    desk.settle()
    desk.page.get_by_text(desk.say("Rows to look at: {n}", n=1)).first.wait_for()
    desk.press("Take the orders over ({n})", n=12)
    held = desk.stores_rows("/orders", 12)
    assert {one.carrier for one in held} == {"UPS", "DHL"}

    carrier = {"en": "Carrier", "zh": "承运商"}[desk.language]
    desk.page.get_by_role("radio", name=carrier, exact=True).first.click()
    desk.settle()
    desk.page.locator("[data-testid=stVegaLiteChart] canvas, [data-testid=stVegaLiteChart] svg").first.wait_for()
    desk.hit(desk.page.get_by_role("button", name="UPS · 9"))
    desk.settle()
    cause = late_shipment.root_causes[0]
    desk.hit(desk.keyed(f"under{desk.id}{cause.id}").locator("button"))
    desk.settle()
    desk.stores(
        "/orders", tuple(one.model_copy(update={"cause": cause.id if one.carrier == "UPS" else None}) for one in held)
    )

    desk.reload()
    assert desk.page.get_by_text(desk.say("Group the orders by")).first.is_visible()
    desk.page.locator("[class*='st-key-orders']").get_by_test_id("stDataFrame").first.wait_for()
    assert desk.server.errors() == []
