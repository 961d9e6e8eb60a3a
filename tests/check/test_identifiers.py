"""Whether every ASIN of the notice is answered, and whether numbers look like what they are said to be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from poa_app.check.identifiers import identifiers
from poa_app.model.case import Case
from poa_app.model.facts import Identifier, Product, Request
from poa_app.model.finding import Finding
from poa_app.model.paths import edit
from tests.each import for_each

Asked = Callable[..., tuple[Finding, ...]]

SECOND = Product(id="produ2", asin="B0EXMPL002")


def _points(found: tuple[Finding, ...]) -> list[tuple[str, str, str | None]]:
    return [(one.rule, one.path, one.quote) for one in found]


def test_each_asin_of_the_notice_is_asked_for_once(plan: Case, ask: Asked) -> None:
    text = "B0EXMPL003, B0EXMPL001 and \u5546\u54c1B0EXMPL002; again B0EXMPL003. Not XB0EXMPL004 nor B0EXMPL0055."
    found = ask(identifiers, edit(plan, "/notice/text", text))
    assert _points(found) == [("identifiers.unlisted", "/products", asin) for asin in ("B0EXMPL003", "B0EXMPL002")]


@pytest.mark.parametrize("asin", [None, " ", ""])
def test_no_asin_is_unlisted_while_a_product_lacks_its_own(asin: str | None, plan: Case, ask: Asked) -> None:
    assert ask(identifiers, edit(plan, "/products/produ1/asin", asin)) == ()


def test_an_asin_is_listed_with_spaces_around_it(plan: Case, ask: Asked) -> None:
    assert ask(identifiers, edit(plan, "/products/produ1/asin", " B0EXMPL001\n")) == ()


def test_without_products_a_plan_names_each_asin_and_an_answer_by_documents_asks_for_products(
    plan: Case, papers: Case, ask: Asked
) -> None:
    assert [one.quote for one in ask(identifiers, edit(plan, "/products", ()))] == ["B0EXMPL001"]
    assert ask(identifiers, edit(papers, "/products", ())) == ()


@for_each(
    ("path", "value"),
    [
        ("/opening", "It concerned B0EXMPL002."),
        ("/root_causes/cause1/why", ("B0EXMPL002 was listed early",)),
        ("/corrective_actions/actio1/result", "B0EXMPL002 is in stock"),
        ("/preventive_measures/measu1/trigger", "B0EXMPL002 runs out"),
        ("/exhibits/exhib1/shows", "all orders of B0EXMPL002"),
        ("/notice/requests", (Request(id="reque1", section="other", words="More", answer="See B0EXMPL002."),)),
    ],
)
def test_an_asin_is_answered_wherever_it_prints(path: str, value: Any, plan: Case, ask: Asked) -> None:
    case = edit(plan, "/products", (*plan.products, SECOND))
    unanswered = ("identifiers.unanswered", "/products/produ2/asin", "B0EXMPL002")
    assert _points(ask(identifiers, case)) == [unanswered]
    assert ask(identifiers, edit(case, path, value)) == ()


def test_an_asin_in_words_that_do_not_print_is_not_answered(plan: Case, ask: Asked) -> None:
    case = edit(plan, "/products", (*plan.products, SECOND))
    assert len(ask(identifiers, edit(case, "/notice/text", "B0EXMPL001, B0EXMPL002"))) == 1


def test_an_asin_an_invoice_covers_is_answered(papers: Case, ask: Asked) -> None:
    case = edit(papers, "/products", (*papers.products, SECOND))
    assert [one.path for one in ask(identifiers, case)] == ["/products/produ2/asin"]
    moved = edit(case, "/exhibits/exhib1/covers/lines1/product", "produ2")
    assert [one.path for one in ask(identifiers, moved)] == ["/products/produ1/asin"]


@pytest.mark.parametrize("kind", ["root_causes", "corrective_actions", "preventive_measures"])
def test_no_asin_is_unanswered_while_rows_are_still_to_be_written(kind: str, plan: Case, ask: Asked) -> None:
    assert ask(identifiers, edit(edit(plan, "/products", (*plan.products, SECOND)), f"/{kind}", ())) == ()


@for_each(
    ("kind", "good", "bad"),
    [
        ("order", "000-1234567-1234567", "000-1234567-123456"),
        ("order", " 000-1234567-1234567 ", "0001234567-1234567"),
        ("shipment", "FBA15EXUS2511", "FBA15"),
        ("shipment", "FBA1234567", "15EXUS2511"),
        ("case", "12345678901", "1234567"),
        ("sku", "anything", None),
        ("other", "anything", None),
        ("complaint", "anything", None),
        (None, "anything", None),
    ],
)
def test_a_number_looks_like_its_kind(kind: Any, good: str, bad: str | None, plan: Case, ask: Asked) -> None:
    for value, found in ((good, []), (bad, ["identifiers.malformed"])):
        if value is not None:
            case = edit(plan, "/identifiers", (Identifier(id="ident1", kind=kind, value=value),))
            assert [one.rule for one in ask(identifiers, case)] == found


@for_each(
    ("path", "good", "bad"),
    [
        ("/products/produ1/asin", "B0EXMPL001", "b0exmpl01"),
        ("/products/produ1/asin", "080442957X", "080442957XX"),
        ("/client/merchant_token", "A2EXAMPLE00001", "2EXAMPLE00001"),
        ("/client/merchant_token", "A23456789", "A2EXAMPLE-0001"),
    ],
)
def test_asins_and_merchant_tokens_have_their_shape(path: str, good: str, bad: str, plan: Case, ask: Asked) -> None:
    case = edit(edit(plan, "/notice/text", None), "/opening", f"{good} {bad}")
    malformed = [one for one in ask(identifiers, edit(case, path, bad)) if one.rule == "identifiers.malformed"]
    assert [(one.path, one.start, one.end, one.quote) for one in malformed] == [(path, 0, len(bad), bad)]
    if path != "/client/merchant_token" or len(good) > 9:
        assert ask(identifiers, edit(case, path, good)) == ()


@for_each("path", ["/products/produ1/asin", "/client/merchant_token"])
@for_each("blank", [None, "", "  "])
def test_a_blank_number_has_no_shape(path: str, blank: str | None, plan: Case, ask: Asked) -> None:
    assert ask(identifiers, edit(plan, path, blank)) == ()
