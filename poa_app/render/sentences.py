"""What the sentences of all rows share: what was told before, what a blank leaves, what stands in brackets.

Words read for certain are joined to others, the rest stands by itself. A template of ``passages/`` writes the
sentences; the shape of a row's words chooses it, never chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from poa_app.model.case import Case
from poa_app.model.text import is_blank
from poa_app.model.waivers import is_waived
from poa_app.phrases.actor import Actor, actor
from poa_app.phrases.function_words import PLACES_AT
from poa_app.phrases.place import place
from poa_app.phrases.text import tidy, uncapitalised, without_stop
from poa_app.render import wording
from poa_app.render.field import Field

Shown = dict[str, Any]
Entry = tuple[str, Field | None]
"""A kind of thing that stands in brackets, and its words."""

NOT_NAMED = Actor("", "", "")
"""Stands for who is not named yet, so that the rest of a sentence can be read."""

_ASIDE = re.compile(r",(?!\d)|\b(?:who|which|where|that)\b")
_ARTICLE = re.compile(r"^(?:at|in|on|for|the|our|a|an)\s+", re.IGNORECASE)


FORMS = 3
"""In how many forms a control tells who stands in and what record it leaves."""


class Telling:
    """What a letter has told so far, as its rows are written in the order in which they print.

    Args:
        case: the case as it stands.
        dates: whether its readers write the month first.
    """

    def __init__(self, case: Case, dates: wording.Dates) -> None:
        self.case = case
        self.dates = dates
        self.year = case.notice.received.year if isinstance(case.notice.received, date) else None
        self.people: dict[str, str] = {}
        self.last_place = ""
        self.last_day: date | None = None
        self.last_form = FORMS - 1
        self.names = frozenset(_names(case))

    def day(self, value: Any, path: str) -> Field:
        """Write a date, with its year only where it is not the year of the notice."""
        if not isinstance(value, date):
            return Field(str(value or ""), path)
        short = wording.short_day(value, self.dates)
        return Field(short if value.year == self.year else wording.day(value, self.dates), path)

    def next_form(self, may_lead: bool) -> int:
        """Return which of the forms the next control tells its deputy and record in, so that no two alike follow.

        Args:
            may_lead: whether its first sentence may take in the deputy, as form 1 does.
        """
        form = (self.last_form + 1) % FORMS
        self.last_form = 2 if form == 1 and not may_lead else form
        return self.last_form

    def needed(self, value: str | None, path: str) -> Field | None:
        """Return a field that must be there: a gap where it is blank, nothing where it does not apply."""
        if is_blank(value):
            return None if is_waived(self.case, path) else Field("", path)
        return Field(without_stop(tidy(value or "")), path)

    def person(self, who: Actor, path: str) -> Field:
        """Return who acts; a name has its role beside it where it stands for the first time."""
        known = self.people.get(who.again)
        self.people[who.again] = who.person or known or ""
        return Field(who.again if known is not None and who.person in ("", known) else who.subject, path)

    def place(self, where: str | None, path: str, told: str, joined: bool) -> tuple[Field | None, Entry]:
        """Return where it happened, for the sentence or else for the brackets; not again until another was told.

        Args:
            where: as typed.
            path: of the field.
            told: the row's other words, in small letters.
            joined: whether the row's sentence can take it in.
        """
        bare = bare_words(where)
        if is_blank(where):
            return None, ("where", None)
        again, self.last_place = bare == self.last_place, "" if bare in told else bare
        if again or bare in told:
            return None, ("where", None)
        said = place(where or "")
        field = Field(said or aside(where), path)
        return (field, ("where", None)) if said and joined else (None, ("where", field))

    def brackets(self, row: Shown, path: str, *entries: Entry, proof: bool = True) -> list[Shown]:
        """List what stands in brackets behind a sentence: the entries, then causes and proof.

        Args:
            row: as it is shown.
            path: of the row.
            entries: what else stands there.
            proof: whether the exhibits do; not where they stand behind another sentence.
        """
        exhibits = row.get("exhibits") if proof else None
        if path.startswith("/root_causes/") and isinstance(exhibits, Field) and exhibits.gap:
            exhibits = None
        links = [
            (kind, words)
            for kind, words in (("causes", row.get("causes")), ("exhibits", exhibits))
            if words is not None and not (words.gap and is_waived(self.case, f"{path}/{kind}"))
        ]
        record = [entry for entry in entries if entry[0] == "record"]
        others = [entry for entry in entries if entry[0] != "record"]
        ordered = [*others, *links[:-1], *record, *links[-1:]] if links else [*others, *record]
        return [{"kind": kind, "words": words} for kind, words in ordered if words is not None]


def actor_of(text: str | None, name: str | None = None) -> Actor | None:
    """Return whom a role, and the name beside it, stand for, where that is certain."""
    return actor(text, tidy(name or "")) if text and not is_blank(text) else None


def holder(text: str | None, name: str | None, who: Actor | None) -> str:
    """Return who holds a step as it stands in brackets: the name, then the role."""
    if who:
        return who.bare
    return ", ".join(one for one in (tidy(name or ""), aside(text)) if one)


def bracketed(text: str | None, name: str | None, who: Actor | None) -> str:
    """Return who holds a step without brackets of its own, as it stands within some: warehouse (Reno)."""
    return re.sub(r"\s*\(([^()]+)\)", r", \1", holder(text, name, who))


def aside(text: str | None) -> str:
    """Return words as they stand in brackets: without a stop, and with a capital only where it is a name's."""
    words = without_stop(tidy(text or ""))
    return uncapitalised(words) or words


def bare_words(text: str | None) -> str:
    """Return words without the preposition and article before them, in small letters."""
    bare = without_stop(tidy(text or "")).lower()
    while (shorter := _ARTICLE.sub("", bare)) != bare:
        bare = shorter
    return bare


def has_aside(text: str) -> bool:
    """Whether a comma must stand behind words before more is added."""
    return bool(_ASIDE.search(text))


_PLACED = re.compile(
    r"\b(?:at|in|inside|from|to|into) (?:(?:the|our|a|an|their) )?(?:[\w-]+ ){0,2}?"
    rf"(?:{'|'.join(sorted(PLACES_AT))})\b"
)


@lru_cache(maxsize=1_024)
def has_place(text: str) -> bool:
    """Whether words tell a place of their own, behind which another would seem to say where that one is."""
    return bool(_PLACED.search(text))


def _names(case: Case) -> Iterator[str]:
    """Yield the first words of the names of a case, in small letters."""
    whos = [actor_of(row.who, row.name) for row in case.root_causes]
    whos += [actor_of(row.who, row.name) for row in case.corrective_actions]
    for measure in case.preventive_measures:
        whos += [actor_of(measure.who, measure.name), actor_of(measure.deputy)]
    for who in whos:
        if who and who.person:
            yield who.person.split()[0].lower()
    client = case.client
    for name in (client.store, client.legal_name, client.signatory, *(one.name for one in case.suppliers)):
        if name and not is_blank(name):
            yield name.split()[0].lower()
