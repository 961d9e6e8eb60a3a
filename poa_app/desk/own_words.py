"""The client's own words: names and brands that no rule over words judges."""

from __future__ import annotations

import re

from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.finding import Finding
from poa_app.model.paths import edit, get

SHORTEST = 2
LONGEST = 80
"""Characters of the shortest and the longest name that is offered."""

_WORD = re.compile(r"[^\s,.;:!?()\"“”]+")
_ALWAYS = frozenset(("spelling",))
_CAPITALS = re.compile(r"casing|capital")


def name_in(case: Case, finding: Finding) -> str:
    """Return what may be a name in the words of a finding, with the words in capitals beside them; else nothing.

    What is misspelt may always be one, and so may what is written in wrong capitals; a contraction only where it and
    the words beside it begin with capitals, as in "Don't Starve".
    """
    text = get(case, finding.path) if finding.start is not None else None
    if not isinstance(text, str) or finding.start is None or finding.end is None or not finding.can_be_overruled:
        return ""
    start, end = finding.start, finding.end
    name = _with_neighbours(text, start, end) if _begins_a_name(text[start:end]) else " ".join(text[start:end].split())
    rule = knowledge().rules.get(finding.rule)
    if not SHORTEST <= len(name) <= LONGEST or (rule and rule.everywhere):
        return ""
    if finding.family in _ALWAYS or _CAPITALS.search(finding.rule):
        return name
    return name if finding.family == "contraction" and " " in name else ""


def _with_neighbours(text: str, start: int, end: int) -> str:
    """Return words with the words beside them that begin with a capital or a number."""
    for word in reversed(list(_WORD.finditer(text, 0, start))):
        if text[word.end() : start].strip() or not _begins_a_name(word[0]):
            break
        start = word.start()
    for word in _WORD.finditer(text, end):
        if text[end : word.start()].strip() or not text[end : word.start()] or not _begins_a_name(word[0]):
            break
        end = word.end()
    return " ".join(text[start:end].split())


def _begins_a_name(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit()


def with_own_word(case: Case, name: str) -> Case:
    """Return the case whose client has a name among his own words."""
    name = " ".join(name.split())
    held = case.client.own_words
    return case if not name or name in held else edit(case, "/client/own_words", (*held, name))
