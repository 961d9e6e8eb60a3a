"""Invoices belong to the step of the chain at which they were issued, and count there once."""

from __future__ import annotations

from datetime import date

from poa_app.model.case import Case
from poa_app.model.facts import Client, Coverage, Exhibit, Notice, Product, Supplier
from poa_app.model.supply import chain, repeats, step_of, steps
from tests.each import for_each

PRODUCT = Product(id="produ1", sold=100, supplier="trader")
CASE = Case(
    client=Client(legal_name="Seller Ltd"),
    notice=Notice(received=date(2026, 11, 10)),
    products=(PRODUCT,),
    suppliers=(
        Supplier(id="trader", name="Trader Ltd", buys_from="makers"),
        Supplier(id="makers", name="Maker Ltd"),
        Supplier(id="others", name="Other Ltd"),
    ),
)


def _paper(row: str, issuer: str | None, to: str | None, units: int = 10, **fields: object) -> Exhibit:
    covers = (Coverage(id="line01", product="produ1", quantity=units),)
    told = {"id": row, "kind": "invoices", "issuer": issuer, "addressee": to, "covers": covers, **fields}
    return Exhibit.model_validate(told)


@for_each(
    ("issuer", "to", "step"),
    [
        ("Trader Ltd", "Seller Ltd", 1),
        ("Trader Ltd", None, 1),
        ("TRADER LIMITED", "Seller Limited", 1),
        ("Trader Ltd", "Somebody Ltd", 1),
        ("Trader Ltd", "Other Ltd", None),
        ("Maker Ltd", "Trader Ltd", 2),
        ("Maker Ltd", None, 2),
        ("Maker Ltd", "Seller Ltd", None),
        ("Other Ltd", "Seller Ltd", 1),
        ("Unknown Ltd", "Trader Ltd", 2),
        ("Unknown Ltd", "Maker Ltd", 3),
        (None, None, 1),
    ],
)
def test_a_paper_belongs_to_the_step_of_its_issuer(issuer: str | None, to: str | None, step: int | None) -> None:
    assert step_of(CASE, PRODUCT, _paper("paper1", issuer, to)) == step


@for_each(("issuer", "step"), [("Trader Ltd", 1), ("Maker Ltd", 2), ("Other Ltd", 1), (None, 1)])
def test_without_a_chain_who_buys_from_whom_decides(issuer: str | None, step: int) -> None:
    loose = PRODUCT.model_copy(update={"supplier": None})
    assert step_of(CASE, loose, _paper("paper1", issuer, None)) == step


def test_units_of_two_steps_stand_apart() -> None:
    papers = [_paper("paper1", "Trader Ltd", "Seller Ltd", 90), _paper("paper2", "Maker Ltd", "Trader Ltd", 70)]
    own, above = steps(CASE, PRODUCT, papers, 365)
    assert (own.covered, own.needed, own.short, own.papers) == (90, 100, 10, ("paper1",))
    assert (above.covered, above.needed, above.short, above.papers) == (70, 90, 20, ("paper2",))


def test_old_papers_and_repeated_ones_do_not_count() -> None:
    papers = [
        _paper("paper1", "Trader Ltd", "Seller Ltd", 60, date=date(2026, 1, 1)),
        _paper("paper2", "Trader Ltd", "Seller Ltd", 30, date=date(2025, 1, 1)),
        _paper("paper3", "Trader Ltd", "Seller Ltd", 60, date=date(2026, 1, 1)),
    ]
    (own,) = steps(CASE, PRODUCT, papers, 365, {"paper3"})
    assert (own.covered, own.old_units, own.old_papers) == (60, 30, ("paper2",))


def test_a_ring_of_suppliers_comes_to_an_end() -> None:
    ring = (Supplier(id="trader", buys_from="makers"), Supplier(id="makers", buys_from="trader"))
    case = CASE.model_copy(update={"suppliers": ring})
    assert [link.id for link in chain(case, PRODUCT)] == ["trader", "makers"]
    assert step_of(case, PRODUCT.model_copy(update={"supplier": None}), _paper("paper1", "x", None)) == 1


def test_a_file_of_the_same_content_is_the_same_paper() -> None:
    papers = [_paper("paper1", "a", None, file="x/One.pdf"), _paper("paper2", "a", None, file="two.pdf")]
    assert repeats(papers) == {}
    assert repeats(papers, {"one.pdf": "f00", "two.pdf": "f00"}) == {"paper2": "paper1"}


def test_many_papers_are_compared_in_a_moment() -> None:
    papers = [_paper(f"p{place:05}", "a", None, number=str(place), file=f"{place}.pdf") for place in range(5_000)]
    assert repeats([*papers, _paper("last01", "a", None, number="7")]) == {"last01": "p00007"}
