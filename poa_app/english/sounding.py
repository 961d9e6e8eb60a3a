"""What a sentence of a text sounds like: its words written out, without those that are not the writer's own."""

from __future__ import annotations

from poa_app.english.prose import Prose, Sentence
from poa_app.english.short_forms import parts_of
from poa_app.english.weights import Weighed, weighed

QUOTED = '"'
"""What stands for a word that is somebody else's."""
_HOSTS = frozenset(
    ["it", "he", "she", "who", "that", "this", "what", "here", "there", "nobody", "everything", "nothing"]
)
"""Words after which "'s" is a verb, not a possessive."""
_WHOLE = {"can't": ("can", "not"), "cannot": ("can", "not"), "let's": ("let", "us")}
_MARKS = str.maketrans("\uff01\uff1f\uff05", "!?%")


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


def share(prose: Prose, sentence: Sentence, family: str, *, only_if_first: bool = False) -> float:
    """Return how likely a sentence is one of a family, from 0 to 1.

    Args:
        prose: in which it stands.
        sentence: of the text.
        family: one of those that are weighed.
        only_if_first: whether it is nought where the sentence sounds like another family more.
    """
    found = _weighed(prose, sentence)
    return 0.0 if only_if_first and not found.is_first(family) else found.share(family)


def heaviest_words(prose: Prose, sentence: Sentence, family: str) -> tuple[int, int]:
    """Return from where to where the words go that make a sentence sound like a family."""
    first, last = _weighed(prose, sentence).heaviest(family)
    _, places = own_words(prose, sentence)
    return sentence.words[places[first]].start, sentence.words[places[last]].end


def marks_of(sentence: Sentence) -> str:
    """Return a sentence with the signs of feeling in their plain form."""
    return sentence.text.translate(_MARKS)


def _weighed(prose: Prose, sentence: Sentence) -> Weighed:
    said, _ = own_words(prose, sentence)
    return weighed(said, marks_of(sentence), prose.setting.section)
