"""What else a notice tells that bears on which enforcement it is."""

from __future__ import annotations

from dataclasses import dataclass

from poa_app.model.facts import Level
from poa_app.notice.sentences import Piece
from poa_app.notice.spans import Span
from poa_app.notice.word_classes import Sentences


@dataclass(frozen=True)
class Setting:
    """What else a notice tells that bears on which enforcement it is.

    Attributes:
        muted: places of words that stand in notices of any kind, within which no phrase counts.
        denied: places of the sentences that say what it is not about.
        asked: places of what it asks to answer.
        points: places of what it asks that stand for themselves.
        ahead: places of the sentences that tell what may follow.
        reasons: places of the sentences that tell why the notice came.
        met: rates that the notice shows within their targets.
        sentences: its sentences.
        level: at which it takes something away, where it says so.
        enforces: whether it takes something away, or asks something.
        answers: whether it answers an appeal.
        words: its sentences with the classes of their words.
    """

    muted: tuple[Span, ...] = ()
    denied: tuple[Span, ...] = ()
    asked: tuple[Span, ...] = ()
    points: tuple[Span, ...] = ()
    ahead: tuple[Span, ...] = ()
    reasons: tuple[Span, ...] = ()
    met: frozenset[str] = frozenset()
    sentences: tuple[Piece, ...] = ()
    level: Level | None = None
    enforces: bool = True
    answers: bool = False
    words: Sentences | None = None
