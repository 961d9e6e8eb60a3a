"""Several messages in one paste: which one is the newest, and who wrote it."""

from __future__ import annotations

import re
from itertools import pairwise

_HEAD = re.compile(
    r"""^[ \t>+|*]{0,12}(?:-{2,}\s?(?:Original|Forwarded|Weitergeleitet)[^\n]{0,60}|(?:From|Von|De|发件人
        |寄件者)\s?[:：][^\n]{1,120}
    |(?:On|Am)\s[^\n]{6,100}(?:wrote|schrieb)\s?:|在[^\n]{6,80}写道[:：]|={5,}|_{8,}|(?:\d(?:st|nd|rd
    |th))\smessage:?)[ \t]*$""",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
_OURS = re.compile(
    r"\b(?:I|we) (?:have|had|will|apologi[sz]e|understand|sincerely|take|took|did|were|are|failed|identified"
    r"|found|trained|changed|reviewed|hope|kindly|would|now)\b"
    r"|\b(?:our|my) (?:account|team|staff|company|store|warehouse|supplier|root cause|plan|business)\b|我们(?:已"
    r"|将|在|公司|团队|店铺)|我司",
    re.IGNORECASE,
)
_YOURS = re.compile(r"\byour?\b|您|你的", re.IGNORECASE)
_PLAN = re.compile(
    r"root cause|correctiv|preventi|actions? (?:we|I) (?:have )?t(?:aken|ook)|plan of action|to prevent"
    r"|apologi[sz]e|根本原因|纠正|预防|整改|道歉",
    re.IGNORECASE,
)
_SENDER = re.compile(
    r"^[ \t>+|*]{0,12}(?:From|Von|De|发件人|寄件者)\s?[:：][^\n]{0,80}@[^\n]{1,60}"
    r"|^[ \t>+]{0,12}On\s[^\n]{6,90}wrote:",
    re.MULTILINE,
)
_NOTE = re.compile(
    r"\b(?:see\sbelow|below\sis|forward(?:ed|ing)\b|fyi\b|fwd\b|(?:my|our|the|a)\sclient|client(?:'s)?\s(?:says|got|sent|writes)"
    r"|can\syou\b|please\s(?:help|advise)|any\sidea|what\s(?:do|should|can)\s(?:we|i)\b|thoughts\?|thanks\sin\sadvance"
    r"|siehe\sunten|bitte\sum\shilfe|voir\sci-dessous|vedi\ssotto|ver\sabajo)|客户|转发|帮忙|帮我|帮看|请看|怎么办",
    re.IGNORECASE,
)
"""Words of a note by which somebody passes a message on."""
SHORT = 120
"""Signs below which a part above another message is a word to whom it was passed on."""


def is_appeal(text: str) -> bool:
    """Whether a text is a plan of the seller's own: in the first person, about causes, actions and controls."""
    ours = len(_OURS.findall(text))
    return ours >= 3 and ours > len(_YOURS.findall(text)) and len(set(map(str.lower, _PLAN.findall(text)))) >= 2


def newest(text: str) -> tuple[int, int]:
    """Return where the newest message of Amazon's stands in a text that may quote others below it.

    Parts that are too short for a message, letters of others and appeals of the seller's own are passed over.
    """
    cuts = [0, *(head.start() for head in _HEAD.finditer(text)), len(text)]
    parts = [(start, end) for start, end in pairwise(cuts) if len(text[start:end].strip()) >= SHORT]
    theirs = [part for part in parts if not _is_ours(text[slice(*part)])]
    if len(theirs) > 1 and theirs[0][0] == 0 and _is_note(text[slice(*theirs[0])]):
        theirs = theirs[1:]
    return theirs[0] if theirs else (0, len(text))


def _is_note(part: str) -> bool:
    """Whether a part without a head of its own is a note to whom a message was passed on."""
    return not _HEAD.match(part) and bool(_NOTE.search(part))


def _is_ours(part: str) -> bool:
    sender = _SENDER.search(part, 0, 200)
    return is_appeal(part) or (sender is not None and "amazon" not in sender.group().lower())
