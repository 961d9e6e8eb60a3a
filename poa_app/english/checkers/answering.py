"""Lines of a letter without headings that tell what was done about the notice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from poa_app.english.checkers.clauses import Place
from poa_app.english.checkers.conduct_words import is_in
from poa_app.english.checkers.deeds import deeds

_LEAST = 2


def with_answers(found: Sequence[Place]) -> Iterator[Place]:
    """Yield places, those of a line that tells deeds of the answer as of a corrective part."""
    line = 0
    numbered = []
    for place in found:
        line += place.begins_line
        numbered.append((line, place))
    for _, group in groupby(numbered, key=lambda one: one[0]):
        places = [place for _, place in group]
        yield from (map(_corrected, places) if _tells_an_answer(places) else places)


def _tells_an_answer(places: list[Place]) -> bool:
    """Whether at least two sentences of a line tell deeds, one of them in the active voice, and it is no cause."""
    if any(place.part not in ("unknown", "answer") or place.is_heading for place in places):
        return False
    told = [tuple(deeds(replace(place, part="corrective"))) for place in places if not _is_of_cause(place)]
    active = any(not deed.passive for one in told for deed in one)
    return active and sum(map(bool, told)) >= _LEAST


def _is_of_cause(place: Place) -> bool:
    return any(is_in("of_cause", word.low) or is_in("of_intent", word.low) for word in place.sentence.words)


def _corrected(place: Place) -> Place:
    return place if _is_of_cause(place) else replace(place, part="corrective")
