"""Mails that are no enforcement, and notices that look like one."""

from __future__ import annotations

from poa_app.knowledge import knowledge
from poa_app.notice.read import read_notice
from tests.each import for_each


@for_each(
    "text",
    [
        "Reminder: please check your tax information for 2027 before 31 December. If you have already "
        "done so, you can disregard this message.",
        "Hello, your W-8BEN on file expires on December 31, 2026. Renew it in the tax interview under "
        "Account Info; it takes five minutes.",
        "Dear seller, the GST number in your profile was last confirmed two years ago. Please confirm it "
        "when convenient. Nothing changes for your listings.",
        "Guten Tag, zur Erinnerung: Ihre Umsatzsteuer-Identifikationsnummer ist noch nicht hinterlegt. "
        "Bitte tragen Sie sie bis Jahresende in den Kontoinformationen ein.",
        "The driving licence with which you verified yourself will expire next month. Upload the new one "
        "when you have it. Your verification stays valid until then.",
        "Two companies that bought from you are still waiting for an invoice: 402-1234567-1234567, "
        "402-7654321-7654321. Upload it in Manage Orders.",
        "Your liability insurance certificate expires on 1 March 2027. Upload the renewed certificate "
        "under Business Insurance.",
        "温馨提示：您账户中登记的身份证将于2027年1月到期，请在到期后更新证件信息。",
        "Rappel : votre numéro de TVA n'est pas encore renseigné dans votre compte. Merci de l'ajouter "
        "quand vous le pourrez.",
        "Promemoria: il suo documento d'identità scade il 3 marzo 2027. Aggiorni i dati nelle "
        "informazioni sull'account.",
        "We haven't got an emergency contact for your company yet. Adding one helps us reach you; it's "
        "optional. This is an automated message.",
        "Your annual reminder: keep your contact details up to date so that important messages reach you.",
    ],
)
def test_a_reminder_of_what_is_on_file(text: str) -> None:
    read = read_notice(text, knowledge())
    assert (read.mail, read.stage, read.candidates) == ("other", "none", ())


@for_each(
    "text",
    [
        "Your account will be deactivated if you don't provide your VAT number by 30 November 2026.",
        "The passport with which you verified yourself has expired. Your account is deactivated until "
        "you verify yourself again with a valid document.",
        "Reminder: we couldn't verify your identity yet. Please upload your passport and a utility bill "
        "by 3 March, otherwise you can no longer sell.",
        "Final reminder: verify your tax ID and bank account under the INFORM Consumers Act.",
        "Your invoice defect rate is 7.2% (18 of 250 business orders). Please upload a VAT invoice for "
        "each order by the day after dispatch; the limit is 5%.",
        "Ihr Konto wurde gesperrt, weil Ihre Umsatzsteuer-Identifikationsnummer fehlt.",
    ],
)
def test_what_takes_or_threatens_is_no_reminder(text: str) -> None:
    read = read_notice(text, knowledge())
    assert not read.mail
    assert read.stage != "none"


@for_each(
    "text",
    [
        "Five of your pages have no size chart. Pages with one see fewer returns. Add it when you have time.",
        "Tip of the week: add a video to B0C7R2MX4P. Listings with a video sell better.",
        "Your titles could be clearer. Here are suggestions for three products; they're optional.",
        "B0C7R2MX4P has only one picture. More images help customers decide.",
        "Ihre Angebote könnten besser gefunden werden: ergänzen Sie fehlende Merkmale.",
        "优化建议：您有3个商品缺少属性，完善后可提升曝光。",
    ],
)
def test_tips_for_listings(text: str) -> None:
    assert read_notice(text, knowledge()).mail == "listing-tips"


@for_each(
    "text",
    [
        "Your action plan for Prime Day: join our webinar on 3 July and save your seat.",
        "Prevent stock-outs this holiday season! Register now for our free workshop.",
        "Get $100 in ad credits when you launch your first campaign. Unsubscribe here.",
        "Last chance to submit your deals for Black Friday. Slots are filling up.",
        "账户被封？专业团队帮您申诉，不成功不收费，添加微信咨询。",
        "Grow your sales in Europe: enrol now, it's free for three months. You get this mail because you subscribed.",
    ],
)
def test_marketing_in_the_words_of_a_plan(text: str) -> None:
    assert read_notice(text, knowledge()).mail == "marketing"
