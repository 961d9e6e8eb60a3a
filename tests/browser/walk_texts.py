"""What is pasted for a late shipment: notice, client's message, lines of lists; all names are invented."""

from __future__ import annotations

LATE_NOTICE = """Subject: Your Amazon.com seller-fulfilled offers have been deactivated

Hello Juniper Lane Goods,

Your seller-fulfilled offers on Amazon.com have been deactivated on Nov 23, 2026 at 9:15 am Pacific time.

Why did this happen?
Your late shipment rate is higher than the goal of less than 4%. From October 22, 2026 to November 20, 2026 your late \
shipment rate was 11.38%: 47 of 413 seller-fulfilled orders were confirmed after the expected ship date.

How do I reactivate my offers?
Send us a plan of action within 72 hours that explains:
-- Root causes of the late shipments
-- Actions taken to resolve the late shipments
-- Steps taken to prevent late shipments going forward

Case ID 17204561188
Seller Performance Team
Amazon.com"""

LATE_MESSAGE = """Hi Priya, everything for the appeal:
31 orders were confirmed late because nobody took over the order printing when the warehouse lead left on October 16.
16 orders were late because the handling time of 12 new SKUs was set to 0 days.
Order list of the 47 late orders by cause, made on Nov 24, 2026
Screenshots of the handling time settings before and after, Nov 23, 2026
UPS acceptance scans, Nov 24, 2026
Daily check sheet, Nov 27, 2026
The rate is 2.1% now, 8 of 381 orders, from Oct 29, 2026 to Nov 27, 2026"""

LATE_ACTIONS = """- 11/24/2026 - We shipped all remaining late orders. (Operations manager)
- 11/24/2026 - Took over order printing, two runs at 8:00 and 13:00 Pacific (Priya Anand, Operations manager)
- 11/23/2026 - Changed the handling time of 12 SKUs from 0 to 2 days. (the catalog specialist)
- 11/25/2026 - wrote to 47 buyers and apologised
- 11/25/2026 - Bought ShipStation Gold plan (Operations manager)
- 11/26/2026 - hired a second shipping clerk, who started on November 26 (Owner)"""

LATE_MEASURES = """1. 11/24/2026 - Checks that no unshipped order is left open (Priya Anand)
2. 11/25/2026 - Every new SKU must pass a handling time checklist before listing. (the catalog specialist)
3. 11/26/2026 - Reads the late shipment rate in Account Health (Operations manager)"""
