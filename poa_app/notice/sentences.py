"""Sentences and list points of a pasted text, however its lines were broken, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BULLET = re.compile(
    r"[ \t>+]{0,12}(?:--?|[•●▪◦·*○–—]|\(?\d{1,2}[.)、](?!\d)|\(?[a-zA-Z]\)|[（(][\d一二三四五六七八九十]{1,2}[)）]|[一二三四五六七八九十]{1,2}、)[ \t]{0,6}"
)
_INLINE = re.compile(r"(?<=[\s:：.;])(?:--|•|●|▪|(?<=\s)\(?\d{1,2}[.)](?=\s))\s{1,3}")
_QUOTED = re.compile(r"^[ \t]{0,8}(?:[>+|][ \t]?){1,6}", re.MULTILINE)
_STOP = re.compile(r"(?<=[a-z0-9%)\]\"'’])[.!?](?=\s|$)|[。！？]|\n[ \t>+|]*\n")


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
    found: list[Piece] = []
    for start, end, bullet in _blocks(text):
        if bullet:
            found += _made(text, start, end, bullet=True)
        else:
            at = start
            for stop in _STOP.finditer(text, start, end):
                found += _made(text, at, stop.end(), bullet=False)
                at = stop.end()
            found += _made(text, at, end, bullet=False)
    return tuple(found)


def _made(text: str, start: int, end: int, bullet: bool) -> Iterator[Piece]:
    line = " ".join(_QUOTED.sub("", text[start:end]).split())
    if not line:
        return
    begin = start + (len(text[start:end]) - len(text[start:end].lstrip()))
    yield Piece(line, begin, start + len(text[start:end].rstrip()), bullet, line.endswith((":", "：")))


def _blocks(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield runs of lines: each point of a list for itself, with the lines that go on with it; the rest together."""
    start, bullet, at = 0, False, 0
    for line in text.splitlines(keepends=True):
        sign = _BULLET.match(line)
        blank = not line.strip(" \t\r\n>+|")
        if sign and line[sign.end() :].strip():
            yield from _inline(text, start, at, bullet)
            start, bullet = at + sign.end(), True
        elif bullet and (blank or text[start:at].rstrip().endswith((".", "。", "?", "？"))):
            yield from _inline(text, start, at, bullet)
            start, bullet = at, False
        at += len(line)
    yield from _inline(text, start, at, bullet)


def _inline(text: str, start: int, end: int, bullet: bool) -> Iterator[tuple[int, int, bool]]:
    """Split points that were pasted into one line: "... include: -- the root cause -- the actions"."""
    signs = list(_INLINE.finditer(text, start, end)) if not bullet or "--" in text[start:end] else []
    at, inner = start, bullet
    for sign in signs:
        if text[at : sign.start()].strip():
            yield at, sign.start(), inner
        at, inner = sign.end(), True
    if not signs or not inner:
        yield at, end, inner
        return
    # The last of them ends with its sentence; what follows is no point any more.
    stop = re.compile(r"(?<=[a-z0-9%)])[.?](?=\s)|\n").search(text, at, end)
    yield at, stop.end() if stop else end, True
    if stop and text[stop.end() : end].strip():
        yield stop.end(), end, False
