"""Points of a list that were pasted into one line, behind dashes, dots, numbers or strokes."""

from __future__ import annotations

import re
from collections.abc import Iterator

_INLINE = re.compile(
    r"(?<=[\s:：.;,；。])(?:--|[•●▪◆]|\(\d{1,2}\)|(?<=[\s：；。])\d{1,2}[.)](?=\s)|\([a-h]\)|\([ivx]{1,4}\)"
    r"|(?<=\s)[A-H][.)](?=\s[A-Z]))\s{0,3}"
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_LAST = re.compile(
    r"(?<=[a-z0-9%)])\s?[.?](?=\s|[A-Z])|[。？]|\n(?![a-z])"
    r"|(?<=[a-z0-9)])\s(?=(?:You (?:may|can|must|have)|Please|We |If you|To |Submit|External|Thank|Regards|Also|Do not)"
    r"\b)"
)
_DASH = re.compile(r"(?<=\s)-(?=\s)\s{0,3}")
"""A single dash, which begins a point only where several do, and something is asked before them."""
CALLS_FOR = re.compile(
    r"(?:please|must|need|require|send|submit|provide|include|explain|contain|following|want|give us|tell us|one of"
    r"|bitte|benötigen|erläutern|necesitamos|envíe|explique|veuillez|merci de|envoyez|inviare|invii|spieghi"
    r"|请|提供|提交|说明|包括|要求|补)",
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
    if len(marks) == 1 and not _calls(text, start, marks[0].start()):
        marks = []  # "Thanks -- Vivian"
    counted: list[re.Match[str]] = []
    for one in found:
        number = one.group().strip(" ().\n\t")
        if not number.isalnum():
            continue
        place = int(number) if number.isdigit() else ord(number.lower()[0]) - ord("a") + 1
        awaited = len(counted) + (2 if bullet else 1)
        if awaited in (place, _ROMAN.index(number) + 1 if number in _ROMAN else 0):
            counted.append(one)
    if len(counted) < (1 if bullet else 2):
        counted = []
    if bullet and "--" not in text[start:end]:
        marks = []
    return sorted([*marks, *counted], key=lambda one: one.start()) or _dashes(text, start, end, bullet)


def _dashes(text: str, start: int, end: int, bullet: bool) -> list[re.Match[str]]:
    """Return single dashes that begin points: what is asked stands before them, and no sentence ends between them."""
    found: list[re.Match[str]] = []
    for one in () if bullet else _DASH.finditer(text, start, end):
        if found and _LAST.search(text, found[-1].end(), one.start()):
            if len(found) > 1:
                break
            found = []
        if found or _calls(text, start, one.start()):
            found.append(one)
    return found if len(found) > 1 else []


def _calls(text: str, start: int, at: int) -> bool:
    """Whether something is asked just before a sign."""
    return bool(CALLS_FOR.search(text, max(start, at - 80), at))


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
