"""What was entered of a paper is held against what the paper says, and only where it says one thing."""

from __future__ import annotations

from datetime import date
from typing import Any

from poa_app import desk
from poa_app.check.paper_facts import contradiction, product_of, units_said
from poa_app.facts.invoices import InvoiceFacts, InvoiceLine
from poa_app.model.case import Case
from poa_app.model.facts import Client, Coverage, Product
from poa_app.model.paths import edit
from tests.check.conftest import TODAY
from tests.each import for_each

PAPER = "/exhibits/exhib1"


def _found(case: Case, **says: Any) -> list[tuple[str, str, str]]:
    found = desk.check_case(case, TODAY, papers={"invoice.pdf": InvoiceFacts(**says)})
    return [(one.rule, one.path, one.severity) for one in found if one.rule.startswith("papers.")]


def test_a_paper_that_says_the_same_is_no_finding(papers: Case) -> None:
    line = InvoiceLine("Spatula B0EXMPL001 100", "Spatula", 100)
    same = {
        "number": "ex 1",
        "days": (date(2026, 6, 1),),
        "issuer": "HANGZHOU EXAMPLE TRADING CO LTD",
        "lines": (line,),
    }
    assert _found(papers, **same, buyer="Ningbo Alder Example Trading Co., Ltd., 8 Example Road") == []


def test_a_paper_that_says_nothing_is_no_finding(papers: Case) -> None:
    assert _found(papers) == []


def test_both_are_named(papers: Case) -> None:
    (one,) = desk.check_case(papers, TODAY, papers={"invoice.pdf": InvoiceFacts(number="EX-2")})
    assert "“EX-1”" in one.message
    assert "“EX-2”" in one.message
    assert "“EX-2”" in one.message_zh


@for_each(
    ("says", "rule", "field", "severity"),
    [
        ({"number": "EX-2"}, "differs", "number", "fix"),
        ({"days": (date(2026, 1, 6), date(2026, 6, 2))}, "differs", "date", "fix"),
        ({"issuer": "Suzhou Example Works Co., Ltd."}, "name-differs", "issuer", "consider"),
        ({"buyer": "Birch Example Ltd."}, "name-differs", "addressee", "consider"),
        (
            {"lines": (InvoiceLine("Spatula B0EXMPL001 90", "Spatula", 90),)},
            "units-differ",
            "covers/lines1/quantity",
            "fix",
        ),
    ],
)
def test_each_difference_is_found_at_its_field(
    papers: Case, says: dict[str, Any], rule: str, field: str, severity: str
) -> None:
    assert _found(papers, **says) == [(f"papers.{rule}", f"{PAPER}/{field}", severity)]


def test_a_blank_field_contradicts_nothing(papers: Case) -> None:
    assert _found(edit(papers, f"{PAPER}/number", None), number="EX-2") == []


def test_only_invoices_are_compared(papers: Case) -> None:
    assert _found(edit(papers, f"{PAPER}/kind", "packing-list"), number="EX-2") == []


def test_one_company_in_two_scripts_agrees_with_itself(papers: Case) -> None:
    client = Client(legal_name="Ningbo Alder Example Trading Co., Ltd.", local_name="宁波示例桤木贸易有限公司")
    case = papers.model_copy(update={"client": client})
    says = InvoiceFacts(buyer="宁波示例桤木贸易有限公司")
    assert contradiction(case, case.exhibits[0], says, "addressee") == ""
    assert contradiction(papers, papers.exhibits[0], says, "addressee") == says.buyer


# Lines and products


def _with(papers: Case, *products: Product) -> Case:
    return papers.model_copy(update={"products": products})


@for_each(
    ("text", "found"),
    [
        ("Spatula B0EXMPL001 300", "produ1"),
        ("Spatula (b0exmpl001) 300", "produ1"),
        ("Silicone spatula, red 300", "produ2"),
        ("硅胶铲 300", "produ3"),
        ("Silicone spatulas 300", None),
        ("Spatula B0EXMPL0011 300", None),
        ("Silicone spatula 硅胶铲", None),
        ("B0EXMPL001 B0EXMPL002", None),
    ],
)
def test_a_line_is_of_the_one_product_it_names(papers: Case, text: str, found: str | None) -> None:
    case = _with(
        papers,
        Product(id="produ1", asin="B0EXMPL001"),
        Product(id="produ2", asin="B0EXMPL002", name="Silicone spatula"),
        Product(id="produ3", name="硅胶铲 "),
        Product(id="produ4", name="300"),
    )
    product = product_of(case, InvoiceLine(text, text, 300))
    assert (product.id if product else None) == found


def test_lines_of_one_product_are_added(papers: Case) -> None:
    lines = tuple(InvoiceLine(f"B0EXMPL001 {units}", "x", units) for units in (60, 40))
    assert units_said(papers, InvoiceFacts(lines=lines)) == {"produ1": 100}
    assert _found(papers, lines=lines) == []


def test_units_still_to_be_entered_contradict_nothing(papers: Case) -> None:
    lines = (InvoiceLine("B0EXMPL001 90", "x", 90),)
    blank = edit(papers, f"{PAPER}/covers", (Coverage(id="lines1", product="produ1"),))
    assert _found(blank, lines=lines) == []
    assert _found(edit(papers, f"{PAPER}/covers", ()), lines=lines) == []
