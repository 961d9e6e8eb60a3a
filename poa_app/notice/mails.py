"""Whether a message is a mail that is no enforcement, and of which kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from poa_app.facts.folding import Folded, fold_phrase
from poa_app.knowledge import Knowledge
from poa_app.knowledge.notice_words import Recognition
from poa_app.notice.moods import is_conditional, tells_no_deed
from poa_app.notice.spans import Spans
from poa_app.notice.speech import repeats_buyer
from poa_app.notice.word_classes import Sentences, rules_of

OPENING = 160
"""Characters within which a text says what it begins as."""

ANSWERED = frozenset({"buyer-message", "refund"})
"""Mails that are no enforcement and want an answer in time."""

BUYERS, NO_KIND = "buyer-message", "other"
"""Mail that repeats what a buyer says, and mail of no kind that is known."""

FEW = 1
"""Words that take something away, which a mail that enforces nothing may hold."""

MOST_ENFORCING = 5
"""Words that take something away, of which no more are counted."""


@dataclass(frozen=True)
class Bearings:
    """What a message does to its reader.

    Attributes:
        named: whether it names an enforcement; that alone makes it no notice.
        asks: whether it asks something, or gives time for an answer.
        answers: whether it answers an appeal.
    """

    named: bool
    asks: bool
    answers: bool


def mail_of(folded: Folded, words: Sentences, outside: Spans, does: Bearings, known: Knowledge) -> str:
    """Return what kind of mail a text is that is no enforcement; words that take something away outweigh it.

    Args:
        folded: the text.
        words: its sentences with the classes of their words.
        outside: places of words that stand in notices of any kind, which make no mail of one.
        does: what else it does to its reader.
        known: the data files.
    """
    data = known.recognition
    if opened := _opened(folded, data):
        return opened
    if not does.answers and repeats_buyer("\n".join(one.text for one in words.pieces)):
        return BUYERS
    enforcing, done = _enforcing(folded, words, known)
    harmless = _is_harmless(words) and not (done and enforcing)
    enforces = done and not harmless
    if not enforces and _reminds(words, known):
        return NO_KIND
    weighed = Bearings(does.named and not harmless, does.asks and not harmless, does.answers)
    told = {} if weighed.named and (enforces or weighed.asks) else _told(words, known)
    found = {
        kind: 2 * (_standing(folded, said.names, outside) + told.get(kind, False))
        + _standing(folded, said.hints, outside)
        for kind, said in data.mails.items()
    }
    kind = max(found, key=lambda one: found[one], default="")
    if not kind:
        return ""
    enforcing = max(enforcing, enforces)
    if not (weighed.named or enforcing or weighed.asks or weighed.answers):
        called = found[kind] >= 2
    else:
        named = told.get(kind) or _standing(folded, data.mails[kind].names, outside)
        called = bool(named) and found[kind] > _against(kind, enforcing, weighed, data)
    if called:
        return kind
    if harmless and not does.named and not does.answers:
        return kind if found[kind] else NO_KIND
    return ""


def _against(kind: str, enforcing: int, does: Bearings, data: Recognition) -> int:
    """Return what speaks against a kind of mail."""
    if data.mails[kind].may_name:
        strict = does.named or enforcing
        against = enforcing + (2 if does.named and enforcing else 0) + (2 if strict else 1) * does.asks
    else:
        against = 2 * enforcing + 3 * does.named + (2 if does.asks and kind not in ANSWERED else 0)
    return against + 2 * does.answers


def _enforcing(folded: Folded, words: Sentences, known: Knowledge) -> tuple[int, bool]:
    """Return how many words take something away, and whether a sentence tells that it was done."""
    none_done = tuple(tells_no_deed(one.text) for one in words.pieces)
    idle = Spans((one.start, one.end) for one, none in zip(words.pieces, none_done, strict=True) if none)
    told = (not none and not idle for none, idle in zip(none_done, words.having("harmless"), strict=True))
    done = any(words.kept(told).telling(rules_of(known).enforces))
    return min(_standing(folded, known.recognition.enforces, idle), MOST_ENFORCING), done


def _reminds(words: Sentences, known: Knowledge) -> bool:
    """Whether a message only reminds of what is kept on file: nothing is in danger, refused or complained of."""
    kept = words.kept(not one for one in words.having("harmless"))
    elsewhere = kept.kept(not one for one in words.having("reminder", "on-file"))
    against = (
        *kept.having("taken", "danger", "right-owner", "altered", "intruder", "inform"),
        *kept.having("thanks", "you-said", "under-review"),
        *elsewhere.having("invalid"),
    )
    checked = zip(elsewhere.having("account"), elsewhere.having("read", "verify", "check"), strict=True)
    if any(against) or any(map(all, checked)) or any(kept.telling(rules_of(known).upheld)):
        return False
    return any(words.telling(rules_of(known).reminds))


def _is_harmless(words: Sentences) -> bool:
    """Whether a message says that nothing was or has to be done, and neither under a condition nor to buyers."""
    said = zip(words.pieces, words.having("harmless"), words.having("buyer"), strict=True)
    return any(one and not of_buyers and not is_conditional(piece.text) for piece, one, of_buyers in said)


def _told(words: Sentences, known: Knowledge) -> Mapping[str, bool]:
    """Return for each kind of mail whether a sentence tells it."""
    spoken = words.kept(not one.bullet for one in words.pieces)
    return {kind: any(spoken.telling(rules)) for kind, rules in rules_of(known).mails.items()}


def _opened(folded: Folded, data: Recognition) -> str:
    """Return the kind of mail that a text begins as, where hardly a word takes something away."""
    if _standing(folded, data.enforces, Spans(())) > FEW:
        return ""
    for kind, said in data.mails.items():
        places = (next(folded.find(fold_phrase(phrase)), None) for phrase in said.opens)
        if any(place and place[0] < OPENING for place in places):
            return kind
    return ""


def _standing(folded: Folded, phrases: tuple[str, ...], outside: Spans) -> int:
    """Return how many phrases stand in a text, those of one place counted once."""
    said = (parts for phrase in phrases if (parts := fold_phrase(phrase))[0] in folded.letters)
    places = (next((at for at in folded.find(parts) if not outside.hold(at)), None) for parts in said)
    return len({place[0] for place in places if place})
