"""A paper's words are offered for blank fields and shown beside others; nothing is ever written over."""

from __future__ import annotations

from datetime import date
from typing import Any

from poa_app.desk import paper_offers
from poa_app.desk.paper_reading import ReadPaper
from poa_app.facts.invoices import InvoiceFacts, InvoiceLine
from poa_app.model.case import Case
from poa_app.model.facts import Coverage
from poa_app.model.paths import edit, get
from tests.check.conftest import papers  # noqa: F401 - fixture
from tests.each import for_each

PAPER = "/exhibits/exhib1"
SAYS = InvoiceFacts(
    number="EX-9",
    days=(date(2026, 3, 4), date(2026, 4, 3)),
    issuer="Hangzhou Example Trading Co., Ltd.",
    buyer="Birch Example Ltd.",
    lines=(
        InvoiceLine("Spatula B0EXMPL001 90", "Spatula", 90),
        InvoiceLine("Garlic press 30", "Garlic press", 30),
    ),
)
READ = {"exhib1": ReadPaper(SAYS)}


def _said(case: Case, field: str) -> list[tuple[str, Any]]:
    return [(one.words, one.value) for one in paper_offers.said(case, READ, f"{PAPER}/{field}")]


@for_each(
    ("field", "said"),
    [
        ("number", [("EX-9", "EX-9")]),
        ("date", [("2026-03-04", date(2026, 3, 4)), ("2026-04-03", date(2026, 4, 3))]),
        ("issuer", [("Hangzhou Example Trading Co., Ltd.",) * 2]),
        ("addressee", [("Birch Example Ltd.",) * 2]),
        ("title", []),
    ],
)
def test_a_blank_field_is_offered_what_the_paper_says(papers: Case, field: str, said: list[Any]) -> None:  # noqa: F811
    assert _said(edit(papers, f"{PAPER}/{field}", None), field) == said


@for_each(
    ("field", "said"),
    [
        ("number", [("EX-9", None)]),
        ("date", [("2026-03-04 / 2026-04-03", None)]),
        ("issuer", []),
        ("addressee", [("Birch Example Ltd.", None)]),
    ],
)
def test_a_filled_field_is_told_only_what_differs(papers: Case, field: str, said: list[Any]) -> None:  # noqa: F811
    assert _said(papers, field) == said


def test_a_paper_of_another_kind_says_nothing(papers: Case) -> None:  # noqa: F811
    case = edit(edit(papers, f"{PAPER}/kind", "log"), f"{PAPER}/number", None)
    assert _said(case, "number") == []
    assert paper_offers.units_offered(case, READ, "exhib1") == ()
    assert paper_offers.said(case, {}, f"{PAPER}/number") == ()


def test_a_paper_nobody_has_named_yet_may_be_an_invoice(papers: Case) -> None:  # noqa: F811
    case = edit(edit(papers, f"{PAPER}/kind", None), f"{PAPER}/number", None)
    assert _said(case, "number") == [("EX-9", "EX-9")]


def test_news_in_folded_fields_is_known(papers: Case) -> None:  # noqa: F811
    assert paper_offers.says_something_new(papers, READ, "exhib1", ("number", "issuer"))
    assert not paper_offers.says_something_new(papers, READ, "exhib1", ("issuer",))


def _units(case: Case) -> list[tuple[str, int, bool]]:
    return [(one.name, one.units, one.differs) for one in paper_offers.units_offered(case, READ, "exhib1")]


def test_units_are_offered_where_none_are_given_and_shown_where_they_differ(papers: Case) -> None:  # noqa: F811
    assert _units(papers) == [("B0EXMPL001", 90, True)]
    assert _units(edit(papers, f"{PAPER}/covers", ())) == [("B0EXMPL001", 90, False)]
    assert _units(edit(papers, f"{PAPER}/covers/lines1/quantity", 90)) == []


def test_units_fill_a_blank_line_or_make_a_new_one_and_write_over_nothing(papers: Case) -> None:  # noqa: F811
    blank = edit(papers, f"{PAPER}/covers", (Coverage(id="lines1", product="produ1"),))
    assert get(paper_offers.take_units(blank, "exhib1", "produ1", 90), f"{PAPER}/covers/lines1/quantity") == 90
    made = paper_offers.take_units(edit(papers, f"{PAPER}/covers", ()), "exhib1", "produ1", 90)
    (line,) = get(made, f"{PAPER}/covers")
    assert (line.product, line.quantity) == ("produ1", 90)
    assert paper_offers.take_units(papers, "exhib1", "produ1", 90) == papers


def test_lines_of_no_product_are_shown(papers: Case) -> None:  # noqa: F811
    assert [one.label for one in paper_offers.lines_of_no_product(papers, READ, "exhib1")] == ["Garlic press"]
