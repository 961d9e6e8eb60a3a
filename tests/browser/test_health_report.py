"""Amazon's account health report in a real browser: taken in, seen as a picture, a figure of it kept over a reload."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from poa_app.desk import notices
from poa_app.model.paths import edit

REPORT = Path(__file__).parents[1] / "intake" / "reports" / "northbay.json"
TITLE = "Import Amazon's account health report"


def _give(desk: Any, file: dict[str, Any] | str) -> Any:
    """Open the folded part and give it a file; return the part."""
    part = desk.keyed(f"health{desk.id}")
    if part.locator("details[open]").count() == 0:
        part.locator("summary").first.click()
    part.locator("input[type=file]").first.set_input_files(file)
    desk.settle()
    return part


def test_a_report_is_seen_and_a_figure_of_it_is_there_after_a_reload(desk: Any) -> None:
    case = notices.begin()
    case = notices.choose_enforcement(case, case.violations[0].id, "late-shipment-rate")
    desk.open(edit(case, "/marketplaces", ("US",)), "notice")
    part = _give(desk, str(REPORT))
    charts = part.get_by_test_id("stVegaLiteChart")
    charts.first.scroll_into_view_if_needed()
    charts.first.locator("canvas, svg").first.wait_for()
    assert charts.count() == 7
    assert all(charts.nth(number).bounding_box()["width"] > 100 for number in range(7))
    assert desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    desk.press("Take over {value}", value="6.82 %")
    path = f"/metrics/{case.metrics[0].id}/then"
    desk.stores(f"{path}/value", Decimal("6.82"))
    assert desk.server.held(desk.id, f"{path}/numerator") == 82
    desk.reload()
    assert desk.server.held(desk.id, f"{path}/value") == Decimal("6.82")
    desk.open(desk.id, "workbench", row=f"/metrics/{case.metrics[0].id}")
    desk.shows(f"{path}/value", "6.82")
    desk.shows(f"{path}/denominator", "1202")
    assert desk.server.errors() == []


def test_what_it_points_to_leads_into_the_handbook(wide: Any) -> None:
    case = notices.begin()
    case = notices.choose_enforcement(case, case.violations[0].id, "late-shipment-rate")
    wide.open(edit(case, "/marketplaces", ("US",)), "notice")
    part = _give(wide, str(REPORT))
    part.get_by_role("button", name="Variation misuse").click()
    wide.page.wait_for_url("**/handbook*")
    wide.settle()
    wide.page.locator("main, [data-testid=stMain]").get_by_text("Variation misuse").first.wait_for()
    assert wide.server.errors() == []
