"""What an invoice says is read off its text in six languages; what can be read two ways is left alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.facts.invoices import InvoiceFacts, invoice_facts
from tests.each import for_each
from tests.pdfs import INVOICE

ENGLISH = "\n".join(INVOICE)

SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "english": (
        ENGLISH,
        {
            "number": "INV-2026-0042",
            "days": (date(2026, 6, 5),),
            "issuer": "Harbor Example Supply LLC",
            "buyer": "Alder Example Goods Inc.",
            "units": [1200, 300],
        },
    ),
    "three blocks side by side": (
        """Harbor Example Supply LLC
INVOICE

Bill To:                                  Ship To:                    Invoice #: INV-2025-0042
Alder Example Goods Inc.                  Alder warehouse             Date: 2025-03-14
9 Test Rd, Reno NV                        1 Dock Rd                   Due Date: 04/03/2025
                                                                      PO No: 77821

 #                      Description                          Qty          Unit Price             Amount

1   Silicone spatula set                                 1,200        $2.50                $3,000.00
    ASIN: B0EXMPL001

2   Garlic press B0EXMPL002                              300          $4.00                $1,200.00

Subtotal $4,200.00""",
        {
            "number": "INV-2025-0042",
            "days": (date(2025, 3, 14),),
            "issuer": "Harbor Example Supply LLC",
            "buyer": "Alder Example Goods Inc.",
            "units": [1200, 300],
        },
    ),
    "a title with its number, an address behind the name": (
        """Foshan Example Qinghe Ceramics Co., Ltd.
VAT invoice QH-EX-251126

Invoice date                   November 26, 2025
Buyer                          Shenzhen Example Mingyu Trading Co., Ltd., Unit 1105, Example Tower
Buyer tax id                   EX914403000711305
Seller tax id                  EX914406000000171

Goods                                          Model          Cartons        Quantity         Unit price        Amount
Stoneware mug, set of 4                        QH-M4          30             600              42.00          25,200.00
Stoneware bowl, set of 2                       QH-B2          20             400              36.00          14,400.00
Total, VAT included                                           50             1000                            39,600.00
Paid in full                   November 27, 2025""",
        {
            "number": "QH-EX-251126",
            "days": (date(2025, 11, 26),),
            "issuer": "Foshan Example Qinghe Ceramics Co., Ltd.",
            "buyer": "Shenzhen Example Mingyu Trading Co., Ltd.",
            "units": [600, 400],
        },
    ),
    "german": (
        """Beispiel Großhandel GmbH · Musterstr. 1 · 20095 Hamburg
Rechnungsempfänger:
Muster Handels GmbH
Beispielweg 2

Rechnung Nr. RE-2025/0815
Rechnungsdatum: 03.04.2025
Kundennummer: 10023

Pos.               Bezeichnung                 Menge         Einzelpreis        Gesamtpreis
1       Edelstahl-Messbecher 4er              1.500        2,40 €             3.600,00 €
2       Pfannenwender                         250 Stk      1,20 €             300,00 €
Gesamtbetrag 3.900,00 €""",
        {
            "number": "RE-2025/0815",
            "days": (date(2025, 4, 3),),
            "issuer": "Beispiel Großhandel GmbH",
            "buyer": "Muster Handels GmbH",
            "units": [1500, 250],
        },
    ),
    "french": (
        """Exemple Distribution SARL
FACTURE N° FA-2025-118
Date de facture : 3 août 2025
Facturé à :
Boutique Exemple SAS

Désignation                         Quantité     Prix unitaire HT       Montant HT
Spatule en silicone B0EXMPL001         600                 2,10         1 260,00
Total TTC 1 512,00 €""",
        {
            "number": "FA-2025-118",
            "days": (date(2025, 8, 3),),
            "issuer": "Exemple Distribution SARL",
            "buyer": "Boutique Exemple SAS",
            "units": [600],
        },
    ),
    "italian": (
        """Esempio Forniture S.r.l.
Fattura n. 45/2025
Data fattura: 12/05/2025
Spett.le
Negozio Esempio S.p.A.

Descrizione                       Quantità     Prezzo unitario      Importo
Spatola B0EXMPL001                   400                1,50       600,00
Totale fattura 732,00""",
        {
            "number": "45/2025",
            "days": (date(2025, 5, 12),),
            "issuer": "Esempio Forniture S.r.l.",
            "buyer": "Negozio Esempio S.p.A.",
            "units": [400],
        },
    ),
    "spanish": (
        """Suministros Ejemplo S.L.
FACTURA
Nº de factura: F-2025-77
Fecha de emisión: 5 de junio de 2025
Cliente: Tienda Ejemplo S.L.
NIF: B0000000

Descripción                      Cantidad      Precio unitario       Importe
Espátula B0EXMPL001                 350                 1,50         525,00
Total 635,25""",
        {
            "number": "F-2025-77",
            "days": (date(2025, 6, 5),),
            "issuer": "Suministros Ejemplo S.L.",
            "buyer": "Tienda Ejemplo S.L.",
            "units": [350],
        },
    ),
    "the new fapiao, its blocks beside each other": (
        """                                              发票号码：24952000000012345678
                                                  开票日期：2025   年 03月 04日
购                                   销
买  名称：深圳市示例明宇贸易有限公司                 售  名称：佛山市示例清河陶瓷有限公司
方  统一社会信用代码/纳税人识别号：                 方  统一社会信用代码/纳税人识别号：
     项目名称           规格型号      单 位    数 量   单 价     金 额     税率     税 额
*日用品*硅胶铲          KT-01      个      500   10.00  5000.00  13%   650.00
*日用品*压蒜器          KT-02      个      300   20.00  6000.00  13%   780.00
合 计 ¥11000.00 ¥1430.00""",
        {
            "number": "24952000000012345678",
            "days": (date(2025, 3, 4),),
            "issuer": "佛山市示例清河陶瓷有限公司",
            "buyer": "深圳市示例明宇贸易有限公司",
            "units": [500, 300],
        },
    ),
    "a chinese commercial invoice": (
        """商业发票
发票编号: INV-0099
日期: 2025-06-01
卖方: 佛山市示例清河陶瓷有限公司
买方: 深圳市示例明宇贸易有限公司
品名                       数量         单价          金额
硅胶铲 B0EXMPL001          500个       10.00      5000.00
合计 5000.00""",
        {
            "number": "INV-0099",
            "days": (date(2025, 6, 1),),
            "issuer": "佛山市示例清河陶瓷有限公司",
            "buyer": "深圳市示例明宇贸易有限公司",
            "units": [500],
        },
    ),
}


@for_each("name", SAMPLES)
def test_an_invoice_is_read_whole(name: str) -> None:
    text, wanted = SAMPLES[name]
    found = invoice_facts(text)
    assert (found.number, found.days) == (wanted["number"], wanted["days"])
    assert (found.issuer, found.buyer) == (wanted["issuer"], wanted["buyer"])
    assert [line.units for line in found.lines] == wanted["units"]


def test_a_line_that_goes_on_below_belongs_to_its_item() -> None:
    first, second = invoice_facts(SAMPLES["three blocks side by side"][0]).lines
    assert "B0EXMPL001" in first.text
    assert "B0EXMPL002" not in first.text
    assert (second.label, "B0EXMPL001" in second.text) == ("Garlic press B0EXMPL002", False)


def test_a_day_in_numbers_keeps_both_readings_in_english_and_one_in_german() -> None:
    assert invoice_facts("Invoice no: A-17\nInvoice date: 03/04/2025").days == (date(2025, 3, 4), date(2025, 4, 3))
    assert invoice_facts("Rechnungsnummer: A-17\nRechnungsdatum: 03.04.2025").days == (date(2025, 4, 3),)


@pytest.mark.parametrize(
    "text",
    [
        "Packing list\nNo: PL-17\nBuyer: Alder Example Goods Inc.\nItem    Quantity    Price\nSpatula    30    2",
        "Dear seller, your account has been deactivated on June 5, 2026.",
        "",
    ],
)
def test_what_does_not_call_itself_an_invoice_says_nothing(text: str) -> None:
    assert invoice_facts(text) == InvoiceFacts()


@for_each(
    "text",
    [
        "Invoice number: A-17\nInvoice number: A-18",
        "Invoice\nInvoice number:",
        "Invoice number: to follow",
        "This invoice was paid on June 5",
        "Invoice 2025-03-14",
    ],
)
def test_a_number_that_is_not_there_or_there_twice_is_not_read(text: str) -> None:
    assert invoice_facts(text).number == ""


@for_each(
    ("text", "number"),
    [
        ("Invoice No. INV 2025 0012", "INV 2025"),
        ("Invoice No.:    A/17", "A/17"),
        ("Tax Invoice 00481", "00481"),
        ("INVOICE # 1042", "1042"),
        ("Invoice number A-17\nsecond page\nInvoice number A-17", "A-17"),
        ("Invoice No.        Date              Customer No.\nINV-1              2025-06-01        C-9", "INV-1"),
    ],
)
def test_a_number_is_read_however_it_stands(text: str, number: str) -> None:
    assert invoice_facts(text).number.startswith(number)


@for_each(
    ("text", "days"),
    [
        ("Invoice\nInvoice date: 14 March 2025", [date(2025, 3, 14)]),
        ("Invoice\nDate: 14-Mar-2025\nDue date: 1 May 2025", [date(2025, 3, 14)]),
        ("Invoice\nDate: 1 May 2025\nInvoice date: 2 May 2025", [date(2025, 5, 2)]),
        ("Invoice\nInvoice date: 1 May 2025\nInvoice date: 2 May 2025", []),
        ("Invoice\nInvoice date: soon", []),
        ("发票\n开票日期：2025 年 3 月 4 日", [date(2025, 3, 4)]),
        ("Rechnung 4711\nDatum: 3. März 2025", [date(2025, 3, 3)]),
    ],
)
def test_the_day_of_issue_is_read_and_no_other(text: str, days: list[date]) -> None:
    assert list(invoice_facts(text).days) == days


@pytest.mark.parametrize(
    "text",
    [
        "Invoice A-1704\nBuyer tax id: EX9144\nSeller tax id: EX9145",
        "Invoice A-1704\nBuyer: Alder Example Goods Inc.\nSold to: Birch Example Ltd.",
        "Invoice A-1704\nBill to:\n\n\n\nAlder",
    ],
)
def test_a_company_that_is_not_named_or_named_twice_is_not_read(text: str) -> None:
    assert invoice_facts(text).buyer == ""


def test_two_companies_at_the_head_are_not_told_apart() -> None:
    assert invoice_facts("Alder Example Ltd.\nBirch Example Ltd.\nInvoice A-1704").issuer == ""
    assert invoice_facts("Alder Example Ltd.\nBill to: Alder Example Ltd.\nInvoice A-1704").issuer == ""


TABLE = "Invoice A-1704\nDescription                  Qty      Unit price      Amount\n"


@for_each(
    ("line", "units"),
    [
        ("Spatula                      300           2.50      750.00", [300]),
        ("Spatula 12 inch              300 pcs       2.50      750.00", [300]),
        ("Spatula, set of 4            1,200         2.50    3,000.00", [1200]),
        ("Spatula                      300", [300]),  # prices hidden, as Amazon allows
        ("Spatula                      2.5           2.50        6.25", []),
        ("Spatula                                    2.50      750.00", []),
        ("Spatula                      many          2.50      750.00", []),
        ("Total                        300                     750.00", []),
        ("Call 0755 5550 0171 for questions", []),
    ],
)
def test_a_quantity_is_read_where_the_line_shows_it(line: str, units: list[int]) -> None:
    assert [one.units for one in invoice_facts(TABLE + line).lines] == units


def test_a_price_before_the_quantity_is_told_from_it() -> None:
    head, line = "Item              Unit price      Qty       Amount", "Spatula                   25      300     7,500"
    assert [one.units for one in invoice_facts(f"Invoice A-1704\n{head}\n{line}").lines] == [300]


PIECES = st.sampled_from(
    ["Invoice", "Invoice no:", "发票号码：", "Date:", "Bill to:", "Qty", "Unit price", "  ", "    ", "\n", "A-17",
     "300", "2.50", "750.00", "Ltd.", "GmbH", "数量", "单价", "名称：", ":", "#", "2025-06-01", "03.04.2025", "Total",
     "\u202f", "B0EXMPL001"]
)  # fmt: skip


@settings(deadline=None, max_examples=300, derandomize=True)
@given(st.lists(PIECES | st.text(max_size=8), max_size=60).map(" ".join))
def test_no_text_stops_the_reading_and_what_is_read_stands_in_it(text: str) -> None:
    found = invoice_facts(text)
    assert all(0 < line.units <= 10_000_000 for line in found.lines)
    assert list(found.days) == sorted(found.days)
    if found.number:
        assert any(mark.isdigit() for mark in found.number)


HOSTILE = {
    "blanks": "invoice " + " " * 5_000_000,
    "headings": "Invoice no:" * 450_000,
    "digits": "Quantity  Price\n" + "1," * 2_500_000,
    "lines": TABLE + "invoice no: A1  5  10  50\n" * 190_000,
    "fapiao": "发票" * 1_600_000,
    "one word": "Invoice " + "a" * 5_000_000,
    "cells": "Invoice   " + "1  " * 1_600_000,
    "names": "Invoice Bill to: " + "Co., " * 1_000_000,
    "day": "Invoice\n" + "2025 年" * 700_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("folded", [False, True], ids=["one line", "many lines"])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_text_made_to_take_long_is_done_soon(
    name: str, folded: bool, within: Callable[[float, Callable[[], object]], None]
) -> None:
    text = HOSTILE[name]
    if folded:
        text = "\n".join(text[at : at + 390] for at in range(0, len(text), 390))
    within(10, lambda: invoice_facts(text))
