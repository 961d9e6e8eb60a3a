"""The rates of a case as Amazon measures them on the site of each, and the kinds of defect they count together."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from poa_app.knowledge.load import Knowledge
from poa_app.knowledge.metric_schema import DefectKind, MetricKind
from poa_app.model.base import new_row_id
from poa_app.model.case import Case
from poa_app.model.facts import DefectCount, Metric
from poa_app.model.text import is_blank


def site_of(case: Case, metric: Metric) -> str | None:
    """Return the marketplace of a rate: its own, or the only one of the case."""
    if not is_blank(metric.marketplace):
        return metric.marketplace
    return case.marketplaces[0] if len(case.marketplaces) == 1 else None


def kind_of_rate(case: Case, metric: Metric, known: Knowledge) -> MetricKind | None:
    """Return what is known of a rate of a case, as it is measured on its site."""
    kind = known.metrics.get(metric.metric or "")
    return kind.on(site_of(case, metric)) if kind else None


def target_on(kind: MetricKind, site: str | None) -> Decimal:
    """Return the target of a rate on a marketplace, in percent."""
    return Decimal(f"{kind.on(site).target:g}")


def new_rate(slug: str, known: Knowledge, sites: Collection[str] = ()) -> Metric:
    """Make the row of a rate, with the target of its site and a blank count for each kind of defect.

    Args:
        slug: of the rate.
        known: the data files.
        sites: the marketplaces of the case; only where there is one is it known whose target holds.
    """
    kind = known.metrics[slug]
    target = target_on(kind, next(iter(sites)) if len(sites) == 1 else None)
    return Metric(id=new_row_id(), metric=slug, target=target, parts=new_parts(kind))


def new_parts(kind: MetricKind, held: Collection[DefectCount] = ()) -> tuple[DefectCount, ...]:
    """Return the counts held, with a blank one for each kind of defect that has none, in the order of the data."""
    given = {one.kind: one for one in reversed([*held])}
    added = [part.slug for part in kind.parts if part.slug not in given]
    return (*held, *(DefectCount(id=new_row_id(), kind=slug) for slug in added))


def counted_parts(case: Case, known: Knowledge) -> Iterator[tuple[Metric, DefectKind, DefectCount]]:
    """Yield the kinds of defect that the rates of a case count, each with its rate and its row, where there is one."""
    for metric in case.metrics:
        kind = known.metrics.get(metric.metric or "")
        for part in kind.parts if kind else ():
            held = next((one for one in metric.parts if one.kind == part.slug), None)
            yield metric, part, held or DefectCount(id=metric.id, kind=part.slug)


def concerned_parts(case: Case, known: Knowledge) -> frozenset[str]:
    """Return the kinds of defect a case may have to answer: those with orders, and those not counted yet."""
    return frozenset(part.slug for _, part, held in counted_parts(case, known) if held.count != 0)
