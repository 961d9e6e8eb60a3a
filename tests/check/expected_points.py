"""What is right of a case, said anew rule by rule from the strict models of the appeal and from the shipped knowledge.

A field that is asked for gives the one point that it is missing, any other field gives none, and what else may follow
is listed below with its reason (``CONSEQUENCES``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from poa_app.facts.tokens import Token, tokens
from poa_app.knowledge import Enforcement, knowledge
from poa_app.model.appeal import Complete, appeal
from poa_app.model.case import Case
from poa_app.model.exhibits import exhibit_labels
from poa_app.model.paths import get, leaves
from poa_app.model.sections import cause_labels

Point = tuple[str, str, str | None]
"""A rule, the path it fires at, and the words it quotes."""

PLAN = ("root_causes", "corrective_actions", "preventive_measures")
AT_LEAST_ONE = {"plan-of-action": PLAN, "documents": ("products", "suppliers", "exhibits")}


def expected(case: Case) -> Counter[Point]:
    """Return the points of a case that was complete before one of its slots or rows was taken out."""
    return Counter([*_gaps(case), *(point for follows in CONSEQUENCES for point in follows(case))])


def is_blank(value: Any) -> bool:
    """Whether nothing stands in a slot, or in any place of a list."""
    if isinstance(value, tuple):
        return all(is_blank(item) for item in value)
    return value is None or (isinstance(value, str) and not value.strip())


# What is asked for


def _gaps(case: Case) -> Iterator[Point]:
    """Every field the strict models or the enforcement ask for, and every list that needs a row."""
    yield from _gaps_of(appeal(case.route or "plan-of-action"), case, "")
    for enforcement in _enforcements(case):
        fields = {one.kind: one.fields for one in enforcement.evidence}
        asked = [(f"/exhibits/{row.id}", row, name) for row in case.exhibits for name in fields.get(row.kind or "", ())]
        asked += [(f"/products/{row.id}", row, name) for row in case.products for name in enforcement.product_fields]
        yield from (_missing(f"{path}/{name}") for path, row, name in asked if is_blank(getattr(row, name)))
        if not any(is_blank(row.kind) for row in case.exhibits):
            kinds = {row.kind for row in case.exhibits}
            wanted = (one.kind for one in enforcement.evidence if one.required and one.kind not in kinds)
            yield from (("completeness.evidence", f"/exhibits/{kind}", None) for kind in wanted)
        if not any(is_blank(row.metric) for row in case.metrics):
            given = {row.metric for row in case.metrics}
            lacking = (slug for slug in enforcement.metrics if slug not in given)
            yield from (("completeness.metric", f"/metrics/{slug}", None) for slug in lacking)
    yield from (_missing(f"/{name}") for name in AT_LEAST_ONE.get(case.route or "", ()) if not getattr(case, name))
    if case.root_causes and is_blank(tuple(cause.unnoticed for cause in case.root_causes)):
        yield "completeness.unnoticed", f"/root_causes/{case.root_causes[0].id}/unnoticed", None


def _gaps_of(model: type[BaseModel], part: Any, path: str) -> Iterator[Point]:
    for name, info in model.model_fields.items():
        here, value = f"{path}/{name}", getattr(part, name)
        below = next((kind for kind in (info.annotation, *get_args(info.annotation)) if _is_sent(kind)), None)
        if name == "done" and value is not True:
            yield "completeness.not-done", here, None
        elif info.is_required() and is_blank(value):
            yield _missing(here)
        elif below and isinstance(value, tuple):
            for row in value:
                yield from _gaps_of(below, row, f"{here}/{row.id}")
        elif below:
            yield from _gaps_of(below, value, here)


def _row_model(rows: str) -> type[BaseModel]:
    """Return the strict model of one kind of row of a plan."""
    inner = get_args(appeal("plan-of-action").model_fields[rows].annotation)[0]
    assert issubclass(inner, Complete)
    return inner


def _is_sent(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Complete)


def _missing(path: str) -> Point:
    return "completeness.missing", path, None


def _enforcements(case: Case) -> tuple[Enforcement, ...]:
    known = knowledge().enforcements
    return tuple(known[slug] for slug in case.enforcements if slug in known)


# What else may follow


def _answered_by_nobody(case: Case) -> Iterator[Point]:
    """A cause the last row pointed to is a cause without answer, once every row says what it answers."""
    for kind, rule in zip(PLAN[1:], ("links.cause-without-action", "links.cause-without-measure"), strict=True):
        rows = getattr(case, kind)
        if rows and all(row.causes for row in rows):
            open_yet = [cause for cause in case.root_causes if not any(cause.id in row.causes for row in rows)]
            yield from ((rule, f"/root_causes/{cause.id}", None) for cause in open_yet)


def _pointing_to_nothing(case: Case) -> Iterator[Point]:
    """A row that cites what has been removed must choose again; causes only where there are any to choose from."""
    causes, exhibits = {row.id for row in case.root_causes}, {row.id for row in case.exhibits}
    for kind in PLAN:
        for row in getattr(case, kind):
            if causes and not causes.issuperset(getattr(row, "causes", ())):
                yield "links.unknown-cause", f"/{kind}/{row.id}/causes", None
            if not exhibits.issuperset(row.exhibits):
                yield "links.unknown-exhibit", f"/{kind}/{row.id}/exhibits", None


def _broken_off(case: Case) -> Iterator[Point]:
    """A product or supplier that was removed leaves those that named it pointing to nothing."""
    products, suppliers = {row.id for row in case.products}, {row.id for row in case.suppliers}
    if products or case.route != "documents":
        for row in case.exhibits:
            for line in row.covers:
                if line.product not in (None, *products):
                    yield "links.unknown-product", f"/exhibits/{row.id}/covers/{line.id}/product", None
    if suppliers or case.route != "documents":
        named = [(f"/products/{row.id}/supplier", row.supplier) for row in case.products]
        named += [(f"/suppliers/{row.id}/buys_from", row.buys_from) for row in case.suppliers]
        for path, supplier in named:
            if supplier not in (None, *suppliers):
                yield "links.unknown-supplier", path, None


def _cited_nowhere(case: Case) -> Iterator[Point]:
    """An exhibit no row chooses and no passage names, once every deed and measure has its proof."""
    rows = [row for kind in PLAN for row in getattr(case, kind)]
    deeds = [row for kind in PLAN[1:] for row in getattr(case, kind)]
    whole = all(getattr(case, kind) for kind in PLAN) and all(row.exhibits for row in deeds)
    indexed = case.route == "documents" or any(one.section == "documents" for one in case.notice.requests)
    if whole and not indexed:
        named = {token.value for row in rows for token in _read(row.passage or "") if token.kind == "exhibit"}
        for exhibit, letter in exhibit_labels(case).items():
            if letter not in named and not any(exhibit in row.exhibits for row in rows):
                yield "links.uncited-exhibit", f"/exhibits/{exhibit}", None


def _not_adding_up(case: Case) -> Iterator[Point]:
    """The shares of the causes are all of what was counted; one left out leaves orders unexplained."""
    counted = [
        row.then.numerator
        for row in case.metrics
        if row.metric not in knowledge().metrics or knowledge().metrics[row.metric].direction == "under"
    ]
    total = case.affected if case.affected is not None else (counted[0] if len(counted) == 1 else None)
    shares = [row.explains for row in case.root_causes if row.explains is not None]
    if total is not None and shares and sum(shares) != total:
        yield "numbers.shares", "/root_causes", None


def _not_listed(case: Case) -> Iterator[Point]:
    """An ASIN of the notice that is among no products; silent while a product still lacks its ASIN."""
    listed = {row.asin for row in case.products}
    if None not in listed and (listed or case.route != "documents"):
        found = dict.fromkeys(one.value for one in tokens(case.notice.text or "") if one.value.startswith("B0"))
        yield from (("identifiers.unlisted", "/products", asin) for asin in found if asin not in listed)


def _not_answered(case: Case) -> Iterator[Point]:
    """An ASIN of the case that nothing names any more."""
    plan = [getattr(case, kind) for kind in PLAN]
    if case.route == "documents" or all(plan):
        said = repr((case.opening, case.notice.requests, case.exhibits, *plan))
        covered = {line.product for row in case.exhibits for line in row.covers}
        things = "ASINs|listings|products|items|offers"
        together = re.search(rf"(?i)\ball (?:the |our )?{len(case.products)} (?:\w+ ){{0,2}}(?:{things})\b", said)
        for row in case.products if not together else ():
            if row.asin and row.id not in covered and row.asin not in said:
                yield "identifiers.unanswered", f"/products/{row.id}/asin", row.asin


def _not_covered(case: Case) -> Iterator[Point]:
    """Units sold for which the papers no longer suffice, once every paper says what it is and what it covers."""
    for kind in {one.kind for enforcement in _enforcements(case) for one in enforcement.evidence if one.quantity}:
        papers = [row for row in case.exhibits if row.kind == kind]
        lines = [line for row in papers for line in row.covers]
        whole = all(row.covers for row in papers) and all(line.product and line.quantity for line in lines)
        if papers and whole and all(row.kind for row in case.exhibits):
            for row in case.products:
                units = sum(line.quantity for line in lines if line.product == row.id)
                if row.sold and units < row.sold:
                    yield "exhibits.quantity-short", f"/products/{row.id}/sold", None


def _without_issuer(case: Case) -> Iterator[Point]:
    """An invoice whose issuer was among the suppliers, and contacts asked for while nobody is entered any more."""
    known = {row.name for row in case.suppliers}
    if known and None not in known:
        for row in case.exhibits:
            if row.kind == "invoices" and row.issuer and row.issuer not in known:
                yield "exhibits.issuer-unknown", f"/exhibits/{row.id}/issuer", row.issuer
    asked = {one.kind for enforcement in _enforcements(case) for one in enforcement.evidence}
    if case.route == "plan-of-action" and "supplier-contact" in asked and not case.suppliers:
        yield "suppliers.none", "/suppliers", None


def _without_maker(case: Case) -> Iterator[Point]:
    """A product whose chain of suppliers ends before its maker, once every supplier has its role."""
    suppliers = {row.id: row for row in case.suppliers}
    if case.route == "documents" and suppliers and all(row.role for row in case.suppliers):
        for row in case.products:
            at, seen = row.supplier, []
            while at in suppliers and suppliers[at].role not in ("manufacturer", "brand-owner") and at not in seen:
                seen.append(at)
                at = suppliers[at].buys_from
            if at is None or at in seen:
                yield "exhibits.chain-open", f"/products/{row.id}/supplier", None


def _said_by_no_slot(case: Case) -> Iterator[Point]:
    """A passage repeats a fact that stood in the emptied slot, or the number of a cause or letter that has moved."""
    context = [case.notice.received, case.notice.complaint, case.affected, case.scope]
    context += [value for row in case.metrics for part in (row.then, row.now) for _, value in leaves(part)]
    context += [value for row in case.metrics for part in row.parts for value in (part.count, part.contested)]
    for kind in PLAN:
        for row in getattr(case, kind):
            path = f"/{kind}/{row.id}"
            known = [*_stated(case, path), *_tokens_of(context)]
            if label := cause_labels(case).get(row.id):
                known += _read(f"cause {label}")
            yield from _differing(f"{path}/passage", row.passage, known, _awaited(case, path))
            said = _read(row.passage or "")
            points = [one for one in _stated(case, path) if one.kind in ("cause", "exhibit") and row.passage]
            lost = dict.fromkeys((one.kind, one.value) for one in points if not _agrees(one, said))
            yield from ((f"passages.{what}-lost", f"{path}/passage", value) for what, value in lost)
    for row in case.metrics:
        path, known = f"/metrics/{row.id}", []
        for name in ("metric", "target", "then", "now", "note"):
            known += _stated(case, f"{path}/{name}")
        known += _tokens_of(value for part in row.parts for value in (part.count, part.contested))
        windows = knowledge().metrics[row.metric].windows if row.metric in knowledge().metrics else ()
        known += _tokens_of(windows)
        for name, asked in (("passage", "then"), ("now_passage", "now")):
            values = (row.metric, row.target, *(value for _, value in leaves(getattr(row, asked))))
            awaited = {"number", "date"} if any(is_blank(value) for value in values) else set()
            yield from _differing(f"{path}/{name}", getattr(row, name), known, awaited)
    yield from _said_by_no_field(case)


def _said_by_no_field(case: Case) -> Iterator[Point]:
    """Opening and closing may state any fact of the case, and its sums and windows."""
    texts = ("/opening", "/closing")
    apart = (*texts, "/notice/text", "/deadline", "/drafts", "/earlier_appeals")
    plan_only = tuple(f"/{name}" for name in PLAN) if case.route == "documents" else ()
    known: list[Token] = []
    for path, value in leaves(case):
        if not path.startswith(apart + plan_only) and not path.endswith(("passage", "/id")):
            known += _tokens_of([value])
    by_kind: Counter[str | None] = Counter()
    for row in case.exhibits:
        by_kind[row.kind] += sum(line.quantity or 0 for line in row.covers)
    days = [one.fresh_days for each in _enforcements(case) for one in each.evidence]
    known += _tokens_of([sum(row.sold or 0 for row in case.products), *by_kind.values(), *days])
    known += [token for letter in exhibit_labels(case).values() for token in _read(f"Exhibit {letter}")]
    known += [token for label in cause_labels(case).values() for token in _read(f"cause {label}")]
    units = [line.quantity for row in case.exhibits for line in row.covers]
    asks = any("sold" in one.product_fields for one in _enforcements(case))
    units += [row.sold for row in case.products if asks] or ([None] if asks else [])
    awaited = {"number"} if None in units else set()
    if any(is_blank(one.section) for one in case.notice.requests):
        awaited.add("cause")
    for path in texts:
        yield from _differing(path, get(case, path), known, awaited)


def _stated(case: Case, path: str) -> list[Token]:
    """The facts of a row or field, its passages left aside."""
    found: list[Token] = []
    for place, value in leaves(get(case, path), path):
        name = place.removeprefix(path).split("/")[1:2]
        if name == ["causes"]:
            found += _read(f"cause {cause_labels(case).get(value, '')}")
        elif name == ["exhibits"]:
            found += _read(f"Exhibit {exhibit_labels(case).get(value, '')}")
        elif not place.endswith(("passage", "/id", "/done")):
            found += _tokens_of([value])
    return found


def _tokens_of(values: Iterable[Any]) -> list[Token]:
    said = (format(one, "f") if isinstance(one, Decimal) else str(one) for one in values if one not in (None, ()))
    return [token for text in said for token in _read(text)]


_read = cache(tokens)


def _awaited(case: Case, path: str) -> set[str]:
    """The kinds of fact a blank slot of the row could hold that is asked for; the blank slot is the only point."""
    row, kinds = get(case, path), set()
    required = {place.rsplit("/", 1)[-1] for _, place, _ in _gaps_of(_row_model(path.split("/")[1]), row, path)}
    kinds |= {"date"} if required & {"date", "since", "start"} else set()
    kinds |= {"cause"} if "causes" in required else set()
    kinds |= {"exhibit"} if "exhibits" in required else set()
    if required & {"what", "why", "how", "frequency", "record"}:
        kinds |= {"date", "time", "number", "identifier"}
    causes, exhibits = {one.id for one in case.root_causes}, {one.id for one in case.exhibits}
    unordered = any(is_blank(one.section) for one in case.notice.requests)
    kinds |= {"cause"} if unordered or not causes.issuperset(getattr(row, "causes", ())) else set()
    return kinds | ({"exhibit"} if not exhibits.issuperset(row.exhibits) else set())


def _differing(path: str, text: str | None, known: list[Token], awaited: set[str]) -> Iterator[Point]:
    for token in _read(text or ""):
        if token.kind not in awaited and not _agrees(token, known):
            yield f"passages.{token.kind}-differs", path, token.quote


def _agrees(one: Token, others: Iterable[Token]) -> bool:
    """Same kind and value; of a date without a year, only month and day."""
    same = [other.value for other in others if other.kind == one.kind]
    if one.kind != "date":
        return one.value in same
    days = [(value[:4], value[4:]) for value in same]
    return any(
        day == one.value[4:] and (year == one.value[:4] or "????" in (year, one.value[:4])) for year, day in days
    )


def _without_file(case: Case) -> Iterator[Point]:
    """An exhibit nobody could upload."""
    for exhibit in case.exhibits:
        if is_blank(exhibit.file):
            yield "exhibits.no-file", f"/exhibits/{exhibit.id}/file", None


CONSEQUENCES: tuple[Callable[[Case], Iterator[Point]], ...] = (
    _answered_by_nobody,
    _pointing_to_nothing,
    _broken_off,
    _cited_nowhere,
    _not_adding_up,
    _not_listed,
    _not_answered,
    _not_covered,
    _without_issuer,
    _without_maker,
    _said_by_no_slot,
    _without_file,
)
"""Each with its reason; all of them silent about the untouched examples."""
