"""Anybody can work here: no WCAG A or AA finding on any page, and the keyboard alone leads through a row."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from poa_app.desk import create
from poa_app.desk.papers import set_paper
from poa_app.intake.case_file import parse_case, write_case
from poa_app.model.case import Case

REPORT = Path(__file__).parents[1] / "intake" / "reports" / "northbay.json"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

STREAMLITS_OWN = {
    (
        "target-size",
        'aria-label="Clear value"',
    ): "1.5 rem of a 15 px type are 22.5 px; Backspace in the field does the same",
    (
        "target-size",
        'aria-label="Clear all"',
    ): "the same button of a choice of several; each choice has its own way out",
    (
        "target-size",
        'role="combobox"',
    ): "a choice beneath an open popover, which covers a part of it; whole again once that is closed",
}
"""What axe finds and this app cannot change: the rule and a piece of the element, with the reason."""


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The text of axe-core, fetched by npm into a folder of its own."""
    folder = tmp_path_factory.mktemp("axe")
    command = ["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--ignore-scripts", "axe-core@4"]
    done = None
    if shutil.which("npm"):
        done = subprocess.run(command, capture_output=True, timeout=120, check=False)
    if done is None or done.returncode:
        why = "there is no npm" if done is None else "npm could not fetch axe-core"
        if os.environ.get("CI") == "true":
            pytest.fail(f"{why}, and CI must run the tests of access")
        pytest.skip(why)
    return (folder / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


WIDTHS = (1280, 390)
"""Each page is looked at in a wide window and in a narrow one."""


@pytest.fixture(params=["en", "zh"])
def desk(request: pytest.FixtureRequest, tab: Any) -> Any:
    """A tab in each language."""
    return tab(request.param, WIDTHS[0])


@pytest.fixture
def faulty(late_shipment: Case) -> Case:
    """The example with findings of every weight, and a message of the client."""
    told = json.loads(write_case(late_shipment))
    words = "11月11号仓库主管 Dana Whitlock 改了截单时间\n41 orders were late, see scans.pdf"
    told["client_messages"] = [{"id": "messa1", "received": "2026-11-24", "text": words}]
    action = told["corrective_actions"][0]
    how = "We'll test，it isn't done; they're late, it's 2."
    action |= {"who": "Our team", "how": how, "done": None, "exhibits": []}
    told["corrective_actions"][2].pop("date")
    told.pop("fulfilment")
    for row in told["corrective_actions"]:
        row.pop("passage")
    return parse_case(json.dumps(told).encode(), "faulty")


class Eyes:
    """Looks at pages with axe, and remembers what it finds."""

    def __init__(self, desk: Any, axe: str) -> None:
        self.desk = desk
        self.axe = axe
        self.found: list[str] = []

    def look(self, where: str) -> None:
        """Look at the page as it stands, in a window of each width."""
        page = self.desk.page
        if not page.evaluate("Boolean(window.axe)"):
            page.evaluate(self.axe)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            self.desk.settle()
            page.evaluate(AT_REST)
            self._note(f"{where}, {width} px")
        page.set_viewport_size({"width": WIDTHS[0], "height": 900})
        self.desk.settle()

    def _note(self, where: str) -> None:
        page = self.desk.page
        rules = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
        result = page.evaluate("rules => axe.run(document, rules)", rules)
        for violation in result["violations"]:
            for node in violation["nodes"]:
                if not _streamlits(violation["id"], node["html"]):
                    self.found.append(f"{where}: {violation['id']}: {node['html'][:300]} {node['target']}")
        named = "[...document.querySelectorAll('[aria-label]')].map(one => one.getAttribute('aria-label'))"
        self.found += [f"{where}: called {name}" for name in page.evaluate(named) if "**" in name or ":gray[" in name]


AT_REST = """() => Promise.all(document.getAnimations()
  .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
  .map((one) => one.finished.catch(() => 0)))"""
"""Waits until colours have faded in, and whatever moves stands still."""


def _streamlits(rule: str, element: str) -> bool:
    return any(rule == known and piece in element for known, piece in STREAMLITS_OWN)


def test_axe_finds_nothing_on_any_page(desk: Any, axe: str, faulty: Case, late_shipment: Case) -> None:
    eyes = Eyes(desk, axe)
    desk.server.store.set_setting("guidance", "on")
    desk.server.store.set_setting("drafts", "on")
    desk.server.store.create(late_shipment)
    id = desk.server.store.create(faulty).id
    desk.server.store.trash(desk.server.store.create(faulty).id)
    desk.open()
    eyes.look("board")
    for name in ("Open an example", "Import"):
        desk.press(name)
        desk.page.get_by_role("dialog").wait_for()
        eyes.look(name)
        desk.page.keyboard.press("Escape")
        desk.settle()
    desk.page.get_by_text(desk.say("Trash ({n})", n=len(desk.server.store.listed(trashed=True)))).click()
    desk.settle()
    eyes.look("trash")
    desk.open(id, "notice")
    desk.open_row(f"/notice/requests/{faulty.notice.requests[0].id}")
    eyes.look("notice, a row open")
    desk.open(id, "workbench")
    desk.page.get_by_text(desk.say("Findings"), exact=True).first.click()
    desk.settle()
    desk.server.store.save(id, "/corrective_actions/castat/who", "what another tab showed", "shift lead")
    desk.open_row("/corrective_actions/castat")
    desk.button("Keep mine").wait_for()
    desk.field("/opening").press_sequentially("x")
    eyes.look("workbench, a field not left")
    desk.field("/opening").press("Tab")
    desk.settle()
    for name in ("Paste a finished draft", "Paste lines", "Overrule"):
        desk.button(name).click()
        desk.page.get_by_test_id("stPopoverBody").wait_for()
        eyes.look(name)
        desk.page.keyboard.press("Escape")
        desk.page.get_by_test_id("stPopoverBody").wait_for(state="hidden")
    desk.open(id, "check")
    eyes.look("check")
    desk.button("Does not apply").click()
    desk.page.get_by_test_id("stPopoverBody").wait_for()
    eyes.look("does not apply")
    assert not eyes.found, "\n".join(eyes.found)


def test_axe_finds_nothing_in_the_handbook_the_route_card_and_the_wanted_papers(desk: Any, axe: str) -> None:
    eyes = Eyes(desk, axe)
    desk.open()
    desk.page.goto(f"{desk.server.url}/handbook")
    desk.settle()
    desk.speak(desk.language)
    eyes.look("handbook")
    desk.keyed("rulescontraction").locator("summary").first.click()
    desk.settle()
    eyes.look("handbook, a family of rules")
    case = set_paper(create("inauthentic-account"), "invoices", "cannot")
    desk.open(case, "notice")
    eyes.look("route card")
    desk.open(desk.id, "workbench")
    desk.keyed(f"papers{desk.id}").locator("summary").first.click()
    desk.settle()
    eyes.look("wanted papers")
    assert eyes.found == []


def test_axe_finds_nothing_in_an_account_health_report(desk: Any, axe: str) -> None:
    eyes = Eyes(desk, axe)
    desk.open(create("late-shipment-rate"), "notice")
    part = desk.keyed(f"health{desk.id}")
    part.locator("summary").first.click()
    eyes.look("health, no report")
    part.locator("input[type=file]").first.set_input_files(str(REPORT))
    desk.settle()
    part.get_by_test_id("stVegaLiteChart").first.scroll_into_view_if_needed()
    part.locator("summary").last.click()
    eyes.look("health, a report")
    assert eyes.found == []


def test_the_keyboard_alone_leads_through_a_row(wide: Any, late_shipment: Case) -> None:
    desk = wide
    desk.open(late_shipment)
    desk.keyed(f"row{desk.id}/corrective_actions/castat").locator("summary").focus()
    desk.page.keyboard.press("Enter")
    desk.settle()
    passed = []
    for _ in range(60):
        desk.page.keyboard.press("Tab")
        if passed and passed[-1].endswith("/who"):
            desk.settle()
        path = desk.in_focus_now()
        if path and path not in passed:
            passed.append(path)
            if path.endswith("/who"):
                desk.page.keyboard.press("Control+A")
                desk.page.keyboard.type("packing lead")
            if path.endswith("/done"):
                desk.page.keyboard.press("Space")
                desk.settle()
        if passed[-1:] == ["/closing"]:
            break
    row = "/corrective_actions/castat"
    order = [f"{row}/{name}" for name in ("what", "date", "who", "how", "causes", "exhibits", "done", "passage")]
    assert [path for path in passed if path in order] == order
    desk.stores(f"{row}/who", "packing lead")
    assert desk.server.held(desk.id, f"{row}/done") is True
