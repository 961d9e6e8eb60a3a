"""A text in its setting: its sentences, its words, and the stretches in it that are not the writer's own."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from poa_app.english.before import NOTHING, Before
from poa_app.english.needed import folded
from poa_app.english.sentences import Paragraph, Sentence, Word, paragraphs_in, sentences_in, words_in
from poa_app.english.setting import Setting
from poa_app.model.plain import plain_signs, small_signs

if TYPE_CHECKING:  # both read this module
    from poa_app.english.hit import Hit
    from poa_app.knowledge.rule_schema import TextRule

__all__ = ["Paragraph", "Prose", "Sentence", "Word"]

LEAST_DIGITS = 7
"""Digits of a telephone number."""
_DIGIT = re.compile(r"\d")
_QUOTED = re.compile(r"\"[^\"\n]{1,600}?\"|\u201c[^\u201d\n]{1,600}?\u201d|\u00ab[^\u00bb\n]{1,600}?\u00bb")


@dataclass(frozen=True)
class Prose:
    """A text in its setting; ``plain`` has every space, dash and apostrophe as its ASCII twin, at its own place.

    Attributes:
        text: itself; a paragraph, or several.
        setting: what surrounds it.
        before: what the paragraphs before it told.
        beyond: how the text goes on behind it.
    """

    text: str
    setting: Setting
    before: Before = NOTHING
    beyond: str = ""

    def __hash__(self) -> int:
        """Return a hash found once, for much is remembered by the text it is about."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.text, self.setting, self.before, self.beyond))

    @cached_property
    def plain(self) -> str:
        """The text in plain signs."""
        return plain_signs(self.text)

    @cached_property
    def small(self) -> str:
        """The text in plain signs, without capitals, every sign at its place."""
        return small_signs(self.plain)

    @cached_property
    def low(self) -> str:
        """The text without capitals."""
        return folded(self.text)

    @cached_property
    def looked_for(self) -> dict[int, tuple[TextRule, tuple[Hit, ...]]]:
        """What each rule that was looked for found, by the rule's own identity."""
        return {}

    @cached_property
    def low_plain(self) -> str:
        """The text in plain signs and without capitals, as needs are written."""
        return self.low if self.plain == self.text else folded(self.plain)

    @cached_property
    def digits(self) -> int:
        """How many digits it has."""
        return len(_DIGIT.findall(self.plain))

    @cached_property
    def listed(self) -> dict[tuple[str, str, int], dict[int, int]]:
        """By list of phrases and sentence, where those that were looked for stand."""
        return {}

    @cached_property
    def onward(self) -> str:
        """The text in plain signs, and how it goes on."""
        return self.plain + plain_signs(self.beyond)

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the text."""
        return words_in(self.text)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the text."""
        return paragraphs_in(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the text."""
        return tuple(one.moved(part.start) for part in self.paragraphs for one in sentences_in(part.text))

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
        if len(self.paragraphs) == 1:
            at = bisect_right(self.sentences, place, key=lambda one: one.start) - 1
            return self.sentences[at] if at >= 0 and place < self.sentences[at].end else None
        for part in self.paragraphs:
            if part.start <= place < part.end:
                found = (one for one in sentences_in(part.text) if one.start <= place - part.start < one.end)
                return next((one.moved(part.start) for one in found), None)
        return None

    def is_somebody_elses(self, start: int, end: int) -> bool:
        """Whether a stretch overlaps quoted words, or lies within a name."""
        return any(one < end and start < other for one, other in self.quoted) or any(
            one <= start and end <= other for one, other in self.named
        )
