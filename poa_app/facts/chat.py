"""What clients send, without what a chat or a mail puts around it; who wrote when is kept, and is no fact."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from poa_app.facts.nearest_day import day_of_iso, nearest_day
from poa_app.facts.people import is_person
from poa_app.facts.tokens import ANY_DAY, tokens
from poa_app.model.days import days_of
from poa_app.model.plain import plain_signs
from poa_app.model.relative_days import relative_days

LONGEST_HEADER = 120
"""Characters above which a line is no header."""

_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
_DAY = (
    rf"(?:\d{{1,2}}\s{_MONTH}\.?(?:,?\s\d{{4}})?|{_MONTH}\.?\s\d{{1,2}}(?:,?\s\d{{4}})?|"
    r"\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?|\d{1,2}月\d{1,2}[日号]|\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?"
    r"|昨天|前天|今天|(?:星期|周)[一二三四五六日天]|Yesterday|Today|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_TIME = r"(?:(?:[上下]午|凌晨|早上|中午|晚上)\s?)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
_STAMP = rf"(?:(?P<day>{_DAY})(?:,?\s{{0,3}}(?:at\s)?{_TIME})?|{_TIME})"
_WHO = r"(?P<who>[^\d:;,.!?。！？]{1,30}?)"
_ALONE = re.compile(rf"[-=_*\s]{{0,40}}\[?{_STAMP}\]?[-=_*\s]{{0,40}}", re.ASCII)
_STAMP_LAST = re.compile(rf"{_WHO},?\s{{1,4}}{_STAMP}", re.ASCII)
_STAMP_FIRST = re.compile(
    rf"\[?{_STAMP}\]?(?:\s?-\s?|\s{{1,4}}){_WHO}(?:\s?:\s{{0,3}}(?P<rest>.{{0,2000}})|\s{{0,3}})", re.ASCII | re.DOTALL
)
_SPEAKER = re.compile(r"(?P<who>[^\d:;,.!?。！？\t]{1,30}?)\s?:\s{0,3}(?P<rest>.{0,2000})", re.DOTALL)
_MAIL = re.compile(
    r"(?P<key>From|To|Cc|Bcc|Sent|Date|Subject|发件人|收件人|抄送|发送时间|时间|日期|主题)\s?:\s?(?P<rest>.{0,300})",
    re.IGNORECASE,
)
_FROM = ("from", "发件人")
_DATED = ("sent", "date", "发送时间", "时间", "日期")
_WROTE = re.compile(r"(?:On|在|于)?\s?.{0,110}(?:\bwrote:|写道:)", re.IGNORECASE)
_NOTHING_SAID = re.compile(
    r"\[(?:图片|语音|表情|动画表情|视频|链接|位置|转账|红包|Image|Photo|Picture|Video|Sticker|Voice|Audio)[^\]]{0,20}\]"
    r"|<Media omitted>|(?:image|video|audio|sticker) omitted|Sent from my .{1,30}|发自我的.{1,20}|以[下上][是为]新消息"
    r"|.{0,20}撤回了一条消息|.{0,30}recalled a message|Get Outlook for .{1,10}|-{3,}.{0,30}-{3,}"
    r"|This message was deleted",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"(?:[>|]\s?){1,10}")
_ADDRESS = re.compile(r"\s?[<(][^<>()]{0,80}@[^<>()]{0,80}[>)]|[\w.+-]{1,64}@[\w.-]{1,80}")


@dataclass(frozen=True)
class ChatLine:
    """One line that says something.

    Attributes:
        number: of the line in the text, from 1.
        text: without quote marks, and without the name and the time a chat puts before it.
        day: on which it was written, where that is told.
        sender: who wrote it, where that is told.
    """

    number: int
    text: str
    day: date | None = None
    sender: str = ""


def chat_lines(text: str, near: date | None = None) -> Iterator[ChatLine]:
    """Yield the lines of a mail, a chat or cells that say something.

    Args:
        text: as pasted.
        near: a day near which it was written, for headers that name no year or a weekday.
    """
    told = text.splitlines()
    regulars = _regulars(told)
    day, sender, in_mail = None, "", False
    for number, raw in enumerate(told, 1):
        line = _QUOTED.sub("", raw.strip(), count=1) if raw.lstrip()[:1] in (">", "|") else raw.strip()
        plain = plain_signs(line) if "\t" not in line else line
        if not line or _NOTHING_SAID.fullmatch(plain):
            in_mail = in_mail and bool(line)
            continue
        mail = _MAIL.fullmatch(plain) if len(plain) <= LONGEST_HEADER * 2 else None
        if mail and (in_mail or mail["key"].lower() in _FROM):
            in_mail = True
            if mail["key"].lower() in _FROM:
                sender = _ADDRESS.sub("", line.partition(":")[2] or line.partition("：")[2]).strip(" \"'")
            elif mail["key"].lower() in _DATED:
                day = _day(mail["rest"], near) or day
            continue
        in_mail = False
        if len(plain) <= LONGEST_HEADER and _WROTE.fullmatch(plain):
            day = _day(plain, near) or day
            continue
        header = _header(plain, regulars)
        if header is None:
            yield ChatLine(number, line, day, sender)
            continue
        day = _day(header.day, near) or day
        sender = header.who or sender
        if header.rest:
            yield ChatLine(number, line[-len(header.rest) :], day, sender)


def is_dated(text: str) -> bool:
    """Whether every line of a text that says something stands below a stamp that tells its day."""
    lines = tuple(chat_lines(text))
    return bool(lines) and all(line.day for line in lines)


@dataclass(frozen=True)
class _Header:
    who: str = ""
    day: str = ""
    rest: str = ""


def _header(plain: str, regulars: frozenset[str]) -> _Header | None:
    """Read who wrote and when off the beginning of a line; none where it has no such header."""
    if len(plain) <= LONGEST_HEADER:
        if alone := _ALONE.fullmatch(plain):
            return _Header(day=alone["day"] or "")
        if (last := _STAMP_LAST.fullmatch(plain)) and _is_regular(last["who"], regulars):
            return _Header(last["who"], last["day"] or "")
    first = _STAMP_FIRST.fullmatch(plain)
    if first and _is_regular(first["who"], regulars):
        return _Header(first["who"], first["day"] or "", first["rest"] or "")
    speaker = _SPEAKER.fullmatch(plain)
    if speaker and is_person(speaker["who"].strip()):
        return _Header(speaker["who"].strip(), rest=speaker["rest"])
    return None


def _is_regular(who: str, regulars: frozenset[str]) -> bool:
    return who.strip() in regulars or is_person(who.strip())


def _regulars(told: list[str]) -> frozenset[str]:
    """Return the names that stand beside a time in several lines of a text, as those of a chat do."""
    named: Counter[str] = Counter()
    for raw in told:
        plain = plain_signs(raw.strip())
        short = plain[: LONGEST_HEADER * 2]
        header = _STAMP_LAST.fullmatch(short) or _STAMP_FIRST.fullmatch(short)
        if header:
            named[header["who"].strip()] += 1
    return frozenset(name for name, times in named.items() if times > 1)


def _day(words: str, near: date | None) -> date | None:
    """Return the day a header names, its year taken from a day nearby where it names none."""
    if not words:
        return None
    found = days_of(words)
    if len(found.all) == 1:
        return found.all[0]
    if near and (weekday := relative_days(words, near, near)):
        return weekday[0]
    month_first = found.yearless[0] if found.yearless else None
    if not found.all and not month_first:
        values = [one.value for one in tokens(words) if one.kind == "date" and not one.value.endswith(ANY_DAY)]
        return day_of_iso(values[0]) if values else None
    return nearest_day(*month_first, near) if month_first and near else None
