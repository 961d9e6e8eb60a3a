"""Three invented messages of one matter: a notice, the seller's appeal, and Amazon's answer to it."""

NOTICE = """Subject: Your Amazon.com seller-fulfilled offers have been deactivated

Hello,

We have deactivated your seller-fulfilled offers on Amazon.com. Your late shipment rate exceeded the target of 4%.
Between October 8, 2026 and November 6, 2026 your late shipment rate was 5.00%: 20 of 400 orders.

To reactivate your offers, send a plan of action that includes:
-- The root causes of the late shipments.
-- The actions you have taken to resolve them.
-- The steps you have taken to prevent late shipments going forward.

We warned you about the same on July 3, 2026.
"""

APPEAL = """Dear Seller Performance Team,

We apologise for the late orders.

Root cause
From October 8 the labels were bought after the last pick-up, because no cut-off time had been set.

Corrective actions
On November 9 the warehouse supervisor bought the labels of 30 open orders.

Preventive measures
Since November 10 the shift lead buys every label at 15:00.

Sincerely,
Zhou Lan
November 11, 2026
"""

ANSWER = """Hello,

Thank you for your appeal about your Amazon.com seller-fulfilled offers.

We received your submission but do not have enough information to reactivate your offers at this time. Please send:

-- Greater detail on the root causes of the late shipments.
-- Greater detail on the steps you have taken to prevent late shipments going forward.

Amazon.com Seller Performance
November 14, 2026
"""

MAIL = """Subject: Your payment is on the way

Hello from Amazon, we have initiated a payment of $1,250.00 to your bank account ending in 123. Your funds should be
available within 3 to 5 business days. View your payment summary on the payments page.
"""
