"""Contractions are read in full by what stands around them, and possessives are left alone."""

from __future__ import annotations

import pytest

from poa_app.english.checkers.contractions import contractions
from poa_app.english.lint import lint
from poa_app.english.prose import Prose
from poa_app.english.setting import Setting


def _mended(text: str) -> str:
    """Return a text with the first fix of each contraction."""
    for match in reversed(lint(text, Setting())):
        if match.rule.startswith("contractions.") and match.fixes:
            text = text[: match.start] + match.fixes[0].text + text[match.end :]
    return text


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("It's already arrived at the FBA warehouse.", "It has already arrived at the FBA warehouse."),
        ("it's our mistake and it's cost us 3 buyers.", "it is our mistake and it has cost us 3 buyers."),
        ("It's taken 5 days to get the label.", "It has taken 5 days to get the label."),
        (
            "He's responsible for the stock and he's worked here since 2020.",
            "He is responsible for the stock and he has worked here since 2020.",
        ),
        (
            "She's checked all 47 orders, that's why the rate fell.",
            "She has checked all 47 orders, that is why the rate fell.",
        ),
        (
            "There's been a change in the team; there's no reason for it.",
            "There has been a change in the team; there is no reason for it.",
        ),
        ("What's more, who's to blame is clear.", "What is more, who is to blame is clear."),
        ("The manager who's signed the log left.", "The manager who has signed the log left."),
        ("The item's not as described.", "The item is not as described."),
        ("The factory's confirmed that the label was wrong.", "The factory has confirmed that the label was wrong."),
        ("Our warehouse's shipped all the parcels.", "Our warehouse has shipped all the parcels."),
        ("The parcel's lost in transit, the buyer's angry.", "The parcel is lost in transit, the buyer is angry."),
        (
            "The brand's owner's agreed to retract the complaint.",
            "The brand's owner has agreed to retract the complaint.",
        ),
        ("Everyone's trained on the new rule.", "Everyone is trained on the new rule."),
        ("Nobody's told the packer.", "Nobody has told the packer."),
        ("Everything's been checked, and nothing's wrong.", "Everything has been checked, and nothing is wrong."),
        ("We'd never sold it before; we'd be glad to help.", "We had never sold it before; we would be glad to help."),
        ("If you'd review it again we'd appreciate it.", "If you would review it again we would appreciate it."),
        ("They'd already shipped the goods.", "They had already shipped the goods."),
        ("I'd like to explain; he'd left the company.", "I would like to explain; he had left the company."),
        ("The supplier'd sent us a wrong lot.", "The supplier had sent us a wrong lot."),
        ("You'd better look at Exhibit A.", "You had better look at Exhibit A."),
        ("Im sorry, I´m the owner, I'am new.", "I am sorry, I am the owner, I am new."),
        ("Weve fixed it, youve seen it, theyve left.", "We have fixed it, you have seen it, they have left."),
        ("Youre right and theyre wrong, were late.", "You are right and they are wrong, were late."),
        (
            "We cant, wont, dont, didnt, isnt, arent, wasnt, havent, hadnt, mustnt.",
            "We cannot, will not, do not, did not, is not, are not, was not, have not, had not, must not.",
        ),
        ("Its a new store. Its not fair. Its been long.", "It is a new store. It is not fair. It has been long."),
        ("The lamp's price is 12 USD; it's price is low.", "The lamp's price is 12 USD; its price is low."),
        ("The box has it's own label and it's bottom is red.", "The box has its own label and its bottom is red."),
        ("Amazon's the best place to sell.", "Amazon is the best place to sell."),
        ("Amazon's been fair to us.", "Amazon has been fair to us."),
        ("The system's down and the label's missing.", "The system is down and the label is missing."),
        ("That's caused the delay. That's what happened.", "That has caused the delay. That is what happened."),
        ("Here's what we did: let's start.", "Here is what we did: let us start."),
        ("They're gonna close it, we gotta act.", "They are going to close it, we have to act."),
        ("The carrier's scanned the parcel late.", "The carrier has scanned the parcel late."),
        ("Our team's already removed the listing.", "Our team has already removed the listing."),
        ("Our operator's new and the rule's strict.", "Our operator is new and the rule is strict."),
        ("The reason's simple: the stock's gone.", "The reason is simple: the stock is gone."),
        (
            "Where's the proof? How's that possible? When's the date?",
            "Where is the proof? How is that possible? When is the date?",
        ),
        ("The supplier's promised us a letter.", "The supplier has promised us a letter."),
        ("The customer's received a full refund.", "The customer has received a full refund."),
        ("The account's suspended.", "The account is suspended."),
        ("We know the product's genuine.", "We know the product is genuine."),
        (
            "It's because the clerk didn't know; it's all our fault.",
            "It is because the clerk did not know; it is all our fault.",
        ),
        ("This's the second time.", "This is the second time."),
        ("It's shipped by UPS and it's made in China.", "It is shipped by UPS and it is made in China."),
        ("it's sold out. It's not sold anymore.", "it is sold out. It is not sold anymore."),
        ("I've no idea, who've you asked?", "I have no idea, who have you asked?"),
        (
            "She'll go, that'll do, it'll work, the buyer'll wait.",
            "She will go, that will do, it will work, the buyer will wait.",
        ),
        ("Mustn't, needn't, daren't, shan't, mightn't.", "Must not, need not, dare not, shall not, might not."),
        ("We do n't sell it and it 's fine.", "We do not sell it and it is fine."),
        ("We ca n't and wo n't.", "We cannot and will not."),
        ("The supplier's lied to us.", "The supplier has lied to us."),
        ("The supplier's refused to help.", "The supplier has refused to help."),
        (
            "Our supplier's a small factory, our brand's registered in the US.",
            "Our supplier is a small factory, our brand is registered in the US.",
        ),
        ("The batch's expired.", "The batch has expired."),
        ("He's not belong to our company.", "He is not belong to our company."),
        ("The invoice's from our supplier.", "The invoice is from our supplier."),
        ("The goods're new; there're 3.", "The goods are new; there are 3."),
        (
            "The order's been shipped, the buyer's been refunded.",
            "The order has been shipped, the buyer has been refunded.",
        ),
        (
            "Because the supplier's changed the material, the label was wrong.",
            "Because the supplier has changed the material, the label was wrong.",
        ),
        ("We found the supplier's used a wrong label.", "We found the supplier has used a wrong label."),
        ("The problem's solved now.", "The problem is solved now."),
        ("The employee's left the company.", "The employee has left the company."),
        ("We hope you'll understand and we're waiting.", "We hope you will understand and we are waiting."),
        ("That'd help; who'd know?", "That would help; who would know?"),
        ("I ain't sure. They ain't done it.", "I am not sure. They have not done it."),
        ("The stock's in the warehouse.", "The stock is in the warehouse."),
        ("It's passed the test.", "It has passed the test."),
        ("It's changed since May.", "It has changed since May."),
        ("It's been 3 years.", "It has been 3 years."),
        ("he's an employee, she's got the key", "he is an employee, she has got the key"),
        ("We updated it's title and it's images.", "We updated its title and its images."),
        ("We'd a stock error.", "We had a stock error."),
        ("We'd to close it.", "We had to close it."),
        ("They'd put the wrong label.", "They had put the wrong label."),
        ("One of our staff's made a mistake.", "One of our staff has made a mistake."),
        ("Someone's changed the price.", "Someone has changed the price."),
        ("The new clerk's never used it.", "The new clerk has never used it."),
        ("Our company's been selling since 2015.", "Our company has been selling since 2015."),
        ("the seller's not responsible", "the seller is not responsible"),
        ("The product's safe to use.", "The product is safe to use."),
        ("The price's too high.", "The price is too high."),
        ("The label's very small.", "The label is very small."),
        ("The test report's ready.", "The test report is ready."),
        ("The staff's careless.", "The staff is careless."),
        ("Amazon's asked us for the invoice.", "Amazon has asked us for the invoice."),
    ],
)
def test_a_contraction_is_first_read_as_it_was_meant(typed: str, mended: str) -> None:
    assert _mended(typed) == mended


@pytest.mark.parametrize(
    "text",
    [
        "The buyer's refused parcel and the carrier's missing scan were named.",
        "We found the supplier's missing invoice in the clerk's closed file.",
        "The store's late shipment rate and the team's daily check are in Exhibit A.",
        "The factory's low price was the reason; the brand owner's complaint was right.",
        "A reader's first look falls on the maker's sealed box.",
        "On 5 March 2026 the warehouse's printed list and the driver's signed sheet differed.",
        "The decision was the manager's and the file is the seller's, not the brand's.",
        "Each day's orders and two weeks' stock are in the clerk's own log.",
        "Since the supplier's confirmed lot is known, the buyer's received unit can be named.",
        "The agent's sending of the file was late, and Amazon's handling of it was right.",
        "Macy's and Kohl's sold men's shoes; the women's in size 38 were returned.",
        "The seller's best and the importer's worst month are compared.",
        "The Xi'an office opens at 9 o'clock; O'Neill's store does so too.",
        "The new manager's first and last day and the owner's right to be heard are known.",
        "The supplier's set of labels and Amazon's cut were explained in the lawyer's read of it.",
    ],
)
def test_a_possessive_is_left_alone(text: str) -> None:
    assert contractions(Prose(text, Setting())) == ()
