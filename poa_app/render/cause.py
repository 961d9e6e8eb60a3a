"""The words of a root cause, ready for its sentences: when and where, what failed, why, and why nobody noticed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from poa_app.model.rows import RootCause
from poa_app.model.text import is_blank
from poa_app.model.waivers import is_waived
from poa_app.phrases import fit
from poa_app.phrases.actor import Actor
from poa_app.phrases.fit import Reason
from poa_app.phrases.fitted import Fitted
from poa_app.phrases.place import moment
from poa_app.phrases.text import capitalised
from poa_app.render import wording
from poa_app.render.field import Field
from poa_app.render.sentences import NOT_NAMED, Shown, Telling, actor_of, aside, holder


def cause_words(telling: Telling, row: RootCause, shown: Shown, path: str) -> Shown:
    """Return the words of a root cause for its template, with the template's name under ``shape``."""
    who = actor_of(row.who, row.name)
    over = not is_blank(row.end)
    what = fit.cause(row.what or "", who or NOT_NAMED, telling.names, over) if row.what else Fitted("verb")
    counted = what.use == "clause" and bool(_COUNTED.match(what.text))
    alone = _stands_alone(what.text) and not (counted and not _holds_month(what.text))
    shape = what.use if what.use in ("verb", "clause") and not alone else "own"
    text = what.text if shape != "own" else capitalised(what.text)
    told = " ".join((row.what or "", *row.why, *row.unnoticed)).lower()
    where, where_entry = telling.place(row.where, f"{path}/where", told, shape != "own" and not counted)
    span = _span(telling, row, path)
    when = moment(row.when or "")
    said_when = Field(when or aside(row.when), f"{path}/when") if not is_blank(row.when) else None
    joins_when = when is not None and shape != "own"
    span_told = shape != "own" or _holds_span(row, text)
    return {
        "shape": shape,
        "counted": counted and shape == "clause",
        "what": Field(text, f"{path}/what"),
        "rest": Field(what.rest, f"{path}/what") if what.rest else None,
        "subject": _subject(telling, who, path) if shape == "verb" else None,
        "span": span,
        "where": where,
        "when": said_when if joins_when else None,
        "bracket": telling.brackets(
            shown,
            path,
            ("span", None if span_told else span["words"]),
            ("when", None if joins_when else said_when),
            where_entry,
            ("holder", None if shape == "verb" else _holder(telling, row, who, told, path)),
        ),
        "why": _chain(telling, row.why, who, f"{path}/why", over) or _gap(telling, f"{path}/why"),
        "unnoticed": _behind_a_colon(_chain(telling, row.unnoticed, who, f"{path}/unnoticed", over)),
    }


def _subject(telling: Telling, who: Actor | None, path: str) -> Field:
    return telling.person(who, f"{path}/who") if who else Field("", f"{path}/who")


def _span(telling: Telling, row: RootCause, path: str) -> Shown:
    """Return when a cause held: on one day, from one to another, or from a day on."""
    if is_blank(row.start) and is_waived(telling.case, f"{path}/start"):
        return {"kind": "none", "words": None}
    start, end = telling.day(row.start, f"{path}/start"), telling.day(row.end, f"{path}/end")
    kind = "since" if is_blank(row.end) else "day" if row.start == row.end else "range"
    if kind == "range" and isinstance(row.start, date) and isinstance(row.end, date) and row.start.year != row.end.year:
        start, end = (
            Field(wording.day(one, telling.dates), field.path) for one, field in ((row.start, start), (row.end, end))
        )
    if kind == "day" and isinstance(row.end, date):
        end = Field(wording.day(row.end, telling.dates), f"{path}/end")
    words = {"since": f"since {start}", "day": f"on {end}", "range": f"{start} to {end}"}[kind]
    return {"kind": kind, "start": start, "end": end, "words": Field(words if start else "", f"{path}/start")}


def _stands_alone(text: str) -> bool:
    """Whether no date may stand before words: they hold one, or begin with a figure."""
    return text[:1].isdigit() or _holds_month(text)


def _holds_month(text: str) -> bool:
    return any(name in text for name in wording.MONTHS)


_COUNTED = re.compile(r"(?!1 )\d[\d,]* (?!of\b)[a-z]")
"""A number of things at the head of a clause; behind a date it needs words between."""


def _holds_span(row: RootCause, text: str) -> bool:
    """Whether a cause's own words already hold the first and the last day it was true: on October 24 and 26."""
    days = [one for one in (row.start, row.end) if isinstance(one, date)]
    numbers = re.findall(r"\d+", text)
    return bool(days) and all(wording.MONTHS[one.month - 1] in text and str(one.day) in numbers for one in days)


def _holder(telling: Telling, row: RootCause, who: Actor | None, told: str, path: str) -> Field | None:
    """Return who held the step, where no other words say it."""
    if is_blank(row.who):
        return telling.needed(row.who, f"{path}/who")
    if who and (who.again in ("we", "I") or any(key in told for key in who.keys)):
        return None
    return Field(holder(row.who, row.name, who), f"{path}/who")


def _gap(telling: Telling, path: str) -> list[Shown]:
    gap = telling.needed(None, path)
    return [] if gap is None else [{"join": "first", "words": gap, "inside": gap, "rest": None}]


def _chain(telling: Telling, texts: tuple[str, ...], who: Actor | None, path: str, over: bool) -> list[Shown]:
    said = [(f"{path}/{place}", text) for place, text in enumerate(texts) if not is_blank(text)]
    return list(_joined([(at, fit.reason(text, who, telling.names, over)) for at, text in said]))


def _behind_a_colon(chain: list[Shown]) -> list[Shown]:
    """Return a chain whose first clause stands inside a sentence."""
    if not chain or chain[0]["join"] != "first":
        return chain
    return [{**chain[0], "words": chain[0]["inside"]}, *chain[1:]]


def _joined(reasons: list[tuple[str, Reason]]) -> Iterator[Shown]:
    """Join answers to why: with "because" or "and" where the manager marked it so, else with a semicolon."""
    before, closed = "", True
    for path, one in reasons:
        words, use = one.fitted.text, one.fitted.use
        if use == "noun":
            join = "because-of" if before == "first" and not closed else "reason"
        elif use == "clause" and not closed:
            wanted = one.joined or "semicolon"
            join = "semicolon" if wanted == before else wanted
        else:
            join, words = "first" if use == "clause" else "own", capitalised(words)
        before = join
        closed = use != "clause" or join == "semicolon" or bool(one.fitted.rest) or "because" in words
        yield {
            "join": join,
            "words": Field(words, path),
            "inside": Field(one.fitted.text, path),
            "rest": Field(one.fitted.rest, path) if one.fitted.rest else None,
        }
