"""Papers and the companies named on them: the inputs that failed, and others of their kinds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.cases.rows import AUTHENTIC, CHINESE, INVOICE, LATE, Built, Found, invoice, points_of, rules_of


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
    assert "exhibits.self-issued" in rules_of(found(case), INVOICE)


def test_the_sellers_own_ledger_may_be_its_own(variant: Built, found: Found) -> None:
    assert "exhibits.self-issued" not in rules_of(found(variant(AUTHENTIC)))


@pytest.mark.parametrize("row", ["exi009", "exk011"])
def test_a_letter_or_statement_of_the_maker_is_not_the_sellers(row: str, variant: Built, found: Found) -> None:
    case = variant(AUTHENTIC, set={f"/exhibits/{row}/issuer": "Ningbo Example Linhe Trading Co., Ltd."})
    assert ("exhibits.self-issued", f"/exhibits/{row}/issuer") in points_of(found(case))


def test_an_issuer_who_is_no_supplier_is_found(changed: Built, found: Found) -> None:
    assert ("exhibits.issuer-unknown", f"{INVOICE}/issuer") in points_of(found(changed("35")))


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
    assert ("exhibits.issuer-unknown" in rules_of(found(case))) is unknown


def test_one_invoice_counts_once(changed: Built, found: Found, letter: Callable[..., str]) -> None:
    case = changed("36")
    assert ("exhibits.twice", "/exhibits/dupinv") in points_of(found(case))
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
    case = variant(AUTHENTIC, add={"/exhibits": [invoice(**fields)]}, set={"/products/scale1/sold": 600})
    points = points_of(found(case))
    assert {("exhibits.twice", "/exhibits/extra1"), ("exhibits.quantity-short", "/products/scale1/sold")} <= points


@pytest.mark.parametrize("fields", [{}, {"number": "NB-EX-30417", "issuer": "Examplia Kitchen Tools Inc."}])
def test_another_invoice_counts(fields: dict[str, Any], variant: Built, found: Found) -> None:
    assert "exhibits.twice" not in rules_of(found(variant(AUTHENTIC, add={"/exhibits": [invoice(**fields)]})))


def test_a_paper_made_out_to_the_registered_name_is_right(
    changed: Built, found: Found, letter: Callable[..., str]
) -> None:
    case = changed("37", set={"/client/local_name": CHINESE})
    assert {"exhibits.addressee", "characters.chinese", "names.own-script"} & rules_of(found(case)) == set()
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
    rules = rules_of(found(case))
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
    assert "exhibits.no-translation" not in rules_of(found(case))


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


def test_a_pro_forma_is_no_invoice(changed: Built, found: Found) -> None:
    assert ("papers.pro-forma", f"{INVOICE}/title") in points_of(found(changed("40")))


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
    rules = rules_of(found(variant(AUTHENTIC, set={f"{INVOICE}/{field}": value})), f"{INVOICE}/{field}")
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
    assert ("exhibits.editable", f"{INVOICE}/file") in points_of(found(case))


@pytest.mark.parametrize("suffix", ["heic", "docx", "xlsx", "webp", "tiff", "zip", "eml"])
def test_a_type_of_file_the_route_does_not_take_is_found(suffix: str, variant: Built, found: Found) -> None:
    case = variant(LATE, set={"/exhibits/exlist/file": f"orders.{suffix}"})
    assert ("exhibits.file-type", "/exhibits/exlist/file") in points_of(found(case))


@pytest.mark.parametrize("suffix", ["pdf", "PDF", "jpg", "jpeg", "png", "gif"])
def test_a_type_of_file_the_route_takes_is_right(suffix: str, variant: Built, found: Found) -> None:
    case = variant(LATE, set={"/exhibits/exlist/file": f"orders.{suffix}"})
    assert {"exhibits.file-type", "exhibits.editable"} & rules_of(found(case)) == set()


def test_the_notice_decides_which_types_are_taken(variant: Built, found: Found) -> None:
    notice = "B0EXMPLG01\nAttach images as .jpeg, .png or .gif. We do not accept .pdf or .docx files."
    points = points_of(found(variant(LATE, set={"/notice/text": notice})))
    assert ("exhibits.file-type", "/exhibits/exlist/file") in points
