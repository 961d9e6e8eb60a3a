"""Evidence: papers spoken of without the letter of an exhibit, and exhibits that there are not."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from poa_app.english.branches import first_of_each_place
from poa_app.english.hit import Checker, Hit
from poa_app.english.needed import Needed, folded, needed_words
from poa_app.english.prose import Prose, Sentence

_EXHIBIT = re.compile(r"\b(?:exhibits?|ex\.)\s+((?:[A-Z]{1,2}\b(?:\s*(?:,|and|&|to|-|or)\s*)*)+)", re.IGNORECASE)
_LETTER = re.compile(r"\b[A-Z]{1,2}\b")
_NUMBERED = re.compile(
    r"\b(?:annex|appendix|attachment|enclosure|exhibit)\s+(?:no\.?\s*)?(?:\d{1,2}|[A-Z])\b", re.IGNORECASE
)
_DENIED = re.compile(r"\b(?:no|without|nor|neither|any|not)\b[^.,;:]{0,20}\Z", re.IGNORECASE)
_LIST = re.compile(r"<(\w+)>")
_PIECE = re.compile(r"\w+")


class _Mention(NamedTuple):
    """A way to speak of papers.

    Attributes:
        pattern: how it is written.
        needs: pieces of words; of each set a word of the sentence holds one.
        of_a_kind: whether it counts only in a sentence that names a kind of paper.
    """

    pattern: re.Pattern[str]
    needs: Needed
    of_a_kind: bool


@cache
def _data() -> dict[str, dict[str, Any]]:
    data: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return data


def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern of the file, its lists written out."""
    source = _LIST.sub(lambda match: f"(?:{_data()['lists'][match[1]]})", pattern)
    return re.compile(source, re.IGNORECASE | re.VERBOSE | re.MULTILINE)


@cache
def _signs() -> tuple[str, ...]:
    return tuple(_data()["signs"]["begin"].split())


@lru_cache(maxsize=20_000)
def _begins(word: str) -> bool:
    """Whether a word begins like one of those without which no paper is spoken of."""
    return word.startswith(_signs())


@cache
def _names_a_paper() -> re.Pattern[str]:
    return _compiled(_data()["of_a_kind"]["named"])


@cache
def _mentions() -> tuple[_Mention, ...]:
    return tuple(
        _Mention(pattern, needed_words(pattern), name == "of_a_kind")
        for name in ("spoken_of", "of_a_kind")
        for pattern in map(_compiled, _data()[name]["patterns"])
    )


@cache
def _pieces() -> frozenset[str]:
    return frozenset(piece for mention in _mentions() for one in mention.needs for piece in one)


@lru_cache(maxsize=20_000)
def _held(word: str) -> frozenset[str]:
    """Return the pieces that a word holds."""
    return frozenset(piece for piece in _pieces() if piece in word)


def papers_without_an_exhibit(prose: Prose) -> Iterator[Hit]:
    """Yield every mention of proof in whose sentence no exhibit stands."""
    for sentence in prose.sentences:
        mentions = _possible(prose, sentence)
        if not mentions or _cited(prose, sentence):
            continue
        found: list[tuple[int, int]] = []
        for of_a_kind in (False, True):
            patterns = [mention.pattern for mention in mentions if mention.of_a_kind is of_a_kind]
            if of_a_kind and patterns and not _names_a_paper().search(prose.plain, sentence.start, sentence.end):
                continue
            for match in first_of_each_place(patterns, prose.plain, sentence.start, sentence.end):
                start, end = _start(match), match.end()
                denied = _DENIED.search(prose.plain[max(sentence.start, start - 30) : start])
                if not denied and not any(one < end and start < other for one, other in found):
                    found.append((start, end))
                    yield Hit(start, end)


def _possible(prose: Prose, sentence: Sentence) -> list[_Mention]:
    """Return the ways to speak of papers of which the words of a sentence allow."""
    if not any(map(_begins, sentence.said)):
        return []
    words = _PIECE.findall(folded(prose.plain[sentence.start : sentence.end]))
    held = frozenset().union(*map(_held, words))
    return [mention for mention in _mentions() if not any(map(held.isdisjoint, mention.needs))]


def exhibits_there_are_not(prose: Prose) -> Iterator[Hit]:
    """Yield every exhibit that the case does not hold; where it holds none, only those of another kind of mark."""
    known = prose.setting.exhibits
    for match in _NUMBERED.finditer(prose.plain):
        mark = match.group().split()[-1].upper()
        kind = match.group().split()[0].lower()
        if kind == "exhibit" and not (known and mark.isdigit()):
            continue  # a letter is looked for below
        if mark not in known and kind not in ("annex", "appendix"):  # the program prints annexes of its own
            yield Hit(*match.span())
    if not known:
        return
    for match in _EXHIBIT.finditer(prose.plain):
        for letter in _LETTER.finditer(prose.plain, match.start(1), match.end(1)):
            if letter.group() not in known | {"I"}:
                yield Hit(match.start(), letter.end())


def _cited(prose: Prose, sentence: Sentence) -> bool:
    """Whether an exhibit stands in a sentence, or goes on behind its semicolon or colon."""
    end = sentence.end
    if sentence.text.rstrip().endswith((";", ":")):
        end = next((one.end for one in prose.sentences if one.start >= end), end)
    low = prose.low_plain
    return ("exhibit" in low or "ex." in low) and bool(_EXHIBIT.search(prose.plain, sentence.start, end))


def _start(match: re.Match[str]) -> int:
    return match.start() + len(match.group()) - len(match.group().lstrip())


CHECKERS: dict[str, Checker] = {
    "papers-without-an-exhibit": papers_without_an_exhibit,
    "exhibits-there-are-not": exhibits_there_are_not,
}
