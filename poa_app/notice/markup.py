"""What a paste keeps of the page or the mail it comes from, made plain: every sign stays at its place."""

from __future__ import annotations

import re

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,10})(?:\s[^<>]{0,300})?/?>")
_ENTITY = re.compile(r"&(?P<name>nbsp|amp|lt|gt|quot|[nm]dash|[lr][sd]quo|bull|middot|#39|#160);")
_SIGNS = {"nbsp": " ", "amp": "&", "lt": "<", "gt": ">", "quot": '"', "#39": "'", "#160": " "}
_SIGNS |= {
    "ndash": "-",
    "mdash": "-",
    "lsquo": "'",
    "rsquo": "'",
    "ldquo": '"',
    "rdquo": '"',
    "bull": "•",
    "middot": "·",
}
_BREAKS = frozenset({"br", "p", "div", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "body", "html"})
_BROKEN = (("\u00e2\u20ac\u2122", "'  "), ("\u00e2\u20ac\u00a2", "\u2022  "), ("\u00e2\u20ac\u201c", "-  "))
"""UTF-8 that was read as Latin letters: an apostrophe, a bullet, a dash."""


def without_markup(text: str) -> str:
    """Return a text of the same length whose tags are spaces and line ends, and whose list points begin with a dash."""
    text = _ENTITY.sub(_sign, _TAG.sub(_plain, text))
    for broken, meant in _BROKEN:
        text = text.replace(broken, meant)
    return text


def _plain(tag: re.Match[str]) -> str:
    name, width = tag["name"].lower(), len(tag.group())
    if name == "li" and not tag["close"]:
        return "\n- ".ljust(width)[:width]
    return "\n".ljust(width) if name in _BREAKS or name == "li" else " " * width


def _sign(entity: re.Match[str]) -> str:
    return _SIGNS[entity["name"]].ljust(len(entity.group()))
