"""Points of a list that were pasted into one line, behind dashes, dots, numbers or strokes."""

from __future__ import annotations

import re
from collections.abc import Iterator

_INLINE = re.compile(r"(?<=[\s:：.;,])(?:--|[•●▪◆]|\(\d{1,2}\)|(?<=\s)\d{1,2}[.)](?=\s)|\([a-h]\))\s{0,3}")
_LAST = re.compile(r"(?<=[a-z0-9%)])[.?](?=\s)|[。？]|\n")
CALLS_FOR = re.compile(
    r"(?:please|must|need|require|send|submit|provide|include|explain|contain|following|want|请|提供|提交|说明|包括)",
    re.IGNORECASE,
)


def points_within(text: str, start: int, end: int, bullet: bool) -> Iterator[tuple[int, int, bool]]:
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
    if not slashed or not CALLS_FOR.search(text, max(start, slashed.start() - 200), slashed.start()):
        yield start, end, bullet
        return
    at = slashed.start("list")
    yield start, at, False
    for stroke in re.finditer(r"\s/\s", text[at : slashed.end()]):
        yield at, slashed.start("list") + stroke.start(), True
        at = slashed.start("list") + stroke.end()
    yield at, slashed.end(), True
    yield slashed.end(), end, False
