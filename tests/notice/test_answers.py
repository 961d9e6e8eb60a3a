"""Which stage a message in words of many kinds is of."""

from __future__ import annotations

from poa_app.knowledge import knowledge
from poa_app.notice.read import read_notice
from tests.each import for_each


@for_each(
    "text",
    [
        "Your offers in Home are blocked: only 88% of the parcels had a valid tracking number. To "
        "appeal, fill in the questionnaire; we will read your answer within two days.",
        "An invoice you sent us when you applied to sell the brand was forged. Your account is "
        "deactivated. To appeal, explain how the document came into being.",
        "We removed your listing because the test report is missing. Upload it in your account.",
        "Ihr Konto wurde gesperrt, weil die Ausweiskopie abgelaufen ist. Laden Sie eine neue hoch.",
        "We have locked your account since someone else signed in. Change your password and reply to this message.",
        "Votre offre a été retirée car le certificat de conformité manque.",
        "我们因缺少检测报告移除了您的商品，请上传报告。",
        "Your listing is inactive; lower the price and it will be active again by itself.",
        "Your offers are off until your late shipment rate is below 4%, or until your plan has been accepted.",
    ],
)
def test_a_first_notice_is_no_answer(text: str) -> None:
    assert read_notice(text, knowledge()).stage == "first"


@for_each(
    "text",
    [
        "We have gone through your case once more. Our decision will not change, and we won't answer further messages.",
        "This is our final decision. Please do not write to us about it again.",
        "Your account will not be reactivated. We may not reply to any more mails about this.",
        "Nothing you have sent changes what we decided. Please don't write again, we will not answer.",
        "Unsere Entscheidung ist endgültig. Weitere Nachrichten beantworten wir nicht.",
        "Notre décision est définitive. Nous ne répondrons plus à vos messages.",
        "这是我们的最终决定，我们不会再回复您的邮件。",
        "Having read everything you sent, we keep your account closed for good. No further appeal is possible.",
        "That is our last word in the matter; the account remains closed.",
        "We consider the matter closed and your account stays deactivated permanently.",
    ],
)
def test_the_last_answer(text: str) -> None:
    assert read_notice(text, knowledge()).stage == "final"


@for_each(
    "text",
    [
        "Thank you for the invoices. We need one more document before we can decide: a letter from the brand.",
        "Thanks for your documents. The passport copy is blurred; please upload a clear one.",
        "We've read your appeal and have some more questions: who packs the orders, and since when?",
        "Thank you for the test report. It is for another model. Please send the one for B0C7R2MX4P.",
        "Danke für die Unterlagen. Die Stromrechnung ist zu alt; bitte laden Sie eine neue hoch.",
        "Merci pour vos factures. Il nous manque encore la lettre du fournisseur; merci de l'envoyer.",
        "感谢您提交的资料。营业执照不清晰，请重新上传。",
        "We still need the utility bill before we can go on. Please upload it.",
        "Your documents were received, but the bank statement is cut off. Please upload it again.",
        "To complete our review of what you sent, please also give us the supplier's phone number.",
    ],
)
def test_an_answer_that_wants_more(text: str) -> None:
    assert read_notice(text, knowledge()).stage == "more-information"


@for_each(
    "text",
    [
        "Good news: your offers are back on. Your plan was accepted.",
        "After looking at your documents again we've put B0C7R2MX4P back up.",
        "Your account is open again and you can sell from today.",
        "We lifted the restriction on your listing after checking the invoices.",
        "Ihr Konto ist wieder aktiv. Vielen Dank für Ihren Plan.",
        "Votre compte a été réactivé après examen de votre plan.",
        "您的账户已恢复，可以重新销售。",
        "The deactivation was a mistake on our side; your listing is live again.",
        "You may sell on Amazon.com again; thank you for your appeal.",
        "We agree with your explanation and have taken the violation off your account.",
    ],
)
def test_an_answer_that_gives_back(text: str) -> None:
    assert read_notice(text, knowledge()).stage == "reinstated"
