"""A heading is known in its language, at the start of a cell or before a colon, and nowhere else."""

from __future__ import annotations

from poa_app.facts.headings import cells, find, headings, languages, plain
from tests.each import for_each


def test_each_language_says_what_every_invoice_must() -> None:
    assert set(languages()) == {"en", "zh", "de", "fr", "it", "es"}
    for language in languages():
        kinds = {head.kind for heads in headings().values() for head in heads if language in head.languages}
        assert {"titles", "number", "date", "issuer", "buyer", "quantity", "price", "other", "sums"} <= kinds


def test_every_month_has_its_number() -> None:
    for language in languages().values():
        assert set(language.months.values()) in (set(range(1, 13)), set())


@for_each(
    ("cell", "kind", "rest"),
    [
        ("Invoice Number: A-17", "number", "A-17"),
        ("INVOICE NO. A-17", "number", "A-17"),
        ("Invoice #A-17", "number", "A-17"),
        ("发票号码：0123", "number", "0123"),
        ("发 票 号 码：0123", "number", "0123"),
        ("Facture n° 12", "number", "12"),
        ("Rechnung Nr. 12", "number", "12"),
        ("方 名称：深圳市示例有限公司", "name", "深圳市示例有限公司"),
        ("数 量", "quantity", ""),
    ],
)
def test_a_heading_and_what_follows_it(cell: str, kind: str, rest: str) -> None:
    found = [one for one in find(cell) if one.heading.kind == kind]
    assert [one.rest for one in found] == [rest]


def test_several_headings_in_one_cell_part_it() -> None:
    found = {one.heading.kind: one.rest for one in find("Invoice No: A-17 Date: 2025-06-01")}
    assert found == {"number": "A-17", "date": "2025-06-01"}


@for_each("cell", ["the invoice number is below", "Invoiced", "", "::::", "a: b"])
def test_words_within_a_sentence_are_no_heading(cell: str) -> None:
    assert find(cell) == ()


def test_the_longest_heading_wins() -> None:
    assert {one.heading.kind for one in find("Buyer tax id EX9144")} == {"other"}


def test_a_line_is_parted_where_wide_blanks_stand() -> None:
    assert [(cell.text, cell.start) for cell in cells("  Qty   Unit price\tAmount ")] == [
        ("Qty", 2),
        ("Unit price", 8),
        ("Amount", 19),
    ]
    assert cells("   ") == ()


def test_headings_are_compared_without_width_case_and_marks() -> None:
    assert plain("Ｉｎｖｏｉｃｅ  No.：") == "invoice no"
    assert plain("数 量") == "数量"
