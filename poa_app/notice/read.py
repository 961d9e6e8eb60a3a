"""Reads a notice: everything a rule can tell of it, each with its place in the text. Pure, and in linear time."""

from __future__ import annotations

import re
from functools import lru_cache

from poa_app.facts.folding import Folded, fold, fold_phrase
from poa_app.knowledge import Knowledge
from poa_app.knowledge.notice_words import Recognition
from poa_app.model.facts import Level, Stage
from poa_app.model.routes import Route
from poa_app.notice.arrival import addressed_to, hour_and_zone
from poa_app.notice.asking import questions
from poa_app.notice.candidates import Setting, also, candidates, is_named
from poa_app.notice.days import received
from poa_app.notice.deadline import deadline
from poa_app.notice.figures import figures, met_rates
from poa_app.notice.identifiers import asins, order_ids, other_ids
from poa_app.notice.levels import level_of, spoken_level, stated_level
from poa_app.notice.papers import asked_for
from poa_app.notice.reading import Candidate, NoticeReading, Read
from poa_app.notice.reasons import reasons, recalled_rules
from poa_app.notice.sentences import Piece, pieces
from poa_app.notice.sites import marketplace
from poa_app.notice.spans import Span, Spans
from poa_app.notice.stages import mail_of, stage_of
from poa_app.notice.standing import sentences_with, standing
from poa_app.notice.thread import newest
from poa_app.notice.wanting import wanting

LONGEST = 60_000
"""Characters that are read; a notice with its quoted history is a tenth of that."""

DENIED = 50
"""Characters after "this is not about" within which nothing counts."""

ANSWERS = frozenset({"rejected", "more-information", "final"})
"""Stages at which Amazon has answered an appeal, and may say what it finds wanting in it."""

ANSWERED = frozenset({"buyer-message", "refund"})
"""Mails that are no enforcement and want an answer in time."""

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
    parts = pieces(text)
    begin, end = newest(text)
    asked, products = questions(tuple(one for one in parts if begin <= one.start < end)), asins(text)
    stage = stage_of(folded, text, data, lists=len(asked) > 1)
    day = received(text, order, newest(text), tells_event=stage in ("first", "reinstated"))
    hour, zone = hour_and_zone(text, day)
    allowed = deadline(parts, day.value if day else None, order)
    stated = stated_level(folded, parts, data)
    spots = tuple((one.start, one.end) for one in asked)
    muted = _muted(folded, parts, data)
    enforces = bool(asked or allowed or standing(folded, data.enforces))
    rates = figures(text, folded, order, known)
    setting = Setting(
        muted, spots, tuple(reasons(parts)), met_rates(rates, known), parts, stated.value if stated else None, enforces
    )
    ranked = candidates(folded, setting, known)
    mail = (
        "reinstated"
        if stage == "reinstated"
        else mail_of(folded, Spans(muted), is_named(ranked, known), bool(asked or allowed), stage in ANSWERS, known)
    )
    if mail and stage != "reinstated":
        stage = "none"
    if not ranked and not mail:
        ranked = _unnamed(folded, stage, known)
    wanted = asked_for(parts, asked, data.requested, _evidence(known))
    return NoticeReading(
        candidates=() if mail else ranked,
        mail=mail,
        stage=stage,
        also=() if mail else also(ranked, known),
        route=None if mail else _route(ranked, known),
        level=_level(stated, spoken_level(folded, parts, data), ranked, mail, bool(products), known),
        marketplace=site,
        asins=products,
        order_ids=order_ids(text),
        other_ids=other_ids(text),
        store=addressed_to(text),
        received=day,
        hour=hour,
        zone=zone,
        figures=rates or (() if mail else figures(text, folded, order, known, _metrics(ranked, known))),
        deadline=allowed if mail in ANSWERED or not mail else None,
        requested=() if mail else wanted,
        questions=() if mail else asked,
        wanting=wanting(folded, parts, asked, wanted, data) if stage in ANSWERS else (),
    )


@lru_cache(maxsize=4)
def _evidence(known: Knowledge) -> dict[str, tuple[re.Pattern[str], ...]]:
    """Return the patterns by which notices ask for each kind of evidence."""
    return {
        slug: tuple(re.compile(pattern, re.IGNORECASE) for pattern in kind.asked_as)
        for slug, kind in known.evidence.items()
    }


def _muted(folded: Folded, found: tuple[Piece, ...], data: Recognition) -> tuple[Span, ...]:
    """Return the places of words that say nothing of what a notice is about, or say what it is not about."""
    common = [place for phrase in data.boilerplate for place in folded.find(fold_phrase(phrase))]
    denied = [(place[0], place[1] + DENIED) for phrase in data.denials for place in folded.find(fold_phrase(phrase))]
    return (*common, *denied, *sentences_with(folded, found, data.asides), *recalled_rules(found))


def _unnamed(folded: Folded, stage: Stage, known: Knowledge) -> tuple[Candidate, ...]:
    """Return what a text that names no enforcement may be about, never surely.

    Words that speak for one weakly come first; else a first notice is about one that stands for any other.
    """
    data = known.recognition
    for slug, phrases in data.weak.items():
        if found := standing(folded, phrases):
            return (Candidate(slug, OTHER_SCORE, found),)
    enforces = standing(folded, data.enforces)
    other = next((slug for slug, one in known.enforcements.items() if one.typed_name), None)
    if not enforces or other is None or stage != "first":
        return ()
    return (Candidate(other, OTHER_SCORE, enforces),)


def _level(
    stated: Read[Level] | None,
    spoken: Read[Level] | None,
    ranked: tuple[Candidate, ...],
    mail: str,
    products: bool,
    known: Knowledge,
) -> Read[Level] | None:
    if mail:
        return stated if mail == "reinstated" else None
    return level_of(stated, spoken, ranked[0].enforcement, products, known) if ranked else stated or spoken


def _route(ranked: tuple[Candidate, ...], known: Knowledge) -> Route | None:
    return known.enforcements[ranked[0].enforcement].routes[0] if ranked else None


def _metrics(ranked: tuple[Candidate, ...], known: Knowledge) -> tuple[str, ...]:
    return known.enforcements[ranked[0].enforcement].metrics if ranked else ()


def _order(sites: tuple[str, ...], known: Knowledge) -> str:
    return next((known.marketplaces[code].dates for code in sites if code in known.marketplaces), "month-first")
