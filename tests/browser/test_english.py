"""The English of a letter is mended where it stands: marked, fixed, fixed by kind, overruled and found again."""

from __future__ import annotations

from typing import Any

from poa_app.model.case import Case
from poa_app.model.paths import edit

PATIENT = "We wait for the carrier."


def _show_findings(desk: Any) -> None:
    desk.page.get_by_text(desk.say("Findings"), exact=True).first.click()
    desk.settle()


def _marks(desk: Any, path: str) -> Any:
    return desk.keyed(f"words{desk.id}{path}").locator(".poa-words mark")


def test_a_contraction_is_marked_where_it_stands_and_mended_in_the_letter(desk: Any, late_shipment: Case) -> None:
    desk.open(late_shipment)
    _show_findings(desk)
    row = f"/corrective_actions/{late_shipment.corrective_actions[1].id}"
    desk.open_row(row)
    passage = f"{late_shipment.corrective_actions[1].passage} The scanner can't read <b>at night</b>."
    desk.leave(f"{row}/passage", passage)
    mark = _marks(desk, f"{row}/passage").first
    mark.wait_for()
    assert mark.inner_text() == "can't"
    box = mark.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= desk.width
    desk.press("Use “{words}” {row}", words="cannot", row=desk.row_name("corrective_actions", 2))
    desk.stores(f"{row}/passage", passage.replace("can't", "cannot"))
    desk.shows(f"{row}/passage", passage.replace("can't", "cannot"))
    desk.page.locator(".poa-sheet").get_by_text("The scanner cannot read <b>at night</b>.").first.wait_for()
    assert _marks(desk, f"{row}/passage").count() == 0


def test_all_of_a_kind_are_mended_from_the_check(narrow: Any, late_shipment: Case) -> None:
    desk = narrow
    row = f"/root_causes/{late_shipment.root_causes[0].id}"
    case = edit(edit(late_shipment, "/opening", "We don't ship on Sundays."), f"{row}/passage", "It wasn't read.")
    desk.open(case, "check")
    family = {"en": "contractions", "zh": "缩写"}[desk.language]
    desk.press("Mend all {n}: {family}", n=2, family=family)
    desk.stores("/opening", "We do not ship on Sundays.")
    desk.stores(f"{row}/passage", "It was not read.")


def test_an_overruling_outlives_a_reload_and_other_sentences_but_not_its_own(wide: Any, late_shipment: Case) -> None:
    desk = wide
    desk.open(edit(late_shipment, "/opening", f"We can't ship. {PATIENT}"))
    _show_findings(desk)
    _marks(desk, "/opening").first.wait_for()
    desk.keyed(f"words{desk.id}/opening").get_by_role("button", name=desk.say("Overrule")).click()
    inside = desk.page.get_by_test_id("stPopoverBody")
    inside.get_by_role("textbox").first.fill("The buyer's own words")
    inside.get_by_role("textbox").first.press("Tab")
    desk.settle()
    inside.get_by_role("button", name=desk.say("Overrule"), exact=True).click()
    desk.settle()
    assert _marks(desk, "/opening").count() == 0
    desk.reload()
    assert _marks(desk, "/opening").count() == 0
    desk.leave("/opening", "We can't ship. We wait for the carrier and the scan.")
    desk.stores("/opening", "We can't ship. We wait for the carrier and the scan.")
    assert _marks(desk, "/opening").count() == 0
    desk.leave("/opening", "We can't ship today. We wait for the carrier and the scan.")
    _marks(desk, "/opening").first.wait_for()
