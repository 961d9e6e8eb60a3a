"""The page opens from another machine under the address it prints, and its copy buttons copy there: case 63."""

from __future__ import annotations

import json
import time
import urllib.request
from typing import Any

import pytest

from poa_app.model.case import Case
from poa_app.ui.hosts import own_addresses


@pytest.fixture(scope="module")
def server(server: Any) -> Any:
    """The app as ``poa serve --host 0.0.0.0`` starts it, asked under this machine's address in its network."""
    addresses = own_addresses()
    if not addresses:
        pytest.skip("this machine is in no network")
    server.kill()
    server.starter = None  # by its command, as in an office
    server.options = ("--host", "0.0.0.0")
    server.start()
    server.url = f"http://{addresses[0]}:{server.port}"
    return server


def test_it_prints_where_it_opens_and_that_others_can_open_it(server: Any) -> None:
    until = time.monotonic() + 10
    while "encrypted" not in server.log.read_text() and time.monotonic() < until:
        time.sleep(0.1)
    lines = server.log.read_text().splitlines()
    assert server.url in lines
    assert [line for line in lines if line.startswith("Anyone on this network can open it")]


def test_a_page_from_another_machine_works_and_saves(narrow: Any, late_shipment: Case) -> None:
    desk = narrow
    desk.open(late_shipment)
    assert not desk.page.evaluate("isSecureContext")
    desk.open_row("/corrective_actions/castat")
    desk.leave("/corrective_actions/castat/who", "The warehouse manager, by the network")
    desk.stores("/corrective_actions/castat/who", "The warehouse manager, by the network")


def test_its_health_is_told_there(server: Any) -> None:
    with urllib.request.urlopen(f"{server.url}/healthz", timeout=5) as answer:
        assert json.loads(answer.read()) == {"status": "ok"}


def test_every_copy_button_copies_over_plain_http(wide: Any, late_shipment: Case) -> None:
    desk = wide
    desk.open(late_shipment, "check")
    texts = desk.page.get_by_test_id("stCode")
    assert texts.count() >= 8
    for number in range(texts.count()):
        text = texts.nth(number)
        text.scroll_into_view_if_needed()
        text.hover()
        text.get_by_role("button").click()
        pasted = _pasted(desk)
        assert pasted.split() == text.locator("code").inner_text().split()
        assert len(pasted) > 80


def _pasted(desk: Any) -> str:
    """Return what the keys for pasting put into a field."""
    desk.page.evaluate("document.body.append(Object.assign(document.createElement('textarea'), {id: 'paste'}))")
    desk.page.locator("#paste").focus()
    desk.page.keyboard.press("Control+V")
    pasted = desk.page.locator("#paste").input_value()
    desk.page.evaluate("document.getElementById('paste').remove()")
    return str(pasted)


def test_copying_leaves_the_cursor_where_it_was_and_nothing_behind(wide: Any, late_shipment: Case) -> None:
    wide.open(late_shipment, "check")
    text = wide.page.get_by_test_id("stCode").first
    text.hover()
    button = text.get_by_role("button")
    button.focus()
    button.press("Enter")
    assert button.evaluate("one => one === document.activeElement")
    assert wide.page.locator("body > textarea").count() == 0
