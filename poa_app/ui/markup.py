"""Markdown as a type of its own, so that text is escaped by default and only what is built here is not.

``md`` makes Markdown that shows a text as it was typed; the other functions put a form around text or Markdown. An
f-string makes a plain ``str`` of Markdown again, which is then shown with its marks: visible, and never harmful.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache


class Markup(str):
    """Markdown that is shown as it stands; any other ``str`` is escaped before it is shown."""

    __slots__ = ()


_BREAK = ":color[]"
"""An empty directive, which Streamlit shows as nothing: it parts two pieces of text.

Streamlit replaces addresses, emoji names, icon names and arrows in the parsed text, where an escape is already undone.
Text in two pieces matches none of them, and what is copied off the screen holds no extra character.
"""

_PARTED = re.compile(
    r"(?:https?(?=://)|www(?=\.)|[\w.+-](?=@)|:(?=[\w+-]+:|material/)|[-<](?=->)|<(?=[-=])|-(?=[->])|[>~](?==))",
    re.IGNORECASE,
)
"""Where a text is parted, each time after the match."""

_MARKS = re.compile(r"[\\`*_{}\[\]<>|~$&]|:(?!\s)")
_AT_THE_START = re.compile(r"\d{1,9}(?=[.)])|[-+=#]")


def md(text: str) -> Markup:
    """Return Markdown that shows a text as it was typed, in one line; Markdown stays as it is."""
    return text if isinstance(text, Markup) else _escaped(text)


@lru_cache(maxsize=4_000)  # a page shows some thousand texts, nearly all of them as it did before
def _escaped(text: str) -> Markup:
    line = re.sub(r"[\r\n]+", " ", text)
    indent = len(line) - len(line.lstrip(" \t"))
    code = indent > 3 or "\t" in line[:indent]  # which Markdown would read as a block of code
    pieces, done = ["&#32;" if code else line[:indent]], indent
    start = _AT_THE_START.match(line, indent)
    if start:
        done = start.end()
        pieces.append(f"{start[0]}\\" if start[0].isdigit() else f"\\{start[0]}")
        if any(match.end() == done for match in _PARTED.finditer(line, indent)):
            pieces.append(_BREAK)
    for match in _PARTED.finditer(line, done):
        pieces += [_MARKS.sub(r"\\\g<0>", line[done : match.end()]), _BREAK]
        done = match.end()
    return Markup("".join((*pieces, _MARKS.sub(r"\\\g<0>", line[done:]))))


def put(*parts: str, by: str = "") -> Markup:
    """Return parts one after another, without those that are empty.

    Args:
        parts: text, which is escaped, or Markdown.
        by: what stands between two of them.
    """
    return Markup(md(by).join(md(part) for part in parts if part))


def filled(words: str, values: Mapping[str, object]) -> Markup:
    """Return words with Markdown in their braces; the words and whatever else fills them are escaped."""
    pieces = re.split(r"(\{\w+\})", words)
    return put(*(_text(values[one[1:-1]]) if one[:1] == "{" and one[-1:] == "}" else one for one in pieces))


def _text(value: object) -> str:
    return value if isinstance(value, str) else str(value)


def small(*parts: str) -> Markup:
    """Return parts in small letters."""
    return coloured("small", *parts)


def bold(*parts: str) -> Markup:
    """Return parts in bold, without blanks at the ends, beside which Markdown would show its stars."""
    inner = put(*parts).removeprefix("&#32;").strip()
    return Markup(f"**{inner}**" if inner else "")


def coloured(colour: str, *parts: str) -> Markup:
    """Return parts in one of the theme's colours, or nothing when there is nothing in them."""
    inner = put(*parts)
    return Markup(f":{colour}[{inner}]" if inner else "")


def gray(*parts: str) -> Markup:
    """Return parts in gray."""
    return coloured("gray", *parts)


def badge(colour: str, *parts: str) -> Markup:
    """Return parts as a badge in one of the theme's colours."""
    return coloured(f"{colour}-badge", *parts)


def icon(name: str) -> Markup:
    """Return an icon of the font that Streamlit ships."""
    return Markup(f":material/{name}:")


def lines(*parts: str) -> Markup:
    """Return parts as lines beneath each other, without those that are empty."""
    return Markup("  \n".join(md(part) for part in parts if part))


def bullets(parts: Iterable[str]) -> Markup:
    """Return parts as a list of points."""
    return Markup("\n".join(f"- {md(part)}" for part in parts))
