"""Bare verbs in finished actions: our staff check, we remove the listings on 3 March."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from poa_app.english.checkers.grammar_bare import Bare, bare_verb, has_day, hit_of, is_sure, may_be_bare, names_day
from poa_app.english.checkers.grammar_subjects import Subject, subject_before
from poa_app.english.checkers.grammar_words import SUBJECTS, Line, begins_object, lines, words
from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose
from poa_app.model.letter import LetterSection
from poa_app.phrases.lexicon import Verb

_STATES, _DEEDS, _FAILURES, _HABITS = words("states"), words("deeds"), words("failures"), words("habits")
_CADENCE, _PLANNED, _NEWS, _TO_THE_READER = words("cadence"), words("planned"), words("news"), words("to_the_reader")
_NOT_ON_A_DAY = words("not_on_a_day")
_ONCE = frozenset(["immediately", "instantly", "yesterday"])
_DONE_ABOVE = re.compile(
    r"\b(?:what we (?:have )?(?:done|did)|(?:corrective )?(?:actions?|steps?|measures?) (?:that )?(?:we )?(?:have )?"
    r"(?:already |been )*(?:taken|done|completed|implemented)|corrective (?:actions?|measures?))\b[^\n]{0,60}\n",
    re.IGNORECASE,
)
_AHEAD_ABOVE = re.compile(r"\b(?:prevent\w*|future|going forward|root causes?)\b", re.IGNORECASE)


def bare_deed(prose: Prose) -> Iterator[Hit]:
    """Find bare verbs in finished actions: we remove the listings on 3 March."""
    for line in lines(prose):
        for bare in deeds(line, prose):
            yield hit_of(line, bare)


def _repeats(line: Line) -> bool:
    for at, token in enumerate(line.tokens):
        if token.low in ("every", "each", "any"):
            if line.low(at + 1) in _CADENCE or line.low(at + 2) in _CADENCE:
                return True
        elif (
            token.low in _HABITS
            and token.text != "May"
            and not (token.low in ("when", "after", "once", "as") and _receives(line, at))
        ):
            return True
    return False


def _receives(line: Line, at: int) -> bool:
    """Whether a clause tells how something became known: when we received your notice."""
    return any(line.low(one) in _NEWS for one in range(at + 1, at + 5))


@lru_cache(maxsize=512)
def _candidates(line: Line) -> tuple[tuple[int, Verb, Subject], ...]:
    found = []
    for at, token in enumerate(line.tokens):
        if at == 0 or not token.close or not (verb := bare_verb(line, at)):
            continue
        subject = subject_before(line, at)
        if subject is None or subject.number == "one" or not (subject.acts or subject.number == "group"):
            continue
        if line.low(subject.head) == "you" or may_be_bare(line, at, subject):
            continue
        if not is_sure(line, at, subject) and not (subject.number == "group" and begins_object(line, at + 1)):
            continue
        found.append((at, verb, subject))
    return tuple(found)


def deeds(line: Line, prose: Prose) -> tuple[Bare, ...]:
    """Return the bare verbs of a sentence that tell of finished actions."""
    section = prose.setting.section
    found = []
    for at, verb, subject in _candidates(line):
        if _to_the_reader(line, at) or not _is_finished(line, at, verb, subject, prose, section):
            continue
        found.append(Bare(at, (verb.past,), subject))
    return tuple(found)


def _is_finished(line: Line, at: int, verb: Verb, subject: Subject, prose: Prose, section: LetterSection) -> bool:
    """Whether a bare verb tells of one time in the past."""
    if has_day(line) and not any(token.low in _NOT_ON_A_DAY for token in line.tokens[:at]):
        is_ahead = verb.base in _PLANNED or section in ("letter", "preventive", "open-point")
        may_be_ahead = is_ahead and not names_day(line, at)
        return verb.base not in _STATES and not _repeats(line) and not may_be_ahead
    if verb.base in _STATES or section in ("preventive", "open-point", "buyer-message") or _repeats(line):
        return False
    if section == "corrective":
        is_told_now = any(token.low in ("is", "are") for token in line.tokens)
        return verb.base in _DEEDS and line.next_is_close(at) and not (is_told_now and subject.is_pronoun)
    if section == "root-cause":
        errs = verb.base == "make" and any(
            line.low(one) in ("mistake", "mistakes", "error") for one in range(at + 1, at + 5)
        )
        return (verb.base in _FAILURES or errs) and subject.opening != "relative"
    if verb.base not in _DEEDS:
        return False
    if (subject.opening == "comma" or line.low(subject.start - 1) == "so") and _told_before(line, subject.start):
        return True
    return bool(_ONCE & {token.low for token in line.tokens}) or _under_deeds(prose, line)


def _told_before(line: Line, end: int) -> bool:
    """Whether the clause before tells what somebody said or did."""
    return any(
        line.low(at) in ("was", "were", "wasn't", "weren't", "didn't", "did")
        or (
            "past" in line.tokens[at].kind.verb
            and "base" not in line.tokens[at].kind.verb
            and line.low(at - 1) in SUBJECTS
        )
        for at in range(1, end)
    )


def _under_deeds(prose: Prose, line: Line) -> bool:
    """Whether a sentence stands under a heading such as "What we have done:"."""
    done, ahead = _headings(prose)
    at = line.sentence.start
    heading = done[bisect_right(done, at) - 1] if done and done[0] <= at else None
    return heading is not None and bisect_left(ahead, heading) == bisect_left(ahead, at)


@lru_cache(maxsize=64)
def _headings(prose: Prose) -> tuple[list[int], list[int]]:
    """Return where headings of what was done end, and where words of what comes begin."""
    done = [match.end() for match in _DONE_ABOVE.finditer(prose.plain)]
    return done, [match.start() for match in _AHEAD_ABOVE.finditer(prose.plain)] if done else []


def _to_the_reader(line: Line, at: int) -> bool:
    """Whether a deed is the letter's own: we send you, we send Exhibit A, we ask Amazon."""
    after = [line.low(one) for one in range(at + 1, at + 8)]
    return "you" in after[:1] or any(one in _TO_THE_READER for one in after) or ("to", "you") in pairwise(after)


CHECKERS: dict[str, Checker] = {"grammar-bare-deed": bare_deed}
