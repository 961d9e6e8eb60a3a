"""A text in its setting: its sentences, its words, and the stretches in it that are not the writer's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from poa_app.english.setting import Setting
from poa_app.english.short_forms import parts_of
from poa_app.model.plain import plain_signs

_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:['-][A-Za-z\u00c0-\u024f]+)*|\d[\d.,:/]*\d|\d")
_QUOTED = re.compile(r"\"[^\"\n]{1,600}?\"|\u201c[^\u201d\n]{1,600}?\u201d|\u00ab[^\u00bb\n]{1,600}?\u00bb")
_SHORT = (
    r"(?<!\bCo)(?<!\bLtd)(?<!\bInc)(?<!\bNo)(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bSt)(?<!\bvs)(?<!\be\.g)"
    r"(?<!\bi\.e)(?<!\bapprox)(?<!\b[A-Z])(?<!\bJan)(?<!\bFeb)(?<!\bMar)(?<!\bApr)(?<!\bJun)(?<!\bJul)(?<!\bAug)"
    r"(?<!\bSep)(?<!\bSept)(?<!\bOct)(?<!\bNov)(?<!\bDec)(?<!^\d)(?<!\n\d)(?<!^\d\d)(?<!\n\d\d)"
)
_END = re.compile(
    rf"(?:(?=\.){_SHORT}\.+|[!?\u3002\uff01\uff1f\uff0e\uff1b;]+)[\"'\u201d\u2019)\]]*(?=\s|$|(?<=[a-z]\.)[A-Z])"
    r"|(?<=[\u3002\uff01\uff1f\uff1b])|\n\s*\n|\n",
    re.MULTILINE,
)
_WRAPPED = 56
"""Characters from which on a line that ends without a stop goes on in the next one, if that begins small."""
_GOES_ON = re.compile(r"\n[a-z(]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a number; ``start`` and ``end`` count code points of the text, ``low`` is its small form."""

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


@dataclass(frozen=True)
class Prose:
    """A text in its setting; ``plain`` has every space, dash and apostrophe as its ASCII twin, at its own place."""

    text: str
    setting: Setting

    @cached_property
    def plain(self) -> str:
        """The text in plain signs."""
        return plain_signs(self.text)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the text."""
        return tuple(Word(match.group(), match.group().lower(), *match.span()) for match in _WORD.finditer(self.plain))

    @cached_property
    def memory(self) -> dict[str, Any]:
        """What was worked out of the text already, by whom."""
        return {}

    @cached_property
    def words_by_sentence(self) -> tuple[tuple[tuple[tuple[Word, str], ...], frozenset[str]], ...]:
        """The words of each sentence, each with the one it begins with ("did" of "didn't"), and all as a set."""
        found = []
        for sentence in self.sentences:
            words = tuple((word, parts_of(word.low)[0]) for word in sentence.words)
            found.append((words, frozenset(form for word, _ in words for form in (word.low, *parts_of(word.low)))))
        return tuple(found)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the text."""
        found, words, at = [], self.words, 0
        for start, end in self._bounds():
            first = at
            while at < len(words) and words[at].start < end:
                at += 1
            if at > first:
                found.append(Sentence(self.text[start:end], start, end, words[first:at]))
        return tuple(found)

    def _bounds(self) -> Iterator[tuple[int, int]]:
        start = 0
        for match in _END.finditer(self.text):
            if match.group() == "\n" and self._goes_on(match.start()):
                continue
            end = match.end() if match.group().strip() else match.start()
            if self.text[start:end].strip():
                yield self._trimmed(start, end)
            start = match.end()
        if self.text[start:].strip():
            yield self._trimmed(start, len(self.text))

    def _goes_on(self, line_end: int) -> bool:
        """Whether a line was only broken for its length."""
        is_long = line_end - self.text.rfind("\n", 0, line_end) > _WRAPPED
        return is_long and bool(_GOES_ON.match(self.text, line_end))

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        words = self.text[start:end]
        return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """Where the text repeats what somebody else wrote, between quotation marks."""
        return tuple(match.span() for match in _QUOTED.finditer(self.text))

    @cached_property
    def named(self) -> tuple[tuple[int, int], ...]:
        """Where the text names what the case knows by name, in the name's own capitals."""
        found = []
        for name in self.setting.names:
            known = plain_signs(name)
            at = self.plain.find(known)
            while at >= 0 and known:
                end = at + len(known)
                if not self.plain[at - 1 : at].isalnum() and not self.plain[end : end + 1].isalnum():
                    found.append((at, end))
                at = self.plain.find(known, end)
        return tuple(found)

    def sentence_at(self, place: int) -> Sentence | None:
        """Return the sentence that holds a place of the text."""
        return next((one for one in self.sentences if one.start <= place < one.end), None)

    def is_somebody_elses(self, start: int, end: int) -> bool:
        """Whether a stretch overlaps quoted words, or lies within a name."""
        return any(one < end and start < other for one, other in self.quoted) or any(
            one <= start and end <= other for one, other in self.named
        )
