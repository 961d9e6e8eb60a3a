"""The words of a preventive measure, ready for its sentences: since when who does what how often, and what trips it."""

from __future__ import annotations

import re

from poa_app.model.rows import PreventiveMeasure
from poa_app.model.text import is_blank
from poa_app.phrases import fit, things, trips
from poa_app.phrases.actor import Actor
from poa_app.phrases.fitted import Fitted
from poa_app.phrases.place import moment
from poa_app.phrases.text import capitalised, tidy
from poa_app.render.field import Field
from poa_app.render.sentences import NOT_NAMED, Shown, Telling, actor_of, aside, bare_words, has_aside, holder

_MANNERS = frozenset(("always", "automatically", "continuously", "permanently", "regularly", "constantly"))
"""How often, as an adverb before the verb."""
_ALWAYS = frozenset(("always", "permanently", "continuously", "constantly"))
_LEADS = re.compile(r"(?:every|each|on|daily|weekly|monthly|once|twice)\b", re.IGNORECASE)
"""How a frequency begins that stands before "since": every Monday since November 16."""


def measure_words(telling: Telling, row: PreventiveMeasure, shown: Shown, path: str) -> Shown:
    """Return the words of a preventive measure for its template, with the template's name under ``shape``."""
    who = actor_of(row.who, row.name)
    often = moment(row.frequency or "")
    shape, what = _what(telling, row, who or (NOT_NAMED if is_blank(row.who) else None))
    joined = shape == "verb"
    told = f"{row.what or ''} {row.response or ''}".lower()
    where, where_entry = telling.place(row.where, f"{path}/where", told, joined)
    frequency, often_entry = _frequency(telling, row, often, told, shape == "own", path)
    leads = shape == "verb" and frequency is not None and bool(_LEADS.match(frequency)) and "," not in frequency
    if leads and frequency:
        frequency = Field(capitalised(frequency), frequency.path)
    record, kept = _record(telling, row, told, path)
    deputy = _deputy(row, path)
    subject = telling.person(who, f"{path}/who") if joined and who else telling.needed(row.who, f"{path}/who")
    if shape == "clause" and often in _MANNERS:
        frequency, often_entry = None, frequency
    return {
        "shape": shape,
        "since": telling.day(row.since, f"{path}/since"),
        "subject": None if subject is None else Field(subject.rstrip(","), f"{path}/who"),
        "apposed": str(subject or "").endswith(","),
        "deputy": deputy if joined else None,
        "what": Field(what.text, f"{path}/what"),
        "aside": has_aside(what.text),
        "rest": Field(what.rest, f"{path}/what") if what.rest else None,
        "leads": leads,
        "frequency": frequency if often not in _MANNERS else None,
        "manner": frequency if often in _MANNERS else None,
        "where": where,
        "trips": _trips(telling, row, who, path),
        "kept": kept,
        "cells": _cells(telling, row, shown, who, path),
        "review": _review(telling, row, path),
        "bracket": telling.brackets(
            shown,
            path,
            ("since", telling.day(row.since, f"{path}/since") if shape == "own" else None),
            ("frequency", often_entry),
            ("owner", None if joined else Field(holder(row.who, row.name, who), f"{path}/who")),
            ("deputy", None if joined else deputy),
            where_entry,
            ("record", record),
        ),
    }


def _cells(telling: Telling, row: PreventiveMeasure, shown: Shown, who: Actor | None, path: str) -> Shown:
    """Return the words of a measure for a table, in which each of them stands by itself."""
    what = fit.habit(row.what or "", who or NOT_NAMED, telling.names) if row.what else Fitted("verb")
    record = things.record(row.record or "")
    links = {one["kind"]: one["words"] for one in telling.brackets(shown, path)}
    return {
        "what": Field(capitalised(what.text), f"{path}/what"),
        "who": telling.needed(capitalised(holder(row.who, row.name, who)), f"{path}/who"),
        "deputy": _deputy(row, path),
        "since": telling.day(row.since, f"{path}/since"),
        "frequency": telling.needed(moment(row.frequency or "") or aside(row.frequency), f"{path}/frequency"),
        "where": Field(aside(row.where), f"{path}/where") if not is_blank(row.where) else None,
        "record": None if record.use == "own" else telling.needed(capitalised(record.text), f"{path}/record"),
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
    if words in told or _is_said(words, told):
        return None, None
    said = Field(often or aside(row.frequency), f"{path}/frequency")
    return (None, said) if apart or not often else (said, None)


def _is_said(often: str, told: str) -> bool:
    """Whether how often a control works is said by what it does: each batch, 10 of every batch."""
    each = re.fullmatch(r"(?:for )?(?:each|every|per|all) (?:the )?(?:new )?(\w+?)s?", often)
    if each:
        return bool(re.search(rf"\b(?:each|every|all|any|per|no)(?: new)? {re.escape(each[1])}(?:s|es)?\b", told))
    return often in _ALWAYS and bool(
        re.search(r"\b(?:no|never|nobody|nothing|none|every|each|all|always|until)\b", told)
    )


def _record(telling: Telling, row: PreventiveMeasure, told: str, path: str) -> tuple[Field | None, Field | None]:
    """Return the record for the brackets, or as a sentence; nothing where the row's other words name it."""
    if is_blank(row.record):
        return telling.needed(row.record, f"{path}/record"), None
    record = things.record(row.record or "")
    if record.use == "own":
        return None, Field(record.text, f"{path}/record")
    named = bare_words(re.sub(r"\s*\([^)]*\)", "", record.text))
    return (None if named in told and named == bare_words(record.text) else Field(record.text, f"{path}/record")), None


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
    then = trips.response(row.response or "", who, telling.names)
    both = bool(when.text and then.text)
    use = when.use if when.joins and then.joins else "own" if both else "alone"
    trigger = when.text if use in ("clause", "noun") else capitalised(when.text)
    response = then.text if both else capitalised(then.text)
    return {
        "use": use,
        "trigger": Field(trigger, f"{path}/trigger") if trigger else None,
        "response": Field(response, f"{path}/response") if response else None,
    }


def _review(telling: Telling, row: PreventiveMeasure, path: str) -> Shown | None:
    """Return the day of the next review and its target."""
    if is_blank(row.review) and is_blank(row.review_target):
        return None
    target = things.thing(row.review_target or "")
    return {
        "day": telling.day(row.review, f"{path}/review") if not is_blank(row.review) else None,
        "target": Field(target.text, f"{path}/review_target") if target.text else None,
        "named": target.use == "noun",
    }
