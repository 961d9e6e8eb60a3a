"""Whether a notice asks for a plan at all."""

from __future__ import annotations

from poa_app.knowledge import knowledge
from poa_app.notice.read import read_notice
from tests.each import for_each


def asks_for_a_plan(text: str) -> bool:
    """Whether a notice asks for a plan."""
    return any(one.value == "plan-of-action" for one in read_notice(text, knowledge()).requested)


@for_each(
    "text",
    [
        "Your offers have been deactivated because of late shipments. Tell us what went wrong, what you "
        "did about it and what will be different.",
        "We removed your listing because buyers received used items. Write to us how this came about and "
        "how you'll keep it from happening again.",
        "Your account has been deactivated for late shipments. To appeal, give us the reasons, the "
        "remedy and the safeguards.",
        "Your listing was removed as expired goods were sold. We'd like to hear why this happened, what "
        "has been done with the stock, and who checks dates from now on.",
        "Your account is deactivated due to your order defect rate. Send a POA.",
        "Your plan was not accepted because it doesn't explain the cause. Please revise it and send it again.",
        "Ihr Konto wurde wegen verspäteter Lieferungen gesperrt. Schildern Sie uns die Ursachen und was "
        "Sie geändert haben.",
        "您的账户因订单缺陷率过高被停用。请说明原因、已采取的措施以及今后如何预防。",
        "Votre compte a été désactivé. Expliquez la cause, les mesures prises et comment vous éviterez "
        "que cela se reproduise.",
        "Your selling account was deactivated because of manipulated reviews. Explain who was involved, "
        "what you did and what will prevent this.",
    ],
)
def test_a_plan_is_asked_for_by_whatever_name(text: str) -> None:
    assert asks_for_a_plan(text)


@for_each(
    "text",
    [
        "Your late shipment rate is 4.6%, above our target of 4%. This is a warning; you don't need to send us a plan.",
        "We removed B0C7R2MX4P because the title is too long. Correct the title and the listing comes "
        "back. No appeal is required.",
        "Your listing was removed after an authenticity complaint. Please send invoices from the last 365 days.",
        "Please verify your identity: upload a passport and a utility bill.",
        "Policy warning: your product B0C7R2MX4P is in the wrong category. Acknowledge this in Account "
        "Health. There is nothing else to do.",
        "Ihr Angebot wurde wegen fehlender CE-Kennzeichnung entfernt. Laden Sie den Prüfbericht hoch. "
        "Ein Maßnahmenplan ist nicht erforderlich.",
        "您的迟发率为4.5%，高于4%的目标。目前无需提交行动计划。",
        "We received a trademark complaint about B0C7R2MX4P. If you believe this is an error, tell us "
        "why the complaint is wrong, or send a letter of authorization.",
        "Your offer is inactive because its price is too high. Lower the price to reactivate it; you "
        "needn't write to us.",
        "This is to let you know that your valid tracking rate is 93%. A plan of action is not needed at this time.",
    ],
)
def test_papers_a_change_or_nothing_is_no_plan(text: str) -> None:
    assert not asks_for_a_plan(text)
