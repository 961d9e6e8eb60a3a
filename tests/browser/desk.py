"""One hand on the app in a real browser: types, chooses, presses, and waits until the page has answered."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.paths import leaves
from poa_app.ui.words import chinese

if TYPE_CHECKING:
    from tests.browser.server import Server

ZONE = "Asia/Shanghai"
PATIENCE = 60_000
"""Milliseconds after which something that was waited for on a page is taken not to come."""

A_MOMENT = 20
"""Milliseconds between two looks at what the store or a field holds."""

_WITHIN = tuple(f"/{name}" for name in ("value", "numerator", "denominator", "start", "end"))
"""What stands within a metric's reading, which is not there before it is filled."""


def _class_of(key: str) -> str:
    return "st-key-" + re.sub(r"[^A-Za-z0-9_-]", "-", key)


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

    def open(self, case: Case | str | None = None, screen: str = "workbench", row: str = "") -> str:
        """Open a case on a screen, with a row of it, or the board; the switch brings the language."""
        if isinstance(case, Case):
            case = self.server.store.create(case).id
        self.id = case or self.id
        where = urlencode({"case": self.id, "row": row} if row else {"case": self.id})
        self.page.goto(f"{self.server.url}/{screen}?{where}" if case else f"{self.server.url}/")
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

    def settle(self) -> None:
        """Wait until the page is connected and has finished its run."""
        self.page.evaluate("window.poaCalm = 0")
        self.page.wait_for_function(_SETTLED, timeout=PATIENCE)

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
        self._until(lambda: self.shown(path) == wanted)
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
        self._until(lambda: self.in_focus_now() is not None, 10)
        return self.in_focus_now()

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

    def stores(self, path: str, wanted: Any) -> None:
        """Wait until the store holds a value, and say what it holds otherwise."""
        self._until(lambda: self.server.held(self.id, path) == wanted)
        assert self.server.held(self.id, path) == wanted

    def stores_rows(self, path: str, count: int) -> Any:
        """Wait until the store holds so many rows of a list, and return them."""
        self._until(lambda: len(self.server.held(self.id, path)) == count)
        held = self.server.held(self.id, path)
        assert len(held) == count
        return held

    def _until(self, holds: Callable[[], bool], seconds: float = PATIENCE / 1000) -> None:
        """Wait until something holds, or nobody would wait any longer."""
        until = time.monotonic() + seconds
        while not holds() and time.monotonic() < until:
            self.page.wait_for_timeout(A_MOMENT)


_SETTLED = """() => {
  const app = document.querySelector("[data-testid='stApp']");
  if (!app || app.dataset.testConnectionState !== "CONNECTED" || app.dataset.testScriptState !== "notRunning") {
    window.poaCalm = 0; return false;
  }
  if (window.poaHeard < window.poaSent) { window.poaCalm = 0; return false; }
  if (document.querySelector("[data-testid='stSkeleton'], [data-testid='stAppSkeleton']")) return false;
  if (performance.now() - window.poaTouched < 80) return false;
  window.poaCalm = (window.poaCalm || 0) + 1;
  return window.poaCalm > 8;
}"""
"""True once the server has answered whatever the page said, and the app has been at rest for several frames.

A press out of a field is carried out 50 ms late (autosave.js), so the page may still have to say what a hand did last.
"""

LISTEN = """
window.poaSent = window.poaHeard = window.poaTouched = 0;
for (const kind of ["pointerup", "click", "keydown", "input", "focusout", "change"])
  window.addEventListener(kind, () => { window.poaTouched = performance.now(); }, true);
window.WebSocket = class extends window.WebSocket {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", () => { window.poaHeard = performance.now(); });
  }
  send(message) { window.poaSent = performance.now(); return super.send(message); }
};
"""
"""Notes when a hand last touched the page, when the page last spoke to the server and when it last heard from it."""
