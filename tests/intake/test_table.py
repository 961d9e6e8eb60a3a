"""A table is read however it was written: every cell is text, no line vanishes, and hostile text is read fast."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poa_app.errors import BadEvidence, InputError, NoText, TooMany, UnknownCharacters
from poa_app.intake.table import MOST_COLUMNS, MOST_ROWS, parse_table, plain_name, read_table
from tests.each import for_each

KNOWN = frozenset({"orderid", "carrier", "订单号", "承运商"})
ROWS = [["Order ID", "Carrier"], ["111-0000001-0000001", "UPS"], ["111-0000002-0000002", "Royal Mail"]]


def cells(text: str) -> list[tuple[str, ...]]:
    """Read a text and return its rows."""
    return [line.cells for line in parse_table(text, "r.csv", KNOWN).lines]


@for_each("delimiter", [",", ";", "\t", "|"])
@for_each("end", ["\n", "\r\n", "\r"])
def test_the_sign_between_cells_is_found(delimiter: str, end: str) -> None:
    table = parse_table(end.join(delimiter.join(row) for row in ROWS), "r.csv", KNOWN)
    assert table.header == tuple(ROWS[0])
    assert [line.cells for line in table.lines] == [tuple(row) for row in ROWS[1:]]
    assert [line.number for line in table.lines] == [2, 3]


@for_each("codec", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_character_set_is_found(codec: str) -> None:
    words = "订单号;承运商\n111-0000001-0000001;云途物流专线发货时间延迟的订单清单\n111-0000002-0000002;顺丰速运公司"
    table = read_table(words.encode(codec), "订单.csv", KNOWN)
    assert table.header == ("订单号", "承运商")
    assert table.lines[1].cells == ("111-0000002-0000002", "顺丰速运公司")


def test_a_cell_in_quotes_may_hold_the_sign_and_line_ends() -> None:
    assert cells('order id,carrier\n111,"UPS, Ground\nsecond line"\n112,USPS') == [
        ("111", "UPS, Ground\nsecond line"),
        ("112", "USPS"),
    ]


def test_quotes_that_do_not_close_swallow_no_row() -> None:
    assert len(cells('order id,carrier\n111,"UPS\n112,USPS\n113,DHL')) == 3


@for_each("cell", ["=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+1", "-2+3"])
def test_a_cell_that_looks_like_a_formula_is_text(cell: str) -> None:
    assert cells(f"order id,carrier\n111,{cell}") == [("111", cell)]


def test_a_number_kept_as_text_is_the_text() -> None:
    assert cells('order id\tcarrier\n="111-0000001-0000001"\t="007"') == [("111-0000001-0000001", "007")]


def test_lines_above_the_names_of_the_columns_are_passed_over() -> None:
    table = parse_table("Export of November\n\nOrder ID,Carrier\n111,UPS", "r.csv", KNOWN)
    assert table.header == ("Order ID", "Carrier")
    assert [line.number for line in table.lines] == [4]


def test_cells_without_names_are_rows_from_the_first_on() -> None:
    table = parse_table("111-0000001-0000001\tUPS\n111-0000002-0000002\tDHL", "paste", KNOWN)
    assert table.header == ("", "")
    assert len(table.lines) == 2


def test_names_nobody_knows_are_names_where_they_hold_no_digit() -> None:
    assert parse_table("Vorgang;Wer\n111-0000001-0000001;UPS", "r.csv", KNOWN).header == ("Vorgang", "Wer")


@for_each(
    ("name", "plain"),
    [
        ("Order ID", "orderid"),
        ("amazon-order-id", "amazonorderid"),
        ("发货时间（北京时间）", "发货时间"),
        ("(PST)", "pst"),
    ],
)
def test_a_name_is_compared_without_what_makes_no_difference(name: str, plain: str) -> None:
    assert plain_name(name) == plain


@for_each(
    ("content", "name", "error"),
    [
        (b"", "r.csv", InputError),
        (b" \n\n ", "r.csv", NoText),
        (b"PK\x03\x04" + b"\x00" * 200, "r.csv", BadEvidence),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 200, "r.tsv", BadEvidence),
        (b"a,b", "r.xlsx", BadEvidence),
        (b"a,\x81\xff\xfe\x90\x8f", "r.csv", (UnknownCharacters, BadEvidence)),
        (b"1,2\n" * (MOST_ROWS + 100), "r.csv", TooMany),
        (b"a," * (MOST_COLUMNS + 1), "r.csv", TooMany),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(content: bytes, name: str, error: type[InputError]) -> None:
    with pytest.raises(error) as refused:
        read_table(content, name, KNOWN)
    assert refused.value.zh.endswith("。")


@given(st.binary(max_size=400), st.sampled_from(["r.csv", "r.tsv", "r.txt", "r"]))
def test_no_file_raises_anything_else(content: bytes, name: str) -> None:
    with suppress(InputError):
        assert read_table(content, name, KNOWN).name


@given(st.lists(st.lists(st.text(alphabet='a1 ;,\t|"=\n\r\u3000订', max_size=6), max_size=5), max_size=8))
def test_no_row_that_says_something_vanishes(rows: list[list[str]]) -> None:
    text = "\n".join(";".join(row) for row in rows)
    try:
        table = parse_table(text, "paste", frozenset())
    except NoText:
        return
    whole = "".join("".join(line.cells) for line in table.lines) + "".join(table.header)
    assert sum(char.isalnum() for char in whole) == sum(char.isalnum() for char in text)


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["a,", '"', '"a', "\n", "(", " ", '="', "\t\n", "a\n", "，；"])
def test_five_megabytes_of_anything_are_answered_at_once(unit: str) -> None:
    text = "order id\n" + unit * (5_000_000 // len(unit))
    start = time.perf_counter()
    with suppress(InputError):
        parse_table(text, "paste", KNOWN)
    assert time.perf_counter() - start < 8
