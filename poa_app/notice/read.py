"""Reads a notice: everything a rule can tell of it, each with its place in the text. Pure, and in linear time."""

from __future__ import annotations

import re
from functools import lru_cache

from poa_app.facts.folding import Folded, fold, fold_phrase
from poa_app.knowledge import Knowledge
from poa_app.knowledge.schema import Recognition
from poa_app.model.facts import Level, Stage
from poa_app.model.routes import Route
from poa_app.notice.candidates import also, candidates
from poa_app.notice.days import received
from poa_app.notice.deadline import deadline
from poa_app.notice.figures import figures
from poa_app.notice.identifiers import asins, order_ids, other_ids
from poa_app.notice.reading import Candidate, NoticeReading, Read
from poa_app.notice.requests import asked_for, questions, stands_for
from poa_app.notice.sentences import pieces
from poa_app.notice.sites import marketplace

LONGEST = 60_000
"""Characters that are read; a notice with its quoted history is a tenth of that."""

DENIED = 50
"""Characters after "this is not about" within which nothing counts."""

BEGINNING = 600
"""Characters within which a message says that something was given back."""

MOST_ENFORCING = 3
"""Words that take something away, of which no more are counted."""

_ASKING = re.compile(r"\b(?:to have|to be|if|once|until|before|when|unless)\b", re.IGNORECASE)

OTHER_SCORE = 0.3
"""Confidence with which a text is another violation that reads as a notice and names none we know."""


def read_notice(text: str, known: Knowledge, sites: tuple[str, ...] = ()) -> NoticeReading:
    """Return what can be read in a text that was given as a notice.

    Args:
        text: as pasted.
        known: the data files.
        sites: codes of the case's stores, for the order of days where the text names no store.
    """
    text = text[:LONGEST]
    folded, data = fold(text), known.recognition
    site = marketplace(text, known)
    order = _order((site.value,) if site else sites, known)
    day = received(text, order)
    parts = pieces(text)
    asked = questions(parts)
    ranked = candidates(folded, _muted(folded, data), known)
    stage = _stage(folded, text, data)
    mail = "reinstated" if stage == "reinstated" else _mail(folded, ranked, known)
    if mail and stage != "reinstated":
        stage = "none"
    if not ranked and not mail:
        ranked = _any_other(folded, stage, known)
    wanted = asked_for(parts, asked, data.requested, _evidence(known))
    return NoticeReading(
        candidates=() if mail else ranked,
        mail=mail,
        stage=stage,
        also=() if mail else also(ranked, known),
        route=None if mail else _route(ranked, known),
        level=None if mail else _level(folded, data),
        marketplace=site,
        asins=asins(text),
        order_ids=order_ids(text),
        other_ids=other_ids(text),
        received=day,
        figures=figures(text, order, known),
        deadline=None if mail else deadline(parts, day.value if day else None, order),
        requested=() if mail else wanted,
        questions=() if mail else asked,
        wanting=stands_for(folded, data.wanting) if stage in ("rejected", "more-information", "final") else (),
    )


@lru_cache(maxsize=4)
def _evidence(known: Knowledge) -> dict[str, tuple[re.Pattern[str], ...]]:
    """Return the patterns by which notices ask for each kind of evidence."""
    return {
        slug: tuple(re.compile(pattern, re.IGNORECASE) for pattern in kind.asked_as)
        for slug, kind in known.evidence.items()
    }


def _muted(folded: Folded, data: Recognition) -> tuple[tuple[int, int], ...]:
    """Return the places of words that say nothing of what a notice is about, or say what it is not about."""
    common = [place for phrase in data.boilerplate for place in folded.find(fold_phrase(phrase))]
    denied = [(place[0], place[1] + DENIED) for phrase in data.denials for place in folded.find(fold_phrase(phrase))]
    return (*common, *denied)


def _mail(folded: Folded, ranked: tuple[Candidate, ...], known: Knowledge) -> str:
    """Return what kind of mail a text is that is no enforcement; words that take something away outweigh it."""
    data = known.recognition
    found = {
        kind: 2 * _standing(folded, words.names) + _standing(folded, words.hints) for kind, words in data.mails.items()
    }
    kind = max(found, key=lambda one: found[one], default="")
    named = ranked and any(
        read.value in known.enforcements[ranked[0].enforcement].notice_phrases for read in ranked[0].because
    )
    against = min(_standing(folded, data.enforces), MOST_ENFORCING) + (2 if named else 0)
    return kind if kind and found[kind] >= 2 and found[kind] > against else ""


def _standing(folded: Folded, phrases: tuple[str, ...]) -> int:
    return sum(1 for phrase in phrases if next(folded.find(fold_phrase(phrase)), None))


def _stage(folded: Folded, text: str, data: Recognition) -> Stage:
    """Return how far the case has come; that something was given back stands at the beginning of a message."""
    for stage, phrases in data.stages.items():
        places = [place for phrase in phrases for place in folded.find(fold_phrase(phrase))]
        if stage == "reinstated":
            places = [
                place for place in places if place[0] < BEGINNING and not _ASKING.search(text[place[0] - 30 : place[0]])
            ]
        if places:
            return stage
    return "first"


def _any_other(folded: Folded, stage: Stage, known: Knowledge) -> tuple[Candidate, ...]:
    """Return the enforcement that stands for any other where a text reads as a first notice and names none we know."""
    enforces = tuple(
        Read(phrase, *place)
        for phrase in known.recognition.enforces
        if (place := next(folded.find(fold_phrase(phrase)), None))
    )
    slug = next((slug for slug, one in known.enforcements.items() if one.typed_name), None)
    if not enforces or slug is None or stage != "first":
        return ()
    return (Candidate(slug, OTHER_SCORE, enforces),)


def _route(ranked: tuple[Candidate, ...], known: Knowledge) -> Route | None:
    return known.enforcements[ranked[0].enforcement].routes[0] if ranked else None


def _level(folded: Folded, data: Recognition) -> Read[Level] | None:
    found = stands_for(folded, {str(level): phrases for level, phrases in data.levels.items()})
    return found[0] if found else None  # type: ignore[return-value]


def _order(sites: tuple[str, ...], known: Knowledge) -> str:
    return next((known.marketplaces[code].dates for code in sites if code in known.marketplaces), "month-first")
