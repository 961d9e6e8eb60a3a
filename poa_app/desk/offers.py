"""Answers offered for a blank field, each out of what the case holds already; none is taken over by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

from poa_app.desk.told_offers import draft_offers, told_offers
from poa_app.facts.told import ToldLine
from poa_app.knowledge import knowledge
from poa_app.knowledge.rates import kind_of_rate, site_of, target_on
from poa_app.model.case import Case
from poa_app.model.exhibits import exhibit_labels
from poa_app.model.orders import counts_by_cause
from poa_app.model.paths import get, pattern, row_of
from poa_app.model.rows import ROWS_WITH_PASSAGE
from poa_app.model.text import is_blank
from poa_app.render import wording

MOST = 3
"""How many answers are offered for one field."""

_ALIKE = {
    "who": ("who", "deputy"),
    "deputy": ("deputy", "who"),
    "name": ("name",),
    "where": ("where",),
    "record": ("record",),
}
"""For the name of a field, the fields of all rows whose answers may serve again."""


@dataclass(frozen=True)
class Offer:
    """An answer a field could have.

    Attributes:
        value: what the field would hold.
        source: the row or the field of the case it was taken from.
        letter: of the exhibit it stands on, if it is one's date.
        line: it stands in, if it is a fact of the client's message or of the draft beside the field ``source``.
    """

    value: Any
    source: str
    letter: str = ""
    line: ToldLine | None = None


def offers(case: Case, path: str) -> tuple[Offer, ...]:
    """Return what a blank field could be answered with, the likeliest first; nothing for a field that is answered."""
    if not is_blank(get(case, path)):
        return ()
    told = [
        (one.weight > 0, Offer(one.value, one.draft or _message(one.line), line=one.line))
        for one in told_offers(case, path)
    ]
    own = tuple(_in_case(case, path))
    likely, others = ([offer for near, offer in told if near is wanted] for wanted in (True, False))
    room = MOST - min(len(own), 1)  # what the case says itself is never crowded out
    first = {str(offer.value): offer for offer in reversed((*likely[:room], *own, *likely[room:], *others))}
    return tuple(reversed(first.values()))[:MOST]


def _message(line: ToldLine) -> str:
    return f"/client_messages/{line.message}"


def drafts_offered(case: Case, path: str) -> tuple[ToldLine, ...]:
    """Return the client's Chinese sentences that may stand as a draft beside a blank field, the likeliest first."""
    return tuple(islice(draft_offers(case, path), MOST))


def _in_case(case: Case, path: str) -> Iterable[Offer]:
    if path == "/scope":
        return (Offer(words, "/violations") for words in _scopes(case))
    rows, name = pattern(path).strip("/").split("/")[0], path.rsplit("/", 1)[-1]
    if pattern(path) == "/metrics/*/note":
        return _end_of_the_window(case, path)
    if pattern(path) == "/metrics/*/target":
        return _target_of_the_site(case, path)
    if rows not in ROWS_WITH_PASSAGE:
        return ()
    if name in _ALIKE:
        return _said_elsewhere(case, path, name)
    if (rows, name) in (("corrective_actions", "date"), ("preventive_measures", "since")):
        return _days_of_proof(case, path)
    if rows == "root_causes" and name in ("start", "end"):
        return _days_of_the_notice(case, name)
    if pattern(path) == "/root_causes/*/explains":
        return _orders_of_the_cause(case, path)
    return ()


def _scopes(case: Case) -> Iterator[str]:
    """Yield what the case concerns, by its level, the channel of its orders, its stores and its ASINs."""
    sites = [known.store for code in case.marketplaces if (known := knowledge().marketplaces.get(code))]
    level = next((one.level for one in case.violations if one.level), None)
    channel = {"seller": "seller-fulfilled ", "amazon": "FBA "}.get(case.fulfilment or "", "")
    asins = [one.asin for one in case.products if one.asin]
    where = f" on {wording.listed(sites)}" if sites else ""
    if level == "listing" and 0 < len(asins) <= MOST:
        offers, of = ("offer", "ASIN") if len(asins) == 1 else ("offers", "ASINs")
        yield f"our {channel}{offers} for {of} {wording.listed(asins)}{where}"
    elif level == "account" and where:
        yield f"our selling account{where}"
    elif level == "offer" and where:
        yield f"all {channel}offers{where}"


def _said_elsewhere(case: Case, path: str, name: str) -> Iterator[Offer]:
    """Yield what other rows say in fields of this kind, the most frequent first."""
    row = get(case, row_of(path))
    taken = {getattr(row, one, None) for one in _ALIKE[name]}
    said: Counter[str] = Counter()
    first: dict[str, str] = {}
    for rows in ROWS_WITH_PASSAGE:
        for one in getattr(case, rows):
            for field in _ALIKE[name]:
                words = getattr(one, field, None)
                if isinstance(words, str) and not is_blank(words) and words not in taken:
                    said[words] += 1
                    first.setdefault(words, f"/{rows}/{one.id}")
    if name == "name":
        said = Counter({words: n for words, n in said.items() if get(case, first[words]).who == row.who})
    yield from (Offer(words, first[words]) for words, _ in said.most_common())
    if name == "where" and case.scope and case.scope not in said:
        yield Offer(case.scope, "/scope")


def _days_of_proof(case: Case, path: str) -> Iterator[Offer]:
    """Yield the days of the exhibits that prove a row."""
    labels = exhibit_labels(case)
    proof = get(case, f"{row_of(path)}/exhibits")
    days = {one.date: one.id for one in reversed(case.exhibits) if one.id in proof and not is_blank(one.date)}
    yield from (Offer(day, f"/exhibits/{id}", labels[id]) for day, id in days.items())


def _end_of_the_window(case: Case, path: str) -> Iterator[Offer]:
    """Yield the day on which the last order of the notice's period leaves the window, while the target is missed."""
    metric = get(case, row_of(path))
    known = kind_of_rate(case, metric, knowledge())
    end, now = metric.then.end, metric.now.value
    if not (known and isinstance(end, date) and isinstance(now, Decimal) and isinstance(metric.target, Decimal)):
        return
    if not known.met_by(float(now), float(metric.target)):
        site = knowledge().marketplaces.get(metric.marketplace or (case.marketplaces or ("",))[0])
        gone = wording.day(known.gone_by(end), site.dates if site else "month-first")
        yield Offer(f"the last order of that period leaves the window on {gone}", row_of(path))


def _target_of_the_site(case: Case, path: str) -> Iterator[Offer]:
    """Yield the target of a rate on its marketplace."""
    metric = get(case, row_of(path))
    known = knowledge().metrics.get(metric.metric or "")
    if known:
        yield Offer(target_on(known, site_of(case, metric)), row_of(path))


def _days_of_the_notice(case: Case, name: str) -> Iterator[Offer]:
    """Yield the first or the last day of the periods that the notice's rates cover."""
    for metric in case.metrics:
        day = getattr(metric.then, name)
        if not is_blank(day):
            yield Offer(day, f"/metrics/{metric.id}")


def _orders_of_the_cause(case: Case, path: str) -> Iterator[Offer]:
    """Yield how many orders of the list stand under a cause."""
    count = counts_by_cause(case.orders).get(get(case, row_of(path)).id)
    if count:
        yield Offer(count, "/orders")
