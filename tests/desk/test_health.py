"""A report is held against its targets, site by site, and points to the enforcements that may come of it."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poa_app.desk.health import Shown, SiteHealth, health, percent, read, read_file
from poa_app.errors import UnreadableFile
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from tests.each import for_each

FILE = Path(__file__).parents[1] / "intake" / "reports" / "northbay.json"


def _sites(change: Any = None, case: Case | None = None) -> dict[str, SiteHealth]:
    held = json.loads(FILE.read_bytes())
    if change:
        change(*held["performanceMetrics"])
    return {site.code or site.name: site for site in health(read(json.dumps(held).encode(), "report.json"), case)}


def _shown(site: SiteHealth, place: str) -> Shown:
    return next(one for one in (*site.rates, *site.violations) if one.place == place)


def _because(site: SiteHealth) -> dict[str, tuple[str, ...]]:
    return {one.because.en: one.enforcements for one in site.pointers}


@for_each(
    ("place", "value", "aim", "verdict"),
    [
        ("orderDefectRate-seller", "0.71 %", "under 1 %", "meets"),
        ("lateShipmentRate", "6.82 %", "under 4 %", "missed"),
        ("preFulfillmentCancellationRate", "2.50 %", "under 2.5 %", "missed"),
        ("validTrackingRate", "97.31 %", "at least 95 %", "meets"),
        ("unitOnTimeDeliveryRate", "91.20 %", "at least 90 %", "meets"),
        ("listingPolicyViolations", "2", "0", "missed"),
        ("documentRequests", "0", "0", "meets"),
    ],
)
def test_a_figure_is_held_against_its_target(place: str, value: str, aim: str, verdict: str) -> None:
    shown = _shown(_sites()["US"], place)
    assert (shown.value, shown.aim.en, shown.verdict) == (value, aim, verdict)
    assert shown.is_own_target


def test_the_target_of_the_file_comes_before_that_of_the_policy() -> None:
    def stricter(us: Any, _: Any) -> None:
        us["validTrackingRate"]["targetValue"] = 0.98

    shown = _shown(_sites(stricter)["US"], "validTrackingRate")
    assert (shown.aim.en, shown.verdict) == ("at least 98 %", "missed")


def test_without_a_target_in_the_file_the_policy_counts_and_is_named_as_such() -> None:
    shown = _shown(_sites()["DE"], "preFulfillmentCancellationRate")
    assert (shown.aim.en, shown.is_own_target, shown.verdict) == ("under 2.5 %", False, "meets")


def test_without_a_value_amazons_own_word_counts() -> None:
    def gone(us: Any, _: Any) -> None:
        del us["lateShipmentRate"]["rate"]

    shown = _shown(_sites(gone)["US"], "lateShipmentRate")
    assert (shown.value, shown.verdict) == ("", "missed")
    assert shown.counts == "82 / 1,202"


def test_a_rate_of_nothing_is_no_data() -> None:
    shown = _shown(_sites()["DE"], "lateShipmentRate")
    assert shown.verdict == "no-data"
    assert [one.kind for one in shown.contradictions] == ["none-counted"]


def test_what_has_no_data_is_listed_and_points_to_nothing() -> None:
    site = _sites()["CA"]
    assert (site.rates, site.violations, site.pointers) == ((), (), ())
    assert "Late shipment rate" in [name.en for name in site.no_data]


def test_exactly_the_target_is_missed_and_said_to_be() -> None:
    shown = _shown(_sites()["US"], "preFulfillmentCancellationRate")
    assert "exactly the target" in shown.flags[0].en


def test_what_is_missed_or_bad_points_to_enforcements() -> None:
    assert _because(_sites()["US"]) == {
        "Late shipment rate 6.82 %": ("late-shipment-rate",),
        "Cancellation rate 2.50 %": ("cancellation-rate",),
        "Product condition complaints 1": ("used-sold-as-new", "not-as-described"),
        "Listing policy violations 2": ("listing-policy", "variation-misuse", "wrong-category"),
        "Account Health Rating: warned": ("ahr-threshold",),
    }
    assert _because(_sites()["DE"]) == {
        "Invoice defect rate 6.82 %": ("invoice-defect-rate",),
        "Document requests 1": ("compliance-documents", "supply-chain-verification"),
        "Warning: unwanted messages to buyers": ("buyer-messaging",),
    }


def test_a_missed_order_defect_rate_points_to_the_channels_of_its_parts_too() -> None:
    def worse(us: Any, _: Any) -> None:
        us["orderDefectRate"]["mfn"] |= {"rate": 0.0213, "status": "BAD", "orderWithDefects": {"count": 27}}
        us["orderDefectRate"]["mfn"]["claims"]["count"] = 23
        us["orderDefectRate"]["mfn"]["chargebacks"]["count"] = 0

    assert list(_because(_sites(worse)["US"]).items())[:3] == [
        ("Order defect rate, seller-fulfilled 2.13 %", ("order-defect-rate",)),
        ("A-to-z claims, seller-fulfilled 23", ("atoz-claim",)),
        ("Negative feedback, seller-fulfilled 4", ("negative-feedback",)),
    ]


def test_the_30_day_delivery_rate_points_to_nothing_where_the_one_by_unit_is_there() -> None:
    late = "On-time delivery rate 85.23 %"
    assert _shown(_sites()["US"], "onTimeDeliveryRate").verdict == "missed"
    assert late not in _because(_sites()["US"])

    def without(us: Any, _: Any) -> None:
        del us["unitOnTimeDeliveryRate"]

    assert _because(_sites(without)["US"])[late] == ("on-time-delivery-rate",)


def test_every_metric_of_every_enforcement_is_pointed_to_by_some_figure() -> None:
    known = knowledge()
    told = {(one.metric, slug) for one in known.health_report.values() if one.metric for slug in one.enforcements}
    assert told == {(metric, slug) for slug, one in known.enforcements.items() for metric in one.metrics}


def test_the_sites_of_the_case_come_first_in_its_order() -> None:
    sites = _sites(case=Case(marketplaces=("DE", "CA")))
    assert list(sites) == ["DE", "CA", "US"]
    assert [site.is_of_case for site in sites.values()] == [True, True, False]
    assert all(site.is_of_case for site in _sites(case=Case()).values())


def test_a_marketplace_that_is_not_known_goes_by_its_id() -> None:
    def elsewhere(us: Any, _: Any) -> None:
        us["marketplaceId"] = "A000000000NEW"

    site = _sites(elsewhere)["A000000000NEW"]
    assert (site.code, site.name) == (None, "A000000000NEW")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"report\.json"):
        read_file(tmp_path / "report.json")


@for_each(
    ("share", "target", "shown"),
    [
        ("0.06822", "0.04", "6.82"),
        ("0.039999", "0.04", "3.9999"),
        ("0.9499999", "0.95", "94.99999"),
        ("0.04", "0.04", "4.00"),
        ("0.0039", None, "0.39"),
    ],
)
def test_two_decimals_are_enough_unless_they_move_a_figure_over_its_target(
    share: str, target: str | None, shown: str
) -> None:
    assert str(percent(Decimal(share), Decimal(target) if target else None)) == shown


@given(st.integers(0, 10**8), st.integers(0, 10**8))
def test_a_figure_shown_stands_on_the_side_of_its_target_where_it_is(share: int, target: int) -> None:
    exact, line = Decimal(share).scaleb(-8), Decimal(target).scaleb(-8)
    assert (percent(exact, line) < line * 100) == (exact < line)
