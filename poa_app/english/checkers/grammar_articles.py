"""A before a vowel and an before a consonant, by sound: a hour, an unique, a ASIN."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from poa_app.english.checkers.grammar_capitals import NAMES
from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose, Word
from poa_app.model.finding import Fix
from poa_app.phrases.lexicon import lexicon

_LISTS = {
    name: frozenset(listed.split())
    for name, listed in tomllib.loads(
        Path(__file__).with_name("grammar_articles.toml").read_text(encoding="utf-8")
    ).items()
}
_LETTERS = "aefhilmnorsx"
"""Letters whose names begin with a vowel."""
_YOU = re.compile(r"us[eu]|uti|uni(?![nmd])|eu|ubi|ure|uran")
"""Beginnings that sound like "you"."""
_AFTER_A_NUMBER = frozenset(["11", "18"])


def articles(prose: Prose) -> Iterator[Hit]:
    """Find "a" and "an" that do not go with the sound after them."""
    for article, after in zip(prose.words, prose.words[1:], strict=False):
        if (
            article.low not in ("a", "an")
            or prose.plain[article.end : after.start].strip(" \t")
            or article.end == after.start
        ):
            continue
        if article.text in ("A", "AN") and not _begins(prose, article):
            continue
        vowel = _has_vowel_sound(after)
        if vowel is None or vowel is (article.low == "an"):
            continue
        right = ("an" if vowel else "a").capitalize() if article.text[0] == "A" else ("an" if vowel else "a")
        said = NAMES.get(after.low, after.text)
        space = prose.text[article.end : after.start]
        yield Hit(article.start, after.end, (Fix(text=f"{right}{space}{said}", automatic=True),))


def _begins(prose: Prose, article: Word) -> bool:
    """Whether a capital A begins a sentence, and is no letter of an exhibit."""
    sentence = prose.sentence_at(article.start)
    return sentence is not None and sentence.words[0].start == article.start and article.text != "AN"


def _has_vowel_sound(word: Word) -> bool | None:
    """Return whether a word begins with the sound of a vowel; None where it may be either, or stands apart."""
    low = word.low
    if low in _LISTS["either"] or low in _LISTS["function"] - {"used", "only", "under", "all", "above", "over"}:
        return None
    if low[0].isdigit():
        whole = low.split(".")[0].replace(",", "")
        return whole[0] == "8" or (whole[:2] in _AFTER_A_NUMBER and len(whole) % 3 == 2)
    first = low.split("-")[0]
    for one in (low, low.removesuffix("'s"), first):
        if one in _LISTS["vowel_sound"]:
            return True
        if one in _LISTS["consonant_sound"]:
            return False
    if first != low and word.text[0].isupper() and first not in _LISTS["consonant_sound"]:
        return (
            None
            if len(first) > 1 and word.text[: len(first)].isupper()
            else first[0] in _LETTERS
            if len(first) == 1
            else low[0] in "aeiou"
        )
    if len(low) == 1 or len(first) == 1:
        low = first
        return low in _LETTERS if word.text.islower() or "-" in word.text else None
    if word.text.isupper() or (not word.text[1:].islower() and "-" not in word.text and "'" not in word.text):
        return None
    if low[0] not in "aeiou" and not lexicon().is_common(low):
        return None
    return low[0] in "aeiou" and not _YOU.match(low)


CHECKERS: dict[str, Checker] = {"grammar-articles": articles}
