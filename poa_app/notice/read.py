"""Reads a notice: everything a rule can tell of it, each with its place in the text. Pure, and in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from poa_app.facts.folding import Folded, fold, fold_phrase
from poa_app.knowledge import Knowledge
from poa_app.knowledge.notice_words import Recognition
from poa_app.model.facts import Level, Stage
from poa_app.model.routes import Route
from poa_app.notice.arrival import addressed_to, hour_and_zone
from poa_app.notice.asking import questions
from poa_app.notice.candidates import also, candidates, is_named, is_told
from poa_app.notice.days import received
from poa_app.notice.deadline import deadline
from poa_app.notice.figures import figures, met_rates
from poa_app.notice.identifiers import asins, order_ids, other_ids
from poa_app.notice.lead_in import message_alone
from poa_app.notice.levels import (
    endangered_level,
    given_back,
    level_of,
    named_level,
    spoken_level,
    stated_level,
    told_level,
)
from poa_app.notice.likeness import likeness
from poa_app.notice.mails import ANSWERED, Bearings, mail_of
from poa_app.notice.papers import asked_for, only_papers, with_plan
from poa_app.notice.reading import SURE, Candidate, NoticeReading, Read
from poa_app.notice.reasons import reasons, recalled_rules
from poa_app.notice.routes import asked_route
from poa_app.notice.sentences import Piece, pieces
from poa_app.notice.setting import Setting
from poa_app.notice.sites import marketplace
from poa_app.notice.spans import Span, Spans
from poa_app.notice.stages import stage_of, told_stage
from poa_app.notice.standing import sentences_with, standing
from poa_app.notice.thread import newest
from poa_app.notice.wanting import wanting
from poa_app.notice.word_classes import Sentences, lexicon, rules_of

LONGEST = 60_000
"""Characters that are read; a notice with its quoted history is a tenth of that."""

DENIED = 50
"""Characters after "this is not about" within which nothing counts."""

ANSWERS = frozenset({"rejected", "more-information", "final"})
"""Stages at which Amazon has answered an appeal, and may say what it finds wanting in it."""

INVOICES = "invoices"
"""Kind of evidence that shows a purchase."""

LIKE_LEAST, LIKE_LEAD = 13.0, 1.02
"""Likeness to a page of the handbook from which a first notice tells one, and its lead."""

POINT = 0.6
"""Share of its sentence from which on what is asked is all that the sentence says."""

TOLD_ALONE = 0.5
"""Confidence from which on the words of whom pasted a message tell no other matter, and which they give at most."""

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
    alone = message_alone(text, known.recognition)
    read = _read(alone, text, known, sites)
    if alone == text or read.mail or read.confidence >= SURE:
        return read
    return _with_words_around(read, _read(text, text, known, sites))


def _with_words_around(read: NoticeReading, whole: NoticeReading) -> NoticeReading:
    """Return what a message tells that tells too little alone, with what the words of whom pasted it add.

    They make that surer which the message tells as well; of themselves they make nothing sure.
    """
    if whole.mail or whole.confidence <= read.confidence:
        return read
    if read.candidates and read.candidates[0].enforcement == whole.candidates[0].enforcement:
        return replace(read, candidates=whole.candidates, level=read.level or whole.level)
    if read.confidence >= TOLD_ALONE:
        return read
    unsure = tuple(replace(one, confidence=min(one.confidence, TOLD_ALONE)) for one in whole.candidates)
    return replace(read, candidates=unsure, also=whole.also, route=whole.route, level=read.level or whole.level)


def _read(text: str, pasted: str, known: Knowledge, sites: tuple[str, ...]) -> NoticeReading:
    """Return what can be read in a message.

    Args:
        text: the message, with blanks for the words of whom pasted it.
        pasted: all that was pasted, in which its site, its day and its numbers stand as well.
        known: the data files.
        sites: as above.
    """
    data, folded, site = known.recognition, fold(text), marketplace(pasted, known)
    order = _order((site.value,) if site else sites, known)
    parts, (begin, end) = pieces(text), newest(text)
    asked, products = questions(tuple(one for one in parts if begin <= one.start < end)), asins(pasted)
    words = Sentences(parts, lexicon(known))
    stage = told_stage(stage_of(folded, text, data, len(asked) > 1), words, (begin, end), len(asked) > 1, known)
    day = received(pasted, order, (begin, end), tells_event=stage in ("first", "reinstated"))
    (hour, zone), allowed = hour_and_zone(pasted, day), deadline(parts, day.value if day else None, order)
    stated, named = _stated(folded, words, known), named_level(folded, parts, data)
    rates = figures(text, folded, order, known)
    setting = Setting(
        muted=_muted(folded, parts, data),
        denied=(*sentences_with(folded, parts, data.denials),),
        asked=tuple((one.start, one.end) for one in asked),
        points=tuple((one.start, one.end) for one in asked if len(one.value) > POINT * (one.end - one.start)),
        ahead=(*_ahead(folded, words, data),),
        reasons=tuple(reasons(parts)),
        met=met_rates(rates, known),
        sentences=parts,
        level=level.value if (level := stated or named) else None,
        enforces=bool(asked or allowed or stage in ANSWERS) or _enforces(folded, words, known),
        answers=stage in ANSWERS,
        words=words,
    )
    ranked, mail, stage = _told(folded, setting, bool(asked or allowed), stage, words, known)
    wanted = asked_for(parts, asked, data.requested, _evidence(known), words, stage in ("more-information", "rejected"))
    sends = only_papers(asked, data.requested, _evidence(known), words)
    lacking = wanting(folded, parts, asked, wanted, words, (begin, end), known, last=stage == "final")
    wanted = with_plan(wanted, lacking, words, (begin, end), asked) if stage == "rejected" else wanted
    return NoticeReading(
        candidates=ranked,
        mail=mail,
        stage=stage,
        also=() if mail else also(ranked, known),
        route=None if mail else _route(ranked, wanted, stage, known),
        level=_level(stated, spoken_level(folded, parts, data), named, ranked, mail, bool(products), words, known),
        marketplace=site,
        asins=products,
        order_ids=order_ids(pasted),
        other_ids=other_ids(pasted),
        store=addressed_to(text),
        received=day,
        hour=hour,
        zone=zone,
        figures=rates or (() if mail else figures(text, folded, order, known, _metrics(ranked, known))),
        deadline=allowed if mail in ANSWERED or not mail else None,
        requested=() if mail or stage == "final" else _of_matter(wanted, ranked, known),
        questions=() if mail else tuple(one for one, paper in zip(asked, sends, strict=True) if not paper),
        papers=() if mail else tuple(one for one, paper in zip(asked, sends, strict=True) if paper),
        wanting=lacking if stage in ANSWERS else (),
    )


def _told(
    folded: Folded, setting: Setting, demands: bool, stage: Stage, words: Sentences, known: Knowledge
) -> tuple[tuple[Candidate, ...], str, Stage]:
    """Return what a text may be about, which kind of mail it is that is no enforcement, and its stage then."""
    ranked = candidates(folded, setting, known)
    mail = _mail(folded, words, setting, ranked, demands, stage, known)
    if mail:
        return (), mail, stage if stage == "reinstated" else "none"
    ranked = tuple(one for one in ranked if one.because or stage not in ANSWERS)
    return ranked or _unnamed(folded, stage, words, known), mail, stage


def _ahead(folded: Folded, words: Sentences, data: Recognition) -> Iterator[Span]:
    """Yield the places of the sentences that tell what may follow, not what was done again and again."""
    threats = Spans(sentences_with(folded, words.pieces, data.threats))
    for one, may in zip(words.pieces, words.having("danger", "whenever"), strict=True):
        if may and threats.hold((one.start, one.end)):
            yield one.start, one.end


def _enforces(folded: Folded, words: Sentences, known: Knowledge) -> bool:
    """Whether a text says that Amazon takes something away or demands something."""
    phrases, rules = known.recognition.enforces, rules_of(known).enforces
    return any(next(folded.find(fold_phrase(one)), None) for one in phrases) or any(words.telling(rules))


def _mail(
    folded: Folded,
    words: Sentences,
    setting: Setting,
    ranked: tuple[Candidate, ...],
    demands: bool,
    stage: Stage,
    known: Knowledge,
) -> str:
    """Return which kind of mail a text is that is no enforcement; empty where it is one."""
    if stage == "reinstated":
        return "reinstated"
    named = is_named(ranked, known) or is_told(ranked, known)
    does = Bearings(named, demands, stage in ANSWERS)
    return mail_of(folded, words, Spans(setting.muted), does, known)


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


def _unnamed(folded: Folded, stage: Stage, words: Sentences, known: Knowledge) -> tuple[Candidate, ...]:
    """Return what a text that names no enforcement may be about, never surely.

    Words that speak for one weakly come first; then the pages of the handbook it is most like; else a first notice is
    about one that stands for any other.
    """
    data = known.recognition
    for slug, phrases in data.weak.items():
        if found := standing(folded, phrases):
            return (Candidate(slug, OTHER_SCORE, found),)
    if stage in ANSWERS:
        return _matter(words, known)
    enforces = standing(folded, data.enforces)
    if like := _most_like(stage, words, known):
        return like
    other = next((slug for slug, one in known.enforcements.items() if one.typed_name), None)
    if not enforces or other is None or stage != "first":
        return ()
    return (Candidate(other, OTHER_SCORE, enforces),)


def _matter(words: Sentences, known: Knowledge) -> tuple[Candidate, ...]:
    """Return what an answer that names no enforcement may be about, by what it finds wanting; the likeliest first."""
    told = {
        slug: max((one for one in words.telling(rules)), key=lambda one: one.rule.size, default=None)
        for slug, rules in rules_of(known).matters.items()
    }
    found = sorted(((one.rule.size, slug, one) for slug, one in told.items() if one), key=lambda found: -found[0])
    return tuple(Candidate(slug, OTHER_SCORE, (Read(one.text, one.start, one.end),)) for _, slug, one in found[:2])


def _most_like(stage: Stage, words: Sentences, known: Knowledge) -> tuple[Candidate, ...]:
    """Return the two enforcements of whose pages a text has the words, where it is more like the first one."""
    like = sorted(likeness(words, known).items(), key=lambda one: -one[1])
    if stage != "first" or len(like) < 2 or like[0][1] < LIKE_LEAST or like[0][1] < like[1][1] * LIKE_LEAD:
        return ()
    return tuple(Candidate(slug, round(OTHER_SCORE * score / like[0][1], 3), ()) for slug, score in like[:2])


def _of_matter(wanted: tuple[Read[str], ...], ranked: tuple[Candidate, ...], known: Knowledge) -> tuple[Read[str], ...]:
    """Leave out invoices of purchase where a rate is missed whose page wants none: it speaks of those to buyers."""
    one = known.enforcements[ranked[0].enforcement] if ranked else None
    if one is None or not one.metrics or any(paper.kind == INVOICES for paper in one.evidence):
        return wanted
    return tuple(read for read in wanted if read.value != INVOICES)


def _stated(folded: Folded, words: Sentences, known: Knowledge) -> Read[Level] | None:
    """Return what a text says to be taken away, or else to be in danger."""
    data = known.recognition
    told = stated_level(folded, words.pieces, data) or told_level(folded, words, known)
    return told or endangered_level(folded, words.pieces, data)


def _level(
    stated: Read[Level] | None,
    spoken: Read[Level] | None,
    named: Read[Level] | None,
    ranked: tuple[Candidate, ...],
    mail: str,
    products: bool,
    words: Sentences,
    known: Knowledge,
) -> Read[Level] | None:
    if mail:
        return given_back(words) or stated if mail == "reinstated" else None
    lists = not any(words.having("own-offer")) and not any("offer" in one.text.lower() for one in words.pieces)
    if not ranked:
        return stated or named or spoken
    return level_of(stated, spoken, ranked[0].enforcement, products, known, named, lists)


def _route(
    ranked: tuple[Candidate, ...], wanted: tuple[Read[str], ...], stage: Stage, known: Knowledge
) -> Route | None:
    if not ranked:
        return None
    best = known.enforcements[ranked[0].enforcement]
    return asked_route(best, {one.value for one in wanted}, stage) or best.routes[0]


def _metrics(ranked: tuple[Candidate, ...], known: Knowledge) -> tuple[str, ...]:
    one = known.enforcements[ranked[0].enforcement] if ranked else None
    if one is None or one.metrics:
        return one.metrics if one else ()
    ratings = known.recognition.ratings
    return tuple(slug for slug, names in ratings.items() if not set(names).isdisjoint(one.notice_hints))


def _order(sites: tuple[str, ...], known: Knowledge) -> str:
    return next((known.marketplaces[code].dates for code in sites if code in known.marketplaces), "month-first")
