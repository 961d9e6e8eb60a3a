"""What a page shows of itself: that its server is gone and back, and the letter at the row that is open."""

from __future__ import annotations

from typing import Any

from poa_app.model.case import Case

ACTION = "/corrective_actions/castat"
WHO = f"{ACTION}/who"
AWAY = (
    "The program on this computer does not answer. Everything that was saved is safe. Keep this tab open and start the"
    " program again: the page goes on by itself."
)


def test_a_server_that_is_gone_is_told_in_the_readers_language_and_the_page_goes_on_by_itself(
    narrow: Any, late_shipment: Case
) -> None:
    row = narrow
    row.open(late_shipment, row=ACTION)
    banner = row.page.get_by_role("alert").filter(has_text=row.say(AWAY))
    assert not banner.is_visible()
    row.server.kill()
    banner.wait_for()
    row.server.start()
    banner.wait_for(state="hidden")
    row.settle()
    row.leave(WHO, "packing lead")
    row.stores(WHO, "packing lead")


def test_the_letter_stays_in_view_and_shows_the_open_rows_passage(wide: Any, late_shipment: Case) -> None:
    wide.open(late_shipment)
    last = late_shipment.preventive_measures[-1]
    wide.open_row(f"/preventive_measures/{last.id}")
    wide.field(f"/preventive_measures/{last.id}/passage").scroll_into_view_if_needed()
    lit = wide.page.locator(".poa-sheet .lit").first
    lit.wait_for()
    wide.settle()
    wide.page.wait_for_function(
        """() => { const {top, bottom} = document.querySelector(".poa-sheet .lit").getBoundingClientRect();
        return 0 < top && bottom < innerHeight; }"""
    )
    assert (last.passage or "")[:20] in lit.inner_text()
