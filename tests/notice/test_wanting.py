"""What an answer finds wanting, told in one sentence and in words of many kinds."""

from __future__ import annotations

from poa_app.knowledge import knowledge
from poa_app.notice.read import read_notice
from tests.each import for_each


def wanted(text: str) -> set[str]:
    """Return what an answer finds wanting."""
    return {one.value for one in read_notice(text, knowledge()).wanting}


@for_each(
    "text",
    [
        "We read your plan for the late shipments. It never says what made the parcels late, so your offers stay off.",
        "Your appeal about the order defect rate lists what you did, but leaves the cause in the dark. "
        "Your account stays deactivated.",
        "Thanks for your letter about the cancellations. How orders came to be accepted without stock "
        "remains unexplained. We cannot reactivate your offers.",
        "Your plan describes the late deliveries at length without explaining why they happened. The "
        "offers remain inactive.",
        "We have looked at your appeal. Nothing in it tells us why the items were sold as new. The "
        "listing remains removed.",
        "Wir haben Ihren Plan gelesen. Warum die Sendungen zu spät kamen, steht nicht darin. Ihre "
        "Angebote bleiben deaktiviert.",
        "Nous avons lu votre plan. Vous ne dites pas pourquoi les colis sont partis en retard. Vos "
        "offres restent désactivées.",
        "我们看过您的行动计划，但其中没有提到迟发的原因，您的商品暂时不能恢复销售。",
        "Your submission regarding the used items falls short on one point: the reason why opened boxes "
        "were shipped. The listing stays removed.",
        "Hello, we cannot reinstate the listing because your plan is silent as to how expired units ended up in stock.",
    ],
)
def test_a_cause_that_is_missing(text: str) -> None:
    assert wanted(text) == {"root-causes"}


@for_each(
    "text",
    [
        "Your plan names the cause, but does not say what you have done about the open orders. Your "
        "offers stay inactive.",
        "We read your appeal. It does not tell us what happened to the units still in stock. The listing "
        "remains removed.",
        "Thank you for your plan. We miss any word on the actions you have taken so far. Your account "
        "remains deactivated.",
        "Your letter does not mention what was done for the buyers concerned. We cannot reactivate your account.",
        "Sie nennen zwar Gründe, sagen aber nicht, was Sie bisher unternommen haben. Das Konto bleibt gesperrt.",
        "Vous n'expliquez pas ce que vous avez fait pour corriger le problème. Votre compte reste désactivé.",
        "您的申诉没有说明您已采取了什么措施来解决问题，账户暂不恢复。",
        "Your plan is not specific on the corrective actions. The listing stays removed.",
        "Your appeal leaves out which steps you took to remove the listings. Your account stays deactivated.",
        "The plan you sent says nothing about what you have changed. We are not able to reactivate your account.",
    ],
)
def test_what_was_done_is_missing(text: str) -> None:
    assert wanted(text) == {"corrective-actions"}


@for_each(
    "text",
    [
        "You explain well why orders were late, but not what will keep it from happening again. Your "
        "offers stay inactive.",
        "Your plan gives the cause and what you did. What is lacking is any word on how you will avoid "
        "the same in future. Your account remains deactivated.",
        "We read your appeal. Nothing is said about how this will be prevented going forward, so the "
        "listing remains removed.",
        "Thank you for your plan. It does not contain any safeguard against a repeat. We cannot "
        "reactivate your account.",
        "Ihr Plan erklärt die Ursache, nennt aber keine Schritte, mit denen Sie das künftig vermeiden. "
        "Das Konto bleibt gesperrt.",
        "Votre plan n'indique pas comment vous éviterez que cela se reproduise. Votre compte reste désactivé.",
        "您的计划没有说明今后如何避免再次发生，账户暂不恢复。",
        "Your appeal leaves open what stops late shipments from recurring. Your offers remain off.",
        "We could not find in your plan how you make sure that expired goods are not shipped again. The "
        "listing stays down.",
        "Your plan falls short, as it has no controls that would stop this from happening again. Your "
        "account remains deactivated.",
    ],
)
def test_what_prevents_it_is_missing(text: str) -> None:
    assert wanted(text) == {"preventive-measures"}


@for_each(
    "text",
    [
        "The measures you describe in your plan have not been put into practice. Your account stays deactivated.",
        "You told us that the titles were corrected, but the pages still read as before. The listings remain removed.",
        "You say that you stopped sending cards to buyers, yet we still see them in parcels. Your "
        "account remains deactivated.",
        "Your plan speaks of a new check, but we found no sign of it in your orders. Offers stay off.",
        "The steps in your plan are not in effect yet. We cannot reactivate your account.",
        "Die Maßnahmen aus Ihrem Plan wurden noch nicht umgesetzt. Ihr Konto bleibt gesperrt.",
        "Les mesures de votre plan n'ont pas été mises en œuvre. Votre compte reste désactivé.",
        "您计划中的措施尚未实施，账户暂不恢复。",
        "We checked, and the changes you announced have not been made. The listing stays removed.",
        "Nothing of what you promised has been carried out so far. Your account remains deactivated.",
    ],
)
def test_what_was_promised_is_not_carried_out(text: str) -> None:
    assert wanted(text) == {"not-implemented"}


@for_each(
    "text",
    [
        "Your invoices could not be verified with the supplier, so the listing stays removed.",
        "The invoice you sent is made out to another company. The listing remains removed.",
        "We can't accept your invoice because it's older than 365 days. Please send another one.",
        "Nobody at the number on your invoice knew your company, and so the invoice is of no use. The "
        "listing stays down.",
        "The letter you uploaded isn't signed and doesn't name the brand. Please upload a new one.",
        "Ihre Rechnung können wir nicht anerkennen, da sie unleserlich ist. Bitte senden Sie eine neue.",
        "La facture que vous avez envoyée est illisible. Merci d'en envoyer une autre.",
        "您提交的发票无法核实，请重新提交。",
        "We were unable to authenticate the invoices you provided. The listing remains removed.",
        "The test report you submitted is for a different model. Please submit the right one.",
    ],
)
def test_a_document_is_no_good(text: str) -> None:
    assert wanted(text) == {"documents-invalid"}


@for_each(
    "text",
    [
        "Your appeal came without any invoices. The listing remains removed.",
        "We have not received the test report we asked for. Please upload it.",
        "No document was attached to your appeal. Please send the invoices.",
        "You mention a letter of authorization, but it was not enclosed. Please send it.",
        "Die angeforderten Rechnungen liegen uns noch nicht vor. Bitte reichen Sie sie nach.",
        "Il manque toujours le rapport d'essai. Merci de nous l'envoyer.",
        "我们尚未收到您的发票，请上传。",
        "Your message had no attachment. Please send the invoices again.",
        "We still need the utility bill before we can go on. Please upload it.",
    ],
)
def test_a_document_is_missing(text: str) -> None:
    assert wanted(text) == {"documents-missing"}
