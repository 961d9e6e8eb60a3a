"""Cases made by walking the schema, and readers of what is written: shared by the tests of rendering.

A case is drawn in two steps. A *shape* says which rows there are and which leaves hold something; it is then filled,
once with harmless values and once with hostile text, so that the two letters can be compared. Both steps find every
field by the schema: a new field is covered without a change here.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator
from pydantic import BaseModel, StringConstraints

from poa_app.knowledge import knowledge
from poa_app.model.base import Row
from poa_app.model.case import Case
from poa_app.model.letter import Letter
from poa_app.render.letter import compose
from poa_app.resources import folder

HOSTILE = (
    "{{ 7*7 }}",
    "{% raw %}{{ x }}{% endraw %}{# gone #}",
    "{{ client.__class__ }}",
    '<b>x</b> & "q" <f path="/x"/><gap path="/y"/>',
    "</f></p></section><h1>no</h1>",
    "]]>",
    "<![CDATA[x]]> <!-- x --> <?x y?> &amp; &#65; &lol;",
    "\x00\x0b\x1f\x08",
    "\ud800 \udfff\ud83d",
    "\ufffe\uffff\u2028\u0085\ufeff",
    "\U0001f600\U0001f469\u200d\U0001f4bb\u0301",
    "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd \u202eabc\u202c",
    "one\r\ntwo\rthree\nfour\n\nfive",
    "\ta\tb\t",
    "   both ends   ",
    "# heading",
    "1. x",
    "- x\n* y\n| a | b |",
    "Co., Ltd.",
    "%s {0} {x} $x ${x}",
)
"""What a letter prints as typed, save what XML cannot hold."""

NAMES = {
    "/marketplaces/*": tuple(knowledge().marketplaces),
    "/violations/*/enforcement": tuple(knowledge().enforcements),
    "/metrics/*/metric": tuple(knowledge().metrics),
    "/exhibits/*/kind": tuple(knowledge().evidence),
}
"""Text that usually names something in the data files; a kind of field that is not here is filled with words."""

LINKS = {"supplier": "suppliers", "buys_from": "suppliers", "product": "products", "causes": "root_causes"}
"""Which rows a link leads to, where their list bears another name."""


@dataclass(frozen=True)
class Leaf:
    """A place that takes a value: its number within the case, its kind of path, the types it takes."""

    number: int
    kind: str
    types: tuple[Any, ...]


class Shape:
    """A case before its values: which rows there are and which leaves are filled."""

    def __init__(self) -> None:
        self.tree: dict[str, Any] = {}
        self.leaves = 0
        self.rows: dict[str, list[str]] = {}

    def __repr__(self) -> str:
        return self.wordy().decode()

    def sound(self) -> bytes:
        """Return the case file with a value of the right kind in every leaf, no two texts alike."""
        return self._file(_sound)

    def wordy(self) -> bytes:
        """Return the case file with harmless words in every leaf that takes text, dates and numbers too."""
        return self._file(lambda leaf: _text(leaf, ("words",)))

    def hostile(self, texts: tuple[str, ...]) -> bytes:
        """Return the case file with hostile text in every leaf that takes text, no two alike."""
        return self._file(lambda leaf: _text(leaf, texts))

    def _file(self, value: Callable[[Leaf], Any]) -> bytes:
        return json.dumps(self._filled(self.tree, value)).encode()

    def _filled(self, part: Any, value: Callable[[Leaf], Any]) -> Any:
        match part:
            case dict():
                return {name: self._filled(item, value) for name, item in part.items()}
            case list():
                filled = [self._filled(item, value) for item in part]
                return [item for item in filled if item is not None]
            case Leaf() if _is_row_id(part.types[0]):
                return self._link(part)
            case Leaf():
                return value(part)
        return part

    def _link(self, leaf: Leaf) -> str | None:
        name = leaf.kind.replace("/*", "").rsplit("/", 1)[-1]
        rows = self.rows.get(LINKS.get(name, name), [])
        return rows[leaf.number % len(rows)] if rows else None


def _sound(leaf: Leaf) -> Any:
    if date in leaf.types:
        return str(date(2026, 1, 1) + timedelta(days=leaf.number))
    if Decimal in leaf.types:
        return leaf.number + 0.25
    if int in leaf.types:
        return 1_000 + leaf.number
    if bool in leaf.types:
        return True
    names = NAMES.get(leaf.kind)
    return names[leaf.number % len(names)] if names else f"words ~{leaf.number}~ here"


def _text(leaf: Leaf, texts: tuple[str, ...]) -> Any:
    text = texts[leaf.number % len(texts)]
    return f"{text}~{leaf.number}~{text}" if str in leaf.types else _sound(leaf)


def _is_row_id(kind: Any) -> bool:
    return get_origin(kind) is Annotated and any(isinstance(one, StringConstraints) for one in get_args(kind))


def _types(kind: Any) -> Iterator[Any]:
    """Return the plain types a field may hold, none left out but None."""
    origin = get_origin(kind)
    if _is_row_id(kind):
        yield kind
    elif origin is Annotated:
        yield from _types(get_args(kind)[0])
    elif origin in (Union, UnionType):
        for one in get_args(kind):
            yield from _types(one)
    elif kind is not type(None):
        yield kind


class _Walk:
    """Walks the schema once and decides, leaf by leaf, what is there."""

    def __init__(self, draw: st.DrawFn, route: str, full: bool) -> None:
        self.draw, self.route, self.full = draw, route, full
        self.shape = Shape()

    def part(self, model: type[BaseModel], path: str) -> dict[str, Any]:
        made: dict[str, Any] = {}
        if issubclass(model, Row):
            name = path.rsplit("/", 2)[-2]
            self.shape.leaves += 1
            made["id"] = f"{name[:2]}{self.shape.leaves:04d}"
            self.shape.rows.setdefault(name, []).append(made["id"])
        for name, info in model.model_fields.items():
            kind = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
            if name not in made and (info.is_required() or self.full or self.draw(st.booleans())):
                made[name] = self.value(tuple(_types(kind)), f"{path}/{name}")
        return made

    def value(self, types: tuple[Any, ...], path: str) -> Any:
        kind = types[0]
        if path == "/violations/*/route":
            return self.route
        if get_origin(kind) is Literal:
            return self.draw(st.sampled_from(get_args(kind)))
        if get_origin(kind) is tuple:
            least, most = (2, 3) if self.full else (0, 2)
            count = self.draw(st.integers(least, most))
            inner = tuple(_types(get_args(kind)[0]))
            return [self.value(inner, f"{path}/*") for _ in range(count)]
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return self.part(kind, path)
        self.shape.leaves += 1
        return Leaf(self.shape.leaves, path, types)


@st.composite
def _shapes(draw: st.DrawFn, route: str, full: bool) -> Shape:
    walk = _Walk(draw, route, full)
    walk.shape.tree = walk.part(Case, "")
    walk.shape.tree["poa_case"] = 1
    if not walk.shape.tree.get("violations"):
        walk.shape.tree["violations"] = [{"id": "viol00", "route": route}]
    return walk.shape


Shapes = Callable[..., st.SearchStrategy[Shape]]


@pytest.fixture(scope="session")
def shapes() -> Shapes:
    """Return a strategy of case shapes for a route: full, or with about half of the leaves and some rows missing."""

    def strategy(route: str, full: bool = True) -> st.SearchStrategy[Shape]:
        return _shapes(route, full)

    return strategy


@pytest.fixture(scope="session")
def hostile_texts() -> tuple[str, ...]:
    """Return texts that would do harm if anything took them for more than text."""
    return HOSTILE


@pytest.fixture(scope="session")
def templates() -> Path:
    """Return the shipped templates."""
    return folder("templates")


@pytest.fixture(scope="session")
def styles(templates: Path) -> Path:
    """Return the Word file whose styles every letter takes."""
    return templates / "styles.docx"


@pytest.fixture(scope="session")
def template_words(templates: Path) -> set[str]:
    """Return every word that stands in a template outside its tags and its Jinja."""
    sources = [path.read_text(encoding="utf-8") for path in templates.rglob("*.html.j2")]
    bare = [re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", source, flags=re.DOTALL) for source in sources]
    said = [text for source in sources for text in re.findall(r'with plain = "([^"]*)"', source)]
    return {word for text in (*bare, *said) for word in re.findall(r"\w+", text)}


Write = Callable[..., Letter]


@pytest.fixture(scope="session")
def write(templates: Path) -> Write:
    """Compose a case's letter by the shipped templates."""

    def composed(case: Case, template: str = "full", draft: bool = True) -> Letter:
        return compose(case, knowledge(), templates, template, draft)

    return composed


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class WordFile:
    """A written Word file, read back by its markup alone."""

    content: bytes

    @property
    def parts(self) -> dict[str, bytes]:
        """Its parts by name."""
        with zipfile.ZipFile(io.BytesIO(self.content)) as package:
            return {name: package.read(name) for name in package.namelist()}

    @property
    def body(self) -> Any:
        """The body of its document."""
        return etree.fromstring(self.parts["word/document.xml"])[0]

    @property
    def paragraphs(self) -> list[str]:
        """The words of its paragraphs, those in tables too."""
        return [words_of(paragraph) for paragraph in self.body.iter(f"{W}p")]

    @property
    def fields(self) -> list[tuple[str, str]]:
        """The stem of each field's bookmark and the words it wraps."""
        starts = (start for start in self.body.iter(f"{W}bookmarkStart") if start.get(f"{W}name").startswith("_f"))
        return [(start.get(f"{W}name").rsplit("_", 1)[0], words_of(start.getnext())) for start in starts]

    @property
    def structure(self) -> list[str]:
        """The names of what it is built of, in order, runs and what stands in them left out."""
        built = ("p", "pStyle", "tbl", "tr", "tc", "tblHeader", "gridSpan", "bookmarkStart", "sectPr")
        return [element.tag.removeprefix(W) for element in self.body.iter(*(W + name for name in built))]


def words_of(element: Any) -> str:
    """Return what Word shows of an element: line breaks and tabs as characters, space at the ends only where kept."""
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    said = []
    for part in element.iter(f"{W}t", *marks):
        if part.getparent().tag == f"{W}r":
            kept = part.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
            words = part.text or ""
            said.append(marks.get(part.tag) or (words if kept else words.strip(" \t\n")))
    return "".join(said)


@pytest.fixture(scope="session")
def read_word() -> Callable[[bytes], WordFile]:
    """Read a Word file back."""
    return WordFile


class HtmlFile(HTMLParser):
    """A written HTML page, read back: its elements, its text, and the words of each field."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.text: list[str] = []
        self.fields: list[tuple[str, str]] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.in_field = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += attrs
        if path := dict(attrs).get("data-path"):
            self.fields.append((path, ""))
            self.in_field = True

    def handle_endtag(self, tag: str) -> None:
        self.elements.append(f"/{tag}")
        self.in_field = self.in_field and tag != "span"

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        if self.in_field:
            path, words = self.fields[-1]
            self.fields[-1] = (path, words + data)

    def handle_comment(self, data: str) -> None:
        self.elements.append("!--")


@pytest.fixture(scope="session")
def read_html() -> Callable[[str], HtmlFile]:
    """Read an HTML page back."""
    return HtmlFile


@pytest.fixture(scope="session")
def audit(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], list[str]]:
    """List what openxml-audit has against a Word file."""
    validator = OpenXmlValidator()
    place = tmp_path_factory.mktemp("audit") / "letter.docx"

    def errors(content: bytes) -> list[str]:
        place.write_bytes(content)
        return [str(error) for error in validator.validate(place).errors]

    return errors


@pytest.fixture
def folder_with(tmp_path: Path) -> Callable[..., Path]:
    """Make a folder of templates; a name may hold a folder, its suffix is put to it."""

    def made(**sources: str) -> Path:
        for name, source in sources.items():
            path = tmp_path / "templates" / f"{name.replace('__', '/').replace('_', '-')}.html.j2"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(source, encoding="utf-8")
        return tmp_path / "templates"

    return made
