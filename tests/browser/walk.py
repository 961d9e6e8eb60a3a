"""A newcomer's walk through a case: types, chooses and presses as a person does, and counts what it costs."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from playwright.sync_api import TimeoutError

from poa_app.desk.letters import check_case
from poa_app.desk.state import CaseState
from poa_app.knowledge import knowledge
from poa_app.model.finding import Finding
from poa_app.render.plain import render_text

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
        notes: what was clumsy on the way, to be reported.
    """

    def __init__(self, desk: Any, task: str) -> None:
        self.desk = desk
        self.task = task
        self.fields = self.clicks = 0
        self.notes: list[str] = []
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
            option.first.click(timeout=2500)
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

    def take(self, path: str, words: str = "") -> str:
        """Take what is offered under a blank field, the first or the one with certain words; return its words."""
        self.desk.settle()
        offered = self.desk.keyed(f"offers{self.desk.id}{path}").get_by_role("button")
        button = (offered.filter(has_text=words) if words else offered).first
        said = str(button.inner_text())
        self.press_on(button)
        return said

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

    def rewrite(self, path: str, words: str) -> None:
        """Put other words into a field of the open row."""
        self.type(path, words)
        self.desk.settle()

    def paste_draft(self, text: str) -> list[tuple[str, str]]:
        """Paste a finished draft, and return each paragraph with where it is said to go; nothing is taken over yet."""
        id = self.desk.id
        self.press_on(self.desk.keyed(f"plan{id}").locator("button").first)
        box = self.desk.keyed(f"plan-text{id}").locator("textarea")
        box.fill(text)
        box.press("Tab")
        self.fields += 1
        self.desk.settle()
        body = self.desk.page.get_by_test_id("stPopoverBody")
        said = body.get_by_test_id("stMarkdown").all_inner_texts()
        chosen = body.locator("[data-testid=stSelectbox]").evaluate_all(
            "boxes => boxes.map(box => box.innerText || box.querySelector('input')?.value || '')"
        )
        return list(zip(said, chosen, strict=False))

    def put(self, words: str, where: str) -> None:
        """Say that a paragraph of the pasted draft goes elsewhere than was read."""
        body = self.desk.page.get_by_test_id("stPopoverBody")
        label = self.desk.say("Where “{words}” goes", words=words[:30])
        box = body.get_by_label(label, exact=False).first
        for _ in range(4):
            shown = box.locator("xpath=ancestor::*[@data-testid='stSelectbox']").inner_text() or box.input_value()
            if shown.strip().endswith(where):
                return
            with suppress(TimeoutError):  # a list that was redrawn while it was typed into shows nothing
                self.desk.pick(box, where)
                self.clicks += 2
            self.desk.settle()
        raise AssertionError(f"{words} could not be put under {where}")

    def split(self) -> None:
        """Take the pasted draft over."""
        self.press("Split it into rows")
        self.desk.page.keyboard.press("Escape")
        self.desk.settle()

    def hand_over(self) -> str:
        """Open what is handed to a translator, and return its words."""
        self.press_on(self.desk.keyed(f"hand{self.desk.id}").locator("button").first)
        return str(self.desk.page.get_by_test_id("stPopoverBody").locator("code").first.inner_text())

    def give_back(self, english: str) -> None:
        """Paste what came back from the translator, and put it into the fields."""
        box = self.desk.keyed(f"english{self.desk.id}").locator("textarea")
        box.fill(english)
        box.press("Tab")
        self.fields += 1
        self.desk.settle()
        self.press("Put it into the fields")
        self.desk.page.keyboard.press("Escape")
        self.desk.settle()

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

    def next_gap(self) -> str | None:
        """Go to the next gap by Alt+N, and tell in which field the cursor is then."""
        self.desk.settle()
        before = self.desk.in_focus_now()
        self.desk.page.keyboard.press("Alt+n")
        self.clicks += 1
        for _ in range(15):
            self.desk.settle()
            now = self.desk.in_focus_now()
            if now and now != before:
                return now
            self.desk.page.wait_for_timeout(100)
        return before

    def follow(self, answers: dict[str, str | tuple[str, ...]], most: int = 40) -> list[str]:
        """Go from gap to gap as Alt+N leads, until none is left, and fill each.

        A fix that stands there is pressed, a deed is ticked, and how it was done is said to stand under What; where
        that is asked for again, it is typed.

        Args:
            answers: for a gap such as ``CA1/how``, what is typed, or the options chosen.
            most: gaps after which a person gives up.

        Returns:
            The gaps in the order in which they were met.
        """
        met: list[str] = []
        while len(met) < most and self.found():
            gap = self.next_gap() or ""
            name = f"{self.code(gap)}/{gap.split('/', 3)[3]}" if gap.count("/") > 2 else gap
            mended = [one for one in self.found() if one.path.startswith(gap.rpartition("/")[0]) and one.fixes]
            fix = next((one for one in mended if one.path.startswith(gap)), mended[0] if mended else None)
            if gap.endswith("/done"):
                self.press_on(self.desk.box(gap).locator("label").first)
            elif gap.endswith("/how") and name not in met:
                self.press("Said under What {row}", row=self.code(gap))
            elif fix and (name not in answers or name in met):
                self.press_on(self.desk.keyed(f"fix{self.desk.id}{fix.key}").locator("button"))
            elif isinstance(answers[name], str):
                self.type(gap, str(answers[name]))
            else:
                self.choose(gap, *answers[name])
            met.append(name)
        return met

    def to_check(self) -> None:
        """Go to the screen Check."""
        self.press("Next: check")
        self.desk.page.wait_for_url("**/check?*")
        self.desk.settle()

    # parts of every case

    def client(self, store: str, company: str, token: str, name: str, title: str) -> None:
        """Say whose case it is and who signs."""
        self.fill(
            "/client", store=store, legal_name=company, merchant_token=token, signatory=name, signatory_title=title
        )

    def where(self, site: str, fulfilment: str) -> None:
        """Choose the site and who ships."""
        one = knowledge().marketplaces[site]
        country = self.said(one.country)
        self.choose("/marketplaces", self.desk.say("{country} ({store})", country=country, store=one.store))
        self.choose("/fulfilment", self.desk.say(fulfilment))

    def enforcement(self, slug: str) -> str:
        """Choose what the notice is about, and return the path of its row."""
        row = self.rows("violations")[0]
        self.choose(f"{row}/enforcement", self.said(knowledge().enforcements[slug].name))
        return row

    def search(self, words: str, slug: str) -> str:
        """Find what the notice is about by what it is called, and return the path of its row."""
        row = self.rows("violations")[0]
        box = self.desk.keyed(f"find{self.desk.id}{row.rpartition('/')[2]}").locator("input")
        box.fill(words)
        box.press("Enter")
        self.fields += 1
        self.desk.settle()
        self.press(self.said(knowledge().enforcements[slug].name))
        return row

    def metric(self, path: str, then: tuple[str, ...], now: tuple[str, ...]) -> None:
        """Fill the rate of the notice and the one of now: value, cases, all, first and last day."""
        self.open_row(path)
        for part, words in (("then", then), ("now", now)):
            for name, said in zip(("value", "numerator", "denominator", "start", "end"), words, strict=True):
                if said:
                    self.type(f"{path}/{part}/{name}", said)
        self.desk.settle()

    def exhibits(self, *papers: tuple[str, str, str]) -> list[str]:
        """Add an exhibit for each kind, day and title."""
        for kind, day, title in papers:
            exhibit = self.add("exhibits")
            self.choose(f"{exhibit}/kind", self.said(knowledge().evidence[kind].name))
            self.fill(exhibit, date=day, title=title)
        return self.rows("exhibits")

    def said(self, words: Any) -> str:
        """Say a piece of knowledge in the window's language."""
        return str(words.zh if self.desk.language == "zh" else words.en)

    # what there is

    def code(self, path: str) -> str:
        """Return the short name of the row a field stands in, such as CA2."""
        name, row = path.split("/")[1:3]
        return str(self.desk.row_name(name, self.rows(name).index(f"/{name}/{row}") + 1))

    def rows(self, name: str) -> list[str]:
        """Return the paths of the rows of a list as they are kept."""
        self.desk.settle()
        return [f"/{name}/{row.id}" for row in self.desk.server.held(self.desk.id, f"/{name}")]

    def reads_as(self, path: str) -> str:
        """Return how the page says the words of a field are read; nothing where they print as typed."""
        self.desk.settle()
        lead = self.desk.say("Reads as: {words}", words="")
        told = self.desk.keyed(f"field{self.desk.id}{path}").get_by_text(lead.strip())
        return str(told.first.inner_text()).removeprefix(lead) if told.count() else ""

    def found(self, severity: str = "blocks") -> list[Finding]:
        """Return the findings of one weight on the case as it is kept."""
        self.desk.settle()
        case = self.desk.server.store.load(self.desk.id).case
        return [one for one in check_case(case, self.desk.today()) if one.severity == severity]

    def letter(self) -> str:
        """Return the words of the letter as it is kept."""
        self.desk.settle()
        made = CaseState(self.desk.server.store.load(self.desk.id).case, self.desk.today()).letter("short")
        return render_text(made) if made else ""

    def copied_letter(self) -> str:
        """Read the whole letter off the screen Check, where it stands to be copied."""
        return str(self.desk.keyed(f"text{self.desk.id}").locator("code").first.inner_text())

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


def dump(walk: Walk) -> None:
    """Keep how a walk ended, its points and its letter, in the folder that ``POA_WALKS`` names."""
    folder = os.environ.get("POA_WALKS")
    if folder and walk.desk.id:
        points = [one for severity in ("blocks", "fix", "consider") for one in walk.found(severity)]
        told = [f"{one.severity} {one.path} {one.message}" for one in points]
        cost = f"{walk.fields} fields, {walk.clicks} clicks, {walk.seconds:.0f} s"
        name = "".join(walk.task.split()[:2])
        Path(folder, f"{name}.txt").write_text("\n".join([cost, *told, walk.letter(), *walk.notes]), encoding="utf-8")
