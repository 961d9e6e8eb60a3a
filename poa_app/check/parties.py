"""Whether the companies on the papers are the right ones, and who answers for a control."""

from __future__ import annotations

from collections.abc import Iterator

from poa_app.check.context import CheckContext, Span
from poa_app.check.reachable import WANTED, is_unreachable
from poa_app.knowledge.invoice_coverage import counted_kinds
from poa_app.model.case import Case
from poa_app.model.companies import bears, is_alike, names
from poa_app.model.facts import Client, Exhibit, Product, Supplier
from poa_app.model.finding import Finding
from poa_app.model.supply import chain, party
from poa_app.model.text import is_blank


def parties(context: CheckContext) -> Iterator[Finding]:
    """Find papers issued by the wrong company, suppliers nobody can reach, and controls with one owner twice."""
    for exhibit in context.case.exhibits:
        yield from _issuer(context, exhibit)
    for supplier in context.case.suppliers:
        yield from _supplier(context, supplier)
    for measure in context.case.preventive_measures:
        if not is_blank(measure.deputy) and _role(measure.deputy or "") == _role(measure.who or ""):
            yield context.find(
                "measures.deputy-is-owner", f"/preventive_measures/{measure.id}/deputy", quote=measure.deputy
            )


def addressee(context: CheckContext, exhibit: Exhibit) -> Iterator[Finding]:
    """Find a paper made out to another company than its buyer: the seller, or the next company down the chain."""
    client, name = context.case.client, exhibit.addressee
    if is_blank(name) or not names(client):
        return
    path, letter = f"/exhibits/{exhibit.id}/addressee", context.exhibit_labels[exhibit.id]
    issuer = party(context.case, exhibit.issuer)
    buyers = _buyers(context, issuer) if isinstance(issuer, Supplier) else ()
    counted = exhibit.kind in counted_kinds(context.case, context.known)
    if any(bears(buyer, name) for buyer in buyers) or (not counted and _is_below(context, exhibit.issuer, name)):
        return
    direct = issuer is None or any(product.supplier == getattr(issuer, "id", "") for product in context.case.products)
    if counted and buyers and not direct:
        named = (one.name or one.local_name or "" for one in buyers)
        yield context.find("exhibits.addressee-chain", path, letter=letter, quote=name, buyer=", ".join(named))
    elif not bears(client, name):
        yield context.find("exhibits.addressee", path, letter=letter, quote=name)


def _is_below(context: CheckContext, issuer: str | None, name: str | None) -> bool:
    """Whether a company stands in the supply chain below an issuer, however many buy from each other in between.

    An issuer that is not named, or that is none of the suppliers, may be the maker at the head of the chain.
    """
    case, by = context.case, party(context.case, issuer)
    linked = {link.id for product in case.products for link in chain(case, product)}
    return by != case.client and any(
        bears(one, name) and (by in _above(case, one) if by else bool(one.buys_from) or one.id in linked)
        for one in case.suppliers
    )


def _above(case: Case, supplier: Supplier) -> tuple[Supplier, ...]:
    """Return the companies from whom a supplier's goods come, step by step."""
    first = Product(id=supplier.id, supplier=supplier.buys_from)
    return chain(case, first)


def _buyers(context: CheckContext, issuer: Supplier) -> tuple[Supplier, ...]:
    return tuple(one for one in context.case.suppliers if one.buys_from == issuer.id and one.id != issuer.id)


def _issuer(context: CheckContext, exhibit: Exhibit) -> Iterator[Finding]:
    kind = context.known.evidence.get(exhibit.kind or "")
    if kind is None or kind.issued_by is None or is_blank(exhibit.issuer):
        return
    path, letter = f"/exhibits/{exhibit.id}/issuer", context.exhibit_labels[exhibit.id]
    suppliers = context.case.suppliers
    if _is_seller(context.case.client, exhibit.issuer):
        if kind.issued_by == "supplier" or not any(_is_seller(context.case.client, one.name) for one in suppliers):
            yield context.find("exhibits.self-issued", path, letter=letter, quote=exhibit.issuer)
        return
    named = bool(suppliers) and all(names(one) for one in suppliers)
    if kind.issued_by == "supplier" and named and not any(bears(one, exhibit.issuer) for one in suppliers):
        yield context.find("exhibits.issuer-unknown", path, letter=letter, quote=exhibit.issuer)


def _is_seller(client: Client, name: str | None) -> bool:
    return any(is_alike(name, own) for own in (*names(client), client.store))


def _supplier(context: CheckContext, supplier: Supplier) -> Iterator[Finding]:
    path = f"/suppliers/{supplier.id}"
    for field, wanted in WANTED.items():
        value = getattr(supplier, field)
        if not is_blank(value) and is_unreachable(field, value):
            yield context.find("suppliers.unreachable", f"{path}/{field}", Span(0, len(value), value), wanted=wanted)
    own = next((name for name in names(supplier) if _is_seller(context.case.client, name)), None)
    if own:
        yield context.find("suppliers.self", f"{path}/name", quote=own)
    if _comes_back(context, supplier):
        yield context.find("suppliers.own-source", f"{path}/buys_from", quote=next(iter(names(supplier)), "?"))


def _comes_back(context: CheckContext, supplier: Supplier) -> bool:
    """Whether a supplier is among those above it."""
    above = {one.id: one.buys_from for one in context.case.suppliers}
    at, seen = supplier.buys_from, set[str]()
    while at and at != supplier.id and at not in seen:
        seen.add(at)
        at = above.get(at)
    return at == supplier.id


def _role(role: str) -> str:
    return "".join(mark for mark in role.casefold().strip().removeprefix("the ") if mark.isalnum())
