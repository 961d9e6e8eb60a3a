"""Deeds without a day, and deeds and controls without anybody who does them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from poa_app.english.before import Before
from poa_app.english.checkers.answering import with_answers
from poa_app.english.checkers.clauses import Place, places
from poa_app.english.checkers.conduct_words import is_in
from poa_app.english.checkers.deeds import Deed, deeds, names_a_doer
from poa_app.english.checkers.owners import left_undone, repeated, unnamed
from poa_app.english.checkers.unowned import finished, hidden_doers
from poa_app.english.hit import Checker, Hit
from poa_app.english.prose import Prose

_BRACKETS = re.compile(r"\(([^()]*)\)")
_MOST_IN_BRACKETS = 200
_OWNER = re.compile(r"\b(?:responsible|owner|who|in charge)\s*:", re.IGNORECASE)
_ANSWERS = re.compile(
    r"\W*(?:\d{1,2}[.)]\s*)?(?:"
    r"after that\b|(?:after|upon|on|once|as soon as|when|since|following)\s+"
    r"(?:we\s+|i\s+|the\s+|your\s+|this\s+|our\s+|being\s+)*"
    r"(?:receiv|notif|notice|learn|know|knew|reali|found out|finding|suspen|deactivat|warning"
    r"|read|getting|got|seeing|saw"
    r"|inform|told|investigat|verif|check|discover|alert|complain|incident|discuss)"
    r"|(?:to|in order to)\s+(?:solve|fix|resolve|address|correct|rectify|remedy|comply|prevent|avoid|improve|protect"
    r"|deal"
    r"|handle|make sure|ensure|eliminate|stop|reduce)"
    r"|in response|as (?:a )?(?:corrective|immediate|first) (?:measure|action|step)|in (?:light|view) of"
    r"|for (?:this|these) (?:problem|issue|order|complaint|case|buyer|customer|product)s?\b"
    r"|(?:regarding|concerning|as for|with regard to|as to) the)",
    re.IGNORECASE,
)
"""How a sentence of a letter begins that tells what was done about it."""


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

    What the passive tells beside the dated deed of somebody named was done on that day, where a row has its own day.
    """
    for one in _told(prose)[0]:
        if not one.place.has_day:
            yield from _apart(_undated(prose, one))


def _undated(prose: Prose, one: _Told) -> Iterator[Hit]:
    in_letter = prose.setting.section == "letter"
    for deed in one.deeds:
        if in_letter or not (deed.passive and one.dated):
            yield Hit(deed.start, deed.end)
    if in_letter and not any(deed.passive for deed in one.deeds):
        yield from finished(one.place)


def _apart(hits: Iterator[Hit]) -> Iterator[Hit]:
    """Yield hits, of those that overlap the first, in the order of the text."""
    found: list[Hit] = []
    for hit in hits:
        if not any(hit.start < other.end and other.start < hit.end for other in found):
            found.append(hit)
    yield from sorted(found, key=lambda hit: hit.start)


def deeds_without_an_owner(prose: Prose) -> Iterator[Hit]:
    """Yield every deed that was done by nobody named, and what nobody named did not do.

    What the passive tells beside a deed of somebody named was done by the same, except in a letter of many lines.
    """
    for one in _told(prose)[0]:
        yield from _apart(_unowned(prose, one))


def _unowned(prose: Prose, one: _Told) -> Iterator[Hit]:
    if one.place.part in ("cause", "unknown") and not one.named:
        yield from left_undone(one.place)
    yield from unnamed(prose, one.place)
    for deed in () if one.named else one.deeds:
        if deed.passive and not deed.has_agent:
            yield Hit(deed.start, deed.end)
    if prose.setting.section == "preventive":
        yield from repeated(one.place)
    beside = one.named and prose.setting.section != "letter"
    if not (beside or names_a_doer(one.place) or _owner_beside(prose, one.place)):
        yield from hidden_doers(one.place, prose.setting.section)


def what_is_told(prose: Prose) -> Before:
    """Return what the paragraphs behind a text must know of it."""
    return _told(prose)[1]


@lru_cache(maxsize=4)
def _told(prose: Prose) -> tuple[tuple[_Told, ...], Before]:
    found: list[_Told] = []
    named, dated, answers = prose.before.named, prose.before.dated, prose.before.answers
    stand, after = places(prose)
    for told_in in with_answers(stand):
        place = told_in
        if place.begins_line:
            named = dated = False
            answers = answers and place.is_point
        if place.part == "unknown" and (answers or _ANSWERS.match(place.sentence.text)):
            place = replace(place, part="answer")
        if place.is_heading:
            continue
        low = place.sentence.low
        if place.part == "cause" or (place.part == "unknown" and "because" in low):
            found.append(_Told(place, (), _owner_beside(prose, place), dated))
            continue
        has_doer = names_a_doer(place) or _owner_beside(prose, place)
        told = tuple(deeds(place))
        answers = answers or bool(told) or place.part == "answer"
        found.append(_Told(place, told, named or has_doer, named and dated))
        if has_doer:
            named, dated = True, place.has_day
        elif "we" in low or "i" in low or "amazon" in low or any(is_in("outsiders", word) for word in low[:2]):
            named = dated = False
    return tuple(found), replace(after, named=named, dated=dated, answers=answers)


def _owner_beside(prose: Prose, place: Place) -> bool:
    """Whether an owner stands in brackets or behind a colon: "(operations manager; Exhibit A)", "Owner: Su Min"."""
    sentence, text = place.sentence, place.sentence.text
    if text.count("(") > text.count(")"):
        onward = prose.text + prose.beyond
        closed = onward.find(")", sentence.end, sentence.end + _MOST_IN_BRACKETS)
        text = onward[sentence.start : closed + 1 if closed >= 0 else sentence.end]
    if ":" in text and _OWNER.search(text):
        return True
    if "(" not in text:
        return False
    beside = " ".join(match.group(1) for match in _BRACKETS.finditer(text)).lower()
    return any(is_in("own", word) for word in re.findall(r"[a-z]+", beside))


CHECKERS: dict[str, Checker] = {
    "deeds-without-a-day": deeds_without_a_day,
    "deeds-without-an-owner": deeds_without_an_owner,
}
