"""What was pasted into the cases that are typed: notices, lines of a list, finished drafts; all names are invented."""

from __future__ import annotations

from tests.browser.walk_texts import LATE_ACTIONS, LATE_MEASURES, LATE_NOTICE

__all__ = ["LATE_ACTIONS", "LATE_MEASURES", "LATE_NOTICE"]

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

LATE_NOTICE_ZH = """Hello Zhenhua Home,

Your seller-fulfilled offers on Amazon.com have been deactivated on November 24, 2026.

Your late shipment rate is higher than the goal of less than 4%. From October 22, 2026 to November 20, 2026 your late \
shipment rate was 9.8%: 41 of 418 seller-fulfilled orders were confirmed after the expected ship date.

Send us a plan of action within 72 hours that explains the root causes of the late shipments, the actions taken and \
the steps taken to prevent late shipments going forward.

Amazon.com"""

LATE_ACTIONS_ZH = """1、changed the handling time from 1 day to 2 days\t2026年11月24日\t运营主管\t已完成
2、Shipped the 6 orders that were still open.\t11/25/2026\t仓库主管\t已完成"""

DRAFT_ZH = """尊敬的亚马逊团队：

我们的店铺因为迟发率超标被停用，非常抱歉。

一、问题产生的根本原因
1、仓库只有一名打包员，11月3日至11月9日有41个订单没有按时发出。
2、备货时间设置为1天，没有人核对。

二、我们已经采取的措施
1、11月24日客服主管给41个客户逐个发邮件道歉。
2、11月24日运营主管把备货时间从1天改为2天。

三、今后的预防措施
1、每天10点和16点运营主管检查所有未发货订单。
2、新增一名打包员作为替岗。

我们保证以后不会再发生，恳请恢复店铺。

此致
敬礼
深圳市振华家居有限公司
李娜
2026年11月25日"""

TRANSLATED = {
    "停用，非常抱歉": "The failure was in our own shipping process.",
    "仓库只有一名打包员": "Only one packer worked in the warehouse and 30 orders were not shipped on time",
    "备货时间设置": "The handling time was set to 1 day and 11 orders were not shipped on time",
    "逐个发邮件道歉": "sent an apology by e-mail to each of the 41 buyers",
    "备货时间从": "changed the handling time from 1 day to 2 days",
    "检查所有未发货订单": "checks all unshipped orders",
    "新增一名打包员": "names a second packer for each shift",
    "恳请恢复店铺": "We ask you to reinstate our seller-fulfilled offers.",
}
"""What a translator gives back, by words of the Chinese."""
