"""Words and sentences that are said twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz, process

from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose, Word
from poa_app.english.sentences import sentences_in
from poa_app.model.finding import Fix

SAME_SENTENCE = 92
"""How alike, of 100, two sentences are that say the same in nearly the same words."""
LEAST_WORDS = 8
"""Words of a sentence from which on it may not return in nearly the same words."""
LEAST_SAME_WORDS = 5
"""Words of a sentence from which on it may not return in the very same words."""
MOST_SENTENCES = 300
"""Sentences of a text that are compared with one another."""

_RIGHT_TWICE = frozenset(("had", "that", "her"))
"""Words that rightly stand twice: "the parcels that had had no scan"."""
_PERHAPS_TWICE = frozenset(("in", "on", "is", "do", "which", "so", "out", "up"))
"""Words that may rightly stand twice, so that nobody but the writer takes one out."""
_FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        "the a an we it they this these those our your their its and or of to for with from by at as is are"
        " was were not",
    )
)
"""Words that are no name, also with a capital: "The the"."""
_LONGEST_PHRASE = 4
"""Words of a phrase that may stand twice by mistake: "on the on the"."""
_PAIRED = frozenset(("by", "after", "to", "and", "or", "upon"))
"""Words between two that rightly return: "step by step by step"."""
_SAME_MATTER = 0.74
"""Share of the words of matter that two sentences share which say the same in another order."""
_LEAST_MATTER = 5
"""Words of matter that such sentences have at least."""
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        "the a an we i it they he she this that these those our my your their its his her us them and or but"
        " so of to for with from by at as in on is are was were be been being has have had do does did will"
        " would which who what when where there then also both all each every again already now into onto than"
        " because since while if out up any some such only just very more most other same came come made make"
        " can could may",
    )
)
_NEGATIVE = frozenset(("not", "no", "never", "none", "nobody", "without", "cannot", "nor", "neither", "before"))
_ENDING = re.compile(r"(?:ies|es|ed|ing|s|e|ly|d)$")
_GAP = re.compile(r"[ \t\u00a0]+|[ \t]*\n[ \t]*")
_FACT = re.compile(r"\w*\d[\w.,:/-]*|(?<=[a-z,] )[A-Z]\w*")
_WHOLE = re.compile(r"\W*(?:\d[\d.]*[.)]? )?[A-Z](?![\w ]{0,20}:).*[.!?][\"'\u201d\u2019)]*\Z", re.DOTALL)
_NAME = re.compile(r"(?<=\s)[A-Z][a-zA-Z]+")
"""A word with a capital that is not the first."""
_SIGNS = re.compile(r"[^\w\s]+")


def doubled_words(prose: Prose) -> Iterator[Hit]:
    """Yield each run of one word, with the word alone in its place."""
    words, at = prose.words, 0
    while at < len(words) - 1:
        last = at
        while last + 1 < len(words) and _is_twice(prose, words[last], words[last + 1]):
            last += 1
        if last > at:
            first = words[at]
            fix = Fix(text=first.text, automatic=first.low not in _PERHAPS_TWICE)
            yield Hit(first.start, words[last].end, (fix,))
        at = last + 1


def doubled_phrases(prose: Prose) -> Iterator[Hit]:
    """Yield each phrase of a few words that stands twice in a row, with the phrase alone in its place."""
    words, at = prose.words, 0
    low = [word.low for word in words]
    while at < len(words) - 3:
        if low[at] not in low[at + 2 : at + _LONGEST_PHRASE + 1]:
            at += 1
            continue
        length = next((one for one in range(_LONGEST_PHRASE, 1, -1) if _is_phrase_twice(prose, at, one)), 0)
        if length:
            last = words[at + 2 * length - 1]
            once = prose.text[words[at].start : words[at + length - 1].end]
            yield Hit(words[at].start, last.end, (Fix(text=once, automatic=False),))
        at += 2 * length or 1


def _is_phrase_twice(prose: Prose, at: int, length: int) -> bool:
    if at + length >= len(prose.words) or prose.words[at].low != prose.words[at + length].low:
        return False
    words = prose.words[at : at + 2 * length]
    low = [word.low for word in words]
    if len(low) < 2 * length or low[:length] != low[length:] or len(set(low)) == 1:
        return False
    if any(not word.text.isalpha() for word in words) or _PAIRED & {low[0], low[length - 1]}:
        return False
    if all(word.text[0].isupper() for word in words):
        return False
    return all(_GAP.fullmatch(prose.plain, one.end, other.start) for one, other in pairwise(words))


def _is_twice(prose: Prose, one: Word, other: Word) -> bool:
    if one.low != other.low or not one.text.isalpha() or one.low in _RIGHT_TWICE:
        return False
    if not _GAP.fullmatch(prose.plain, one.end, other.start):
        return False
    if len(one.text) == 1:
        return one.text == other.text and one.text in "Ia"
    if one.low in _FUNCTION_WORDS:
        return True
    is_name = one.text[0].isupper() and other.text[0].isupper() and not one.text.isupper()
    return not is_name


def sentences_again(prose: Prose) -> Iterator[Hit]:
    """Yield each sentence that was said before, in the same or nearly the same words."""
    said = Said()
    for sentence in whole_sentences(prose):
        if said.holds(sentence.text):
            yield Hit(sentence.start, sentence.end)
        said.add(sentence.text)


class Whole(NamedTuple):
    """A sentence that a reader takes for one, and where it stands."""

    text: str
    start: int
    end: int


def whole_sentences(prose: Prose) -> Iterator[Whole]:
    """Yield the sentences of a text that a reader takes for such, as many as are compared."""
    read = 0
    for part in prose.paragraphs:
        found = _of_paragraph(part.text)
        for one in found[: MOST_SENTENCES - read]:
            if one:
                yield Whole(one.text, one.start + part.start, one.end + part.start)
        read += len(found)
        if read >= MOST_SENTENCES:
            return


@lru_cache(maxsize=1_000)
def _of_paragraph(text: str) -> tuple[Whole | None, ...]:
    """Return the whole sentences of a paragraph, and nothing in the place of each other one."""
    found = sentences_in(text)
    return tuple(Whole(one.text, one.start, one.end) if _is_whole(one.text) else None for one in found)


def _is_whole(text: str) -> bool:
    """Whether a text is a sentence with a stop, not a line of a list that begins with its label or holds names only."""
    words = text.split()
    names = sum(word[0].isupper() for word in words)
    return bool(_WHOLE.match(text)) and names * 2 < len(words)


class _Content(NamedTuple):
    """What a sentence says.

    Attributes:
        bare: its words without signs and capitals.
        length: how many words it has.
        told: days, numbers and names in their order.
        facts: the same without an order.
        denied: whether it denies something.
        matter: stems of its words of matter.
    """

    bare: str
    length: int
    told: tuple[str, ...]
    facts: frozenset[str]
    denied: bool
    matter: frozenset[str]


class Said:
    """Sentences that were said, by what one that says the same has in common with them."""

    def __init__(self, sentences: Iterable[str] = ()) -> None:
        """Hold some sentences."""
        self._bare: set[str] = set()
        self._by_told: dict[tuple[str, ...], list[str]] = {}
        self._by_facts: dict[tuple[frozenset[str], bool], list[frozenset[str]]] = {}
        for sentence in sentences:
            self.add(sentence)

    def add(self, text: str) -> None:
        """Hold one more sentence."""
        content = _content(text)
        self._bare.add(content.bare)
        self._by_told.setdefault(content.told, []).append(text)
        self._by_facts.setdefault((content.facts, content.denied), []).append(content.matter)

    def holds(self, text: str) -> bool:
        """Whether one of the sentences says the same as another, and of the same days, numbers and names."""
        content = _content(text)
        if content.length < LEAST_SAME_WORDS:
            return False
        if content.bare in self._bare:
            return True
        if content.length < LEAST_WORDS:
            return False
        near = process.extractOne(
            text, self._by_told.get(content.told, ()), scorer=fuzz.ratio, score_cutoff=SAME_SENTENCE
        )
        others = self._by_facts.get((content.facts, content.denied), ())
        return near is not None or any(_is_same_matter(content.matter, other) for other in others)


def _is_same_matter(matter: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sentences share most of their words of matter, in whatever order."""
    if min(len(matter), len(other)) < _LEAST_MATTER:
        return False
    return len(matter & other) >= _SAME_MATTER * len(matter | other)


@lru_cache(maxsize=4_000)
def _content(text: str) -> _Content:
    bare = " ".join(_SIGNS.sub(" ", text).lower().split())
    words = bare.split()
    told = tuple(_FACT.findall(text))
    names = frozenset(name.lower() for name in _NAME.findall(text))
    facts = frozenset(one.rstrip(".,:/-") for one in told if any(sign.isdigit() for sign in one))
    return _Content(
        bare=bare,
        length=len(text.split()),
        told=told,
        facts=facts | names,
        denied=bool(_NEGATIVE & set(words)) or "n't" in text,
        matter=frozenset(_ENDING.sub("", word) for word in words if word not in _EMPTY and word not in _NEGATIVE),
    )


CHECKERS: dict[str, Checker] = {
    "doubled-words": doubled_words,
    "doubled-phrases": doubled_phrases,
    "sentences-again": sentences_again,
}
