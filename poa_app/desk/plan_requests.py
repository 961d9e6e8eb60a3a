"""A plan of action that a notice asks for in one sentence, as the requests for its parts."""

from __future__ import annotations

import re

from poa_app.notice.reading import Read

_PLAN = re.compile(r"\bplans?\b(?: of action)?(?P<rest>.*)", re.IGNORECASE)
_BARE = re.compile(
    r"(?:(?:please|kindly)\s)?(?:(?:send|submit|provide|give|write)\s(?:us\s)?)?(?:an?|the|your)\splan of action",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(
    r"""\b(?:explain(?:s|ing)?|describ(?:es?|ing)|includ(?:es?|ing)|contain(?:s|ing)?|stat(?:es?|ing)|covers?|covering
    |sets?\sout|addresse?s?|addressing|with|on)\b:?\s+|\A\s*(?=(?:why|how|what)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_PART = re.compile(
    r"""(?:\A|,\s*and\s+|[,;]\s*|\s+and\s+)(?=(?:(?:the|any|all|your|our|what|which|greater\sdetail\son)\s)*
    (?:root\scauses?|causes?|corrective|preventive|preventative|prevention|(?:immediate\s)?actions?|steps?|measures?
    |reasons?|why|what|how\s(?:you|it|they|this|these|the))\b)""",
    re.IGNORECASE | re.VERBOSE,
)


def requests_of(asked: Read[str], sentence: str) -> tuple[Read[str], ...]:
    """Return what heads the sections of the answer to one question of a notice.

    Where it asks for a plan of action and names the plan's parts, these are they; where it asks for the plan and names
    none, there is nothing to head a section with, as the whole letter is the plan. Any other question stays as it is.

    Args:
        asked: the question.
        sentence: in which it was read.
    """
    words = " ".join(sentence.split()).rstrip(" .。")
    plan = _PLAN.search(words)
    if not plan:
        return (asked,)
    parts = _parts(plan["rest"])
    if len(parts) > 1:
        return tuple(Read(part, asked.start, asked.end) for part in parts)
    return () if _BARE.fullmatch(asked.value.strip(" .")) else (asked,)


def _parts(rest: str) -> list[str]:
    """Return the parts of a plan that follow the first words that lead to any; none where they do not."""
    for led in _LEADS_IN.finditer(rest):
        told = rest[led.end() :]
        starts = list(_PART.finditer(told))
        if starts and not starts[0].start():
            ends = [one.start() for one in starts[1:]] + [len(told)]
            return [told[one.end() : end].strip(" ,;") for one, end in zip(starts, ends, strict=True)]
    return []
