"""Parts of a request that stand behind a colon in one sentence: "Send us: the root causes, the actions you took"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_COLON = re.compile(r"\s?[:：]\s?")
_BEGINS = (
    r"(?:the|an?|your|all|each|any|one|two|three|copies|copy|proof|evidence|invoices?|receipts?|documents?|names?"
    r"|who|what|how|why|when|which|whether|where|in what way|root causes?|corrective|preventi\w+|tracking|photos?"
    r"|photographs?|pictures?|images?|lists?|bank|government|actions?|steps?|reasons?|causes?|details?|dates?|measures|contact"
    r"|prevention|confirmation|correction|immediate|recent|current|signed|complete|shipping|names?|screenshots?"
    r"|that|a full|test|purchase|safety|business|utility|proofs?|certificates?|die|der|das|wie|welche|warum|eine?n?)\b"
)
_FIRST = re.compile(rf"\s?(?:\(?[a-h1-9][.)]\s)?{_BEGINS}", re.IGNORECASE)
_NEXT = re.compile(
    rf"\s?[;；]\s?(?:and\s|or\s|und\s)?|(?<!\band)(?<!\bor)\s?,\s"
    rf"(?:and\s|or\s|und\s|as well as\s)?(?={_BEGINS})(?!where\b)",
    re.IGNORECASE,
)
_SHORT_LEAD = re.compile(
    r"^(?:please\s|and\s|then\s)?(?:tell\sus|explain|send\sus|we\sneed|provide|include|submit|to\sresolve|what\sto\sdo)$",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"\s(?:and|und|or)\s(?=(?:the|how|what|why|who|which|when|where|an?|your|proof|confirmation|wie|was|welche|die|eine?)\b)",
    re.IGNORECASE,
)
LEAST, LONGEST = 2, 2_000
"""Parts from which on they are told apart, since a single one is no list; signs above which a text is no sentence."""


def parts_behind_colon(text: str) -> Iterator[tuple[int, str]]:
    """Yield where the words that lead in some parts end, and each part; nothing where there are no two of them."""
    for colon in _COLON.finditer(text) if len(text) < LONGEST else ():
        if not _FIRST.match(text, colon.end()):
            continue
        rest = text[colon.end() :].rstrip(" .!")
        cuts = [(0, 0), *(cut.span() for cut in _NEXT.finditer(rest))]
        if len(cuts) > 1 or ";" in rest:
            cuts += [cut.span() for cut in _LAST.finditer(rest, cuts[-1][1])][-1:]
        else:
            cuts += [cut.span() for cut in _LAST.finditer(rest)][:1]
        found = [rest[one[1] : other[0]] for one, other in pairwise([*cuts, (len(rest), len(rest))])]
        if (len(found) >= LEAST or _SHORT_LEAD.match(text[: colon.start()])) and all(found):
            yield from ((colon.start(), part.strip(" ,;")) for part in found)
            return
