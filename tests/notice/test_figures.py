"""Each rate has its own value, target, counts and period."""

from __future__ import annotations

from decimal import Decimal

import pytest

from poa_app.facts.folding import fold
from poa_app.knowledge import knowledge
from poa_app.notice.figures import figures
from poa_app.notice.reading import Figure
from tests.each import for_each


def told(text: str) -> list[Figure]:
    return [one.value for one in figures(text, fold(text), "month-first", knowledge())]


def test_the_target_is_told_from_the_value_and_the_counts_are_read() -> None:
    [one] = told("Your late shipment rate was 6.3% (41 of 650 orders). The target is under 4% over 30 days.")
    assert (one.value, one.target, one.numerator, one.denominator) == (Decimal("6.3"), Decimal(4), 41, 650)


def test_two_periods_of_one_rate_are_two_figures() -> None:
    first, second = told("Your LSR over the last 10 days was 9.75% and over the last 30 days was 7.12%.")
    assert (first.days, first.value, second.days, second.value) == (10, Decimal("9.75"), 30, Decimal("7.12"))


def test_lines_of_a_list_keep_their_own_figures() -> None:
    text = "On-time delivery rate: 89.9% (requirement 93.5%)\nValid tracking rate: 99.2% (requirement 99%)"
    assert [(one.value, one.target) for one in told(text)] == [
        (Decimal("89.9"), Decimal("93.5")),
        (Decimal("99.2"), Decimal(99)),
    ]


def test_chinese_counts_name_all_orders_first() -> None:
    [one] = told("您的迟发率为 5.9%（712 笔订单中有 42 笔延迟），高于4%的目标。")
    assert (one.value, one.target, one.numerator, one.denominator) == (Decimal("5.9"), Decimal(4), 42, 712)


def test_a_period_without_a_year_takes_that_of_its_end() -> None:
    [one] = told("From October 28 to November 3, 2026 your cancellation rate was 5.79%, 11 of 190 orders.")
    assert (str(one.start), str(one.end)) in {("2026-10-28", "2026-11-03"), ("None", "None")}


def test_a_rating_in_points_is_no_percentage() -> None:
    [one] = told("Your Account Health Rating is 96, below the threshold for deactivation (100).")
    assert (one.metric, one.value, one.target) == ("account-health-rating", Decimal(96), Decimal(100))


@pytest.mark.parametrize(
    ("text", "numerator", "denominator"),
    [
        ("Order defect rate: 1.8%, 3 claims of 164 orders.", 3, 164),
        ("您的订单缺陷率为 0.018（目标低于 0.01），共164单，缺陷3单。", 3, 164),
        ("Order defect rate 1.8 per cent: 164 orders, 3 with defects.", 3, 164),
    ],
)
def test_counts_are_read_however_they_are_put(text: str, numerator: int, denominator: int) -> None:
    (read,) = figures(text, fold(text), "month-first", knowledge())
    assert (read.value.numerator, read.value.denominator) == (numerator, denominator)
    assert read.value.value == Decimal("1.8")


@for_each(
    "text",
    [
        "Late shipment rate: Amazon.de 5.2%, Amazon.fr 4.8% (target under 4%).",
        "Your late shipment rate is 5.2% in Germany and 4.8% in France.",
        "Amazon.de\nLate shipment rate: 5.2%\nAmazon.fr\nLate shipment rate: 4.8%",
        "On Amazon.de your late shipment rate is 5.2%; on Amazon.fr it is 4.8%.",
    ],
)
def test_each_of_several_stores_has_its_own_rate(text: str) -> None:
    assert [(one.store, one.value) for one in told(text)] == [("DE", Decimal("5.2")), ("FR", Decimal("4.8"))]


def test_a_rate_of_one_store_names_none() -> None:
    assert [one.store for one in told("Your late shipment rate on Amazon.de is 5.2%.")] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "Your late shipment rate is five percent: three out of 60 orders were late.",
        "Of 60 orders placed in October, 3 were late. This puts your late shipment rate at 5%.",
        "3 of your 60 orders were late. Buyers notice this. Your late shipment rate is therefore 5 per cent.",
    ],
)
def test_counts_that_make_the_rate_are_found_in_words_and_in_other_sentences(text: str) -> None:
    [one] = told(text)
    assert (one.value, one.numerator, one.denominator) == (Decimal(5), 3, 60)
