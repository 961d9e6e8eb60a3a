"""What a sentence of a text sounds like: its words written out, without those that are not the writer's own."""

from __future__ import annotations

from functools import lru_cache

from poa_app.english.prose import Prose, Sentence
from poa_app.english.short_forms import parts_of
from poa_app.english.weights import FAMILIES, heaviest, shares

QUOTED = '"'
"""What stands for a word that is somebody else's."""
_HOSTS = frozenset(
    ["it", "he", "she", "who", "that", "this", "what", "here", "there", "nobody", "everything", "nothing"]
)
"""Words after which "'s" is a verb, not a possessive."""
_WHOLE = {"can't": ("can", "not"), "cannot": ("can", "not"), "let's": ("let", "us")}
_MARKS = str.maketrans("\uff01\uff1f\uff05", "!?%")


@lru_cache(maxsize=20_000)
def written_out(low: str) -> tuple[str, ...]:
    """Return a word in small letters as the words it is short for, so that a contraction weighs what they weigh."""
    if low in _WHOLE:
        return _WHOLE[low]
    parts = parts_of(low)
    if low.endswith("'s") and parts[0] not in _HOSTS:
        return (low,)
    return (parts[0], parts[-1 if low.endswith(("'d", "t")) else 1]) if len(parts) > 1 else (low,)


def own_words(prose: Prose, sentence: Sentence) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the words of a sentence written out, those of others hidden, and the place of each in the sentence."""
    said: list[str] = []
    places: list[int] = []
    borrowed = prose.quoted or prose.named
    for place, word in enumerate(sentence.words):
        hidden = borrowed and prose.is_somebody_elses(word.start, word.end)
        parts = (QUOTED,) if hidden else written_out(word.low)
        said.extend(parts)
        places.extend([place] * len(parts))
    return tuple(said), tuple(places)


def share(prose: Prose, sentence: Sentence, family: str) -> float:
    """Return how likely a sentence of a text is one of a family, from 0 to 1."""
    return _shares(prose)[sentence.start][FAMILIES.index(family)]


def share_of_clause(prose: Prose, sentence: Sentence, start: int, end: int, family: str) -> float:
    """Return how likely the words of a sentence between two places of its text are some of a family."""
    said, places = own_words(prose, sentence)
    there = tuple(low for low, at in zip(said, places, strict=True) if start <= sentence.words[at].start < end)
    return shares(there, sentence.text, prose.setting.section)[FAMILIES.index(family)] if there else 0.0


def is_first(prose: Prose, sentence: Sentence, family: str) -> bool:
    """Whether a sentence of a text sounds like no family more than like this one."""
    found = _shares(prose)[sentence.start]
    return found[FAMILIES.index(family)] == max(found)


def heaviest_words(prose: Prose, sentence: Sentence, family: str) -> tuple[int, int]:
    """Return from where to where the words go that make a sentence sound like a family."""
    said, places = own_words(prose, sentence)
    first, last = heaviest(said, family)
    return sentence.words[places[first]].start, sentence.words[places[last]].end


def marks_of(sentence: Sentence) -> str:
    """Return a sentence with the signs of feeling in their plain form."""
    return sentence.text.translate(_MARKS)


@lru_cache(maxsize=64)
def _shares(prose: Prose) -> dict[int, tuple[float, ...]]:
    """Return by where a sentence begins how likely it is one of each family."""
    return {
        one.start: shares(own_words(prose, one)[0], marks_of(one), prose.setting.section) for one in prose.sentences
    }
