"""Whom a word of a text names: somebody outside, Amazon, a person of the store, a person by name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from poa_app.english.prose import Prose, Sentence, Word
from poa_app.english.word_lists import WordLists
from poa_app.phrases.lexicon import lexicon

LISTS = WordLists(str(Path(__file__).with_name("blame.py")))
"""The words by which blame is told, those for whoever is named among them."""
_words = LISTS.words

_FAR = 160
"""Signs before a sentence among which a pronoun's name is looked for."""


def kind_of(words: tuple[Word, ...], place: int) -> str:
    """Return who a word names: somebody outside, Amazon, a person of the store, a person by name; or nobody."""
    low = words[place].low
    kind = _listed_kind(low, *_two_before(words, place)) if low in _naming() else ""
    if not kind and _is_name(words, place):
        kind = "named"
    return "" if kind and place + 1 < len(words) and is_thing(words[place + 1].low) else kind


@cache
def _naming() -> frozenset[str]:
    """Return the words that can name somebody."""
    lists = map(_words, ("belongings", "amazon", "amazon_parts", "people", "crafts", "outside"))
    return frozenset(("service", "services", "house", "firm", "firms", "people")).union(*lists)


def _two_before(words: tuple[Word, ...], place: int) -> tuple[str, str]:
    """Return the word before one, and the word before that, in small letters; empty where there is none."""
    before, further = (words[place - back].low if place >= back else "" for back in (1, 2))
    return before, further


def _listed_kind(low: str, before: str, further: str) -> str:
    """Return whom a word of the lists names behind two others."""
    if before.removesuffix("'s").removesuffix("'") in _words("outside") and low in _words("belongings"):
        is_ours = before in ("warehouse", "office", "company") and further in ("our", "we")
        return "people" if is_ours else "outside"
    if low in _words("amazon"):
        return "amazon"
    if low in _words("amazon_parts") and (further if before == "own" else before) in _words("amazon_owners"):
        return "amazon"
    if low in ("service", "services", "house", "firm", "firms", "people") and before in _words("carrying"):
        return "outside"
    if low == "people" and before in ("these", "those", "such", "certain"):
        return "outside"
    if low == "post" and before != "the":
        return ""
    if low in _words("people") or (before == "our" and low in _words("crafts")):
        return "people"
    if low in _words("outside") and not (
        low in ("company", "owner", "warehouse", "office") and before in ("our", "the", "this", "")
    ):
        return "outside"
    return ""


@cache
def is_thing(low: str) -> bool:
    """Whether a word after a noun makes it part of another one, as in "supplier invoice"."""
    if low.endswith("'s"):
        return True
    known, bare = lexicon(), low
    return (
        (bare in known.singulars or bare in known.plurals)
        and bare not in _words("telling")
        and not any(bare in (verb.past, verb.third, verb.base) for verb in known.verbs.get(bare, ()))
    )


def _is_name(words: tuple[Word, ...], place: int) -> bool:
    """Whether a word ends the name of a person: two capitalised words of which one is in no word list."""
    if not place:
        return False
    last, first = words[place], words[place - 1]
    if not (last.text.istitle() and first.text.istitle() and last.text.isalpha() and first.text.isalpha()):
        return False
    if first.low in _words("titles"):
        return True
    known = lexicon()
    return (
        len(last.low) < 8
        and last.low not in known.verbs
        and last.low not in known.singulars
        and last.low not in known.plurals
    )


def referred(prose: Prose, sentence: Sentence, place: int) -> str:
    """Return who a pronoun stands for: the last one named within some words before it."""
    word = sentence.words[place]
    told = tuple(one for one in prose.words if sentence.start - _FAR <= one.start < word.start)
    for at in range(len(told) - 1, -1, -1):
        kind = kind_of(told, at)
        if kind:
            is_many = word.low == "they"
            return kind if is_many == (kind in ("outside", "amazon")) else ""
    return ""


def begin(words: tuple[Word, ...], place: int) -> Word:
    """Return the first word of a name or a noun with its article, up to three words before its head."""
    for back in range(1, 4):
        if place - back >= 0 and words[place - back].low in _words("articles"):
            return words[place - back]
    return words[place]


def is_object(words: tuple[Word, ...], place: int) -> bool:
    """Whether whoever is named is told of in passing: after a preposition, or as part of another noun."""
    for back in range(1, 4):
        if place - back < 0:
            break
        low = words[place - back].low
        if low == "of" and place - back > 0 and words[place - back - 1].low in _words("part"):
            return False
        if low in _words("before_objects") or low in _words("takes_object"):
            return True
        if low in _words("relative"):
            return place - back > 0 and is_thing(words[place - back - 1].low)
        if low not in _words("articles") and back > 1:
            break
    return False
