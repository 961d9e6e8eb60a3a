"""Whether the exhibits would stand: there, of the right age, to the right name, and back to the maker."""

from __future__ import annotations

from collections.abc import Iterator

from poa_app.check.exam import Exam
from poa_app.check.parties import addressee
from poa_app.check.quantities import quantities
from poa_app.knowledge.asked import strictest
from poa_app.knowledge.schema import Evidence
from poa_app.model.exhibits import file_names
from poa_app.model.facts import Exhibit
from poa_app.model.finding import Finding
from poa_app.model.supply import age_of
from poa_app.model.text import is_blank

__all__ = ["evidence", "files", "strictest"]

MAKERS = ("manufacturer", "brand-owner")


def evidence(exam: Exam) -> Iterator[Finding]:
    """Hold the exhibits against what the enforcement asks of their kind."""
    rules = strictest(one for enforcement in exam.enforcements for one in enforcement.evidence)
    for exhibit in exam.case.exhibits:
        yield from _one(exam, exhibit, rules.get(exhibit.kind or ""))
    if any(rule.quantity for rule in rules.values()):
        yield from quantities(exam)
    if "suppliers" in exam.case.route_spec.required_rows:
        yield from _chains(exam)


def files(exam: Exam) -> Iterator[Finding]:
    """Say which exhibits have no file."""
    for exhibit in exam.case.exhibits:
        if is_blank(exhibit.file):
            yield exam.find("exhibits.no-file", f"/exhibits/{exhibit.id}/file", letter=exam.letters[exhibit.id])


def _one(exam: Exam, exhibit: Exhibit, rule: Evidence | None) -> Iterator[Finding]:
    path, letter = f"/exhibits/{exhibit.id}", exam.letters[exhibit.id]
    if exhibit.id in exam.absent:
        yield exam.find("exhibits.file-missing", f"{path}/file", letter=letter, quote=", ".join(file_names(exhibit)))
    if rule is None:
        return
    age = age_of(exam.case, exhibit)
    if rule.fresh_days and age is not None:
        if age > rule.fresh_days:
            yield exam.find("exhibits.too-old", f"{path}/date", letter=letter, days=age, limit=rule.fresh_days)
        elif age < 0:
            yield exam.find("exhibits.after-notice", f"{path}/date", letter=letter)
    if "addressee" in rule.fields:
        yield from addressee(exam, exhibit)


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
