"""Which phrases of the data stand in a text, and in which of its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from poa_app.facts.folding import Folded, fold_phrase
from poa_app.notice.reading import Read
from poa_app.notice.sentences import Piece
from poa_app.notice.spans import Span, Spans


def stands_for(
    folded: Folded,
    phrases: Mapping[str, tuple[str, ...]],
    within: Spans | None = None,
    without: Spans | None = None,
) -> tuple[Read[str], ...]:
    """Return the keys whose phrases stand in a text, each with its first place, in the data's order.

    Args:
        folded: the text.
        phrases: by key.
        within: places in which alone a phrase counts; None for anywhere.
        without: places in which none counts.
    """
    read: list[Read[str]] = []
    for key, words in phrases.items():
        places = (at for phrase in words for at in folded.find(fold_phrase(phrase)))
        counting = (
            at for at in places if (within is None or within.hold(at)) and (without is None or not without.hold(at))
        )
        if place := min(counting, default=None):
            read.append(Read(key, *place))
    return tuple(read)


def standing(folded: Folded, phrases: tuple[str, ...]) -> tuple[Read[str], ...]:
    """Return the phrases that stand in a text, each at its first place."""
    places = ((phrase, next(folded.find(fold_phrase(phrase)), None)) for phrase in phrases)
    return tuple(Read(phrase, *place) for phrase, place in places if place)


def sentences_with(folded: Folded, found: tuple[Piece, ...], phrases: tuple[str, ...]) -> Iterator[Span]:
    """Yield the places of the sentences in which one of some phrases stands."""
    places = sorted({at[0] for phrase in phrases for at in folded.find(fold_phrase(phrase))})
    at = 0
    for piece in found:
        while at < len(places) and places[at] < piece.start:
            at += 1
        if at < len(places) and places[at] < piece.end:
            yield piece.start, piece.end
