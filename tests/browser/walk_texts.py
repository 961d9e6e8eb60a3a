"""What the newcomer who works in English pasted: notices, lines of a list, a finished draft; all names are invented."""

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

USED_NOTICE = """Hello Copper Finch Kitchen,

We removed the listing of ASIN B0EXMPLK07 because we received 4 complaints about the condition of your product on \
Amazon.com: buyers said the item was used sold as new.

To reactivate your listing, send us a plan of action that explains:
-- The root cause of the complaints
-- The actions you have taken to resolve the complaints
-- The steps you have taken to prevent complaints going forward

Complaint ID 17190023411
Amazon.com"""

USED_ACTIONS = """24.11.2026 - turned off FBA repackaging of customer returns (Helen Marsh)
25.11.2026 - Created a removal order for all 86 returned units of B0EXMPLK07. (Helen Marsh)
26.11.2026 - refunded the 4 buyers (customer service manager)"""

USED_MEASURES = """25.11.2026 - Inspects every removed unit and never sends it back to FBA as new (warehouse lead)
26.11.2026 - Reads the return reasons for words like used or opened (Helen Marsh)"""

DEFECT_NOTICE = """Hello Marlow Lighting,

Your Amazon.de seller account has been deactivated because your order defect rate exceeds our target of less than 1%.
From 1 September 2026 to 30 October 2026 your order defect rate was 2.31%: 19 of 822 orders had negative feedback, an \
A-to-z claim or a chargeback.

Please send us a plan of action within 3 days that explains the root causes, the actions taken and the preventive steps.

Amazon.de"""

DEFECT_ACTIONS = """24/11/2026 - refunded the 19 buyers in full through the order page (customer service manager)
24/11/2026 - took the 40 lamps of batch 7 off sale in the inventory file (purchasing manager)"""

DEFECT_MEASURES = """25/11/2026 - tests 5 lamps of each batch before it is offered (purchasing manager)
25/11/2026 - answers every buyer message (customer service manager)"""

DRAFT = """Dear Amazon Team,

We are very very sorry that our late shipment rate went to 9.24% and we beg you to give us one more chance!!! We don't \
have any excuse.

Root Cause
1. Our worker Benny Oduya left the orders of three days in the printer and didn't tell nobody about it. So 38 orders \
was confirmed late.
2. It is not fully our fault, the carrier UPS came late on October 20, 2026 and Amazon's system did not warn us.

Corrective Actions
1. On November 24, 2026 the shipping manager shipped the 38 orders.
2. Benny was fired on November 25, 2026 and we read all Amazon policies.

Preventive Measures
1. We will check the orders every day and make sure it never happen again.
2. The shipping manager will look Account Health ASAP.

Every day we lose money and people's lives depend on this. We promise 100% good service.

Thank you so much and God bless you,
Tunde Oduya
Oduya Home Supplies LLC"""
