"""Names, months and short forms in small letters: amazon, Asin, october, and "i"."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from poa_app.english.checkers.grammar_words import words
from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose, Word
from poa_app.model.finding import Fix

_LISTS: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("grammar_capitals.toml").read_text(encoding="utf-8")
)
NAMES = _LISTS["names"]
_NEAR_A_NUMBER, _PAIRS = _LISTS["near_a_number"], _LISTS["pairs"]
_BEFORE_A_MONTH = frozenset(["in", "since", "until", "till", "during"])
_AFTER_I = words("after_i")
_FIRSTS = frozenset(pair.split()[0] for pair in _PAIRS)


def capitals(prose: Prose) -> Iterator[Hit]:
    """Find names and months that lack their capitals."""
    everything = prose.words if len(prose.words) > 1 else ()  # a word alone may be the value of a choice
    for at, word in enumerate(everything):
        low = word.low.removesuffix("'s")
        right = NAMES.get(low)
        if right is None and word.text.islower():
            right = _other(prose, everything, at)
        if right is None or not _is_small(word.text[: len(low)], right) or _in_an_address(prose.plain, word):
            continue
        end = word.start + len(low)
        if low in _FIRSTS and " " in right:
            end = everything[at + 1].end
        yield Hit(word.start, end, (Fix(text=right, automatic=True),))


def _other(prose: Prose, everything: tuple[Word, ...], at: int) -> str | None:
    word = everything[at]
    after = everything[at + 1] if at + 1 < len(everything) else None
    if word.low in _NEAR_A_NUMBER and ((after and after.text[0].isdigit()) or (at and _is_day(everything[at - 1]))):
        return _NEAR_A_NUMBER[word.low]
    if word.low in _NEAR_A_NUMBER and word.low != "may" and at and everything[at - 1].low in _BEFORE_A_MONTH:
        return _NEAR_A_NUMBER[word.low]
    if word.low in _FIRSTS and after and after.text[0].islower() and prose.plain[word.end : after.start] == " ":
        return _PAIRS.get(f"{word.low} {after.low}")
    if word.low == "i" and after and after.low in _AFTER_I and prose.plain[word.end : after.start] == " ":
        return "I"
    return None


def _is_day(word: Word) -> bool:
    return word.text.isdigit() and len(word.text) <= 2 and 1 <= int(word.text) <= 31


def _is_small(text: str, right: str) -> bool:
    """Whether a word lacks capitals, rather than being written in capitals for weight."""
    if text == right or (text.isupper() and len(text) > 1):
        return False
    return text.islower() or (right.rstrip("s").isupper() and text[1:].islower())


def _in_an_address(plain: str, word: Word) -> bool:
    """Whether a word is a part of an address, a file's name or a code."""
    before, after = plain[max(0, word.start - 1) : word.start], plain[word.end : word.end + 2]
    if (before and (before in "@./_-#\\&={<[" or before.isalnum())) or after[:1].isalnum():
        return True
    return after[:1] in ("@", "_", "/", "\\", "=") or (after[:1] in (".", "-", ":") and after[1:].isalnum())


CHECKERS: dict[str, Checker] = {"grammar-capitals": capitals}
