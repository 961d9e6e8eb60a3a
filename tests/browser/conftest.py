"""A real server on a home of its own, a real browser in front of it, and one hand to work both.

These tests need Debian's Chromium and Playwright's Python package. Without them they are skipped, but with ``CI=true``
they fail: what a change must pass is never passed by leaving it out.
"""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.paths import get, leaves
from poa_app.store import Store
from poa_app.ui.words import chinese

CHROMIUM = "/usr/bin/chromium"
HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ZONE = "Asia/Shanghai"
PATIENCE = 12_000
"""Milliseconds to wait for anything on a page."""


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


class Server:
    """The app as ``poa serve`` starts it, on a home and a port that survive its death."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.options: tuple[str, ...] = ()
        self.log = home.parent / f"{home.name}.log"
        self._process: subprocess.Popen[bytes] | None = None
        self._store: Store | None = None

    def start(self, database: str = "") -> None:
        """Start it and wait until it answers, be it that its database does not."""
        command = [sys.executable, "-m", "poa_app", "serve", "--no-browser", "--port", str(self.port), *self.options]
        surroundings = {**os.environ, "POA_HOME": str(self.home), "POA_DATABASE_URL": database}
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(command, env=surroundings, stdout=log, stderr=log, cwd=ROOT)
        until = time.monotonic() + 25
        while time.monotonic() < until:
            if self._process.poll() is not None:
                break
            try:
                urllib.request.urlopen(f"{self.url}/healthz", timeout=2).close()
                return
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError(f"the server did not start: {self.log.read_text(errors='replace')[-2000:]}")

    def kill(self) -> None:
        """Kill it as ``kill -9`` does: nothing is finished, nothing is said."""
        if self._process:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
            self._process = None

    def close(self) -> None:
        """Stop everything."""
        self.kill()
        if self._store:
            self._store.close()

    @property
    def pid(self) -> int:
        """The process that serves."""
        return self._process.pid if self._process else 0

    @property
    def store(self) -> Store:
        """The same database, opened by this process: what the server kept, and what somebody else may change."""
        if self._store is None:
            self._store = Store.open(f"sqlite:///{self.home / 'poa.db'}")
        return self._store

    def held(self, id: str, path: str) -> Any:
        """Read a field of a case from the store."""
        return get(self.store.load(id).case, path)

    def errors(self) -> list[str]:
        """List what the server reported as its own failures."""
        return [line for line in self.log.read_text(errors="replace").splitlines() if "error " in line.lower()]


_WITHIN = tuple(f"/{name}" for name in ("value", "numerator", "denominator", "start", "end"))
"""What stands within a metric's reading, which is not there before it is filled."""


def _class_of(key: str) -> str:
    return "st-key-" + re.sub(r"[^A-Za-z0-9_-]", "-", key)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Desk:
    """One browser window on the app, and the hand at its keyboard."""

    def __init__(self, page: Any, server: Server, language: str, width: int) -> None:
        self.page = page
        self.server = server
        self.language = language
        self.width = width
        self.id = ""
        self.by_keys = False
        """Whether buttons are pressed by the keyboard instead of the mouse."""

    def say(self, text: str, **values: object) -> str:
        """Say one of the interface's own words in the window's language."""
        words = chinese().get(text, text) if self.language == "zh" else text
        return words.format_map(values) if values else words

    def row_name(self, rows: str, number: object) -> str:
        """Return the short name of a row in the window's language."""
        return knowledge().rows[rows].code.in_language(self.language).format(n=number)

    def add_name(self, rows: str) -> str:
        """Return what the button says that adds a row."""
        words = knowledge().rows[rows].add
        assert words
        return words.in_language(self.language)

    def open(self, case: Case | str | None = None, screen: str = "workbench") -> str:
        """Open a case on a screen, or the board; the switch brings the language."""
        if isinstance(case, Case):
            case = self.server.store.create(case).id
        self.id = case or self.id
        self.page.goto(f"{self.server.url}/{screen}?case={self.id}" if case else f"{self.server.url}/")
        self.settle()
        self.speak(self.language)
        return self.id

    def another(self) -> Desk:
        """Open the same address in a second tab."""
        other = Desk(self.page.context.new_page(), self.server, self.language, self.width)
        other.id = self.id
        other.page.goto(self.page.evaluate("location.href"))  # what Playwright itself remembers may be one step behind
        other.settle()
        return other

    def _turn_to(self) -> None:
        """Turn to this tab, as a hand must; a tab behind another has no focus and draws seldom."""
        if len(self.page.context.pages) > 1:
            self.page.bring_to_front()
            self.page.wait_for_function("document.hasFocus()")

    def reload(self) -> None:
        """Press F5."""
        self._turn_to()
        self.page.reload()
        self.settle()

    def speak(self, language: str) -> None:
        """Press the language switch."""
        self._turn_to()
        self.language = language
        switch = self.page.get_by_test_id("stSegmentedControl").or_(self.page.get_by_test_id("stButtonGroup"))
        button = switch.get_by_role("radio", name={"en": "English", "zh": "中文"}[language], exact=True)
        if button.first.get_attribute("aria-checked") != "true":
            button.first.click()
            self.settle()

    def settle(self, seconds: float = 15) -> None:
        """Wait until the page is connected and has finished its run."""
        self.page.evaluate("window.poaCalm = 0")
        self.page.wait_for_function(_SETTLED, timeout=seconds * 1000)

    def box(self, path: str) -> Any:
        """Find the widget of a field of the open case."""
        return self.keyed(f"{self.id}{path}")

    def keyed(self, key: str) -> Any:
        """Find a widget by its key."""
        self._turn_to()
        return self.page.locator(f".{_class_of(key)}").first

    def field(self, path: str) -> Any:
        """Find where the text of a field is typed."""
        return self.box(path).locator("textarea, input").first

    def shown(self, path: str) -> str:
        """Read what a field shows."""
        return str(self.field(path).input_value())

    def shows(self, path: str, wanted: str) -> None:
        """Wait until a field shows a text."""
        for _ in range(60):
            if self.shown(path) == wanted:
                return
            self.page.wait_for_timeout(50)
        assert self.shown(path) == wanted

    def type(self, path: str, text: str) -> None:
        """Type into a field in place of what it holds, and stay there."""
        self.field(path).fill(text)

    def leave(self, path: str, text: str) -> None:
        """Type into a field and leave it by the Tab key."""
        self.type(path, text)
        self.field(path).press("Tab")
        self.settle()

    def choose(self, path: str, name: str) -> None:
        """Choose an option of a field, by the keyboard alone."""
        self.pick(self.field(path), name)

    def pick(self, box: Any, name: str) -> None:
        """Choose an option by typing how its name begins, and going down to it where others match too.

        The page first answers the field left before, which an eye on its way to the next field gives it time for:
        a list that is redrawn between the last arrow and Enter points nowhere.
        """
        self.settle()
        box.focus()
        box.press_sequentially(name[:12])
        self.page.get_by_role("option").filter(has_text=name).first.wait_for()
        for _ in range(20):
            pointed = box.get_attribute("aria-activedescendant")
            words = self.page.locator(f"[id='{pointed}']").inner_text().strip() if pointed else ""
            if words == name or words.startswith(f"{name} "):
                break
            box.press("ArrowDown")
            self.page.wait_for_timeout(30)
        else:
            raise AssertionError(f"no option is called {name!r}")
        box.press("Enter")
        box.press("Tab")
        self.settle()

    def open_row(self, path: str) -> None:
        """Open a row by its line."""
        self.keyed(f"row{self.id}{path}").locator("summary").first.click()
        self.page.wait_for_function("row => new URLSearchParams(location.search).get('row') === row", arg=path)
        self.settle()

    def in_focus(self) -> str | None:
        """Tell in which field the cursor is, once it is in one."""
        for _ in range(30):
            found = self.in_focus_now()
            if found:
                return found
            self.page.wait_for_timeout(100)
        return None

    def in_focus_now(self) -> str | None:
        """Tell in which field the cursor is at this moment."""
        names = self.page.evaluate(
            """() => { const found = []; for (let one = document.activeElement; one; one = one.parentElement)
            found.push(...one.classList); return found; }"""
        )
        case = self.server.store.load(self.id).case
        known = [re.sub(r"/\d$", "", path) for path, _ in leaves(case)]
        known += [path + end for path in known for end in _WITHIN]
        return next((path for path in known if _class_of(f"{self.id}{path}") in names), None)

    def today(self) -> date:
        """Return the day on which the window lives."""
        return datetime.now(ZoneInfo(ZONE)).date()

    def unfold(self) -> None:
        """Open whatever is folded within the open row."""
        folded = self.page.locator("[class*='st-key-more'] details:not([open]) > summary")
        for _ in range(folded.count()):
            folded.first.click()  # an open one is no longer among them
        self.settle()

    def paths_shown(self) -> list[str]:
        """List the paths of the text fields on the page, as they stand."""
        kinds = "[data-testid=stTextInput], [data-testid=stTextArea]"
        names = self.page.locator(f"[class*='st-key-{self.id}-']:has({kinds})").evaluate_all(
            "boxes => boxes.map(box => [...box.classList].find(name => name.startsWith('st-key-')))"
        )
        known = {_class_of(f"{self.id}{path}"): path for path, _ in leaves(self.server.store.load(self.id).case)}
        known |= {_class_of(f"{self.id}{path}{end}"): path + end for path in list(known.values()) for end in _WITHIN}
        return [known[name] for name in dict.fromkeys(names) if name in known]

    def enter(self, target: Any) -> None:
        """Press what stands there by the keyboard."""
        self._turn_to()
        target.focus()
        target.press("Enter")
        self.settle()

    def press(self, name: str, **values: object) -> None:
        """Press a button by its words."""
        self.hit(self.button(name, **values))
        self.settle()

    def hit(self, target: Any) -> None:
        """Press what stands there, by the mouse or by the keyboard, and do not wait."""
        if self.by_keys:
            target.focus()
            target.press("Enter")
        else:
            target.click()

    def button(self, name: str, **values: object) -> Any:
        """Find a button by its words."""
        self._turn_to()
        return self.page.get_by_role("button", name=self.say(name, **values)).first

    def says(self, words: str) -> str:
        """Wait until an alert holds certain words, and give the whole of it."""
        alert = self.page.get_by_test_id("stAlert").filter(has_text=words).first
        alert.wait_for()
        return str(alert.inner_text()).removeprefix("error").strip()

    def stores(self, path: str, wanted: Any, seconds: float = 12) -> None:
        """Wait until the store holds a value, and say what it holds otherwise."""
        until = time.monotonic() + seconds
        while (held := self.server.held(self.id, path)) != wanted and time.monotonic() < until:
            self.page.wait_for_timeout(50)
        assert held == wanted

    def stores_rows(self, path: str, count: int, seconds: float = 12) -> Any:
        """Wait until the store holds so many rows of a list, and return them."""
        until = time.monotonic() + seconds
        while len(held := self.server.held(self.id, path)) != count and time.monotonic() < until:
            self.page.wait_for_timeout(50)
        assert len(held) == count
        return held


_SETTLED = """() => {
  const app = document.querySelector("[data-testid='stApp']");
  if (!app || app.dataset.testConnectionState !== "CONNECTED" || app.dataset.testScriptState !== "notRunning") {
    window.poaCalm = 0; return false;
  }
  if (window.poaHeard < window.poaSent) { window.poaCalm = 0; return false; }
  if (document.querySelector("[data-testid='stSkeleton'], [data-testid='stAppSkeleton']")) return false;
  window.poaCalm = (window.poaCalm || 0) + 1;
  return window.poaCalm > 6;
}"""
"""True once the server has answered whatever the page said, and the app has been at rest for several frames."""

_LISTEN = """
window.poaSent = window.poaHeard = 0;
window.WebSocket = class extends window.WebSocket {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", () => { window.poaHeard = performance.now(); });
  }
  send(message) { window.poaSent = performance.now(); return super.send(message); }
};
"""
"""Notes when the page last spoke to the server and when it last heard from it."""


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


@pytest.fixture(scope="module")
def server(chromium: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app on an empty home; one for all tests of a file, each of which works on cases of its own."""
    server = Server(tmp_path_factory.mktemp("home"))
    server.start()
    yield server
    server.close()


@pytest.fixture(scope="module")
def window(chromium: Any) -> Iterator[Any]:
    """A browser window whose cache serves all tests of a file."""
    context = chromium.new_context(locale="en-GB", timezone_id=ZONE, accept_downloads=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.set_default_timeout(PATIENCE)
    context.add_init_script(_LISTEN)
    yield context
    context.close()


@pytest.fixture
def tab(window: Any, server: Server) -> Iterator[Callable[[str, int], Desk]]:
    """Opens a tab in a language, at a width; the switches stand as on the first day, but without guidance."""

    def opened(language: str, width: int) -> Desk:
        for key, value in (("language", language), ("guidance", "off"), ("drafts", "off"), ("findings_shown", "off")):
            server.store.set_setting(key, value)
        page = window.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        return Desk(page, server, language, width)

    yield opened
    for page in window.pages:
        page.close()


@pytest.fixture(params=["1280-en", "390-zh"])
def desk(request: pytest.FixtureRequest, tab: Callable[[str, int], Desk]) -> Desk:
    """A tab, wide and in English or narrow and in Chinese."""
    width, _, language = request.param.partition("-")
    return tab(language, int(width))


@pytest.fixture
def wide(tab: Callable[[str, int], Desk]) -> Desk:
    """A wide tab in English, where neither width nor language matters."""
    return tab("en", 1280)
