"""What a sentence of a text sounds like, without the words that are not the writer's own."""

from __future__ import annotations

from poa_app.english.prose import Prose, Sentence
from poa_app.english.weights import Weighed, weighed

QUOTED = '"'
"""What stands for a word that is somebody else's."""


def own_words(prose: Prose, sentence: Sentence) -> tuple[str, ...]:
    """Return the words of a sentence in small letters, those of others hidden."""
    if not prose.quoted and not prose.named:
        return sentence.low
    return tuple(QUOTED if prose.is_somebody_elses(word.start, word.end) else word.low for word in sentence.words)


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
    return sentence.words[first].start, sentence.words[last].end


def _weighed(prose: Prose, sentence: Sentence) -> Weighed:
    return weighed(own_words(prose, sentence), sentence.text, prose.setting.section)
