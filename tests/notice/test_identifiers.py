"""Numbers with and without their labels."""

from __future__ import annotations

from poa_app.notice.identifiers import asins, order_ids, other_ids
from tests.each import for_each


@for_each(
    ("text", "expected"),
    [
        ("Incident reference PSI-26-0083417.", ("other", "PSI-26-0083417")),
        ("Reg. No. 6,214,775 (USPTO)", ("other", "6,214,775")),
        ("Complaint: 14986630215", ("complaint", "14986630215")),
        ("> Complaint ID\n> 15401177380", ("complaint", "15401177380")),
        ("A rights owner wrote to us.\n15820047719\n", ("complaint", "15820047719")),
        ("SKU        TP-ROLL-48", ("sku", "TP-ROLL-48")),
        ("Application ID: 8830147725", ("other", "8830147725")),
    ],
)
def test_numbers_are_read_by_their_kind(text: str, expected: tuple[str, str]) -> None:
    assert [one.value for one in other_ids(text)] == [expected]


def test_an_order_broken_across_lines_is_one() -> None:
    assert [one.value for one in order_ids("Order 113-\n4420917-8830142.")] == ["113-4420917-8830142"]


@for_each("text", ["We removed B0D9KW4X\nTZ.", "> We removed B0D9K\n> W4XTZ.", ">> We removed B0D9KW4X\n>> TZ."])
def test_an_asin_broken_at_the_end_of_a_line_is_one(text: str) -> None:
    assert [one.value for one in asins(text)] == ["B0D9KW4XTZ"]


def test_no_asin_is_put_together_of_what_is_no_whole_one() -> None:
    assert asins("> We removed B0D9KW4X\n> TODAY") == ()
