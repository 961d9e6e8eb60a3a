"""Whether what prints says what the fields hold: no fact differs from them, none of theirs is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from poa_app.check.exam import Exam, Span
from poa_app.check.tokens import Token, agree, plain, tokens
from poa_app.model.facts import Metric
from poa_app.model.finding import Finding
from poa_app.model.paths import get, leaves
from poa_app.model.printable import printable

ROWS = ("root_causes", "corrective_actions", "preventive_measures")
_OWNERS = ("who", "deputy")
_NOT_REQUIRED = {"head", "start", "end", "explains", "passage", "done", "where"}
"""Fields whose facts a passage may use but need not repeat: the letter prints them beside it, or the scope holds."""


@dataclass(frozen=True)
class Fact:
    """One comparable fact of a field; its words are what a message quotes."""

    kind: str
    value: str
    words: str


def passages(exam: Exam) -> Iterator[Finding]:
    """Compare each rewritten passage with its row, and opening and closing with the whole case."""
    everywhere = _case_facts(exam)
    for kind in ROWS:
        for row in getattr(exam.case, kind):
            if row.passage:
                path = f"/{kind}/{row.id}"
                yield from _compare(exam, f"{path}/passage", _row_facts(exam, path), _allowed(exam, path))
                yield from _owners(exam, row, path)
    for metric in exam.case.metrics:
        yield from _metric(exam, metric)
    for path in ("/opening", "/closing"):
        yield from _compare(exam, path, (), everywhere)


def _compare(exam: Exam, path: str, required: Iterable[Fact], allowed: Iterable[Fact]) -> Iterator[Finding]:
    text = get(exam.case, path) or ""
    found = tokens(text)
    known = (*required, *allowed)
    for token in found:
        if not any(token.kind == fact.kind and agree(token, fact.value) for fact in known):
            yield exam.find(f"passages.{token.kind}-differs", path, _span(token))
    for fact in dict.fromkeys(required):
        if not any(token.kind == fact.kind and agree(token, fact.value) for token in found):
            yield exam.find(f"passages.{fact.kind}-lost", path, quote=fact.words)


def _span(token: Token) -> Span:
    return Span(token.start, token.end, token.quote)


def _row_facts(exam: Exam, path: str) -> tuple[Fact, ...]:
    """Give the facts of a row that its passage must repeat."""
    row = get(exam.case, path)
    facts: list[Fact] = []
    for name in type(row).model_fields:
        if name not in _NOT_REQUIRED and name not in _OWNERS:
            facts += _facts(exam, name, getattr(row, name))
    return tuple(fact for fact in facts if (fact.kind, fact.value) != ("number", "1"))


def _allowed(exam: Exam, path: str) -> tuple[Fact, ...]:
    """Give the facts a passage may use beside those it must repeat."""
    case, row = exam.case, get(exam.case, path)
    facts = [fact for name in _NOT_REQUIRED for fact in _facts(exam, name, getattr(row, name, None))]
    facts += [fact for name in _OWNERS for fact in _facts(exam, name, getattr(row, name, None))]
    facts.append(Fact("cause", exam.causes.get(row.id, ""), ""))
    dated = [case.notice.received, case.notice.complaint, case.affected]
    dated += [value for metric in case.metrics for part in (metric.then, metric.now) for _, value in leaves(part)]
    return (*facts, *(fact for value in (*dated, case.scope) for fact in _facts(exam, "", value)))


def _case_facts(exam: Exam) -> tuple[Fact, ...]:
    facts = [
        fact
        for path, value in printable(exam.case)
        if not path.endswith(("passage", "/opening", "/closing"))
        for fact in _facts(exam, "", value)
    ]
    facts += [Fact("exhibit", letter, letter) for letter in exam.letters.values()]
    facts += [fact for total in _totals(exam) for fact in _facts(exam, "", total)]
    return (*facts, *(Fact("cause", label, label) for label in exam.causes.values()))


def _totals(exam: Exam) -> Iterator[int]:
    """Give the sums an opening may state: units sold, and units on the exhibits of each kind."""
    yield sum(product.sold for product in exam.case.products if isinstance(product.sold, int))
    by_kind: dict[str | None, int] = {}
    for exhibit in exam.case.exhibits:
        units = sum(line.quantity for line in exhibit.covers if isinstance(line.quantity, int))
        by_kind[exhibit.kind] = by_kind.get(exhibit.kind, 0) + units
    yield from by_kind.values()


def _facts(exam: Exam, name: str, value: Any) -> Iterator[Fact]:
    """Read the comparable facts out of one field."""
    if name == "causes":
        yield from (Fact("cause", exam.causes[row], exam.causes[row]) for row in value or () if row in exam.causes)
    elif name == "exhibits":
        yield from (Fact("exhibit", exam.letters[row], exam.letters[row]) for row in value or () if row in exam.letters)
    elif isinstance(value, tuple):
        yield from (fact for item in value for fact in _facts(exam, "", item))
    elif isinstance(value, date):
        yield Fact("date", value.isoformat(), value.isoformat())
    elif isinstance(value, int | Decimal) and not isinstance(value, bool):
        yield Fact("number", plain(Decimal(value)), str(value))
    elif isinstance(value, str):
        yield from (Fact(token.kind, token.value, token.quote) for token in tokens(value))


def _owners(exam: Exam, row: Any, path: str) -> Iterator[Finding]:
    said = _folded(row.passage)
    for name in _OWNERS:
        owner = getattr(row, name, None)
        if owner and owner.strip() and _folded(owner) not in said:
            yield exam.find("passages.owner-lost", f"{path}/passage", quote=owner)


def _metric(exam: Exam, metric: Metric) -> Iterator[Finding]:
    path = f"/metrics/{metric.id}"
    known = exam.known.metrics.get(metric.metric or "")
    windows = [Fact("number", str(days), str(days)) for days in known.windows] if known else []
    whole = [fact for _, value in leaves(metric) if value != metric.id for fact in _facts(exam, "", value)]
    if metric.passage:
        required = [fact for _, value in leaves(metric.then) for fact in _facts(exam, "metric", value)]
        required += _facts(exam, "metric", metric.target)
        yield from _compare(exam, f"{path}/passage", required, (*windows, *whole))
    if metric.now_passage:
        values = (metric.now.value, metric.now.numerator, metric.now.denominator, metric.note)
        required = [fact for value in values for fact in _facts(exam, "metric", value)]
        yield from _compare(exam, f"{path}/now_passage", required, (*windows, *whole))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
