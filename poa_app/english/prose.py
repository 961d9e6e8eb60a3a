"""A text in its setting: its sentences, its words, and the stretches in it that are not the writer's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from poa_app.english.before import NOTHING, Before
from poa_app.english.needed import folded
from poa_app.english.sentences import Paragraph, Sentence, Word, paragraphs_in, sentences_in, words_in
from poa_app.english.setting import Setting
from poa_app.english.short_forms import parts_of
from poa_app.model.plain import plain_signs

__all__ = ["Paragraph", "Prose", "Sentence", "Word"]

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

    @cached_property
    def plain(self) -> str:
        """The text in plain signs."""
        return plain_signs(self.text)

    @cached_property
    def low(self) -> str:
        """The text without capitals."""
        return folded(self.text)

    @cached_property
    def onward(self) -> str:
        """The text in plain signs, and how it goes on."""
        return self.plain + plain_signs(self.beyond)

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the text."""
        return words_in(self.text)

    @cached_property
    def words_by_sentence(self) -> tuple[tuple[tuple[Word, ...], frozenset[str]], ...]:
        """The words of each sentence, and as a set all of them and what is grown together in them."""
        return tuple(
            (one.words, frozenset(form for word in one.words for form in (word.low, *parts_of(word.low))))
            for one in self.sentences
        )

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
