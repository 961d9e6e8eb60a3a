"""Whether each kind of defect that a rate counts together is counted, explained and proved for itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from poa_app.check.context import CheckContext
from poa_app.knowledge.metric_schema import DefectKind, MetricKind
from poa_app.knowledge.rates import kind_of_rate
from poa_app.knowledge.schema import Bilingual
from poa_app.model.facts import DefectCount, Metric
from poa_app.model.finding import Finding
from poa_app.model.row_edits import is_untouched
from poa_app.model.rows import RootCause
from poa_app.model.text import FIELD_LIMIT

Counted = tuple[DefectKind, DefectCount]


def defects(context: CheckContext) -> Iterator[Finding]:
    """Find kinds of defect whose counts do not fit the rate, or that no cause and no paper answers."""
    if "metrics" not in context.case.route_spec.rows:
        return
    for metric in context.case.metrics:
        kind = kind_of_rate(context.case, metric, context.known)
        if kind and kind.parts:
            counted = [(part, one) for one in metric.parts if (part := kind.part(one.kind))]
            yield from _counts(context, metric, kind, counted)
            if context.case.route_spec.is_plan:
                yield from _causes(context, metric, kind, counted)
                yield from _proof(context, counted)


def _counts(context: CheckContext, metric: Metric, kind: MetricKind, counted: list[Counted]) -> Iterator[Finding]:
    """Hold the counts against the orders the rate counts: each order has one kind of defect or several."""
    failed, path = metric.then.numerator, f"/metrics/{metric.id}/parts"
    for part, one in counted:
        if isinstance(one.contested, int) and isinstance(one.count, int) and one.contested > one.count:
            yield context.find(
                "defects.disputed-more", f"{path}/{one.id}/contested",
                defect=part.name, contested=one.contested, count=one.count,
            )  # fmt: skip
        if isinstance(one.count, int) and isinstance(failed, int) and one.count > failed:
            yield context.find(
                "defects.more-than-all", f"{path}/{one.id}/count", defect=part.name, count=one.count, numerator=failed
            )
    numbers = [one.count for _, one in counted if isinstance(one.count, int)]
    if not isinstance(failed, int) or not failed:
        return
    if len(numbers) < len(kind.parts):
        yield context.find("defects.uncounted", path, numerator=failed, defects=_listed(kind.parts))
    elif sum(numbers) < failed:
        yield context.find("defects.too-few", path, sum=sum(numbers), numerator=failed)


def _causes(context: CheckContext, metric: Metric, kind: MetricKind, counted: list[Counted]) -> Iterator[Finding]:
    """Find kinds of defect that no cause names, and causes that explain more or less than is left of one."""
    causes = [row for row in context.case.root_causes if not is_untouched(context.case, f"/root_causes/{row.id}")]
    named = {row.id: named_in(row, kind) for row in causes}
    for part, one in counted:
        if not isinstance(one.count, int) or not causes:
            continue
        disputed = min(one.contested, one.count) if isinstance(one.contested, int) else 0
        left = one.count - disputed
        if left and not any(part.slug in slugs for slugs in named.values()):
            yield context.find("defects.no-cause", "/root_causes", defect=part.name, count=left)
            continue
        own = [row.explains for row in causes if named[row.id] == {part.slug}]
        shares = [share for share in own if isinstance(share, int)]
        clear = len(shares) == len(own) and all(len(slugs) == 1 for slugs in named.values())
        if sum(shares) > left or (clear and sum(shares) < left):
            yield context.find(
                "defects.shares", f"/metrics/{metric.id}/parts/{one.id}/count",
                defect=part.name, sum=sum(shares), left=left, disputed=disputed,
            )  # fmt: skip


def _proof(context: CheckContext, counted: list[Counted]) -> Iterator[Finding]:
    """Find kinds of defect of which no exhibit is of a kind that proves anything about it."""
    there = {exhibit.kind for exhibit in context.case.exhibits}
    for part, one in counted:
        wanted = [
            evidence.kind
            for enforcement in context.enforcements
            for evidence in enforcement.evidence
            if part.slug in evidence.parts and evidence.kind in context.known.evidence
        ]
        if one.count and there and wanted and not there & set(wanted):
            names = [context.known.evidence[kind].name for kind in dict.fromkeys(wanted)]
            papers = Bilingual(en=", ".join(name.en for name in names), zh="、".join(name.zh for name in names))
            yield context.find("defects.no-proof", "/exhibits", defect=part.name, papers=papers)


def named_in(cause: RootCause, kind: MetricKind) -> set[str]:
    """Return the kinds of defect a root cause names: those of its heading, else those of all its words."""
    texts = [cause.what, *cause.why, *cause.unnoticed, cause.passage]
    for words in (cause.head or "", " . ".join(text for text in texts if text)):
        found = {part.slug for part in kind.parts if _compiled(part.named_by).search(words[:FIELD_LIMIT])}
        if found:
            return found
    return set()


def _listed(parts: tuple[DefectKind, ...]) -> Bilingual:
    return Bilingual(en=", ".join(part.counted.many for part in parts), zh="、".join(part.name.zh for part in parts))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
