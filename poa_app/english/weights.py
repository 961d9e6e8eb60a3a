"""What kind of fault a sentence sounds like: weights of its words and pairs of words, learnt from labelled sentences.

The weights are data: ``weights.tsv``, made by ``tests/language/weights_build.py``. Nothing is learnt at run time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp, sqrt
from pathlib import Path

WEIGHTS = Path(__file__).with_name("weights.tsv")
FAMILIES = ("begging", "threat", "emotion", "blame", "promise", "vague", "prohibited")
"""Families of which a sentence can sound, in the order in which the file gives their weights."""
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
"""The sizes of a weight, one sign each, from the most negative; the middle one is nought, and sizes grow by squares."""
MIDDLE = len(LETTERS) // 2
_SIZES = {sign: size * abs(size) for size, sign in enumerate(LETTERS, -MIDDLE)}
FEWEST = 20
"""Features that a sentence is taken to have at least: few words are weak evidence."""
_STEM, _LONG = 5, 7
"""Letters that stand for a word, if it has at least so many."""
_REACH = 3
"""Words behind a word with which it makes pairs."""
_OURS = frozenset(("we", "our", "us", "i", "my", "me"))
_YOURS = frozenset(("you", "your"))


@dataclass(frozen=True)
class Weights:
    """What each feature weighs in each family; a sentence that has none of them weighs what ``bias`` says."""

    bias: tuple[float, ...]
    step: float
    of_feature: Mapping[str, str]


@cache
def weights() -> Weights:
    """Return the weights of the data file."""
    lines = iter(WEIGHTS.read_text(encoding="utf-8").splitlines())
    head = next(line for line in lines if not line.startswith("#"))
    step, *bias = map(float, head.split("\t"))
    pairs = (line.rpartition("\t") for line in lines)
    return Weights(tuple(bias), step, {feature: signs for feature, _, signs in pairs})


def features(said: Sequence[str], marks: str, section: str) -> Iterator[tuple[str, int, int]]:
    """Yield what is weighed in a sentence, with the places of the first and the last word it stands for.

    Args:
        said: its words in small letters, one at least.
        marks: itself, of which the signs of feeling count.
        section: of the appeal; what sounds like a promise in one is a control in another.
    """
    words = ["#" if low[0].isdigit() else low for low in said]
    last = len(words) - 1
    yield f"^ {words[0]}", 0, 0
    yield f"{words[last]} $", last, last
    for place, word in enumerate(words):
        yield word, place, place
        if len(word) >= _LONG:
            yield f"{word[:_STEM]}-", place, place
        for behind in range(place + 1, min(place + 1 + _REACH, last + 1)):
            yield f"{word}{'_' if behind > place + 1 else ' '}{words[behind]}", place, behind
    for name in _signs(marks, words, section):
        yield name, 0, -1


def _signs(marks: str, words: list[str], section: str) -> Iterator[str]:
    yield f"@{section}"
    yield f"@{min(len(words) // 5, 5)}"
    said = set(words)
    yield "@we" if said & _OURS else "@others"
    if "#" in said:
        yield "@number"
    if said & _YOURS:
        yield "@you"
    yield from (f"@{sign}" for sign in "!?%$" if sign in marks)


@dataclass(frozen=True)
class Weighed:
    """How much a sentence sounds like each family, and what each of its words adds to that."""

    shares: tuple[float, ...]
    by_word: tuple[tuple[float, ...], ...]

    def share(self, family: str) -> float:
        """Return how likely a sentence is one of a family, from 0 to 1."""
        return self.shares[FAMILIES.index(family)]

    def is_first(self, family: str) -> bool:
        """Whether a sentence sounds like no family more than like this one."""
        return self.share(family) == max(self.shares)

    def heaviest(self, family: str) -> tuple[int, int]:
        """Return the places of the first and the last of the words in a row that weigh the most."""
        best, ends, total, start = 0.0, (0, len(self.by_word) - 1), 0.0, 0
        for place, weight in enumerate(of[FAMILIES.index(family)] for of in self.by_word):
            if total <= 0:
                total, start = 0.0, place
            total += weight
            if total > best:
                best, ends = total, (start, place)
        return ends


@lru_cache(maxsize=512)
def weighed(said: tuple[str, ...], marks: str, section: str) -> Weighed:
    """Return how much a sentence sounds like each family.

    Args:
        said: its words in small letters, one at least.
        marks: itself, of which the signs of feeling count.
        section: of the appeal.
    """
    known = weights()
    there = list(features(said, marks, section))
    found = [(signs, first, last) for name, first, last in there if (signs := known.of_feature.get(name))]
    scale = known.step / sqrt(max(len(there), FEWEST))
    sums = list(known.bias)
    by_word = [[0.0] * len(FAMILIES) for _ in said]
    for signs, first, last in found:
        for family, sign in enumerate(signs):
            weight = _SIZES[sign] * scale
            sums[family] += weight
            for place in {first, last} if last >= first else ():
                by_word[place][family] += weight / (1 if first == last else 2)
    return Weighed(tuple(1 / (1 + exp(-one)) for one in sums), tuple(map(tuple, by_word)))
