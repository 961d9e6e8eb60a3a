"""Numbers of Amazon's are read out of what people paste around them; anything else stands as it was typed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.model.ids import code_of, is_isbn, reference_of


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ASIN: b0exmplg01", "B0EXMPLG01"),
        ("（B0EXMPLG01）。", "B0EXMPLG01"),
        ("https://www.amazon.co.uk/Timer/dp/B0EXMPLG01/ref=x?th=1", "B0EXMPLG01"),
        ("ISBN 0-306-40615-2", "0306406152"),
        ("Merchant token: a3example50264", "A3EXAMPLE50264"),
    ],
)
def test_a_code_is_read(typed: str, meant: str) -> None:
    assert code_of(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "about 1234567 units",
        "ALL 12 ASINS LISTED",
        "all of them are fine",
        "B0EXMPLG01, B0EXMPLG02",
        "B0EXMPLG0",
        "https://example.com/dp/B0EXMPLG01",
    ],
)
def test_what_is_no_one_code_stands(typed: str) -> None:
    assert code_of(typed) == typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Order #113-1234567-7654321", "113-1234567-7654321"),
        ("订单号：１１３－１２３４５６７－７６５４３２１", "113-1234567-7654321"),
        ("113 – 1234567 – 7654321;", "113-1234567-7654321"),
        ("shipment id: fba15abcdef0", "FBA15ABCDEF0"),
        ("Case ID 12345678901.", "12345678901"),
    ],
)
def test_a_reference_is_read(typed: str, meant: str) -> None:
    assert reference_of(typed) == meant


@pytest.mark.parametrize(
    "typed", ["kt-2231-b", "113-1234567-76543210", "113-1234567-7654321, 113-7654321-1234567", "fba-box", "Case 7"]
)
def test_what_is_no_one_reference_stands(typed: str) -> None:
    assert reference_of(typed) == typed


def test_the_check_digit_of_a_book_counts() -> None:
    assert is_isbn("0306406152")
    assert is_isbn("080442957X")
    assert not is_isbn("0306406153")


@settings(deadline=None, max_examples=200, derandomize=True)
@given(st.text(max_size=60))
def test_what_has_been_read_is_read_the_same_again(text: str) -> None:
    assert code_of(code_of(text)) == code_of(text)
    assert reference_of(reference_of(text)) == reference_of(text)
