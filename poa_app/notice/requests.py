"""What a notice asks for: its questions in its own words, the documents it wants, what it finds wanting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from poa_app.facts.folding import Folded, fold, fold_phrase
from poa_app.notice.reading import Read
from poa_app.notice.sentences import Piece

_ASKS = re.compile(
    r"\b(?:please|kindly|must|need(?:s|ed)?|require[sd]?|requesting|request|provide|submit|send|upload|include|explain|describe|tell us|address|"
    r"greater detail|more detail|additional information|further information|following (?:information|documents?|questions?|items?)|"
    r"should (?:include|contain)|contain(?:s|ing)?|answer|bitte|benötigen|senden|reichen)\b|请|需要|提供|提交|说明|回答|包括|上传",
    re.IGNORECASE,
)
_NO_QUESTION = re.compile(
    r"^(?:ASINs?|SKUs?|MSKU|Title|Brand|Order|Violation type|Complaint|Marketplace|Product|Item)\b[^?]{0,20}[:：]|^(?:B0[0-9A-Z]{8}|\d{3}-\d{7}-\d{7})\b|https?://|"
    r"^(?:go to|click|select|locate|find|log in|sign in|navigate|open|choose|visit|press|scroll|before submitting|to view|to download)\b",
    re.IGNORECASE,
)
LONGEST = 400
"""Characters of a point of a list above which it is no question."""


def questions(found: tuple[Piece, ...]) -> tuple[Read[str], ...]:
    """Return what a text asks to answer: the points of lists that a request leads in, and direct questions."""
    return tuple(_questions(found))


def _questions(found: tuple[Piece, ...]) -> Iterator[Read[str]]:
    asked = False
    for piece in found:
        if piece.bullet:
            if asked and 3 <= len(piece.text) <= LONGEST and not _NO_QUESTION.search(piece.text):
                yield Read(piece.text, piece.start, piece.end)
            continue
        if piece.text.endswith(("?", "？")) and _to_the_seller(piece.text):
            yield Read(piece.text, piece.start, piece.end)
            continue
        asked = bool(_ASKS.search(piece.text)) if piece.lead else asked and _is_short(piece.text)


def _is_short(text: str) -> bool:
    """Whether a line between two points of a list may be a quoted header or a page's rest, after which it goes on."""
    return len(text) < 4


_HELP = re.compile(
    r"questions|why (?:is|did|was|am)|how (?:do|can|did we|to)|what (?:can|do|should|happens|if)|need help|have you|are you sure|was this",
    re.IGNORECASE,
)


def _to_the_seller(text: str) -> bool:
    """Whether a question asks the seller; a notice's own headings ask in his name: "How do I appeal?"."""
    return len(text) > 12 and not _HELP.match(text) and bool(re.search(r"\byour?\b|您|你", text))


def asked_for(
    found: tuple[Piece, ...], wanted: tuple[Read[str], ...], phrases: Mapping[str, tuple[str, ...]]
) -> tuple[Read[str], ...]:
    """Return the slugs of what a text asks to send, in the data's order, each with the place that says so.

    Args:
        found: its sentences and points.
        wanted: its questions.
        phrases: words of requests by slug; only sentences that ask are read.
    """
    asking = [
        Read(piece.text, piece.start, piece.end) for piece in found if not piece.bullet and _ASKS.search(piece.text)
    ]
    asking += [*wanted]
    folded = [(fold(one.value), one) for one in asking]
    read: list[Read[str]] = []
    for slug, words in phrases.items():
        place = next((one for phrase in words for text, one in folded if _stands(text, phrase)), None)
        if place:
            read.append(Read(slug, place.start, place.end))
    return tuple(read)


def stands_for(folded: Folded, phrases: Mapping[str, tuple[str, ...]]) -> tuple[Read[str], ...]:
    """Return the keys whose phrases stand in a text, each with its first place, in the data's order."""
    read: list[Read[str]] = []
    for key, words in phrases.items():
        place = min((at for phrase in words for at in folded.find(fold_phrase(phrase))), default=None)
        if place:
            read.append(Read(key, *place))
    return tuple(read)


def _stands(folded: Folded, phrase: str) -> bool:
    return next(folded.find(fold_phrase(phrase)), None) is not None
