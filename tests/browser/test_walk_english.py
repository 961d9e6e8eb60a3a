"""The five tasks of a newcomer's first hour, walked again in English as they were typed then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from poa_app.knowledge import knowledge
from tests.browser import walk_texts as texts
from tests.browser.sound_letter import is_sound
from tests.browser.walk import Walk, dump

Report = Callable[[str, str, str], None]

Walks = Callable[[Any, str], Walk]


@pytest.fixture
def walks() -> Iterator[Walks]:
    """Begins walks, and keeps how the last one ended."""
    begun: list[Walk] = []
    yield lambda desk, task: begun.append(Walk(desk, task)) or begun[-1]
    dump(begun[-1])


MOST_FIELDS = 60
"""Fields a late shipment case may ask to be typed; the newcomer typed about 105."""


def test_a_late_shipment_case_as_a_newcomer_types_it(wide: Any, walks: Walks, report: Report) -> None:
    walk = walks(wide, "EN 1 late shipment")
    walk.begin(texts.LATE_NOTICE)
    walk.client("Juniper Lane Goods", "Juniper Lane Goods LLC", "A3EXAMPLE48812", "Priya Anand", "Operations manager")
    walk.enforcement("late-shipment-rate")
    walk.where("US", "Seller-fulfilled")
    walk.fill("", scope="All seller fulfilled offers on Amazon.com")
    walk.fill("/notice", received="Nov 23, 2026")
    walk.fill("", affected="47 orders")
    walk.fill("/deadline", due="Nov 26, 2026")
    walk.press("Next: workbench")
    walk.fill(
        "", opening="The failures were in our own order printing and in our handling time settings. We are sorry."
    )
    walk.metric(
        walk.rows("metrics")[0],
        ("11.38%", "47", "413", "Oct 22, 2026", "Nov 20, 2026"),
        ("2.1%", "8", "381", "Oct 29, 2026", "11/27/2026"),
    )
    walk.exhibits(
        ("order-list", "Nov 24, 2026", "All 47 late orders by cause"),
        ("settings-record", "Nov 23, 2026", "Handling time of 12 SKUs before and after"),
        ("carrier-record", "Nov 24, 2026", "UPS acceptance scans"),
        ("log", "Nov 27, 2026", "Daily check sheet"),
    )
    (first,) = walk.rows("root_causes")
    walk.open_row(first)
    walk.fill(
        first,
        head="Order printing had no backup",
        what="The warehouse lead left and nobody took over the order printing, so 31 orders were confirmed late.",
        explains="31 orders",
        who="the warehouse lead",
        where="our warehouse in Reno, Nevada",
        why="The warehouse lead left on October 16 without a handover for printing. There was no backup person.",
        unnoticed="We only looked at Account Health once a month.",
    )
    walk.unfold()
    walk.choose(f"{first}/exhibits", "A")
    walk.take(f"{first}/start")
    walk.take(f"{first}/end")
    second = walk.add("root_causes")
    walk.fill(
        second,
        head="Wrong handling time",
        what="The handling time of 12 new SKUs was set to 0 days, and 16 orders were late.",
        explains="16",
        who="the catalog specialist",
        why="The catalog specialist copied the setting from an old listing.",
        unnoticed="Nobody compared the settings with the real packing time.",
    )
    walk.unfold()
    walk.choose(f"{second}/exhibits", "B")
    walk.take(f"{second}/start")
    walk.take(f"{second}/end")
    walk.take(f"{second}/where")
    actions = walk.paste_lines("corrective_actions", texts.LATE_ACTIONS)
    causes = (("RC1", "RC2"), ("RC1",), ("RC2",), ("RC1", "RC2"), ("RC1",), ("RC1",))
    for action, of, proof in zip(actions, causes, "CDBDDD", strict=True):
        walk.open_row(action)
        walk.choose(f"{action}/causes", *of)
        walk.choose(f"{action}/exhibits", proof)
    walk.open_row(actions[0])
    walk.fill(actions[0], how="by UPS")
    walk.open_row(actions[3])
    walk.fill(actions[3], who="customer service")
    walk.open_row(actions[4])
    walk.fill(actions[4], how="orders are imported automatically every 15 minutes")
    measures = walk.paste_lines("preventive_measures", texts.LATE_MEASURES)
    kept = (
        ("Every day at 14:30 Pacific time", "daily check sheet", ("RC1",), "D"),
        ("before every new listing", "the signed checklist", ("RC2",), "B"),
        ("Every Monday", "rate sheet", ("RC1", "RC2"), "D"),
    )
    for measure, (often, record, of, proof) in zip(measures, kept, strict=True):
        walk.open_row(measure)
        walk.fill(measure, frequency=often, record=record)
        walk.choose(f"{measure}/causes", *of)
        walk.choose(f"{measure}/exhibits", proof)
    walk.fill("", closing="Please reinstate our seller fulfilled offers.", letter_date="Nov 28, 2026")
    walk.notes += walk.follow(
        {
            "CA2/how": "by sharing the printer login",
            "CA3/how": "in Seller Central",
            "CA4/how": "by buyer messages",
            "CA6/how": "by direct hire",
        }
    )
    walk.to_check()
    is_sound(walk, "Priya Anand", "Reno Nevada", "Juniper Lane Goods", "ShipStation Gold", "Operations manager")
    walk.tell(report, MOST_FIELDS)
    assert walk.fields <= MOST_FIELDS


MOST_FIELDS_READ = 40
"""Fields that are left to type where the notice and the client's message are pasted."""


def test_a_pasted_notice_and_message_leave_less_to_type(wide: Any, walks: Walks, report: Report) -> None:
    walk = walks(wide, "EN 1 late shipment, read")
    walk.begin(texts.LATE_NOTICE)
    walk.press("Take over what is ticked")
    walk.fill("/client", legal_name="Juniper Lane Goods LLC", merchant_token="A3EXAMPLE48812")
    walk.fill("/client", signatory="Priya Anand", signatory_title="Operations manager")
    walk.take("/scope")
    message = walk.add("client_messages")
    walk.fill(message, received="Nov 28, 2026", text=texts.LATE_MESSAGE)
    walk.press("Next: workbench")
    walk.fill("", opening="The failures were in our own order printing and in our handling time settings.")
    (metric,) = walk.rows("metrics")
    walk.open_row(metric)
    walk.take_told(f"{metric}/now/value", "2.1")
    walk.take_told(f"{metric}/now/numerator", 8)
    walk.take_told(f"{metric}/now/denominator", 381)
    walk.take_told(f"{metric}/now/start", "2026-10-29")
    walk.take_told(f"{metric}/now/end", "2026-11-27")
    papers = (
        ("order-list", "Order list of the late orders by cause", "2026-11-24"),
        ("settings-record", "Screenshots of the handling time settings", "2026-11-23"),
        ("carrier-record", "UPS acceptance scans", "2026-11-24"),
        ("log", "Daily check sheet", "2026-11-27"),
    )
    for kind, title, day in papers:
        exhibit = walk.add("exhibits")
        walk.choose(f"{exhibit}/kind", walk.said(knowledge().evidence[kind].name))
        walk.fill(exhibit, title=title)
        walk.take_told(f"{exhibit}/date", day)
    (first,) = walk.rows("root_causes")
    walk.open_row(first)
    walk.fill(
        first,
        head="Order printing had no backup",
        what="The warehouse lead left and nobody took over the order printing.",
        who="the warehouse lead",
        where="our warehouse in Reno, Nevada",
        why="There was no backup person for printing.",
        unnoticed="We only looked at Account Health once a month.",
    )
    walk.take_told(f"{first}/explains", 31)
    walk.unfold()
    walk.choose(f"{first}/exhibits", "A")
    walk.take(f"{first}/start")
    walk.take(f"{first}/end")
    second = walk.add("root_causes")
    walk.fill(
        second,
        head="Wrong handling time",
        what="The handling time of 12 new SKUs was set to 0 days.",
        who="the catalog specialist",
        why="The catalog specialist copied the setting from an old listing.",
        unnoticed="Nobody compared the settings with the real packing time.",
    )
    walk.take_told(f"{second}/explains", 16)
    walk.unfold()
    walk.choose(f"{second}/exhibits", "B")
    walk.take(f"{second}/start")
    walk.take(f"{second}/end")
    walk.take(f"{second}/where")
    actions = walk.paste_lines("corrective_actions", texts.LATE_ACTIONS)
    causes = (("RC1", "RC2"), ("RC1",), ("RC2",), ("RC1", "RC2"), ("RC1",), ("RC1",))
    for action, of, proof in zip(actions, causes, "CDBDDD", strict=True):
        walk.open_row(action)
        walk.choose(f"{action}/causes", *of)
        walk.choose(f"{action}/exhibits", proof)
    measures = walk.paste_lines("preventive_measures", texts.LATE_MEASURES)
    kept = (
        ("Every day at 14:30 Pacific time", "daily check sheet", ("RC1",), "D"),
        ("before every new listing", "the signed checklist", ("RC2",), "B"),
        ("Every Monday", "rate sheet", ("RC1", "RC2"), "D"),
    )
    for measure, (often, record, of, proof) in zip(measures, kept, strict=True):
        walk.open_row(measure)
        walk.fill(measure, frequency=often, record=record)
        walk.choose(f"{measure}/causes", *of)
        walk.choose(f"{measure}/exhibits", proof)
    walk.fill("", closing="Please reinstate our seller fulfilled offers.", letter_date="Nov 28, 2026")
    walk.tell(report, MOST_FIELDS_READ)
    case = wide.server.store.load(wide.id).case
    assert [cause.explains for cause in case.root_causes] == [31, 16]
    assert case.metrics[0].then.numerator == 47
    assert case.metrics[0].now.denominator == 381
    assert walk.fields <= MOST_FIELDS_READ


def test_used_sold_as_new_is_found_by_a_search_and_answered_by_a_plan(wide: Any, walks: Walks, report: Report) -> None:
    walk = walks(wide, "EN 4 used sold as new")
    walk.begin(texts.USED_NOTICE)
    violation = walk.search("used sold", "used-sold-as-new")
    assert wide.page.get_by_text("First hour: do now").first.is_visible()
    walk.choose(f"{violation}/route", "Plan of action")
    walk.client("Copper Finch Kitchen", "Copper Finch Kitchen LLC", "A2EXAMPLE90417", "Helen Marsh", "Owner")
    walk.where("US", "FBA")
    walk.fill("", scope="ASIN B0EXMPLK07")
    walk.fill("/notice", received="Nov 23, 2026")
    walk.fill("", affected="4 complaints")
    product = walk.add("products")
    walk.fill(product, asin="B0EXMPLK07", name="Copper milk pan")
    walk.press("Next: workbench")
    walk.fill("", opening="The failure was in the way we handle customer returns.")
    walk.exhibits(
        ("settings-record", "24.11.2026", "FBA repackaging setting before and after"),
        ("removal-order", "25.11.2026", "Removal order of 86 units"),
        ("log", "26.11.2026", "Inspection and return log"),
    )
    causes = walk.rows("root_causes")
    cause = causes[0] if causes else walk.add("root_causes")
    if causes:
        walk.open_row(cause)
    walk.fill(
        cause,
        head="Returned units were sold again",
        what="Returned units of B0EXMPLK07 were repackaged by FBA and put back on sale without an inspection.",
        start="September 1, 2026",
        end="Nov 24, 2026",
        explains="4",
        who="the owner",
        where="on the detail page of the ASIN",
        why="The repackaging setting was left on when the account was opened.",
        unnoticed="Nobody read the return comments.",
    )
    actions = walk.paste_lines("corrective_actions", texts.USED_ACTIONS)
    for action, proof in zip(actions, "ABC", strict=True):
        walk.open_row(action)
        walk.choose(f"{action}/causes", "RC1")
        walk.choose(f"{action}/exhibits", proof)
    measures = walk.paste_lines("preventive_measures", texts.USED_MEASURES)
    kept = (("Every time units are removed", "inspection sheet"), ("Every Monday and Thursday", "return log"))
    for measure, (often, record) in zip(measures, kept, strict=True):
        walk.open_row(measure)
        walk.fill(measure, frequency=often, record=record)
        walk.choose(f"{measure}/causes", "RC1")
        walk.choose(f"{measure}/exhibits", "C")
    walk.fill("", closing="Please reinstate the listing of ASIN B0EXMPLK07.", letter_date="11/28/2026")
    walk.notes += walk.follow(
        {"CA1/how": "in the FBA settings", "CA2/how": "in Seller Central", "CA3/how": "in Seller Central"}
    )
    walk.to_check()
    is_sound(walk, "Copper Finch Kitchen", "Helen Marsh", "Owner", "Copper Removal Inspection")
    walk.tell(report)


def test_an_order_defect_rate_on_amazon_de(wide: Any, walks: Walks, report: Report) -> None:
    walk = walks(wide, "EN 3 order defect rate")
    walk.begin(texts.DEFECT_NOTICE)
    walk.search("ODR", "order-defect-rate")
    walk.client("Marlow Lighting", "Marlow Lighting Ltd", "A4EXAMPLE55120", "Edith Marlow", "Director")
    walk.where("DE", "Seller-fulfilled")
    walk.fill("", scope="all orders on Amazon.de")
    walk.fill("/notice", received="23 Nov 2026")
    walk.fill("", affected="19 orders")
    walk.fill("/deadline", due="26 Nov 2026")
    walk.press("Next: workbench")
    walk.fill("", opening="The failures were in our own goods inspection and in our customer service.")
    walk.metric(
        walk.rows("metrics")[0],
        ("2.31", "19", "822", "1 September 2026", "30 October 2026"),
        ("0.51", "4", "790", "1 October 2026", "27 Nov 2026"),
    )
    walk.exhibits(
        ("order-list", "24 Nov 2026", "All 19 orders by cause"),
        ("refund-record", "24/11/2026", "Refunds of 19 orders"),
        ("log", "27 Nov 2026", "Batch tests and message log"),
    )
    first = walk.rows("root_causes")[0]
    second = walk.add("root_causes")
    for cause, head, what, many, who, why, unnoticed in (
        (
            first,
            "Lamps were not tested",
            "lamps of batch 7 were sold without a test, and 12 orders were defective",
            "12",
            "purchasing manager",
            "no test of incoming goods had been laid down",
            "returns were counted once a quarter only",
        ),
        (
            second,
            "Buyer messages stayed open",
            "buyer messages stayed unanswered at weekends, and 7 orders ended in a claim",
            "7",
            "customer service manager",
            "nobody was on duty on Saturday and Sunday",
            "the age of open messages was not measured",
        ),
    ):
        walk.open_row(cause)
        walk.fill(cause, head=head, what=what, explains=many, who=who, why=why, unnoticed=unnoticed)
        walk.take(f"{cause}/start")
        walk.take(f"{cause}/end")
        walk.unfold()
        walk.choose(f"{cause}/exhibits", "A")
    actions = walk.paste_lines("corrective_actions", texts.DEFECT_ACTIONS)
    for action, of, proof in zip(actions, (("RC1", "RC2"), ("RC1",)), "BC", strict=True):
        walk.open_row(action)
        walk.choose(f"{action}/causes", *of)
        walk.choose(f"{action}/exhibits", proof)
    measures = walk.paste_lines("preventive_measures", texts.DEFECT_MEASURES)
    kept = (("on every arrival of goods", "the test sheet", "RC1"), ("every day by 18:00", "the message log", "RC2"))
    for measure, (often, record, cause) in zip(measures, kept, strict=True):
        walk.open_row(measure)
        walk.fill(measure, frequency=often, record=record)
        walk.choose(f"{measure}/causes", cause)
        walk.choose(f"{measure}/exhibits", "C")
    walk.fill("", closing="We ask you to reactivate our account on Amazon.de.", letter_date="28 November 2026")
    walk.notes += walk.follow({"CA1/how": "by refund in Seller Central", "CA2/how": "by setting the quantity to zero"})
    walk.to_check()
    assert "23 November 2026" in walk.copied_letter()
    is_sound(walk, "Marlow Lighting Ltd", "Marlow Lighting", "Edith Marlow", "Director")
    walk.tell(report)


def test_a_begging_draft_is_pasted_and_mended(wide: Any, walks: Walks, report: Report) -> None:
    walk = walks(wide, "EN 5 pasted draft")
    walk.begin(
        texts.LATE_NOTICE.replace("11.38%: 47 of 413", "9.24%: 38 of 411").replace(
            "Juniper Lane Goods", "Oduya Home Supplies"
        )
    )
    walk.enforcement("late-shipment-rate")
    walk.client("Oduya Home Supplies", "Oduya Home Supplies LLC", "A1EXAMPLE20357", "Tunde Oduya", "Owner")
    walk.where("US", "Seller-fulfilled")
    walk.fill("", scope="all seller-fulfilled offers on Amazon.com")
    walk.fill("/notice", received="11/23/2026")
    walk.fill("", affected="38")
    walk.press("Next: workbench")
    read = dict(walk.paste_draft(texts.DRAFT))
    assert read["Dear Amazon Team,"] == "Leave out"
    for words in (
        "It is not fully our fault, the carrier UPS came late",
        "Benny was fired on November 25",
        "Every day we lose money and people's lives",
        "Thank you so much and God bless you,",
        "Tunde Oduya",
        "Oduya Home Supplies LLC",
    ):
        walk.put(words, "Leave out")
    walk.split()
    (cause,), (action,) = walk.rows("root_causes"), walk.rows("corrective_actions")
    first, second = walk.rows("preventive_measures")
    walk.fill("", opening="The failure was in our own order printing. We are sorry.")
    walk.metric(
        walk.rows("metrics")[0],
        ("9.24", "38", "411", "10/22/2026", "11/20/2026"),
        ("1.3", "5", "385", "10/30/2026", "11/27/2026"),
    )
    walk.exhibits(
        ("order-list", "11/24/2026", "All 38 late orders"),
        ("log", "11/27/2026", "Order check sheet"),
    )
    walk.open_row(cause)
    walk.fill(
        cause,
        head="Orders stayed in the printer",
        what="Our worker left the orders of three days in the printer, so 38 orders were confirmed late.",
        explains="38",
        who="packing clerk",
        where="at our warehouse in Dayton, Ohio",
        why="Nobody compared the printed orders with the order list.",
        unnoticed="Nobody looked at Account Health during these days.",
    )
    walk.take(f"{cause}/start")
    walk.take(f"{cause}/end")
    walk.press("Go back to the proposed passage {row}", row="RC1")
    walk.unfold()
    walk.choose(f"{cause}/exhibits", "A")
    walk.open_row(action)
    assert walk.desk.shown(f"{action}/date") == "2026-11-24"
    assert walk.desk.shown(f"{action}/who") == "shipping manager"
    walk.fill(action, what="Shipped the 38 orders.", how="by UPS")
    walk.choose(f"{action}/causes", "RC1")
    walk.choose(f"{action}/exhibits", "A")
    walk.press("Go back to the proposed passage {row}", row="CA1")
    walk.open_row(first)
    walk.fill(
        first,
        what="Checks the orders against the printed labels",
        since="11/25/2026",
        frequency="every day at 3 pm",
        who="the shipping manager",
        record="check sheet",
    )
    walk.press("Go back to the proposed passage {row}", row="PM1")
    walk.open_row(second)
    walk.fill(
        second, what="Looks at Account Health", since="Nov 25, 2026", frequency="every morning", record="check sheet"
    )
    walk.press("Go back to the proposed passage {row}", row="PM2")
    for measure in (first, second):
        walk.open_row(measure)
        walk.choose(f"{measure}/causes", "RC1")
        walk.choose(f"{measure}/exhibits", "B")
    walk.fill("", closing="Please reinstate our seller-fulfilled offers.", letter_date="November 28, 2026")
    walk.notes += walk.follow({})
    walk.to_check()
    is_sound(walk, "Oduya Home Supplies", "Tunde", "Owner", "Dayton Ohio", "UPS")
    walk.tell(report)
