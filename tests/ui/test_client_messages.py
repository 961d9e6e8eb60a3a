"""What the client sent: pasted on Notice, its facts pressed into rows, and their use shown on Check."""

from __future__ import annotations

from datetime import date

import pytest

from poa_app.desk import notices
from poa_app.desk.work import draft_of
from poa_app.model.case import Case
from poa_app.model.facts import ClientMessage
from poa_app.model.paths import edit, get
from poa_app.store import Store, Stored
from tests.ui.page import Page
from tests.ui.test_screens import run, stands, store  # noqa: F401 - fixture

pytestmark = [pytest.mark.slow, pytest.mark.screens]

CHAT = """2026-11-24 10:12:03 陈敏
11月11号仓库主管李强把截单时间从17:00改到15:00
Dana Whitlock, warehouse lead, bought 22 labels on Nov 12
"""


def _begun() -> Case:
    case = notices.begin()
    return notices.choose_enforcement(case, case.violations[0].id, "late-shipment-rate")


@pytest.fixture
def told(store: Store) -> Stored:  # noqa: F811
    """A begun case whose client has written once."""
    message = ClientMessage(id="messa1", received=date(2026, 11, 24), sender="陈敏", text=CHAT)
    return store.create(edit(_begun(), "/client_messages", (message,)))


def test_a_message_is_pasted_and_its_facts_are_shown(store: Store) -> None:  # noqa: F811
    made = store.create(_begun())
    page = Page("notice", made.id)
    page.press("Add a message")
    (row,) = store.load(made.id).case.client_messages
    page.type(f"/client_messages/{row.id}/text", CHAT)
    assert store.load(made.id).case.client_messages[0].text == CHAT.replace("\r", "")
    page.type(f"/client_messages/{row.id}/received", "24.11.2026")
    assert store.load(made.id).case.client_messages[0].received == date(2026, 11, 24)
    said = page.said()
    assert "days 2" in said
    assert "**11月11号**" in said
    assert "陈敏**" not in said


def test_a_message_is_asked_for_its_day_unless_its_stamps_tell_it(store: Store) -> None:  # noqa: F811
    made = store.create(_begun())
    page = Page("notice", made.id)
    page.press("Add a message")
    (row,) = store.load(made.id).case.client_messages
    page.type(f"/client_messages/{row.id}/text", CHAT.partition("\n")[2])
    assert "Give the date of the message" in page.said()
    page.type(f"/client_messages/{row.id}/text", CHAT)
    assert "Give the date of the message" not in page.said()


def test_a_fact_goes_into_its_field_by_one_press_and_shows_its_line(store: Store, told: Stored) -> None:  # noqa: F811
    row = f"/corrective_actions/{told.case.corrective_actions[0].id}"
    page = Page("workbench", told.id, row)
    assert "Message 1, line 3" in page.said()
    page.press("When it was done: 2026-11-12")
    page.press("Who did it: warehouse lead")
    page.press(": Dana Whitlock")
    held = get(store.load(told.id).case, row)
    assert (held.date, held.who, held.name) == (date(2026, 11, 12), "warehouse lead", "Dana Whitlock")


def test_a_chinese_sentence_becomes_the_draft_and_the_drafts_show(store: Store, told: Stored) -> None:  # noqa: F811
    row = f"/corrective_actions/{told.case.corrective_actions[0].id}"
    page = Page("workbench", told.id, row)
    page.test.session_state["drafts"] = False
    page.run()
    page.press("As draft")
    assert draft_of(store.load(told.id).case, f"{row}/what") == "11月11号仓库主管李强把截单时间从17:00改到15:00"
    assert page.test.session_state["drafts"] is True
    page.press("When it was done: 2026-11-11")
    assert get(store.load(told.id).case, f"{row}/date") == date(2026, 11, 11)


def test_check_shows_what_is_used_left_out_and_where_a_fact_comes_from(
    store: Store,  # noqa: F811
    told: Stored,
) -> None:
    row = f"/corrective_actions/{told.case.corrective_actions[0].id}"
    store.change(told.id, lambda case: edit(case, f"{row}/date", date(2026, 11, 12)), row)
    store.change(told.id, lambda case: edit(case, f"{row}/where", "at 17 packing tables"), row)
    page = Page("check", told.id)
    said = page.said()
    assert "in the letter: 1" in said
    assert "**Nov 12**" in said
    assert "“17” stands in no message" in said
    page.find("button_group", "Press a fact").set_value(0)
    page.run()
    assert "**Message 1, line 3**" in page.said()
    page.find("button_group", "Press a fact").set_value(1)
    page.run()
    assert "Entered by hand" in page.said()


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("screen", ["notice", "workbench", "check"])
@pytest.mark.parametrize(
    "text", [CHAT, "\t".join("<b>:red[x]$1 B0EXMPL001" for _ in range(40)), "11月3日处理了3单\n" * 3000]
)
def test_a_screen_stands_whatever_the_client_sent(
    screen: str,
    language: str,
    text: str,
    store: Store,  # noqa: F811
) -> None:
    messages = tuple(ClientMessage(id=f"messa{number}", text=text) for number in range(3))
    stands(run(screen, store.create(edit(_begun(), "/client_messages", messages)).id, language))
