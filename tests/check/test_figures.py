"""Whether the numbers agree: with each other, everywhere, and with Amazon's targets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poa_app.check.context import CheckContext
from poa_app.check.figures import figures
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import Metric, Reading
from poa_app.model.finding import Finding
from poa_app.model.letter import Letter
from poa_app.model.paths import edit
from tests.each import for_each

Asked = Callable[..., tuple[Finding, ...]]
READING = "/metrics/metri1/then"


def _of(above: int, below: int, value: Decimal) -> tuple[Finding, ...]:
    """Check one reading of a metric nobody knows."""
    reading = Reading(value=value, numerator=above, denominator=below)
    case = Case(metrics=(Metric(id="metri1", metric="own-rate", then=reading),))
    today = date(2026, 11, 19)
    return tuple(figures(CheckContext(case, Letter("", "", "", today, draft=True), today, knowledge())))


def _percent(above: int, below: int, places: int, half_up: bool) -> Decimal:
    ticks = Fraction(100 * above, below) * 10**places
    return Decimal(f"{floor(ticks + Fraction(1, 2)) if half_up else floor(ticks)}E-{places}")


@given(below=st.integers(1, 10**12 - 1), share=st.fractions(0, 1), places=st.integers(0, 6), half_up=st.booleans())
@settings(deadline=None, max_examples=300, derandomize=True)
def test_a_rate_rounded_or_cut_off_at_any_place_is_right(
    below: int, share: Fraction, places: int, half_up: bool
) -> None:
    above = floor(share * below)
    assert _of(above, below, _percent(above, below, places, half_up)) == ()


@given(below=st.integers(1, 10**12 - 1), share=st.fractions(0, 1), places=st.integers(0, 6), off=st.integers(1, 5))
@settings(deadline=None, max_examples=300, derandomize=True)
def test_any_other_rate_is_wrong(below: int, share: Fraction, places: int, off: int) -> None:
    above = floor(share * below)
    tick = Decimal(f"1E-{places}")
    for wrong in (
        _percent(above, below, places, half_up=True) + off * tick,
        _percent(above, below, places, half_up=False) - off * tick,
    ):
        if wrong >= 0:
            (found,) = _of(above, below, wrong)
            assert (found.rule, found.path) == ("numbers.rate", f"{READING}/value")
            assert f"{_percent(above, below, 2, half_up=True)} percent" in found.message


def test_counts_of_any_size_are_divided() -> None:
    assert len(_of(10**40, 7, Decimal("5.00"))) == 1
    assert _of(10**40, 10**42, Decimal("1.00")) == ()


@for_each(
    ("path", "value"),
    [
        (f"{READING}/denominator", None),
        (f"{READING}/denominator", "four hundred"),
        (f"{READING}/numerator", None),
        (f"{READING}/value", None),
        (f"{READING}/value", "about 5"),
        ("/metrics/metri1/target", "four"),
        ("/metrics/metri1/target", None),
        ("/metrics/metri1/metric", None),
        ("/affected", None),
        ("/affected", "twenty"),
        ("/root_causes/cause1/explains", None),
        ("/root_causes/cause1/explains", "all"),
    ],
)
def test_what_is_blank_or_cannot_be_read_is_not_compared(path: str, value: object, plan: Case, ask: Asked) -> None:
    assert ask(figures, edit(plan, path, value)) == ()


@for_each(("value", "meets"), [("3.999999", True), ("4", False), ("4.00", False), ("4.01", False)])
def test_under_a_target_is_strict(value: str, meets: bool, plan: Case, ask: Asked) -> None:
    case = edit(plan, "/metrics/metri1/now", Reading(value=Decimal(value)))
    assert [finding.rule for finding in ask(figures, case)] == ([] if meets else ["numbers.target"])


@pytest.mark.parametrize(("value", "meets"), [("-1", False), ("0", True), ("1", True)])
def test_at_least_a_target_takes_the_target_itself(value: str, meets: bool, plan: Case, ask: Asked) -> None:
    slug, kind = next((slug, one) for slug, one in knowledge().metrics.items() if one.direction == "at-least")
    target = Decimal(f"{kind.target:g}")
    metric = Metric(id="metri1", metric=slug, target=target, now=Reading(value=target + Decimal(value)))
    rules = [finding.rule for finding in ask(figures, edit(plan, "/metrics", (metric,)))]
    assert rules == ([] if meets else ["numbers.target"])


def test_the_rate_of_the_notice_may_miss_the_target(plan: Case, ask: Asked) -> None:
    assert plan.metrics[0].then.value == Decimal("5.00")
    assert ask(figures, plan) == ()


def test_the_case_holds_its_value_against_its_own_target(plan: Case, ask: Asked) -> None:
    case = edit(plan, "/metrics/metri1/target", Decimal("2.5"))
    found = ask(figures, edit(case, "/metrics/metri1/now", Reading(value=Decimal("2.5"))))
    assert [finding.rule for finding in found] == ["numbers.target"]


@for_each(
    ("path", "value", "rule"),
    [
        (f"{READING}/numerator", 401, "numbers.more-than-all"),
        (f"{READING}/denominator", 19, "numbers.more-than-all"),
        (f"{READING}/denominator", 0, "numbers.none-counted"),
        ("/metrics/metri1/now/denominator", 0, "numbers.none-now"),
    ],
)
def test_counts_that_make_no_rate_are_found_as_such(path: str, value: int, rule: str, plan: Case, ask: Asked) -> None:
    assert [finding.rule for finding in ask(figures, edit(plan, path, value))] == [rule]


def test_no_orders_at_all_are_an_answer_for_now(plan: Case, ask: Asked) -> None:
    assert ask(figures, edit(plan, "/metrics/metri1/now", Reading(denominator=0))) == ()


@for_each("text", ["0 of 0", "0 out of 0", "0/0", "0\u00a0of\u00a00"])
def test_zero_of_zero_is_found_in_words_too(text: str, plan: Case, ask: Asked) -> None:
    (found,) = ask(figures, edit(plan, "/opening", f"The rate was 0 percent ({text})."))
    assert (found.rule, found.quote) == ("numbers.zero-of-zero", text)


@pytest.mark.parametrize("text", ["0 of 40 orders", "10 of 0400", "20 of 0.5"])
def test_zero_of_some_is_a_rate(text: str, plan: Case, ask: Asked) -> None:
    assert ask(figures, edit(plan, "/opening", f"The rate was 0 percent ({text}).")) == ()


@for_each(
    ("trigger", "late"),
    [("the 10-day rate reaches 2 percent", False), ("the rate reaches 4 percent", True), ("the LSR is over 4.5%", True),
     ("the battery is under 20 percent", False), ("the rate rises", False)],
)  # fmt: skip
def test_an_alarm_goes_off_before_the_target_is_missed(trigger: str, late: bool, plan: Case, ask: Asked) -> None:
    found = ask(figures, edit(plan, "/preventive_measures/measu1/trigger", trigger))
    assert [finding.rule for finding in found] == (["numbers.trigger"] if late else [])
