"""A pasted notice is read, confirmed with one press, and what was taken over stands in its fields and stays there."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.browser import walk_texts as texts


def _pasted(desk: Any, text: str) -> None:
    desk.open()
    desk.press("New case")
    desk.page.wait_for_url("**/notice?case=*")
    desk.settle()
    desk.id = desk.page.evaluate("new URLSearchParams(location.search).get('case')")
    desk.leave("/notice/text", text)


def test_what_was_read_is_marked_and_taken_over_with_one_press_and_is_there_after_reloading(wide: Any) -> None:
    _pasted(wide, f"{texts.LATE_NOTICE}\n<b>B0EXMPLK07</b> <script>document.title = 'x'</script>")
    marked = wide.keyed(f"marked{wide.id}")
    marked.locator("summary").click()
    marked.locator("mark").first.wait_for()
    said = marked.locator("mark").all_inner_texts()
    assert any("late shipment rate" in one.lower() for one in said)
    assert "B0EXMPLK07" in said
    assert "<b>" in marked.inner_text()
    assert wide.page.title() != "x"
    part = wide.keyed(f"reading{wide.id}")
    part.wait_for()
    assert "Late shipment rate" in part.inner_text()
    assert wide.server.held(wide.id, "/notice/received") is None
    wide.press("Take over what is ticked")
    wide.stores("/affected", 47)
    part.wait_for(state="detached")
    wide.reload()
    case = wide.server.store.load(wide.id).case
    assert case.enforcements == ("late-shipment-rate",)
    assert case.marketplaces == ("US",)
    assert case.metrics[0].then.numerator == 47
    assert case.metrics[0].then.end == date(2026, 11, 20)
    assert len(case.notice.requests) == 3
    assert wide.shown("/affected") == "47"
    assert wide.page.get_by_text("First hour: do now").first.is_visible()
