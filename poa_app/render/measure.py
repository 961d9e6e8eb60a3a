"""The words of a preventive measure, ready for its sentences: since when who does what how often, and what trips it."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date, timedelta

from poa_app.model.rows import PreventiveMeasure
from poa_app.model.text import is_blank
from poa_app.phrases import fit, things, trips
from poa_app.phrases.actor import Actor
from poa_app.phrases.fitted import Fitted
from poa_app.phrases.mending import mended
from poa_app.phrases.phrase import read
from poa_app.phrases.place import moment
from poa_app.phrases.text import capitalised, full_forms, tidy, without_stop
from poa_app.render.cells import is_ordinary
from poa_app.render.control_lines import control_lines
from poa_app.render.field import Field
from poa_app.render.sentences import (
    NOT_NAMED,
    Shown,
    Telling,
    actor_of,
    aside,
    bare_words,
    has_aside,
    has_place,
    holder,
)

_MANNERS = frozenset(("always", "automatically", "continuously", "permanently", "regularly", "constantly"))
"""How often, as an adverb before the verb."""
_ALWAYS = frozenset(("always", "permanently", "continuously", "constantly", "continuous", "each time", "every time"))
_LEADS = re.compile(r"(?:every|each|on|daily|weekly|monthly|once|twice)\b", re.IGNORECASE)
"""How a frequency begins that stands before "since": every Monday since November 16."""


def measure_words(telling: Telling, row: PreventiveMeasure, shown: Shown, path: str) -> Shown:
    """Return the words of a preventive measure for its template, with the template's name under ``shape``."""
    who = actor_of(row.who, row.name)
    often = moment(row.frequency or "")
    shape, what = _what(telling, row, who or (NOT_NAMED if is_blank(row.who) else None))
    what, typed = _without_days(what, row.what or "", often if shape == "verb" else None)
    joined = shape == "verb"
    told = full_forms(f"{typed} {row.response or ''}").lower()
    frequency, often_entry = _frequency(telling, row, often, told, shape == "own", path)
    lone = shape == "clause" and frequency is None
    where, where_entry = telling.place(row.where, f"{path}/where", told, lone or (joined and not has_place(what.text)))
    leads = shape == "verb" and frequency is not None and bool(_LEADS.match(frequency)) and "," not in frequency
    frequency = Field(capitalised(frequency), frequency.path) if leads and frequency else frequency
    trails = joined and not leads and where is None and _may_trail(what.text, frequency)
    record, kept = _record(telling, row, told, path)
    told_who = _told_who(row, who, joined, path)
    deputy, standing_in = _deputy(row, path), actor_of(row.deputy)
    owner = None if joined or told_who or _is_told(who, what) else Field(holder(row.who, row.name, who), f"{path}/who")
    keeper = _keeper(telling, shown, path, who if owner else None, standing_in, record)
    form = telling.next_form(not joined or not (has_aside(what.text) or " with " in what.text))
    leads_in = form == 1 and joined and keeper["deputy"] is not None
    keeper |= {"form": form, "leads_in": leads_in, "late": leads_in or (form == 1 and joined and standing_in is None)}
    subject = telling.person(who, f"{path}/who") if joined and who else telling.needed(row.who, f"{path}/who")
    if shape == "clause" and often in _MANNERS:
        frequency, often_entry = None, frequency
    cells, tripped = _cells(telling, row, shown, who, path), _trips(telling, row, who, path)
    told_too = {"cells": cells, "kept": kept, "trips": tripped, "where": where_entry, "often": [frequency, often_entry]}
    return {
        "shape": shape,
        "lines": control_lines(what, subject if joined else None, owner, told_too, row, path),
        **(begun := _begun(telling, row, leads, path)),
        "subject": None if subject is None else Field(subject.rstrip(","), f"{path}/who"),
        "apposed": str(subject or "").endswith(","),
        "deputy": deputy if joined and not keeper["deputy"] else None,
        "what": Field(what.text, f"{path}/what"),
        "aside": has_aside(what.text),
        "rest": Field(what.rest, f"{path}/what") if what.rest else None,
        "leads": leads,
        "trails": trails,
        "frequency": frequency if often not in _MANNERS else None,
        "manner": frequency if often in _MANNERS else None,
        "where": where,
        "trips": tripped,
        "told_who": told_who,
        "kept": kept,
        "keeper": keeper,
        "cells": cells,
        "review": _review(telling, row, path),
        "bracket": telling.brackets(
            shown,
            path,
            ("from" if begun["ahead"] else "since", begun["since"] if shape == "own" else None),
            ("frequency", often_entry),
            ("owner", None if keeper["owner"] else owner),
            ("deputy", None if joined or keeper["deputy"] else deputy),
            where_entry,
            ("record", None if keeper["record"] else record),
            proof=keeper["exhibits"] is None,
        ),
    }


def _without_days(what: Fitted, typed: str, often: str | None) -> tuple[Fitted, str]:
    """Return what is done every day without these words, where the field beside it says them, and what is left told."""
    if not often or not _DAILY.search(often) or not _EVERY_DAY.search(what.text):
        return what, typed
    what = replace(what, text=_EVERY_DAY.sub("", what.text))
    return what, f"{what.text}. {what.rest}"


def _begun(telling: Telling, row: PreventiveMeasure, leads: bool, path: str) -> Shown:
    """Return since when a control holds, whether that is still ahead, and its first run where that is.

    Args:
        telling: what the letter has told.
        row: the control.
        leads: whether how often stands first in its sentence.
        path: of the row.
    """
    letter = telling.case.letter_date
    first = _first_run(row, letter) if leads else None
    return {
        "since": telling.day(row.since, f"{path}/since"),
        "ahead": isinstance(row.since, date) and isinstance(letter, date) and row.since > letter,
        "first": telling.day(first, f"{path}/since") if first else None,
    }


def _first_run(row: PreventiveMeasure, letter: object) -> date | None:
    """Return the first day of a weekly control where that is still ahead of the letter; else nothing."""
    named = re.search(rf"\b({'|'.join(calendar.day_name)})s?\b", row.frequency or "", re.IGNORECASE)
    if named is None or not isinstance(row.since, date) or not isinstance(letter, date):
        return None
    weekday = list(calendar.day_name).index(named[1].capitalize())
    first = row.since + timedelta(days=(weekday - row.since.weekday()) % 7)
    return first if first > letter else None


def _told_who(row: PreventiveMeasure, who: Actor | None, joined: bool, path: str) -> Field | None:
    """Return who does it as a sentence of its own where the field tells more than a role: the buyer prepares it."""
    words = mended(tidy(row.who or ""))
    several = who is None and not joined and read(words.split(", ")[0]).kind == "clause"
    return Field(capitalised(without_stop(words)), f"{path}/who") if several else None


_DAILY = re.compile(r"\b(?:every|each) (?:working )?day\b|\bdaily\b", re.IGNORECASE)
_EVERY_DAY = re.compile(r",? (?:(?:every|each) (?:working )?(?:day|morning|afternoon|evening)|daily)\Z")
"""What the words of a control say of how often, where the field beside them says it."""

LONGEST_BEFORE_TIME = 12
"""Words of what is done behind which the time still belongs to the verb."""


def _may_trail(what: str, often: Field | None) -> bool:
    """Whether how often may stand behind what is done: prints the labels at 8:00 and 13:00."""
    if often is None or often.gap or str(often) in _MANNERS or has_aside(what):
        return False
    return len(what.split()) <= LONGEST_BEFORE_TIME and not _TIMED.search(what)


_TIMED = re.compile(
    r"\b(?:within|before|after|until|when|if|while|at|once|twice|daily|days?|weeks?|months?|morning|afternoon|evening"
    r"|[A-Z]\w+days?)\b|\d:\d"
)


def _is_told(who: Actor | None, what: Fitted) -> bool:
    """Whether the words name who owns the control: only the marketing manager can upload pictures."""
    told = what.text.lower()
    keys = who.keys if who else ()
    if what.use != "clause":
        return any(told.removeprefix("the ").startswith(f"{key}:") for key in keys)
    return any(f" {key} " in f" {told} " for key in keys)


def _cells(telling: Telling, row: PreventiveMeasure, shown: Shown, who: Actor | None, path: str) -> Shown:
    """Return the words of a measure for a table, in which each of them stands by itself."""
    what = fit.habit(row.what or "", who or NOT_NAMED, telling.names) if row.what else Fitted("verb")
    record = things.record(row.record or "")
    named = things.with_article(record.text) if record.use == "noun" else None
    links = {one["kind"]: one["words"] for one in telling.brackets(shown, path)}
    return {
        "what": Field(capitalised(what.text), f"{path}/what"),
        "who": telling.needed(capitalised(holder(row.who, row.name, who)), f"{path}/who"),
        "deputy": _deputy(row, path),
        "since": telling.day(row.since, f"{path}/since"),
        "frequency": telling.needed(moment(row.frequency or "") or aside(row.frequency), f"{path}/frequency"),
        "where": Field(aside(row.where), f"{path}/where") if not is_blank(row.where) else None,
        "record": None if record.use == "own" else telling.needed(capitalised(record.text), f"{path}/record"),
        "named": Field(named, f"{path}/record") if named else None,
        "several": bool(named and things.is_plural(named)),
        "told": all(map(is_ordinary, (row.trigger, row.response, row.record))) and bool(row.trigger or row.response),
        "causes": links.get("causes"),
        "exhibits": links.get("exhibits"),
    }


def _what(telling: Telling, row: PreventiveMeasure, who: Actor | None) -> tuple[str, Fitted]:
    """Return the shape of what is done, and its words."""
    if is_blank(row.what):
        return "verb", Fitted("verb")
    what = fit.habit(row.what or "", who, telling.names)
    if what.use == "verb":
        return "verb", what
    return ("clause" if what.use == "clause" else "own"), what


def _frequency(
    telling: Telling, row: PreventiveMeasure, often: str | None, told: str, apart: bool, path: str
) -> tuple[Field | None, Field | None]:
    """Return how often, for the sentence and for the brackets; nothing where the row's other words say it."""
    if is_blank(row.frequency):
        gap = telling.needed(row.frequency, f"{path}/frequency")
        return (None, gap) if apart else (gap, None)
    words = tidy(row.frequency or "").lower()
    if words in told or _is_said(words, told) or all(one in told or _is_said(one, told) for one in words.split(", ")):
        return None, None
    often = _left(tidy(row.frequency or ""), told) or often
    said = Field(often or aside(row.frequency), f"{path}/frequency")
    return (None, said) if apart or not often else (said, None)


_AND_WHEN = re.compile(r"(?P<often>(?:each|every|per) (?:new )?[a-z]+|daily|weekly),? (?P<when>.+)", re.IGNORECASE)


def _left(often: str, told: str) -> str | None:
    """Return when a control works, where its other words say how often: every return, on arrival."""
    found = _AND_WHEN.fullmatch(often)
    said = found and _is_said(found["often"].lower(), told)
    return moment(found["when"]) if found and said else None


def _is_said(often: str, told: str) -> bool:
    """Whether how often a control works is said by what it does: each batch, 10 of every batch."""
    each = re.fullmatch(r"(?:for )?(?:each|every|per|all) (?:the )?(?:new )?(\w+?)s?", often)
    if each and each[1] != "time":
        noun = rf"\b(?:each|every|all|any|per|no)(?: \w+)? {re.escape(each[1])}(?:s|es)?\b"
        return bool(re.search(noun, told)) or (each[1] in _SENT and bool(_BEFORE_SENDING.search(told)))
    if often == "daily" and re.search(r"\b(?:every|each) day\b", told):
        return True
    if often == "weekly" and re.search(r"\b(?:every|each) (?:week|[a-z]+day)\b", told):
        return True
    adding = re.fullmatch(r"before (\w{3})\w*ing (?:any|an?|each|every) (?:new )?(\w+)", often)
    if adding and adding[2] in told and re.search(rf"\b{adding[1]}\w*\b.*\b(?:once|until|when|after)\b", told):
        return True
    led = re.fullmatch(r"(before|after) (?:each|every|any) (?:new )?(\w+?)s?", often)
    if led and re.search(rf"\b{led[1]}\b", told) and led[2] in told:
        return True
    return often in _ALWAYS and bool(
        re.search(r"\b(?:no|not|cannot|never|nobody|nothing|none|every|each|all|always|until|only)\b", told)
    )


_SENT = frozenset(("order", "parcel", "unit", "product", "item"))
_BEFORE_SENDING = re.compile(
    r"\b(?:each|every) [a-z]+ (?:is [a-z]+ )?before"
    r" (?:it (?:goes out|leaves|ships|is (?:shipped|sent|dispatched|packed))|dispatch|shipping|shipment)\b"
)
"""How words say of each order what is done with it: checks the seal of every blender before it goes out."""


def _record(telling: Telling, row: PreventiveMeasure, told: str, path: str) -> tuple[Field | None, Field | None]:
    """Return the record for the brackets, or as a sentence; nothing where the row's other words name it."""
    if is_blank(row.record):
        return telling.needed(row.record, f"{path}/record"), None
    record = things.record(row.record or "")
    if record.use == "own":
        return None, Field(record.text, f"{path}/record")
    named = bare_words(re.sub(r"\s*\([^)]*\)", "", record.text))
    return (None if named in told and named == bare_words(record.text) else Field(record.text, f"{path}/record")), None


def _keeper(
    telling: Telling, shown: Shown, path: str, owner: Actor | None, deputy: Actor | None, record: Field | None
) -> Shown:
    """Return the words of the sentence on who answers for a control and what it leaves, each as far as it is certain.

    Args:
        telling: what the letter has told.
        shown: the row as it is shown.
        path: of the row.
        owner: who answers for it, where its first sentence does not say so.
        deputy: who stands in.
        record: what it leaves, as it would stand in brackets.
    """
    named = None if record is None or record.gap else things.with_article(record)
    exhibits = shown.get("exhibits")
    answers = _in_sentence(telling, owner, f"{path}/who")
    stands_in = _in_sentence(telling, deputy, f"{path}/deputy")
    return {
        "owner": Field(capitalised(answers), answers.path) if answers else None,
        "owners": bool(owner and owner.plural),
        "deputy": stands_in,
        "deputy_first": Field(capitalised(stands_in), stands_in.path) if stands_in else None,
        "deputies": bool(deputy and deputy.plural),
        "record": Field(named, record.path) if named and record else None,
        "records": bool(named and things.is_plural(named)),
        "bracketed": bool(named and named.endswith(")")),
        "exhibits": exhibits if named and isinstance(exhibits, Field) and not exhibits.gap else None,
    }


def _in_sentence(telling: Telling, who: Actor | None, path: str) -> Field | None:
    certain = who is not None and who.again not in _OURSELVES and who.again[0].isalpha()
    return telling.person(who, path) if who and certain else None


_OURSELVES = frozenset(("we", "I", "nobody", ""))


def _deputy(row: PreventiveMeasure, path: str) -> Field | None:
    if is_blank(row.deputy):
        return None
    deputy = actor_of(row.deputy)
    return Field(deputy.bare if deputy else aside(row.deputy), f"{path}/deputy")


def _trips(telling: Telling, row: PreventiveMeasure, who: Actor | None, path: str) -> Shown | None:
    """Return what trips a control and what happens then."""
    if is_blank(row.trigger) and is_blank(row.response):
        return None
    when = trips.condition(row.trigger or "", telling.names)
    then = trips.response(_without_trigger(row), who, telling.names)
    both = bool(when.text and then.text)
    of_trigger = trips.subject(when.text, then.text) if when.use == "own" and then.use == "clause" else None
    use = (
        "subject"
        if of_trigger
        else when.use
        if when.joins and then.joins
        else "then"
        if both and when.use == "clause"
        else "own"
        if both
        else "alone"
    )
    response_within = of_trigger or (aside(then.text) if use in ("then", "own") else then.text)
    trigger = when.text if use in ("clause", "noun", "then") else capitalised(when.text)
    response = response_within if both else capitalised(then.text)
    response = f"{response}. {then.rest}" if then.rest else response
    return {
        "use": use,
        "trigger": Field(trigger, f"{path}/trigger") if trigger else None,
        "response": Field(response, f"{path}/response") if response else None,
    }


def _without_trigger(row: PreventiveMeasure) -> str:
    """Return what happens, without what trips it where this was typed before it once more: not match: own page."""
    before, colon, then = (row.response or "").partition(":")
    again = (
        colon
        and then.strip()
        and without_stop(before.strip()).lower() == without_stop((row.trigger or "").strip()).lower()
    )
    return then.strip() if again else row.response or ""


def _review(telling: Telling, row: PreventiveMeasure, path: str) -> Shown | None:
    """Return the day of the next review and its target."""
    if is_blank(row.review) and is_blank(row.review_target):
        return None
    target = trips.target(row.review_target or "")
    return {
        "day": telling.day(row.review, f"{path}/review") if not is_blank(row.review) else None,
        "target": Field(target.text, f"{path}/review_target") if target.text else None,
        "named": target.use == "noun",
    }
