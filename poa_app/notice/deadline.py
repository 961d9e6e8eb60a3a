"""The time a notice gives: within 72 hours, by December 3, 17 days; not the time in which Amazon answers."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

from poa_app.facts.allowances import allowances
from poa_app.facts.tokens import tokens
from poa_app.notice.days import day_meant
from poa_app.notice.reading import Read, TimeAllowed
from poa_app.notice.sentences import Piece

_NUMBER = (
    r"(?:\d{1,3}|one|two|three|five|seven|ten|fourteen|fifteen|seventeen|thirty|sixty|ninety|seventy-two|forty-eight)"
)
_UNIT = r"(?:business |working |calendar )?(?:hours?|days?|weeks?)"
_WITHIN = re.compile(
    rf"\b(?:within|in|for|have|next|you have)\s(?:the\s)?(?:next\s|up to\s)?{_NUMBER}(?:\s?\(\d{{1,3}}\))?[\s-]{{1,2}}{_UNIT}\b"
    rf"(?:\s(?:of|from|after)\s(?:receiving\s|receipt of\s|the date of\s)?(?:this|the|your)?\s?(?:notification|notice|e-?mail|message|letter|date)?)?"
    r"|(?:在|于|请在|需在|请于)?\s{0,2}(?:收到[^，。]{0,12}(?:后|起|之日起)的?\s{0,2})?(?:\d{1,3}|[一二三五七十]{1,3})\s{0,2}(?:个)?\s{0,2}(?:小时|天|工作日|自然日|日)\s{0,2}(?:之?内|以内)"
    r"|\binnerhalb von\s\d{1,3}\s(?:Tagen|Stunden|Werktagen)|\bbinnen\s\d{1,3}\s(?:Tagen|Stunden)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:by|before|until|no later than|not later than|prior to|due(?: date)?(?: on|:)?|deadline(?: is|:)?|bis(?: zum)?)\s{1,2}|(?:截止|之前|前提交|前完成|于)",
    re.IGNORECASE,
)
_ABOUT_US = re.compile(
    r"\b(?:we(?:'ll| will| may| aim| expect| usually| typically|'d)|our team|amazon will|you(?:'ll| will) (?:hear|receive|get)|allow|"
    r"respon(?:d|se) (?:with)?in|reply within|review(?:ed)? (?:with)?in|decision (?:with)?in|last|past|previous|prior \d|dated|issued|older than|"
    r"withh(?:o|e)ld|hold|funds|disburse\w*|payments?|balance|destroy|dispos\w*|removal order|purchased|sales|tracking|delivered|window|average|"
    r"ship(?:ped|ment)? within|refund within|your buyers?|customers?|new orders|returns?)\b|我们将|我们会|过去|最近|近\d|开具|回复您|发货后",
    re.IGNORECASE,
)
_ON_US = re.compile(
    r"\b(?:if (?:you|we) (?:do|have|did) not|unless|failure to|you must|you need|please|you have|required|respond|submit|provide|send|appeal|act|complete|verify|dispute|confirm|upload|contact)\b|请|您|需|否则|逾期|提交|申诉",
    re.IGNORECASE,
)


def deadline(found: tuple[Piece, ...], received: date | None, order: str) -> Read[TimeAllowed] | None:
    """Return the time a notice gives for an answer: of several, the one that ends first.

    Args:
        found: its sentences.
        received: the day of the notice, from which a period counts.
        order: ``month-first`` or ``day-first``, for days in numbers.
    """
    reads = [one for piece in found for one in _in(piece, received, order)]
    return min(reads, key=lambda one: (one.value.due or date.max, one.start), default=None)


def _in(piece: Piece, received: date | None, order: str) -> list[Read[TimeAllowed]]:
    text = piece.text
    read: list[Read[TimeAllowed]] = []
    if not _ON_US.search(text):
        return read
    for match in _WITHIN.finditer(text):
        clause = _clause(text, match.start(), match.end())
        if _ABOUT_US.search(clause) and not re.search(
            r"\byou must|please|if you do not|您需|请", clause, re.IGNORECASE
        ):
            continue
        allowed = next(iter(allowances(match.group())), None)
        if allowed:
            due = allowed.end(datetime.combine(received, time(0), UTC)).date() if received else None
            words = match.group().strip()
            read.append(
                Read(TimeAllowed(words, due, allowed.unit != "hours" and received is not None), piece.start, piece.end)
            )
    for token in tokens(text):
        if token.kind != "date":
            continue
        before = text[max(0, token.start - 40) : token.start]
        led = _BY.search(before)
        if (
            not led
            or before[led.end() :].strip(" ,（(") not in _BETWEEN
            or _ABOUT_US.search(before[: led.start()][-25:])
        ):
            continue
        day = day_meant(token, order, after=received)
        if day:
            words = text[max(0, token.start - 40) + led.start() : token.end]
            read.append(Read(TimeAllowed(words.strip(), day, len(token.values) == 1), piece.start, piece.end))
    return read


_BETWEEN = frozenset({"", "the", "on", "11:59 pm", "midnight on", "end of day", "close of business on", "zum", "dem", "monday", "tuesday",
                      "wednesday", "thursday", "friday", "saturday", "sunday"})  # fmt: skip


def _clause(text: str, start: int, end: int) -> str:
    """Return what stands around words within their sentence, between its semicolons."""
    begin = max(text.rfind(";", 0, start), text.rfind(". ", 0, start)) + 1
    stop = min((at for at in (text.find(";", end), text.find(". ", end)) if at >= 0), default=len(text))
    return text[begin:stop]
