"""A quantity is what the line proves, or what stands under the heading of the quantities."""

from __future__ import annotations

import pytest

from poa_app.facts.headings import cells
from poa_app.facts.invoice_table import InvoiceLine, table_lines


def _read(*lines: str, comma: bool = False) -> list[tuple[str, int]]:
    return [(one.label, one.units) for one in table_lines([cells(line) for line in lines], comma)]


HEAD = "Item          Cartons    Qty     Price      Amount"


def test_the_amount_proves_the_quantity_whatever_stands_beside_it() -> None:
    assert _read(HEAD, "Mug           30         600     42.00   25,200.00") == [("Mug", 600)]
    assert _read(HEAD, "Mug     30    600    42.00   25,200.00") == [("Mug", 600)]


def test_two_lines_on_two_pages_are_read_under_each_head() -> None:
    first = "Mug           30         600     42.00   25,200.00"
    assert _read(HEAD, first, "Total   600", "page 2", HEAD, first) == [("Mug", 600)] * 2


def test_without_a_head_nothing_is_a_quantity() -> None:
    assert _read("Mug           30         600     42.00   25,200.00") == []


def test_a_form_with_the_word_before_a_colon_is_no_table() -> None:
    assert _read("Quantity:    600", "Mug    600") == []


def test_two_quantities_side_by_side_are_not_told_apart() -> None:
    assert _read("Item      Qty      Qty      Price", "Mug       10       20       5.00") == []


@pytest.mark.parametrize(
    ("line", "units"), [("Becher    1.500     2,40     3.600,00", 1500), ("Becher    1,5     2", None)]
)
def test_a_comma_parts_decimals_where_the_language_says_so(line: str, units: int | None) -> None:
    assert _read("Artikel   Menge     Einzelpreis     Betrag", line, comma=True) == (
        [("Becher", units)] if units else []
    )  # fmt: skip


def test_a_description_above_its_numbers_is_theirs() -> None:
    assert _read(HEAD, "Stoneware mug", "              30         600     42.00   25,200.00") == [
        ("Stoneware mug", 600)
    ]


def test_a_line_keeps_its_own_words() -> None:
    rows = [cells(line) for line in (HEAD, "Mug       600     42.00   25,200.00", "ASIN B0EXMPL001")]
    assert table_lines(rows, comma=False) == (InvoiceLine("Mug 600 42.00 25,200.00 ASIN B0EXMPL001", "Mug", 600),)
