"""What a notice takes away: the account, offers the seller sends himself, or a listing."""

from __future__ import annotations

from poa_app.knowledge import knowledge
from poa_app.notice.read import read_notice
from tests.each import for_each


def level(text: str) -> str:
    """Return what a notice takes away."""
    read = read_notice(text, knowledge()).level
    return read.value if read else ""


@for_each(
    "text",
    [
        "We have deactivated your selling account. Listings such as B0C7R2MX4P were counterfeit according to buyers.",
        "You can't sell on Amazon.de any more: reviews of your products were bought.",
        "Ihr Verkäuferkonto wurde deaktiviert, weil Ihre Rate an Bestellmängeln zu hoch ist.",
        "Votre compte vendeur est suspendu car vous êtes lié à un autre compte.",
        "您的销售账户因操纵评论已被停用。",
        "Your store has been closed since the papers you gave us were altered.",
        "Due to several reports of rights owners your selling privileges were withdrawn.",
        "Your account may be deactivated: your account health rating is 80.",
        "We stopped all your selling on Amazon.co.uk as your order defect rate is 2.1%.",
    ],
)
def test_the_account(text: str) -> None:
    assert level(text) == "account"


@for_each(
    "text",
    [
        "The offers you ship yourself are off since today, because your late shipment rate is 6%.",
        "Your seller-fulfilled offers were deactivated; your cancellation rate is 4.1%.",
        "You can no longer list items that you dispatch yourself, as your valid tracking rate fell to 90%.",
        "Ihre Angebote mit Eigenversand wurden deaktiviert, da Ihre Rate verspäteter Lieferungen 7% beträgt.",
        "Vos offres expédiées par vos soins ont été désactivées : taux d'expédition en retard de 8 %.",
        "您的自配送商品因迟发率过高已被停用。",
        "Your late shipment rate is 7%. Until it is below 4% customers can't see your listings.",
        "Your Prime badge was taken away: the on-time rate of your seller fulfilled Prime orders is too low.",
        "Merchant-fulfilled listings have been paused because your on-time delivery rate is 82%.",
        "FBM offers on Amazon.it are inactive; the valid tracking rate is 91%.",
    ],
)
def test_offers_the_seller_sends_himself(text: str) -> None:
    assert level(text) == "offer"


@for_each(
    "text",
    [
        "B0C7R2MX4P is no longer for sale because a buyer said that it is not genuine. If this happens "
        "again, your account may be at stake.",
        "We took down your product page B0C7R2MX4P after a trademark complaint.",
        "ASIN B0C7R2MX4P was removed as expired goods were delivered. Otherwise your account is in good standing.",
        "Ihr Angebot B0C7R2MX4P wurde entfernt, weil ein Käufer sich verletzt hat.",
        "La page B0C7R2MX4P n'est plus visible : le titre ne respecte pas nos règles.",
        "商品 B0C7R2MX4P 因缺少合规文件已被下架。若再犯，账户可能被停用。",
        "Customers can't find B0C7R2MX4P any more; the main image has a watermark.",
        "The listing stays down until you upload the safety test report for B0C7R2MX4P.",
        "We can't put B0C7R2MX4P back: the invoices couldn't be verified.",
        "Your item B0C7R2MX4P has been blocked as a pesticide. Repeated violations may lead to the loss "
        "of your account.",
    ],
)
def test_a_listing_whatever_may_follow_for_the_account(text: str) -> None:
    assert level(text) == "listing"
