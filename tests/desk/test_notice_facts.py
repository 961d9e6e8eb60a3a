"""What is read in a notice enters the case once confirmed, in the right fields, and takes the place of nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from poa_app.desk.notice_facts import confirm, facts
from poa_app.desk.notice_readings import reading
from poa_app.desk.notices import begin, choose_enforcement, take_text
from poa_app.model.case import Case
from poa_app.model.paths import edit
from poa_app.model.row_edits import add_row
from poa_app.store.values import set_value

LATE = """Date: Mon, 9 Nov 2026 07:42:10 -0800
Subject: Your Amazon.com seller-fulfilled offers have been deactivated

Hello Juniper Lane Goods,

Your seller-fulfilled offers on Amazon.com have been deactivated. Your late shipment rate is higher than the goal of
less than 4%. From October 10, 2026 to November 8, 2026 your late shipment rate was 11.38%: 47 of 413 orders were late.

Send us a plan of action by November 16, 2026 that explains:
-- Root causes of the late shipments
-- Actions taken to resolve the late shipments
-- Steps taken to prevent late shipments going forward

ASIN: B0EXMPLK07, B0EXMPLK15
Order: 112-5567120-3394418
Case ID 17204561188
"""


def _case(text: str = LATE) -> Case:
    return take_text(begin(), text)


def _confirmed(case: Case) -> Case:
    read = reading(case)
    assert read
    return confirm(case, facts(case, read))


def test_a_case_without_a_notice_has_no_reading() -> None:
    assert reading(begin()) is None
    assert reading(take_text(begin(), " \n ")) is None


def test_nothing_read_is_in_the_case_before_it_is_confirmed() -> None:
    case = _case()
    assert reading(case)
    assert case == take_text(case.model_copy(update={"notice": case.notice.model_copy(update={"text": None})}), LATE)


def test_one_press_fills_what_the_notice_says() -> None:
    case = _confirmed(_case())
    (violation,) = case.violations
    assert violation.enforcement == "late-shipment-rate"
    assert (violation.level, violation.route) == ("offer", "plan-of-action")
    assert case.marketplaces == ("US",)
    assert case.fulfilment == "seller"
    assert case.client.store == "Juniper Lane Goods"
    assert case.notice.received == date(2026, 11, 9)
    assert case.notice.received_time == "07:42"
    assert case.notice.zone == "UTC-8"
    assert case.deadline.due == date(2026, 11, 16)
    assert case.deadline.words == "by November 16, 2026"
    assert case.affected == 47
    assert [product.asin for product in case.products] == ["B0EXMPLK07", "B0EXMPLK15"]
    assert {(one.kind, one.value) for one in case.identifiers} == {
        ("order", "112-5567120-3394418"),
        ("case", "17204561188"),
    }
    then = next(metric.then for metric in case.metrics if metric.metric == "late-shipment-rate")
    assert (then.value, then.numerator, then.denominator) == (Decimal("11.38"), 47, 413)
    assert (then.start, then.end) == (date(2026, 10, 10), date(2026, 11, 8))
    assert [(one.section, one.words) for one in case.notice.requests] == [
        ("root-causes", "Root causes of the late shipments"),
        ("corrective-actions", "Actions taken to resolve the late shipments"),
        ("preventive-measures", "Steps taken to prevent late shipments going forward"),
    ]


def test_confirming_leaves_nothing_to_confirm_and_twice_adds_nothing() -> None:
    case = _case()
    read = reading(case)
    assert read
    found = facts(case, read)
    once = confirm(case, found)
    assert facts(once, read) == ()
    assert confirm(once, found) == once


@pytest.mark.parametrize(
    ("path", "value"),
    [("/notice/received", "2026-11-08"), ("/deadline/words", "within 72 hours"), ("/affected", "48")],
)
def test_what_was_typed_before_stays(path: str, value: str) -> None:
    case = set_value(_case(), path, value)
    held = _confirmed(case)
    assert set_value(held, path, value) == held


def test_an_enforcement_chosen_by_hand_stays() -> None:
    case = _case()
    case = choose_enforcement(case, case.violations[0].id, "cancellation-rate")
    held = _confirmed(case)
    assert held.violations[0].enforcement == "cancellation-rate"


def test_an_enforcement_that_is_not_sure_is_no_fact() -> None:
    case = _case("Hello, we removed your listing. ASIN B0EXMPLK07. Please see the policy.")
    read = reading(case)
    assert read
    assert read.enforcement is None
    assert [one.path for one in facts(case, read) if one.path.endswith("/enforcement")] == []


def test_a_product_that_is_there_is_not_added_again() -> None:
    case, _ = add_row(_case(), "/products", asin="B0EXMPLK07", name="Copper milk pan")
    held = _confirmed(case)
    assert [(one.asin, one.name) for one in held.products] == [("B0EXMPLK07", "Copper milk pan"), ("B0EXMPLK15", None)]


def test_a_fact_points_to_the_words_it_was_read_from() -> None:
    case = _case()
    read = reading(case)
    assert read
    quoted = {one.path: LATE[one.start : one.end] for one in facts(case, read) if one.end}
    assert quoted["/marketplaces"].lower() == "amazon.com"
    assert quoted["/identifiers/order"] == "112-5567120-3394418"
    assert "9 Nov 2026" in quoted["/notice/received"]


def test_a_second_violation_becomes_a_row_of_its_own() -> None:
    text = LATE.replace("Send us", "Your cancellation rate is 4.1%, above the target of 2.5%.\n\nSend us")
    case = _confirmed(_case(text))
    assert set(case.enforcements) >= {"late-shipment-rate"}
    assert len(case.enforcements) == len(case.violations)


def test_the_first_day_of_a_period_is_reckoned_from_its_length_and_its_last_day() -> None:
    text = (
        "Your late dispatch rate on Amazon.de was 6,3 % in the 30 days ending 12 November 2026 "
        "(41 of 650 orders). Your seller-fulfilled offers are deactivated."
    )
    case = edit(_case(text), "/marketplaces", ("DE",))
    read = reading(case)
    assert read
    told = {one.path.rsplit("/", 1)[-1]: one.value for one in facts(case, read) if one.path.startswith("/metrics/")}
    assert (told["value"], told["numerator"], told["denominator"]) == ("6.3", "41", "650")


def test_rates_of_several_stores_enter_rows_of_their_own() -> None:
    case = _confirmed(
        _case("Your late shipment rate is 5.2% on Amazon.de and 4.8% on Amazon.fr. It must stay under 4%.")
    )
    rows = [(row.marketplace, row.then.value) for row in case.metrics if row.metric == "late-shipment-rate"]
    assert rows == [("DE", Decimal("5.2")), ("FR", Decimal("4.8"))]


def test_rates_of_two_sites_fill_two_rows_and_both_sites() -> None:
    notice = (
        "Your account has been deactivated because your order defect rate is above our target of less than 1%.\n\n"
        "On Amazon.de your order defect rate was 2.31%: 19 of 822 orders from 1 September 2026 to 30 October 2026.\n"
        "On Amazon.co.uk your order defect rate was 2.04%: 11 of 540 orders from 1 September 2026 to 30 October 2026.\n"
    )
    case = take_text(begin(), notice)
    read = reading(case)
    assert read
    case = confirm(case, facts(case, read))
    assert case.marketplaces == ("DE", "UK")
    assert [(one.marketplace, str(one.then.value)) for one in case.metrics] == [("DE", "2.31"), ("UK", "2.04")]
    assert facts(case, read) == ()
