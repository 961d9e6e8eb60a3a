"""Whether the exhibits would stand: there, of the right age, to the right name, and back to the maker."""

from __future__ import annotations

from collections.abc import Iterator

from poa_app.check.context import CheckContext
from poa_app.check.parties import addressee
from poa_app.check.quantities import quantities
from poa_app.knowledge.asked import rows_asked, strictest
from poa_app.knowledge.schema import Evidence
from poa_app.model.exhibits import file_names
from poa_app.model.facts import Exhibit
from poa_app.model.finding import Finding
from poa_app.model.supply import age_of
from poa_app.model.text import is_blank

__all__ = ["evidence", "files", "strictest"]

MAKERS = ("manufacturer", "brand-owner")


def evidence(context: CheckContext) -> Iterator[Finding]:
    """Hold the exhibits against what the enforcement asks of their kind."""
    rules = strictest(one for enforcement in context.enforcements for one in enforcement.evidence)
    for exhibit in context.case.exhibits:
        yield from _one(context, exhibit, rules.get(exhibit.kind or ""))
    if any(rule.quantity for rule in rules.values()):
        yield from quantities(context)
    if "suppliers" in rows_asked(context.case, context.known):
        yield from _chains(context)


def files(context: CheckContext) -> Iterator[Finding]:
    """Find exhibits without a file."""
    for exhibit in context.case.exhibits:
        if is_blank(exhibit.file):
            yield context.find(
                "exhibits.no-file", f"/exhibits/{exhibit.id}/file", letter=context.exhibit_labels[exhibit.id]
            )


def _one(context: CheckContext, exhibit: Exhibit, rule: Evidence | None) -> Iterator[Finding]:
    path, letter = f"/exhibits/{exhibit.id}", context.exhibit_labels[exhibit.id]
    if exhibit.id in context.absent:
        yield context.find("exhibits.file-missing", f"{path}/file", letter=letter, quote=", ".join(file_names(exhibit)))
    if rule is None:
        return
    age = age_of(context.case, exhibit)
    if rule.fresh_days and age is not None:
        if age > rule.fresh_days:
            yield context.find("exhibits.too-old", f"{path}/date", letter=letter, days=age, limit=rule.fresh_days)
        elif age < 0:
            yield context.find("exhibits.after-notice", f"{path}/date", letter=letter)
    if "addressee" in rule.fields:
        yield from addressee(context, exhibit)


def _chains(context: CheckContext) -> Iterator[Finding]:
    suppliers = {supplier.id: supplier for supplier in context.case.suppliers}
    if not suppliers or not all(supplier.role for supplier in suppliers.values()):
        return  # who is who is still to be said; that gap is on the checklist already
    for product in context.case.products:
        seen: set[str] = set()
        at = product.supplier
        while at in suppliers and at not in seen and suppliers[at].role not in MAKERS:
            seen.add(at)
            at = suppliers[at].buys_from
        if at is None or at in seen:
            yield context.find("exhibits.chain-open", f"/products/{product.id}/supplier", asin=product.asin or "?")
