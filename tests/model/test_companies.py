"""Two spellings of one name are one name; two companies never are."""

from __future__ import annotations

from poa_app.model.companies import bears, is_alike, is_same, names
from poa_app.model.facts import Client, Supplier
from tests.each import for_each

CHINESE = "\u5b81\u6ce2\u793a\u4f8b\u6709\u9650\u516c\u53f8"


@for_each(
    ("one", "other"),
    [
        ("Example Co., Ltd.", "EXAMPLE CO LTD"),
        ("Example Co., Ltd.", "Example Company Limited"),
        ("Example Co., Ltd.", "\uff25xample  Co.\uff0cLtd."),
        ("Example L.L.C.", "Example LLC"),
        ("Example Inc.", "Example, Incorporated"),
        ("Example GmbH", "Example G.m.b.H."),
        ("M\u00fcller GmbH", "Mueller GmbH"),
        ("M\u00fcller GmbH", "Muller GmbH"),
        ("\u00d8rsted Example Ltd", "Oersted Example Limited"),
        (CHINESE, "\u5b81\u6ce2\u793a\u4f8b\u6709\u9650\u8d23\u4efb\u516c\u53f8"),
        (
            "\u5b81\u6ce2\uff08\u793a\u4f8b\uff09\u6709\u9650\u516c\u53f8",
            "\u5b81\u6ce2(\u793a\u4f8b) \u6709\u9650\u516c\u53f8",
        ),
    ],
)
def test_two_spellings_are_one_name(one: str, other: str) -> None:
    assert is_same(one, other)
    assert is_same(other, one)


@for_each(
    ("one", "other"),
    [
        ("Example Co., Ltd.", "Sample Co., Ltd."),
        ("Example Inc.", "Example LLC"),
        ("Example Trading Co., Ltd.", "Example Co., Ltd."),
        ("Ltd.", "Limited"[:0]),
        ("", ""),
        ("  ", "\u3000"),
        ("-", "."),
    ],
)
def test_two_companies_are_not_one(one: str, other: str) -> None:
    assert not is_same(one, other)


def test_a_name_without_its_legal_form_is_alike_and_not_the_same() -> None:
    assert is_alike("Example Trading", "Example Trading Co., Ltd.")
    assert not is_same("Example Trading", "Example Trading Co., Ltd.")


def test_a_company_bears_both_its_names() -> None:
    for company in (
        Client(legal_name="Example Ltd", local_name=CHINESE),
        Supplier(id="a00001", name="Example Ltd", local_name=CHINESE),
    ):
        assert names(company) == ("Example Ltd", CHINESE)
        assert bears(company, "EXAMPLE LIMITED")
        assert bears(company, CHINESE)
        assert not bears(company, None)
