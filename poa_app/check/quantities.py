"""Whether the invoices cover what was sold, step by step up the supply chain."""

from __future__ import annotations

from collections.abc import Iterator

from poa_app.check.context import CheckContext
from poa_app.knowledge.invoice_coverage import age_limit, counted_papers, coverage
from poa_app.knowledge.schema import Bilingual
from poa_app.model.facts import Exhibit, Product
from poa_app.model.finding import Finding
from poa_app.model.supply import Step
from poa_app.model.text import is_blank


def quantities(context: CheckContext) -> Iterator[Finding]:
    """Find products whose invoices show fewer units than were sold, or than the step below bought.

    Nothing is counted while an exhibit does not say what it is, or a paper not what it covers: that is on the
    checklist already.
    """
    if any(is_blank(exhibit.kind) for exhibit in context.case.exhibits):
        return
    papers = counted_papers(context.case, context.known)
    if not papers or not all(_is_counted(paper) for paper in papers):
        return
    by_product = coverage(context.case, context.known, context.digests)
    for product in context.case.products:
        for step in by_product[product.id]:
            if step.short and step.needed is not None:
                yield _short(context, product, step, several=len(by_product[product.id]) > 1)


def totals(context: CheckContext) -> Iterator[int]:
    """Yield the sums of units that invoices show: of each step, by product and in all; two steps are never added."""
    by_step: dict[int, int] = {}
    for steps in coverage(context.case, context.known, context.digests).values():
        for step in steps:
            yield step.covered
            if step.old_units:
                yield step.old_units
            if step.short:
                yield step.short
            by_step[step.number] = by_step.get(step.number, 0) + step.covered
    yield from by_step.values()


def _short(context: CheckContext, product: Product, step: Step, several: bool) -> Finding:
    asin = product.asin or "?"
    if step.number == 1:
        counted = _counted(step, age_limit(context.case, context.known), several)
        path = f"/products/{product.id}/sold"
        return context.find("exhibits.quantity-short", path, asin=asin, counted=counted, sold=step.needed)
    parties = Bilingual(
        en=f"{_name(step.issuer, 'the next company')} to {_name(step.buyer, 'its buyer')}",
        zh=f"{_name(step.issuer, '上一级供应商')}开给{_name(step.buyer, '下一级')}",
    )
    return context.find(
        "exhibits.step-short",
        f"/products/{product.id}/supplier",
        asin=asin,
        step=step.number,
        parties=parties,
        counted=_counted(step, age_limit(context.case, context.known), several=False),
        needed=step.needed,
    )


def _counted(step: Step, limit: int | None, several: bool) -> Bilingual:
    """Return what the invoices of a step show, and what of it is too old to count."""
    own = Bilingual(en="the invoices", zh="发票")
    if several:
        own = Bilingual(en="the invoices made out to the seller (tier 1)", zh="开给本公司的发票（第 1 级）")
    if not step.old_units:
        return Bilingual(en=f"{own.en} show {step.covered} units", zh=f"{own.zh}共 {step.covered} 件")
    return Bilingual(
        en=f"{own.en} show {step.covered} valid units; {step.old_units} more are on invoices older than {limit} days",
        zh=f"{own.zh}有效期内 {step.covered} 件，另有 {step.old_units} 件的发票超过 {limit} 天",
    )


def _name(company: object, instead: str) -> str:
    name = getattr(company, "name", None) or getattr(company, "local_name", None)
    return str(name or instead)


def _is_counted(exhibit: Exhibit) -> bool:
    return bool(exhibit.covers) and all(line.product and isinstance(line.quantity, int) for line in exhibit.covers)
