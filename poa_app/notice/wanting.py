"""What an answer from Amazon finds wanting in an appeal: a part of the plan, its being carried out, a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from poa_app.facts.folding import Folded
from poa_app.knowledge import Knowledge
from poa_app.notice.reading import Read
from poa_app.notice.sentences import Piece
from poa_app.notice.spans import Span, Spans
from poa_app.notice.standing import sentences_with, stands_for
from poa_app.notice.word_classes import Sentences, classes_of, rules_of

PARTS = ("root-causes", "corrective-actions", "preventive-measures")
"""The parts of a plan, of which an answer speaks in other places as well."""

PARTS_ASKED = {"root-causes": "cause", "corrective-actions": "corrective", "preventive-measures": "preventive"}
"""Classes of words by which a question asks for a part of a plan."""

DOCUMENTS = frozenset({"documents-invalid", "documents-missing", "not-implemented"})
"""What an answer finds wanting that says nothing of the parts of a plan."""

NOT_DONE = "not-implemented"
PLAN = "plan-of-action"
MISSING, INVALID = "documents-missing", "documents-invalid"
_REASON_IS = re.compile(r"(?:原因(?:是|如下)?|理由)[：:]|(?:our |the )?reasons?(?: is| are)?:", re.IGNORECASE)
"""Beginning of a sentence that gives the reason of an answer, and speaks of no cause."""
_NEVER_TAKEN = re.compile(
    r"\b(?:are\s(?:never\s|not\s)accepted|(?:do\snot|don't|never)\s(?:accept|count)|(?:can|will)(?:not|\snot|'t)\sbe\saccepted)\b"
    r"|werden\snicht\s(?:akzeptiert|anerkannt)|不接受|恕不接受",
    re.IGNORECASE,
)
"""Words of a rule that holds for papers of everybody: "Screenshots are not accepted"."""
_BUT = re.compile(r",? (?=(?:but|yet|aber|jedoch|mais|ma|pero) )|[，,]?(?=但|却)", re.IGNORECASE)
"""Where a sentence turns from what it grants to what it finds wanting."""


def wanting(
    folded: Folded,
    found: tuple[Piece, ...],
    asked: tuple[Read[str], ...],
    wanted: tuple[Read[str], ...],
    words: Sentences,
    message: Span,
    known: Knowledge,
    last: bool = False,
) -> tuple[Read[str], ...]:
    """Return what an answer finds wanting, by slugs of the data, each with the place that says so.

    Args:
        folded: the text.
        found: its sentences.
        asked: what it asks to answer, in which the parts of a plan are named.
        wanted: what it asks to send; where it finds nothing else wanting, documents that are missing.
        words: its sentences with the classes of their words.
        message: the place of the newest message.
        known: the data files.
        last: whether it is the last answer, which wants nothing any more but what it names.
    """
    data = known.recognition
    detailed = sentences_with(folded, found, data.detail)
    undone = Spans(sentences_with(folded, found, data.wanting.get(NOT_DONE, ())))
    named = Spans((*((one.start, one.end) for one in asked), *detailed))
    newest, of_no_right = Spans([message]), Spans(_of_no_right(found, words))
    of_papers, of_plan = Spans(_of_papers(found, words)), Spans(_asked_of_plan(asked, words))
    read: list[Read[str]] = []
    for slug, phrases in data.wanting.items():
        if slug in PARTS:
            read += stands_for(folded, {slug: phrases}, within=named, without=undone)
        else:
            places = stands_for(folded, {slug: phrases}, within=newest)
            kept = {MISSING: of_no_right, INVALID: of_papers}.get(slug)
            read += [
                one
                for one in places
                if kept is None or (kept.hold((one.start, one.end)) and not of_plan.hold((one.start, one.end)))
            ]
    if last:
        return tuple(read)
    read += _told(words, {one.value for one in read}, asked, message, known)
    read = [one for one in read if not _is_given(one, words)]
    if not read:
        read += [Read(MISSING, one.start, one.end) for one in wanted if one.value != PLAN][:1]
    return tuple(read)


def _is_given(one: Read[str], words: Sentences) -> bool:
    """Whether a sentence grants a part of a plan and finds another wanting: "you name a cause, but no action"."""
    part = PARTS_ASKED.get(one.value)
    said = next((piece.text for piece in words.pieces if piece.start <= one.start < piece.end), "") if part else ""
    clauses = [classes_of(clause, words.known) for clause in _BUT.split(_REASON_IS.sub("", said))]
    if part is None or (len(clauses) < 2 and not _REASON_IS.match(said)):
        return False
    bit, lacks = words.known.bits[part], words.known.bits["lacking"] | words.known.bits["not"]
    every = sum(words.known.bits[name] for name in PARTS_ASKED.values())
    leads = said.rstrip().endswith((":", "："))
    if not leads and any(classes & lacks and not classes & every for classes in clauses[1:]):
        return False  # "you now check returns, but don't say since when": it is of the part just named
    naming = [classes for classes in clauses if classes & bit]
    return bool(naming or _REASON_IS.match(said)) and not any(classes & lacks for classes in naming)


def _asked_of_plan(asked: tuple[Read[str], ...], words: Sentences) -> Iterator[Span]:
    """Yield the places of the questions about a part of a plan, in which nothing is said of papers."""
    bits = [words.known.bits[name] for name in PARTS_ASKED.values()]
    for one in asked:
        if any(classes_of(one.value, words.known) & bit for bit in bits):
            yield one.start, one.end


def _of_papers(found: tuple[Piece, ...], words: Sentences) -> Iterator[Span]:
    """Yield the places of the sentences that speak of papers, or follow one that does."""
    speaks = words.having("paper", "sent-paper", "deed", "tracking", "identity")
    for piece, own, before, sent in zip(found, speaks, (False, *speaks), words.having("sent-paper"), strict=False):
        if (own or before) and (sent or not _NEVER_TAKEN.search(piece.text)):
            yield piece.start, piece.end


def _of_no_right(found: tuple[Piece, ...], words: Sentences) -> Iterator[Span]:
    """Yield the places of the sentences that name no right: "we have not received a report about patents"."""
    for one, of_right in zip(found, words.having("trademark", "patent", "copyright"), strict=True):
        if not of_right:
            yield one.start, one.end


def _told(
    words: Sentences, read: set[str], asked: tuple[Read[str], ...], message: Span, known: Knowledge
) -> list[Read[str]]:
    """Return what the sentences find wanting by the classes of their words, besides what is read already."""
    grants = zip(words.having("granted"), words.having("lacking", "not", "asks"), strict=True)
    keep = tuple(
        one and not (granted and not other) for one, (granted, other) in zip(words.within(message), grants, strict=True)
    )
    clauses = Sentences(_clauses(one for one, counts in zip(words.pieces, keep, strict=True) if counts), words.known)
    found: list[Read[str]] = []
    for slug, rules in rules_of(known).wanting.items():
        if slug in read:
            continue
        plan = DOCUMENTS.isdisjoint((*read, *(one.value for one in found)))
        told = next(words.telling(rules, keep), None) or next(clauses.telling(rules), None)
        place = (told.start, told.end) if told else None
        place = place or (_asked_for(PARTS_ASKED.get(slug, ""), words, asked) if plan else None)
        if place:
            found.append(Read(slug, *place))
    return found


def _clauses(found: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the sentences that turn from one thing to another as two, at the place of the whole."""
    for one in found:
        for clause in _BUT.split(one.text):
            yield replace(one, text=clause)


def _asked_for(name: str, words: Sentences, asked: tuple[Read[str], ...]) -> Span | None:
    """Return the place of a question in which a word of a class stands; None where none does, or no class is named."""
    bit = words.known.bits.get(name, 0)
    return next(((one.start, one.end) for one in asked if bit & classes_of(one.value, words.known)), None)
