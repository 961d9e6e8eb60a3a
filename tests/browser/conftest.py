"""A real server on a home of its own, a real browser in front of it, and one hand to work both.

These tests need Debian's Chromium and Playwright's Python package. Without them they are skipped, but with ``CI=true``
they fail: what a change must pass is never passed by leaving it out.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.desk import LISTEN, PATIENCE, ZONE, Desk
from tests.browser.server import Server, Starter

CHROMIUM = "/usr/bin/chromium"
HERE = Path(__file__).resolve().parent

Tab = Callable[[str, int], Desk]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Keep a picture of every tab of a test that failed, where ``POA_SHOTS`` says."""
    report = yield
    folder = os.environ.get("POA_SHOTS")
    window = getattr(item, "funcargs", {}).get("window")
    if folder and report.failed and report.when == "call" and window:
        for number, page in enumerate(window.pages):
            name = re.sub(r"\W+", "-", f"{item.name}-{number}").strip("-")
            page.screenshot(path=f"{folder}/{name}.png")
    return report


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """The browser."""
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - an extra of the tests alone
    except ImportError:
        _absent("Playwright is not installed")
    if not Path(CHROMIUM).exists():
        _absent(f"there is no {CHROMIUM}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def _absent(what: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what}, and CI must run the browser tests")
    pytest.skip(what)


@pytest.fixture(scope="session")
def starter() -> Iterator[Starter]:
    """What starts the servers."""
    starter = Starter()
    yield starter
    starter.close()


@pytest.fixture(scope="module")
def server(chromium: Any, starter: Starter, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app on an empty home; one for all tests of a file, each of which works on cases of its own."""
    server = Server(tmp_path_factory.mktemp("home"), starter)
    server.start()
    yield server
    server.close()


@pytest.fixture(scope="module")
def window(chromium: Any) -> Iterator[Any]:
    """A browser window whose cache serves all tests of a file."""
    context = chromium.new_context(locale="en-GB", timezone_id=ZONE, accept_downloads=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.set_default_timeout(PATIENCE)
    context.add_init_script(LISTEN)
    yield context
    context.close()


@pytest.fixture
def tab(window: Any, server: Server) -> Iterator[Tab]:
    """Opens a tab in a language, at a width; the switches stand as on the first day, but without guidance.

    The one left over from the test before is used again: it has read the page's scripts already.
    """
    left = list(window.pages[:1])

    def opened(language: str, width: int) -> Desk:
        for key, value in (("language", language), ("guidance", "off"), ("drafts", "off"), ("findings_shown", "off")):
            server.store.set_setting(key, value)
        page = left.pop() if left else window.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        return Desk(page, server, language, width)

    yield opened
    for page in window.pages[1:]:
        page.close()


@pytest.fixture(params=["1280-en", "390-zh"])
def desk(request: pytest.FixtureRequest, tab: Tab) -> Desk:
    """A tab, wide and in English and again narrow and in Chinese, where a width or a language may make a difference."""
    width, _, language = request.param.partition("-")
    return tab(language, int(width))


@pytest.fixture
def wide(tab: Tab) -> Desk:
    """A wide tab in English; of the tests to which neither width nor language matters, every other one has it."""
    return tab("en", 1280)


@pytest.fixture
def narrow(tab: Tab) -> Desk:
    """A narrow tab in Chinese, for the others of them."""
    return tab("zh", 390)
