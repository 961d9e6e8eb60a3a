"""Three files dropped at once, and a refusal pasted below its notice, become findings at the rows they are about."""

from __future__ import annotations

from typing import Any

from poa_app.desk import notices
from poa_app.model.case import Case
from poa_app.model.paths import edit
from tests.notice.letters import ANSWER, APPEAL, NOTICE


def _wanting(desk: Any) -> Any:
    (row,) = desk.server.held(desk.id, "/earlier_appeals")
    return row.wanting


def test_three_files_are_told_apart_and_taken_with_one_press(narrow: Any) -> None:
    desk = narrow
    desk.open(notices.begin(), "notice")
    given = {"notice.txt": NOTICE, "our-appeal.txt": APPEAL, "answer.txt": ANSWER}
    box = desk.page.get_by_test_id("stFileUploader").locator("input[type=file]").first
    box.set_input_files(
        [{"name": name, "mimeType": "text/plain", "buffer": words.encode()} for name, words in given.items()]
    )
    desk.button("Take all over").wait_for()
    assert not desk.server.held(desk.id, "/notice/text")
    desk.press("Take all over")
    desk.stores("/notice/text", NOTICE.strip())
    desk.stores_rows("/earlier_appeals", 1)
    assert _wanting(desk) == ("root-causes", "preventive-measures")


def test_a_pasted_refusal_shows_its_findings_at_the_rows(wide: Any, late_shipment: Case) -> None:
    cause = f"/root_causes/{late_shipment.root_causes[0].id}"
    case = edit(edit(late_shipment, f"{cause}/explains", None), f"{cause}/passage", None)
    wide.open(edit(case, "/notice/text", NOTICE), "notice")
    wide.leave("/notice/text", f"{NOTICE}\n{ANSWER}".strip())
    wide.press("Take these over")
    wide.stores_rows("/earlier_appeals", 1)
    assert _wanting(wide) == ("root-causes", "preventive-measures")
    wide.open(wide.id, "workbench")
    wide.page.get_by_text("Findings", exact=True).first.click()
    words = "Amazon asked for greater detail on the root causes, and this says nothing of how many orders"
    wide.page.get_by_text(words).first.wait_for()
