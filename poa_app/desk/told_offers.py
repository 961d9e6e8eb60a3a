"""Answers offered for a blank field out of what the client sent and of its row's drafts: the facts that fit its kind.

A draft beside a field of the row speaks of that row for certain, so its facts come first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from poa_app.desk.work import draft_of
from poa_app.facts.likeness import telling_words
from poa_app.facts.nearest_day import day_of_iso
from poa_app.facts.told import ToldLine, lines_of, told_lines
from poa_app.facts.told_fact import Told, ToldKind
from poa_app.model.case import Case
from poa_app.model.fields import field_at
from poa_app.model.paths import get, leaves, pattern, row_of, steps
from poa_app.model.rows import ROWS_WITH_PASSAGE
from poa_app.model.scripts import own_script
from poa_app.model.text import is_blank
from poa_app.phrases.text import is_foreign

LISTS = (*ROWS_WITH_PASSAGE, "exhibits", "products", "identifiers", "suppliers", "metrics")
"""The lists whose rows a client tells of."""
MOST_LINES = 3_000
"""Sentences that are weighed for one field; a client's whole chat has fewer."""
BESIDE = 0.3
"""Of what a neighbouring sentence shares with a row, the part that counts for a sentence too."""
NEAR = 0.4
"""Of what the likeliest line shares with a row, the part that another must share to be offered beside it."""


@dataclass(frozen=True)
class ToldOffer:
    """An answer a client has given, or the manager in a draft.

    Attributes:
        value: what the field would hold.
        line: where it stands.
        weight: how much the line shares with the row; 0 where it speaks of something else.
        draft: the field whose draft the line stands in; nothing for a line of the client.
    """

    value: Any
    line: ToldLine
    weight: float
    draft: str = ""


_KINDS: dict[str, tuple[ToldKind, ...]] = {
    "date": ("date",),
    "time": ("time",),
    "count": ("count",),
    "rate": ("percentage",),
    "/products/*/asin": ("asin",),
    "/identifiers/*/value": ("order", "shipment", "code", "tracking"),
    "/exhibits/*/number": ("code",),
    "/exhibits/*/title": ("file",),
    "/suppliers/*/contact": ("name",),
    "name": ("name",),
    "who": ("role",),
    "deputy": ("role",),
}
"""The kinds of fact that fit a field: by its own path, by its name in a row of the plan, or by its kind of value."""
_OF_AMAZON = ("/metrics/*/target",)
_PLAN_NAMES = ("name", "who", "deputy")


def told_offers(case: Case, path: str) -> Iterator[ToldOffer]:
    """Yield what a client's message or a draft of the row answers a blank field with, the likeliest first, each once.

    Chinese words answer no field that prints; days, numbers, ids and Latin names do.
    """
    kinds = _fitting(path)
    if not kinds or not (case.client_messages or case.drafts):
        return
    found: dict[Any, tuple[tuple[float, bool, int], ToldOffer]] = {}
    taken = _said(case)
    row = get(case, row_of(path)) if row_of(path) != path else None
    lines = [*_drafted(case, path), *(("", line, weight) for line, weight in _weighed(case, path))]
    for place, (draft, line, weight) in enumerate(lines):
        for fact in line.facts:
            if fact.kind not in kinds or not _fits(path, fact, row):
                continue
            more = 5.0 if fact.beside and fact.beside == getattr(row, "who", None) else 0.0
            for value in _values(path, fact):
                if not _in_order(path, fact, value, line, row):
                    continue
                rank = (-(weight + more), str(value) in taken, place)
                offer = ToldOffer(value, line, weight + more, draft)
                if value not in found or rank < found[value][0]:
                    found[value] = (rank, offer)
    ranked = [offer for _, offer in sorted(found.values(), key=lambda one: one[0])]
    best = max((offer.weight for offer in ranked), default=0)
    yield from (offer for offer in ranked if offer.weight >= best * NEAR)


OWN = 100.0
"""How much a draft of the row's own shares with it: more than any line of the client could."""


def _drafted(case: Case, path: str) -> Iterator[tuple[str, ToldLine, float]]:
    """Yield the sentences of the drafts beside the fields of a row, each with the field it stands beside."""
    row = row_of(path)
    if row == path:
        return
    notice = case.notice.received if isinstance(case.notice.received, date) else None
    for draft in case.drafts:
        if draft.path.startswith(f"{row}/"):
            yield from ((draft.path, line, OWN) for line in told_lines("", draft.text, None, notice))


def _fitting(path: str) -> tuple[ToldKind, ...]:
    kind = pattern(path)
    part = steps(path)[0]
    if kind in _OF_AMAZON or (part not in LISTS and kind != "/affected"):
        return ()
    name = kind.rpartition("/")[2]
    if kind in _KINDS:
        return _KINDS[kind]
    if part in ROWS_WITH_PASSAGE and name in _PLAN_NAMES:
        return _KINDS[name]
    field = field_at(path)
    return () if field.is_list else _KINDS.get(field.kind or "", ())


def _fits(path: str, fact: Told, row: Any) -> bool:
    match fact.kind:
        case "count":
            return not fact.about and fact.counted in ("things", "")
        case "role" | "name":
            return not own_script(fact.value)
        case "file":
            return not own_script(fact.value) and not path.endswith("/file")
        case "order" | "shipment" | "tracking" | "code" if path.startswith("/identifiers/"):
            wanted = {"order": ("order",), "shipment": ("shipment",), "other": ("tracking", "code")}
            return fact.kind in wanted.get(getattr(row, "kind", None) or "", ("order", "shipment", "tracking", "code"))
        case _:
            return True


def _in_order(path: str, fact: Told, value: Any, line: ToldLine, row: Any) -> bool:
    """Whether a day may begin or end something: of a line with two days the first begins it, the last ends it."""
    name = path.rpartition("/")[2]
    if fact.kind != "date" or name not in ("start", "end"):
        return True
    begun = getattr(row, "start", None)
    if name == "end" and isinstance(begun, date) and value <= begun:
        return False
    days = [one for one in line.facts if one.kind == "date"]
    return len(days) != 2 or fact is days[0 if name == "start" else 1]


def _values(path: str, fact: Told) -> Iterator[Any]:
    """Yield what a field would hold of a fact; a day that may be two is offered as both."""
    for value in fact.values:
        match fact.kind:
            case "date":
                yield from filter(None, (day_of_iso(value),))
            case "count":
                yield from (int(number) for number in (Decimal(value),) if number == int(number))
            case "percentage":
                yield Decimal(value)
            case "file":
                stem = " ".join(re.sub(r"\.[A-Za-z0-9]{1,4}\Z", "", value).replace("_", " ").split())
                yield stem
            case _:
                yield value


@lru_cache(maxsize=4)
def _said(case: Case) -> frozenset[str]:
    """Return everything the case holds already, but what the client sent and the notice."""
    apart = ("/client_messages", "/notice/text", "/drafts")
    return frozenset(str(value) for path, value in leaves(case) if value is not None and not path.startswith(apart))


def _weighed(case: Case, path: str) -> Iterator[tuple[ToldLine, float]]:
    """Yield the client's sentences with how much each, and those beside it, share with the words of the field's row."""
    told = _words_of_lines(case)
    ours = _words_of_row(case, row_of(path))
    shared = [len(ours & words) for _, words in told]
    for place, (line, _) in enumerate(told):
        beside = [
            shared[at] for at in (place - 1, place + 1) if 0 <= at < len(told) and told[at][0].message == line.message
        ]
        yield line, shared[place] + BESIDE * max(beside, default=0)


@lru_cache(maxsize=4)
def _words_of_lines(case: Case) -> tuple[tuple[ToldLine, frozenset[str]], ...]:
    return tuple((line, telling_words(line.text, line.facts)) for line in lines_of(case)[:MOST_LINES])


def _words_of_row(case: Case, row: str) -> frozenset[str]:
    try:
        held = get(case, row)
    except KeyError:
        return frozenset()
    texts = [str(value) for path, value in leaves(held) if value is not None and not path.endswith("/id")]
    texts += [draft.text for draft in case.drafts if draft.path.startswith(f"{row}/")]
    return frozenset().union(*(telling_words(text) for text in texts))


LEAST_SHARED = 3
"""How much a Chinese sentence must share with a row to be offered beside any of its fields but the first."""
_FIRST = "what"
_OTHERS = ("why", "how")
"""The other fields for which a client's own sentence is a likely draft."""


def draft_offers(case: Case, path: str) -> Iterator[ToldLine]:
    """Yield the client's Chinese sentences that may stand as a draft beside a blank field, the likeliest first.

    For what a row tells, every sentence with a fact is offered until it stands somewhere; beside its other fields only
    what speaks of the same thing.
    """
    name = path.rpartition("/")[2]
    if not case.client_messages or steps(path)[0] not in ROWS_WITH_PASSAGE or name not in (_FIRST, *_OTHERS):
        return
    if draft_of(case, path) or not is_blank(get(case, path)):
        return
    drafted = [line for draft in case.drafts for line in draft.text.splitlines() if line.strip()]
    for _, (line, weight) in sorted(enumerate(_weighed(case, path)), key=lambda one: (-one[1][1], one[0])):
        if not is_foreign(line.text) or "\t" in line.text:
            continue
        if any(line.text in one or one in line.text for one in drafted):
            continue
        if weight >= LEAST_SHARED or (name == _FIRST and line.facts):
            yield line
