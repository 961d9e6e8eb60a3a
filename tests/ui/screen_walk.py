"""A walk through a case on the screens, without a browser: types and chooses as a person does, and counts the cost."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from poa_app.desk import work
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.fields import row_types
from poa_app.model.finding import Finding
from poa_app.model.paths import get
from poa_app.render.plain import render_text
from poa_app.store import Store
from poa_app.ui import session
from poa_app.ui.words import chinese
from tests.ui.test_screens import APP, stands

NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
"""The moment at which the walks are walked."""

TYPED = ("text_input", "text_area")


class ScreenWalk:
    """Somebody at a desk with one case, and what the walk has cost so far.

    Attributes:
        id: of the case.
        fields: how many fields words were typed or pasted into; one that is typed again counts again.
        clicks: presses on anything, and two for each choice from a list: it is opened, and an option pressed.
        met: the gaps to which the walk was led, in their order.
    """

    def __init__(self, store: Store, task: str, language: str) -> None:
        self.store, self.task, self.language = store, task, language
        self.fields = self.clicks = 0
        self.id = ""
        self.met: list[str] = []
        self.waiting: set[str] = set()
        self.page: AppTest

    # screens

    def begin(self, notice: str) -> None:
        """Begin a case on the board, paste the notice, and take over what was read in it."""
        self._open("board")
        self.press("New case")
        (one,) = self.store.listed()
        self.id = one.id
        self._open("notice")
        self.fill("/notice", text=notice)
        self.settle()
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

    # parts of every case

    def exhibits(self, *papers: tuple[str, str, str]) -> list[str]:
        """Add an exhibit for each kind, day and title; return the paths of all."""
        for kind, day, title in papers:
            exhibit = self.add("exhibits")
            self.choose(exhibit, kind=kind)
            self.fill(exhibit, date=day, title=title)
        return self.rows("exhibits")

    def reading(self, metric: str, part: str, *words: str) -> None:
        """Type one value of a rate that is open: the rate, cases, all, first and last day."""
        names = ("value", "numerator", "denominator", "start", "end")
        self.fill(f"{metric}/{part}", **dict(zip(names, words, strict=True)))

    def follow(self, answers: dict[str, str], most: int = 30) -> None:
        """Go from gap to gap, as the button that leads to the next one does, and fill each until none is left.

        A fix that stands there is pressed, a deed is ticked, and where nothing is given for how a deed was done, it
        stands under What.

        Args:
            answers: what is typed for a gap such as ``CA1/how``.
            most: gaps after which a person gives up.
        """
        self.settle()
        for _ in range(most):
            if not self.found():
                return
            gap = re.sub(r"/\d+$", "", self.next_gap())
            if not any(one.path.startswith(gap) for one in self.found()):
                continue  # the answer given last was on its way still
            name = self._name(gap)
            self.met.append(name)
            fix = next((one for one in self.found() if one.path.startswith(gap) and one.fixes), None)
            if gap.endswith("/done"):
                self.tick(gap)
            elif name in answers:
                row, _, field = gap.rpartition("/")
                self.fill(row, **{field: answers.pop(name)})
            elif fix:
                self.press_key(f"fix{self.id}{fix.key}")
            elif gap.endswith("/how"):
                self.press_key(f"said{self.id}")
            else:
                raise AssertionError(f"no answer to {name}: {[one.message for one in self.found()]}")
        raise AssertionError(f"{most} gaps, and more")

    def next_gap(self) -> str:
        """Press the button that leads to the next gap, and return the field to which it led."""
        self.press_key(f"next{self.id}")
        return str(self.page.session_state["guided_to"])

    def _name(self, path: str) -> str:
        """Name a field by its row's short name in English, such as ``CA1/how``; one outside of rows by its path."""
        found = re.match(r"(?P<rows>(?:/notice)?/(?P<kind>\w+))/(?P<id>\w{6})(?P<field>/.*)?$", path)
        if not found or found["kind"] not in row_types():
            return path
        held = [one.id for one in get(self.store.load(self.id).case, found["rows"])]
        code = knowledge().rows[found["kind"]].code.en
        return f"{code.format(n=held.index(found['id']) + 1)}{found['field'] or ''}" if found["id"] in held else path

    # what there is

    def tell(self, report: Callable[[str, str, str], None], most_fields: int) -> None:
        """Add fields, clicks and words of the letter to the table of what was measured; hold the fields to an aim."""
        report(f"{self.task}: fields typed", str(self.fields), f"at most {most_fields}")
        report(f"{self.task}: clicks", str(self.clicks), "no aim")
        report(f"{self.task}: words of the letter", str(len(self.letter().split())), "no aim")
        assert self.fields <= most_fields

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

    def letter(self) -> str:
        """Return the words of the letter as it is kept."""
        self.settle()
        made = work.view(self.store, self.id, NOW.date()).state.letter("short")
        return render_text(made) if made else ""

    def dump(self) -> None:
        """Keep how the walk ended, its points and its letter, in the folder that ``POA_WALKS`` names."""
        folder = os.environ.get("POA_WALKS")
        if folder and self.id:
            points = [one for severity in ("blocks", "fix", "consider") for one in self.found(severity)]
            told = [f"{one.severity} {one.rule} {self._name(one.path)} {one.message}" for one in points]
            cost = f"{self.fields} fields, {self.clicks} clicks, met {self.met}"
            name = "".join(self.task.split()[:2])
            Path(folder, f"{name}.txt").write_text("\n".join([cost, *told, self.letter()]), encoding="utf-8")


@pytest.fixture
def walks(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, str], ScreenWalk]]:
    """Begins a walk on a fixed day, and keeps how it ended."""
    monkeypatch.setattr(session, "now", lambda: NOW)
    begun: list[ScreenWalk] = []

    def begin(task: str, language: str) -> ScreenWalk:
        st.session_state["language"] = language  # options of a list are named by it when a test chooses one
        begun.append(ScreenWalk(store, task, language))
        return begun[0]

    yield begin
    del st.session_state["language"]
    begun[0].dump()
