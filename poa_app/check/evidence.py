"""Whether the exhibits would stand: there, of the right age, to the right name, and for enough units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from poa_app.check.exam import Exam
from poa_app.knowledge.schema import Evidence
from poa_app.model.facts import Exhibit, Product
from poa_app.model.finding import Finding
from poa_app.model.text import is_blank

MAKERS = ("manufacturer", "brand-owner")


def evidence(exam: Exam) -> Iterator[Finding]:
    """Hold the exhibits against what the enforcement asks of their kind."""
    rules = strictest(one for enforcement in exam.enforcements for one in enforcement.evidence)
    for exhibit in exam.case.exhibits:
        yield from _one(exam, exhibit, rules.get(exhibit.kind or ""))
    for rule in rules.values():
        if rule.quantity:
            yield from _quantities(exam, rule)
    if exam.case.route == "documents":
        yield from _chains(exam)


def files(exam: Exam) -> Iterator[Finding]:
    """Say which exhibits have no file."""
    for exhibit in exam.case.exhibits:
        if is_blank(exhibit.file):
            yield exam.find("exhibits.no-file", f"/exhibits/{exhibit.id}/file", letter=exam.letters[exhibit.id])


def strictest(evidence: Iterable[Evidence]) -> dict[str, Evidence]:
    """Give one rule for each kind of evidence; where two enforcements ask for it, the stricter in each respect."""
    rules: dict[str, Evidence] = {}
    for one in evidence:
        held = rules.get(one.kind, one)
        ages = [days for days in (held.fresh_days, one.fresh_days) if days]
        rules[one.kind] = held.model_copy(
            update={
                "required": held.required or one.required,
                "fields": tuple(dict.fromkeys((*held.fields, *one.fields))),
                "fresh_days": min(ages, default=None),
                "quantity": held.quantity or one.quantity,
            }
        )
    return rules


def _one(exam: Exam, exhibit: Exhibit, rule: Evidence | None) -> Iterator[Finding]:
    path, letter = f"/exhibits/{exhibit.id}", exam.letters[exhibit.id]
    if exhibit.id in exam.absent:
        yield exam.find("exhibits.file-missing", f"{path}/file", letter=letter, quote=exhibit.file)
    if rule is None:
        return
    age = _age(exam, exhibit)
    if rule.fresh_days and age is not None:
        if age > rule.fresh_days:
            yield exam.find("exhibits.too-old", f"{path}/date", letter=letter, days=age, limit=rule.fresh_days)
        elif age < 0:
            yield exam.find("exhibits.after-notice", f"{path}/date", letter=letter)
    legal, addressee = _bare(exam.case.client.legal_name or ""), _bare(exhibit.addressee or "")
    if "addressee" in rule.fields and legal and addressee and legal != addressee:
        yield exam.find("exhibits.addressee", f"{path}/addressee", letter=letter, quote=exhibit.addressee)


def _age(exam: Exam, exhibit: Exhibit) -> int | None:
    received = exam.case.notice.received
    both = isinstance(exhibit.date, date) and isinstance(received, date)
    return (received - exhibit.date).days if both else None  # type: ignore[operator]


def _quantities(exam: Exam, rule: Evidence) -> Iterator[Finding]:
    if any(is_blank(exhibit.kind) for exhibit in exam.case.exhibits):
        return  # one of the papers to count may be among them; that gap is on the checklist already
    for product in exam.case.products:
        papers = [exhibit for exhibit in exam.case.exhibits if exhibit.kind == rule.kind]
        if not papers or not all(_is_counted(exhibit) for exhibit in papers):
            continue  # a paper without its lines is on the checklist already
        covered = sum(_units(exhibit, product) for exhibit in papers if _counts(exam, exhibit, rule))
        if isinstance(product.sold, int) and covered < product.sold:
            path = f"/products/{product.id}/sold"
            yield exam.find(
                "exhibits.quantity-short", path, asin=product.asin or "?", covered=covered, sold=product.sold
            )


def _is_counted(exhibit: Exhibit) -> bool:
    return bool(exhibit.covers) and all(line.product and isinstance(line.quantity, int) for line in exhibit.covers)


def _counts(exam: Exam, exhibit: Exhibit, rule: Evidence) -> bool:
    age = _age(exam, exhibit)
    return age is None or not rule.fresh_days or age <= rule.fresh_days


def _units(exhibit: Exhibit, product: Product) -> int:
    lines = (line.quantity for line in exhibit.covers if line.product == product.id)
    return sum(quantity for quantity in lines if isinstance(quantity, int))


def _chains(exam: Exam) -> Iterator[Finding]:
    suppliers = {supplier.id: supplier for supplier in exam.case.suppliers}
    if not suppliers or not all(supplier.role for supplier in suppliers.values()):
        return  # who is who is still to be said; that gap is on the checklist already
    for product in exam.case.products:
        seen: set[str] = set()
        at = product.supplier
        while at in suppliers and at not in seen and suppliers[at].role not in MAKERS:
            seen.add(at)
            at = suppliers[at].buys_from
        if at is None or at in seen:
            yield exam.find("exhibits.chain-open", f"/products/{product.id}/supplier", asin=product.asin or "?")


def _bare(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
