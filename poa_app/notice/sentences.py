"""Sentences and list points of a pasted text, however its lines were broken, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from poa_app.notice.inline import CALLS_FOR, points_within
from poa_app.notice.markup import without_markup

_SIGN = (
    r"\[ ?\](?= )|[#.o](?=[ \t])|\(?[ivx]{1,4}[.)](?=\s)|[A-H]\.(?=\s[a-z])|[a-h]\.(?=\s\w)|--?|[–—]{2}|"
    r"[•●▪◦·・*○–—◆■►▶✓➢※]|[（(]?\d{1,2}[.)）、](?!\d)|\(?[a-zA-Z]\)|"
    r"[（(][\d一二三四五六七八九十]{1,2}[)）]|[一二三四五六七八九十]{1,2}、|[①-⑩]"
)
_BULLET = re.compile(rf"[ \t>+|]{{0,12}}(?:{_SIGN})[ \t]{{0,6}}")
_POSED = re.compile(r"[ \t]{0,12}(?=[^|\n]{8,200}[?？][ \t]{0,40}\|[^\n]{0,3}$)")
"""Before a question in a table whose answer is to be filled in."""
_QUOTED = re.compile(
    r"^[ \t]{0,8}(?:[>+|][ \t]?){1,6}|(?<=\S)\+[ \t]{0,4}$|(?<=[?？])[ \t]{0,40}\|[ \t]{0,4}$", re.MULTILINE
)
_BROKEN = re.compile(r"(?<=[\u4e00-\u9fff])\s{0,4}\n\s{0,12}(?=[\u4e00-\u9fff])")
"""Where a Chinese sentence was broken into two lines, which no space parts."""
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_STOP = re.compile(
    rf"(?<=[a-z0-9%)\]\"'’])(?<!\b[ap]\.m)(?<!\bNov)(?<![：；。]\d)[.!?](?=\s|$)(?!\s(?:{_MONTHS}|bis)\b)|(?<=[a-z0-9)][.!?])(?=[A-Z][a-z])"
    r"|(?<=B0[0-9A-Z]{8})[.!?](?=\s)|(?<=[a-z0-9)]\s)[.!?](?=\s+[A-Z])|[。！？]"
    r"|\n(?=[ \t>+|]{0,12}(?:How|What|Why|Where|When|Who|Has|Have|Can) [^\n?]{3,90}\?[ \t]{0,4}(?:\n|$))"
    r"|\n[ \t>+|]{0,40}\n|\n(?=[ \t>+|]{0,12}B0[0-9A-Z]{8}\s(?:[-–—:|]|\())"
)
_ENDS = (".", "。", "?", "？", "!")
_CHINESE_ENDS = "。？！；：，、:;?"
_NEXT_HEAD = re.compile(
    r"[ \t>+|]{0,12}(?:(?:How|What|Why|Where|When|Has|Have|Is|Need) [^\n]{3,90}\?|(?:We're|We’re) here to help"
    r"|(?:如何|为什么|怎样|如果|您的账户|单击)|(?:To view|To learn|Submit|For more|Please note|Regards|Sincerely"
    r"|Thank))"
)
_LIST_ENDS = re.compile(
    r"(?:You can|You may|Please|To |For |We |We're|Once|When |How |What |Why |If you (?:have|need|believe|think"
    r"|do not)|"
    r"Thank|Regards|Sincerely|Keep|Note|Here|http|Submit|ASIN|SKU|Amazon)"
)
WRAPPED, WRAPPED_CHINESE = 50, 25
"""Signs of a line from which on the next one may be its rest."""


@dataclass(frozen=True)
class Piece:
    """A sentence, or a point of a list without its sign.

    Attributes:
        text: as one line.
        start, end: where it stands.
        bullet: whether it is a point of a list.
        lead: whether a list follows it.
    """

    text: str
    start: int
    end: int
    bullet: bool
    lead: bool = False


def pieces(text: str) -> tuple[Piece, ...]:
    """Return the sentences and the points of lists of a text in their order."""
    text = without_markup(text)
    found: list[Piece] = []
    for start, end, bullet in _blocks(text):
        if bullet:
            found += _made(text, start, end, bullet=True)
            continue
        at = start
        for stop in _STOP.finditer(text, start, end):
            found += _made(text, at, stop.end(), bullet=False)
            at = stop.end()
        found += _made(text, at, end, bullet=False)
    followed = [*(other.bullet for other in found[1:]), False][: len(found)]
    return tuple(replace(one, lead=next_is) for one, next_is in zip(found, followed, strict=True))


def _made(text: str, start: int, end: int, bullet: bool) -> Iterator[Piece]:
    line = " ".join(_BROKEN.sub("", _QUOTED.sub("", text[start:end])).split())
    if not line:
        return
    begin = start + (len(text[start:end]) - len(text[start:end].lstrip()))
    yield Piece(line, begin, start + len(text[start:end].rstrip()), bullet)


def _blocks(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield runs of lines: each point of a list for itself, with the lines that go on with it; the rest together."""
    start, bullet, at = 0, False, 0
    listing, arrows = False, False
    last = ""
    width = _width(text)
    for line in text.splitlines(keepends=True):
        sign = _BULLET.match(line) or _POSED.match(line)
        plain = line.strip(" \t\r\n>+|")
        unsigned = listing and bool(plain) and not sign and not _LIST_ENDS.match(plain)
        if sign and (plain != sign.group().strip(" \t>+|") or bullet or last.endswith((":", "："))):
            yield from points_within(text, start, at, bullet)
            start, bullet = at + sign.end(), True
        elif unsigned and (not bullet or _begins(plain, last) or (arrows and _has_arrow(line))):
            yield from points_within(text, start, at, bullet)
            start, bullet = at, True
        elif bullet and not (unsigned or (plain and _goes_on(line, last, width))):
            yield from points_within(text, start, at, bullet)
            start, bullet = at, False
        if plain:
            calls = plain.endswith((":", "：")) and len(plain) > 3 and bool(CALLS_FOR.search(plain[-200:]))
            listing = (calls and not sign) or (unsigned and listing)
            arrows = not _has_arrow(line) if calls and not sign else arrows and listing
            last = plain
        elif bullet or not last.endswith((":", "：")):
            listing = False
        at += len(line)
    yield from points_within(text, start, at, bullet)


def _has_arrow(line: str) -> bool:
    """Whether a line begins with an arrow, perhaps behind a stroke by which it is quoted."""
    return line.lstrip("|+ \t").startswith(">")


def _begins(plain: str, last: str) -> bool:
    """Whether a line of a list without signs begins a new point."""
    return not plain[0].islower() and (len(last) < 100 or last.endswith((".", ";")))


def _goes_on(line: str, last: str, width: int) -> bool:
    """Whether a line is the rest of the point above it: it had no room there.

    Args:
        line: the line.
        last: the one above it.
        width: to which the lines of the text were broken.
    """
    if last.endswith(_ENDS) or _NEXT_HEAD.match(line):
        return False
    plain = line.strip(" \t\r\n>+|")
    if len(last) <= 3 or plain[0].islower() or (plain.isdigit() and not last[-1].isascii()):
        return True
    if not plain[0].isascii():
        return len(last) >= WRAPPED_CHINESE or ("？" in plain and last[-1] not in _CHINESE_ENDS)
    return bool(width) and len(last) >= WRAPPED and len(last) + 1 + len(plain.split()[0]) > width


def _width(text: str) -> int:
    """Return the length of the longest line that was broken within a sentence."""
    lines = [line.strip(" \t\r>+|") for line in text.split("\n")]
    return max((len(line) for line, after in pairwise(lines) if line and after[:1].islower()), default=0)
