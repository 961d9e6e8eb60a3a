"""Whether somebody says that goods were not genuine or that a paper was altered: there a letter is not the way on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from poa_app.check.context import CheckContext, Span
from poa_app.model.finding import Finding
from poa_app.model.text import FIELD_LIMIT

_FAKE = r"(?:fakes?|counterfeits?|replicas?|knock-?offs?)"
_GOODS = re.compile(
    rf"\b(?:goods|products?|items?|stock|units?|they|it|these)\s+(?:were|was|are|is)\s+(?:really |in fact |actually )?"
    rf"(?:{_FAKE}|not (?:genuine|authentic)|non-genuine)\b"
    rf"|\b(?:we|i)\s+(?:have )?(?:sold|bought|sell|listed|stocked)\s+(?:some )?{_FAKE}\b"
    r"|(?:货|产品|商品|这批|都)是(?:假货|假的|仿品|高仿|山寨)|卖(?:的是|了|过)(?:假货|仿品|高仿)",
    re.IGNORECASE,
)
_SOMEBODY = r"(?:we|i|he|she|they|staff|our \w+|the (?:agency|assistant|operator|client|supplier))"
_ALTERED = (
    r"(?:edited|altered|modified|photoshopped|faked|forged|retouched|fabricated"
    r"|changed the (?:date|name|amount|quantity)s? (?:on|in|of))"
)
_PAPER = r"(?:invoice|receipt|certificate|bank statement|utility bill|licen[cs]e|document|test report)s?"
_CHINESE_PAPER = "(?:发票|文件|单据|证书|账单|执照|授权书)"
_PAPERS = re.compile(
    rf"\b{_SOMEBODY}\s+(?:have |had |has )?{_ALTERED}\s+(?:the |an? |our |this |that |these |some )?(?:\w+ )?{_PAPER}\b"
    rf"|{_CHINESE_PAPER}(?:是)?(?:假的|买的|P的|伪造|P过|改过|PS过)"
    rf"|(?:P|PS|改|伪造)(?:了|过)(?:一?张|这张|那张|部分)?{_CHINESE_PAPER}",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:that|whether|if|suspect\w*|claim\w*|said|says|wrote|complain\w*|believ\w*|thought|think|feared?)\b[^.;\n]*\Z",
    re.IGNORECASE,
)
"""How somebody else's suspicion is told, up to its words."""
_BEFORE = 120
"""Characters before words in which it may stand; a field full of such words is read in no time, too."""
ABOUT_PAPERS = "forged-documents"
"""The enforcement whose cases have to tell openly what was done to a paper."""


def integrity(context: CheckContext) -> Iterator[Finding]:
    """Find words by which goods were not genuine or papers were altered, in fields and in Chinese drafts."""
    texts = [(path, value) for path, value in context.typed if not path.startswith(("/notice/text", "/drafts"))]
    texts += [(draft.path, draft.text) for draft in context.case.drafts]
    for path, text in texts:
        if not isinstance(text, str) or len(text) > FIELD_LIMIT or path.startswith("/earlier_appeals"):
            continue
        for rule, pattern in (("integrity.goods", _GOODS), ("integrity.papers", _PAPERS)):
            if rule == "integrity.papers" and ABOUT_PAPERS in context.case.enforcements:
                continue
            found = _first(pattern, text)
            if found:
                yield context.find(rule, path, found)


@lru_cache(maxsize=4_000)  # after an edit all other fields are as they were
def _first(pattern: re.Pattern[str], text: str) -> Span | None:
    """Return the first words of a kind that do not tell what somebody else said."""
    found = (one for one in pattern.finditer(text) if not _is_reported(text, one.start()))
    return next((Span(one.start(), one.end(), one[0]) for one in found), None)


def _is_reported(text: str, at: int) -> bool:
    """Whether words at a place tell what somebody else said or suspected."""
    return bool(_REPORTED.search(text[max(0, at - _BEFORE) : at]))
