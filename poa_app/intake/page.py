"""What a reader of an HTML page sees of it, as text: a cell is a word of its own, what is hidden stays out."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from poa_app.intake.charsets import decode

_NOT_TEXT = frozenset(
    ("script", "style", "head", "title", "template", "noscript", "object", "svg", "textarea", "select")
)
_LINES = frozenset(
    ("address", "article", "aside", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset", "footer", "form",
     "header", "hr", "li", "main", "nav", "section", "tbody", "tfoot", "thead", "tr")
)  # fmt: skip
_PARAGRAPHS = frozenset(("blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "table", "ul"))
_CELLS = frozenset({"td", "th"})
_LINE, _PARAGRAPH = "\x1e", "\x1d"
"""Where a line and where a paragraph ends, until it is known what else ends there."""
HEAD = 2_048
"""Bytes of a page within which it names its character set, twice of what browsers look at."""
_CHARSET = re.compile(rb"""<meta\b[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_PRE = frozenset({"pre"})
_HIDDEN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)"
    r"|(?:font-size|max-height|max-width|height|width)\s*:\s*0(?:\.0+)?(?:px|pt|em|%)?\s*(?:;|!|$))",
    re.IGNORECASE,
)


def page_words(content: bytes) -> str:
    """Return the words of a page that was saved as a file.

    Args:
        content: the file.

    Raises:
        UnknownCharset: it is written in characters that cannot be told for sure.
        ValueError: its elements stand deeper in each other than is read.
    """
    return words_shown(decode(content, charset_named(content)))


def charset_named(content: bytes) -> str | None:
    """Return the character set that a page names in its head; none where it names none."""
    found = _CHARSET.search(content, 0, HEAD)
    return found[1].decode("ascii") if found else None


def words_shown(page: str) -> str:
    """Return the words of a page, a line for each block, cells of a row apart.

    Args:
        page: HTML, however broken.

    Raises:
        ValueError: its elements stand deeper in each other than is read.
    """
    if not page.strip():
        return ""
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):  # nothing in it is an element
        return ""
    if any("depth" in one.message.lower() for one in parser.error_log):
        raise ValueError("nested too deeply")
    flow = re.sub("[ \t\r\f\v]+", " ", _flow(root))
    return re.sub(f" ?(?:[\n{_LINE}{_PARAGRAPH}] ?)+", _break, flow).strip()


def _break(found: re.Match[str]) -> str:
    return "\n\n" if _PARAGRAPH in found[0] or found[0].count("\n") > 1 else "\n"


def _flow(root: HtmlElement) -> str:
    """Return the texts of a tree in their order; without recursion, since mails nest tables deeply."""
    parts: list[str] = []
    hidden = pre = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        out = tag in _NOT_TEXT or _is_hidden(element)
        if event == "start":
            hidden, pre = hidden + out, pre + (tag in _PRE)
            if not hidden:
                parts.append("\n" if tag == "br" else "\t" if tag in _CELLS else _around(tag))
                parts.append(_text(element.text, pre))
            continue
        hidden, pre = hidden - out, pre - (tag in _PRE)
        if not hidden:
            parts.append(_around(tag))
            parts.append(_text(element.tail, pre))
    return "".join(parts)


def _around(tag: str) -> str:
    return _PARAGRAPH if tag in _PARAGRAPHS else _LINE if tag in _LINES else ""


def _text(text: str | None, pre: int) -> str:
    return (text or "") if pre else re.sub(r"[ \t\r\n\f\v]+", " ", text or "")


def _is_hidden(element: HtmlElement) -> bool:
    if "hidden" in element.attrib:
        return True
    style = element.get("style")
    return bool(style and _HIDDEN.search(style))
