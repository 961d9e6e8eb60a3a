"""Checkers of tone: words in capitals, and an apology said again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose, Sentence, Word

_LEAST = 3
_SHOUTED = frozenset(
    "we you your our my us me are is was were be been not never no please very really so this that these why how what "
    "do did does can cannot must will would always all every any have has had they he she god sorry help stop now again "
    "want need love hate know innocent honest wrong criminals unfair angry".split()
)
"""Words that stand in a shout, but in no heading, company's name or id."""
_SPEAKERS = frozenset(("we", "i", "our", "my"))
_SORRY = frozenset(("sorry", "apologize", "apologise", "apologizing", "apologising"))
_APOLOGY = frozenset(("apology", "apologies"))
_BEFORE = 5
"""Words before an apology among which its speaker stands."""


def shouting(prose: Prose) -> Iterator[Hit]:
    """Yield each run of three or more words in capitals that is no heading, name or list of ids."""
    if prose.text == prose.text.lower():
        return
    for sentence in prose.sentences:
        for in_capitals, run in groupby(sentence.words, key=_is_in_capitals):
            words = list(run)
            if in_capitals and len(words) >= _LEAST and any(len(word.low) > 1 and word.low in _SHOUTED for word in words):
                yield Hit(words[0].start, words[-1].end)


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
        before = {one.low for one in sentence.words[max(0, place - _BEFORE) : place]}
        if (word.low in _SORRY and before & _SPEAKERS) or (word.low in _APOLOGY and before & {"our", "my"}):
            yield word
            return


CHECKERS: dict[str, Checker] = {"shouting": shouting, "repeated-apology": repeated_apology}
