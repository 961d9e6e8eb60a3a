"""A newcomer's walk through a case: types, chooses and presses as a person does, and counts what it costs."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from playwright.sync_api import TimeoutError

IN_PLACE = """() => {
  const marks = document.querySelectorAll("[data-poa-focus]");
  const names = marks.length ? marks[marks.length - 1].dataset.poaFocus.split(" ") : [];
  const box = names.map((name) => document.getElementsByClassName(name)[0]).find((one) => one);
  return !box || box.contains(document.activeElement);
}"""
"""True once the page has put the cursor where it wants it, and moves nothing any more."""


class Walk:
    """Somebody at a desk with one case, and what the walk has cost so far.

    Attributes:
        fields: how many fields words were typed or pasted into; one that is typed again counts again.
        clicks: presses on anything, and two for each choice from a list: it is opened, and an option pressed.
    """

    def __init__(self, desk: Any, task: str) -> None:
        self.desk = desk
        self.task = task
        self.fields = self.clicks = 0
        self._began = time.monotonic()

    # what a hand does

    def begin(self, notice: str) -> None:
        """Begin a case on the board, and paste the notice."""
        self.desk.open()
        self.press("New case")
        self.desk.page.wait_for_url("**/notice?case=*")
        self.desk.settle()
        found = re.search(r"case=(\w+)", self.desk.page.url)
        assert found
        self.desk.id = found[1]
        self.type("/notice/text", notice)
        self.desk.settle()

    def type(self, path: str, words: str) -> None:
        """Type into a field, leave it by the Tab key and go on at once."""
        field = self.desk.field(path)
        field.fill(words)
        field.press("Tab")
        self.fields += 1

    def fill(self, row: str, **words: str) -> None:
        """Type into several fields of a row, in the order given."""
        for name, said in words.items():
            self.type(f"{row}/{name}", said)
        self.desk.settle()

    def choose(self, path: str, *names: str) -> None:
        """Choose from the list of a field, one after the other."""
        for name in names:
            before = self.desk.server.held(self.desk.id, path)
            for _ in range(4):
                if self._picked(path, name) and self._changed(path, before):
                    break
            else:
                raise AssertionError(f"{name} could not be chosen for {path}")
            self.clicks += 2

    def _picked(self, path: str, name: str) -> bool:
        """Open a list, type how the name begins and press the option; whether the list stayed open for it."""
        self.desk.settle()
        box = self.desk.field(path)
        box.click()
        box.press_sequentially(name[:12])
        option = self.desk.page.get_by_role("option").filter(has_text=re.compile(rf"^\s*{re.escape(name)}(?:\s|$)"))
        try:
            option.first.click(timeout=5000)
        except TimeoutError:
            return False
        finally:
            self.desk.page.keyboard.press("Escape")
            self.desk.settle()
        return True

    def _changed(self, path: str, before: object) -> bool:
        self.desk.settle()
        return bool(self.desk.server.held(self.desk.id, path) != before)

    def press(self, name: str, **values: object) -> None:
        """Press a button by its words."""
        self.desk.press(name, **values)
        self.clicks += 1

    def press_on(self, target: Any) -> None:
        """Press what stands there."""
        target.click()
        self.clicks += 1
        self.desk.settle()

    def take(self, path: str) -> None:
        """Take what is offered first under a blank field."""
        self.desk.settle()
        self.press_on(self.desk.keyed(f"offers{self.desk.id}{path}").get_by_role("button").first)

    def take_told(self, path: str, value: object) -> None:
        """Take what the client told for a blank field."""
        self.desk.settle()
        self.press_on(self.desk.keyed(f"told{value}{self.desk.id}{path}").locator("button"))

    def open_row(self, path: str) -> None:
        """Open a row by its line."""
        self.desk.open_row(path)
        self.clicks += 1
        self._find_place()

    def add(self, rows: str) -> str:
        """Add a row to a list, and return its path."""
        self.press_on(self.desk.keyed(f"add{self.desk.id}/{rows}").locator("button"))
        self._find_place()
        return self.rows(rows)[-1]

    def _find_place(self) -> None:
        """Wait until the page moves nothing any more, which focus.js tries for two seconds."""
        with suppress(TimeoutError):
            self.desk.page.wait_for_function(IN_PLACE, timeout=3000)

    def unfold(self) -> None:
        """Open what is folded within the open row."""
        self.desk.unfold()
        self.clicks += 1

    def paste_lines(self, rows: str, lines: str) -> list[str]:
        """Paste lines that become rows, and return the paths of the list."""
        id, path = self.desk.id, f"/{rows}"
        self.press_on(self.desk.keyed(f"paste{id}{path}").locator("button").first)
        box = self.desk.keyed(f"lines{id}{path}").locator("textarea")
        box.fill(lines)
        box.press("Tab")
        self.fields += 1
        self.desk.settle()
        self.press_on(self.desk.keyed(f"makelines{id}{path}").locator("button"))
        self.desk.page.keyboard.press("Escape")
        self.desk.settle()
        return self.rows(rows)

    def said(self, words: Any) -> str:
        """Say a piece of knowledge in the window's language."""
        return str(words.zh if self.desk.language == "zh" else words.en)

    # what there is

    def rows(self, name: str) -> list[str]:
        """Return the paths of the rows of a list as they are kept."""
        self.desk.settle()
        return [f"/{name}/{row.id}" for row in self.desk.server.held(self.desk.id, f"/{name}")]

    # what it came to

    @property
    def seconds(self) -> float:
        """How long the walk has taken so far."""
        return time.monotonic() - self._began

    def tell(self, report: Callable[[str, str, str], None], most_fields: int | None = None) -> None:
        """Add fields, clicks and time to the table of what was measured."""
        against = f"at most {most_fields}" if most_fields else "no aim"
        report(f"{self.task}: fields typed", str(self.fields), against)
        report(f"{self.task}: clicks", str(self.clicks), "no aim")
        report(f"{self.task}: seconds at the screen", f"{self.seconds:.0f}", "no aim")
