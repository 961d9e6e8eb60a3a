"""Cases typed field by field, as the newcomers typed them, in both languages; their letters are read at the end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.ui import walk_texts_typed as texts
from tests.ui.screen_walk import ScreenWalk, walks  # noqa: F401 - fixture
from tests.ui.sound_walk import holds, is_sound
from tests.ui.test_screens import store  # noqa: F401 - fixture

pytestmark = [pytest.mark.slow, pytest.mark.screens, pytest.mark.no_cover]

MOST_FIELDS = 60
"""Fields a late shipment case may ask to be typed; the newcomer typed about 105, the operator 76."""

Walks = Callable[[str, str], ScreenWalk]
Report = Callable[[str, str, str], None]


def test_a_late_shipment_case_as_a_newcomer_types_it(walks: Walks, report: Report) -> None:  # noqa: F811
    walk = walks("EN 1 late shipment", "en")
    walk.begin(texts.LATE_NOTICE, confirm=False)
    walk.client("Juniper Lane Goods", "Juniper Lane Goods LLC", "A3EXAMPLE48812", "Priya Anand", "Operations manager")
    walk.choose(walk.rows("violations")[0], enforcement="late-shipment-rate")
    walk.choose("", marketplaces=["US"], fulfilment="seller")
    walk.fill("", scope="All seller fulfilled offers on Amazon.com", affected="47 orders")
    walk.fill("/notice", received="Nov 23, 2026")
    walk.fill("/deadline", due="Nov 26, 2026")
    walk.next("workbench")
    walk.fill(
        "", opening="The failures were in our own order printing and in our handling time settings. We are sorry."
    )
    walk.metric(
        walk.rows("metrics")[0],
        ("11.38%", "47", "413", "Oct 22, 2026", "Nov 20, 2026"),
        ("2.1%", "8", "381", "Oct 29, 2026", "11/27/2026"),
    )
    a, b, c, d = walk.exhibits(
        ("order-list", "Nov 24, 2026", "All 47 late orders by cause"),
        ("settings-record", "Nov 23, 2026", "Handling time of 12 SKUs before and after"),
        ("carrier-record", "Nov 24, 2026", "UPS acceptance scans"),
        ("log", "Nov 27, 2026", "Daily check sheet"),
    )
    (first,) = walk.rows("root_causes")
    walk.fill_cause(
        first,
        a,
        "start",
        "end",
        head="Order printing had no backup",
        what="The warehouse lead left and nobody took over the order printing, so 31 orders were confirmed late.",
        explains="31 orders",
        who="the warehouse lead",
        where="our warehouse in Reno, Nevada",
        why="The warehouse lead left on October 16 without a handover for printing. There was no backup person.",
        unnoticed="We only looked at Account Health once a month.",
    )
    second = walk.add("root_causes")
    walk.fill_cause(
        second,
        b,
        "start",
        "end",
        "where",
        head="Wrong handling time",
        what="The handling time of 12 new SKUs was set to 0 days, and 16 orders were late.",
        explains="16",
        who="the catalog specialist",
        why="The catalog specialist copied the setting from an old listing.",
        unnoticed="Nobody compared the settings with the real packing time.",
    )
    both = [first, second]
    walk.follows(
        "corrective_actions",
        texts.LATE_ACTIONS,
        *((both, c), ([first], d), ([second], b), (both, d), ([first], d), ([first], d)),
        how=("by UPS", "", "", "", "orders are imported automatically every 15 minutes", ""),
        who=("", "", "", "customer service", "", ""),
    )
    walk.follows(
        "preventive_measures",
        texts.LATE_MEASURES,
        *(([first], d), ([second], b), (both, d)),
        frequency=("Every day at 14:30 Pacific time", "before every new listing", "Every Monday"),
        record=("daily check sheet", "the signed checklist", "rate sheet"),
    )
    walk.fill("", closing="Please reinstate our seller fulfilled offers.", letter_date="Nov 28, 2026")
    walk.follow(
        {
            "CA2/how": "by sharing the printer login",
            "CA3/how": "in Seller Central",
            "CA4/how": "by buyer messages",
            "CA6/how": "by direct hire",
        }
    )
    is_sound(walk, "Priya Anand", "Reno Nevada", "Juniper Lane Goods", "ShipStation Gold", "Operations manager")
    walk.tell(report, MOST_FIELDS)


def test_used_sold_as_new_is_found_by_a_search_and_answered_by_a_plan(walks: Walks, report: Report) -> None:  # noqa: F811
    walk = walks("EN 4 used sold as new", "en")
    walk.begin(texts.USED_NOTICE, confirm=False)
    violation = walk.search("used sold", "used-sold-as-new")
    assert "First hour: do now" in walk.said()
    walk.choose(violation, route="plan-of-action")
    walk.client("Copper Finch Kitchen", "Copper Finch Kitchen LLC", "A2EXAMPLE90417", "Helen Marsh", "Owner")
    walk.choose("", marketplaces=["US"], fulfilment="amazon")
    walk.fill("", scope="ASIN B0EXMPLK07", affected="4 complaints")
    walk.fill("/notice", received="Nov 23, 2026")
    product = walk.add("products")
    walk.fill(product, asin="B0EXMPLK07", name="Copper milk pan")
    walk.next("workbench")
    walk.fill("", opening="The failure was in the way we handle customer returns.")
    a, b, c = walk.exhibits(
        ("settings-record", "24.11.2026", "FBA repackaging setting before and after"),
        ("removal-order", "25.11.2026", "Removal order of 86 units"),
        ("log", "26.11.2026", "Inspection and return log"),
    )
    causes = walk.rows("root_causes") or [walk.add("root_causes")]
    walk.fill_cause(
        causes[0],
        a,
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
    walk.follows("corrective_actions", texts.USED_ACTIONS, *((causes, a), (causes, b), (causes, c)))
    walk.follows(
        "preventive_measures",
        texts.USED_MEASURES,
        *((causes, c), (causes, c)),
        frequency=("Every time units are removed", "Every Monday and Thursday"),
        record=("inspection sheet", "return log"),
    )
    walk.fill("", closing="Please reinstate the listing of ASIN B0EXMPLK07.", letter_date="11/28/2026")
    walk.follow({"CA1/how": "in the FBA settings", "CA2/how": "in Seller Central", "CA3/how": "in Seller Central"})
    is_sound(walk, "Copper Finch Kitchen", "Helen Marsh", "Owner", "Copper Removal Inspection")
    walk.tell(report, MOST_FIELDS)


def test_an_order_defect_rate_on_amazon_de(walks: Walks, report: Report) -> None:  # noqa: F811
    walk = walks("EN 3 order defect rate", "en")
    walk.begin(texts.DEFECT_NOTICE, confirm=False)
    walk.search("ODR", "order-defect-rate")
    walk.client("Marlow Lighting", "Marlow Lighting Ltd", "A4EXAMPLE55120", "Edith Marlow", "Director")
    walk.choose("", marketplaces=["DE"], fulfilment="seller")
    walk.fill("", scope="all orders on Amazon.de", affected="19 orders")
    walk.fill("/notice", received="23 Nov 2026")
    walk.fill("/deadline", due="26 Nov 2026")
    walk.next("workbench")
    walk.fill("", opening="The failures were in our own goods inspection and in our customer service.")
    walk.metric(
        walk.rows("metrics")[0],
        ("2.31", "19", "822", "1 September 2026", "30 October 2026"),
        ("0.51", "4", "790", "1 October 2026", "27 Nov 2026"),
    )
    a, b, c = walk.exhibits(
        ("order-list", "24 Nov 2026", "All 19 orders by cause"),
        ("refund-record", "24/11/2026", "Refunds of 19 orders"),
        ("log", "27 Nov 2026", "Batch tests and message log"),
    )
    (first,) = walk.rows("root_causes")
    walk.fill_cause(
        first,
        a,
        "start",
        "end",
        head="Lamps were not tested",
        what="lamps of batch 7 were sold without a test, and 12 orders were defective",
        explains="12",
        who="purchasing manager",
        why="no test of incoming goods had been laid down",
        unnoticed="returns were counted once a quarter only",
    )
    second = walk.add("root_causes")
    walk.fill_cause(
        second,
        a,
        "start",
        "end",
        head="Buyer messages stayed open",
        what="buyer messages stayed unanswered at weekends, and 7 orders ended in a claim",
        explains="7",
        who="customer service manager",
        why="nobody was on duty on Saturday and Sunday",
        unnoticed="the age of open messages was not measured",
    )
    walk.follows("corrective_actions", texts.DEFECT_ACTIONS, ([first, second], b), ([first], c))
    walk.follows(
        "preventive_measures",
        texts.DEFECT_MEASURES,
        *(([first], c), ([second], c)),
        frequency=("on every arrival of goods", "every day by 18:00"),
        record=("the test sheet", "the message log"),
    )
    walk.fill("", closing="We ask you to reactivate our account on Amazon.de.", letter_date="28 November 2026")
    walk.follow({"CA1/how": "by refund in Seller Central", "CA2/how": "by setting the quantity to zero"})
    letter = is_sound(walk, "Marlow Lighting Ltd", "Marlow Lighting", "Edith Marlow", "Director")
    holds(letter, "23 November 2026")
    walk.tell(report, MOST_FIELDS)


COMPANY = "Shenzhen Zhenhua Home Co., Ltd."


def test_a_late_shipment_case_as_an_operator_types_it(walks: Walks, report: Report) -> None:  # noqa: F811
    walk = walks("ZH 1 迟发率", "zh")
    walk.begin(texts.LATE_NOTICE_ZH, confirm=False)
    walk.client("Zhenhua Home", COMPANY, "A1EXAMPLE77031", "Li Na", "General Manager")
    walk.search("迟发", "late-shipment-rate")
    walk.choose("", marketplaces=["US"], fulfilment="seller")
    walk.fill("", scope="All orders sent from our Dongguan warehouse", affected="41单")
    walk.fill("/notice", received="2026/11/24")
    walk.fill("/deadline", due="11月27日", time="上午9:12", zone="太平洋时间")
    walk.next("workbench")
    walk.fill("", opening="This is our fault. We did not manage the packing and the handling time setting well.")
    walk.metric(
        walk.rows("metrics")[0],
        ("９.8%", "41单", "418", "2026年10月22日", "2026.11.20"),
        ("1，2％", "5单", "402", "10月29日", "2026/11/27"),
    )
    a, b, c = walk.exhibits(
        ("order-list", "2026/11/25", "Late orders by cause"),
        ("settings-record", "2026.11.24", "Handling time before and after"),
        ("log", "11月27日", "Daily shipping check"),
    )
    causes = walk.rows("root_causes")
    walk.fill_cause(
        causes[0],
        a,
        "start",
        "end",
        head="No backup for packing",
        what="Only one packer worked in our warehouse, and 41 orders was not packed before the last pick-up.",
        explains="41单",
        who="the warehouse manager 王强",
        where="our Dongguan warehouse",
        why="because no backup staff was arranged，and the handling time setting is 1 day",
        unnoticed="We only check the LSR every month, nobody found it.",
    )
    for words in (
        "at our Dongguan warehouse",
        "no backup staff was arranged, and the handling time setting is 1 day",
    ):
        assert walk.say("Reads as: {words}", words=words) in walk.said()
    walk.follows(
        "corrective_actions",
        texts.LATE_ACTIONS_ZH,
        *((causes, b), (causes, a)),
        how=("change it in the shipping settings of Seller Central", "by SF Express"),
    )
    (measure,) = walk.rows("preventive_measures")
    walk.open_row(measure)
    walk.fill(
        measure,
        what="check all unshipped order",
        since="11月25日",
        frequency="every day 10am and 4pm",
        who="the operation supervisor",
        record="Feishu table 每日发货检查表",
    )
    walk.choose(measure, causes=[causes[0].rpartition("/")[2]], exhibits=[c.rpartition("/")[2]])
    walk.fill(
        "",
        closing="Please give us a chance and help us to recover the account as soon as possible, thanks!",
        letter_date="2026/11/28",
    )
    walk.follow(
        {
            "RC1/who": "warehouse manager Wang Qiang",
            "CA1/who": "operations manager",
            "CA2/who": "warehouse manager",
            "PM1/record": "the Feishu shipping check table",
        }
    )
    is_sound(walk, COMPANY, "Zhenhua Home", "Li Na", "General Manager", "Wang Qiang", "Dongguan", "Feishu", "Express")
    walk.tell(report, MOST_FIELDS)
