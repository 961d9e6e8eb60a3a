"""Sentences that tell an enforcement in words of their own: every part of a sign stands in them, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from poa_app.knowledge import Knowledge
from poa_app.notice.reading import Read
from poa_app.notice.sentences import Piece
from poa_app.notice.spans import Spans

LONGEST = 600
"""Characters of a sentence above which parts that stand in it do not belong together."""

Signs = tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]


@lru_cache(maxsize=4)
def _signs(known: Knowledge) -> Signs:
    """Return the parts of every sign, each as a pattern of the beginnings of its words."""
    return tuple(
        (slug, tuple(re.compile(rf"\b(?:{part})", re.IGNORECASE) for part in sign))
        for slug, signs in known.recognition.signs.items()
        for sign in signs
    )


def told_by_signs(found: tuple[Piece, ...], outside: Spans, known: Knowledge) -> Iterator[tuple[str, Read[str]]]:
    """Yield each enforcement that a sentence tells, with the sentence; each in its first one only.

    Args:
        found: the sentences and points.
        outside: places that say nothing of what a notice is about.
        known: the data files.
    """
    counting = [one for one in found if 20 < len(one.text) < LONGEST and not outside.hold((one.start, one.end))]
    everything = "\n".join(one.text for one in counting)
    seen: set[str] = set()
    for slug, parts in _signs(known):
        if slug in seen or not all(part.search(everything) for part in parts):
            continue
        for one in counting:
            if all(part.search(one.text) for part in parts):
                seen.add(slug)
                yield slug, Read(one.text, one.start, one.end)
                break
