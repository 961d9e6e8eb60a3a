"""The health report on the *Notice* screen: seen, taken over into the case, and never in the way where it is none."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from poa_app.desk import notices
from poa_app.model.case import Case
from poa_app.model.facts import Reading
from poa_app.model.paths import edit
from poa_app.store import Store
from tests.ui.page import Page
from tests.ui.test_screens import store  # noqa: F401 - fixture

pytestmark = [pytest.mark.slow, pytest.mark.screens]

REPORT = (Path(__file__).parents[1] / "intake" / "reports" / "northbay.json").read_bytes()
BOX = "Drop the report here"


@pytest.fixture
def page(store: Store) -> Callable[[Case], tuple[Page, str]]:  # noqa: F811
    """Opens a case on the *Notice* screen and gives it the report."""

    def opened(case: Case) -> tuple[Page, str]:
        id = store.create(case).id
        page = Page("notice", id, findings=False)
        page.upload(BOX, "northbay.json", REPORT, "application/json")
        return page, id

    return opened


@pytest.fixture
def late() -> Case:
    """A case of a late shipment rate in the US."""
    case = notices.begin()
    case = notices.choose_enforcement(case, case.violations[0].id, "late-shipment-rate")
    return edit(case, "/marketplaces", ("US",))


def _labels(page: Page) -> list[str]:
    return [one.label for one in page.test.get("button")]


def _charts(page: Page) -> int:
    return len(page.test.get("vega_lite_chart"))


Opened = Callable[[Case], tuple[Page, str]]


def test_the_figures_are_seen_against_their_targets(page: Opened, late: Case) -> None:
    shown, _ = page(late)
    said = shown.said()
    assert "Late shipment rate" in said
    assert "6.82 %" in said
    assert "82 / 1,202 · 30 days · 2026-10-18 – 2026-11-16" in said
    assert "Account at risk" in said
    assert "The rate does not follow from its counts: 1,031 of 1,158 are 89.03 %." in said
    assert "No data: Invoice defect rate" in said
    assert _charts(shown) == 7


def test_the_rates_stand_in_a_table_too(page: Opened, late: Case) -> None:
    shown, _ = page(late)
    tables = [table.value for table in shown.test.get("table")]
    (rates,) = (table for table in tables if "Period (UTC)" in table.columns)
    assert list(rates["Rate"])[2] == "Late shipment rate"
    cells = [cell.replace("\\", "") for cell in list(rates.iloc[2])[1:]]
    assert cells == ["6.82 % · 82 / 1,202", "under 4 % · Missed", "2026-10-18 – 2026-11-16"]


def test_a_figure_is_taken_over_by_a_press(page: Opened, store: Store, late: Case) -> None:  # noqa: F811
    shown, id = page(late)
    shown.press("Take over 6.82 %")
    held = store.load(id).case.metrics[0]
    assert (held.then.value, held.then.numerator, held.now) == (Decimal("6.82"), 82, Reading())
    assert "stands in Metric 1 now, on the workbench." in shown.said()
    assert not any("Take over 6.82 %" in label for label in _labels(shown))


def test_what_is_answered_is_replaced_only_by_a_press_on_that_figure(
    page: Opened,
    store: Store,  # noqa: F811
    late: Case,
) -> None:
    answered = edit(late, f"/metrics/{late.metrics[0].id}/then/value", Decimal("7.1"))
    shown, id = page(answered)
    shown.find("button_group", "Take figures over").set_value("then")
    shown.run()
    assert not any(label.startswith("Fill") for label in _labels(shown))
    assert "in place of 7.1 % in" in shown.said()
    assert store.load(id).case == answered
    shown.press("Take over 6.82 %")
    assert store.load(id).case.metrics[0].then.value == Decimal("6.82")


def test_one_press_fills_what_is_unanswered(page: Opened, store: Store, late: Case) -> None:  # noqa: F811
    shown, id = page(edit(late, f"/metrics/{late.metrics[0].id}/then/value", Decimal("7.1")))
    shown.press("Fill 1 unanswered")
    held = store.load(id).case.metrics[0]
    assert (held.then.value, held.now.value) == (Decimal("7.1"), Decimal("6.82"))


def test_another_site_shows_its_own_figures_and_gives_none_to_the_case(page: Opened, late: Case) -> None:
    shown, _ = page(late)
    shown.find("button_group", "Marketplace of the report").set_value("A1PA6795UKMFR9")
    shown.run()
    assert "Not a site of this case" in shown.said()
    assert "Account suspended" in shown.said()
    assert not any("Take over" in label for label in _labels(shown))


def test_a_site_of_the_case_that_the_report_lacks_is_named(page: Opened, late: Case) -> None:
    shown, _ = page(edit(late, "/marketplaces", ("US", "JP")))
    assert "The report has nothing on JP." in shown.said()


def test_an_enforcement_it_points_to_is_chosen_while_the_case_has_none(
    page: Opened,
    store: Store,  # noqa: F811
) -> None:
    shown, id = page(notices.begin())
    shown.choose("Cancellation rate", "Choose it for this case")
    assert store.load(id).case.enforcements == ("cancellation-rate",)
    assert "Cancellation rate" in _labels(shown)


def test_a_file_that_is_none_is_told_and_the_report_before_stays(page: Opened, late: Case) -> None:
    shown, _ = page(late)
    shown.upload(BOX, "orders.json", b'{"orders": []}', "application/json")
    (refused,) = (one.value for one in shown.test.get("error"))
    assert "orders.json: is not a usable account health report" in refused
    assert "northbay.json" in shown.said()
    shown.upload(BOX, "northbay.json", REPORT, "application/json")
    assert not shown.test.get("error")


def test_it_survives_what_else_is_done_on_the_screen(page: Opened, late: Case) -> None:
    shown, _ = page(late)
    shown.type("/notice/reference", "CASE 1")
    assert "northbay.json" in shown.said()
