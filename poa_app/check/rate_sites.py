"""Whether each rate is one that Amazon measures on its marketplace, and against the target that holds there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from poa_app.check.context import CheckContext
from poa_app.knowledge.metric_schema import MetricKind
from poa_app.knowledge.rates import site_of, target_on
from poa_app.knowledge.schema import Bilingual
from poa_app.model.facts import Metric
from poa_app.model.finding import Finding

AIMS = {"under": Bilingual(en="under", zh="低于"), "at-least": Bilingual(en="at least", zh="不低于")}


def rate_sites(context: CheckContext) -> Iterator[Finding]:
    """Find rates that a marketplace does not have, not yet or not for so few orders, and targets of another site."""
    for metric in context.case.metrics:
        kind = context.known.metrics.get(metric.metric or "")
        if kind:
            yield from _target(context, metric, kind)
            yield from _site(context, metric, kind)


def _target(context: CheckContext, metric: Metric, kind: MetricKind) -> Iterator[Finding]:
    site = site_of(context.case, metric)
    target = target_on(kind, site)
    if not isinstance(metric.target, Decimal) or metric.target == target:
        return
    path, aim = f"/metrics/{metric.id}/target", AIMS[kind.direction]
    words: dict[str, Any] = {"aim": aim.en, "aim_zh": aim.zh, "known": f"{target:f}", "target": f"{metric.target:f}"}
    said = kind.difference(site, "target")
    if said:
        found = context.find("metrics.site-target", path, site=_store(context, site), **words)
        yield found.model_copy(update={"source": said.source})
    else:
        yield context.find("numbers.target-differs", path, **words)


def _site(context: CheckContext, metric: Metric, kind: MetricKind) -> Iterator[Finding]:
    site, path = site_of(context.case, metric), f"/metrics/{metric.id}"
    words: dict[str, Any] = {"metric": kind.name, "site": _store(context, site)}
    only = kind.elsewhere(site)
    if only:
        stores = ", ".join(_store(context, code) for code in only.marketplaces)
        found = context.find("metrics.not-on-site", f"{path}/metric", stores=stores, **words)
        yield found.model_copy(update={"source": only.source})
    since, received = kind.difference(site, "since"), context.case.notice.received
    if since and since.since and isinstance(received, date) and received < since.since:
        found = context.find("metrics.not-yet", f"{path}/metric", since=since.since.isoformat(), **words)
        yield found.model_copy(update={"source": since.source})
    few, counted = kind.difference(site, "counted_from"), metric.then.denominator
    if few and few.counted_from and isinstance(counted, int) and 0 < counted < few.counted_from:
        found = context.find(
            "metrics.too-few-counted", f"{path}/then/denominator", counted=counted, least=few.counted_from, **words
        )
        yield found.model_copy(update={"source": few.source})


def _store(context: CheckContext, site: str | None) -> str:
    known = context.known.marketplaces.get(site or "")
    return known.store if known else site or ""
