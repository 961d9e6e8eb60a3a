"""Words typed and not left reach the store or stay in the browser until they do; "Saved" is said only when they did.

The first click after typing counts wherever it goes (case 62).
"""

from __future__ import annotations

import re
import time
from typing import Any

import pytest

from poa_app.model.case import Case

ACTION = "/corrective_actions/castat"
WHO, HOW, OPENING = f"{ACTION}/who", f"{ACTION}/how", "/opening"

EACH_ITS_FIELD = pytest.mark.parametrize(
    ("desk", "path"), [("1280-en", WHO), ("390-zh", HOW)], indirect=["desk"], ids=["one line", "several lines"]
)
"""A field of one line in the wide window, and one of several in the narrow."""


@pytest.fixture
def row(desk: Any, late_shipment: Case) -> Any:
    """The example in a window of each width, its first corrective action open."""
    return _at_row(desk, late_shipment)


@pytest.fixture
def wide_row(wide: Any, late_shipment: Case) -> Any:
    """The same in the wide window alone."""
    return _at_row(wide, late_shipment)


@pytest.fixture
def narrow_row(narrow: Any, late_shipment: Case) -> Any:
    """The same in the narrow window alone."""
    return _at_row(narrow, late_shipment)


def _at_row(desk: Any, case: Case) -> Any:
    if not desk.server.pid:
        desk.server.start()
    desk.open(case, row=ACTION)
    said(desk, "saved")
    return desk


def said(desk: Any, *states: str) -> None:
    """Wait until the page says how it stands: saved, unsaved or kept."""
    desk.page.wait_for_function(
        "states => states.includes(document.documentElement.dataset.poaState)", arg=list(states)
    )


def cut_off(desk: Any) -> None:
    """Wait until the page knows that its server is gone."""
    desk.page.wait_for_selector("[data-test-connection-state]:not([data-test-connection-state=CONNECTED])")


def types(desk: Any, path: str, words: str) -> str:
    """Type at the end of a field without leaving it; return what it then holds."""
    field = desk.field(path)
    field.focus()
    field.press("End")
    before = desk.shown(path)
    field.press_sequentially(words)
    assert desk.shown(path) == before + words
    return before + words


@EACH_ITS_FIELD
def test_words_at_rest_are_saved_without_leaving_the_field(row: Any, path: str) -> None:
    wanted = types(row, path, " and two more words")
    row.stores(path, wanted)
    said(row, "saved")
    assert row.in_focus_now() == path
    assert row.field(path).evaluate("one => one.selectionStart === one.value.length")


@EACH_ITS_FIELD
def test_a_reload_straight_after_typing_loses_nothing(row: Any, path: str) -> None:
    wanted = types(row, path, " typed last")
    row.page.reload()
    row.settle()
    row.stores(path, wanted)
    row.shows(path, wanted)
    said(row, "saved")


def test_going_back_straight_after_typing_loses_nothing(wide_row: Any) -> None:
    row = wide_row
    row.open()  # so that there is a page of ours to go back to, whichever test ran before
    row.open(row.id, row=ACTION)
    row.press("Next: check")
    row.page.wait_for_url("**/check?*")
    row.settle()
    row.page.go_back()
    row.settle()
    wanted = types(row, WHO, " typed last")
    row.page.go_back()
    row.settle()
    row.open(row.id, row=ACTION)  # a server that was too busy to hear the last words gets them with their field
    row.stores(WHO, wanted)


def _close_and_come_back(desk: Any, address: str) -> None:
    """Close the tab, and open the page anew in another."""
    old = desk.page
    desk.page = old.context.new_page()
    old.close()
    desk.page.goto(address)
    desk.settle()


def test_a_closed_tab_loses_nothing(narrow_row: Any) -> None:
    row = narrow_row
    wanted = types(row, HOW, " typed last")
    _close_and_come_back(row, row.page.url)
    row.stores(HOW, wanted)
    row.shows(HOW, wanted)


def test_words_kept_for_a_field_out_of_sight_are_told_and_saved_once_it_is_opened(narrow_row: Any) -> None:
    row = narrow_row
    wanted = types(row, HOW, " typed last")
    row.server.kill()
    row.page.goto("about:blank")
    row.server.start()
    row.open(row.id)
    told = row.page.get_by_role("status").filter(has_text=wanted)
    told.wait_for()
    assert row.server.held(row.id, HOW) != wanted
    row.open_row(ACTION)
    row.stores(HOW, wanted)
    told.wait_for(state="hidden")


@EACH_ITS_FIELD
def test_a_killed_server_gets_the_words_that_were_left_when_it_is_back(row: Any, path: str) -> None:
    wanted = types(row, path, " typed last")
    row.server.kill()
    row.page.keyboard.press("Tab")
    cut_off(row)
    said(row, "kept", "unsaved")
    row.server.start()
    row.stores(path, wanted)
    said(row, "saved")
    row.shows(path, wanted)


def test_a_killed_server_and_a_reload_lose_nothing(narrow_row: Any) -> None:
    row = narrow_row
    wanted = types(row, WHO, " typed last")
    row.server.kill()
    cut_off(row)
    said(row, "kept", "unsaved")
    row.server.start()
    row.page.reload()
    row.settle()
    row.stores(WHO, wanted)


def test_saved_is_never_said_while_the_store_holds_something_else(wide_row: Any) -> None:
    row = wide_row
    field = row.field(WHO)
    field.focus()
    for number in range(6):
        field.press_sequentially(f" {number}")
        until = time.monotonic() + 0.4
        while time.monotonic() < until:
            state, shown = row.page.evaluate(
                "name => [document.documentElement.dataset.poaState, document.querySelector(`.${name} input`).value]",
                _class(row, WHO),
            )
            if state == "saved":
                assert row.server.held(row.id, WHO) == shown.strip()
            row.page.wait_for_timeout(20)


def _class(desk: Any, path: str) -> str:
    return "st-key-" + re.sub(r"[^A-Za-z0-9_-]", "-", f"{desk.id}{path}")


def test_what_was_kept_does_not_overwrite_a_newer_answer_unasked(narrow_row: Any) -> None:
    row = narrow_row
    address = row.page.url
    mine = types(row, WHO, " mine")
    row.server.kill()
    row.page.goto("about:blank")
    row.server.store.save(row.id, WHO, row.server.held(row.id, WHO), "theirs, newer")
    row.server.start()
    row.page.goto(address)
    asks = row.page.get_by_role("status").filter(has_text=mine)
    asks.wait_for()
    assert row.server.held(row.id, WHO) == "theirs, newer"
    asks.get_by_role("button", name=row.say("Put it back")).click()
    row.stores(WHO, mine)
    asks.wait_for(state="hidden")


def test_what_was_kept_can_be_discarded(wide_row: Any) -> None:
    row = wide_row
    address = row.page.url
    mine = types(row, WHO, " mine")
    row.server.kill()
    row.page.goto("about:blank")
    row.server.store.save(row.id, WHO, row.server.held(row.id, WHO), "theirs, newer")
    row.server.start()
    row.page.goto(address)
    asks = row.page.get_by_role("status").filter(has_text=mine)
    asks.get_by_role("button", name=row.say("Discard")).click()
    asks.wait_for(state="hidden")
    row.reload()
    said(row, "saved")
    assert row.server.held(row.id, WHO) == "theirs, newer"


def test_ones_own_saves_are_not_called_changes_elsewhere(narrow_row: Any) -> None:
    row = narrow_row
    for number in range(6):
        row.leave(WHO, f"manager {number}")
        types(row, HOW, f" {number}")
    row.stores(HOW, row.shown(HOW))
    words = row.say("Changed elsewhere {time}: {rows}", time="", rows="").strip(" :：")
    row.settle()
    assert row.page.get_by_text(words).locator("visible=true").count() == 0


def test_the_first_click_after_typing_counts_on_a_button(row: Any) -> None:
    wanted = types(row, WHO, " typed last")
    row.button("Next: check").click()
    row.page.wait_for_url("**/check?*")
    row.stores(WHO, wanted)


def test_the_first_click_after_typing_counts_on_the_steps_at_the_top(wide_row: Any) -> None:
    wanted = types(wide_row, HOW, " typed last")
    wide_row.page.get_by_role("link", name=re.compile("Check")).first.click()
    wide_row.page.wait_for_url("**/check?*")
    wide_row.stores(HOW, wanted)


def test_the_first_click_after_typing_counts_on_another_row_and_field(wide_row: Any) -> None:
    row = wide_row
    wanted = types(row, WHO, " typed last")
    row.field(HOW).click()
    assert row.in_focus() == HOW
    row.stores(WHO, wanted)
    wanted = types(row, HOW, " typed last")
    other = f"/preventive_measures/{row.server.held(row.id, '/preventive_measures')[0].id}"
    row.keyed(f"row{row.id}{other}").locator("summary").first.click()
    row.field(f"{other}/what").wait_for()
    row.stores(HOW, wanted)


def test_the_first_click_after_typing_opens_a_choice(row: Any) -> None:
    choice = row.box(f"{ACTION}/exhibits").locator("[role='combobox'], input").first
    choice.scroll_into_view_if_needed()
    row.settle()
    wanted = types(row, HOW, " typed last")
    choice.click()
    row.stores(HOW, wanted)
    row.settle()
    assert row.page.get_by_role("option").count() > 5  # a page that moves by one line closes the list


def test_words_being_composed_are_not_cut(wide_row: Any) -> None:
    row = wide_row
    field = row.field(WHO)
    field.focus()
    before = row.server.held(row.id, WHO)
    session = row.page.context.new_cdp_session(row.page)
    session.send("Input.imeSetComposition", {"text": "cang", "selectionStart": 4, "selectionEnd": 4})
    row.page.wait_for_timeout(1500)  # words at rest for a second would have been saved
    assert row.server.held(row.id, WHO) == before
    session.send("Input.insertText", {"text": "仓库"})
    row.stores(WHO, row.shown(WHO))
    assert "仓库" in row.shown(WHO)
    assert "cang" not in row.shown(WHO)
    session.detach()
