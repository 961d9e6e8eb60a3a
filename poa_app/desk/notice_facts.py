"""What was read in a notice, as facts to confirm: each with its place in the text, none in the case before that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from poa_app.desk.notices import choose_enforcement
from poa_app.desk.plan_requests import requests_of
from poa_app.desk.request_sections import in_english, section_of
from poa_app.knowledge import Knowledge, knowledge
from poa_app.model.base import new_row_id
from poa_app.model.case import Case
from poa_app.model.facts import Metric, Violation
from poa_app.model.paths import edit, get
from poa_app.model.row_edits import add_row, without_untouched
from poa_app.model.text import is_blank
from poa_app.notice.read import LONGEST
from poa_app.notice.reading import SURE, Figure, NoticeReading, Read
from poa_app.notice.warnings_given import warned
from poa_app.store.values import set_value

__all__ = ["SURE", "Fact", "confirm", "facts"]

STORE = "marketplace"
"""Field of a metric that says whose rate it is."""
_FIGURES = ("value", "numerator", "denominator", "start", "end")


@dataclass(frozen=True)
class Fact:
    """One thing read in the notice that the case does not hold.

    Attributes:
        path: where it goes. A list takes several values, apart by commas; a figure of a metric stands below
            ``/metrics/<metric>/<place>``, a question below ``/notice/requests/<place>``.
        value: as it is typed.
        start, end: where its words stand in the notice.
    """

    path: str
    value: str
    start: int
    end: int


def facts(case: Case, read: NoticeReading) -> tuple[Fact, ...]:
    """Return what was read and what the case does not hold yet, in the order of the screen."""
    return tuple(one for one in _facts(case, read) if one.value)


def _facts(case: Case, read: NoticeReading) -> Iterator[Fact]:
    yield from _violations(case, read)
    if read.marketplace and not case.marketplaces:
        stores = dict.fromkeys((read.marketplace.value, *(one.value.store for one in read.figures if one.value.store)))
        yield Fact("/marketplaces", ", ".join(stores), read.marketplace.start, read.marketplace.end)
    if case.fulfilment is None and (channel := _channel(read)):
        yield Fact("/fulfilment", channel, 0, 0)
    yield from _arrival(case, read)
    yield from _deadline(case, read)
    asked = [one for one in read.asins if one.value not in {product.asin for product in case.products}]
    if asked:
        yield _several("/products", asked)
    held = {one.value for one in case.identifiers}
    orders = [one for one in read.order_ids if one.value not in held]
    if orders:
        yield _several("/identifiers/order", orders)
    for kind in ("shipment", "complaint", "case", "sku", "other"):
        named = [Read(one.value[1], one.start, one.end) for one in read.other_ids if one.value[0] == kind]
        named = [one for one in named if one.value not in held]
        if named:
            yield _several(f"/identifiers/{kind}", named)
    yield from _figures(case, read)
    yield from _requests(case, read)


def _requests(case: Case, read: NoticeReading) -> Iterator[Fact]:
    text = case.notice.text or ""
    held = {request.words for request in case.notice.requests}
    asked = [one for each in read.asked for one in requests_of(each, text[each.start : each.end])]
    for place, one in enumerate(asked):
        words = in_english(one.value, knowledge())
        if words not in held:
            yield Fact(f"/notice/requests/{place}", words, one.start, one.end)


def _arrival(case: Case, read: NoticeReading) -> Iterator[Fact]:
    """Yield whom the notice greets, when it came, and of what it warned before."""
    if read.store and is_blank(case.client.store):
        yield _fact("/client/store", read.store)
    if read.received and is_blank(case.notice.received):
        yield Fact("/notice/received", read.received.value.isoformat(), read.received.start, read.received.end)
    if read.hour and is_blank(case.notice.received_time):
        yield _fact("/notice/received_time", read.hour)
    if read.zone and is_blank(case.notice.zone):
        yield _fact("/notice/zone", read.zone)
    if is_blank(case.notice.warned) and (before := _warned(case, read)):
        yield Fact("/notice/warned", before.value.isoformat(), before.start, before.end)


def _violations(case: Case, read: NoticeReading) -> Iterator[Fact]:
    first = case.violations[0] if case.violations else None
    best = read.candidates[0] if read.candidates else None
    if first and best and read.enforcement and first.enforcement is None:
        yield Fact(f"/violations/{first.id}/enforcement", best.enforcement, best.because[0].start, best.because[0].end)
    more = [slug for slug in read.also if slug not in case.enforcements]
    if first and more:
        yield Fact("/violations", ", ".join(more), 0, 0)
    if first and read.stage not in ("first", "none") and first.stage in (None, "first"):
        yield Fact(f"/violations/{first.id}/stage", read.stage, 0, 0)
    if first and read.level and first.enforcement is None:
        yield _fact(f"/violations/{first.id}/level", read.level)


def _warned(case: Case, read: NoticeReading) -> Read[date] | None:
    """Return the day of an earlier warning that the notice tells of."""
    known = knowledge().marketplaces
    sites = [read.marketplace.value] if read.marketplace else [*case.marketplaces]
    order = next((known[code].dates for code in sites if code in known), "month-first")
    return warned((case.notice.text or "")[:LONGEST], order, read.received.value if read.received else None)


def _channel(read: NoticeReading) -> str:
    """Return whose orders it is about, where every rate of the enforcement counts those of one channel only."""
    known = knowledge()
    one = known.enforcements.get(read.enforcement or "")
    channels = {known.metrics[metric].channel for metric in one.metrics} if one else set()
    return next(iter(channels)) if len(channels) == 1 and "both" not in channels else ""


def _deadline(case: Case, read: NoticeReading) -> Iterator[Fact]:
    answered = any(row.answered for row in case.earlier_appeals)
    if not read.deadline or (answered and not is_blank(case.deadline.due)):  # the answer sets another one
        return
    allowed, start, end = read.deadline.value, read.deadline.start, read.deadline.end
    if is_blank(case.deadline.words):
        yield Fact("/deadline/words", allowed.words, start, end)
    if allowed.due and allowed.is_certain and is_blank(case.deadline.due):
        yield Fact("/deadline/due", allowed.due.isoformat(), start, end)


def _figures(case: Case, read: NoticeReading) -> Iterator[Fact]:
    place: dict[str, int] = {}
    for one in read.figures:
        metric = one.value.metric
        if metric not in knowledge().metrics:
            continue  # such as the Account Health Rating, which is no rate of orders
        told = list(_told(one.value))
        if not told:
            continue  # a target alone
        at = place[metric] = place.get(metric, -1) + 1
        rows = [row for row in case.metrics if row.metric == metric]
        then = rows[at].then if at < len(rows) else None
        if one.value.store and (at >= len(rows) or is_blank(rows[at].marketplace)):
            yield Fact(f"/metrics/{metric}/{at}/{STORE}", one.value.store, one.start, one.end)
        for name, value in told:
            if then is None or is_blank(getattr(then, name)):
                yield Fact(f"/metrics/{metric}/{at}/{name}", value, one.start, one.end)
    counted = next((one for one in read.figures if one.value.numerator is not None), None)
    if counted and is_blank(case.affected):
        yield Fact("/affected", str(counted.value.numerator), counted.start, counted.end)


def _told(figure: Figure) -> Iterator[tuple[str, str]]:
    """Yield what a figure says, the first day of its period reckoned where its length and its last day are told."""
    start = figure.start
    if start is None and figure.end and figure.days:
        start = figure.end - timedelta(days=figure.days - 1)
    told = {"value": figure.value, "numerator": figure.numerator, "denominator": figure.denominator, "start": start}
    for name in _FIGURES:
        value = told.get(name, figure.end)
        if value is not None:
            yield name, str(value)


def _fact(path: str, read: Read[str]) -> Fact:
    return Fact(path, read.value, read.start, read.end)


def _several(path: str, reads: list[Read[str]]) -> Fact:
    return Fact(path, ", ".join(one.value for one in reads), reads[0].start, reads[0].end)


def confirm(case: Case, confirmed: Iterable[Fact]) -> Case:
    """Return the case with facts of its notice that the manager has confirmed.

    Args:
        case: the case as it stands.
        confirmed: in the order of ``facts``.

    Raises:
        BadValue: a field cannot hold its value.
    """
    known = knowledge()
    for one in confirmed:
        case = _with(case, one.path, one.value, known)
    return case


def _with(case: Case, path: str, value: str, known: Knowledge) -> Case:
    head, *rest = path.strip("/").split("/")
    match head, rest:
        case "violations", []:
            return _with_violations(case, _apart(value), known)
        case "violations", [row, "enforcement"]:
            return choose_enforcement(case, row, value) if value in known.enforcements else case
        case "marketplaces", []:
            codes = tuple(code for code in map(str.upper, _apart(value)) if code in known.marketplaces)
            return edit(case, path, codes)
        case "products", []:
            return _with_rows(case, "/products", [{"asin": one} for one in _apart(value)])
        case "identifiers", [kind]:
            return _with_rows(case, "/identifiers", [{"kind": kind, "value": one} for one in _apart(value)])
        case "metrics", [metric, place, name]:
            case, row = _metric_row(case, metric, int(place), known)
            return set_value(case, f"/metrics/{row}/{name if name == STORE else f'then/{name}'}", value)
        case "notice", ["requests", _]:
            return _with_rows(case, "/notice/requests", [{"words": value, "section": section_of(value, known)}])
        case _:
            return set_value(case, path, value)


def _with_violations(case: Case, slugs: list[str], known: Knowledge) -> Case:
    for slug in slugs:
        if slug in known.enforcements and slug not in case.enforcements:
            row = Violation(id=new_row_id(), stage="first")
            case = case.model_copy(update={"violations": (*case.violations, row)})
            case = choose_enforcement(case, row.id, slug)
    return case


def _with_rows(case: Case, rows: str, values: list[dict[str, str]]) -> Case:
    case = without_untouched(case, rows)
    for one in values:
        held = [row.model_dump(exclude_none=True, include=set(one)) for row in get(case, rows)]
        if one not in held:
            case, _ = add_row(case, rows, **one)
    return case


def _metric_row(case: Case, metric: str, place: int, known: Knowledge) -> tuple[Case, str]:
    """Return the row of a metric's n-th figure, added where there is none."""
    rows = [row for row in case.metrics if row.metric == metric]
    if place < len(rows):
        return case, rows[place].id
    kind = known.metrics.get(metric)
    target = rows[0].target if rows else None
    made = Metric(id=new_row_id(), metric=metric, target=target)
    case = case.model_copy(update={"metrics": (*case.metrics, made)})
    if kind and target is None:
        case = set_value(case, f"/metrics/{made.id}/target", f"{kind.target:g}")
    return case, made.id


def _apart(value: str) -> list[str]:
    return [one for one in re.split(r"[\s,;，；、]+", value) if one]
