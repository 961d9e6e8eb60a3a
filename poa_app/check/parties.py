"""Whether the companies on the papers are the right ones, and who answers for a control."""

from __future__ import annotations

from collections.abc import Iterator

from poa_app.check.exam import Exam, Span
from poa_app.check.reachable import WANTED, is_unreachable
from poa_app.knowledge.coverage import counted_kinds
from poa_app.model.companies import bears, is_alike, names
from poa_app.model.facts import Client, Exhibit, Supplier
from poa_app.model.finding import Finding
from poa_app.model.supply import party
from poa_app.model.text import is_blank


def parties(exam: Exam) -> Iterator[Finding]:
    """Find papers issued by the wrong company, suppliers nobody can reach, and controls with one owner twice."""
    for exhibit in exam.case.exhibits:
        yield from _issuer(exam, exhibit)
    for supplier in exam.case.suppliers:
        yield from _supplier(exam, supplier)
    for measure in exam.case.preventive_measures:
        if not is_blank(measure.deputy) and _role(measure.deputy or "") == _role(measure.who or ""):
            yield exam.find(
                "measures.deputy-is-owner", f"/preventive_measures/{measure.id}/deputy", quote=measure.deputy
            )


def addressee(exam: Exam, exhibit: Exhibit) -> Iterator[Finding]:
    """Find a paper made out to another company than its buyer: the seller, or the next company down the chain."""
    client, name = exam.case.client, exhibit.addressee
    if is_blank(name) or not names(client):
        return
    path, letter = f"/exhibits/{exhibit.id}/addressee", exam.letters[exhibit.id]
    issuer = party(exam.case, exhibit.issuer)
    buyers = _buyers(exam, issuer) if isinstance(issuer, Supplier) else ()
    if any(bears(buyer, name) for buyer in buyers):
        return
    direct = issuer is None or any(product.supplier == getattr(issuer, "id", "") for product in exam.case.products)
    if exhibit.kind in counted_kinds(exam.case, exam.known) and buyers and not direct:
        named = (one.name or one.local_name or "" for one in buyers)
        yield exam.find("exhibits.addressee-chain", path, letter=letter, quote=name, buyer=", ".join(named))
    elif not bears(client, name):
        yield exam.find("exhibits.addressee", path, letter=letter, quote=name)


def _buyers(exam: Exam, issuer: Supplier) -> tuple[Supplier, ...]:
    return tuple(one for one in exam.case.suppliers if one.buys_from == issuer.id and one.id != issuer.id)


def _issuer(exam: Exam, exhibit: Exhibit) -> Iterator[Finding]:
    kind = exam.known.evidence.get(exhibit.kind or "")
    if kind is None or kind.issued_by is None or is_blank(exhibit.issuer):
        return
    path, letter = f"/exhibits/{exhibit.id}/issuer", exam.letters[exhibit.id]
    suppliers = exam.case.suppliers
    if _is_seller(exam.case.client, exhibit.issuer):
        if kind.issued_by == "supplier" or not any(_is_seller(exam.case.client, one.name) for one in suppliers):
            yield exam.find("exhibits.self-issued", path, letter=letter, quote=exhibit.issuer)
        return
    named = bool(suppliers) and all(names(one) for one in suppliers)
    if kind.issued_by == "supplier" and named and not any(bears(one, exhibit.issuer) for one in suppliers):
        yield exam.find("exhibits.issuer-unknown", path, letter=letter, quote=exhibit.issuer)


def _is_seller(client: Client, name: str | None) -> bool:
    return any(is_alike(name, own) for own in (*names(client), client.store))


def _supplier(exam: Exam, supplier: Supplier) -> Iterator[Finding]:
    path = f"/suppliers/{supplier.id}"
    for field, wanted in WANTED.items():
        value = getattr(supplier, field)
        if not is_blank(value) and is_unreachable(field, value):
            yield exam.find("suppliers.unreachable", f"{path}/{field}", Span(0, len(value), value), wanted=wanted)
    own = next((name for name in names(supplier) if _is_seller(exam.case.client, name)), None)
    if own:
        yield exam.find("suppliers.self", f"{path}/name", quote=own)
    if _comes_back(exam, supplier):
        yield exam.find("suppliers.own-source", f"{path}/buys_from", quote=next(iter(names(supplier)), "?"))


def _comes_back(exam: Exam, supplier: Supplier) -> bool:
    """Whether a supplier is among those above it."""
    above = {one.id: one.buys_from for one in exam.case.suppliers}
    at, seen = supplier.buys_from, set[str]()
    while at and at != supplier.id and at not in seen:
        seen.add(at)
        at = above.get(at)
    return at == supplier.id


def _role(role: str) -> str:
    return "".join(mark for mark in role.casefold().strip().removeprefix("the ") if mark.isalnum())
