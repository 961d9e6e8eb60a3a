"""Whether what was entered of a paper is what the paper itself says."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date

from poa_app.check.context import CheckContext
from poa_app.facts.invoices import InvoiceFacts, InvoiceLine
from poa_app.knowledge import Knowledge
from poa_app.knowledge.invoice_coverage import counted_kinds
from poa_app.model.case import Case
from poa_app.model.companies import is_alike
from poa_app.model.facts import Exhibit, Product
from poa_app.model.finding import Finding
from poa_app.model.supply import file_key, is_same_number, party, units
from poa_app.model.text import is_blank

SHORTEST_NAME = 4
"""Characters of a product's name below which it may stand in any line."""


def paper_facts(context: CheckContext) -> Iterator[Finding]:
    """Find numbers, days, names and units that are entered otherwise than the paper says them."""
    kinds = counted_kinds(context.case, context.known)
    for exhibit in context.case.exhibits:
        says = context.papers.get(file_key(exhibit.file))
        if says and exhibit.kind in kinds:
            yield from _fields(context, exhibit, says)
            yield from _units(context, exhibit, says)


def may_be_invoice(case: Case, exhibit: Exhibit, known: Knowledge) -> bool:
    """Whether a paper is read as an invoice: one of those that are counted, or one that nobody has named yet."""
    return not exhibit.kind or exhibit.kind in counted_kinds(case, known)


def _fields(context: CheckContext, exhibit: Exhibit, says: InvoiceFacts) -> Iterator[Finding]:
    for field in ("number", "date", "issuer", "addressee"):
        said = contradiction(context.case, exhibit, says, field)
        if said:
            rule = "papers.differs" if field in ("number", "date") else "papers.name-differs"
            entered = str(getattr(exhibit, field))
            yield context.find(rule, f"/exhibits/{exhibit.id}/{field}", quote=entered, said=said)


def contradiction(case: Case, exhibit: Exhibit, says: InvoiceFacts, field: str) -> str:
    """Return what a paper says of a field that holds something else; empty where it agrees or says nothing.

    A company of the case agrees with itself, be it named in one script here and in the other there.

    Args:
        case: the case.
        exhibit: the paper's row.
        says: what the paper says.
        field: ``number``, ``date``, ``issuer`` or ``addressee``.
    """
    held = getattr(exhibit, field)
    if is_blank(held):
        return ""
    if field == "date":
        differs = isinstance(held, date) and says.days and held not in says.days
        return " / ".join(day.isoformat() for day in says.days) if differs else ""
    if field == "number":
        return says.number if says.number and not is_same_number(held, says.number) else ""
    said = says.issuer if field == "issuer" else says.buyer
    if not said or is_alike(held, said) or _holds(held, said) or _holds(said, held):
        return ""
    company = party(case, said)
    return "" if company and company == party(case, held) else said


def _units(context: CheckContext, exhibit: Exhibit, says: InvoiceFacts) -> Iterator[Finding]:
    for product, said in units_said(context.case, says).items():
        row = next(one for one in context.case.products if one.id == product)
        lines = [line for line in exhibit.covers if line.product == product]
        entered = units(exhibit, row)
        if lines and all(isinstance(line.quantity, int) for line in lines) and entered != said:
            path = f"/exhibits/{exhibit.id}/covers/{lines[0].id}/quantity"
            name = row.asin or row.name or "?"
            yield context.find("papers.units-differ", path, product=name, entered=entered, said=said)


def units_said(case: Case, says: InvoiceFacts) -> dict[str, int]:
    """Return how many units of each product of a case a paper shows, by row id; only of lines that are of one alone."""
    found: dict[str, int] = {}
    for line in says.lines:
        product = product_of(case, line)
        if product:
            found[product.id] = found.get(product.id, 0) + line.units
    return found


def product_of(case: Case, line: InvoiceLine) -> Product | None:
    """Return the product that a line of a paper names by its ASIN, else by its name; none where it names several."""
    text = _plain(line.text)
    words = set(text.split())
    by_asin = [one for one in case.products if one.asin and _plain(one.asin) in words]
    named = by_asin or [one for one in case.products if _is_named(one, text)]
    return named[0] if len(named) == 1 else None


def _is_named(product: Product, text: str) -> bool:
    name = _plain(product.name or "")
    return len(name) >= SHORTEST_NAME and f" {name} " in f" {text} "


def _plain(words: str) -> str:
    """Return words as they are compared: small letters and digits, Chinese characters a blank apart."""
    folded = unicodedata.normalize("NFKC", words).casefold()
    parted = (f" {mark} " if "\u3400" <= mark <= "\u9fff" else mark if mark.isalnum() else " " for mark in folded)
    return " ".join("".join(parted).split())


def _holds(whole: str, part: str) -> bool:
    return f" {_plain(part)} " in f" {_plain(whole)} "
