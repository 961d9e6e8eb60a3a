"""What was pasted on the walks without a browser: notices, lines of a list, papers; all names are invented."""

from __future__ import annotations

FAKE_NOTICE = """Subject: Your listings have been deactivated

Hello Tamarack Trail Outfitters,

We deactivated your listings of the ASINs below on Nov 20, 2026, because 5 buyers told us that the item they received \
was not authentic.

ASINs: B0EXWALK21, B0EXWALK22
Complaint Type: Inauthentic
Complaint ID: 7300000521

To sell these products again on Amazon.com, send us a plan of action that explains:
-- The root cause of the complaints
-- The actions you have taken to resolve the complaints
-- The steps you have taken to prevent complaints going forward

Send us also:
-- Copies of invoices from your supplier issued in the last 365 days
-- Contact information of your supplier: name, phone number, address and website

Seller Performance Team
Amazon.com"""

FAKE_ACTIONS = """11/20/2026 - We closed both offers and recalled all 118 units from FBA. (Operations manager)
11/23/2026 - Replaced the pictures of both detail pages with pictures of the new sleeve (the catalog specialist)
11/24/2026 - refunded the 5 buyers in full (customer service)"""

FAKE_MEASURES = """11/24/2026 - Compares one unit of each delivery with the detail page (Warehouse lead)
11/25/2026 - Reads the return comments for words like fake or copy (customer service)"""


def invoice(number: str, day: str, *lines: str) -> tuple[str, ...]:
    """Return the lines of an invoice of the newcomer's supplier.

    Args:
        number: of the invoice.
        day: on which it was issued.
        lines: of goods, each with what it is, how many, the price of one and the sum.
    """
    return (
        "Larkspur Example Wholesale LLC",
        "77 Sample Avenue, Tacoma WA",
        "",
        f"Invoice Number: {number:<24}Bill To:",
        f"Invoice Date:   {day:<24}Tamarack Trail Outfitters LLC",
        "                                        14 Test Lane, Boise ID",
        "",
        "Description                         Qty      Unit Price       Amount",
        *lines,
    )


PAPERS = (
    invoice("LX-26-0114", "January 14, 2026", "Steel camping mug B0EXWALK21          300        $4.00    $1,200.00"),
    invoice("LX-26-0409", "April 9, 2026", "Enamel camping plate B0EXWALK22       260        $3.00      $780.00"),
    invoice(
        "LX-26-0806",
        "August 6, 2026",
        "Steel camping mug B0EXWALK21          200        $4.00      $800.00",
        "Enamel camping plate B0EXWALK22       100        $3.00      $300.00",
    ),
)
"""The three invoices of the newcomer's supplier."""

FAKE_NOTICE_ZH = """Hello Yunshan Home,

We have removed your listings of ASIN B0ZHWALK11 and ASIN B0ZHWALK12 on November 21, 2026. We received 4 complaints \
from buyers on Amazon.com who believe that the item they bought from you is inauthentic.

Please send us within 7 days:
-- Invoices from your supplier issued in the last 365 days
-- A plan of action with the root cause of the complaints, the actions taken to resolve them and the steps taken to \
prevent them going forward

Complaint ID: 7300000833

Amazon.com"""

FAKE_ACTIONS_ZH = """1、已把FBA里的230件全部移除\t2026年11月22日\t仓库主管\t已完成
2、Refunded the 4 buyers.\t11/23/2026\t客服主管\t已完成
③ replaced the main picture of both ASINs\t11月24日\t运营\t已完成"""

DEFECT_NOTICE_ZH = """Hello Lanting Electronics,

Your seller account has been deactivated on November 26, 2026 because your order defect rate is above our target of \
less than 1%.

On Amazon.de your order defect rate was 2.31%: 19 of 822 orders from 1 September 2026 to 30 October 2026.
On Amazon.co.uk your order defect rate was 2.04%: 11 of 540 orders from 1 September 2026 to 30 October 2026.

Send us a plan of action within 72 hours that explains:
-- Root causes of the defects
-- Actions taken to resolve them
-- Steps taken to prevent them going forward

Amazon.de"""

DEFECT_ACTIONS_ZH = """- 11月26日 给30个买家全额退款 (客服主管)
- 11/27/2026 - changed the carrier of all 14 parcels to Germany to DHL Paket (物流专员)"""

CHAIN_NOTICE_ZH = """Hello Hongtu Kitchenware,

Your Amazon.ca selling account has been deactivated while we verify your supply chain. We need to trace the products \
of these ASINs: B0ZHWALK31, B0ZHWALK32.

Please send us by December 5, 2026:
-- Invoices of the last 365 days that cover your sales of each ASIN
-- A letter of authorization from the brand owner
-- Contact information of each supplier: name, phone number, address

Received: November 23, 2026

Amazon.ca"""


FAKE_ENGLISH = {
    "230件的移除订单": "Removal order of 230 units",
    "绿色外箱": "The supplier changed to a green carton and our main picture still showed the white one, so 4 buyers"
    " believed that the goods were fake.",
    "230件全部移除": "Removed all 230 units from FBA",
    "创建移除订单": "by removal order in Seller Central",
    "上传新图片": "by uploading new pictures in Seller Central",
}
"""What a translator gives back, by words of the Chinese."""

DEFECT_ENGLISH = {
    "买家消息没有人回复": "The customer service was on holiday and nobody answered the buyer messages, so 11 orders"
    " had a claim.",
    "假期值班": "nobody was on duty during the holiday",
    "全额退款": "Refunded €412.60 and £96.00 to 30 buyers (about ￥4,350).",
}
"""What a translator gives back, by words of the Chinese."""
