"""Papers, companies and requests: the inputs that failed, and others of their kinds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from poa_app.model.case import Case
from poa_app.model.finding import Finding

Built = Callable[..., Case]
Found = Callable[..., tuple[Finding, ...]]

AUTHENTIC, CHAIN, LATE = "inauthentic-complaint", "supply-chain-verification", "late-shipment-rate"
CHINESE = "\u5b81\u6ce2\u793a\u4f8b\u6797\u548c\u8d38\u6613\u6709\u9650\u516c\u53f8"
"""The registered name of the client in the example of an inauthentic complaint."""

INVOICE = "/exhibits/exf006"
MAKER = "Anji Example Qingshan Bamboo Products Co., Ltd."
TRADER = "Guangzhou Example Hengtai Trading Co., Ltd."
SELLER = "Shenzhen Example Mingyu Trading Co., Ltd."


def _points(found: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {(one.rule, one.path) for one in found}


def _rules(found: tuple[Finding, ...], path: str = "") -> set[str]:
    return {one.rule for one in found if one.path.startswith(path)}


def _invoice(**fields: Any) -> dict[str, Any]:
    """Write an invoice for 300 scales, a row of the example of an inauthentic complaint."""
    return {
        "id": "extra1",
        "kind": "invoices",
        "title": "Invoice of May 4, 2026",
        "file": "inauthentic-complaint/other.pdf",
        "date": "2026-05-04",
        "number": "NB-EX-40000",
        "issuer": "Northbay Example Distribution LLC",
        "addressee": "Ningbo Example Linhe Trading Co., Ltd.",
        "covers": [{"id": "extcov", "product": "scale1", "quantity": 300}],
        **fields,
    }


def _boards(units: int, **fields: Any) -> dict[str, Any]:
    """Write an invoice of the maker to the trader, a row of the example of a supply chain."""
    return {
        "id": "extra1",
        "kind": "invoices",
        "title": "Invoice of December 2, 2025",
        "file": "supply-chain-verification/other.pdf",
        "date": "2025-12-02",
        "number": "QS-1",
        "issuer": MAKER,
        "addressee": TRADER,
        "covers": [{"id": "extcov", "product": "boardx", "quantity": units}],
        **fields,
    }


# 34, 35: the issuer


def test_an_invoice_issued_by_the_seller_blocks(changed: Built, found: Found) -> None:
    (one,) = [one for one in found(changed("34")) if one.rule == "exhibits.self-issued"]
    assert (one.path, one.severity) == (f"{INVOICE}/issuer", "blocks")


@pytest.mark.parametrize(
    "issuer",
    [
        "NINGBO EXAMPLE LINHE TRADING CO LTD",
        "Ningbo Example Linhe Trading Company Limited",
        "Ningbo  Example Linhe Trading Co.,Ltd",
        "Ningbo Example Linhe Trading",
        "Ningbo-Example Linhe Trading Co. Limited",
        "N\u00edngbo Example Linhe Trading Co., Ltd.",
        "\uff2eingbo Example Linhe Trading Co.\uff0cLtd\uff0e",
        CHINESE,
        CHINESE.replace("\u6709\u9650\u516c\u53f8", "\u6709\u9650\u8d23\u4efb\u516c\u53f8"),
        " ".join(CHINESE),
        "Linhe Example Kitchen",
    ],
)
def test_the_seller_is_known_in_any_spelling(issuer: str, variant: Built, found: Found) -> None:
    case = variant(AUTHENTIC, set={f"{INVOICE}/issuer": issuer, "/client/local_name": CHINESE})
    assert "exhibits.self-issued" in _rules(found(case), INVOICE)


def test_the_sellers_own_ledger_may_be_its_own(variant: Built, found: Found) -> None:
    assert "exhibits.self-issued" not in _rules(found(variant(AUTHENTIC)))


@pytest.mark.parametrize("row", ["exi009", "exk011"])
def test_a_letter_or_statement_of_the_maker_is_not_the_sellers(row: str, variant: Built, found: Found) -> None:
    case = variant(AUTHENTIC, set={f"/exhibits/{row}/issuer": "Ningbo Example Linhe Trading Co., Ltd."})
    assert ("exhibits.self-issued", f"/exhibits/{row}/issuer") in _points(found(case))


def test_an_issuer_who_is_no_supplier_is_found(changed: Built, found: Found) -> None:
    assert ("exhibits.issuer-unknown", f"{INVOICE}/issuer") in _points(found(changed("35")))


@pytest.mark.parametrize(
    ("issuer", "unknown"),
    [
        ("NORTHBAY EXAMPLE DISTRIBUTION, L.L.C.", False),
        ("Northbay Example Distribution Limited Liability Company", False),
        ("Examplia Kitchen Tools Incorporated", False),
        ("Northbay Example Distribution Inc.", True),
        ("Northbay Distribution LLC", True),
        ("Yiwu Sample Wholesale Co., Ltd.", True),
        ("\u4e49\u4e4c\u793a\u4f8b\u6279\u53d1\u6709\u9650\u516c\u53f8", True),
    ],
)
def test_an_issuer_is_compared_with_the_names_of_the_suppliers(
    issuer: str, unknown: bool, variant: Built, found: Found
) -> None:
    case = variant(AUTHENTIC, set={f"{INVOICE}/issuer": issuer})
    assert ("exhibits.issuer-unknown" in _rules(found(case))) is unknown


# 36: one invoice twice


def test_one_invoice_counts_once(changed: Built, found: Found, letter: Callable[..., str]) -> None:
    case = changed("36")
    assert ("exhibits.twice", "/exhibits/dupinv") in _points(found(case))
    assert "540" in letter(case, draft=True)
    assert "840" not in letter(case, draft=True)


@pytest.mark.parametrize(
    "fields",
    [
        {"number": "nb ex 30417"},
        {"number": "NB-EX-30417 "},
        {"number": "No. NB/EX/30417"},
        {"number": "\uff2e\uff22-EX-30417", "issuer": "NORTHBAY EXAMPLE DISTRIBUTION L.L.C."},
        {"number": "NBEX30417", "issuer": None},
        {"file": "F-Invoice-NB-EX-30417.PDF"},
        {"file": "elsewhere\\f-invoice-nb-ex-30417.pdf", "number": "NB-EX-9"},
    ],
)
def test_units_of_a_repeated_invoice_cover_nothing_more(fields: dict[str, Any], variant: Built, found: Found) -> None:
    case = variant(AUTHENTIC, add={"/exhibits": [_invoice(**fields)]}, set={"/products/scale1/sold": 600})
    points = _points(found(case))
    assert {("exhibits.twice", "/exhibits/extra1"), ("exhibits.quantity-short", "/products/scale1/sold")} <= points


@pytest.mark.parametrize("fields", [{}, {"number": "NB-EX-30417", "issuer": "Examplia Kitchen Tools Inc."}])
def test_another_invoice_counts(fields: dict[str, Any], variant: Built, found: Found) -> None:
    assert "exhibits.twice" not in _rules(found(variant(AUTHENTIC, add={"/exhibits": [_invoice(**fields)]})))


# 37, 39: names


def test_a_paper_made_out_to_the_registered_name_is_right(
    changed: Built, found: Found, letter: Callable[..., str]
) -> None:
    case = changed("37", set={"/client/local_name": CHINESE})
    assert {"exhibits.addressee", "characters.chinese", "names.own-script"} & _rules(found(case)) == set()
    for template in ("short", "full"):
        said = letter(case, template)
        assert "Ningbo Example Linhe Trading Co., Ltd." in said
        assert CHINESE in said


def test_a_registered_name_nobody_entered_is_asked_for(changed: Built, found: Found) -> None:
    (one,) = [one for one in found(changed("37")) if one.path == f"{INVOICE}/addressee"]
    assert one.rule == "exhibits.addressee"
    assert "enter it with the client" in one.message


def test_a_supplier_goes_by_its_registered_name_too(variant: Built, found: Found) -> None:
    name = "\u5317\u6e7e\u793a\u4f8b\u7ecf\u9500\u6709\u9650\u516c\u53f8"
    case = variant(AUTHENTIC, set={"/suppliers/northb/local_name": name, f"{INVOICE}/issuer": name})
    rules = _rules(found(case))
    assert "exhibits.issuer-unknown" not in rules
    assert "exhibits.no-translation" in rules
    case = variant(
        AUTHENTIC,
        set={
            "/suppliers/northb/local_name": name,
            f"{INVOICE}/issuer": name,
            f"{INVOICE}/translation": "inauthentic-complaint/g-invoice-nb-ex-31962.pdf",
        },
    )
    assert "exhibits.no-translation" not in _rules(found(case))


def test_names_with_accents_stand_as_they_are(changed: Built, found: Found) -> None:
    assert not [one for one in found(changed("39")) if one.family == "characters"]


@pytest.mark.parametrize(
    ("registered", "on_paper"),
    [
        ("M\u00fcller K\u00fcchen GmbH", "MUELLER KUECHEN G.m.b.H."),
        ("M\u00fcller K\u00fcchen GmbH", "Muller Kuchen GmbH"),
        ("Soci\u00e9t\u00e9 Exemple S.A.R.L.", "SOCIETE EXEMPLE SARL"),
        ("\u0141\u00f3d\u017a Example Sp. z o.o.", "Lodz Example Sp z oo"),
        ("Smith & Sons Ltd", "Smith and Sons Limited"),
        ("O\u2019Neill Example Inc.", "O'Neill Example, Incorporated"),
        ("Caf\u0065\u0301 Example LLC", "Caf\u00e9 Example LLC"),
    ],
)
def test_one_name_is_one_name_in_every_spelling(registered: str, on_paper: str, variant: Built, found: Found) -> None:
    case = variant(
        AUTHENTIC,
        set={"/suppliers/northb/name": registered, f"{INVOICE}/issuer": on_paper, "/exhibits/exg007/issuer": on_paper},
    )
    assert not [one for one in found(case) if one.rule == "exhibits.issuer-unknown" or one.family == "characters"]


# 40: what is no invoice


def test_a_pro_forma_is_no_invoice(changed: Built, found: Found) -> None:
    assert ("papers.pro-forma", f"{INVOICE}/title") in _points(found(changed("40")))


@pytest.mark.parametrize(
    "title",
    [
        "Proforma PI 2231",
        "PRO-FORMA INVOICE",
        "Invoice (pro forma)",
        "Quotation of March 3",
        "Order confirmation 4411",
        "Purchase order 4411",
        "Receipt of shop Example",
        "Payment receipt for invoice 12",
        "Packing list of invoice 12",
        "Delivery note 8",
        "Bank transfer of May 4",
        "Screenshot of the invoice",
        "\u5f62\u5f0f\u53d1\u7968 2231",
        "\u62a5\u4ef7\u5355",
        "1688\u8ba2\u5355\u622a\u56fe",
        "\u6536\u636e",
        "\u9001\u8d27\u5355",
    ],
)
@pytest.mark.parametrize("field", ["title", "file"])
def test_what_is_called_something_else_is_no_invoice(title: str, field: str, variant: Built, found: Found) -> None:
    value = title if field == "title" else f"{title.replace(' ', '_')}.pdf"
    rules = _rules(found(variant(AUTHENTIC, set={f"{INVOICE}/{field}": value})), f"{INVOICE}/{field}")
    assert [rule for rule in rules if rule.startswith("papers.")]


@pytest.mark.parametrize(
    "title",
    [
        "Invoice of May 4, 2026",
        "Invoice with packing list",
        "Tax invoice / receipt 12",
        "Commercial invoice for purchase order 4411",
        "VAT invoice \u589e\u503c\u7a0e\u53d1\u7968",
        "Invoice 1688",
    ],
)
def test_an_invoice_may_name_other_papers(title: str, variant: Built, found: Found) -> None:
    assert not [one for one in found(variant(AUTHENTIC, set={f"{INVOICE}/title": title})) if "papers." in one.rule]


@pytest.mark.parametrize("suffix", ["docx", "XLSX", "doc", "csv", "txt"])
def test_an_invoice_that_can_be_edited_blocks(suffix: str, variant: Built, found: Found) -> None:
    case = variant(AUTHENTIC, set={f"{INVOICE}/file": f"invoice.{suffix}"})
    assert ("exhibits.editable", f"{INVOICE}/file") in _points(found(case))


@pytest.mark.parametrize("suffix", ["heic", "docx", "xlsx", "webp", "tiff", "zip", "eml"])
def test_a_type_of_file_the_route_does_not_take_is_found(suffix: str, variant: Built, found: Found) -> None:
    case = variant(LATE, set={"/exhibits/exlist/file": f"orders.{suffix}"})
    assert ("exhibits.file-type", "/exhibits/exlist/file") in _points(found(case))


@pytest.mark.parametrize("suffix", ["pdf", "PDF", "jpg", "jpeg", "png", "gif"])
def test_a_type_of_file_the_route_takes_is_right(suffix: str, variant: Built, found: Found) -> None:
    case = variant(LATE, set={"/exhibits/exlist/file": f"orders.{suffix}"})
    assert {"exhibits.file-type", "exhibits.editable"} & _rules(found(case)) == set()


def test_the_notice_decides_which_types_are_taken(variant: Built, found: Found) -> None:
    notice = "B0EXMPLG01\nAttach images as .jpeg, .png or .gif. We do not accept .pdf or .docx files."
    points = _points(found(variant(LATE, set={"/notice/text": notice})))
    assert ("exhibits.file-type", "/exhibits/exlist/file") in points


# 43: contacts


def test_a_supplier_nobody_can_reach_is_found(changed: Built, found: Found) -> None:
    points = _points(found(changed("43")))
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
    assert ("suppliers.unreachable", f"/suppliers/qinghe/{field}") in _points(found(case))


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
    assert "suppliers.unreachable" not in _rules(found(case))


def test_a_seller_is_not_its_own_supplier(variant: Built, found: Found) -> None:
    case = variant(CHAIN, set={"/suppliers/qhkiln/name": "Shenzhen Example Mingyu Trading Company Limited"})
    assert ("suppliers.self", "/suppliers/qhkiln/name") in _points(found(case))


@pytest.mark.parametrize(("row", "source"), [("qinghe", "qinghe"), ("qhkiln", "qinghe")])
def test_a_supplier_is_not_its_own_source(row: str, source: str, variant: Built, found: Found) -> None:
    case = variant(CHAIN, set={f"/suppliers/{row}/buys_from": source})
    assert ("suppliers.own-source", f"/suppliers/{row}/buys_from") in _points(found(case))


# Quantities by tier


def test_units_of_two_tiers_are_not_added(variant: Built, found: Found, letter: Callable[..., str]) -> None:
    case = variant(CHAIN, add={"/exhibits": [_boards(2_100)]})
    (one,) = [one for one in found(case) if one.rule == "exhibits.step-short"]
    assert "B0EXMPL713, tier 2" in one.message
    assert "2100 units" in one.message
    assert "3000" in one.message
    assert f"{MAKER} to {TRADER}" in one.message
    said = letter(case, "full", draft=True)
    assert "5,100" not in said
    assert "2,100 (900 short)" in said
    assert "exhibits.addressee" not in _rules(found(case))


def test_the_upper_tier_covers_nothing_of_the_sellers_sales(variant: Built, found: Found) -> None:
    case = variant(CHAIN, add={"/exhibits": [_boards(3_000)]}, set={"/exhibits/exdht1/covers/cdboar/quantity": 500})
    (one,) = [one for one in found(case) if one.rule == "exhibits.quantity-short"]
    assert one.path == "/products/boardx/sold"
    assert "(tier 1) show 2000 units, 2712 were sold" in one.message


def test_a_tier_that_covers_the_one_below_is_right(variant: Built, found: Found) -> None:
    case = variant(CHAIN, add={"/exhibits": [_boards(3_000)]})
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
    case = variant(CHAIN, add={"/exhibits": [_boards(3_000, **fields)]})
    assert (rule, "/exhibits/extra1/addressee") in _points(found(case))


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
        case = variant(CHAIN, add={"/exhibits": [_boards(3_000)]}, set={"/opening": opening})
        return {one.quote for one in found(case) if one.path == "/opening" and one.family == "passages"}

    assert quotes("5,960") == set()
    assert quotes("8,960") == {"8,960"}


# Requests


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
    assert ("suppliers.none", "/suppliers") in _points(found(case))
    assert "suppliers.none" not in _rules(found(variant(LATE)))


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
    assert ("requests.no-exhibit", "/notice/requests/reqdoc") in _points(found(case))
    request["answer"] = "Exhibit A shows it."
    case = variant(LATE, set={"/notice/requests": [request]})
    assert "requests.no-exhibit" not in _rules(found(case))


# People and proof


@pytest.mark.parametrize("deputy", ["Listing editor", "the listing editor", "listing-editor"])
def test_a_deputy_is_somebody_else(deputy: str, variant: Built, found: Found) -> None:
    case = variant(AUTHENTIC, set={"/preventive_measures/pmpack/deputy": deputy})
    assert ("measures.deputy-is-owner", "/preventive_measures/pmpack/deputy") in _points(found(case))


def test_an_invoice_alone_proves_no_change_of_a_page(variant: Built, found: Found) -> None:
    case = variant(AUTHENTIC, set={"/corrective_actions/capage/exhibits": ["exf006"]})
    assert ("exhibits.wrong-proof", "/corrective_actions/capage/exhibits") in _points(found(case))
    case = variant(AUTHENTIC, set={"/corrective_actions/capage/exhibits": ["exf006", "exl012"]})
    assert "exhibits.wrong-proof" not in _rules(found(case))
