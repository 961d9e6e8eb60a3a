"""A hand on the screens, without a browser: types, chooses and presses as a person does, and counts what that costs."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from streamlit.testing.v1 import AppTest

from poa_app.desk import draft_import, work
from poa_app.model.case import Case
from poa_app.model.finding import Finding
from poa_app.model.paths import get
from poa_app.store import Store
from poa_app.ui.words import chinese
from tests.ui.test_screens import APP, stands

NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
"""The moment at which the walks are walked."""

TYPED = ("text_input", "text_area")


class ScreenHand:
    """Somebody at a screen with one case, and what it has cost so far.

    Attributes:
        id: of the case.
        fields: how many fields words were typed or pasted into; one that is typed again counts again.
        clicks: presses on anything, and two for each choice from a list: it is opened, and an option pressed.
    """

    def __init__(self, store: Store, language: str) -> None:
        self.store, self.language = store, language
        self.fields = self.clicks = 0
        self.id = ""
        self.waiting: set[str] = set()
        self.page: AppTest

    # screens

    def begin(self, notice: str, confirm: bool = True) -> None:
        """Begin a case on the board, paste the notice, and take over what was read in it, or type all by hand."""
        self._open("board")
        self.press("New case")
        (one,) = self.store.listed()
        self.id = one.id
        self._open("notice")
        self.fill("/notice", text=notice)
        self.settle()
        if confirm:
            self.press_key(f"confirm{self.id}")

    def next(self, screen: str) -> None:
        """Go on to the next screen."""
        self.settle()
        self.clicks += 1
        self._open(screen)

    def _open(self, screen: str) -> None:
        page = AppTest.from_file(str(APP), default_timeout=90)
        page.session_state["language"] = self.language
        page.session_state["guidance"] = False
        page.session_state["drafts"] = self.language == "zh"
        if self.id:
            page.query_params["case"] = self.id
            page.switch_page(f"screens/{screen}.py")
        self.page = page
        self._run()

    def _run(self) -> None:
        self.waiting.clear()
        self.page.run()
        stands(self.page)

    def settle(self) -> None:
        """Run the screen where something was typed or chosen since it ran last."""
        if self.waiting:
            self._run()

    # what a hand does; what is typed is on its way until the next press, as where somebody types quickly

    def fill(self, row: str, **words: str) -> None:
        """Type into several fields of a row, and leave them."""
        for name, said in words.items():
            self._field(TYPED, f"{self.id}{row}/{name}").set_value(said)
            self.fields += 1

    def drafts(self, row: str, **words: str) -> None:
        """Type Chinese drafts beside several fields of a row."""
        for name, said in words.items():
            self._field(TYPED, f"{self.id}/底稿{row}/{name}").set_value(said)
            self.fields += 1

    def choose(self, row: str, **options: str | list[str]) -> None:
        """Choose from the lists of a row: one option, or several."""
        for name, chosen in options.items():
            self._field(("selectbox", "multiselect"), f"{self.id}{row}/{name}").set_value(chosen)
            self.clicks += 2 * (1 if isinstance(chosen, str) else len(chosen))

    def tick(self, path: str) -> None:
        """Tick a box."""
        self._field(("checkbox",), f"{self.id}{path}").check()
        self.clicks += 1

    def upload(self, exhibit: str, name: str, content: bytes, kind: str = "application/pdf") -> None:
        """Put a file into the box of an exhibit that is open."""
        key = f"upload{self.id}{exhibit}"
        box = next(one for one in self.page.get("file_uploader") if str(one.key).startswith(key))
        box.upload(name, content, kind)
        self.waiting.add(key)
        self.clicks += 2

    def press(self, words: str, **values: object) -> None:
        """Press the button that says certain words of the interface."""
        said = self.say(words, **values)
        self._press(lambda one: str(one.label) == said, said)

    def press_key(self, *keys: str) -> None:
        """Press, for each key, the first button whose key begins so; presses that do not wait for one another."""
        for key in keys:
            self._click(lambda one, key=key: str(one.key).startswith(key), key)
        self._run()

    def _press(self, is_meant: Callable[[Any], bool], name: str) -> None:
        self._click(is_meant, name)
        self._run()

    def _click(self, is_meant: Callable[[Any], bool], name: str) -> None:
        button = next((one for one in self.page.get("button") if is_meant(one)), None)
        if button is None:
            self.settle()
            button = next((one for one in self.page.get("button") if is_meant(one)), None)
        assert button, f"no button {name}"
        button.click()
        self.clicks += 1

    def _field(self, kinds: tuple[str, ...], key: str) -> Any:
        """Return the widget of a field, into which something is put; one that is not there may be after a run."""
        if key in self.waiting:
            self.settle()
        found = self._with_key(kinds, key)
        if not found:
            self.settle()
            found = self._with_key(kinds, key)
        assert len(found) == 1, f"{len(found)} fields {key}"
        self.waiting.add(key)
        return found[0]

    def _with_key(self, kinds: tuple[str, ...], key: str) -> list[Any]:
        return [one for kind in kinds for one in self.page.get(kind) if one.key == key]

    def open_row(self, path: str) -> None:
        """Open a row by its line."""
        self.page.session_state["open_row"] = path
        self.clicks += 1
        self._run()

    def add(self, rows: str) -> str:
        """Add a row to a list, which opens; return its path."""
        key = f"add{self.id}/{rows}"
        self._press(lambda one: one.key == key, key)
        return self.rows(rows)[-1]

    def add_line(self, exhibit: str) -> str:
        """Add a line for units of a product to an open exhibit; return its path."""
        self.press_key(f"add{self.id}{exhibit}/covers")
        return f"{exhibit}/covers/{get(self.case, f'{exhibit}/covers')[-1].id}"

    def remove(self, path: str) -> None:
        """Remove an open row by its menu."""
        menu = next(one for one in self.page.get("menu_button") if one.key == f"arrange{self.id}{path}")
        menu.click("remove")
        self.clicks += 2
        self._run()

    def paste_lines(self, rows: str, lines: str) -> list[str]:
        """Paste lines that become rows; return the paths of the list."""
        key = f"lines{self.id}/{rows}"
        self.page.text_area(key=key).set_value(lines)
        self.fields += 1
        self.clicks += 1  # the box is opened first
        self.press_key(f"make{key}")
        return self.rows(rows)

    def take(self, *paths: str) -> None:
        """Take what is offered first for each of several blank fields."""
        self.press_key(*(f"offer0{self.id}{path}" for path in paths))

    def take_told(self, path: str, value: object) -> None:
        """Take what the client told for a blank field."""
        self.press_key(f"told{value}{self.id}{path}")

    def take_from_paper(self, exhibit: str, *products: str) -> None:
        """Take what the paper of an open exhibit says: its day, number and companies, and the units of products."""
        self.settle()
        fields = [f"says0{self.id}{exhibit}/{name}" for name in ("date", "number", "issuer", "addressee")]
        units = [f"says{self.id}{exhibit}/covers{product.rpartition('/')[2]}" for product in products]
        self.press_key(*fields, *units)

    def have_translated(self, english: dict[str, str]) -> None:
        """Hand the Chinese drafts to a translator, and put what comes back into the fields.

        Args:
            english: what the translator makes of each draft, by words of the Chinese.
        """
        self.settle()
        self.clicks += 1
        handed = str(next(one.value for one in self.page.get("code")))
        back = [
            f"{number}. {next(said for begins, said in english.items() if begins in chinese)}"
            for number, chinese in re.findall(r"^(\d+)\. 【[^】]*】(.*)$", handed, re.MULTILINE)
        ]
        self.page.text_area(key=f"english{self.id}").set_value("\n".join(back))
        self.fields += 1
        self.press_key(f"take{self.id}")

    def paste_draft(self, text: str) -> dict[str, str]:
        """Paste a finished draft, and return where each paragraph is said to go; nothing is taken over yet."""
        self.settle()
        self.page.text_area(key=f"plan-text{self.id}").set_value(text)
        self.fields += 1
        self.clicks += 1
        self._run()
        paragraphs = draft_import.read_draft(text)
        return {one.text: str(box.value) for one, box in zip(paragraphs, self._places(), strict=True)}

    def put(self, words: str, part: str) -> None:
        """Say that a paragraph of the pasted draft goes elsewhere than was read."""
        label = self.say("Where “{words}” goes", words=words[:30]).removesuffix("” goes")
        (box,) = (one for one in self._places() if label in str(one.label).replace("\\", ""))
        if box.value != part:
            box.set_value(part)
            self.clicks += 2
            self._run()

    def _places(self) -> list[Any]:
        return [one for one in self.page.get("selectbox") if str(one.key).startswith(f"plan-text{self.id}")]

    def propose(self, path: str) -> None:
        """Go back to the proposed passage of an open row."""
        self.press_key(f"propose{self.id}{path}")

    # what there is

    @property
    def case(self) -> Case:
        """The case as it is kept."""
        self.settle()
        return self.store.load(self.id).case

    def rows(self, name: str) -> list[str]:
        """Return the paths of the rows of a list."""
        return [f"/{name}/{row.id}" for row in get(self.case, f"/{name}")]

    def say(self, text: str, **values: object) -> str:
        """Say one of the interface's own words in the language of the walk."""
        words = chinese().get(text, text) if self.language == "zh" else text
        return words.format_map(values) if values else words

    def found(self, severity: str = "blocks") -> list[Finding]:
        """Return the findings of one weight on the case as it is kept; what is on its way does not count yet."""
        return [one for one in work.view(self.store, self.id, NOW.date()).findings if one.severity == severity]

    def said(self) -> str:
        """Return the words on the screen."""
        self.settle()
        return "\n".join(str(one.value).replace("\\", "") for one in self.page.get("markdown"))
