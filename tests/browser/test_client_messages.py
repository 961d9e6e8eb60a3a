"""A client's Chinese message is pasted, a row is filled from its facts, and after a reload all of it is there."""

from __future__ import annotations

from datetime import date
from typing import Any

from poa_app.desk import notices
from poa_app.desk.work import draft_of
from poa_app.knowledge import knowledge
from poa_app.model.case import Case

CHAT = "2026-11-24 10:12 陈敏\n11月11号仓库主管 Dana Whitlock 把截单时间从17:00改到15:00\n41单没赶上揽收"


def _begun() -> Case:
    case = notices.begin()
    return notices.choose_enforcement(case, case.violations[0].id, "late-shipment-rate")


def test_a_row_is_filled_from_a_clients_message(narrow: Any) -> None:
    desk = narrow
    desk.open(_begun(), "notice")
    desk.hit(desk.keyed(f"add{desk.id}/client_messages").locator("button"))
    desk.settle()
    (message,) = desk.stores_rows("/client_messages", 1)
    path = f"/client_messages/{message.id}"
    desk.leave(f"{path}/received", "2026-11-24")
    desk.leave(f"{path}/text", CHAT)
    desk.stores(f"{path}/text", CHAT)
    desk.page.get_by_text(desk.say("Found"), exact=True).first.wait_for()
    row = f"/corrective_actions/{desk.server.held(desk.id, '/corrective_actions')[0].id}"
    desk.open(desk.id, "workbench", row=row)
    desk.press("As draft")
    desk.press("{field}: {answer}", field=_label(desk, "date"), answer="2026-11-11")
    desk.press("{field}: {answer}", field=_label(desk, "name"), answer="Dana Whitlock")
    desk.stores(f"{row}/date", date(2026, 11, 11))
    desk.stores(f"{row}/name", "Dana Whitlock")
    desk.reload()
    desk.shows(f"{row}/date", "2026-11-11")
    desk.shows(f"{row}/name", "Dana Whitlock")
    said = "11月11号仓库主管 Dana Whitlock 把截单时间从17:00改到15:00"
    assert draft_of(desk.server.store.load(desk.id).case, f"{row}/what") == said
    letter = desk.page.locator("article.poa-sheet").inner_text()
    assert "November 11, 2026" in letter
    assert "截单时间" not in letter
    desk.open(desk.id, "notice")
    assert desk.server.held(desk.id, f"{path}/text") == CHAT


def _label(desk: Any, name: str) -> str:
    return str(knowledge().questions[f"/corrective_actions/*/{name}"].label.in_language(desk.language))
