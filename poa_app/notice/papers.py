"""The papers a notice asks to send, by the words of the data and the patterns of the kinds of evidence."""

from __future__ import annotations

import re
from collections.abc import Mapping

from poa_app.facts.folding import Folded, fold, fold_phrase
from poa_app.notice.reading import Read
from poa_app.notice.sentences import Piece


def asked_for(
    found: tuple[Piece, ...],
    wanted: tuple[Read[str], ...],
    phrases: Mapping[str, tuple[str, ...]],
    patterns: Mapping[str, tuple[re.Pattern[str], ...]],
) -> tuple[Read[str], ...]:
    """Return the slugs of what a text asks to send, in the data's order, each with the place that says so.

    Args:
        found: its sentences and points.
        wanted: its questions.
        phrases: words of requests by slug; only sentences that ask are read.
        patterns: of the kinds of evidence, likewise.
    """
    asking = [Read(piece.text, piece.start, piece.end) for piece in found if _asks_to_send(piece)]
    asking += [*wanted]
    folded = [(fold(one.value), one) for one in asking]
    papers = [(text, one) for text, one in folded if not _OF_PLAN.search(one.value)]
    read: list[Read[str]] = []
    for slug in dict.fromkeys((*phrases, *patterns)):
        place = next(
            (
                one
                for text, one in (folded if slug == PLAN else papers)
                if _wants(text, one.value, phrases.get(slug, ()), patterns.get(slug, ()))
            ),
            None,
        )
        if place is None and slug == PLAN and sum(bool(_OF_CAUSES.match(one.value)) for one in wanted) > 1:
            place = wanted[0]
        if place:
            read.append(Read(slug, place.start, place.end))
    return tuple(read)


def _wants(folded: Folded, text: str, phrases: tuple[str, ...], patterns: tuple[re.Pattern[str], ...]) -> bool:
    """Whether words ask for a paper, by a phrase or a pattern."""
    return any(_stands(folded, phrase) for phrase in phrases) or any(one.search(text) for one in patterns)


PLAN = "plan-of-action"
_OF_CAUSES = re.compile(
    r"(?:tell us )?(?:why\b|how (?:you|the|this|these|it|will|do|is|are|such)\b"
    r"|what (?:you|has been|was|have|went|caused|will)\b"
    r"|the (?:reasons?|causes?)\b|who (?:did|arranged|decided)\b)",
    re.IGNORECASE,
)
"""Questions of which two together ask for a plan, by whatever name."""
_OF_PLAN = re.compile(
    r"root causes?|Ursachen?|causes profondes|cause principali"
    r"|actions? (?:you have )?taken|steps? you have taken|根本原因",
    re.IGNORECASE,
)
"""Words of the parts of a plan, which name papers only as what went wrong."""

_SENDS = re.compile(
    r"""\b(?:please|provide|submit|send|upload|include|attach|need|retract\w*|resubmit|appeal\s(?:again\s)?with
        |reply\swith|required?|proof|evidence|give|missing
    |providing|sending|submitting|attaching|uploading|resubmitting|at\shand|have\sready|bring
    |documentation\srequired|examples?:|add\s(?:the|an?|your)
    |retract|withdraw|apply\sagain\swith|dispute\s.{3,40}\swith|whether\syou
    |bitte|senden|benötigen|benoetigen|veuillez|fournir|inviare|fornire|enviar|proporcion\w+)\b|请|提供|提交|上传|补充|需要|补资料|要交|附上""",
    re.IGNORECASE | re.VERBOSE,
)
_SENDS_NOT = re.compile(
    r"""\b(?:(?:don't|do\snot|needn't|will\snot)\s(?:need|have)\sto
        |no\sneed\sto|need\snot|who\s(?:do\snot|don't|fail)
        |no\s(?:plan|appeal)|not\s(?:needed|required|necessary|accept\w*)|do\snot\s(?:send|submit)
        |don't\s(?:send|submit)|you\s(?:have\s)?(?:sent|submitted)
    |thank\syou\sfor|we\sreceived|could\snot\sverify|learn\smore|search\sfor|to\sfind\smore
    |for\sinformation\son|if\sno\saction\sis\staken)\b|无需|不需要|感谢""",
    re.IGNORECASE | re.VERBOSE,
)


def _asks_to_send(piece: Piece) -> bool:
    return bool(_SENDS.search(piece.text)) and not _SENDS_NOT.search(piece.text)


def _stands(folded: Folded, phrase: str) -> bool:
    return next(folded.find(fold_phrase(phrase)), None) is not None
