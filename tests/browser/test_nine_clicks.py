"""From the notice to a clean letter on three screens: everything typed by hand, and about nine clicks besides."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest

from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.fields import row_types

COUNT_CLICKS = """window.poaClicks = [];
document.addEventListener("click", (event) => {
  if (event.isTrusted && event.detail > 0) window.poaClicks.push(event.target.innerText || event.target.tagName);
}, true);"""
"""A click by the keyboard has no detail and is not counted: it is part of typing."""

MOST_CLICKS = 9

ACTIONS = {
    "containment": "Stopped the harm (containment)",
    "correction": "Mended what failed (correction)",
}
"""What the kinds of corrective action are called on the screen."""
CHOSEN = {"metric": "metrics", "kind": "evidence"}
PLAN = ("root_causes", "corrective_actions", "preventive_measures")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Typist:
    """Types rows of a case into the widgets of another, and remembers every word."""

    def __init__(self, desk: Any) -> None:
        self.desk = desk
        self.typed: list[str] = []
        self.names: dict[str, str] = {}

    def said(self, words: Any) -> str:
        """Say a piece of knowledge in the window's language."""
        return str(words.zh if self.desk.language == "zh" else words.en)

    def type(self, path: str, text: str) -> None:
        """Type into a field and go on at once, as a quick hand does."""
        field = self.desk.field(path)
        field.fill(text)
        field.press("Tab")
        self.typed.append(text)

    def row(self, path: str, row: Any) -> None:
        """Open a row and fill every field that the example has."""
        kind = path.rsplit("/", 2)[-2]
        line = self.desk.keyed(f"row{self.desk.id}{path}").locator("summary").first
        if not self.desk.field(f"{path}/{row_types()[kind].spec.first[0][0]}").is_visible():
            self.desk.enter(line)
        for fields in row_types()[kind].spec.first:
            self.line(path, fields, row)
        if any(_value(row, name) for fields in row_types()[kind].spec.folded for name in fields):
            self.desk.enter(self.desk.keyed(f"more{self.desk.id}{path}").locator("summary").first)
            for fields in row_types()[kind].spec.folded:
                self.line(path, fields, row)
        self.desk.settle()

    def line(self, path: str, fields: tuple[str, ...], row: Any) -> None:
        """Fill the fields of one line."""
        for name in fields:
            value = _value(row, name)
            if value in (None, (), "") or name in ("passage", "now_passage", "file"):
                continue
            if name in CHOSEN:
                if self.desk.server.held(self.desk.id, f"{path}/{name}") != value:
                    table = getattr(knowledge(), CHOSEN[name])
                    words = self.desk.say(ACTIONS[value]) if value in ACTIONS else self.said(table[value].name)
                    self.desk.choose(f"{path}/{name}", words)
            elif name in ("causes", "exhibits"):
                for id in value:
                    self.desk.choose(f"{path}/{name}", self.names[id])
            else:
                self.type(f"{path}/{name}", "\n".join(value) if isinstance(value, tuple) else str(value))


def _value(row: Any, name: str) -> Any:
    for step in name.split("/"):
        row = getattr(row, step) if row is not None else None
    return row


@pytest.fixture
def told(late_shipment: Case) -> Case:
    """The example cut to one row of each kind, so that it is typed in half a minute and still leaves nothing open."""
    (cause, *_), (action, *_), (measure, *_) = (getattr(late_shipment, name) for name in PLAN)
    proof = late_shipment.exhibits[0]
    changes: dict[str, Any] = {"exhibits": (proof.id,), "passage": None}
    said = (cause.what or "").replace("27", "62")
    rows = {
        "root_causes": (cause.model_copy(update={**changes, "what": said, "explains": 62}),),
        "corrective_actions": (action.model_copy(update=changes),),
        "preventive_measures": (measure.model_copy(update=changes),),
    }
    text = (late_shipment.notice.text or "").replace(" (ASIN B0EXMPLG01)", "")
    notice = late_shipment.notice.model_copy(update={"text": text})
    return late_shipment.model_copy(update={**rows, "exhibits": (proof,), "notice": notice})


def test_nine_clicks_lead_from_the_notice_to_the_letter(narrow: Any, told: Case, report: Callable[..., None]) -> None:
    clicks = _walk(narrow, told)
    assert len(clicks) <= MOST_CLICKS, clicks
    report("clicks from new case to the third copy, 390 px, zh", str(len(clicks)), "at most 9")


def test_the_keyboard_alone_leads_there_in_a_wide_english_window_too(wide: Any, told: Case) -> None:
    wide.by_keys = True
    assert _walk(wide, told) == []


def _walk(desk: Any, told: Case) -> list[str]:
    """Go the whole path, and give what was clicked by the mouse."""
    desk.open()
    desk.page.evaluate(COUNT_CLICKS)
    desk.press("New case")
    desk.page.wait_for_url("**/notice?case=*")
    desk.settle()
    desk.id = re.search(r"case=(\w+)", desk.page.url)[1]
    typist = Typist(desk)
    _notice(desk, typist, told)
    desk.press("Next: workbench")
    _rows(desk, typist, told)
    desk.press("Next: check")
    desk.press("Confirm that all {n} actions have been done", n=1)
    asks = re.escape(desk.say("Letter as Word: {n} to mend", n="N")).replace("N", r"\d+")
    desk.hit(desk.page.get_by_role("button", name=re.compile(asks)).first)  # the exhibits have no files yet
    desk.page.get_by_test_id("stPopoverBody").wait_for()
    with desk.page.expect_download() as waiting:
        desk.hit(desk.button("Full version as Word"))
    desk.page.keyboard.press("Escape")
    copied = _copy(desk, ("root-causes", "corrective-actions", "preventive-measures"))
    clicks = desk.page.evaluate("window.poaClicks")
    printed = _words_of(waiting.value.path().read_bytes())
    assert [words for words in typist.typed if not _stands(words, printed)] == []
    assert "DRAFT" not in printed
    for words in copied:
        assert len(words.split()) > 10
        assert "DRAFT" not in words
    return list(clicks)


def _notice(desk: Any, typist: Typist, told: Case) -> None:
    desk.type("/notice/text", told.notice.text or "")
    for name in ("store", "legal_name", "merchant_token", "signatory", "signatory_title"):
        typist.type(f"/client/{name}", getattr(told.client, name))
    violation = desk.server.held(desk.id, "/violations")[0].id
    desk.choose(
        f"/violations/{violation}/enforcement", typist.said(knowledge().enforcements["late-shipment-rate"].name)
    )
    site = knowledge().marketplaces["US"]
    desk.choose("/marketplaces", desk.say("{country} ({store})", country=typist.said(site.country), store=site.store))
    desk.choose("/fulfilment", desk.say("Seller-fulfilled"))
    typist.type("/scope", told.scope or "")
    typist.type("/notice/received", str(told.notice.received))
    typist.type("/affected", str(told.affected))
    desk.type("/deadline/due", str(told.deadline.due))
    desk.field("/deadline/due").press("Tab")
    desk.settle()


def _rows(desk: Any, typist: Typist, told: Case) -> None:
    typist.type("/opening", told.opening or "")
    typist.type("/closing", told.closing or "")
    typist.type("/letter_date", str(told.letter_date))
    for exhibit in told.exhibits:
        before = len(desk.server.held(desk.id, "/exhibits"))
        desk.settle()
        desk.enter(desk.keyed(f"add{desk.id}/exhibits").locator("button"))
        made = desk.stores_rows("/exhibits", before + 1)[-1].id
        typist.row(f"/exhibits/{made}", exhibit)
    for letter, exhibit in zip("ABCDEFGH", told.exhibits, strict=False):
        typist.names[exhibit.id] = f"{letter} {exhibit.title}"
    for number, cause in enumerate(told.root_causes, 1):
        typist.names[cause.id] = f"{desk.row_name('root_causes', number)} {cause.head}"
    for name in ("metrics", *PLAN):
        made = desk.server.held(desk.id, f"/{name}")[0].id
        typist.row(f"/{name}/{made}", getattr(told, name)[0])


def _copy(desk: Any, sections: tuple[str, ...]) -> list[str]:
    copied = []
    for name in sections:
        block = desk.keyed(f"text{desk.id}{name}")
        block.scroll_into_view_if_needed()
        block.hover()
        desk.hit(block.get_by_role("button").first)
        copied.append(desk.page.evaluate("navigator.clipboard.readText()"))
    return copied


def _words_of(docx: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(docx)) as parts:
        body = ElementTree.fromstring(parts.read("word/document.xml"))
    lines = ("".join(run.text or "" for run in line.iter(f"{WORD}t")) for line in body.iter(f"{WORD}p"))
    return _plain("\n".join(lines))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _stands(words: str, printed: str) -> bool:
    """Whether everything that was typed is printed, a date as a letter writes it."""
    date = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", words)
    if date:
        months = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ]
        return f"{months[int(date[2]) - 1]} {int(date[3])}" in printed
    return all(_ARTICLE.sub("", _plain(line)).casefold() in printed.casefold() for line in words.splitlines())


_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
"""What the name of a thing loses in a table: the signed sheet, Signed sheet."""
