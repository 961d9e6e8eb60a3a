"""What kind of fault a sentence sounds like: weights of its words and pairs of words, learnt from labelled sentences.

The weights are data: ``weights.tsv``, made by ``tests/language/weights_build.py``. Nothing is learnt at run time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from math import exp, sqrt
from pathlib import Path

WEIGHTS = Path(__file__).with_name("weights.tsv")
FAMILIES = ("begging", "threat", "emotion", "blame", "promise", "vague", "prohibited")
"""Families of which a sentence can sound, in the order in which the file gives their weights."""
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
"""The sizes of a weight, one sign each, from the most negative; the middle one is nought, and sizes grow by squares."""
MIDDLE = len(LETTERS) // 2
FEWEST = 20
"""Features that a sentence is taken to have at least: few words are weak evidence."""
_STEM, _LONG = 5, 7
"""Letters that stand for a word, if it has at least so many."""
_GAPS = (2, 3)
"""How far behind a word, beside the next, the words stand with which it makes pairs."""
_OURS = frozenset(("we", "our", "us", "i", "my", "me"))
_YOURS = frozenset(("you", "your"))


@dataclass(frozen=True)
class Weights:
    """What each feature weighs in each family; a sentence that has none of them weighs what ``bias`` says."""

    bias: tuple[float, ...]
    of_feature: Mapping[str, tuple[float, ...]]


@cache
def weights() -> Weights:
    """Return the weights of the data file."""
    lines = iter(WEIGHTS.read_text(encoding="utf-8").splitlines())
    head = next(line for line in lines if not line.startswith("#"))
    step, *bias = map(float, head.split("\t"))
    size = {sign: place * abs(place) * step for place, sign in enumerate(LETTERS, -MIDDLE)}
    pairs = (line.rpartition("\t") for line in lines)
    return Weights(tuple(bias), {feature: tuple(map(size.__getitem__, signs)) for feature, _, signs in pairs})


def features(said: Sequence[str], marks: str, section: str) -> list[str]:
    """Return what is weighed in a sentence.

    Args:
        said: its words in small letters, one at least.
        marks: itself, of which the signs of feeling count.
        section: of the appeal; what sounds like a promise in one is a control in another.
    """
    words = numbers_alike(said)
    return [
        f"^ {words[0]}",
        f"{words[-1]} $",
        *words,
        *(f"{word[:_STEM]}-" for word in words if len(word) >= _LONG),
        *map(" ".join, pairwise(words)),
        *(pair for gap in _GAPS for pair in map("_".join, zip(words, words[gap:], strict=False))),
        *_signs(marks, words, section),
    ]


def numbers_alike(said: Sequence[str]) -> list[str]:
    """Return words with one sign for each number."""
    return ["#" if low[0].isdigit() else low for low in said]


def _signs(marks: str, words: list[str], section: str) -> Iterator[str]:
    yield f"@{section}"
    yield f"@{min(len(words) // 5, 5)}"
    told = set(words)
    yield "@others" if told.isdisjoint(_OURS) else "@we"
    if "#" in told:
        yield "@number"
    if not told.isdisjoint(_YOURS):
        yield "@you"
    yield from (f"@{sign}" for sign in "!?%$" if sign in marks)


@lru_cache(maxsize=2_000)
def shares(said: tuple[str, ...], marks: str, section: str) -> tuple[float, ...]:
    """Return how likely a sentence is one of each family, from 0 to 1.

    Args:
        said: its words in small letters, one at least.
        marks: itself, of which the signs of feeling count.
        section: of the appeal.
    """
    known = weights()
    there = features(said, marks, section)
    found = [of for name in there if (of := known.of_feature.get(name))]
    scale = 1 / sqrt(max(len(there), FEWEST))
    sums = map(sum, zip(*found, strict=True)) if found else known.bias
    return tuple(1 / (1 + exp(-bias - scale * one)) for bias, one in zip(known.bias, sums, strict=True))


def heaviest(said: Sequence[str], family: str) -> tuple[int, int]:
    """Return the places of the first and the last of the words in a row that weigh the most in a family.

    Args:
        said: words in small letters, one at least.
        family: one of those that are weighed.
    """
    words, by_word = numbers_alike(said), [0.0] * len(said)
    for place, word in enumerate(words):
        by_word[place] += _weight(word, family)
        if len(word) >= _LONG:
            by_word[place] += _weight(f"{word[:_STEM]}-", family)
        for gap in (1, *_GAPS):
            if place + gap < len(words):
                half = _weight(f"{word}{' ' if gap == 1 else '_'}{words[place + gap]}", family) / 2
                by_word[place] += half
                by_word[place + gap] += half
    best, ends, total, start = 0.0, (0, len(words) - 1), 0.0, 0
    for place, weight in enumerate(by_word):
        if total <= 0:
            total, start = 0.0, place
        total += weight
        if total > best:
            best, ends = total, (start, place)
    return ends


def _weight(feature: str, family: str) -> float:
    found = weights().of_feature.get(feature)
    return found[FAMILIES.index(family)] if found else 0.0
