"""No page asks any host but its own for anything, whatever is typed or imported; and every text is shown as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from pydantic import ValidationError

from poa_app.model.case import Case

HOSTILE = [
    "![x](http://outside.test/p.png)",
    "[link](http://outside.test) [x]: y",
    "http://outside.test/a_b?c=d&e=f HTTPS://X.TEST",
    "www.outside.test WWW.OUTSIDE.TEST",
    "me@outside.test mailto:a.b@outside.test",
    '<img src="http://outside.test/i.png" onerror="alert(1)">',
    "<script>alert(1)</script> <b>x</b>",
    "&lt;b&gt; &amp; &#35;",
    ":smile: :+1: 12:30:45",
    ":material/home: :material_home: :streamlit:",
    ":red[x] :blue-badge[x] :help[x] :color[]",
    "$x^2$ $$y$$ $5 and $6",
    "a -> b <- c <-> d -- e >= f <= g ~= h",
    "**bold** _it_ ~~st~~ `code` ***",
    "# heading",
    "1. one",
    "- [ ] task",
    "> quote",
    "| a | b |",
    "\\* \\\\ \\ {.cls} ::leaf :::container",
    "[^1] http://http://www.www.a.test a@b@c.test",
    "中文http://outside.test，me@outside.test",
]
KEPT = {"id", "supplier", "buys_from", "product", "poa_case", "causes", "exhibits", "letter", "sha256"}
"""Parts of a case that name other parts."""

CHOSEN = {"enforcement", "route", "metric", "kind", "marketplaces", "fulfilment", "level", "stage", "role", "section"}
"""Parts of a case that are chosen: whether a screen shows a field hangs on them."""


def _marked(number: int) -> str:
    number %= len(HOSTILE)
    return f"Q{number}q {HOSTILE[number]} q{number}Q"


def hostile(case: Case, kept: set[str]) -> Case:
    """Return a case with a hostile text in every field that holds text, but for those kept."""
    data = case.model_dump(mode="json")
    places: list[tuple[Any, Any, Any]] = []

    def walk(part: Any) -> None:
        for key, value in list(part.items() if isinstance(part, dict) else enumerate(part)):
            if key in kept:
                continue
            if isinstance(value, dict | list):
                walk(value)
            elif isinstance(value, str) or value is None:
                places.append((part, key, value))
                part[key] = _marked(len(places))

    walk(data)
    while True:
        try:
            return Case.model_validate(data)
        except ValidationError as error:
            for one in error.errors():
                part, way = data, [step for step in one["loc"] if _leads(data, one["loc"], step)]
                for step in way[:-1]:
                    part = part[step]
                for whole, key, value in places:
                    if whole is part and key == way[-1]:
                        whole[key] = value


def _leads(data: Any, way: tuple[Any, ...], step: Any) -> bool:
    """Return whether a step of an error's place is one of the data, and no name of a type."""
    part = data
    for one in way:
        try:
            inner = part[one]
        except (KeyError, TypeError, IndexError):
            if one is step:
                return False
            continue
        if one is step:
            return True
        part = inner
    return False


@pytest.fixture
def asked(window: Any) -> Iterator[list[str]]:
    """Every address a page asks for, and every breach of its policy."""
    addresses: list[str] = []

    def note(request: Any) -> None:
        addresses.append(request.url)

    def hear(message: Any) -> None:
        if "Content Security Policy" in message.text:
            addresses.append(f"breach: {message.text}")

    window.on("request", note)
    window.on("console", hear)
    yield addresses
    window.remove_listener("request", note)
    window.remove_listener("console", hear)


def _outside(addresses: list[str], own: str) -> list[str]:
    own_hosts = {urlsplit(own).netloc, ""}
    return [one for one in addresses if one.startswith("breach") or urlsplit(one).netloc not in own_hosts]


def _not_literal(text: str) -> list[str]:
    """Return what a page shows otherwise than it was typed; an ellipsis or a closing quotation mark may cut it."""
    wrong = []
    for found in re.finditer(r"Q(\d+)q ", text):
        wanted = f"{HOSTILE[int(found[1])]} q{found[1]}Q"
        shown = re.split(r"…|”", text[found.end() : found.end() + len(wanted) + 1])[0]
        if not wanted.startswith(shown) and not shown.startswith(wanted):
            wrong.append(f"{wanted} -> {shown}")
    return wrong


NUMBERS = re.compile("[\u2460-\u2473\u3251-\u325f\u32b1-\u32bf]")
"""Numbers that the program sets behind the words it marks in a text."""


def _look(desk: Any) -> int:
    """Look at a page: no text became an element of a page or is shown otherwise; return how many are shown."""
    main = desk.page.locator("body")
    words = re.sub(r"\s+", " ", NUMBERS.sub("", main.inner_text()))
    assert _not_literal(words) == []
    live = "a[href*='outside'], a[href^='mailto'], img[src*='outside'], .katex, [data-testid=stMarkdownContainer] "
    assert desk.page.locator(f"{live} :is(em, del, code, h1 em, blockquote, input)").count() == 0
    return len(re.findall(r"Q\d+q ", words))


def _hover(desk: Any) -> None:
    """Rest the pointer on whatever has a tip, and look at it."""
    for target in desk.page.get_by_test_id("stTooltipHoverTarget").locator("visible=true").all()[:25]:
        target.hover(force=True)
        tip = desk.page.get_by_test_id("stTooltipContent")
        tip.first.wait_for()
        _look(desk)
        desk.page.mouse.move(0, 0)
        tip.first.wait_for(state="hidden")


def _switches(desk: Any, how: str) -> None:
    for name in ("guidance", "drafts", "findings_shown"):
        desk.server.store.set_setting(name, how)


@pytest.mark.parametrize(
    ("kept", "language"),
    [(KEPT | CHOSEN, "en"), (KEPT, "zh")],
    ids=["choices kept, en", "choices too, zh"],
)
def test_hostile_text_in_every_field_is_shown_as_typed_and_asks_nobody(
    tab: Callable[[str, int], Any], asked: list[str], late_shipment: Case, language: str, kept: set[str]
) -> None:
    desk = tab(language, 1280)
    _switches(desk, "on")
    case = hostile(late_shipment, kept)
    id = desk.open(case)
    gone = desk.server.store.create(case).id
    desk.server.store.trash(gone)
    shown = _look(desk)
    for row in [f"/{name}/{one.id}" for name in ("root_causes", "exhibits") for one in getattr(case, name)][:5]:
        if desk.keyed(f"row{id}{row}").count():
            desk.open_row(row)
            desk.unfold()
            shown += _look(desk)
    _hover(desk)
    for screen in ("notice", "check"):
        desk.open(id, screen)
        shown += _look(desk)
        _hover(desk)
    desk.open()
    desk.page.locator("details summary").last.click()
    desk.settle()
    shown += _look(desk)
    _hover(desk)
    assert shown > 60
    assert _outside(asked, desk.server.url) == []
    assert len(asked) > 20
    desk.server.store.trash(id)
    desk.server.store.delete_trashed(desk.server.store.load(id).saved.replace(year=2100))


def test_a_hostile_name_in_a_file_is_shown_as_it_stands(narrow: Any, asked: list[str]) -> None:
    narrow.open()
    narrow.press("Import")
    alert = narrow.page.get_by_role("dialog").get_by_test_id("stAlert")
    for number in range(len(HOSTILE)):
        name = _marked(number)
        given = {"name": f"{number}.json", "mimeType": "application/json"}
        content = json.dumps({"poa_case": 1, name: 1}).encode()
        narrow.page.locator("input[type=file]").set_input_files({**given, "buffer": content})
        alert.get_by_text(f"{number}.json").wait_for()
        narrow.settle()
        assert _look(narrow) == 1, name
    assert _outside(asked, narrow.server.url) == []


def test_a_refused_file_is_named_as_it_is_called(wide: Any, asked: list[str], late_shipment: Case) -> None:
    wide.open(late_shipment, "notice")
    for name in ("![x](outside.test) ~~b~~.pdf", "www.outside.test.pdf", "a@b.co $x$ [y].pdf"):
        given = {"name": name, "mimeType": "application/pdf", "buffer": b"MZ no pdf"}
        wide.page.locator("input[type=file]").first.set_input_files(given)
        alert = wide.page.get_by_test_id("stAlert").filter(has_text=name)
        alert.wait_for()
        assert alert.locator("a, img, .katex").count() == 0
    assert _outside(asked, wide.server.url) == []


def test_charts_are_drawn_under_the_policy(wide: Any, asked: list[str], late_shipment: Case) -> None:
    wide.open(late_shipment, "check")
    charts = wide.page.get_by_test_id("stVegaLiteChart")
    charts.first.locator("svg, canvas").first.wait_for()
    assert charts.count() == 2
    assert charts.first.bounding_box()["height"] > 40
    assert _outside(asked, wide.server.url) == []


def test_the_dialogs_and_an_empty_board_ask_nobody(wide: Any, asked: list[str]) -> None:
    wide.open()
    wide.press("Open an example")
    wide.page.get_by_role("dialog").wait_for()
    wide.page.keyboard.press("Escape")
    wide.settle()
    assert (
        wide.page.locator("link[rel~=icon]")
        .first.get_attribute("href")
        .startswith((wide.server.url, ".", "/", "data:"))
    )
    assert _outside(asked, wide.server.url) == []


def test_what_reaches_a_page_in_spite_of_all_is_stopped_by_its_policy(wide: Any) -> None:
    wide.open()
    ends: list[tuple[str, str | None]] = []
    wide.page.on("requestfinished", lambda one: ends.append((one.url, None)))
    wide.page.on("requestfailed", lambda one: ends.append((one.url, one.failure)))
    stopped = wide.page.evaluate(
        """async () => {
          const stopped = [];
          document.addEventListener("securitypolicyviolation", (one) => stopped.push(one.effectiveDirective));
          const put = (name, more) => document.body.append(Object.assign(document.createElement(name), more));
          put("img", {src: "http://outside.test/p.png"});
          put("script", {textContent: "window.ran = 1"});
          put("script", {src: "http://outside.test/x.js"});
          put("iframe", {src: "http://outside.test/"});
          put("link", {rel: "stylesheet", href: "http://outside.test/x.css"});
          fetch("http://outside.test/").catch(() => 0);
          try { new WebSocket("ws://outside.test/"); } catch (error) { /* said below */ }
          setTimeout(() => eval("window.ran = 1"));  // the call from outside is itself allowed to
          await new Promise((done) => setTimeout(done, 500));
          return [[...new Set(stopped)].sort(), window.ran || 0];
        }"""
    )
    assert stopped == [["connect-src", "frame-src", "img-src", "script-src", "script-src-elem", "style-src-elem"], 0]
    assert {why for address, why in ends if "outside.test" in address} == {"csp"}
