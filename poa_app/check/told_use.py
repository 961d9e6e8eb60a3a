"""Which of the facts a client told the letter states, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from poa_app.check.context import CheckContext
from poa_app.check.letter_facts import facts_of_field
from poa_app.check.sources import Fact, facts_of, may_be_same_day
from poa_app.facts.romanised import is_romanised
from poa_app.facts.tokens import tokens
from poa_app.facts.told import ToldLine, lines_of
from poa_app.facts.told_fact import Told
from poa_app.model.paths import leaves
from poa_app.model.plain import plain_signs
from poa_app.model.scripts import is_without_latin
from poa_app.model.text import FIELD_LIMIT


@dataclass(frozen=True)
class ToldUse:
    """One fact a client told, its line, and the fields of the letter that state it."""

    line: ToldLine
    fact: Told
    used: tuple[str, ...]


def told_use(context: CheckContext) -> Iterator[ToldUse]:
    """Yield each fact of the client's messages once, with the fields that state it."""
    stated = _stated(context)
    words = plain_signs("\n".join(str(value) for _, value in context.printed)).casefold()
    seen: set[tuple[str, str]] = set()
    for line in lines_of(context.case):
        for fact in line.facts:
            if (fact.kind, fact.value) in seen or (fact.kind == "role" and is_without_latin(fact.value)):
                continue
            seen.add((fact.kind, fact.value))
            yield ToldUse(line, fact, _used(fact, stated, words))


def _stated(context: CheckContext) -> dict[Fact, list[str]]:
    stated: dict[Fact, list[str]] = {}
    for path, value in (*context.printed, *_attached(context)):
        if path.startswith(_BY_THEMSELVES) and not path.endswith("/answer"):
            continue
        for _, facts in facts_of_field(path, value):
            for fact in facts:
                stated.setdefault(fact, []).append(path)
        for token in tokens(value) if isinstance(value, str) and len(value) <= FIELD_LIMIT else ():
            if token.kind in ("time", "number"):
                for one in token.values:
                    own = one.rjust(5, "0") if token.kind == "time" else one
                    stated.setdefault((token.kind, own), []).append(path)
    return stated


_BY_THEMSELVES = ("/notice/", "/letter_date", "/deadline")
"""What a letter says of the notice and of itself; that a client's day is the same is chance."""


def _attached(context: CheckContext) -> Iterator[tuple[str, Any]]:
    yield from ((path, value) for path, value in leaves(context.case) if path.startswith("/metrics/") and value)


def _used(fact: Told, stated: dict[Fact, list[str]], words: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for kind, value in facts_of(fact):
        found |= dict.fromkeys(stated.get((kind, value), ()))
        if kind in ("role", "file", "name") and not found and _stem(value) in words:
            found[""] = None
        if kind == "name" and not found and is_without_latin(value):
            named = (other for other in stated if other[0] == "name" and is_romanised(other[1], value))
            found |= dict.fromkeys(path for other in named for path in stated[other])
        if kind == "date" and not found:
            found |= dict.fromkeys(
                path
                for (other, day), paths in stated.items()
                if other == "date" and may_be_same_day(day, value)
                for path in paths
            )
        if kind == "id" and not found and value.casefold() in words:
            found[""] = None
    return tuple(found)


def _stem(value: str) -> str:
    return re.sub(r"\.[a-z0-9]{1,4}\Z", "", value)
