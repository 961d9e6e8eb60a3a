"""Whether every enforcement, marketplace, metric and kind of evidence a case names is one the data files hold."""

from __future__ import annotations

from collections.abc import Container, Iterator

from poa_app.check.context import CheckContext
from poa_app.model.finding import Finding
from poa_app.model.text import is_blank

LONGEST_QUOTE = 80
"""Characters quoted of a name nobody knows; it may come from any file."""


def unknown(context: CheckContext) -> Iterator[Finding]:
    """Find names that only a case file from elsewhere can bring; the letter would print them as they stand."""
    case, known = context.case, context.known
    for violation in case.violations:
        path = f"/violations/{violation.id}/enforcement"
        yield from _named(context, "case.unknown-enforcement", path, violation.enforcement, known.enforcements)
    for code in case.marketplaces:
        yield from _named(context, "case.unknown-marketplace", "/marketplaces", code, known.marketplaces)
    for metric in case.metrics:
        yield from _named(context, "case.unknown-metric", f"/metrics/{metric.id}/metric", metric.metric, known.metrics)
        kind = known.metrics.get(metric.metric or "")
        for part in metric.parts if kind else ():
            slugs = [one.slug for one in kind.parts] if kind else []
            yield from _named(context, "case.unknown-defect", f"/metrics/{metric.id}/parts/{part.id}", part.kind, slugs)
    for exhibit in case.exhibits:
        yield from _named(
            context, "case.unknown-evidence", f"/exhibits/{exhibit.id}/kind", exhibit.kind, known.evidence
        )


def _named(context: CheckContext, rule: str, path: str, name: str | None, known: Container[str]) -> Iterator[Finding]:
    if not is_blank(name) and name not in known:
        yield context.find(rule, path, quote=(name or "")[:LONGEST_QUOTE])
