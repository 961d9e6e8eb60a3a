"""Checkers of tone: words in capitals, an apology said again, and law or press held over the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose, Sentence, Word
from poa_app.english.word_lists import WordLists
from poa_app.phrases.lexicon import lexicon

_LEAST = 3
"""Words in capitals from which on they are a shout."""
_SPEAKERS = frozenset(("we", "i", "our", "my"))
_SORRY = frozenset(("sorry", "apologize", "apologise", "apologizing", "apologising"))
_APOLOGY = frozenset(("apology", "apologies"))
_BEFORE = 5
"""Words before an apology among which its speaker stands."""
_DATED = re.compile(r"\b(?:19|20)\d\d\b")


_LISTS = WordLists(__file__)
_words = _LISTS.words


def shouting(prose: Prose) -> Iterator[Hit]:
    """Yield each run of three or more words in capitals that is no heading, name or list of ids."""
    for sentence in prose.sentences:
        if _is_heading(sentence):
            continue
        for in_capitals, run in groupby(sentence.words, key=_is_in_capitals):
            words = list(run) if in_capitals else []
            if len(words) >= _LEAST and any(len(word.low) > 1 and word.low in _words("shouted") for word in words):
                yield Hit(words[0].start, words[-1].end)


def _is_heading(sentence: Sentence) -> bool:
    """Whether a line is the heading of a part of an appeal."""
    said = {word.low for word in sentence.words}
    return sentence.text.isupper() and sentence.text[-1] not in ".!?" and bool(said & _words("headings"))


def _is_in_capitals(word: Word) -> bool:
    return word.text.isupper() and word.text.replace("'", "").isalpha()


def repeated_apology(prose: Prose) -> Iterator[Hit]:
    """Yield each apology of the writer after the first of a paragraph."""
    told = [word for sentence in prose.sentences for word in _apologies(sentence)]
    for word in told[1:]:
        yield Hit(word.start, word.end)


def _apologies(sentence: Sentence) -> Iterator[Word]:
    """Yield the first apology of the writer in a sentence."""
    for place, word in enumerate(sentence.words):
        if word.low not in _SORRY and word.low not in _APOLOGY:
            continue
        before = {one.low for one in sentence.words[max(0, place - _BEFORE) : place]}
        if (word.low in _SORRY and before & _SPEAKERS) or (word.low in _APOLOGY and before & {"our", "my"}):
            yield word
            return


def private_life(prose: Prose) -> Iterator[Hit]:
    """Yield where the writer tells of his family, his body or his purse, and of nothing that concerns the case."""
    for sentence in prose.sentences:
        if {word.low for word in sentence.words} & _words("business"):
            continue
        for place, word in enumerate(sentence.words):
            if word.low in ("my", "our", "me", "us") or word.low not in _words("private"):
                continue
            before = place - 1
            while before >= 0 and sentence.words[before].low in _words("near"):
                before -= 1
            if before >= 0 and sentence.words[before].low in ("my", "our"):
                yield Hit(sentence.words[before].start, word.end)
                break


def legal_posture(prose: Prose) -> Iterator[Hit]:
    """Yield each sentence that holds law, press or an authority over the reader, and names no paper and no day."""
    for sentence in prose.sentences:
        if sentence.forms.isdisjoint(_words("turned")):
            continue
        is_law = _stands(prose, sentence, "law")
        if not is_law and not _stands(prose, sentence, "public"):
            continue
        said = sentence.forms - _only_had(sentence)
        threatens = is_law or bool(said & _words("moods"))
        if threatens and not said & _words("evidence") and not _DATED.search(sentence.text):
            yield Hit(sentence.start, sentence.end)


def _only_had(sentence: Sentence) -> frozenset[str]:
    """Return "would" if each "'d" of a sentence is "had": "we'd wrapped"."""
    nexts = [after.low for word, after in pairwise(sentence.words) if word.low.endswith("'d")]
    is_had = nexts and all("participle" in lexicon().kinds(low) for low in nexts)
    return frozenset(("would",)) if is_had and "would" not in sentence.said else frozenset()


def _stands(prose: Prose, sentence: Sentence, name: str) -> bool:
    return _LISTS.may_stand(name, sentence) and any(
        pattern.pattern.match(prose.small, word.start)
        for word in sentence.words
        for pattern in _LISTS.beginning(name, word.low)
    )


CHECKERS: dict[str, Checker] = {
    "shouting": shouting,
    "repeated-apology": repeated_apology,
    "private-life": private_life,
    "legal-posture": legal_posture,
}
