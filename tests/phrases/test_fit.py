"""Words as typed, and as a letter may use them."""

from __future__ import annotations

from datetime import date

import pytest

from poa_app.phrases import failure, fit, method, things, trips
from poa_app.phrases.actor import Actor, actor
from poa_app.phrases.fitted import Fitted
from tests.each import for_each

MANAGER = actor("Operations manager")
PACKERS = actor("both packers")


@for_each(
    ("typed", "use", "text"),
    [
        ("We shipped all remaining late orders.", "verb", "shipped all remaining late orders"),
        ("The operations manager corrected the title", "verb", "corrected the title"),
        ("I have refunded all 17 buyers", "verb", "refunded all 17 buyers"),
        ("pull and inspect all 96 units", "verb", "pulled and inspected all 96 units"),
        ("closing the problem listing", "verb", "closed the problem listing"),
        ("On November 12 we pulled all 212 units", "verb", "pulled all 212 units"),
        ("On November 13 we pulled all 212 units", "own", "On November 13 we pulled all 212 units"),
        ("the listing pictures have been updated", "clause", "the listing pictures were updated"),
        ("All 14 listings were closed", "clause", "all 14 listings were closed"),
        ("ordered back all 92 units of ASIN B0EXMPL604 held at FBA", "verb", None),
        ("checked and found the the wrong label", "verb", "checked and found the wrong label"),
        ("Refunds to all affected buyers", "verb", "refunded all affected buyers"),
        ("we plan to buy a printer", "own", "We plan to buy a printer"),
        ("set all 3 quantities to zero", "verb", "set all 3 quantities to zero"),
        ("add 5V 1A and charging warning", "verb", "added 5V 1A and charging warning"),
        ("Second clerk Milan Oster hired and trained", "clause", "a second clerk, Milan Oster, was hired and trained"),
        ("New clerk hired", "clause", "a new clerk was hired"),
        ("Both packers trained the new one", "clause", "both packers trained the new one"),
        ("Drop test with the new carton was made", "clause", "a drop test with the new carton was made"),
        ("All 1,150 cartons pulled out and given away", "clause", "all 1,150 cartons were pulled out and given away"),
        ("All 3 suppliers confirmed by email", "own", None),
        ("All units returned to us checked again", "own", None),
        ("Updated ASIN B0EXMPLM11, sent 3 mails", "verb", "updated ASIN B0EXMPLM11 and sent 3 mails"),
    ],
)
def test_a_deed_follows_its_date_and_who_did_it(typed: str, use: str, text: str | None) -> None:
    found = fit.deed(typed, MANAGER, date(2026, 11, 12))
    assert found.use == use
    assert found.text == (text or (typed if use == "own" else typed[0].lower() + typed[1:]))


@for_each(
    "typed",
    [
        "removed all links and contact data from them",
        "removed the price and ship dates from the title",
        "reviewed all return and refund requests",
        "rewrote the return and contact pages",
    ],
)
def test_a_noun_that_could_be_a_verb_stays_a_noun_beside_a_past_form(typed: str) -> None:
    assert fit.deed(typed, MANAGER, None).text == typed


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("closed the listings and contact buyers", "closed the listings and contacted buyers"),
        ("checked the stock and update the quantities", "checked the stock and updated the quantities"),
        ("trained 4 staff and test them", "trained 4 staff and tested them"),
    ],
)
def test_a_second_verb_beside_a_past_form_becomes_past(typed: str, text: str) -> None:
    assert fit.deed(typed, MANAGER, None).text == text


@for_each(
    ("typed", "who", "use", "text"),
    [
        ("Checks the open orders", MANAGER, "verb", "checks the open orders"),
        ("check unshipped orders", MANAGER, "verb", "checks unshipped orders"),
        ("checks unshipped orders", PACKERS, "verb", "check unshipped orders"),
        ("We never buy from liquidators", MANAGER, "verb", "never buys from liquidators"),
        (
            "exports the orders and send to warehouse",
            MANAGER,
            "verb",
            "exports the orders and sends them to the warehouse",
        ),
        ("no new supplier is used", MANAGER, "clause", "no new supplier is used"),
        ("checked the dashboard", MANAGER, "own", "Checked the dashboard"),
        ("will check the rate", MANAGER, "own", "Will check the rate"),
    ],
)
def test_a_control_agrees_with_its_owner(typed: str, who: Actor, use: str, text: str) -> None:
    found = fit.habit(typed, who)
    assert (found.use, found.text) == (use, text)


@for_each(
    ("typed", "use", "text", "joined"),
    [
        ("Because nobody owned the cut-off time.", "clause", "nobody owned the cut-off time", "because"),
        ("and the manager did not review it", "clause", "the manager did not review it", "and"),
        ("The reason was that our checklist had no step", "clause", "our checklist had no step", ""),
        ("due to a wrong setting", "noun", "a wrong setting", "because"),
        ("the report leaves out late orders", "own", "The report leaves out late orders", ""),
        ("did not have a deputy", "clause", "the operations manager did not have a deputy", ""),
        ("filed as transport damage", "own", "Filed as transport damage", ""),
    ],
)
def test_a_reason_loses_its_joining_word_and_keeps_what_it_marks(typed: str, use: str, text: str, joined: str) -> None:
    found = failure.reason(typed, MANAGER)
    assert (found.fitted.use, found.fitted.text, found.joined) == (use, text, joined)


def test_because_inside_a_sentence_stays() -> None:
    typed = "23 orders were late because the holiday was not set"
    assert failure.cause(typed, MANAGER) == Fitted("clause", typed)


@for_each(
    ("typed", "use", "text"),
    [
        ("By hand, order by order", "phrase", "by hand, order by order"),
        ("one by one", "phrase", "one by one"),
        ("through communicate with the warehouse", "phrase", "through communicating with the warehouse"),
        ("through Manage Orders", "phrase", "through Manage Orders"),
        ("by direct hire", "phrase", "by direct hire"),
        ("We compared each invoice", "phrase", "by comparing each invoice"),
        ("sent to a laboratory for testing", "own", "Sent to a laboratory for testing"),
        ("new printing schedule", "noun", "new printing schedule"),
    ],
)
def test_a_method_follows_the_deed_or_stands_apart(typed: str, use: str, text: str) -> None:
    found = method.method(typed, MANAGER)
    assert (found.use, found.text) == (use, text)


@for_each(
    ("typed", "use", "text"),
    [
        ("If an order is still open", "clause", "an order is still open"),
        ("2 percent", "phrase", "at 2 percent"),
        ("A jar breaks", "clause", "a jar breaks"),
        ("any late order", "clause", "there is any late order"),
        ("2 defects of one product in a week", "clause", "there are 2 defects of one product in a week"),
        ("the rate > 2%", "clause", "the rate is above 2%"),
        ("stock <5", "clause", "the stock is below 5"),
        ("LSR ≥ 2%", "clause", "LSR is at least 2%"),
        ("returned unit found on the shelf", "clause", "a returned unit is found on the shelf"),
        ("EAN not match", "clause", "EAN does not match"),
        ("weights not match the invoice", "clause", "the weights do not match the invoice"),
        ("any carton fail", "clause", "any carton fails"),
        ("seal broken or missing", "clause", "the seal is broken or missing"),
        ("order not shipped", "own", "Order not shipped"),
        ("one remark used or wrong", "own", "One remark used or wrong"),
    ],
)
def test_a_threshold_follows_if_or_stands_before_its_consequence(typed: str, use: str, text: str) -> None:
    found = trips.condition(typed)
    assert (found.use, found.text) == (use, text)


@for_each(
    ("typed", "text", "rest"),
    [
        ("gets packed first, before the 5 p.m. UPS pickup", "it gets packed first, before the 5 p.m. UPS pickup", ""),
        ("must be rescanned", "it must be rescanned", ""),
        ("is informed at once", "Is informed at once", ""),
        ("raise it by one day. We tell Amazon.", "the operations manager raises it by one day", "We tell Amazon"),
    ],
)
def test_a_consequence_has_a_subject_and_keeps_further_sentences(typed: str, text: str, rest: str) -> None:
    found = trips.response(typed, MANAGER)
    assert (found.text, found.rest) == (text, rest)


def test_what_trips_a_control_may_be_the_subject_of_its_consequence() -> None:
    assert trips.subject("Any order not packed by 3 p.m.", "it gets packed first") == "gets packed first"
    assert trips.subject("Not match", "it gets packed first") is None


def test_a_consequence_gets_the_owner_as_its_subject() -> None:
    assert trips.response("set it 7 days before", MANAGER).text == "the operations manager sets it 7 days before"
    assert trips.response("hold the batch", PACKERS).text == "both packers hold the batch"
    assert trips.response("We close the offer.", MANAGER).text == "we close the offer"


def test_a_record_loses_its_article_and_what_says_that_it_is_kept() -> None:
    assert [things.record(one).text for one in ("The signed log.", "we will record in the form", "return log")] == [
        "signed log",
        "form",
        "return log",
    ]


@for_each(
    ("typed", "subject", "bare"),
    [
        ("The Operations Manager", "the operations manager", "operations manager"),
        ("Priya Anand (Operations manager)", "the operations manager, Priya Anand,", "Priya Anand, operations manager"),
        ("Customer service Lily", "Lily from customer service", "Lily, customer service"),
        ("Chen Yu", "Chen Yu", "Chen Yu"),
        ("customer service", "customer service", "customer service"),
        ("Warehouse staffs", "the warehouse staff", "warehouse staff"),
        ("nobody", "nobody", "nobody"),
        ("Operation Chen Yulan", "Chen Yulan from operations", "Chen Yulan, operations"),
        ("Wang Lei (warehouse)", "Wang Lei from the warehouse", "Wang Lei, warehouse"),
        ("finance department, Liu Fang", "Liu Fang from finance", "Liu Fang, finance"),
        ("Marta Okoye shipping clerk", "the shipping clerk, Marta Okoye,", "Marta Okoye, shipping clerk"),
        ("Bo Xiang QC", "Bo Xiang (QC)", "Bo Xiang, QC"),
        ("Shen ling help desk", "Shen Ling (help desk)", "Shen Ling, help desk"),
        ("ben Whitcombe warehouse", "Ben Whitcombe (warehouse)", "Ben Whitcombe, warehouse"),
        ("Rita Dahl / packing supervisor", "the packing supervisor, Rita Dahl,", "Rita Dahl, packing supervisor"),
        ("Priya bookkeeper", "the bookkeeper, Priya,", "Priya, bookkeeper"),
        ("Owen Tarrant GM", "the GM, Owen Tarrant,", "Owen Tarrant, GM"),
        ("catalog manager (Ines Brandt, me)", "the catalog manager, Ines Brandt,", "Ines Brandt, catalog manager"),
        ("ben Whitcombe and Rita Om (buyer)", "Ben Whitcombe and Rita Om (buyer)", "Ben Whitcombe and Rita Om, buyer"),
        ("Etsy team and IT Omar Haddad", "the Etsy team and Omar Haddad (IT)", "Etsy team and Omar Haddad, IT"),
        ("Brookvale warehouse lead", "the Brookvale warehouse lead", "Brookvale warehouse lead"),
        ("Ningbo Beilun warehouse", "the Ningbo Beilun warehouse", "Ningbo Beilun warehouse"),
        ("Shanghai packing supervisor", "the Shanghai packing supervisor", "Shanghai packing supervisor"),
    ],
)
def test_who_acts_stands_before_a_verb_as_a_sentence_has_it(typed: str, subject: str, bare: str) -> None:
    who = actor(typed)
    assert who
    assert (who.subject, who.bare) == (subject, bare)


@for_each("typed", ["Marco fills it and Priya signs it", "lead / deputy", "not known", "运营主管 陈敏", ""])
def test_who_is_not_certain_is_nobody_in_particular(typed: str) -> None:
    assert actor(typed) is None
