"""A figure that contradicts itself is told of, and stays as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from poa_app.intake.health_figures import Part, Rate, Violations, contradictions, meets
from tests.each import for_each

SOUND = Rate(
    key="lateShipmentRate",
    target=Decimal("0.04"),
    condition="under",
    status="bad",
    start=date(2026, 10, 18),
    end=date(2026, 11, 16),
    value=Decimal("0.0682"),
    numerator=82,
    denominator=1202,
)


def _kinds(figure: Rate | Violations) -> list[str]:
    return [one.kind for one in contradictions(figure)]


def test_a_sound_figure_has_nothing_said_against_it() -> None:
    assert contradictions(SOUND) == ()
    assert contradictions(Rate(key="lateShipmentRate")) == ()
    assert contradictions(Violations(key="documentRequests")) == ()


@for_each(
    ("changes", "kind"),
    [
        ({"value": Decimal("0.0582")}, "rate"),
        ({"value": Decimal("0"), "status": "none"}, "rate"),
        ({"numerator": 1203}, "more-than-all"),
        ({"numerator": 0, "denominator": 0, "value": Decimal(0), "status": "none"}, "none-counted"),
        ({"value": Decimal("6.82"), "numerator": None}, "over-hundred"),
        ({"end": date(2026, 10, 1)}, "period"),
        ({"status": "good"}, "good-though-missed"),
        ({"target": Decimal("0.07")}, "bad-though-met"),
        ({"parts": (Part("a", 40), Part("b", 41))}, "parts"),
        ({"parts": (Part("a", 83), Part("b", 0))}, "parts"),
        ({"channel": "amazon", "said_channel": "seller"}, "channel"),
        ({"unreadable": ("rate",)}, "unreadable"),
    ],
)
def test_each_contradiction_is_told_once(changes: dict[str, object], kind: str) -> None:
    assert _kinds(replace(SOUND, **changes)) == [kind]


@for_each(
    "changes",
    [
        {"value": Decimal("0.068")},
        {"value": Decimal("0.06821963")},
        {"value": None},
        {"numerator": None},
        {"denominator": None},
        {"status": "none"},
        {"status": None},
        {"target": None},
        {"start": None},
        {"parts": (Part("a", 82), Part("b", 40))},
        {"parts": (Part("a", 10), Part("b", None))},
        {"channel": "seller", "said_channel": None},
    ],
)
def test_rounding_and_what_is_missing_contradict_nothing(changes: dict[str, object]) -> None:
    assert _kinds(replace(SOUND, **changes)) == []


@given(st.integers(1, 10**9), st.data(), st.integers(3, 12))
def test_a_share_rounded_or_cut_from_its_counts_follows_from_them(below: int, data: st.DataObject, places: int) -> None:
    above = data.draw(st.integers(0, below))
    cut = Decimal(above * 10**places // below).scaleb(-places)
    rounded = Decimal((2 * above * 10**places + below) // (2 * below)).scaleb(-places)
    for value in (cut, rounded):
        assert _kinds(Rate(key="x", value=value, numerator=above, denominator=below)) == []


def test_violations_that_amazon_calls_good_though_there_are_some_are_told() -> None:
    held = Violations(key="documentRequests", count=8, target=Decimal(0), condition="equals", status="good")
    assert _kinds(held) == ["good-though-missed"]


@for_each(
    ("value", "target", "condition", "met"),
    [
        ("0.04", "0.04", "under", False),
        ("0.0399", "0.04", "under", True),
        ("0.95", "0.95", "at-least", True),
        ("0.9499", "0.95", "at-least", False),
        ("0", "0", "equals", True),
        ("1", "0", "equals", False),
    ],
)
def test_under_is_strict_and_at_least_is_not(value: str, target: str, condition: str, met: bool) -> None:
    assert meets(Decimal(value), Decimal(target), condition) is met  # type: ignore[arg-type]
