"""How much a name bears on what a notice is about, by where it stands in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from poa_app.notice.spans import Span, Spans
from poa_app.notice.word_classes import Sentences, Told

SHORT = 250
"""Characters of a text within which nothing is late."""

EARLY, EARLY_WEIGHT = 0.35, 1.25
"""Share of a text in which it says what it is about, and how much more words weigh there."""

REASON_WEIGHT = 1.3
"""How much more a phrase weighs in a sentence that tells why: "because you have violated ..."."""

ASKED_WEIGHT = 1.4
"""How much more a phrase weighs in what the notice asks: "the root causes of the late shipments"."""

PAPER_WEIGHT = 0.5
"""How much less one weighs in what the notice asks to send: "the declaration of conformity"."""

ASIDE_WEIGHT = 0.5
"""How much less one weighs that may only follow, or by which another account was closed."""

OF_OTHERS = frozenset({"related-accounts"})
"""What is about another account."""


@dataclass(frozen=True)
class Bearing:
    """Where the parts of a notice stand.

    Attributes:
        until: the place up to which a name is early.
        asked: what it asks to answer.
        points: what of it stands for itself, not in a sentence that says more.
        of_plan: its sentences that speak of a part of a plan.
        reasons: its sentences that tell why it came.
        ahead: its sentences that tell what may follow.
        elsewhere: its sentences that tell of another account that was closed.
        linked: those of them that tell how it is linked with the reader's.
    """

    until: float
    asked: Spans
    points: Spans
    of_plan: Spans
    reasons: Spans
    ahead: Spans
    elsewhere: Spans
    linked: Spans

    def weight(self, place: Span, slug: str) -> float:
        """Return how much more or less the name of an enforcement weighs at a place."""
        reason = REASON_WEIGHT if self.reasons.hold(place) else 1.0
        if self.asked.hold(place) and self.of_plan.hold(place):
            weight = ASKED_WEIGHT * reason
        elif self.points.hold(place):
            weight = PAPER_WEIGHT * reason
        else:
            weight = self.told_weight(place)
        if self.elsewhere.hold(place) and slug not in OF_OTHERS:
            weight *= ASIDE_WEIGHT
        return weight * (ASIDE_WEIGHT if self.ahead.hold(place) and reason == 1.0 else 1.0)

    def aside(self, told: Told, slug: str) -> float:
        """Return how much less a sentence weighs that tells of another account, for what is about none."""
        return ASIDE_WEIGHT if slug not in OF_OTHERS and self.linked.hold((told.start, told.end)) else 1.0

    def told_weight(self, place: Span) -> float:
        """Return how much more the sentence at a place weighs that tells an enforcement."""
        weight = EARLY_WEIGHT if place[0] < self.until else 1.0
        return weight * (REASON_WEIGHT if self.reasons.hold(place) else 1.0)


def bearing(
    last: int,
    asked: Iterable[Span],
    points: Iterable[Span],
    reasons: Iterable[Span],
    ahead: Iterable[Span],
    words: Sentences | None,
) -> Bearing:
    """Return where the parts of a notice stand.

    Args:
        last: the place of its last letter.
        asked: places of what it asks to answer.
        points: those of it that stand for themselves.
        reasons: places of the sentences that tell why it came.
        ahead: places of those that tell what may follow.
        words: its sentences with the classes of their words.
    """
    return Bearing(
        max(SHORT, last * EARLY),
        Spans(asked),
        Spans(points),
        Spans(_holding(words, any, "cause", "corrective", "preventive")),
        Spans(reasons),
        Spans(ahead),
        Spans(_holding(words, all, "other-account", "taken")),
        Spans(_holding(words, all, "other-account", "taken", "related")),
    )


def _holding(words: Sentences | None, how: Callable[[Iterable[bool]], bool], *names: str) -> Iterator[Span]:
    """Yield the places of the sentences in which words of some classes stand: of any of them, or of all."""
    if words is not None:
        for one, *holds in zip(words.pieces, *(words.having(name) for name in names), strict=True):
            if how(holds):
                yield one.start, one.end
