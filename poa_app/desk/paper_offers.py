"""What a paper says, offered beside the fields of its exhibit; one press takes it into a field that is blank."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from poa_app.check.paper_facts import contradiction, product_of, units_said
from poa_app.desk.paper_reading import ReadPaper, is_read_for
from poa_app.facts.invoices import InvoiceFacts, InvoiceLine
from poa_app.model.case import Case
from poa_app.model.facts import Exhibit
from poa_app.model.paths import edit, get, pattern
from poa_app.model.row_edits import add_row
from poa_app.model.supply import units
from poa_app.model.text import is_blank

__all__ = ["Said", "UnitsSaid", "lines_of_no_product", "said", "says_something_new", "take_units", "units_offered"]

_FIELDS = ("number", "date", "issuer", "addressee")


@dataclass(frozen=True)
class Said:
    """What a paper says of one field.

    Attributes:
        words: as it says it.
        value: what the field would hold; none where it holds something else, which is never written over.
    """

    words: str
    value: Any = None


@dataclass(frozen=True)
class UnitsSaid:
    """How many units of a product a paper shows, where its exhibit does not say so.

    Attributes:
        product: row id.
        name: of the product.
        units: how many.
        differs: whether the exhibit gives another number, which is never written over.
    """

    product: str
    name: str
    units: int
    differs: bool = False


def said(case: Case, papers: Mapping[str, ReadPaper], path: str) -> tuple[Said, ...]:
    """Return what its paper says of a field of an exhibit, and the field does not.

    Args:
        case: the case.
        papers: what its papers say, by the row id of their exhibit.
        path: of a field; any but a paper's number, day, issuer or addressee is said nothing of.
    """
    field = path.rpartition("/")[2]
    if pattern(path) not in [f"/exhibits/*/{one}" for one in _FIELDS]:
        return ()
    exhibit: Exhibit = get(case, path.rpartition("/")[0])
    facts = _facts(case, papers, exhibit)
    if not is_blank(getattr(exhibit, field)):
        differs = contradiction(case, exhibit, facts, field)
        return (Said(differs),) if differs else ()
    if field == "date":
        return tuple(Said(day.isoformat(), day) for day in facts.days)
    words = {"number": facts.number, "issuer": facts.issuer, "addressee": facts.buyer}[field]
    return (Said(words, words),) if words else ()


def says_something_new(case: Case, papers: Mapping[str, ReadPaper], exhibit: str, fields: tuple[str, ...]) -> bool:
    """Whether the paper of an exhibit says something of one of these fields that the field does not."""
    return any(said(case, papers, f"/exhibits/{exhibit}/{field}") for field in fields)


def units_offered(case: Case, papers: Mapping[str, ReadPaper], exhibit: str) -> tuple[UnitsSaid, ...]:
    """Return the units a paper shows of products for which its exhibit gives none, or another number."""
    row: Exhibit = get(case, f"/exhibits/{exhibit}")
    filled = {line.product for line in row.covers if not is_blank(line.quantity)}
    shown = units_said(case, _facts(case, papers, row))
    return tuple(
        UnitsSaid(one.id, one.asin or one.name or "", shown[one.id], one.id in filled)
        for one in case.products
        if one.id in shown and not (one.id in filled and units(row, one) == shown[one.id])
    )


def take_units(case: Case, exhibit: str, product: str, count: int) -> Case:
    """Enter the units of a product: in its line where that gives none, in a new one where it has none."""
    path = f"/exhibits/{exhibit}/covers"
    lines = [line for line in get(case, path) if line.product == product]
    if any(not is_blank(line.quantity) for line in lines):
        return case
    if lines:
        return edit(case, f"{path}/{lines[0].id}/quantity", count)
    case, line = add_row(case, path)
    return edit(edit(case, f"{line}/product", product), f"{line}/quantity", count)


def lines_of_no_product(case: Case, papers: Mapping[str, ReadPaper], exhibit: str) -> tuple[InvoiceLine, ...]:
    """Return the lines of a paper that name none of the products, or several."""
    facts = _facts(case, papers, get(case, f"/exhibits/{exhibit}"))
    return tuple(line for line in facts.lines if product_of(case, line) is None)


def _facts(case: Case, papers: Mapping[str, ReadPaper], exhibit: Exhibit) -> InvoiceFacts:
    read = papers.get(exhibit.id)
    return read.facts if read and is_read_for(case, exhibit) else InvoiceFacts()
