"""Paragraphs, sentences and words of a text; paragraphs read a moment ago are remembered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from poa_app.english.short_forms import parts_of
from poa_app.model.plain import plain_signs

_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:['-][A-Za-z\u00c0-\u024f]+)*|\d[\d.,:/]*\d|\d")
_SHORT = (
    r"(?<!\bCo)(?<!\bLtd)(?<!\bInc)(?<!\bNo)(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bSt)(?<!\bvs)(?<!\be\.g)"
    r"(?<!\bi\.e)(?<!\bapprox)(?<!\b[A-Z])(?<!\bJan)(?<!\bFeb)(?<!\bMar)(?<!\bApr)(?<!\bJun)(?<!\bJul)(?<!\bAug)"
    r"(?<!\bSep)(?<!\bSept)(?<!\bOct)(?<!\bNov)(?<!\bDec)(?<!^\d)(?<!\n\d)(?<!^\d\d)(?<!\n\d\d)"
    r"(?!(?<=\b[ap]\.m)\.\s+[a-z(])"
)
_END = re.compile(
    rf"(?:(?=\.){_SHORT}\.+|[!?\u3002\uff01\uff1f\uff0e\uff1b;]+)[\"'\u201d\u2019)\]]*(?=\s|$|(?<=[a-z]\.)[A-Z])"
    r"|(?<=[\u3002\uff01\uff1f\uff1b])|\n\s*\n|\n",
    re.MULTILINE,
)
_WRAPPED = 56
"""Characters from which on a line that ends without a stop goes on in the next one, if that begins small."""
_GOES_ON = re.compile(r"\n[a-z(]")
_PARAGRAPH = re.compile(r"[\S\u3000](?:[^\n]+|\n(?![^\S\n]*\n))*")
_REMEMBERED = 128
"""How many paragraphs are remembered."""


@dataclass(slots=True, unsafe_hash=True)
class Word:
    """A word or a number; ``start`` and ``end`` count code points of the text, ``low`` is its small form.

    Nobody changes one; it is not frozen because it would take three times as long to make.
    """

    text: str
    low: str
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """A sentence or a point of a list, with its words."""

    text: str
    start: int
    end: int
    words: tuple[Word, ...]

    @cached_property
    def low(self) -> tuple[str, ...]:
        """The words in small letters."""
        return tuple(word.low for word in self.words)

    @cached_property
    def said(self) -> frozenset[str]:
        """The words in small letters, without an order."""
        return frozenset(self.low)

    @cached_property
    def forms(self) -> frozenset[str]:
        """The words in small letters, and what is grown together in them."""
        return self.said.union(*map(parts_of, self.said))

    def moved(self, by: int) -> Sentence:
        """Return the sentence as it stands in a text in which its paragraph begins at a place."""
        if not by:
            return self
        words = tuple(Word(word.text, word.low, word.start + by, word.end + by) for word in self.words)
        return Sentence(self.text, self.start + by, self.end + by, words)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of a text between empty ones: where the first begins, its blanks included, and where its words do."""

    start: int
    first: int
    text: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    @property
    def words(self) -> str:
        """The paragraph without the blanks before its first line."""
        return self.text[self.first - self.start :]


def paragraphs_in(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text."""
    found = []
    for match in _PARAGRAPH.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        found.append(Paragraph(start, match.start(), text[start : match.end()]))
    return tuple(found)


@lru_cache(maxsize=_REMEMBERED)
def words_in(text: str) -> tuple[Word, ...]:
    """Return the words of a text."""
    found = _WORD.finditer(plain_signs(text))
    return tuple(Word(word := match.group(), word.lower(), match.start(), match.end()) for match in found)


@lru_cache(maxsize=_REMEMBERED)
def sentences_in(paragraph: str) -> tuple[Sentence, ...]:
    """Return the sentences of a paragraph; signs without a word are none."""
    found, words, at = [], words_in(paragraph), 0
    for start, end in _bounds(paragraph):
        first = at
        while at < len(words) and words[at].start < end:
            at += 1
        if at > first:
            found.append(Sentence(paragraph[start:end], start, end, words[first:at]))
    return tuple(found)


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(text):
        if match.group() == "\n" and _goes_on(text, match.start()):
            continue
        end = match.end() if match.group().strip() else match.start()
        if text[start:end].strip():
            yield _trimmed(text, start, end)
        start = match.end()
    if text[start:].strip():
        yield _trimmed(text, start, len(text))


def _goes_on(text: str, line_end: int) -> bool:
    """Whether a line was only broken for its length."""
    is_long = line_end - text.rfind("\n", 0, line_end) > _WRAPPED
    return is_long and bool(_GOES_ON.match(text, line_end))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
