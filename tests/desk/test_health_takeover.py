"""Figures of a report go into the rates of a case; what is answered gives way only to a figure taken by itself."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from poa_app.desk import notices
from poa_app.desk.health import Shown, SiteHealth, health, read_file
from poa_app.desk.health_takeover import fill, fillable, held, reading_of, row_of, take
from poa_app.model.case import Case
from poa_app.model.facts import Reading
from poa_app.model.paths import edit, get
from tests.each import for_each

FILE = Path(__file__).parents[1] / "intake" / "reports" / "northbay.json"
LATE = Reading(value=Decimal("6.82"), numerator=82, denominator=1202, start=date(2026, 10, 18), end=date(2026, 11, 16))


@pytest.fixture
def late() -> Case:
    """A case of a late shipment rate in the US."""
    return _case("late-shipment-rate")


def _case(slug: str, *sites: str) -> Case:
    case = notices.begin()
    case = notices.choose_enforcement(case, case.violations[0].id, slug)
    return edit(case, "/marketplaces", sites or ("US",))


def _sites(case: Case) -> tuple[SiteHealth, ...]:
    return health(read_file(FILE), case)


def _figure(case: Case, code: str, place: str) -> tuple[Shown, SiteHealth]:
    site = next(site for site in _sites(case) if site.code == code)
    return next(one for one in (*site.rates, *site.violations) if one.place == place), site


def test_a_figure_goes_over_whole_with_its_counts_and_days(late: Case) -> None:
    case, path = take(late, *_figure(late, "US", "lateShipmentRate"), "then")
    assert path == f"/metrics/{late.metrics[0].id}"
    assert (case.metrics[0].then, case.metrics[0].now) == (LATE, Reading())
    assert case.metrics[0].marketplace is None
    assert case == Case.model_validate_json(case.model_dump_json())


def test_it_goes_to_the_present_figure_where_that_is_wanted(late: Case) -> None:
    case, _ = take(late, *_figure(late, "US", "lateShipmentRate"), "now")
    assert (case.metrics[0].then, case.metrics[0].now) == (Reading(), LATE)


def test_a_rate_the_case_lacks_is_added_with_its_target(late: Case) -> None:
    case, path = take(late, *_figure(late, "US", "validTrackingRate"), "now")
    added = get(case, path)
    assert (added.metric, added.target, added.now.value) == ("valid-tracking-rate", 95, Decimal("97.31"))
    assert len(case.metrics) == 2


def test_a_figure_taken_by_itself_replaces_what_is_answered(late: Case) -> None:
    path = f"/metrics/{late.metrics[0].id}/then"
    answered = edit(late, path, Reading(value=Decimal("7.1"), numerator=90))
    shown, site = _figure(late, "US", "lateShipmentRate")
    assert held(late, shown, site, "then") is None
    assert held(answered, shown, site, "then") == Reading(value=Decimal("7.1"), numerator=90)
    assert get(take(answered, shown, site, "then")[0], path) == LATE


def test_filling_touches_nothing_that_is_answered(late: Case) -> None:
    answered = edit(late, f"/metrics/{late.metrics[0].id}/then/numerator", 90)
    assert fillable(answered, _sites(late), "then") == ()
    assert fill(answered, _sites(late), "then") == answered
    filled = fill(answered, _sites(late), "now")
    assert (filled.metrics[0].then, filled.metrics[0].now) == (answered.metrics[0].then, LATE)


def test_filling_keeps_the_target_that_stands_and_gives_one_where_none_does(late: Case) -> None:
    path = f"/metrics/{late.metrics[0].id}/target"
    assert get(fill(edit(late, path, Decimal("3.5")), _sites(late), "then"), path) == Decimal("3.5")
    assert get(fill(edit(late, path, None), _sites(late), "then"), path) == 4


def test_filling_adds_no_rate(late: Case) -> None:
    assert len(fill(late, _sites(late), "then").metrics) == 1
    assert fill(Case(marketplaces=("US",)), _sites(late), "then").metrics == ()


@for_each(("fulfilment", "value"), [("seller", "0.71"), ("amazon", "0.22"), ("both", None), (None, None)])
def test_of_two_channels_that_of_the_case_fills(fulfilment: str | None, value: str | None) -> None:
    case = edit(_case("order-defect-rate"), "/fulfilment", fulfilment)
    filled = fill(case, _sites(case), "then").metrics[0].then.value
    assert filled == (Decimal(value) if value else None)


def test_the_rate_by_unit_fills_where_the_report_has_both() -> None:
    case = _case("on-time-delivery-rate")
    assert fill(case, _sites(case), "then").metrics[0].then.value == Decimal("91.20")


def test_in_a_case_of_several_sites_each_rate_names_its_own() -> None:
    case = _case("invoice-defect-rate", "DE", "US")
    case, path = take(case, *_figure(case, "DE", "invoiceDefectRate"), "then")
    assert get(case, path).marketplace == "DE"
    case, other = take(case, *_figure(case, "US", "lateShipmentRate"), "then")
    assert get(case, other).marketplace == "US"
    shown, site = _figure(case, "DE", "lateShipmentRate")
    case, third = take(case, shown, site, "then")
    assert len({path, other, third}) == 3
    row = row_of(case, shown, site)
    assert row
    assert row.marketplace == "DE"


def test_a_site_that_is_none_of_the_case_gives_nothing(late: Case) -> None:
    shown, site = _figure(late, "DE", "lateShipmentRate")
    assert take(late, shown, site, "then") == (late, "")
    assert all(one.is_of_case for _, one, _ in fillable(late, _sites(late), "then"))


def test_a_count_of_violations_is_no_rate_of_a_case(late: Case) -> None:
    assert reading_of(_figure(late, "US", "listingPolicyViolations")[0]) is None


def test_a_figure_that_contradicts_its_counts_goes_over_as_it_is(late: Case) -> None:
    case, path = take(late, *_figure(late, "US", "onTimeDeliveryRate"), "then")
    then = get(case, path).then
    assert (then.value, then.numerator, then.denominator) == (Decimal("85.23"), 1031, 1158)


def test_a_target_of_the_policy_replaces_none_that_stands() -> None:
    case = _case("cancellation-rate", "DE")
    path = f"/metrics/{case.metrics[0].id}/target"
    taken, _ = take(edit(case, path, Decimal(2)), *_figure(case, "DE", "preFulfillmentCancellationRate"), "then")
    assert get(taken, path) == 2
    taken, _ = take(edit(case, path, None), *_figure(case, "DE", "preFulfillmentCancellationRate"), "then")
    assert get(taken, path) == Decimal("2.5")


def test_one_rate_of_several_sites_is_filled_once_and_named() -> None:
    case = _case("late-shipment-rate", "US", "DE")
    assert len(fillable(case, _sites(case), "then")) == 1
    (row,) = fill(case, _sites(case), "then").metrics
    assert (row.marketplace, row.then.value) == ("US", Decimal("6.82"))
