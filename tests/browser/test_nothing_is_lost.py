"""Every field that was left is there again, whatever happens to the tab, the server, or the field next to it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from poa_app.desk import notices
from poa_app.model.case import Case

ACTION = "/corrective_actions/castat"
HOW = f"{ACTION}/how"
WHO = f"{ACTION}/who"
WHERE = f"{ACTION}/where"


@pytest.fixture
def row(narrow: Any, late_shipment: Case) -> Any:
    """The example in a narrow Chinese window, its first corrective action open."""
    assert late_shipment.corrective_actions[0].id == "castat"
    narrow.open(late_shipment, row=ACTION)
    return narrow


@pytest.fixture
def wide_row(wide: Any, late_shipment: Case) -> Any:
    """The same in a wide English window."""
    wide.open(late_shipment, row=ACTION)
    return wide


def test_a_field_that_was_left_is_there_after_reloading(row: Any) -> None:
    row.leave(HOW, "with a carrier code table, tested on 12 lines")
    row.leave("/opening", "We failed to confirm.")
    row.reload()
    assert row.shown("/opening") == "We failed to confirm."
    assert row.shown(HOW) == "with a carrier code table, tested on 12 lines"
    row.stores(HOW, "with a carrier code table, tested on 12 lines")


def test_the_clock_says_when_it_was_saved(wide_row: Any) -> None:
    wide_row.leave(WHO, "shift lead")
    saved = wide_row.server.store.load(wide_row.id).saved
    assert 0 <= saved.second < 60
    assert wide_row.page.get_by_text(f":{saved:%M:%S}").count() == 1


def test_what_is_typed_after_a_killed_server_is_back_is_saved_without_reloading(row: Any) -> None:
    row.leave(WHO, "shift lead")
    row.server.kill()
    row.server.start()
    row.settle()
    row.leave(WHO, "packing lead")
    row.leave("/opening", "Typed into the tab that stayed open.")
    row.leave(HOW, "")
    row.stores(WHO, "packing lead")
    row.stores("/opening", "Typed into the tab that stayed open.")
    row.stores(HOW, None)
    assert (row.shown(WHO), row.shown(HOW)) == ("packing lead", "")


def test_what_was_typed_and_not_left_when_the_server_died_is_saved_once_it_is_back(wide_row: Any) -> None:
    row = wide_row
    row.type(HOW, "typed, never left")
    row.server.kill()
    row.page.wait_for_selector("[data-test-connection-state]:not([data-test-connection-state=CONNECTED])")
    assert row.field(WHO).is_disabled(), "while nothing can be saved, nothing can be typed"
    assert row.shown(HOW) == "typed, never left"
    row.server.start()
    row.settle()
    assert row.shown(HOW) == "typed, never left"
    row.leave(WHO, "packing lead")
    row.stores(HOW, "typed, never left")
    row.stores(WHO, "packing lead")


def test_an_old_tab_does_not_put_back_what_somebody_changed_while_the_server_was_down(wide_row: Any) -> None:
    desk, store, id = wide_row, wide_row.server.store, wide_row.id
    was = desk.server.held(id, WHERE)
    causes = desk.server.held(id, f"{ACTION}/causes")
    desk.server.kill()
    store.save(id, WHERE, was, "at the warehouse in Ningbo")
    store.save(id, "/opening", desk.server.held(id, "/opening"), None)
    store.save(id, f"{ACTION}/causes", causes, ("rcbulk",) if causes != ("rcbulk",) else ())
    store.save(id, f"{ACTION}/done", True, None)
    changed = store.load(id).case
    desk.server.start()
    desk.settle()
    desk.page.wait_for_function("document.querySelector('textarea')?.value === ''")
    assert desk.shown(WHERE) == "at the warehouse in Ningbo"
    assert store.load(id).case == changed
    desk.leave(WHO, "packing lead")
    desk.stores(WHO, "packing lead")
    assert desk.server.held(id, WHERE) == "at the warehouse in Ningbo"
    assert desk.server.held(id, "/opening") is None
    assert not store.clashes(id)


def test_an_untouched_field_follows_what_another_tab_saves(wide_row: Any) -> None:
    desk = wide_row
    other = desk.another()
    other.leave(WHERE, "at the warehouse in Ningbo")
    desk.leave(WHO, "packing lead")
    desk.shows(WHERE, "at the warehouse in Ningbo")
    desk.stores(WHERE, "at the warehouse in Ningbo")


def test_two_tabs_that_change_different_fields_keep_both(row: Any) -> None:
    other = row.another()
    row.type(HOW, "by hand")
    other.leave(WHO, "packing lead")
    row.field(HOW).press("Tab")
    row.settle()
    row.stores(HOW, "by hand")
    row.stores(WHO, "packing lead")
    assert not row.server.store.clashes(row.id)


@pytest.mark.parametrize(
    ("opened", "keep"), [("wide_row", "Keep mine"), ("row", "Keep the saved text")], ids=["mine", "theirs"]
)
def test_two_tabs_that_change_one_field_are_shown_both_texts_and_choose(
    request: pytest.FixtureRequest, opened: str, keep: str
) -> None:
    row = request.getfixturevalue(opened)
    other = row.another()
    row.leave(WHO, "the first to save")
    other.leave(WHO, "the second to save")
    other.stores(WHO, "the first to save")
    asked = other.box(WHO).locator("xpath=ancestor::*[contains(@class, 'st-key-across')][1]")
    for words in ("the first to save", "the second to save"):
        asked.get_by_text(words, exact=True).first.wait_for(state="visible")
    other.press(keep)
    kept = "the second to save" if keep == "Keep mine" else "the first to save"
    other.stores(WHO, kept)
    assert other.shown(WHO) == kept
    assert not other.server.store.clashes(other.id)
    assert not other.button(keep).is_visible()


def test_a_choice_changed_in_two_tabs_asks_too(wide_row: Any) -> None:
    desk = wide_row
    other = desk.another()
    path = f"{ACTION}/causes"
    held = desk.server.held(desk.id, path)
    desk.box(path).get_by_role("button", name="Remove RC1").first.click()
    desk.settle()
    desk.stores(path, held[1:])
    other.choose(path, "RC2")
    other.stores(path, held[1:])
    other.press("Keep mine")
    other.stores(path, (*held, "rchldy"))


def test_switching_the_language_in_mid_row_loses_no_character_and_keeps_the_row_open(wide_row: Any) -> None:
    desk = wide_row
    desk.type(HOW, "half a sent")
    desk.speak("zh")
    assert desk.shown(HOW) == "half a sent"
    desk.stores(HOW, "half a sent")
    assert desk.page.get_by_role("heading", name="工作台").is_visible()
    desk.type(HOW, "half a sentence")
    desk.speak("en")
    assert desk.shown(HOW) == "half a sentence"
    desk.stores(HOW, "half a sentence")


def test_what_was_chosen_in_one_language_stays_chosen_in_the_other(wide_row: Any) -> None:
    desk = wide_row
    chosen = desk.server.held(desk.id, f"{ACTION}/causes")
    for language in ("zh", "en"):
        desk.speak(language)
        desk.leave(HOW, f"by hand, {language}")
        desk.stores(HOW, f"by hand, {language}")
        assert desk.page.get_by_test_id("stAlert").count() == 0
        assert desk.server.held(desk.id, f"{ACTION}/causes") == chosen


def test_choices_are_named_in_the_other_language_at_once_and_stay_chosen(wide: Any, late_shipment: Case) -> None:
    violation = f"/violations/{late_shipment.violations[0].id}"
    wide.open(late_shipment, "notice")
    names = {
        "zh": ("迟发率超标 · Late shipment rate", "行动计划书（POA）"),
        "en": ("Late shipment rate", "Plan of action"),
    }
    for language, (enforcement, route) in names.items():
        wide.speak(language)
        wide.shows(f"{violation}/enforcement", enforcement)
        wide.shows(f"{violation}/route", route)
        wide.leave("/scope", f"all offers, {language}")
        wide.stores("/scope", f"all offers, {language}")
        assert wide.server.held(wide.id, "/violations") == late_shipment.violations


def test_adding_a_row_right_after_typing_keeps_what_was_typed(wide_row: Any) -> None:
    row = wide_row
    row.type(WHO, "typed a moment before")
    row.press(row.add_name("corrective_actions"))
    row.stores(WHO, "typed a moment before")
    actions = row.stores_rows("/corrective_actions", 6)
    row.leave(f"/corrective_actions/{actions[-1].id}/what", "counted the stock")
    row.stores(f"/corrective_actions/{actions[-1].id}/what", "counted the stock")
    row.open_row(ACTION)
    assert row.shown(WHO) == "typed a moment before"


def test_going_to_another_screen_right_after_typing_keeps_what_was_typed(row: Any) -> None:
    row.type(WHO, "typed a moment before")
    row.press("Next: check")
    row.stores(WHO, "typed a moment before")
    row.page.go_back()
    row.settle()
    assert row.shown(WHO) == "typed a moment before"


def test_a_chinese_draft_stays_beside_its_field_and_of_two_none_is_lost(wide_row: Any) -> None:
    desk = wide_row
    desk.page.get_by_text("Chinese drafts", exact=True).click()
    desk.settle()
    other = desk.another()
    note = desk.keyed(f"{desk.id}/底稿{HOW}").locator("textarea")
    note.fill("用承运人代码表")
    note.press("Tab")
    desk.settle()
    theirs = other.keyed(f"{desk.id}/底稿{HOW}").locator("textarea")
    theirs.fill("测试了 12 行")
    theirs.press("Tab")
    other.settle()
    (draft,) = (one for one in desk.server.held(desk.id, "/drafts") if one.path == HOW)
    assert "用承运人代码表" in draft.text
    assert "测试了 12 行" in draft.text
    desk.reload()
    assert desk.keyed(f"{desk.id}/底稿{HOW}").locator("textarea").input_value() == draft.text


def test_dates_and_numbers_survive_as_they_were_typed(row: Any) -> None:
    row.leave(f"{ACTION}/date", "yesterday")
    row.open_row("/root_causes/" + row.server.held(row.id, "/root_causes")[0].id)
    place = "/root_causes/" + row.server.held(row.id, "/root_causes")[0].id
    row.leave(f"{place}/explains", "about 27")
    row.reload()
    assert row.shown(f"{place}/explains") == "about 27"
    row.stores(f"{ACTION}/date", "yesterday")


@pytest.mark.parametrize(
    ("screen", "rows"),
    [("notice", ""), ("workbench", "/root_causes"), ("workbench", "/corrective_actions")],
    ids=["notice", "cause", "action"],
)
def test_typing_goes_on_while_the_answer_for_the_field_before_arrives(wide: Any, screen: str, rows: str) -> None:
    """Findings, guidance, drafts and the row's own line change meanwhile; none may put a new field under the hand."""
    wide.server.store.set_setting("guidance", "on")
    wide.server.store.set_setting("drafts", "on")
    case = notices.begin()
    case = notices.choose_enforcement(case, case.violations[0].id, "late-shipment-rate")
    wide.open(case, screen)
    if screen == "workbench":
        wide.page.get_by_text("Findings", exact=True).first.click()
        wide.settle()
    if rows:
        wide.open_row(f"{rows}/{wide.server.held(wide.id, rows)[0].id}")
    wide.unfold()
    names = wide.paths_shown()[:9]
    assert len(names) > 5
    wide.type(names[0], "Our team was careless")
    for before, name in pairwise(names):
        wide.field(before).press("Tab")
        field = wide.field(name)
        field.focus()
        field.press_sequentially("we will ")
        wide.settle()
        assert field.evaluate("field => field === document.activeElement"), f"the hand was taken off {name}"
        field.press_sequentially("soon")
    wide.field(names[-1]).press("Tab")
    wide.settle()
    kept = {name: wide.shown(name).replace("we will soon", "", 1) for name in names[1:]}
    assert all(wide.shown(name).endswith("we will soon") for name in names[1:]), kept
    assert [name for name in names[1:] if "we will soon" not in str(wide.server.held(wide.id, name))] == []
