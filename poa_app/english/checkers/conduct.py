"""Deeds without a day, and deeds and controls without anybody who does them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from poa_app.english.checkers.clauses import Place, clauses, places
from poa_app.english.checkers.conduct_words import is_form_of, is_in
from poa_app.english.checkers.deeds import Deed, after_adverbs, deeds, has_agent, names_a_doer
from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose

_BRACKETS = re.compile(r"\(([^()]*)\)")
_MOST_IN_BRACKETS = 200
_OWNER = re.compile(r"\b(?:responsible|owner|who|in charge)\s*:", re.IGNORECASE)
_NEGATED = {"wasn't": "", "weren't": "", "was": "not", "were": "not", "been": "not"}


@dataclass(frozen=True)
class _Told:
    """A sentence that is no heading, the deeds it tells, and what the sentences before it in its line tell.

    Attributes:
        place: the sentence.
        deeds: that it tells.
        named: whether it, or one before it, tells a deed of somebody named.
        dated: whether the one before it that does says on which day.
    """

    place: Place
    deeds: tuple[Deed, ...]
    named: bool
    dated: bool


def deeds_without_a_day(prose: Prose) -> Iterator[Hit]:
    """Yield every finished deed of the answer in whose sentence no day stands.

    What the passive tells beside the dated deed of somebody named was done on that day.
    """
    for one in _told(prose):
        for deed in () if one.place.has_day else one.deeds:
            if not (deed.passive and one.dated):
                yield Hit(deed.start, deed.end)


def deeds_without_an_owner(prose: Prose) -> Iterator[Hit]:
    """Yield every deed that was done by nobody named, and what nobody named did not do.

    What the passive tells beside a deed of somebody named was done by the same.
    """
    for one in _told(prose):
        if one.place.part == "cause" and not one.named and prose.setting.section == "root-cause":
            yield from _left_undone(prose, one.place)
        for deed in () if one.named else one.deeds:
            if deed.passive and not deed.has_agent:
                yield Hit(deed.start, deed.end)
        if prose.setting.section == "preventive":
            yield from _repeated(prose, one.place)


@lru_cache(maxsize=4)
def _told(prose: Prose) -> tuple[_Told, ...]:
    found: list[_Told] = []
    named = dated = False
    for place in places(prose):
        if place.begins_line:
            named = dated = False
        if place.is_heading:
            continue
        low = [word.low for word in place.sentence.words]
        if place.part == "cause" or (place.part == "unknown" and "because" in low):
            found.append(_Told(place, (), _owner_beside(prose, place), dated))
            continue
        has_doer = names_a_doer(prose, place) or _owner_beside(prose, place)
        found.append(_Told(place, tuple(deeds(prose, place)), named or has_doer, named and dated))
        if has_doer:
            named, dated = True, place.has_day
        elif "we" in low or "i" in low or "amazon" in low or any(is_in("outsiders", word) for word in low[:2]):
            named = dated = False
    return tuple(found)


def _owner_beside(prose: Prose, place: Place) -> bool:
    """Whether an owner stands in brackets or behind a colon: "(operations manager; Exhibit A)", "Owner: Su Min"."""
    sentence = place.sentence
    closed = prose.text.find(")", sentence.end, sentence.end + _MOST_IN_BRACKETS)
    is_open = sentence.text.count("(") > sentence.text.count(")")
    text = prose.text[sentence.start : closed + 1 if is_open and closed >= 0 else sentence.end]
    if _OWNER.search(text):
        return True
    beside = " ".join(match.group(1) for match in _BRACKETS.finditer(text)).lower()
    return any(is_in("own", word) for word in re.findall(r"[a-z]+", beside))


def _left_undone(prose: Prose, place: Place) -> Iterator[Hit]:
    """Yield what a cause says was not done, without who should have."""
    for clause in clauses(prose, place.sentence):
        low = [word.low for word in clause.words]
        for at, word in enumerate(low):
            if at == 0 or word not in _NEGATED:
                continue
            participle = at + 1
            if _NEGATED[word]:
                if low[participle : participle + 1] != ["not"]:
                    continue
                participle += 1
            participle = after_adverbs(low, participle)
            found = participle < len(low) and is_form_of("left_undone", low[participle], "participle", "past")
            if found and not has_agent(place, clause.first + participle):
                yield Hit(clause.words[0].start, clause.words[participle].end)


def _repeated(prose: Prose, place: Place) -> Iterator[Hit]:
    """Yield a control told in the present passive, without who carries it out."""
    if is_in("conditions", place.sentence.words[0].low):
        return
    for clause in clauses(prose, place.sentence):
        low = [word.low for word in clause.words]
        if is_in("subordinators", low[0]) or any(word.isdigit() for word in low):
            continue
        for at, word in enumerate(low):
            if at == 0 or word not in ("is", "are") or low[at - 1] in ("which", "that", "who"):
                continue
            participle = after_adverbs(low, at + 1)
            found = participle < len(low) and is_form_of("repeated", low[participle], "participle")
            dependent = any(is_in("subordinators", one) for one in low[:at])
            owned = any(is_in("own", one) for one in low[participle:])
            if found and not dependent and not owned and not has_agent(place, clause.first + participle):
                yield Hit(clause.words[0].start, clause.words[participle].end)


CHECKERS: dict[str, Checker] = {
    "deeds-without-a-day": deeds_without_a_day,
    "deeds-without-an-owner": deeds_without_an_owner,
}
