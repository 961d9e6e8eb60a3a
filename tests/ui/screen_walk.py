"""A walk through a case on the screens, without a browser: what every case asks for, gap by gap to the letter."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from poa_app.desk import work
from poa_app.knowledge import knowledge
from poa_app.model.fields import row_types
from poa_app.model.paths import get
from poa_app.render.plain import render_text
from poa_app.store import Store
from poa_app.ui import session
from tests.ui.screen_hand import NOW, ScreenHand


class ScreenWalk(ScreenHand):
    """Somebody who goes through one case from its notice to its letter.

    Attributes:
        task: what the walk is called in the table of what was measured.
        met: the gaps to which the walk was led, in their order.
    """

    def __init__(self, store: Store, task: str, language: str) -> None:
        super().__init__(store, language)
        self.task = task
        self.met: list[str] = []

    def client(self, store: str, company: str, token: str, name: str, title: str) -> None:
        """Say whose case it is and who signs."""
        self.fill(
            "/client", store=store, legal_name=company, merchant_token=token, signatory=name, signatory_title=title
        )

    def search(self, words: str, slug: str) -> str:
        """Find what the notice is about by what it is called, and return the path of its row."""
        (row,) = self.rows("violations")
        key = f"find{self.id}{row.rpartition('/')[2]}"
        self.page.text_input(key=key).set_value(words)
        self.fields += 1
        self._run()
        self.press_key(f"{key}{slug}")
        return row

    def metric(self, path: str, then: tuple[str, ...], now: tuple[str, ...]) -> None:
        """Fill the rate of the notice and the one of now: value, cases, all, first and last day."""
        self.open_row(path)
        self.reading(path, "then", *then)
        self.reading(path, "now", *now)

    def fill_cause(self, row: str, proof: str, *inherited: str, **words: str) -> None:
        """Open a cause, fill it, name its proof, and take over what is offered for some of its fields."""
        self.open_row(row)
        self.fill(row, **words)
        self.choose(row, exhibits=[proof.rpartition("/")[2]])
        for name in inherited:
            self.take(f"{row}/{name}")

    def follows(self, rows: str, lines: str, *of: tuple[list[str], str], **more: tuple[str, ...]) -> list[str]:
        """Paste lines that become rows, and say for each which causes it answers, and its proof and what else is given.

        Args:
            rows: the list.
            lines: what is pasted.
            of: for each row the causes' paths, and the path of its proof.
            more: for each row the words of a further field, none where they are empty.
        """
        made = self.paste_lines(rows, lines)
        for place, (row, (causes, proof)) in enumerate(zip(made, of, strict=True)):
            self.open_row(row)
            self.fill(row, **{name: words[place] for name, words in more.items() if words[place]})
            ids = [cause.rpartition("/")[2] for cause in causes]
            self.choose(row, causes=ids, exhibits=[proof.rpartition("/")[2]])
        return made

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

    # what it came to

    def letter(self) -> str:
        """Return the words of the letter as it is kept."""
        self.settle()
        made = work.view(self.store, self.id, NOW.date()).state.letter("short")
        return render_text(made) if made else ""

    def tell(self, report: Callable[[str, str, str], None], most_fields: int) -> None:
        """Add fields, clicks and words of the letter to the table of what was measured; hold the fields to an aim."""
        report(f"{self.task}: fields typed", str(self.fields), f"at most {most_fields}")
        report(f"{self.task}: clicks", str(self.clicks), "no aim")
        report(f"{self.task}: words of the letter", str(len(self.letter().split())), "no aim")
        assert self.fields <= most_fields

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
    reader_of_session = session.current_reader
    monkeypatch.setattr(session, "current_reader", lambda: replace(reader_of_session(), clock=NOW.astimezone))
    begun: list[ScreenWalk] = []

    def begin(task: str, language: str) -> ScreenWalk:
        begun.append(ScreenWalk(store, task, language))
        return begun[0]

    yield begin
    begun[0].dump()
