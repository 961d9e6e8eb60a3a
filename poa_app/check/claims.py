"""Whether the letter claims a paper of which the manager says that it cannot be had."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from poa_app.check.context import CheckContext, Span
from poa_app.knowledge.asked import given_up
from poa_app.model.finding import Finding
from poa_app.model.text import FIELD_LIMIT

_CLAIM = (
    r"\b(?:attach|enclos|provid|submit|includ|upload|present|send|sent|shows?|see)\w*\b(?:(?!\bnot?\b|n't\b|\bwithout\b)"
    r"[^.;\n]){0,80}?"
)
"""How a letter says that a paper is there, up to the paper's name."""


def claims(context: CheckContext) -> Iterator[Finding]:
    """Find words that claim a paper which is not there and cannot be had."""
    held = {exhibit.kind for exhibit in context.case.exhibits}
    absent = [kind for kind in sorted(given_up(context.case) - held) if kind in context.known.evidence]
    for path, text in context.printed if absent else ():
        if not isinstance(text, str) or len(text) > FIELD_LIMIT or path.endswith("/words"):
            continue
        for kind in absent:
            known = context.known.evidence[kind]
            found = next(filter(None, (_compiled(pattern).search(text) for pattern in known.asked_as)), None)
            if found:
                span = Span(found.start(), found.end(), found[0])
                yield context.find("papers.claimed", path, span, evidence=known.name)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(f"{_CLAIM}(?:{pattern})", re.IGNORECASE)
