"""An invoice is told from a notice, also where the one speaks of the other."""

from __future__ import annotations

import json
from pathlib import Path

from poa_app.intake.paper import looks_like_paper
from tests.each import for_each

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))

PAPERS = [
    "INVOICE No. 118\nSold to: Pinefield Example Garden\nUnit price 4.20",
    "Packing list\nConsignee: Pinefield Example Garden\nPO No. 77",
    "Commercial Invoice\nBill to Example Ltd, Amazon FBA warehouse\nSubtotal 99.00\nVAT 20%",
    "增值税专用发票 购买方 宁波示例有限公司 金额 1,200.00 税率 13%",
    "送货单 单价 12.00 收据",
    "Certificate of Conformity\nTest report No. 5\nIssued to Example Ltd",
]
NOTICES = [
    "Your Amazon seller account has been deactivated. Send invoices from your suppliers and an appeal.",
    "Hello, we removed your listing. To reinstate it, provide receipts or invoices for ASIN B0EXMPLZ99. Amazon",
    "您的亚马逊卖家账户已停用。请提供发票，并提交行动计划申诉。",
    "Your late shipment rate is 5.2%.",
    "Please provide an invoice for each order.",
    "",
]


@for_each("text", PAPERS)
def test_a_paper_is_known(text: str) -> None:
    assert looks_like_paper(text)


@for_each("text", NOTICES)
def test_a_notice_is_not_taken_for_one(text: str) -> None:
    assert not looks_like_paper(text)


@for_each("file", EXAMPLES, ids=lambda file: file.stem)
def test_no_notice_of_an_example_is_taken_for_one(file: Path) -> None:
    assert not looks_like_paper(json.loads(file.read_text(encoding="utf-8"))["notice"].get("text") or "")
