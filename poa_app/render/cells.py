"""The words of a row for tables in which each field stands by itself: mended, with a capital, without a stop."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from poa_app.model.base import Row
from poa_app.model.rows import CorrectiveAction, PreventiveMeasure, RootCause
from poa_app.model.text import is_blank
from poa_app.phrases import failure, fit, method, things, trips
from poa_app.phrases.actor import Actor
from poa_app.phrases.fitted import Fitted
from poa_app.phrases.place import moment
from poa_app.phrases.text import LONGEST, capitalised, is_foreign
from poa_app.render.deed import with_object
from poa_app.render.field import Field
from poa_app.render.sentences import NOT_NAMED, Shown, actor_of, aside, holder

_ORDINARY = re.compile(r"[\w ,.;:!?'\"’“”()%/+&$€£#°±→<>=≤≥*•·–—，。；：、！？（）-]*")
"""Signs of ordinary sentences; words with others are no slip of the keyboard, and print as typed."""

MOST_ROWS = 1024
"""How many rows are remembered with their words; some thirty cases' worth."""

Reader = Callable[[str, Any, Actor], Fitted]
"""Reads a field's words, given its row and who acts in it."""


def is_ordinary(text: str | None) -> bool:
    """Whether words are an English phrase of a field: neither endless nor with signs no sentence needs."""
    words = text or ""
    return len(words) <= LONGEST and not is_foreign(words) and _ORDINARY.fullmatch(words) is not None


def put_in_cells(shown: Shown, row: Row) -> None:
    """Write the words of a row as its table prints them; what is blank stays so."""
    for name, words in _in_cells(row):
        if isinstance(words, tuple):
            pairs = zip(words, shown[name], strict=True)
            shown[name] = [Field(one, field.path) for one, field in pairs]
        else:
            shown[name] = Field(words, shown[name].path)


@lru_cache(maxsize=MOST_ROWS)
def _in_cells(row: Row) -> tuple[tuple[str, str | tuple[str, ...]], ...]:
    """Return the words of a row's cells by their fields; remembered, since an edit of a case changes one row of it."""
    who = actor_of(getattr(row, "who", None), getattr(row, "name", None)) or NOT_NAMED
    found: list[tuple[str, str | tuple[str, ...]]] = []
    for name, read in _CELLS[type(row)].items():
        value = getattr(row, name)
        texts = value if isinstance(value, tuple) else (value,)
        if not all(is_ordinary(text) for text in texts):
            continue
        if isinstance(value, tuple):
            told = [text for text in value if not is_blank(text)]
            if told:
                found.append((name, tuple(_cell(read(text, row, who), text) for text in told)))
        elif not is_blank(value):
            said = _cell(read(value, row, who), value)
            found.append((name, aside(said) if name in _INSIDE else said))
    return (*found, *_people(row))


_INSIDE = ("frequency", "review_target")
"""What stands behind other words in its cell."""


def _cell(found: Fitted, text: str) -> str:
    said = f"{found.text}. {found.rest}" if found.rest else found.text
    return capitalised(said) or things.cell(text)


def _people(row: Any) -> Iterator[tuple[str, str]]:
    """Yield who acts, behind the name where there is one, and the deputy."""
    if not is_blank(row.who) and is_ordinary(row.who):
        bare = holder(row.who, None, actor_of(row.who))
        yield "who", bare if not is_blank(row.name) else capitalised(bare)
    deputy = getattr(row, "deputy", None)
    if not is_blank(deputy) and is_ordinary(deputy):
        yield "deputy", holder(deputy, None, actor_of(deputy))


def _plain(text: str, row: Any, who: Actor) -> Fitted:
    return Fitted("own", things.cell(text))


def _cause(text: str, row: Any, who: Actor) -> Fitted:
    return failure.cause(text, who, over=not is_blank(row.end))


def _reason(text: str, row: Any, who: Actor) -> Fitted:
    return failure.reason(text, who, over=not is_blank(row.end)).fitted


def _deed(text: str, row: Any, who: Actor) -> Fitted:
    return fit.deed(text, who, row.date if isinstance(row.date, date) else None)


def _method(text: str, row: Any, who: Actor) -> Fitted:
    found = method.method(text, who)
    return replace(found, text=with_object(found.text, _deed(row.what or "", row, who).text))


def _often(text: str, row: Any, who: Actor) -> Fitted:
    said = moment(text)
    return Fitted("phrase", said) if said else _plain(text, row, who)


_CELLS: dict[type[Row], dict[str, Reader]] = {
    RootCause: {"what": _cause, "when": _plain, "where": _plain, "why": _reason, "unnoticed": _reason},
    CorrectiveAction: {
        "what": _deed,
        "where": _plain,
        "how": _method,
        "result": lambda text, row, who: Fitted("own", things.outcome(text)),
    },
    PreventiveMeasure: {
        "what": lambda text, row, who: fit.habit(text, who),
        "frequency": _often,
        "where": _plain,
        "trigger": lambda text, row, who: trips.condition(text),
        "response": lambda text, row, who: trips.response(text, who if who.again else None),
        "record": lambda text, row, who: things.record(text),
        "review_target": _plain,
    },
}
