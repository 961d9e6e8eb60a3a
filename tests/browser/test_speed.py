"""How fast a page answers, how soon the first can be used, what an open one costs: told, and held to ratios."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any

import pytest

from poa_app.model.case import Case

pytestmark = pytest.mark.benchmark

Report = Callable[[str, str, str], None]

ANSWERS = 40
PAGES = 8
ROW = "/corrective_actions/castat"

TALK = """window.poaTalk = [];
window.WebSocket = class extends window.WebSocket {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", () => window.poaTalk.push(performance.now()));
  }
  send(message) { window.poaTalk.push(-performance.now()); return super.send(message); }
};"""
"""Notes each time the page speaks, below zero, and each time it hears."""

MOST_TIMES_BARE = 12
"""A page of some 30 fields against one without any, median answer; measured 3 to 5 on two cores."""


def _answers(desk: Any, act: Callable[[int], None]) -> list[float]:
    """Measure in milliseconds how long after the page spoke it heard the last of the answer."""
    took = []
    for number in range(ANSWERS):
        desk.page.evaluate("window.poaTalk = []")
        act(number)
        desk.settle()
        talk = desk.page.evaluate("window.poaTalk")
        spoke = -next(at for at in talk if at < 0)
        took.append(max(talk) - spoke)
    return took


def test_a_page_of_thirty_fields_answers_soon(wide: Any, late_shipment: Case, report: Report) -> None:
    desk = wide
    desk.page.add_init_script(TALK)
    desk.open()
    bare = _answers(desk, lambda number: desk.speak("zh" if number % 2 == 0 else "en"))
    desk.server.store.set_setting("guidance", "on")
    desk.server.store.set_setting("drafts", "on")
    desk.open(late_shipment)
    desk.open_row(ROW)
    desk.unfold()
    inputs = desk.page.locator("main input, main textarea").count()
    assert inputs >= 20
    full = _answers(desk, lambda number: desk.field(f"{ROW}/who").fill(f"shift lead {number}") or _leave(desk))
    p95 = statistics.quantiles(full, n=20)[-1]
    report(
        f"answer of a page of {inputs} fields, p95",
        f"{p95:.0f} ms",
        f"aim 150 ms; median {statistics.median(full):.0f} ms",
    )
    ratio = statistics.median(full) / statistics.median(bare)
    report("the same, median against a page without fields", f"{ratio:.1f} x", f"gate {MOST_TIMES_BARE} x")
    assert ratio <= MOST_TIMES_BARE


def _leave(desk: Any) -> None:
    desk.field(f"{ROW}/who").press("Tab")


def test_the_first_page_can_soon_be_used(chromium: Any, server: Any, report: Report) -> None:
    """A browser that was never here before, and a server that has served nobody."""
    server.kill()
    server.starter = None
    began = time.monotonic()
    server.start()
    up = time.monotonic() - began
    context = chromium.new_context()
    page = context.new_page()
    began = time.monotonic()
    page.goto(server.url)
    page.get_by_role("button", name="New case").wait_for()
    first = time.monotonic() - began
    page.get_by_role("button", name="New case").click()
    page.wait_for_url("**/notice?case=*")
    context.close()
    report("server ready after its start", f"{up:.1f} s", "no aim")
    report("first page usable in a fresh browser", f"{first:.1f} s", "aim 4 s")
    assert first < 4 * max(up, 1)


def test_an_open_page_costs_the_server_little(wide: Any, late_shipment: Case, report: Report) -> None:
    process = f"/proc/{wide.server.pid}/status"
    wide.open(late_shipment)
    wide.open_row(ROW)
    for _ in range(2):
        wide.another()
    before = _resident(process)
    for _ in range(PAGES):
        wide.another()
    each = (_resident(process) - before) / PAGES
    report("memory of one more open page", f"{max(each, 0):.2f} MB", f"aim 1 MB; the server holds {before:.0f} MB")
    assert each < before / 20


def _resident(status: str) -> float:
    """Read how many megabytes a process holds; only Linux tells it this way."""
    try:
        with open(status, encoding="ascii") as lines:
            return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024
    except FileNotFoundError:
        pytest.skip("this system does not tell what a process holds")
