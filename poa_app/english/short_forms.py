"""Short forms of words grown together with the one before: "didn't" holds "did" and "not", "we're" holds "are"."""

from __future__ import annotations

import re
from functools import lru_cache

_HELPERS = (
    r"(?:(?<=\bdo|\bis|\bwo)|(?<=\bdid|\bwas|\bare|\bhas|\bhad)|(?<=\bdoes|\bwere|\bhave|\bneed|\bmust)"
    r"|(?<=\bcould|\bwould)|(?<=\bshould))"
)
WILL = "wo(?=n'?t|'nt)|wo(?:n'?t|'nt)"
"""The pattern of "will" as it stands in "won't", and of both words where any may follow."""
CANNOT = "ca'nt"
"""How "can't" is written by mistake."""
_HOSTS = (
    r"(?:(?<=\bit|\bhe)|(?<=\bshe|\bwho)|(?<=\bthat|\bthis|\bwhat|\bhere)|(?<=\bthere)"
    r"|(?<=\bnobody)|(?<=\beverything)|(?<=\bnothing))"
)
"""Words after which "'s" is a verb, not a possessive."""
_IS = rf"{_HOSTS}'s"
_OWN = re.compile(r"(do|is|did|was|are|has|had|does|were|have|need|must|could|would|should|can|ca|wo)(?:n?'?t|'nt|not)")
_WRITTEN_OUT = {"wo": ("will",), "ca": ("can", "cannot", "can't")}
_SHORTENED = {
    "re": ("are",),
    "s": ("is", "has"),
    "m": ("am",),
    "ve": ("have",),
    "ll": ("will",),
    "d": ("had", "would"),
}

SHORT_FORMS = {
    "not": rf"(?:{_HELPERS}(?:n'?t|'nt)|(?<=\bcan)(?:'?t|not))",
    "are": "'re",
    "is": _IS,
    "has": _IS,
    "am": r"(?:'m|(?<=\bi)m)",
    "have": "'ve",
    "will": "'ll",
    "would": "'d",
    "had": "'d",
}
"""By word, the pattern of its short form, which follows a word without a gap."""


@lru_cache(maxsize=20_000)
def parts_of(low: str) -> tuple[str, ...]:
    """Return the word a form, in small letters, begins with, and whatever is grown together with it."""
    if low[-1:] == "t" and (negated := _OWN.fullmatch(low)):
        return *_WRITTEN_OUT.get(negated.group(1), (negated.group(1),)), "not"
    if low == "im":
        return "i", "am"
    first, _, rest = low.partition("'")
    return (first, *_SHORTENED.get(rest, ()))
