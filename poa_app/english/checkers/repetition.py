"""Words and sentences that are said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose, Sentence, Word
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
_GAP = re.compile(r"[ \t\u00a0]+|[ \t]*\n[ \t]*")
_FACT = re.compile(r"\w*\d[\w.,:/-]*|(?<=[a-z,] )[A-Z]\w*")
_WHOLE = re.compile(r"\W*(?:\d[\d.]*[.)]? )?[A-Z](?![\w ]{0,20}:).*[.!?][\"'\u201d\u2019)]*\Z", re.DOTALL)
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


def _is_twice(prose: Prose, one: Word, other: Word) -> bool:
    if one.low != other.low or not one.text.isalpha() or one.low in _RIGHT_TWICE:
        return False
    if not _GAP.fullmatch(prose.plain, one.end, other.start):
        return False
    if len(one.text) == 1:
        return one.text == other.text and one.text in "Ia"
    is_name = one.text[0].isupper() and other.text[0].isupper() and not one.text.isupper()
    return not is_name


def sentences_again(prose: Prose) -> Iterator[Hit]:
    """Yield each sentence that was said before, in the same or nearly the same words."""
    before: list[str] = []
    for sentence in whole_sentences(prose):
        if is_said_again(sentence.text, before):
            yield Hit(sentence.start, sentence.end)
        before.append(sentence.text)


def whole_sentences(prose: Prose) -> Iterator[Sentence]:
    """Yield the sentences of a text that a reader takes for such, as many as are compared."""
    return (sentence for sentence in prose.sentences[:MOST_SENTENCES] if _is_whole(sentence.text))


def _is_whole(text: str) -> bool:
    """Whether a text is a sentence with a stop, not a line of a list that begins with its label or holds names only."""
    words = text.split()
    names = sum(word[0].isupper() for word in words)
    return bool(_WHOLE.match(text)) and names * 2 < len(words)


def is_said_again(text: str, before: Sequence[str]) -> bool:
    """Whether one of some sentences says the same as another, and of the same days, numbers and names.

    Args:
        text: the sentence.
        before: sentences it is compared with.
    """
    words = len(text.split())
    if words < LEAST_SAME_WORDS or not before:
        return False
    said = _bare(text)
    if any(said == _bare(one) for one in before):
        return True
    if words < LEAST_WORDS:
        return False
    near = process.extract_iter(text, before, scorer=fuzz.ratio, score_cutoff=SAME_SENTENCE)
    return any(_FACT.findall(one) == _FACT.findall(text) for one, _, _ in near)


@lru_cache(maxsize=4_000)
def _bare(text: str) -> str:
    return " ".join(_SIGNS.sub(" ", text).lower().split())


CHECKERS: dict[str, Checker] = {"doubled-words": doubled_words, "sentences-again": sentences_again}
