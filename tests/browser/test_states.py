"""A page says how it stands: empty, saved, not saved yet, offline, changed elsewhere, nothing left."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from poa_app.desk import work
from poa_app.desk.evidence import open_example
from poa_app.model.case import Case
from poa_app.model.paths import edit
from poa_app.resources import folder

ACTION = "/corrective_actions/castat"
WHO, HOW = f"{ACTION}/who", f"{ACTION}/how"
AWAY = (
    "The program on this computer does not answer. Everything that was saved is safe. Keep this tab open and start the"
    " program again: the page goes on by itself."
)


@pytest.fixture
def row(desk: Any, late_shipment: Case) -> Any:
    """The example in a window, its first corrective action open."""
    desk.open(late_shipment)
    desk.open_row(ACTION)
    return desk


def _visible(desk: Any, words: str) -> Any:
    return desk.page.get_by_text(desk.say(words)).locator("visible=true")


def test_a_server_that_is_gone_is_told_in_the_readers_language_and_the_page_goes_on_by_itself(row: Any) -> None:
    banner = row.page.get_by_role("alert").filter(has_text=row.say(AWAY))
    assert not banner.is_visible()
    row.server.kill()
    banner.wait_for()
    row.server.start()
    banner.wait_for(state="hidden", timeout=40_000)
    row.settle(40)
    row.leave(WHO, "packing lead")
    row.stores(WHO, "packing lead")


def test_what_another_tab_changes_is_marked_with_its_row_and_its_time(row: Any) -> None:
    held = row.server.held(row.id, "/preventive_measures")[1]
    path = f"/preventive_measures/{held.id}/record"
    row.server.store.save(row.id, path, held.record, "the signed log")
    row.leave(WHO, "packing lead")
    mark = row.page.get_by_text(row.say("Changed elsewhere {time}: {rows}", time="", rows="").strip(" :：")).first
    mark.wait_for()
    assert row.row_name("preventive_measures", 2) in mark.inner_text()
    assert row.row_name("corrective_actions", 1) not in mark.inner_text()


def test_an_empty_board_says_how_to_begin(desk: Any) -> None:
    for one in desk.server.store.listed():
        desk.server.store.trash(one.id)
    desk.open()
    _visible(
        desk, "No case yet. Begin with the notice Amazon sent, or open an example to see a finished one."
    ).wait_for()


def test_nothing_left_is_said_without_a_promise(desk: Any) -> None:
    kept = open_example(desk.server.store, folder("examples") / "late-shipment-rate.json")
    desk.open(kept.id, "check")
    words = "No rule found anything left to mend. Read the letter once as a stranger would, then download it."
    _visible(desk, words).first.wait_for()
    assert desk.button("Letter as Word").is_enabled()


def test_a_letter_with_points_left_is_downloaded_only_after_a_question(desk: Any, late_shipment: Case) -> None:
    """Its exhibits' files are not kept with the case, which is left to fix."""
    desk.open(late_shipment, "check")
    found = work.view(desk.server.store, desk.id, date.today()).findings  # noqa: DTZ011
    many = sum(finding.severity == "fix" for finding in found)
    assert many > 5
    desk.button("Letter as Word: {n} to mend", n=many).click()
    inside = desk.page.get_by_test_id("stPopoverBody")
    inside.get_by_role("button", name=desk.say("Letter as Word"), exact=True).wait_for()


def test_three_asins_of_a_notice_leave_every_screen_standing(desk: Any, late_shipment: Case) -> None:
    text = f"{late_shipment.notice.text} ASIN B0EXMPLZ01, ASIN B0EXMPLZ02 and ASIN B0EXMPLZ03."
    desk.open(edit(late_shipment, "/notice/text", text), "workbench")
    desk.page.get_by_text(desk.say("Findings"), exact=True).first.click()
    desk.settle()
    for screen in ("notice", "workbench", "check"):
        desk.open(desk.id, screen)
        assert desk.page.get_by_text(re.compile("Something went wrong|程序出错")).count() == 0
    for asin in ("B0EXMPLZ01", "B0EXMPLZ02", "B0EXMPLZ03"):
        assert desk.page.get_by_text(asin).count() > 0
    desk.page.get_by_role("button", name=re.compile("Word")).first.wait_for()


def test_the_letter_stays_in_view_and_shows_the_open_rows_passage(wide: Any, late_shipment: Case) -> None:
    wide.open(late_shipment)
    last = late_shipment.preventive_measures[-1]
    wide.open_row(f"/preventive_measures/{last.id}")
    wide.field(f"/preventive_measures/{last.id}/passage").scroll_into_view_if_needed()
    lit = wide.page.locator(".poa-sheet .lit").first
    lit.wait_for()
    wide.page.wait_for_timeout(300)
    box = lit.bounding_box()
    assert 0 < box["y"] < 900 - box["height"]
    assert (last.passage or "")[:20] in lit.inner_text()


def test_the_board_is_narrowed_by_state_and_by_words(desk: Any, late_shipment: Case) -> None:
    store = desk.server.store
    for one in store.listed():
        store.trash(one.id)
    store.create(late_shipment)
    store.create(Case.model_validate({"client": {"store": "Quiet Example Lamps"}}))
    desk.open()
    for words, found in (("quiet", "Quiet Example Lamps"), ("B0EXMPLG01", late_shipment.client.store)):
        desk.keyed("words-sought").locator("input").fill(words)
        desk.page.wait_for_timeout(600)
        desk.settle()
        cards = desk.page.get_by_role("button", name=desk.say("Continue"))
        assert cards.count() == 1
        assert desk.page.get_by_text(found, exact=True).first.is_visible()
    desk.keyed("words-sought").locator("input").fill("nobody")
    _visible(desk, "No case matches. Clear the search or choose another state.").wait_for()
