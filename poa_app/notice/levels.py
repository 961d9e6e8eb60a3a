"""What a notice takes away: the account, seller-fulfilled offers or a listing; said as a fact, or as a risk."""

from __future__ import annotations

from poa_app.facts.folding import Folded, fold_phrase
from poa_app.knowledge import Knowledge
from poa_app.knowledge.notice_words import Recognition
from poa_app.knowledge.schema import Enforcement
from poa_app.model.facts import Level
from poa_app.model.routes import Route
from poa_app.notice.moods import tells_no_deed
from poa_app.notice.reading import Read
from poa_app.notice.sentences import Piece
from poa_app.notice.spans import Span, Spans
from poa_app.notice.standing import sentences_with
from poa_app.notice.word_classes import Sentences, rules_of

CLAIM: Route = "claim"
"""Route of what concerns an order and takes nothing away."""

TAKEN: tuple[Level, ...] = ("offer", "account", "listing")
"""In the order in which what is said to be taken away outweighs the others: with an account go its listings."""


def stated_level(folded: Folded, found: tuple[Piece, ...], data: Recognition) -> Read[Level] | None:
    """Return what a text says to be taken away, or else to be in danger; None where it tells neither.

    Args:
        folded: the text.
        found: its sentences: one that tells what may follow takes nothing away.
        data: the phrases.
    """
    ahead = (*sentences_with(folded, found, data.threats),)
    threats, aside = Spans(ahead), Spans((*ahead, *sentences_with(folded, found, (*data.passing, *data.asides))))
    for level in TAKEN:
        place = _first(folded, data.levels.get(level, ()), threats)
        if place and level != "listing":
            return Read(level, *place)
        if place:
            risk = _first(folded, data.levels_in_danger.get("account", ()), threats)
            risk = risk or _first(folded, data.levels_at_risk.get("account", ()), aside)
            return Read("account", *risk) if risk and risk[0] < place[0] else Read(level, *place)
    return None


def endangered_level(folded: Folded, found: tuple[Piece, ...], data: Recognition) -> Read[Level] | None:
    """Return what a text says to be in danger."""
    threats = Spans(sentences_with(folded, found, data.threats))
    for level, phrases in data.levels_in_danger.items():
        if place := _first(folded, phrases, threats):
            return Read(level, *place)
    return None


def named_level(folded: Folded, found: tuple[Piece, ...], data: Recognition) -> Read[Level] | None:
    """Return what a text names as what it is about, which says nothing of what was done with it."""
    threats = Spans(sentences_with(folded, found, data.threats))
    for level, phrases in data.levels_named.items():
        if place := _first(folded, phrases, threats):
            return Read(level, *place)
    return None


def given_back(words: Sentences) -> Read[Level] | None:
    """Return the account where a text says that it was given back, whatever it says of offers."""
    for one, back in zip(words.pieces, words.having("account-back"), strict=True):
        if back:
            return Read("account", one.start, one.end)
    return None


def spoken_level(folded: Folded, found: tuple[Piece, ...], data: Recognition) -> Read[Level] | None:
    """Return what a text that states no level speaks of as what may be lost."""
    aside = Spans(sentences_with(folded, found, (*data.threats, *data.passing, *data.asides)))
    for level, phrases in data.levels_at_risk.items():
        if place := _first(folded, phrases, aside):
            return Read(level, *place)
    return None


def told_level(folded: Folded, words: Sentences, known: Knowledge) -> Read[Level] | None:
    """Return what the sentences say to be taken away by the classes of their words; None where they tell nothing."""
    data = known.recognition
    threats = Spans(sentences_with(folded, words.pieces, data.threats))
    passing = Spans(sentences_with(folded, words.pieces, (*data.passing, *data.asides)))
    deeds = [not threats.hold((one.start, one.end)) and not tells_no_deed(one.text) for one in words.pieces]
    for level in TAKEN:
        keep = [
            does and (level != "account" or not passing.hold((one.start, one.end)))
            for one, does in zip(words.pieces, deeds, strict=True)
        ]
        if told := next(words.telling(rules_of(known).levels.get(level, ()), keep), None):
            return Read(level, told.start, told.end)
    return None


def level_of(
    stated: Read[Level] | None,
    spoken: Read[Level] | None,
    slug: str,
    products: bool,
    known: Knowledge,
    named: Read[Level] | None = None,
    lists: bool = False,
) -> Read[Level] | None:
    """Return the level of a notice about an enforcement: as it says, or else as the enforcement has it.

    Args:
        stated: what the notice says.
        spoken: what it speaks of, which counts where the enforcement has it.
        slug: the enforcement.
        products: whether the notice names products, by which one that tells nothing takes away listings.
        known: the data files.
        named: what it names as what it is about.
        lists: whether it speaks of listings alone, and of no offers that the seller sends himself.
    """
    one = known.enforcements[slug]
    levels = one.levels
    if stated and stated.value == "listing" and "offer" in levels and _is_of_offers(one, lists):
        return Read("offer", stated.start, stated.end)
    if stated and stated.value in levels:
        return stated
    if (
        stated
        and stated.value not in levels
        and ((one.metrics and stated.value != "offer") or (stated.value == "listing" and len(levels) == 1))
    ):
        return Read(levels[0], stated.start, stated.end)
    if stated or (spoken and spoken.value in levels and (named is None or levels[0] == "account")):
        return stated or spoken
    if named:
        return level_of(named, None, slug, products, known, lists=lists)
    only: Level | None = levels[0] if levels[0] == "account" and one.routes[0] != CLAIM else None
    if levels[0] != "account" and one.metrics and "offer" in levels:
        only = "offer"
    elif levels[0] != "account" and (products or len(levels) == 1 or one.routes == ("documents",)):
        only = levels[0] if len(levels) == 1 or levels[0] == "listing" else only
    return Read(only, 0, 0) if only else None


def _is_of_offers(one: Enforcement, lists: bool) -> bool:
    """Whether what a notice calls a listing is an offer that the seller sends himself, where there are such."""
    return "listing" not in one.levels or (bool(one.metrics) and not lists)


def _first(folded: Folded, phrases: tuple[str, ...], outside: Spans) -> Span | None:
    places = (at for phrase in phrases for at in folded.find(fold_phrase(phrase)) if not outside.hold(at))
    return min(places, default=None)
