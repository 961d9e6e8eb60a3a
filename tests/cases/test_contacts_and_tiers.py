"""Contacts, units by tier, requests and proof: the inputs that failed, and others of their kinds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.cases.rows import AUTHENTIC, CHAIN, LATE, MAKER, SELLER, TRADER, Built, Found, boards, points_of, rules_of


def test_a_supplier_nobody_can_reach_is_found(changed: Built, found: Found) -> None:
    points = points_of(found(changed("43")))
    assert {("suppliers.unreachable", f"/suppliers/qinghe/{name}") for name in ("phone", "website")} <= points


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("phone", value) for value in ("-", "none", "123", "\u65e0", "\u5f85\u5b9a", "N.A.", "tbd", "0000000000")),
        *(("phone", value) for value in ("+86", "1234567", "see invoice", "see above", "555-01")),
        *(("email", value) for value in ("n/a", "sales", "sales@", "a@b", "test@test.com", "xxx@xxx.com", "\u65e0")),
        *(("website", value) for value in ("www", "none", "http://", "localhost", "www.com", "\u6682\u65e0", "site")),
        *(("address", value) for value in ("-", "China", "n/a", "\u5f85\u8865\u5145", "123")),
        *(("contact", value) for value in ("N/A", "-", "\u65e0", "123", "to be confirmed")),
    ],
)
def test_what_only_fills_a_contact_reaches_nobody(field: str, value: str, variant: Built, found: Found) -> None:
    case = variant(CHAIN, set={f"/suppliers/qinghe/{field}": value})
    assert ("suppliers.unreachable", f"/suppliers/qinghe/{field}") in points_of(found(case))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(
            ("phone", value)
            for value in ("0574-8765 4321", "+49 (0)30 901820", "13800138000", "+86\uff0d757\uff0d5550")
        ),
        *(("email", value) for value in ("na@nadel.de", "123@qq.com", "m\u00fcller@beispiel.de")),
        *(("website", value) for value in ("https://www.qinghe.cn/en", "shop.qinghe.com.cn", "m\u00fcller.de")),
        *(
            ("address", value)
            for value in ("8 Example Road", "\u5e7f\u4e1c\u7701\u4f5b\u5c71\u5e02\u793a\u4f8b\u8def8\u53f7")
        ),
        *(("contact", value) for value in ("Li Na", "\u674e\u5a1c Li Na", "Nil Noneman")),
    ],
)
def test_a_contact_in_any_usual_form_is_right(field: str, value: str, variant: Built, found: Found) -> None:
    case = variant(CHAIN, set={f"/suppliers/qinghe/{field}": value})
    assert "suppliers.unreachable" not in rules_of(found(case))


def test_a_seller_is_not_its_own_supplier(variant: Built, found: Found) -> None:
    case = variant(CHAIN, set={"/suppliers/qhkiln/name": "Shenzhen Example Mingyu Trading Company Limited"})
    assert ("suppliers.self", "/suppliers/qhkiln/name") in points_of(found(case))


@pytest.mark.parametrize(("row", "source"), [("qinghe", "qinghe"), ("qhkiln", "qinghe")])
def test_a_supplier_is_not_its_own_source(row: str, source: str, variant: Built, found: Found) -> None:
    case = variant(CHAIN, set={f"/suppliers/{row}/buys_from": source})
    assert ("suppliers.own-source", f"/suppliers/{row}/buys_from") in points_of(found(case))


def test_units_of_two_tiers_are_not_added(variant: Built, found: Found, letter: Callable[..., str]) -> None:
    case = variant(CHAIN, add={"/exhibits": [boards(2_100)]})
    (one,) = [one for one in found(case) if one.rule == "exhibits.step-short"]
    assert "B0EXMPL713, tier 2" in one.message
    assert "2100 units" in one.message
    assert "3000" in one.message
    assert f"{MAKER} to {TRADER}" in one.message
    said = letter(case, "full", draft=True)
    assert "5,100" not in said
    assert "2,100 (900 short)" in said
    assert "exhibits.addressee" not in rules_of(found(case))


def test_the_upper_tier_covers_nothing_of_the_sellers_sales(variant: Built, found: Found) -> None:
    case = variant(CHAIN, add={"/exhibits": [boards(3_000)]}, set={"/exhibits/exdht1/covers/cdboar/quantity": 500})
    (one,) = [one for one in found(case) if one.rule == "exhibits.quantity-short"]
    assert one.path == "/products/boardx/sold"
    assert "(tier 1) show 2000 units, 2712 were sold" in one.message


def test_a_tier_that_covers_the_one_below_is_right(variant: Built, found: Found) -> None:
    case = variant(CHAIN, add={"/exhibits": [boards(3_000)]})
    assert [one.rule for one in found(case) if one.severity != "consider"] == ["exhibits.file-missing"]


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"addressee": "Somebody Else Ltd."}, "exhibits.addressee-chain"),
        ({"addressee": SELLER}, "exhibits.addressee-chain"),
        ({"issuer": TRADER, "addressee": "Somebody Else Ltd."}, "exhibits.addressee"),
    ],
)
def test_a_paper_made_out_past_its_buyer_is_found(
    fields: dict[str, Any], rule: str, variant: Built, found: Found
) -> None:
    case = variant(CHAIN, add={"/exhibits": [boards(3_000, **fields)]})
    assert (rule, "/exhibits/extra1/addressee") in points_of(found(case))


def test_an_old_invoice_is_named_apart_where_it_does_not_count(
    variant: Built, found: Found, letter: Callable[..., str]
) -> None:
    case = variant(CHAIN, set={"/exhibits/exdht1/date": "2025-03-01"})
    (one,) = [one for one in found(case) if one.rule == "exhibits.quantity-short"]
    assert "show 1500 valid units; 1500 more are on invoices older than 365 days" in one.message
    assert "\u6709\u6548\u671f\u5185 1500 \u4ef6\uff0c\u53e6\u6709 1500 \u4ef6" in one.message_zh
    said = letter(case, "full", draft=True)
    assert "1,500 (1,212 short)" in said
    assert "Not counted: issued more than 365 days before the notice" in said


def test_an_opening_may_not_add_two_tiers(variant: Built, found: Found) -> None:
    def quotes(said: str) -> set[str | None]:
        opening = f"The invoices cover {said} units."
        case = variant(CHAIN, add={"/exhibits": [boards(3_000)]}, set={"/opening": opening})
        return {one.quote for one in found(case) if one.path == "/opening" and one.family == "passages"}

    assert quotes("5,960") == set()
    assert quotes("8,960") == {"8,960"}


@pytest.mark.parametrize(
    "words",
    [
        "Send the name, phone number, address and website of your supplier.",
        "Contact information for your suppliers",
        "Supplier contact details are required.",
        "the manufacturer's telephone number",
        "\u8bf7\u63d0\u4f9b\u4f9b\u5e94\u5546\u7684\u8054\u7cfb\u65b9\u5f0f",
    ],
)
def test_a_plan_gives_the_supplier_the_notice_asks_for(words: str, variant: Built, found: Found) -> None:
    case = variant(LATE, set={"/notice/text": f"B0EXMPLG01\n{words}"})
    assert ("suppliers.none", "/suppliers") in points_of(found(case))
    assert "suppliers.none" not in rules_of(found(variant(LATE)))


@pytest.mark.parametrize(
    "words",
    [
        "A letter of authorization from the brand",
        "Your business license",
        "A utility bill of the last 90 days",
        "Proof of delivery for each order",
        "\u54c1\u724c\u6388\u6743\u4e66",
        "Supplier invoices issued in the last 365 days",
        "Photographs of the product and of its packaging",
    ],
)
def test_a_request_without_its_paper_is_found(words: str, variant: Built, found: Found) -> None:
    request = {"id": "reqdoc", "section": "documents", "words": words}
    case = variant(LATE, set={"/notice/requests": [request]})
    assert ("requests.no-exhibit", "/notice/requests/reqdoc") in points_of(found(case))
    request["answer"] = "Exhibit A shows it."
    case = variant(LATE, set={"/notice/requests": [request]})
    assert "requests.no-exhibit" not in rules_of(found(case))


@pytest.mark.parametrize("deputy", ["Listing editor", "the listing editor", "listing-editor"])
def test_a_deputy_is_somebody_else(deputy: str, variant: Built, found: Found) -> None:
    case = variant(AUTHENTIC, set={"/preventive_measures/pmpack/deputy": deputy})
    assert ("measures.deputy-is-owner", "/preventive_measures/pmpack/deputy") in points_of(found(case))


def test_an_invoice_alone_proves_no_change_of_a_page(variant: Built, found: Found) -> None:
    case = variant(AUTHENTIC, set={"/corrective_actions/capage/exhibits": ["exf006"]})
    assert ("exhibits.wrong-proof", "/corrective_actions/capage/exhibits") in points_of(found(case))
    case = variant(AUTHENTIC, set={"/corrective_actions/capage/exhibits": ["exf006", "exl012"]})
    assert "exhibits.wrong-proof" not in rules_of(found(case))
