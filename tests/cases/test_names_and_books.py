"""A book's ASIN in a notice is one too, and a name with an apostrophe is no contraction."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from poa_app.check.identifiers import asins_in
from poa_app.model.case import Case
from poa_app.model.finding import Finding

Changed = Callable[..., Case]
Found = Callable[..., Sequence[Finding]]


def test_a_book_and_small_letters_are_asins_of_the_notice(changed: Changed, found: Found) -> None:
    quotes = [finding.quote for finding in found(changed("45")) if finding.rule == "identifiers.unlisted"]
    assert quotes == ["0306406152", "B0EXMPLZ99"]


@pytest.mark.parametrize(
    ("text", "asins"),
    [
        ("ASIN: 0306406152, b0exmplz99", ["0306406152", "B0EXMPLZ99"]),
        ("ASINs 0306406152 and 030640615X; B0EXMPLZ99", ["0306406152", "030640615X", "B0EXMPLZ99"]),
        ("ASIN\t0306406152\nASIN\tB0EXMPLZ99", ["0306406152", "B0EXMPLZ99"]),
        ("ASIN | Title\n0306406152 | A book", ["0306406152"]),
        ("asin：ｂ０exmplz99", ["B0EXMPLZ99"]),
        ("ASIN(s): B0EXMPLZ99/B0EXMPLZ98", ["B0EXMPLZ99", "B0EXMPLZ98"]),
        ("ASIN number: 0306406152", ["0306406152"]),
        ("Case ID 0306406152", []),
        ("ASIN: B0EXMPLZ99. Case ID: 0306406152, call 030 6406152", ["B0EXMPLZ99"]),
        ("Our order 000-1234567-1234567", []),
    ],
)
def test_asins_are_read_in_every_form(text: str, asins: list[str]) -> None:
    assert list(asins_in(text)) == asins


def test_a_name_is_no_contraction_and_a_prime_is_one(changed: Changed, found: Found) -> None:
    at = [(finding.path, finding.quote) for finding in found(changed("47")) if finding.family == "contraction"]
    assert at == [("/opening", "It′s")]


@pytest.mark.parametrize(
    ("name", "opening", "quotes"),
    [
        ("Don't Starve board game", "Buyers of Don't Starve complained.", []),
        ("Don't Starve board game", "Buyers of Don’t Starve board game complained.", []),
        ("Let's Play cards", "The Let′s Play cards were late.", []),
        ("It's a 10 timer", "It's a mistake of ours.", ["It's"]),
        ("Don't Starve board game", "We don't know the cause.", ["don't"]),
        ("Plain timer", "Don't Starve was late.", ["Don't"]),
        ("Plain timer", "We ask y'all to look again.", ["y'all"]),
        ("Plain timer", "It‵s late and they′re not.", ["It‵s", "they′re"]),
    ],
)
def test_more_names_and_contractions(
    name: str, opening: str, quotes: list[str], variant: Changed, found: Found
) -> None:
    case = variant("order-defect-rate", set={"/products/timer1/name": name, "/opening": opening})
    at = [finding.quote for finding in found(case) if finding.family == "contraction" and finding.path == "/opening"]
    assert sorted(map(str, at)) == sorted(quotes)
