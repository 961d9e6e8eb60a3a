"""Findings over words of a text as a reader takes them in: marked once, told a line a rule, mended by kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from poa_app.english.prose import Prose
from poa_app.english.setting import Setting
from poa_app.knowledge import knowledge
from poa_app.model.finding import SEVERITIES, Finding, Severity

MOST_APART = 3
"""A rule broken in more places than these is told in one line."""

AROUND = 40
"""Characters shown of a sentence before and behind the words in question."""

WHOLE = 600
"""A text up to this many characters is shown whole where several of its words are in question."""

LONGEST_MARK = 160
"""Characters from which on words in question are marked at their beginning alone."""

_WORD = re.compile(r"\S+")


def is_over_words(finding: Finding) -> bool:
    """Whether a finding is about words of a text that can be marked in it."""
    return finding.start is not None and finding.end is not None and finding.family in knowledge().rule_families


@dataclass(frozen=True)
class Told:
    """What one line tells: a finding, or the many places where a text or a row breaks one rule."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The finding whose words the line uses."""
        return self.findings[0]

    @property
    def are_mended_alike(self) -> bool:
        """Whether every place can be mended without a change of meaning."""
        return all(is_safe(finding) for finding in self.findings)

    @property
    def quotes(self) -> tuple[str, ...]:
        """The words in question, each once."""
        return tuple(dict.fromkeys(finding.quote or "" for finding in self.findings))


def told(findings: Iterable[Finding]) -> tuple[Told, ...]:
    """Return the lines that tell findings, heaviest first and then in the order given; a rule broken often is one."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    lines: list[Told] = []
    for of_rule in by_rule.values():
        if len(of_rule) > MOST_APART and all(is_over_words(one) for one in of_rule):
            lines.append(Told(tuple(of_rule)))
        else:
            lines += [Told((one,)) for one in of_rule]
    return tuple(sorted(lines, key=lambda line: SEVERITIES.index(line.first.severity)))


def is_safe(finding: Finding) -> bool:
    """Whether a finding has a fix that cannot change the meaning."""
    return bool(finding.fixes) and finding.fixes[0].automatic


def safe_by_family(findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    """Return the findings that can be mended safely by their family, where it has more than one."""
    families: dict[str, list[Finding]] = {}
    for finding in findings:
        if is_safe(finding):
            families.setdefault(finding.family, []).append(finding)
    return {family: tuple(found) for family, found in families.items() if len(found) > 1}


@dataclass(frozen=True)
class Piece:
    """A piece of a text: plain where it has no severity; ``numbers`` are those of the lines whose words end with it."""

    text: str
    severity: Severity | None = None
    numbers: tuple[int, ...] = ()


def marked(text: str, lines: tuple[Told, ...]) -> tuple[Piece, ...]:
    """Return a text in pieces, with the words each line tells of marked by the line's number.

    A long text, and one with a single finding, is cut to the words around what is marked. Of a long sentence in
    question only the beginning is marked, so that it hides no other mark.
    """
    spans = [
        (*_to_mark(text, one.start or 0, one.end or 0), one.severity, number)
        for number, line in enumerate(lines, start=1)
        for one in line.findings
    ]
    pieces: list[Piece] = []
    shown = 0
    for start, end in _windows(text, [(begin, stop) for begin, stop, _, _ in spans]):
        if text[shown:start].strip():
            pieces.append(Piece(" … " if pieces else "… "))
        pieces += _pieces(text, start, end, spans)
        shown = end
    if text[shown:].strip():
        pieces.append(Piece(" …"))
    return tuple(pieces)


def _to_mark(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the part of words in question that is marked: all of them, or where they begin."""
    if end - start <= LONGEST_MARK:
        return start, end
    words = [match.end() for match in _WORD.finditer(text, start, start + AROUND)]
    return start, words[-2] if len(words) > 1 else start + AROUND


def _windows(text: str, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return what is shown of a text: the whole, or the surroundings of each place, those that touch as one."""
    if len(places) > 1 and len(text) <= WHOLE:
        return [(0, len(text))]
    prose = Prose(text, Setting())
    shown: list[tuple[int, int]] = []
    for start, end in sorted(_around(prose, start, end) for start, end in places):
        if shown and start <= shown[-1][1] + 1:
            shown[-1] = (shown[-1][0], max(end, shown[-1][1]))
        else:
            shown.append((start, end))
    return shown


def _around(prose: Prose, start: int, end: int) -> tuple[int, int]:
    """Return what is shown around a place: its sentence, cut at words where that is long."""
    sentence = prose.sentence_at(start)
    first, last = (sentence.start, max(sentence.end, end)) if sentence else (start, end)
    words = [match.span() for match in _WORD.finditer(prose.text, first, last)]
    before = [begin for begin, _ in words if begin >= start - AROUND]
    behind = [stop for _, stop in words if stop <= end + AROUND]
    return min((*before[:1], start)), max((*behind[-1:], end))


def _pieces(text: str, start: int, end: int, spans: list[tuple[int, int, Severity, int]]) -> Iterator[Piece]:
    inside = [span for span in spans if start <= span[0] and span[1] <= end]
    cuts = sorted({start, end, *(cut for span in inside for cut in span[:2])})
    for begin, stop in pairwise(cuts):
        over = [span for span in inside if span[0] <= begin and stop <= span[1]]
        if not over:
            yield Piece(text[begin:stop])
            continue
        severity = min((span[2] for span in over), key=SEVERITIES.index)
        yield Piece(text[begin:stop], severity, tuple(sorted({span[3] for span in over if span[1] == stop})))
