"""What two texts on the same thing share, in whichever language either is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from poa_app.facts.told_fact import Told
from poa_app.facts.words import words

_LATIN = re.compile(r"[A-Za-z]{3,30}")
_ENDING = re.compile(r"(?:ing|ed|es|s)\Z")
_FIGURE = re.compile(r"\d[\d.,:-]{0,20}\d")
_HAN = re.compile("[\u4e00-\u9fff]{2,}")
_COMMON, _COMMON_HAN = words("common"), words("common_zh")


def telling_words(text: str, facts: Iterable[Told] = ()) -> frozenset[str]:
    """Return the words of a text that tell what it speaks of: stems, pairs of Chinese signs, figures.

    Args:
        text: of any language.
        facts: read out of it; a day or a time counts by its value too, which another language writes otherwise.
    """
    latin = {word.lower() for word in _LATIN.findall(text)} - _COMMON
    stems = {_ENDING.sub("", word) if len(word) > 4 else word for word in latin}
    pairs = {run[at : at + 2] for run in _HAN.findall(text) for at in range(len(run) - 1)} - _COMMON_HAN
    values = {value for fact in facts for value in fact.values if len(value) > 1}
    return frozenset(stems | pairs | set(_FIGURE.findall(text)) | values)
