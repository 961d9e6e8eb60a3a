"""Several messages pasted below each other, taken apart, and what each of them is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from poa_app.knowledge import Knowledge
from poa_app.notice.read import LONGEST, read_notice
from poa_app.notice.reading import NoticeReading

MessageKind = Literal["notice", "answer", "appeal", "mail"]
"""Amazon's first message, Amazon's answer to an appeal, an appeal of the seller, a mail that is no enforcement."""

SHORTEST = 80
"""Characters a message has before a greeting can begin the next."""

_MARKS = r"^[ \t>+|*]{0,12}"
_HEAD = re.compile(
    _MARKS + r"(?P<first>from|subject|von|betreff|de|objet|发件人|主题|"
    r"(?:to|date|sent|cc|reply-to|an|datum|gesendet|à|envoyé|收件人|日期|发送时间))\*{0,2}\s{0,3}[:：]",
    re.IGNORECASE,
)
_FIRST = frozenset(("from", "subject", "von", "betreff", "de", "objet", "发件人", "主题"))
"""Lines of a header with which a message can begin."""
_CUT = re.compile(
    _MARKS + r"(?:-{3,}\s?(?:original|forwarded) message|-{3,}\s?(?:原始邮件|转发邮件)|on\s[^\n]{6,120}\swrote:)",
    re.IGNORECASE,
)
_GREETING = re.compile(
    _MARKS + r"(?:(?:dear|hello|hi|guten tag|hallo)\b[^.!?。！？]{0,60}|to whom it may concern.{0,3}"
    r"|(?:尊敬的|亲爱的|致亚马逊)[^。！？]{0,30}|您好[^。！？]{0,10})$",
    re.IGNORECASE,
)  # fmt: skip
_TO_AMAZON = re.compile(
    _MARKS + r"(?:(?:dear|hello|hi|to)\s(?:the\s)?(?:amazon|seller performance|performance team|account health)\b"
    r"|to whom it may concern|(?:尊敬的|致|亲爱的)亚马逊)",
    re.IGNORECASE | re.MULTILINE,
)  # fmt: skip
_TO_SELLER = re.compile(
    r"\bhow do i (?:reactivate|appeal)|\bwe(?: have|'ve)? (?:removed|deactivated|suspended|blocked)\b"
    r"|\byour [a-z. -]{0,40}\b(?:accounts?|listings?|offers?|privileges) (?:has|have|was|were|will|is|are)\b"
    r"|您的.{0,12}已被",
    re.IGNORECASE,
)
"""What only Amazon writes."""
_OURS = re.compile(r"\b(?:we|our|us|i|my)\b|我们|我司|我方|本店|我店", re.IGNORECASE)
_YOURS = re.compile(r"\byou(?:rs?)?\b|您|贵店", re.IGNORECASE)
_PLAN = (
    re.compile(r"\broot causes?\b|\bwhy (?:it|this) happened|根本原因|原因分析", re.IGNORECASE),
    re.compile(r"\bcorrective\b|\bactions? (?:we have |we )?taken\b|\bimmediate|已采取|纠正|整改", re.IGNORECASE),
    re.compile(r"\bprevent|\bgoing forward\b|\blong[- ]term\b|预防|今后|避免再次", re.IGNORECASE),
)
LEAST = 3
"""How often a letter of a seller speaks of "us" at least."""
_BEGINNING = 600
"""Characters within which a letter addresses somebody."""
_BOTH = 1.5
"""How many times as often a seller's letter says "we" as "you"."""


@dataclass(frozen=True)
class Message:
    """One of several messages.

    Attributes:
        kind: what it is.
        text: its words.
        start, end: where it stands in what was pasted.
        reading: what can be read in it; of an appeal nothing, since nobody else wrote it.
    """

    kind: MessageKind
    text: str
    start: int
    end: int
    reading: NoticeReading


def messages(text: str, known: Knowledge, sites: tuple[str, ...] = ()) -> tuple[Message, ...]:
    """Return the messages that stand in a pasted text, in its order.

    Args:
        text: as pasted; read as far as a notice is.
        known: the data files.
        sites: codes of the case's stores, for the order of days where a message names no store.
    """
    return tuple(_message(text[:LONGEST], start, end, known, sites) for start, end in _apart(text[:LONGEST]))


def kind_of(text: str, known: Knowledge) -> MessageKind:
    """Return what a single message is."""
    return "appeal" if is_appeal(text) else _of_others(read_notice(text, known))


def is_appeal(text: str) -> bool:
    """Whether a text is a seller's own letter: addressed to Amazon, or speaking of "us" as a plan does."""
    text = text[:LONGEST]
    ours, yours = len(_OURS.findall(text)), len(_YOURS.findall(text))
    named = sum(bool(pattern.search(text)) for pattern in _PLAN)
    if _TO_AMAZON.search(text, 0, _BEGINNING) and ours > yours:
        return True
    if ours < LEAST or _TO_SELLER.search(text):
        return False
    return (named >= 1 and not yours) or (named >= 2 and ours > _BOTH * yours)


def _of_others(read: NoticeReading) -> MessageKind:
    if read.stage in ("rejected", "more-information", "final", "reinstated"):
        return "answer"
    return "mail" if read.mail else "notice"


def _message(text: str, start: int, end: int, known: Knowledge, sites: tuple[str, ...]) -> Message:
    words = text[start:end].strip()
    begin = start + text[start:end].find(words) if words else start
    if is_appeal(words):
        return Message("appeal", words, begin, begin + len(words), NoticeReading(stage="none"))
    read = read_notice(words, known, sites)
    return Message(_of_others(read), words, begin, begin + len(words), read)


def _apart(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of messages: each begins with its header, with what quotes it, or with its greeting."""
    start, at, said, in_head = 0, 0, 0, False
    for line in text.splitlines(keepends=True):
        words = line.strip()
        head, cut = _HEAD.match(line), _CUT.match(line)
        is_head = bool(cut or head)
        first = bool(cut or (head and head["first"].lower() in _FIRST))
        begins = (first and not in_head) or bool(_GREETING.match(words))
        if begins and said >= SHORTEST:
            yield start, at
            start, said = at, 0
        if not is_head:
            said += len(words)
        if words:
            in_head = is_head
        at += len(line)
    if text[start:].strip():
        yield start, len(text)
