"""Which loads of daily checks a plan may lay on one owner."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from poa_app import desk
from poa_app.model.case import Case
from poa_app.model.paths import edit
from poa_app.model.rows import PreventiveMeasure

RULES = ("measures.checks-everything", "measures.nobody-stands-in")
Loaded = Callable[..., list[str]]


@pytest.fixture
def loaded(plan: Case, day: date) -> Loaded:
    """Return the rules of load a plan breaks with measures of one owner: how often and what, for each."""

    def check(*measures: tuple[str, str], deputy: str | None = None, who: str = "shift lead") -> list[str]:
        rows = tuple(
            PreventiveMeasure(id=f"measu{number}", what=what, frequency=often, who=who, deputy=deputy)
            for number, (often, what) in enumerate(measures, start=1)
        )
        found = desk.check_case(edit(plan, "/preventive_measures", rows), day)
        return [finding.rule for finding in found if finding.rule in RULES]

    return check


@pytest.mark.parametrize("often", ["every day", "daily", "at 9:00 on each working day", "every 2 hours", "per shift"])
def test_one_owner_who_looks_at_everything_every_day_is_asked_about(often: str, loaded: Loaded) -> None:
    assert loaded((often, "checks all listings"), (often, "reads every message")) == ["measures.checks-everything"]


@pytest.mark.parametrize(
    ("often", "what"),
    [
        ("every Monday", "checks all listings"),
        ("before every upload", "checks every changed title"),
        ("every day", "checks 30 listings"),
        ("every day", "records the rate of all sites"),
    ],
)
def test_a_second_measure_that_can_be_done_is_not(often: str, what: str, loaded: Loaded) -> None:
    assert loaded(("every day", "checks all orders"), (often, what), deputy="packing lead") == []


def test_many_daily_measures_want_somebody_who_stands_in(loaded: Loaded) -> None:
    daily = [("every day", what) for what in ("counts 20 boxes", "files the log", "reads the rate", "signs the sheet")]
    assert loaded(*daily) == ["measures.nobody-stands-in"]
    assert loaded(*daily, deputy="packing lead") == []
    assert loaded(*daily[:3]) == []
