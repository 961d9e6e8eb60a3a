"""Which sentences of a notice tell why it came, and which only recall a rule that holds for everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poa_app.notice.sentences import Piece
from poa_app.notice.spans import Span

_WHY = re.compile(
    r"""\bbecause\b|\bdue\sto\b|\bviolat(?:es?|ed|ions?|ing)\b|\breasons?:|\bwe\s(?:have\s)?(?:found|received|noticed|believe
        |learned|identified|detected|determined)\b|\b(?:complaint|infringement|violation|issue)\s(?:type|reason)
    |\bcomplain(?:ts?|ed)\b|\bfail(?:ed|s)\sto\b|\b(?:is|was|are|has\sfallen|has\srisen)\s(?:above|below|over|under)\b|\bexceed
    |\bdo(?:es)?\snot\s(?:meet|comply|match)\b|\baccount\s(?:has\sbeen|was|is)\s(?:used|related|linked|engaged)
    |因为|由于|违反|原因|投诉|我们(?:发现|收到|认为|注意到)""",
    re.IGNORECASE | re.VERBOSE,
)
_ASKED_WHY = re.compile(
    r"^(?:why\s(?:did|is|was|has|have|are)\b|reason\b|what\s(?:happened|went\swrong)|为什么)", re.IGNORECASE
)
_GENERAL = re.compile(
    r"""\b(?:(?:is|are)\s(?:\w+\s)?(?:prohibited|forbidden)|(?:is|are)\s(?:never\s(?:allowed|permitted|tolerated)|not\stolerated)
        |never\sallows?|not\stolerate|zero[-\s]tolerance|must\s(?:also\s)?(?:always\s)?be\s(?:authentic|respected|genuine|safe|original)
    |keep\sin\smind|as\sa\sreminder|please\sremember|we\sremind|we\stake\s.{3,60}\s(?:seriously|serious)
    |(?:can|may|might|could)\s(?:also\s)?(?:affect|impact|influence|count|lower)|counts?\s(?:in|into|towards?|against)\syour
    |work(?:s|ing)?\shard\sto|is\scommitted\sto|to\sprotect\sour)\b|严禁|严格禁止|不允许|请注意""",
    re.IGNORECASE | re.VERBOSE,
)
_OWN = re.compile(
    r"""\byou\s(?:have|had|are|were|sold|listed|offered|violated|asked|sent|used|engaged)\b|\bwe\s(?:have\s)?(?:found|received|believe
        |removed|took|deactivated|noticed|identified|confirmed)\b|\bbecause\b|\bthis\swas\sdone\b|\bwe\sdid\sthis\b|\bthis\s(?:listing|product|item|offer)\b
    |\byour\s(?:\w+\s){0,3}(?:account|listings?|offers?|products?|items?|invoices?|documents?|variations?)\s(?:has|have|was|were|is|are|may|violat)
    |您(?:的账户|已|曾)|我们已""",
    re.IGNORECASE | re.VERBOSE,
)
"""What makes a sentence one about this seller, whatever rule it recalls."""


def reasons(found: tuple[Piece, ...]) -> Iterator[Span]:
    """Yield the places of the sentences that tell why a notice came: by their own words, or as the answer to "Why?"."""
    asked = False
    for piece in found:
        if asked or _WHY.search(piece.text):
            yield piece.start, piece.end
        asked = bool(_ASKED_WHY.match(piece.text)) and len(piece.text) < 60


def recalled_rules(found: tuple[Piece, ...]) -> Iterator[Span]:
    """Yield the places of the sentences that recall a rule and say nothing of this seller."""
    for piece in found:
        if _GENERAL.search(piece.text) and not _OWN.search(piece.text):
            yield piece.start, piece.end
