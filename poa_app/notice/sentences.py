"""Sentences and list points of a pasted text, however its lines were broken, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from poa_app.notice.markup import without_markup

_SIGN = (
    r"--?|[•●▪◦·*○–—◆■►▶✓➢※]|\(?\d{1,2}[.)、](?!\d)|\(?[a-zA-Z]\)|"
    r"[（(][\d一二三四五六七八九十]{1,2}[)）]|[一二三四五六七八九十]{1,2}、|[①-⑩]"
)
_BULLET = re.compile(rf"[ \t>+|]{{0,12}}(?:{_SIGN})[ \t]{{0,6}}")
_INLINE = re.compile(r"(?<=[\s:：.;,])(?:--|[•●▪◆]|\(\d{1,2}\)|(?<=\s)\d{1,2}[.)](?=\s)|\([a-h]\))\s{0,3}")
_QUOTED = re.compile(r"^[ \t]{0,8}(?:[>+|][ \t]?){1,6}|(?<=\S)\+[ \t]{0,4}$", re.MULTILINE)
_STOP = re.compile(r"(?<=[a-z0-9%)\]\"'’])[.!?](?=\s|$)|[。！？]|\n[ \t>+|]{0,40}\n")
_LAST = re.compile(r"(?<=[a-z0-9%)])[.?](?=\s)|[。？]|\n")
_ENDS = (".", "。", "?", "？", "!")
_NEXT_HEAD = re.compile(
    r"[ \t>+|]{0,12}(?:(?:How|What|Why|Where|When|Has|Have|Is|Need) [^\n]{3,90}\?|(?:We're|We’re) here to help"
    r"|(?:如何|为什么|怎样|如果|您的账户|单击)|(?:To view|To learn|Submit|For more|Please note|Regards|Sincerely|Thank))"
)
_LIST_ENDS = re.compile(
    r"(?:You can|You may|Please|To |For |We |We're|Once|When |How |What |Why |If you (?:have|need|believe|think|do not)|"
    r"Thank|Regards|Sincerely|Keep|Note|Here|http|Submit|ASIN|SKU|Amazon)"
)
_CALLS_FOR = re.compile(
    r"(?:please|must|need|require|send|submit|provide|include|explain|contain|following|want|请|提供|提交|说明|包括)",
    re.IGNORECASE,
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
    followed = [other.bullet for other in found[1:]] + [False]
    return tuple(replace(one, lead=next_is) for one, next_is in zip(found, followed, strict=True))


def _made(text: str, start: int, end: int, bullet: bool) -> Iterator[Piece]:
    line = " ".join(_QUOTED.sub("", text[start:end]).split())
    if not line:
        return
    begin = start + (len(text[start:end]) - len(text[start:end].lstrip()))
    yield Piece(line, begin, start + len(text[start:end].rstrip()), bullet)


def _blocks(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield runs of lines: each point of a list for itself, with the lines that go on with it; the rest together."""
    start, bullet, at = 0, False, 0
    listing = False
    last = ""
    for line in text.splitlines(keepends=True):
        sign = _BULLET.match(line)
        plain = line.strip(" \t\r\n>+|")
        unsigned = listing and bool(plain) and not sign and not _LIST_ENDS.match(plain)
        if sign and (plain != sign.group().strip(" \t>+|") or bullet or last.endswith((":", "："))):
            yield from _inline(text, start, at, bullet)
            start, bullet = at + sign.end(), True
        elif unsigned and (not bullet or _begins(plain, last)):
            yield from _inline(text, start, at, bullet)
            start, bullet = at, True
        elif bullet and not (unsigned or (plain and _goes_on(line, last))):
            yield from _inline(text, start, at, bullet)
            start, bullet = at, False
        if plain:
            calls = plain.endswith((":", "：")) and len(plain) > 3 and bool(_CALLS_FOR.search(plain[-200:]))
            listing = calls and not sign or (unsigned and listing)
            last = plain
        elif bullet or not last.endswith((":", "：")):
            listing = False
        at += len(line)
    yield from _inline(text, start, at, bullet)


def _begins(plain: str, last: str) -> bool:
    """Whether a line of a list without signs begins a new point."""
    return not plain[0].islower() and (len(last) < 100 or last.endswith((".", ";")))


def _goes_on(line: str, last: str) -> bool:
    """Whether a line is the rest of the point above it."""
    if last.endswith(_ENDS) or _NEXT_HEAD.match(line):
        return False
    plain = line.strip(" \t\r\n>+|")
    wrapped = WRAPPED if plain[0].isascii() else WRAPPED_CHINESE
    return len(last) <= 3 or plain[0].islower() or len(last) >= wrapped


def _inline(text: str, start: int, end: int, bullet: bool) -> Iterator[tuple[int, int, bool]]:
    """Split points that were pasted into one line: "... include: -- the root cause -- the actions"."""
    signs = _signs(text, start, end, bullet)
    at, inner = start, bullet
    for sign in signs:
        if text[at : sign.start()].strip():
            yield at, sign.start(), inner
        at, inner = sign.end(), True
    if not signs:
        yield from _after_colon(text, start, end, bullet)
        return
    # The last of them ends with its sentence; what follows is no point any more.
    stop = _LAST.search(text, at, end)
    yield at, stop.end() if stop else end, True
    if stop and text[stop.end() : end].strip():
        yield stop.end(), end, False


def _signs(text: str, start: int, end: int, bullet: bool) -> list[re.Match[str]]:
    """Return the signs of points within a line: dashes and dots, or numbers that count from one."""
    found = list(_INLINE.finditer(text, start, end))
    marks = [one for one in found if not any(char.isalnum() for char in one.group())]
    counted: list[re.Match[str]] = []
    for one in found:
        number = one.group().strip(" ().\n\t")
        if not number.isalnum():
            continue
        place = int(number) if number.isdigit() else ord(number.lower()) - ord("a") + 1
        if place == len(counted) + (2 if bullet else 1):
            counted.append(one)
    if len(counted) < (1 if bullet else 2):
        counted = []
    if bullet and "--" not in text[start:end]:
        marks = []
    return sorted([*marks, *counted], key=lambda one: one.start())


_SLASHED = re.compile(r"[:：]\s(?P<list>[^\n:：]{3,400}?\s/\s[^\n:：]{3,400})")


def _after_colon(text: str, start: int, end: int, bullet: bool) -> Iterator[tuple[int, int, bool]]:
    """Split what stands between strokes: "a plan: root cause / what was switched off / who approves"."""
    slashed = None if bullet else _SLASHED.search(text, start, end)
    if not slashed or not _CALLS_FOR.search(text, max(start, slashed.start() - 200), slashed.start()):
        yield start, end, bullet
        return
    at = slashed.start("list")
    yield start, at, False
    for stroke in re.finditer(r"\s/\s", text[at : slashed.end()]):
        yield at, slashed.start("list") + stroke.start(), True
        at = slashed.start("list") + stroke.end()
    yield at, slashed.end(), True
    yield slashed.end(), end, False
