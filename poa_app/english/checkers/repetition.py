"""Words and sentences that are said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

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
    while at < len(words) - 3:
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
    return any(_FACT.findall(one) == _FACT.findall(text) for one, _, _ in near) or any(
        _says_the_same(text, one) for one in before
    )


def _says_the_same(text: str, other: str) -> bool:
    """Whether two sentences speak of the same matter, days, numbers and names, in whatever order."""
    (matter, facts, denied), (before, known, denied_before) = _matter(text), _matter(other)
    if facts != known or denied != denied_before or min(len(matter), len(before)) < _LEAST_MATTER:
        return False
    return len(matter & before) >= _SAME_MATTER * len(matter | before)


@lru_cache(maxsize=4_000)
def _matter(text: str) -> tuple[frozenset[str], frozenset[str], bool]:
    """Return the stems of the words of matter, the facts, and whether the sentence denies something."""
    words = _bare(text).split()
    stems = frozenset(_ENDING.sub("", word) for word in words if word not in _EMPTY and word not in _NEGATIVE)
    facts = frozenset(one.rstrip(".,:/-") for one in _FACT.findall(text) if any(sign.isdigit() for sign in one))
    return stems, facts | _names_in(text), bool(_NEGATIVE & set(words)) or "n't" in text


def _names_in(text: str) -> frozenset[str]:
    """Return the words with a capital but for the first."""
    return frozenset(name.lower() for name in re.findall(r"(?<=\s)[A-Z][a-zA-Z]+", text))


@lru_cache(maxsize=4_000)
def _bare(text: str) -> str:
    return " ".join(_SIGNS.sub(" ", text).lower().split())


CHECKERS: dict[str, Checker] = {
    "doubled-words": doubled_words,
    "doubled-phrases": doubled_phrases,
    "sentences-again": sentences_again,
}
