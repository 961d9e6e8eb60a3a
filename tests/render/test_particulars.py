"""The list of exhibits names what a reviewer looks a paper up by, and says nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from poa_app.intake.case_file import read_case
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import Coverage, Exhibit
from poa_app.render.letter import compose
from poa_app.render.plain import render_text
from poa_app.resources import folder

CASE = read_case(Path(__file__).parents[2] / "examples" / "inauthentic-complaint.json")
PAPER = {"number": "NB-1", "issuer": "Northbay Example LLC", "date": "2026-08-05", "kind": "invoices"}


def _listed(paper: Exhibit) -> str:
    """Return the line of a letter that lists a paper as its only exhibit."""
    case = Case.model_validate(CASE.model_dump() | {"exhibits": [paper.model_dump()], "earlier_appeals": []})
    text = render_text(compose(case, knowledge(), folder("templates"), "short", draft=False))
    return next(line for line in text.splitlines() if line.startswith("A. "))


def _covering(*quantities: int | None) -> tuple[Coverage, ...]:
    product = CASE.products[0].id
    return tuple(
        Coverage(id=f"cover{at}", product=product, quantity=quantity) for at, quantity in enumerate(quantities)
    )


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Invoice", "Invoice (NB-1, Northbay Example LLC, August 5, 2026, 1,240 units)"),
        ("Invoice NB-1 of August 5, 2026", "Invoice NB-1 of August 5, 2026 (Northbay Example LLC, 1,240 units)"),
        ("Invoice of 2026-08-05", "Invoice of August 5, 2026 (NB-1, Northbay Example LLC, 1,240 units)"),
        ("NORTHBAY EXAMPLE LLC nb-1, 5 Aug, 1240 pieces", "NORTHBAY EXAMPLE LLC nb-1, 5 Aug, 1240 pieces"),
    ],
)
def test_an_invoice_is_told_by_what_its_title_leaves_out(title: str, told: str) -> None:
    paper = Exhibit(id="exhib1", title=title, covers=_covering(1000, 240), **PAPER)
    assert _listed(paper) == f"A. {told}"


def test_units_are_told_only_where_each_quantity_is_known() -> None:
    paper = Exhibit(id="exhib1", title="Invoice", covers=_covering(1000, None), **PAPER)
    assert _listed(paper) == "A. Invoice (NB-1, Northbay Example LLC, August 5, 2026)"


def test_an_issuer_named_in_its_own_script_is_left_to_the_paper() -> None:
    paper = Exhibit(id="exhib1", title="Invoice", covers=_covering(240), **(PAPER | {"issuer": "义乌示例贸易有限公司"}))
    assert _listed(paper) == "A. Invoice (NB-1, August 5, 2026, 240 units)"


def test_another_paper_is_told_by_its_number_alone() -> None:
    assert _listed(Exhibit(id="exhib1", title="Lot letter", **(PAPER | {"kind": "other"}))) == "A. Lot letter (NB-1)"


def test_a_paper_of_which_nothing_more_is_known_has_its_title_alone() -> None:
    assert _listed(Exhibit(id="exhib1", title="Lot letter", kind="other")) == "A. Lot letter"
