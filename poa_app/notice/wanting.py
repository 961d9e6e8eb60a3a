"""What an answer from Amazon finds wanting in an appeal: a part of the plan, its being carried out, a document."""

from __future__ import annotations

from poa_app.facts.folding import Folded
from poa_app.knowledge.notice_words import Recognition
from poa_app.notice.reading import Read
from poa_app.notice.sentences import Piece
from poa_app.notice.spans import Spans
from poa_app.notice.standing import sentences_with, stands_for

PARTS = ("root-causes", "corrective-actions", "preventive-measures")
"""The parts of a plan, of which an answer speaks in other places as well."""

NOT_DONE = "not-implemented"
PLAN = "plan-of-action"
MISSING = "documents-missing"


def wanting(
    folded: Folded,
    found: tuple[Piece, ...],
    asked: tuple[Read[str], ...],
    wanted: tuple[Read[str], ...],
    data: Recognition,
) -> tuple[Read[str], ...]:
    """Return what an answer finds wanting, by slugs of the data, each with the place that says so.

    Args:
        folded: the text.
        found: its sentences.
        asked: what it asks to answer, in which the parts of a plan are named.
        wanted: what it asks to send; where it finds nothing else wanting, documents that are missing.
        data: the phrases.
    """
    detailed = sentences_with(folded, found, data.detail)
    undone = Spans(sentences_with(folded, found, data.wanting.get(NOT_DONE, ())))
    named = Spans((*((one.start, one.end) for one in asked), *detailed))
    read: list[Read[str]] = []
    for slug, phrases in data.wanting.items():
        if slug in PARTS:
            read += stands_for(folded, {slug: phrases}, within=named, without=undone)
        else:
            read += stands_for(folded, {slug: phrases})
    if not read:
        read += [Read(MISSING, one.start, one.end) for one in wanted if one.value != PLAN][:1]
    return tuple(read)
