"""How far a case has come by a message, and whether the message is a mail that is no enforcement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poa_app.facts.folding import Folded, fold_phrase
from poa_app.knowledge import Knowledge
from poa_app.knowledge.notice_words import Recognition
from poa_app.model.facts import Stage
from poa_app.notice.spans import Span, Spans
from poa_app.notice.thread import newest

BEGINNING = 600
"""Characters within which a message says that something was given back."""

OPENING = 160
"""Characters within which a text says what it begins as."""

FEW = 1
"""Words that take something away, which a mail that enforces nothing may hold."""

MOST_ENFORCING = 5
"""Words that take something away, of which no more are counted."""

_CONDITION = re.compile(
    r"\b(?:to have|to be|if|once|until|before|when|unless|asking|want|like to|whether|decide)\b", re.IGNORECASE
)


def stage_of(folded: Folded, text: str, data: Recognition, lists: bool = False) -> Stage:
    """Return how far the case has come by the newest message of a text.

    That something was given back stands at the beginning of a message, and not under a condition.

    Args:
        folded: the text.
        text: the same as pasted.
        data: the phrases.
        lists: whether the message lists what to send; where it refuses documents and nothing else, it wants others.
    """
    message = newest(text)
    for stage, phrases in data.stages.items():
        places = [*_within(folded, phrases, message)]
        if stage == "reinstated":
            places = [
                place
                for place in places
                if place[0] - message[0] < BEGINNING and not _CONDITION.search(text[max(0, place[0] - 40) : place[0]])
            ]
        elif stage == "rejected":
            if next(_within(folded, data.more_wanted, message), None):
                return "more-information"
            if not places and next(_within(folded, data.documents_refused, message), None):
                return "more-information" if lists else "rejected"
        if places:
            return stage
    return "first"


def _within(folded: Folded, phrases: tuple[str, ...], message: Span) -> Iterator[Span]:
    """Yield where phrases stand in a message."""
    for phrase in phrases:
        for place in folded.find(fold_phrase(phrase)):
            if message[0] <= place[0] < message[1]:
                yield place


def mail_of(folded: Folded, outside: Spans, named: bool, asks: bool, answers: bool, known: Knowledge) -> str:
    """Return what kind of mail a text is that is no enforcement; words that take something away outweigh it.

    Args:
        folded: the text.
        outside: places of words that stand in notices of any kind, which make no mail of one.
        named: whether the text names an enforcement; that alone makes it no notice.
        asks: whether it asks something, or gives time for an answer.
        answers: whether it answers an appeal.
        known: the data files.
    """
    data = known.recognition
    if opened := _opened(folded, data):
        return opened
    found = {
        kind: 2 * _standing(folded, words.names, outside) + _standing(folded, words.hints, outside)
        for kind, words in data.mails.items()
    }
    kind = max(found, key=lambda one: found[one], default="")
    enforcing = min(_standing(folded, data.enforces, Spans(())), MOST_ENFORCING)
    if kind and data.mails[kind].may_name:
        against = enforcing + (2 if named and enforcing else 0) + (2 if asks else 0)
    else:
        against = 2 * enforcing + (3 if named else 0)
    against += 2 if answers else 0
    if kind and not named and not enforcing and not asks and not answers:
        return kind if found[kind] >= 2 else ""
    called = kind and _standing(folded, data.mails[kind].names, outside)
    return kind if called and found[kind] > against else ""


def _opened(folded: Folded, data: Recognition) -> str:
    """Return the kind of mail that a text begins as, where hardly a word takes something away."""
    if _standing(folded, data.enforces, Spans(())) > FEW:
        return ""
    for kind, words in data.mails.items():
        places = (next(folded.find(fold_phrase(phrase)), None) for phrase in words.opens)
        if any(place and place[0] < OPENING for place in places):
            return kind
    return ""


def _standing(folded: Folded, phrases: tuple[str, ...], outside: Spans) -> int:
    """Return how many phrases stand in a text, those of one place counted once."""
    places = (next((at for at in folded.find(fold_phrase(phrase)) if not outside.hold(at)), None) for phrase in phrases)
    return len({place[0] for place in places if place})
