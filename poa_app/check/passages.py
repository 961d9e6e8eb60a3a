"""Whether what prints says what the fields hold: no fact differs from them, none of theirs is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from poa_app.check import codes
from poa_app.check.context import CheckContext, Span
from poa_app.check.quantities import totals
from poa_app.facts.tokens import agreeing, normalize_number, tokens
from poa_app.knowledge.invoice_coverage import counted_kinds
from poa_app.knowledge.rates import kind_of_rate
from poa_app.model.facts import Metric
from poa_app.model.fields import CaseField, fields
from poa_app.model.finding import Finding
from poa_app.model.paths import get, leaves
from poa_app.model.plain import plain_signs
from poa_app.model.rows import ROWS_WITH_PASSAGE
from poa_app.model.spec import InPassage
from poa_app.model.text import FIELD_LIMIT, is_blank

_SAID_IN_WORDS = (("0",), ("1",))
"""Numbers that a passage may also say as "none", "one" or "a"."""


@dataclass(frozen=True)
class Fact:
    """One comparable fact of a field, with every value it can mean; its words are what a message quotes."""

    kind: str
    values: tuple[str, ...]
    words: str


def passages(context: CheckContext) -> Iterator[Finding]:
    """Compare each rewritten passage with its row, and opening and closing with the whole case."""
    everywhere = _case_facts(context)
    for kind in ROWS_WITH_PASSAGE:
        for row in getattr(context.case, kind):
            if not is_blank(row.passage):
                path = f"/{kind}/{row.id}"
                own = _row_facts(context, kind, row)
                required = tuple(fact for fact in own if fact.kind != "code" and fact.values not in _SAID_IN_WORDS)
                open_yet = _open_in_row(context, kind, row)
                yield from _compare(
                    context, f"{path}/passage", required, (*own, *_allowed(context, kind, row)), open_yet
                )
                yield from _owners(context, kind, row)
    for metric in context.case.metrics:
        yield from _metric(context, metric)
    with_rows = context.case.route_spec.is_plan or context.case.route_spec.shows_coverage
    for path in ("/opening", "/closing") if with_rows else ():  # else they are where the facts are told
        yield from _compare(context, path, (), everywhere, _open_in_case(context))


def _compare(
    context: CheckContext, path: str, required: Collection[Fact], allowed: Iterable[Fact], open_yet: Collection[str]
) -> Iterator[Finding]:
    """Compare a text with facts.

    Args:
        context: the case under examination.
        path: of the text.
        required: facts the text must state.
        allowed: facts it may state besides.
        open_yet: kinds of fact of which some are still to be entered, so that none of them can be said to differ.
    """
    text = get(context.case, path) or ""
    if len(text) > FIELD_LIMIT:
        return  # nobody can read it; that is on the checklist already
    found = tokens(text)
    known = agreeing((fact.kind, value) for fact in (*required, *allowed) for value in fact.values)
    named = tuple(codes.named_in(text, codes.names(context.case)))
    for token in found:
        if token.kind in open_yet or any(known(token.kind, value) for value in token.values):
            continue
        if any(start <= token.start and token.end <= end for start, end in named):
            continue
        if token.kind != "code" or not codes.is_in_case(context.case, token.value):
            yield context.find(f"passages.{token.kind}-differs", path, Span(token.start, token.end, token.quote))
    stated = agreeing((token.kind, value) for token in found for value in token.values)
    for fact in dict.fromkeys(required):
        if fact.kind == "code":
            continue  # a part number or a year may be left out of a sentence
        if not any(stated(fact.kind, value) for value in fact.values):
            yield context.find(f"passages.{fact.kind}-lost", path, quote=fact.words)


def _open_in_row(context: CheckContext, kind: str, row: Any) -> set[str]:
    """Return the kinds of fact a row cannot be held to yet: what is asked for is blank, or points to nothing."""
    blank = [field for field in _fields_of(kind) if field.spec.required_by and is_blank(getattr(row, field.name))]
    kinds = {held for field in blank for held in field.facts}
    if _unordered(context) or _dangles(row, "causes", context.causes):
        kinds.add("cause")
    if _dangles(row, "exhibits", context.exhibit_labels):
        kinds.add("exhibit")
    return kinds


def _dangles(row: Any, name: str, known: Collection[str]) -> bool:
    return any(one not in known for one in getattr(row, name, ()))


def _open_in_case(context: CheckContext) -> set[str]:
    """Return the kinds of fact opening and closing cannot be held to yet: what they sum up or number is still blank."""
    case = context.case
    asked = any("sold" in enforcement.product_fields for enforcement in context.enforcements)
    units = [product.sold for product in case.products if asked]
    units += [line.quantity for exhibit in case.exhibits for line in exhibit.covers]
    kinds = {"number"} if any(map(is_blank, units)) or (asked and not case.products) else set()
    return kinds | ({"cause"} if _unordered(context) else set())


def _unordered(context: CheckContext) -> bool:
    """Whether the sections, and with them the numbers of the causes, have no order yet."""
    return any(is_blank(request.section) for request in context.case.notice.requests)


@cache
def _fields_of(kind: str, *roles: InPassage) -> tuple[CaseField, ...]:
    """Return the fields of a kind of row, or those its passage has to do with in certain ways."""
    own = (field for field in fields().values() if field.path.rpartition("/")[0] == f"/{kind}/*")
    return tuple(field for field in own if not roles or field.spec.in_passage in roles)


def _row_facts(context: CheckContext, kind: str, row: Any) -> tuple[Fact, ...]:
    """Return the facts of a row that its passage must repeat."""
    names = [field.name for field in _fields_of(kind, "repeated")]
    return tuple(fact for name in names for fact in _facts(context, name, getattr(row, name)))


def _allowed(context: CheckContext, kind: str, row: Any) -> tuple[Fact, ...]:
    """Return the facts a passage may use beside those it must repeat."""
    case = context.case
    names = [field.name for field in _fields_of(kind, "allowed", "owner")]
    facts = [fact for name in names for fact in _facts(context, name, getattr(row, name))]
    facts.append(Fact("cause", (context.causes.get(row.id, ""),), ""))
    facts += [fact for one in case.identifiers for fact in _facts(context, "", one.value)]
    dated = [case.notice.received, case.notice.complaint, case.affected]
    dated += [value for metric in case.metrics for part in (metric.then, metric.now) for _, value in leaves(part)]
    dated += [number for metric in case.metrics for part in metric.parts for number in (part.count, part.contested)]
    return (*facts, *(fact for value in (*dated, case.scope) for fact in _facts(context, "", value)))


def _case_facts(context: CheckContext) -> tuple[Fact, ...]:
    facts = [
        fact
        for path, value in context.printed
        if not path.endswith(("passage", "/opening", "/closing"))
        for fact in _facts(context, "", value)
    ]
    facts += [Fact("exhibit", (letter,), letter) for letter in context.exhibit_labels.values()]
    facts += [fact for total in (*_totals(context), *_windows(context)) for fact in _facts(context, "", total)]
    return (*facts, *(Fact("cause", (label,), label) for label in context.causes.values()))


def _totals(context: CheckContext) -> Iterator[int]:
    """Yield the sums an opening may state: units sold, invoiced by step, and on exhibits of other kinds."""
    yield from (len(rows) for rows in (context.case.products, context.case.exhibits, context.case.marketplaces))
    yield from Counter(exhibit.kind for exhibit in context.case.exhibits).values()
    yield sum(product.sold for product in context.case.products if isinstance(product.sold, int))
    yield from totals(context)
    by_kind: dict[str | None, int] = {}
    counted = counted_kinds(context.case, context.known)
    for exhibit in (one for one in context.case.exhibits if one.kind not in counted):
        units = sum(line.quantity for line in exhibit.covers if isinstance(line.quantity, int))
        by_kind[exhibit.kind] = by_kind.get(exhibit.kind, 0) + units
    yield from by_kind.values()


def _windows(context: CheckContext) -> Iterator[int]:
    """Yield the days before the notice from which the enforcements take papers, and those of their metrics."""
    yield from (one.fresh_days for each in context.enforcements for one in each.evidence if one.fresh_days)
    metrics = (kind_of_rate(context.case, metric, context.known) for metric in context.case.metrics)
    yield from (days for metric in metrics if metric for days in metric.windows)


def _facts(context: CheckContext, name: str, value: Any) -> Iterator[Fact]:
    """Read the comparable facts out of one field."""
    if name in ("causes", "exhibits"):
        kind, labels = ("cause", context.causes) if name == "causes" else ("exhibit", context.exhibit_labels)
        yield from (Fact(kind, (labels[row],), labels[row]) for row in value or () if row in labels)
    elif isinstance(value, tuple):
        yield from (fact for item in value for fact in _facts(context, "", item))
    elif isinstance(value, date):
        yield Fact("date", (value.isoformat(),), value.isoformat())
    elif isinstance(value, int | Decimal) and not isinstance(value, bool):
        yield Fact("number", (normalize_number(Decimal(value)),), str(value))
    elif isinstance(value, str) and len(value) <= FIELD_LIMIT:
        yield from (Fact(token.kind, token.values, token.quote) for token in tokens(value))


def _owners(context: CheckContext, kind: str, row: Any) -> Iterator[Finding]:
    if len(row.passage) > FIELD_LIMIT:
        return
    said = _folded(row.passage)
    for field in _fields_of(kind, "owner"):
        owner = getattr(row, field.name)
        if owner and owner.strip() and _folded(owner) not in said:
            yield context.find("passages.owner-lost", f"/{kind}/{row.id}/passage", quote=owner)


def _metric(context: CheckContext, metric: Metric) -> Iterator[Finding]:
    path = f"/metrics/{metric.id}"
    known = kind_of_rate(context.case, metric, context.known)
    windows = [Fact("number", (str(days),), str(days)) for days in known.windows] if known else []
    stated = (value for name, value in leaves(metric) if not name.endswith(("/id", "passage")))
    whole = [fact for value in stated for fact in _facts(context, "", value)]
    if not is_blank(metric.passage):
        required = [fact for _, value in leaves(metric.then) for fact in _facts(context, "metric", value)]
        required += _facts(context, "metric", metric.target)
        yield from _compare(context, f"{path}/passage", required, (*windows, *whole), _open_in_metric(metric, "then"))
    if not is_blank(metric.now_passage):
        values = (metric.now.value, metric.now.numerator, metric.now.denominator, metric.note)
        required = [fact for value in values for fact in _facts(context, "metric", value)]
        yield from _compare(
            context, f"{path}/now_passage", required, (*windows, *whole), _open_in_metric(metric, "now")
        )


def _open_in_metric(metric: Metric, reading: str) -> set[str]:
    asked = {"metric": metric.metric, "target": metric.target}
    asked |= {f"{reading}/{name}": value for name, value in getattr(metric, reading)}
    return {kind for name, value in asked.items() if is_blank(value) for kind in fields()[f"/metrics/*/{name}"].facts}


def _folded(text: str) -> str:
    return " ".join(plain_signs(text).casefold().split())
