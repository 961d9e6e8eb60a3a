"""Harper, the grammar engine, on a thread of its own: one engine, one paragraph after another, each checked once.

A second thread inside the same engine fails with "Already borrowed", so all work goes through this one.
"""

from __future__ import annotations

import logging
import re
from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from poa_app.english.harper_rules import harper_rules

if TYPE_CHECKING:
    from harper import Lint, Linter

LOG = logging.getLogger("poa_app")

REMEMBERED = 4_000
"""Paragraphs whose result is kept."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What one rule of Harper says of one place of a paragraph, in code points."""

    rule: str
    start: int
    end: int
    suggestions: tuple[str, ...]


Checked = Future[tuple[Hit, ...]]

_worker = ThreadPoolExecutor(1, "harper")
_checked: OrderedDict[str, Checked] = OrderedDict()
_lock = Lock()


@cache
def installed() -> bool:
    """Whether Harper is there and can be loaded."""
    try:
        from harper import Linter  # noqa: F401, PLC0415  a package the program runs without
    except ImportError:
        return False
    return True


def checked(paragraph: str) -> Checked:
    """Return the result for a paragraph, there or to come; the same paragraph is never checked twice."""
    with _lock:
        found = _checked.get(paragraph)
        if found is None:
            found = _checked[paragraph] = _worker.submit(_hits, paragraph)
            while len(_checked) > REMEMBERED:
                _checked.popitem(last=False)
        _checked.move_to_end(paragraph)
        return found


def _hits(paragraph: str) -> tuple[Hit, ...]:
    """Check a paragraph on the worker's thread; an engine that fails says nothing of it."""
    try:
        found = _linter().organized_lints(_readable(paragraph), language="plaintext", dedup=False)
        return tuple(_hit(rule, lint, paragraph) for rule in harper_rules().rules for lint in found.get(rule, ()))
    except BaseException as error:  # a panic of the engine is no Exception
        _linter.cache_clear()
        LOG.warning("Harper failed on a paragraph of %d characters: %s", len(paragraph), type(error).__name__)
        return ()


def _hit(rule: str, lint: Lint, paragraph: str) -> Hit:
    quote = paragraph[lint.span.start : lint.span.end]
    suggestions = tuple(_in_place(quote, one.kind.name, one.replacement_text) for one in lint.suggestions)
    return Hit(rule, lint.span.start, lint.span.end, tuple(dict.fromkeys(suggestions)))


def _in_place(quote: str, kind: str, replacement: str) -> str:
    """Return what stands in the place of the quoted words when a suggestion is taken."""
    if len(quote) == 1 and replacement.isupper():
        return replacement.capitalize()  # "A" becomes "An", not "AN"
    return quote + replacement if kind == "INSERT_AFTER" else replacement


_CODE = re.compile(r"\b(?=\w*\d)(?=\w*[^\W\d])\w{5,}")


def _readable(text: str) -> str:
    """Return a text of the same length that UTF-8 can hold, with ASINs and other codes as numbers.

    Looking for words like a code takes Harper 10 ms.
    """
    plain = text.encode("utf-8", "replace").decode("utf-8")
    return _CODE.sub(lambda match: "0" * len(match[0]), plain)


@cache
def _linter() -> Linter:
    from harper import Linter  # noqa: PLC0415  a package the program runs without

    linter = Linter()
    allowed = harper_rules().rules
    linter.set_lint_config({name: name in allowed for name in linter.get_default_lint_config()})
    return linter
