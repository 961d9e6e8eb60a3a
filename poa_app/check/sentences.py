"""Sentences of an earlier appeal and of the letter, and how much of one stands in the other."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from poa_app.check.context import CheckContext
from poa_app.model.letter import Run

MOST_READ = 60_000
"""Characters of an earlier appeal that are compared; a letter has a tenth of that."""

SAME_SENTENCE = 85
"""How alike, of 100, two sentences are that say the same in the same words."""

OTHER_SENTENCE = 60
"""How alike, of 100, sentences may be, their words in one order, that say something else."""

MUCH_NEW = 5
"""Words of a sentence that an earlier text does not hold, from which on it says something else."""

_WORD = re.compile(r"\w{4,}")
_SENTENCE = re.compile(r"(?:[^.!?。！？\n]|\.(?=\d)|(?:(?<=Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?<=Sept))\.)+")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, without their stops."""
    return [words for match in _SENTENCE.finditer(text) if (words := match.group().strip())]


def printed_under(context: CheckContext, *paths: str) -> str:
    """Return what the letter prints of fields and of what they hold, a line for each line; headings are left out.

    Args:
        context: the case and its letter.
        paths: of the fields or lists.
    """
    said: list[str] = []
    for line in context.letter.lines():
        if any(_is_of(run, paths) for run in line):
            is_whole = all(run.path.startswith(paths) for run in line if run.path)
            said.append("".join(run.text for run in line if _is_of(run, paths) or (is_whole and not run.path)).strip())
    return "\n".join(filter(None, said))


def _is_of(run: Run, paths: tuple[str, ...]) -> bool:
    """Whether a run prints a field; a whole row prints its label only, and its heading says nothing more."""
    path = run.path or ""
    within = any(path == one or (path.startswith(f"{one}/") and path.count("/") > one.count("/") + 1) for one in paths)
    return within and not path.endswith("/head")


def share_in(new: Iterable[str], old: list[str]) -> float:
    """Return the share of words whose sentences stand, nearly unchanged, among others.

    Args:
        new: sentences of the letter.
        old: sentences of an earlier one.
    """
    said = same = 0
    lower = [one.lower() for one in old]
    for one in new:
        words = len(one.split())
        said += words
        if process.extractOne(one.lower(), lower, scorer=fuzz.ratio, score_cutoff=SAME_SENTENCE):
            same += words
    return same / said if said else 0.0


def is_new(sentence: str, old: list[str]) -> bool:
    """Whether a sentence is unlike all of an earlier text, or says much that stands nowhere in it."""
    lower = [one.lower() for one in old]
    if not process.extractOne(sentence.lower(), lower, scorer=fuzz.token_sort_ratio, score_cutoff=OTHER_SENTENCE):
        return True
    known = {word for one in lower for word in _WORD.findall(one)}
    return len(set(_WORD.findall(sentence.lower())) - known) >= MUCH_NEW
